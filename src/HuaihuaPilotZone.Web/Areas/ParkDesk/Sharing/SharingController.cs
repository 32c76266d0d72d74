using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors.Bookings;
using HuaihuaPilotZone.Corridors.Bookings.Quotes;
using HuaihuaPilotZone.Corridors.Bookings.Sharing;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Sharing;

/// <summary>The address bar of the list. Whatever stands in it, a list is shown.</summary>
public sealed record SharingQuery(string? Q, SharedState? State, string? Sort, string? Dir, int? Page)
{
    public bool IsNarrowed => State is not null || !string.IsNullOrWhiteSpace(Q);

    public OverseenFilter<SharedState, SharedSort> ToFilter() => new(Q, State, SortChoice.Of(Sort, SharedSort.Made), SortChoice.IsDescending(Dir, usual: true));
}

/// <summary>The list.</summary>
public sealed record SharingListPage(SharingQuery Query, Page<OverseenContainer> Rows);

/// <summary>One proposal.</summary>
/// <param name="History">Null while its sides are not told: the lines say who acted.</param>
public sealed record SharingPage(OverseenSharing Sharing, Page<JournalLine>? History);

/// <summary>Proposals to share containers: that they are there and how far they have come.</summary>
[Area(Policies.ParkDesk)]
public sealed class SharingController(SharingOverview overview) : Controller
{
    private const string Home = "/park/sharing";

    private static readonly string[] _head = ["方案号", "状态", "车次", "班次", "开车时间", "装货站", "卸货站", "箱型", "票数", "同意", "毛重（千克）", "订舱号", "答复期限", "提出时间"];

    [HttpGet(Home)]
    public async Task<IActionResult> Index(SharingQuery query, CancellationToken cancellation) =>
        View(new SharingListPage(query, await overview.ListAsync(query.ToFilter(), new PageRequest(query.Page), cancellation)));

    [HttpGet(Home + "/export.csv")]
    [HttpGet(Home + "/export.xlsx")]
    public Task Export(SharingQuery query, CancellationToken cancellation) => Response.SendListAsync(
        "sharing", "拼箱方案", _head, overview.StreamAsync(query.ToFilter()),
        row =>
        [
            row.Number, row.State.Word(), row.DepartureNumber, row.ServiceName, ListTimes.Of(row.LeavesAt), row.FromName, row.ToName, row.Type.Word(),
            row.Parts.ToString(CultureInfo.InvariantCulture), row.Agreed.ToString(CultureInfo.InvariantCulture), row.Kilograms.ToString(CultureInfo.InvariantCulture), row.BookingNumber,
            ListTimes.Of(row.AnswerBy), ListTimes.Of(row.MadeAt),
        ],
        cancellation);

    [HttpGet(Home + "/{number}")]
    public async Task<IActionResult> Show(string number, CancellationToken cancellation)
    {
        if (await overview.FindAsync(number, cancellation) is not { } found) return NotFound();
        return View(new SharingPage(found, found.IsOpen ? await overview.HistoryAsync(number, this.HistoryPage(), cancellation) : null));
    }
}
