using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Tracking;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared.Consignments;
using HuaihuaPilotZone.Web.Shared.Events;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Events;

/// <summary>What was reported of all consignments.</summary>
[Area(Policies.ParkDesk)]
public sealed class EventsController(EventLists events) : Controller
{
    private const string Desk = "/park";
    private const string Home = Desk + "/events";

    [HttpGet(Home)]
    public async Task<IActionResult> Index(EventQuery query, CancellationToken cancellation) =>
        View("/Shared/Events/Index.cshtml", new EventListPage(Desk, query, await events.ListAsync(query.ToFilter(null), new PageRequest(query.Page), cancellation)));

    [HttpGet(Home + "/export.csv")]
    [HttpGet(Home + "/export.xlsx")]
    public Task Export(EventQuery query, CancellationToken cancellation) => EventFile.SendAsync(Response, events.StreamAsync(query.ToFilter(null)), cancellation);
}
