using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Tracking;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared.Consignments;
using HuaihuaPilotZone.Web.Shared.Events;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Events;

/// <summary>What was reported of the enterprise's own consignments.</summary>
[Area(Policies.EnterpriseDesk)]
public sealed class EventsController(EventLists events, CurrentMembership membership) : Controller
{
    private const string Desk = "/enterprise";
    private const string Home = Desk + "/events";

    private int EnterpriseId => membership.Required.EnterpriseId;

    [HttpGet(Home)]
    public async Task<IActionResult> Index(EventQuery query, CancellationToken cancellation) =>
        View("/Shared/Events/Index.cshtml", new EventListPage(Desk, query, await events.ListAsync(query.ToFilter(EnterpriseId), new PageRequest(query.Page), cancellation)));

    [HttpGet(Home + "/export.csv")]
    [HttpGet(Home + "/export.xlsx")]
    public Task Export(EventQuery query, CancellationToken cancellation) => EventFile.SendAsync(Response, events.StreamAsync(query.ToFilter(EnterpriseId)), cancellation);
}
