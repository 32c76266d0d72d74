using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors.Timetable;
using HuaihuaPilotZone.Deadlines;
using HuaihuaPilotZone.PublicPages;
using HuaihuaPilotZone.Web.Public.Timetable;
using HuaihuaPilotZone.Web.Setup.PublicPages;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Public.Deadlines;

/// <summary>By when something is to be done, with the arithmetic and its sources. The question stands in the address, so that it can be passed on.</summary>
public sealed class DeadlinesController(DeadlineDesk desk, TimetableBoard board, DepartureDesk departures, DepartureDeadlines trips, ChinaTime time) : Controller
{
    private const string Home = "/tools/deadlines";

    [HttpGet(Home)]
    [PublicPage(PublicTopic.Services)]
    public async Task<IActionResult> Index(DeadlineQuery query, CancellationToken cancellation)
    {
        // what was typed is read by the query itself, in both languages
        ModelState.Clear();
        var rules = desk.Rules;
        var (ask, problems) = query.Read(rules);
        return View(new DeadlinePage(query, rules, problems, ask is null ? null : await desk.AnswerAsync(ask, cancellation)));
    }

    /// <summary>The departures whose deadlines can be counted. Not kept, like the timetable.</summary>
    [HttpGet(Home + "/departures")]
    public async Task<IActionResult> Departures(TimetableQuery query, CancellationToken cancellation)
    {
        // a day that cannot be read is no filter
        ModelState.Clear();
        var (from, until) = board.Days(query.ToFilter());
        return View(new TimetablePage(query, from, until, await board.ListAsync(query.ToFilter(), new PageRequest(query.Page), cancellation), await board.ChoicesAsync(cancellation), time.UtcNow));
    }

    /// <summary>The deadlines of one departure, with the working days that are left.</summary>
    [HttpGet(Home + "/departures/{number}")]
    public async Task<IActionResult> Departure(string number, SectionQuery query, CancellationToken cancellation)
    {
        ModelState.Clear();
        if (await departures.FindAsync(number, cancellation) is not { } departure) return NotFound();
        var wanted = query.Read(departure) is { } section ? await trips.CountAsync(departure, section.From, section.To, cancellation) : null;
        var count = wanted ?? (await trips.CountAsync(departure, null, null, cancellation))!;
        return View(new TripDeadlinePage(query, count, await desk.SpanAsync(count.Today, count.Last, cancellation), IsServed: wanted is not null));
    }
}
