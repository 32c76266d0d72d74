using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Chains;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Figures;
using HuaihuaPilotZone.Investment.Opportunities;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Parks;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Setup;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Opportunities;

/// <summary>An opportunity as staff write it.</summary>
public sealed class OpportunityForm
{
    public int Version { get; set; }

    /// <summary>Chosen once, when the opportunity is new.</summary>
    [Display(Name = "网址短名")]
    public string? Slug { get; set; }

    [Display(Name = "标题")]
    public string? Title { get; set; }

    [Display(Name = "英文标题")]
    public string? EnglishTitle { get; set; }

    [Display(Name = "招商方向")]
    public string? Wanted { get; set; }

    [Display(Name = "英文招商方向")]
    public string? EnglishWanted { get; set; }

    [Display(Name = "条件")]
    public string? Conditions { get; set; }

    [Display(Name = "英文条件")]
    public string? EnglishConditions { get; set; }

    [Display(Name = "行业")]
    public int? IndustryTagId { get; set; }

    [Display(Name = "园区")]
    public int? ParkId { get; set; }

    [Display(Name = "产业链环节")]
    public int? ChainNodeId { get; set; }

    [Display(Name = "最小面积")]
    public decimal? LeastArea { get; set; }

    [Display(Name = "最大面积")]
    public decimal? MostArea { get; set; }

    [Display(Name = "联系单位")]
    public string? Office { get; set; }

    [Display(Name = "英文联系单位")]
    public string? EnglishOffice { get; set; }

    [Display(Name = "来源")]
    public string? Source { get; set; }

    [Display(Name = "来源网址")]
    public string? SourceAddress { get; set; }

    [Display(Name = "来源性质")]
    public FigureStatus? SourceStatus { get; set; }

    [Display(Name = "时点")]
    public string? AsOf { get; set; }

    [Display(Name = "截止日期")]
    public DateOnly? OpenUntil { get; set; }

    public static OpportunityForm Of(Opportunity opportunity) => new()
    {
        Version = opportunity.Version,
        Slug = opportunity.Slug,
        Title = opportunity.Title,
        EnglishTitle = opportunity.EnglishTitle,
        Wanted = opportunity.Wanted,
        EnglishWanted = opportunity.EnglishWanted,
        Conditions = opportunity.Conditions,
        EnglishConditions = opportunity.EnglishConditions,
        IndustryTagId = opportunity.IndustryTagId,
        ParkId = opportunity.ParkId,
        ChainNodeId = opportunity.ChainNodeId,
        LeastArea = opportunity.LeastArea,
        MostArea = opportunity.MostArea,
        Office = opportunity.Office,
        EnglishOffice = opportunity.EnglishOffice,
        Source = opportunity.Source,
        SourceAddress = opportunity.SourceAddress,
        SourceStatus = opportunity.SourceStatus,
        AsOf = opportunity.AsOf,
        OpenUntil = opportunity.OpenUntil,
    };

    public OpportunityData ToData() => new(
        FormText.Clean(Slug) ?? "", FormText.Clean(Title)!, FormText.Clean(EnglishTitle), FormText.Clean(Wanted)!, FormText.Clean(EnglishWanted), FormText.Clean(Conditions)!, FormText.Clean(EnglishConditions),
        IndustryTagId, ParkId, ChainNodeId, LeastArea, MostArea, FormText.Clean(Office)!, FormText.Clean(EnglishOffice), FormText.Clean(Source)!, FormText.Clean(SourceAddress), SourceStatus!.Value, AsOf!.Trim(), OpenUntil);
}

public sealed class OpportunityFormValidator : AbstractValidator<OpportunityForm>
{
    public OpportunityFormValidator()
    {
        RuleFor(f => f.Slug).NotEmpty().WithMessage("请填写网址短名。").MaximumLength(Opportunity.SlugMaxLength).WithMessage("网址短名最多 {MaxLength} 个字符。")
            .Matches("^[a-z0-9]+(-[a-z0-9]+)*$").WithMessage("网址短名只用小写字母、数字和连字符。").When(f => f.Version == 0);
        RuleFor(f => f.Title).NotEmpty().WithMessage("请填写标题。").MaximumLength(Opportunity.TitleMaxLength).WithMessage("标题最多 {MaxLength} 个字。");
        RuleFor(f => f.EnglishTitle).MaximumLength(Opportunity.EnglishTitleMaxLength).WithMessage("英文标题最多 {MaxLength} 个字符。");
        RuleFor(f => f.Wanted).NotEmpty().WithMessage("请写明招商方向。").MaximumLength(Opportunity.TextMaxLength).WithMessage("招商方向最多 {MaxLength} 个字。");
        RuleFor(f => f.EnglishWanted).MaximumLength(Opportunity.EnglishTextMaxLength).WithMessage("英文招商方向最多 {MaxLength} 个字符。");
        RuleFor(f => f.Conditions).NotEmpty().WithMessage("请写明条件。").MaximumLength(Opportunity.TextMaxLength).WithMessage("条件最多 {MaxLength} 个字。");
        RuleFor(f => f.EnglishConditions).MaximumLength(Opportunity.EnglishTextMaxLength).WithMessage("英文条件最多 {MaxLength} 个字符。");
        RuleFor(f => f.Office).NotEmpty().WithMessage("请填写联系单位，写部门和办公电话，不写个人。").MaximumLength(Opportunity.OfficeMaxLength).WithMessage("联系单位最多 {MaxLength} 个字。");
        RuleFor(f => f.EnglishOffice).MaximumLength(Opportunity.OfficeMaxLength).WithMessage("英文联系单位最多 {MaxLength} 个字符。");
        RuleFor(f => f.Source).NotEmpty().WithMessage("请写明来源，没有来源的资料不能保存。").MaximumLength(Figure.SourceMaxLength).WithMessage("来源最多 {MaxLength} 个字。");
        RuleFor(f => f.SourceAddress).IsWebsite();
        RuleFor(f => f.SourceStatus).NotNull().WithMessage("请选择来源性质。").IsInEnum().WithMessage("没有这种来源性质，请重新选择。");
        RuleFor(f => f.AsOf).NotEmpty().WithMessage("请填写时点。").Must(d => d is null || PartialDate.IsValid(d.Trim())).WithMessage("时点应写成 2026、2026-03 或 2026-03-18。");
    }
}

/// <summary>The address bar of the list. Whatever stands in it, a list is shown.</summary>
public sealed record OpportunityQuery(string? Q, OpportunityState? State, int? Page)
{
    public bool IsNarrowed => State is not null || !string.IsNullOrWhiteSpace(Q);
}

/// <summary>The list.</summary>
public sealed record OpportunityListPage(OpportunityQuery Query, Page<OpportunityRow> Rows);

/// <summary>What the form offers.</summary>
public sealed record OpportunityChoices(IReadOnlyList<IndustryTag> Industries, IReadOnlyList<ParkRow> Parks, IReadOnlyList<NodeChoice> Nodes);

/// <summary>An opportunity with its form.</summary>
/// <param name="Saved">Null while it is new.</param>
public sealed record OpportunityPage(Opportunity? Saved, OpportunityForm Form, OpportunityChoices Choices, Page<JournalLine>? History);
