using HuaihuaPilotZone.Tracking;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared.Sensors;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Sensors;

/// <summary>Devices of all consignments and what they said.</summary>
[Area(Policies.ParkDesk)]
public sealed class SensorsController(SensorLists sensors) : Controller
{
    private const string Desk = "/park";
    private const string Home = Desk + "/sensors";

    [HttpGet(Home)]
    public Task<IActionResult> Index(SensorQuery query, CancellationToken cancellation) => this.ListAsync(sensors, viewer: null, Desk, query, cancellation);

    [HttpGet(Home + "/export.csv")]
    [HttpGet(Home + "/export.xlsx")]
    public Task Export(SensorQuery query, CancellationToken cancellation) => this.SendAsync(sensors, viewer: null, query, cancellation);

    [HttpGet(Home + "/{id:int}")]
    public Task<IActionResult> Show(int id, ReadingQuery query, CancellationToken cancellation) => this.ShowAsync(sensors, viewer: null, Desk, id, query, cancellation);

    [HttpGet(Home + "/{id:int}/chart.json")]
    public Task<IActionResult> Chart(int id, ReadingQuery query, CancellationToken cancellation) => this.ChartAsync(sensors, viewer: null, id, query, cancellation);

    [HttpGet(Home + "/{id:int}/readings.csv")]
    [HttpGet(Home + "/{id:int}/readings.xlsx")]
    public Task<IActionResult> Readings(int id, ReadingQuery query, CancellationToken cancellation) => this.SendReadingsAsync(sensors, viewer: null, id, query, cancellation);
}
