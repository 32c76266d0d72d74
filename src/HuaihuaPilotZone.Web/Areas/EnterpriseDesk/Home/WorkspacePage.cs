using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Consignments;
using HuaihuaPilotZone.Corridors.Bookings;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Enterprises.Vault;
using HuaihuaPilotZone.PolicyMatching;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Home;

/// <summary>The enterprise's workspace.</summary>
/// <param name="Now">Clock in Huaihua.</param>
public sealed record WorkspacePage(DateTime Now, IReadOnlyDictionary<DeclarationView, int> Counts, IReadOnlyList<DeclarationRow> Latest)
{
    public required IReadOnlyList<WorkItem> ToDo { get; init; }

    /// <summary>The policies that fit best, which may be none.</summary>
    public required IReadOnlyList<PolicyMatch> Policies { get; init; }

    /// <summary>The names of what the conditions of policies speak of.</summary>
    public required RosterChoices Choices { get; init; }

    /// <summary>Consignments that are under way, the last one reported of first.</summary>
    public required Page<ConsignmentRow> UnderWay { get; init; }

    /// <summary>How far they have come, by their ids.</summary>
    public required IReadOnlyDictionary<int, ConsignmentProgress> Progress { get; init; }

    public string Greeting => Now.Hour switch { < 6 => "夜深了", < 12 => "上午好", < 14 => "中午好", < 18 => "下午好", _ => "晚上好" };
}

/// <summary>One thing to do.</summary>
/// <param name="Verb">What the button says.</param>
/// <param name="At">UTC; when it came, or its last moment where <paramref name="IsDeadline"/> says so; null where neither is known.</param>
public sealed record WorkItem(string Icon, string Tone, string Title, string Detail, string Verb, string Href, DateTime? At, bool IsDeadline = false)
{
    /// <summary>What cannot wait first: returned documents, bookings that nobody has sent, papers that expire, then documents that wait to be imported.</summary>
    /// <param name="papers">How many papers have expired or soon will.</param>
    /// <param name="now">UTC.</param>
    public static IReadOnlyList<WorkItem> Of(IReadOnlyList<DeclarationRow> returned, IReadOnlyList<BookingRow> drafts, int papers, IReadOnlyList<DeclarationRow> passed, DateTime now) =>
    [
        .. returned.Select(r => new WorkItem("arrow-counterclockwise", "bad", $"{r.Number} 被退回修改", r.GoodsSummary, "去修改", $"/enterprise/declarations/{r.Number}/edit", r.UpdatedAt)),
        .. drafts.Where(b => b.CutOffAt > now).OrderBy(b => b.CutOffAt).Select(b => new WorkItem(
            "train-front", "warn", $"订舱 {b.Number} 还没有提交", $"{b.ServiceName}，{b.FromName} → {b.ToName}", "去提交", $"/enterprise/bookings/{b.Number}", b.CutOffAt, IsDeadline: true)),
        .. OfPapers(papers),
        .. passed.Select(r => new WorkItem("download", "info", $"{r.Number} 已通过，待在单一窗口导入", r.GoodsSummary, "去移交", $"/enterprise/declarations/{r.Number}", r.UpdatedAt)),
    ];

    private static IEnumerable<WorkItem> OfPapers(int papers)
    {
        if (papers > 0) yield return new WorkItem("folder2", "warn", $"{papers} 份文件已过期或快到期", $"{VaultService.WarningDays} 天内到期的都算在内", "去更新", "/enterprise/documents?sort=ValidTo&dir=asc", null);
    }
}
