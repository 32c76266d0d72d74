using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Tracking;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared.Consignments;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Dwell;

/// <summary>Over which days; civil days of the events.</summary>
public sealed record DwellQuery(DateOnly? From, DateOnly? To)
{
    private const int UsualDays = 90;
    private const int MostDays = 731;

    /// <summary>Whatever stands in the address, days in their order and not too many of them.</summary>
    public (DateOnly From, DateOnly To) Read(DateOnly today)
    {
        var to = To is { } typed && typed.Year is > 2000 and < 2100 ? typed : today;
        var from = From is { } first && first <= to ? first : to.AddDays(-UsualDays);
        return (from < to.AddDays(-MostDays) ? to.AddDays(-MostDays) : from, to);
    }
}

public static class DwellLooks
{
    /// <summary>Minutes as people read them.</summary>
    public static string Span(int minutes) => minutes >= 2880
        ? string.Create(CultureInfo.InvariantCulture, $"{minutes / 1440m:0.#} 天")
        : minutes >= 60 ? string.Create(CultureInfo.InvariantCulture, $"{minutes / 60m:0.#} 小时") : string.Create(CultureInfo.InvariantCulture, $"{minutes} 分钟");
}

/// <summary>How long goods stay and travel, and how good the estimates were.</summary>
[Area(Policies.ParkDesk)]
public sealed class DwellController(DwellTimes dwell, EventLists events, ChinaTime time) : Controller
{
    [HttpGet("/park/dwell")]
    public async Task<IActionResult> Index(DwellQuery query, CancellationToken cancellation)
    {
        var (from, to) = query.Read(time.Today);
        return View(await dwell.ReportAsync(from, to, cancellation));
    }

    /// <summary>The events that the times are computed from, and all others of these days.</summary>
    [HttpGet("/park/dwell/events.csv")]
    public Task Events(DwellQuery query, CancellationToken cancellation)
    {
        var (from, to) = query.Read(time.Today);
        return EventFile.SendAsync(Response, events.StreamAsync(new EventFilter(From: from, To: to, OldestFirst: true)), cancellation);
    }
}
