using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Content.Editorial;
using HuaihuaPilotZone.Corridors;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Risks;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Setup;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Risks;

/// <summary>A notice of a risk as staff write it.</summary>
public sealed class RiskForm
{
    public int Version { get; set; }

    [Display(Name = "程度")]
    public RiskSeverity? Severity { get; set; }

    [Display(Name = "标题")]
    public string? Title { get; set; }

    [Display(Name = "英文标题")]
    public string? EnglishTitle { get; set; }

    [Display(Name = "摘要")]
    public string? Summary { get; set; }

    [Display(Name = "英文摘要")]
    public string? EnglishSummary { get; set; }

    [Display(Name = "正文")]
    public string? Body { get; set; }

    [Display(Name = "英文正文")]
    public string? EnglishBody { get; set; }

    [Display(Name = "开始日期")]
    public DateOnly? From { get; set; }

    [Display(Name = "结束日期")]
    public DateOnly? Until { get; set; }

    [Display(Name = "来源")]
    public string? Source { get; set; }

    [Display(Name = "来源网址")]
    public string? SourceAddress { get; set; }

    [Display(Name = "来源日期")]
    public DateOnly? SourceOn { get; set; }

    [Display(Name = "国别（地区）")]
    public string? Countries { get; set; }

    [Display(Name = "商品编码")]
    public string? Goods { get; set; }

    [Display(Name = "通道")]
    public List<int> CorridorIds { get; set; } = [];

    [Display(Name = "更正说明")]
    public string? Correction { get; set; }

    public static RiskForm Of(RiskNotice notice) => new()
    {
        Version = notice.Version,
        Severity = notice.Severity,
        Title = notice.Title,
        EnglishTitle = notice.EnglishTitle,
        Summary = notice.Summary,
        EnglishSummary = notice.EnglishSummary,
        Body = notice.Body,
        EnglishBody = notice.EnglishBody,
        From = notice.From,
        Until = notice.Until,
        Source = notice.Source,
        SourceAddress = notice.SourceAddress,
        SourceOn = notice.SourceOn,
        Countries = string.Join('、', notice.Countries.Select(c => c.Code).Order(StringComparer.Ordinal)),
        Goods = string.Join('、', notice.Goods.Select(g => g.Prefix).Order(StringComparer.Ordinal)),
        CorridorIds = [.. notice.Corridors.Select(c => c.CorridorId)],
        Correction = notice.Correction,
    };

    public RiskData ToData() => new(
        Severity!.Value, FormText.Clean(Title)!, FormText.Clean(EnglishTitle), FormText.Clean(Summary)!, FormText.Clean(EnglishSummary), FormText.Clean(Body)!, FormText.Clean(EnglishBody),
        From!.Value, Until, FormText.Clean(Source)!, FormText.Clean(SourceAddress), SourceOn!.Value, FormText.Clean(Countries), FormText.Clean(Goods), CorridorIds, FormText.Clean(Correction));
}

public sealed class RiskFormValidator : AbstractValidator<RiskForm>
{
    private const int ScopeMaxLength = 1000;

    private static readonly DateOnly _first = new(2000, 1, 1);
    private static readonly DateOnly _last = new(2200, 1, 1);

    public RiskFormValidator()
    {
        RuleFor(f => f.Severity).NotNull().WithMessage("请选择程度。").IsInEnum().WithMessage("没有这种程度，请重新选择。");
        RuleFor(f => f.Title).NotEmpty().WithMessage("请填写标题。").MaximumLength(RiskNotice.TitleMaxLength).WithMessage("标题最多 {MaxLength} 个字。");
        RuleFor(f => f.EnglishTitle).MaximumLength(RiskNotice.EnglishTitleMaxLength).WithMessage("英文标题最多 {MaxLength} 个字符。");
        RuleFor(f => f.Summary).NotEmpty().WithMessage("请填写摘要。").MaximumLength(RiskNotice.SummaryMaxLength).WithMessage("摘要最多 {MaxLength} 个字。");
        RuleFor(f => f.EnglishSummary).MaximumLength(RiskNotice.EnglishSummaryMaxLength).WithMessage("英文摘要最多 {MaxLength} 个字符。");
        RuleFor(f => f.Body).NotEmpty().WithMessage("请填写正文。").MaximumLength(RiskNotice.BodyMaxLength).WithMessage("正文最多 {MaxLength} 个字。");
        RuleFor(f => f.EnglishBody).MaximumLength(RiskNotice.BodyMaxLength).WithMessage("英文正文最多 {MaxLength} 个字符。");
        RuleFor(f => f.From).NotNull().WithMessage("请填写开始日期。").Must(IsNear).WithMessage("开始日期应在 2000 至 2200 年之间。");
        RuleFor(f => f.Until).Must(IsNear).WithMessage("结束日期应在 2000 至 2200 年之间。");
        RuleFor(f => f.Source).NotEmpty().WithMessage("请写明来源，没有来源的风险提示不能保存。").MaximumLength(RiskNotice.SourceMaxLength).WithMessage("来源最多 {MaxLength} 个字。");
        RuleFor(f => f.SourceAddress).IsWebsite();
        RuleFor(f => f.SourceOn).NotNull().WithMessage("请填写来源日期。").Must(IsNear).WithMessage("来源日期应在 2000 至 2200 年之间。");
        RuleFor(f => f.Countries).MaximumLength(ScopeMaxLength).WithMessage("国别（地区）最多 {MaxLength} 个字符。");
        RuleFor(f => f.Correction).MaximumLength(EditedText.CorrectionMaxLength).WithMessage("更正说明最多 {MaxLength} 个字。");
        RuleFor(f => f.Goods).MaximumLength(ScopeMaxLength).WithMessage("商品编码最多 {MaxLength} 个字符。");
    }

    private static bool IsNear(DateOnly? day) => day is not { } d || (d >= _first && d < _last);
}

/// <summary>The address bar of the list. Whatever stands in it, a list is shown.</summary>
public sealed record RiskQuery(string? Q, PublicationState? State, RiskSeverity? Severity, bool? Present, string? Sort, string? Dir, int? Page)
{
    public bool IsNarrowed => State is not null || Severity is not null || Present == true || !string.IsNullOrWhiteSpace(Q);

    public RiskFilter ToFilter() => new(Q, State, Severity, Present == true, SortChoice.Of(Sort, RiskSort.From), SortChoice.IsDescending(Dir, usual: true));
}

/// <summary>The list.</summary>
public sealed record RiskListPage(RiskQuery Query, Page<RiskRow> Rows, DateOnly Today);

/// <summary>A notice with its form, whom it was told to, and its history.</summary>
/// <param name="Saved">Null while it is new.</param>
public sealed record RiskPage(RiskAtDesk? Saved, RiskForm Form, IReadOnlyList<Corridor> Corridors, Page<JournalLine>? History);
