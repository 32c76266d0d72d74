using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Tracking;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared.Sensors;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Sensors;

/// <summary>Devices that travel with the enterprise's own consignments and with those it carries.</summary>
[Area(Policies.EnterpriseDesk)]
public sealed class SensorsController(SensorLists sensors, CurrentMembership membership) : Controller
{
    private const string Desk = "/enterprise";
    private const string Home = Desk + "/sensors";

    private int EnterpriseId => membership.Required.EnterpriseId;

    [HttpGet(Home)]
    public async Task<IActionResult> Index(SensorQuery query, CancellationToken cancellation) =>
        View("/Shared/Sensors/Index.cshtml", new SensorListPage(Desk, query, await sensors.ListAsync(query.ToFilter(EnterpriseId), new PageRequest(query.Page), cancellation), sensors.KeptDays));

    [HttpGet(Home + "/export.csv")]
    [HttpGet(Home + "/export.xlsx")]
    public Task Export(SensorQuery query, CancellationToken cancellation) => SensorFile.SendAsync(Response, sensors.StreamAsync(query.ToFilter(EnterpriseId)), cancellation);

    [HttpGet(Home + "/{id:int}")]
    public async Task<IActionResult> Show(int id, ReadingQuery query, CancellationToken cancellation)
    {
        if (await sensors.FindAsync(id, EnterpriseId, cancellation) is not { } sensor) return NotFound();
        var filter = query.ToFilter();
        return View("/Shared/Sensors/Show.cshtml", new SensorPage(
            Desk, sensor, query, await sensors.ChartAsync(sensor, filter, cancellation), await sensors.ReadingsAsync(sensor, filter, new PageRequest(query.Page), cancellation), sensors.KeptDays, MayOpenConsignment: sensor.OwnerId == EnterpriseId));
    }

    /// <summary>What the chart of the page is drawn from.</summary>
    [HttpGet(Home + "/{id:int}/chart.json")]
    public async Task<IActionResult> Chart(int id, ReadingQuery query, CancellationToken cancellation) =>
        await sensors.FindAsync(id, EnterpriseId, cancellation) is { } sensor ? Json(ReadingDrawing.Of(sensor, await sensors.ChartAsync(sensor, query.ToFilter(), cancellation))) : NotFound();

    [HttpGet(Home + "/{id:int}/readings.csv")]
    [HttpGet(Home + "/{id:int}/readings.xlsx")]
    public async Task<IActionResult> Readings(int id, ReadingQuery query, CancellationToken cancellation)
    {
        if (await sensors.FindAsync(id, EnterpriseId, cancellation) is not { } sensor) return NotFound();
        await SensorFile.SendReadingsAsync(Response, sensor, sensors.StreamReadingsAsync(sensor, query.ToFilter()), cancellation);
        return new EmptyResult();
    }
}
