using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Tracking;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Shared.Sensors;

/// <summary>What both desks answer about devices; each says who looks: an enterprise, or the park (null).</summary>
public static class SensorAnswers
{
    public static async Task<IActionResult> ListAsync(this Controller desk, SensorLists sensors, int? viewer, string home, SensorQuery query, CancellationToken cancellation) =>
        desk.View("/Shared/Sensors/Index.cshtml", new SensorListPage(home, query, await sensors.ListAsync(query.ToFilter(viewer), new PageRequest(query.Page), cancellation), sensors.KeptDays));

    public static Task SendAsync(this Controller desk, SensorLists sensors, int? viewer, SensorQuery query, CancellationToken cancellation) =>
        SensorFile.SendAsync(desk.Response, sensors.StreamAsync(query.ToFilter(viewer)), cancellation);

    public static async Task<IActionResult> ShowAsync(this Controller desk, SensorLists sensors, int? viewer, string home, int id, ReadingQuery query, CancellationToken cancellation)
    {
        if (await sensors.FindAsync(id, viewer, cancellation) is not { } sensor) return desk.NotFound();
        var filter = query.ToFilter();
        return desk.View("/Shared/Sensors/Show.cshtml", new SensorPage(
            home, sensor, query, await sensors.ChartAsync(sensor, filter, cancellation), await sensors.ReadingsAsync(sensor, filter, new PageRequest(query.Page), cancellation), sensors.KeptDays,
            MayOpenConsignment: viewer is null || sensor.OwnerId == viewer));
    }

    /// <summary>What the chart of the page is drawn from.</summary>
    public static async Task<IActionResult> ChartAsync(this Controller desk, SensorLists sensors, int? viewer, int id, ReadingQuery query, CancellationToken cancellation) =>
        await sensors.FindAsync(id, viewer, cancellation) is { } sensor ? desk.Json(ReadingDrawing.Of(sensor, await sensors.ChartAsync(sensor, query.ToFilter(), cancellation))) : desk.NotFound();

    public static async Task<IActionResult> SendReadingsAsync(this Controller desk, SensorLists sensors, int? viewer, int id, ReadingQuery query, CancellationToken cancellation)
    {
        if (await sensors.FindAsync(id, viewer, cancellation) is not { } sensor) return desk.NotFound();
        await SensorFile.SendReadingsAsync(desk.Response, sensor, sensors.StreamReadingsAsync(sensor, query.ToFilter()), cancellation);
        return new EmptyResult();
    }
}
