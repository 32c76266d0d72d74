using HuaihuaPilotZone.Tracking;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared.Sensors;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Sensors;

/// <summary>Devices that travel with the enterprise's own consignments, and its own ones with those it carries.</summary>
[Area(Policies.EnterpriseDesk)]
public sealed class SensorsController(SensorLists sensors, CurrentMembership membership) : Controller
{
    private const string Desk = "/enterprise";
    private const string Home = Desk + "/sensors";

    private int EnterpriseId => membership.Required.EnterpriseId;

    [HttpGet(Home)]
    public Task<IActionResult> Index(SensorQuery query, CancellationToken cancellation) => this.ListAsync(sensors, EnterpriseId, Desk, query, cancellation);

    [HttpGet(Home + "/export.csv")]
    [HttpGet(Home + "/export.xlsx")]
    public Task Export(SensorQuery query, CancellationToken cancellation) => this.SendAsync(sensors, EnterpriseId, query, cancellation);

    [HttpGet(Home + "/{id:int}")]
    public Task<IActionResult> Show(int id, ReadingQuery query, CancellationToken cancellation) => this.ShowAsync(sensors, EnterpriseId, Desk, id, query, cancellation);

    [HttpGet(Home + "/{id:int}/chart.json")]
    public Task<IActionResult> Chart(int id, ReadingQuery query, CancellationToken cancellation) => this.ChartAsync(sensors, EnterpriseId, id, query, cancellation);

    [HttpGet(Home + "/{id:int}/readings.csv")]
    [HttpGet(Home + "/{id:int}/readings.xlsx")]
    public Task<IActionResult> Readings(int id, ReadingQuery query, CancellationToken cancellation) => this.SendReadingsAsync(sensors, EnterpriseId, id, query, cancellation);
}
