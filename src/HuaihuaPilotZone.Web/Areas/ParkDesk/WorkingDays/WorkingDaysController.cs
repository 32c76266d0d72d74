using System.Globalization;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared;
using HuaihuaPilotZone.WorkingDays;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.WorkingDays;

/// <summary>The working calendar: each year's arrangement of days off with its notice.</summary>
[Area(Policies.ParkDesk)]
public sealed class WorkingDaysController(WorkingDaysService days) : Controller
{
    private const string Home = "/park/working-days";

    private static readonly string[] _head = ["年份", "日期", "星期", "安排", "节日", "通知", "通知日期", "通知网址"];

    [HttpGet(Home)]
    public async Task<IActionResult> Index(CancellationToken cancellation) => View(await days.ListAsync(cancellation));

    /// <summary>The arranged days of all years, a row each, with the notice that names them.</summary>
    [HttpGet(Home + "/export.xlsx")]
    [HttpGet(Home + "/export.csv")]
    public Task Export(CancellationToken cancellation) => Response.SendListAsync(
        "working-days", "工作日历", _head, days.StreamAsync(),
        row =>
        [
            row.Year.ToString(CultureInfo.InvariantCulture), ListTimes.Of(row.Day), $"周{"日一二三四五六"[(int)row.Day.DayOfWeek]}", row.Kind.Word(), row.Name, row.Source.Title, ListTimes.Of(row.Source.On), row.Source.Address,
        ],
        cancellation);

    /// <param name="day">The day that is to be changed.</param>
    [HttpGet(Home + "/{year:int}")]
    public async Task<IActionResult> Year(int year, DateOnly? day, CancellationToken cancellation)
    {
        if (!WorkingYear.IsKept(year)) return NotFound();
        var saved = await days.FindAsync(year, cancellation);
        return View(new WorkingYearPage(year, saved, YearSourceForm.Of(saved), SpecialDayForm.Of(saved?.Days.Find(d => d.Day == day))));
    }

    [HttpPost(Home + "/{year:int}")]
    [Authorize(Policies.KeepTables)]
    public async Task<IActionResult> Year(int year, YearSourceForm form, CancellationToken cancellation)
    {
        if (!WorkingYear.IsKept(year)) return NotFound();
        if (ModelState.IsValid)
        {
            var outcome = await days.SaveSourceAsync(year, form.Version, form.ToSource(), cancellation);
            if (outcome.IsDone) return Told(year, $"{year} 年的通知已保存。");
            ModelState.Show(outcome.Refusals);
        }
        var saved = await days.FindAsync(year, cancellation);
        return View(new WorkingYearPage(year, saved, form, new SpecialDayForm()));
    }

    [HttpPost(Home + "/{year:int}/days")]
    [Authorize(Policies.KeepTables)]
    public async Task<IActionResult> Day(int year, SpecialDayForm form, CancellationToken cancellation)
    {
        if (!WorkingYear.IsKept(year)) return NotFound();
        if (ModelState.IsValid)
        {
            var outcome = await days.SaveDayAsync(year, form.DayVersion, form.Day!.Value, form.Kind!.Value, form.Name!.Trim(), cancellation);
            if (outcome.IsDone) return Told(year, $"{form.Day.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} 已保存，时限立即按新日历计算。");
            ModelState.Show(outcome.Refusals);
        }
        var saved = await days.FindAsync(year, cancellation);
        return View(nameof(Year), new WorkingYearPage(year, saved, YearSourceForm.Of(saved), form));
    }

    [HttpPost(Home + "/{year:int}/days/remove")]
    [Authorize(Policies.KeepTables)]
    public async Task<IActionResult> Remove(int year, DateOnly day, int version, CancellationToken cancellation)
    {
        var outcome = await days.RemoveDayAsync(year, version, day, cancellation);
        if (outcome.IsDone) return Told(year, $"{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} 已删除。");
        TempData["NoticeTone"] = "bad";
        return Told(year, outcome.Refusals[0].Message);
    }

    private RedirectResult Told(int year, string notice)
    {
        TempData["Notice"] = notice;
        return Redirect(string.Create(CultureInfo.InvariantCulture, $"{Home}/{year}"));
    }
}
