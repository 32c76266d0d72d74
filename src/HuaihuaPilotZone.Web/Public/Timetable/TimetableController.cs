using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors.Timetable;
using HuaihuaPilotZone.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace HuaihuaPilotZone.Web.Public.Timetable;

/// <summary>The timetable. Free slots change with every booking, so no page of it is kept.</summary>
public sealed class TimetableController(TimetableBoard board, DepartureDesk departures, DepartureDeadlines deadlines, IStringLocalizer<TimetableText> words, ChinaTime time) : Controller
{
    private static readonly string[] _columns = ["Number", "Corridor", "Service", "Route", "Leaves", "CutOff", "Arrives", "Capacity", "Free", "State", "Reason", "Source"];

    [HttpGet("/timetable")]
    public async Task<IActionResult> Index(TimetableQuery query, CancellationToken cancellation)
    {
        // a day that cannot be read is no filter
        ModelState.Clear();
        var (from, until) = board.Days(query.ToFilter());
        return View(new TimetablePage(query, from, until, await board.ListAsync(query.ToFilter(), new PageRequest(query.Page), cancellation), await board.ChoicesAsync(cancellation), time.UtcNow));
    }

    [HttpGet("/timetable/{number}")]
    public async Task<IActionResult> Show(string number, CancellationToken cancellation) =>
        await departures.FindAsync(number, cancellation) is { } departure
            ? View(new DeparturePage(departure, time.UtcNow) { Deadlines = await deadlines.OfAsync(departure, null, null, cancellation) })
            : NotFound();

    [HttpGet("/timetable.csv")]
    [HttpGet("/timetable.xlsx")]
    public async Task Export(TimetableQuery query, CancellationToken cancellation)
    {
        var (now, trips) = (time.UtcNow, await board.AllAsync(query.ToFilter(), cancellation));
        await Response.SendListAsync("timetable", words["Title"], [.. _columns.Select(k => words[$"Col.{k}"].Value)], trips.ToAsyncEnumerable(), d => TimetableRow.Of(d, words, now), cancellation);
    }

    [HttpGet("/timetable.ics")]
    public async Task<IActionResult> Calendar(TimetableQuery query, CancellationToken cancellation) =>
        File(TimetableCalendar.Make(await board.AllAsync(query.ToFilter(), cancellation), words, time.UtcNow), "text/calendar; charset=utf-8", string.Create(CultureInfo.InvariantCulture, $"timetable-{time.Today:yyyyMMdd}.ics"));
}
