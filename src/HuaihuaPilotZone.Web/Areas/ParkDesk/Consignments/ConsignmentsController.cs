using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Consignments;
using HuaihuaPilotZone.Consignments.Replanning;
using HuaihuaPilotZone.Tracking;
using HuaihuaPilotZone.Web.Public.Tracking;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared.Consignments;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Consignments;

/// <summary>All consignments, to be read.</summary>
[Area(Policies.ParkDesk)]
public sealed class ConsignmentsController(ConsignmentDesk consignments, ConsignmentTimeline timeline, SensorBook sensors, AlertDesk alerts, ReplanDesk replans, TrackingStreams streams) : Controller
{
    private const string Home = "/park/consignments";

    [HttpGet(Home)]
    public async Task<IActionResult> Index(ConsignmentQuery query, CancellationToken cancellation)
    {
        var rows = await consignments.ListAsync(query.ToFilter(), new PageRequest(query.Page), cancellation);
        return View(new ConsignmentListPage(Home, query, rows, await consignments.ProgressAsync(rows.Rows, cancellation), IsPark: true));
    }

    [HttpGet(Home + "/export.csv")]
    [HttpGet(Home + "/export.xlsx")]
    public Task Export(ConsignmentQuery query, CancellationToken cancellation) => ConsignmentFile.SendAsync(Response, consignments.StreamAsync(query.ToFilter()), cancellation);

    [HttpGet(Home + "/{number}")]
    public async Task<IActionResult> Show(string number, CancellationToken cancellation)
    {
        if (await consignments.FindAsync(number, null, cancellation) is not { } saved) return NotFound();
        var all = await alerts.ListAsync(new AlertFilter(ConsignmentNumber: number), new PageRequest(), cancellation);
        return View(new ConsignmentPage(saved, await timeline.OfAsync(saved, cancellation), await sensors.ChartsAsync(saved.Id, cancellation), all, await replans.ListAsync(saved.Id, cancellation), IsPark: true));
    }

    /// <summary>Says "changed" whenever something was reported of the consignment.</summary>
    [HttpGet(Home + "/{number}/stream")]
    public async Task<IActionResult> Stream(string number, CancellationToken cancellation) =>
        await consignments.IdAsync(number, null, cancellation) is { } id ? await streams.AnswerAsync(Response, [id], cancellation) : NotFound();

    [HttpGet(Home + "/{number}/readings.csv")]
    public async Task<IActionResult> Readings(string number, CancellationToken cancellation)
    {
        if (await consignments.FindAsync(number, null, cancellation) is not { } saved) return NotFound();
        await ConsignmentFile.SendReadingsAsync(Response, saved.Number, sensors.StreamAsync(saved.Id), cancellation);
        return new EmptyResult();
    }
}
