using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors.Timetable;
using HuaihuaPilotZone.Files;
using HuaihuaPilotZone.Imports.Sheets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace HuaihuaPilotZone.Web.Public.Timetable;

/// <summary>The timetable. Free slots change with every booking, so no page of it is kept.</summary>
public sealed class TimetableController(TimetableBoard board, DepartureDesk departures, IStringLocalizer<TimetableText> words, ChinaTime time) : Controller
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
        await departures.FindAsync(number, cancellation) is { } departure ? View(new DeparturePage(departure, time.UtcNow)) : NotFound();

    [HttpGet("/timetable.xlsx")]
    public async Task<IActionResult> Sheet(TimetableQuery query, CancellationToken cancellation)
    {
        var content = new MemoryStream();
        await SheetWriter.WriteAsync(content, words["Title"], Rows(query, cancellation), cancellation);
        return Send(content, FileType.Xlsx.MediaType(), "xlsx");
    }

    [HttpGet("/timetable.csv")]
    public async Task<IActionResult> Text(TimetableQuery query, CancellationToken cancellation)
    {
        var content = new MemoryStream();
        await SheetWriter.WriteCsvAsync(content, Rows(query, cancellation), cancellation);
        return Send(content, "text/csv; charset=utf-8", "csv");
    }

    [HttpGet("/timetable.ics")]
    public async Task<IActionResult> Calendar(TimetableQuery query, CancellationToken cancellation) =>
        File(TimetableCalendar.Make(await board.AllAsync(query.ToFilter(), cancellation), words, time.UtcNow), "text/calendar; charset=utf-8", Name("ics"));

    private FileStreamResult Send(MemoryStream content, string type, string ending)
    {
        content.Position = 0;
        return File(content, type, Name(ending));
    }

    private string Name(string ending) => string.Create(CultureInfo.InvariantCulture, $"timetable-{time.Today:yyyyMMdd}.{ending}");

    private async IAsyncEnumerable<IReadOnlyList<string>> Rows(TimetableQuery query, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        yield return [.. _columns.Select(k => words[$"Col.{k}"].Value)];
        foreach (var departure in await board.AllAsync(query.ToFilter(), cancellation)) yield return TimetableRow.Of(departure, words, time.UtcNow);
    }
}
