using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Consignments;
using HuaihuaPilotZone.Corridors;
using HuaihuaPilotZone.Corridors.Notices;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Setup;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.NetworkNotices;

/// <summary>A notice about a node or a leg.</summary>
public sealed class NoticeForm
{
    public int Version { get; set; }

    [Display(Name = "节点")]
    public int? NodeId { get; set; }

    [Display(Name = "区段")]
    public int? LegId { get; set; }

    [Display(Name = "类型")]
    public NoticeKind? Kind { get; set; }

    /// <summary>Huaihua's time.</summary>
    [Display(Name = "开始时间")]
    [DisplayFormat(DataFormatString = "{0:yyyy-MM-ddTHH:mm}", ApplyFormatInEditMode = true)]
    public DateTime? From { get; set; }

    /// <summary>Huaihua's time.</summary>
    [Display(Name = "结束时间")]
    [DisplayFormat(DataFormatString = "{0:yyyy-MM-ddTHH:mm}", ApplyFormatInEditMode = true)]
    public DateTime? Until { get; set; }

    [Display(Name = "标题")]
    public string? Title { get; set; }

    [Display(Name = "英文标题")]
    public string? EnglishTitle { get; set; }

    [Display(Name = "内容")]
    public string? Text { get; set; }

    [Display(Name = "英文内容")]
    public string? EnglishText { get; set; }

    [Display(Name = "来源")]
    public string? Source { get; set; }

    [Display(Name = "来源网址")]
    public string? SourceAddress { get; set; }

    public static NoticeForm Of(NetworkNotice notice) => new()
    {
        Version = notice.Version,
        NodeId = notice.NodeId,
        LegId = notice.LegId,
        Kind = notice.Kind,
        From = ChinaTime.FromUtc(notice.From),
        Until = notice.Until is { } until ? ChinaTime.FromUtc(until) : null,
        Title = notice.Title,
        EnglishTitle = notice.EnglishTitle,
        Text = notice.Text,
        EnglishText = notice.EnglishText,
        Source = notice.Source,
        SourceAddress = notice.SourceAddress,
    };

    public NoticeData ToData() => new(
        NodeId, LegId, Kind!.Value, FormText.Clean(Title)!, FormText.Clean(EnglishTitle), FormText.Clean(Text)!, FormText.Clean(EnglishText), From!.Value, Until, FormText.Clean(Source)!, FormText.Clean(SourceAddress));
}

public sealed class NoticeFormValidator : AbstractValidator<NoticeForm>
{
    private static readonly DateTime _first = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);
    private static readonly DateTime _last = new(2200, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

    public NoticeFormValidator()
    {
        RuleFor(f => f.Kind).NotNull().WithMessage("请选择类型。").IsInEnum().WithMessage("没有这种类型，请重新选择。");
        RuleFor(f => f.From).NotNull().WithMessage("请填写开始时间。").Must(IsNear).WithMessage("开始时间应在 2000 至 2200 年之间。");
        RuleFor(f => f.Until).Must(IsNear).WithMessage("结束时间应在 2000 至 2200 年之间。");
        RuleFor(f => f.Title).NotEmpty().WithMessage("请填写标题。").MaximumLength(NetworkNotice.TitleMaxLength).WithMessage("标题最多 {MaxLength} 个字。");
        RuleFor(f => f.EnglishTitle).MaximumLength(NetworkNotice.EnglishTitleMaxLength).WithMessage("英文标题最多 {MaxLength} 个字符。");
        RuleFor(f => f.Text).NotEmpty().WithMessage("请填写内容。").MaximumLength(NetworkNotice.TextMaxLength).WithMessage("内容最多 {MaxLength} 个字。");
        RuleFor(f => f.EnglishText).MaximumLength(NetworkNotice.EnglishTextMaxLength).WithMessage("英文内容最多 {MaxLength} 个字符。");
        RuleFor(f => f.Source).NotEmpty().WithMessage("请写明来源，没有来源的提示不能发布。").MaximumLength(NetworkNotice.SourceMaxLength).WithMessage("来源最多 {MaxLength} 个字。");
        RuleFor(f => f.SourceAddress).IsWebsite();
    }

    private static bool IsNear(DateTime? time) => time is not { } t || (t >= _first && t < _last);
}

/// <summary>The address bar of the list. Whatever stands in it, a list is shown.</summary>
public sealed record NoticeQuery(string? Q, NoticeKind? Kind, bool? Present, string? Sort, string? Dir, int? Page)
{
    public bool IsNarrowed => Kind is not null || Present == true || !string.IsNullOrWhiteSpace(Q);

    public NoticeFilter ToFilter() => new(Q, Kind, Present == true, SortChoice.Of(Sort, NoticeSort.From), SortChoice.IsDescending(Dir, usual: true));
}

/// <summary>The list.</summary>
public sealed record NoticeListPage(NoticeQuery Query, Page<NetworkNotice> Rows, DateTime Now);

/// <summary>A notice with its history.</summary>
/// <param name="Saved">Null while it is being written.</param>
public sealed record NoticePage(NetworkNotice? Saved, NoticeForm Form, IReadOnlyList<Node> Nodes, IReadOnlyList<Leg> Legs, Page<JournalLine>? History, Page<AffectedConsignment>? Affected);

/// <summary>The page that asks why a notice is taken back.</summary>
public sealed record NoticeWithdrawalPage(NetworkNotice Notice, WithdrawForm Form);
