using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Journal.Seals;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.JournalSeals;

/// <summary>The address bar of the list. Whatever stands in it, a list is shown.</summary>
/// <param name="Q">Number of a line of the journal.</param>
public sealed record SealQuery(string? Q, JournalSealKind? Kind, string? Dir, int? Page)
{
    public bool IsNarrowed => Kind is not null || !string.IsNullOrWhiteSpace(Q);

    // what is no number is no line: nothing is found
    public SealFilter ToFilter() => new(
        Kind, string.IsNullOrWhiteSpace(Q) ? null : long.TryParse(Q.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var line) ? line : 0, OldestFirst: !SortChoice.IsDescending(Dir, usual: true));
}

/// <summary>The list, and what the last verification said.</summary>
public sealed record SealListPage(SealQuery Query, Page<SealRow> Rows, JournalWatch? Last);

/// <summary>The sealed blocks of the journal and their verification, for administrators.</summary>
[Area(Policies.ParkDesk)]
[Authorize(Policies.RunPortal)]
public sealed class JournalSealsController(JournalKeeping keeping) : Controller
{
    private const string Home = "/park/journal/seals";

    private static readonly string[] _head = ["块", "种类", "首条记录", "末条记录", "条数", "封存时间", "哈希", "前一块哈希"];

    [HttpGet(Home)]
    public async Task<IActionResult> Index(SealQuery query, CancellationToken cancellation) =>
        View(new SealListPage(query, await keeping.ListAsync(query.ToFilter(), new PageRequest(query.Page), cancellation), await keeping.LastAsync(cancellation)));

    [HttpGet(Home + "/export.csv")]
    [HttpGet(Home + "/export.xlsx")]
    public Task Export(SealQuery query, CancellationToken cancellation) =>
        Response.SendListAsync("journal-seals", "日志封存", _head, keeping.StreamAsync(query.ToFilter()), Values, cancellation);

    [HttpPost(Home + "/verify")]
    public async Task<IActionResult> Verify(CancellationToken cancellation)
    {
        var job = await keeping.AskAsync(cancellation);
        TempData["Notice"] = "已开始核验，结果显示在后台任务里。";
        return Redirect(string.Create(CultureInfo.InvariantCulture, $"/park/jobs/{job}"));
    }

    private static IEnumerable<string?> Values(SealRow row) =>
    [
        row.Number.ToString(CultureInfo.InvariantCulture), row.Kind.Word(), row.FirstLineId.ToString(CultureInfo.InvariantCulture), row.LastLineId.ToString(CultureInfo.InvariantCulture),
        row.LineCount.ToString(CultureInfo.InvariantCulture), ListTimes.Of(row.SealedAt), row.Hash, row.PreviousHash,
    ];
}
