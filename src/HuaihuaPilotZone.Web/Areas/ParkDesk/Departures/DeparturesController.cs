using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors;
using HuaihuaPilotZone.Corridors.Timetable;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Departures;

/// <summary>Single departures: moved, made smaller or larger, cancelled and restored with a reason that the public reads.</summary>
[Area(Policies.ParkDesk)]
public sealed class DeparturesController(DepartureDesk departures, DepartureImport import, DepartureDeadlines deadlines, ChinaTime time) : Controller
{
    private const string Home = "/park/timetable/departures";

    private static readonly string[] _head = ["车次", "班次", "通道", "状态", "始发站", "开车（当地）", "时区", "截单（当地）", "到达站", "到达（当地）", "到达站时区", "舱位", "已订", "单独调整", "原因"];

    private static readonly SheetImportPage _importPage = new(
        "车次", "个车次", "逐个调整、停开或恢复车次。", "开车和截单是始发站当地时间，如 2026-12-01 09:30；状态写“计划开行”或“停开”；有变化的行要写原因，公众会看到。车次由班次排出，不在文件里新建。",
        new Crumb("车次", Home), Home + "/import", Home + "/export.xlsx", DepartureImport.MostRows, DepartureImport.Columns);

    [HttpGet(Home)]
    public async Task<IActionResult> Index(DepartureQuery query, CancellationToken cancellation) =>
        View(new DepartureListPage(query, await departures.ListAsync(query.ToFilter(), new PageRequest(query.Page), cancellation)));

    [HttpGet(Home + "/export.csv")]
    [HttpGet(Home + "/export.xlsx")]
    public Task Export(DepartureQuery query, CancellationToken cancellation) => Response.SendListAsync("departures", "车次", _head, departures.StreamAsync(query.ToFilter()), Values, cancellation);

    [HttpGet(Home + "/import")]
    [Authorize(Policies.KeepNetwork)]
    public IActionResult Import() => View(SheetImportPage.ViewName, _importPage);

    [HttpPost(Home + "/import")]
    [Authorize(Policies.KeepNetwork)]
    [RequestSizeLimit(SheetUploadFormValidator.MostBytes + 100_000)]
    public Task<IActionResult> Import(SheetUploadForm form, CancellationToken cancellation) => this.TakeInAsync(form, _importPage, import.ImportAsync, cancellation);

    [HttpGet(Home + "/{number}")]
    public Task<IActionResult> Show(string number, CancellationToken cancellation) => ShowAsync(number, null, null, cancellation);

    [HttpPost(Home + "/{number}")]
    [Authorize(Policies.KeepNetwork)]
    public async Task<IActionResult> Show(string number, DepartureForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var outcome = await departures.ChangeAsync(number, form.Version, form.ToData(), cancellation);
            if (outcome.IsDone) return Told(number, "车次已调整。");
            ModelState.Show(outcome.Refusals);
        }
        return await ShowAsync(number, form, null, cancellation);
    }

    [HttpPost(Home + "/{number}/cancel")]
    [Authorize(Policies.KeepNetwork)]
    public Task<IActionResult> Cancel(string number, CancellingForm form, CancellationToken cancellation) =>
        DecideAsync(number, form, "车次已停开，仍显示在时刻表里。", why => departures.CancelAsync(number, form.Version, why, cancellation), cancellation);

    [HttpPost(Home + "/{number}/restore")]
    [Authorize(Policies.KeepNetwork)]
    public Task<IActionResult> Restore(string number, CancellingForm form, CancellationToken cancellation) =>
        DecideAsync(number, form, "车次已恢复开行。", why => departures.RestoreAsync(number, form.Version, why, cancellation), cancellation);

    private async Task<IActionResult> DecideAsync(string number, CancellingForm form, string notice, Func<string, Task<Outcome>> act, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var outcome = await act(form.Why!.Trim());
            if (outcome.IsDone) return Told(number, notice);
            ModelState.Show(outcome.Refusals);
        }
        return await ShowAsync(number, null, form, cancellation);
    }

    private async Task<IActionResult> ShowAsync(string number, DepartureForm? form, CancellingForm? cancelling, CancellationToken cancellation)
    {
        if (await departures.FindAsync(number, cancellation) is not { } departure) return NotFound();
        // the page shows the departure as it is now, so the next attempt is made knowing it
        (form ??= DepartureForm.Of(departure)).Version = departure.Version;
        (cancelling ??= new CancellingForm()).Version = departure.Version;
        return View("Show", new DeparturePage(
            departure, form, cancelling, await deadlines.OfAsync(departure, null, null, cancellation), await departures.HistoryAsync(number, this.HistoryPage(), cancellation), departure.LeavesAt <= time.UtcNow));
    }

    private static IEnumerable<string?> Values(Departure departure)
    {
        var (first, last) = (departure.Stops[0].Node!, departure.Stops[^1].Node!);
        return
        [
            departure.Number, departure.Service!.Name, departure.Service.Corridor?.Name, departure.Status.Word(), first.Name, Local(departure.LeavesAt, first), LocalTime.Offset(departure.LeavesAt, first.TimeZone),
            Local(departure.CutOffAt, first), last.Name, Local(departure.ArrivesAt, last), LocalTime.Offset(departure.ArrivesAt, last.TimeZone),
            departure.Capacity.ToString(CultureInfo.InvariantCulture), departure.Booked.ToString(CultureInfo.InvariantCulture), departure.IsChanged ? "是" : "否", departure.Reason,
        ];
    }

    private static string Local(DateTime utc, Node node) => LocalTime.FromUtc(utc, node.TimeZone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private RedirectResult Told(string number, string notice)
    {
        TempData["Notice"] = notice;
        return Redirect($"{Home}/{number}");
    }
}
