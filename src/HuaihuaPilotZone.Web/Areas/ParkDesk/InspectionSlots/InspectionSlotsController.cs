using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared;
using HuaihuaPilotZone.Yard.Inspections;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.InspectionSlots;

/// <summary>The slots of the supervision centre, and the weekly pattern that they are made from.</summary>
[Area(Policies.ParkDesk)]
public sealed class InspectionSlotsController(SlotKeeping slots, InspectionService inspections, ChinaTime time) : Controller
{
    private const string Home = "/park/yard/inspections/slots";
    private const int UsualDays = 14;

    private static readonly string[] _head = ["日期", "时段", "地点", "车位", "已约", "剩余", "停约", "说明"];

    [HttpGet(Home)]
    public Task<IActionResult> Index(SlotQuery query, CancellationToken cancellation) => ShowAsync(query, Usual(), new PatternForm(), cancellation);

    [HttpGet(Home + "/export.csv")]
    public Task Export(SlotQuery query, CancellationToken cancellation) => CsvFile.SendAsync(
        Response, string.Create(CultureInfo.InvariantCulture, $"slots-{time.Today:yyyyMMdd}.csv"), _head, slots.StreamAsync(query.ToFilter()),
        row => [ListTimes.Of(row.Day), row.Hours, row.Place, Number(row.Capacity), Number(row.Booked), Number(row.Free), row.IsClosed ? "是" : "否", row.Note], cancellation);

    [HttpPost(Home + "/make")]
    [Authorize(Policies.KeepRoster)]
    public async Task<IActionResult> Make(MakeForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var made = await slots.MakeAsync(form.From!.Value, form.To!.Value, cancellation);
            if (made.IsDone) return Told(Text(made.Value), isGood: true);
            ModelState.Show(made.Refusals);
        }
        return await ShowAsync(NoQuery(), form, new PatternForm(), cancellation);
    }

    [HttpPost(Home + "/patterns")]
    [Authorize(Policies.KeepRoster)]
    public async Task<IActionResult> AddPattern(PatternForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var outcome = await slots.AddPatternAsync(form.DayMarks, form.ToHours(), cancellation);
            if (outcome.IsDone) return Told("每周时段已增加。", isGood: true);
            ModelState.Show([.. outcome.Refusals.Select(r => r with { Field = r.Field switch { "From" => nameof(form.Begins), "Until" => nameof(form.Ends), _ => r.Field } })]);
        }
        return await ShowAsync(NoQuery(), Usual(), form, cancellation);
    }

    [HttpPost(Home + "/patterns/{id:int}/remove")]
    [Authorize(Policies.KeepRoster)]
    public async Task<IActionResult> RemovePattern(int id, CancellationToken cancellation)
    {
        var outcome = await slots.RemovePatternAsync(id, cancellation);
        return outcome.IsDone ? Told("每周时段已删除，已生成的时段不变。", isGood: true) : Told(outcome.Refusals[0].Message, isGood: false);
    }

    [HttpGet(Home + "/{id:int}")]
    public async Task<IActionResult> Edit(int id, CancellationToken cancellation) => await slots.FindAsync(id, cancellation) is { } slot ? await EditAsync(slot, SlotForm.Of(slot), cancellation) : NotFound();

    [HttpPost(Home + "/{id:int}")]
    [Authorize(Policies.KeepRoster)]
    public async Task<IActionResult> Edit(int id, SlotForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var outcome = await slots.UpdateAsync(id, form.Version, form.Capacity!.Value, form.IsClosed, FormText.Clean(form.Note), cancellation);
            if (outcome.IsDone)
            {
                TempData["Notice"] = "时段已修改。";
                return Redirect(string.Create(CultureInfo.InvariantCulture, $"{Home}/{id}"));
            }
            ModelState.Show(outcome.Refusals);
        }
        if (await slots.FindAsync(id, cancellation) is not { } slot) return NotFound();
        if (StaleForm.Renew(ModelState)) form.Version = slot.Version;
        return await EditAsync(slot, form, cancellation);
    }

    private async Task<IActionResult> EditAsync(InspectionSlot slot, SlotForm form, CancellationToken cancellation) => View("Edit", new SlotPage(
        slot, form, await inspections.ListAsync(new BookingFilter(SlotId: slot.Id, Sort: BookingSort.Booked, Descending: false), new PageRequest(null, PageRequest.MaxSize), cancellation),
        await slots.HistoryAsync(slot.Id, this.HistoryPage(), cancellation)));

    private async Task<IActionResult> ShowAsync(SlotQuery query, MakeForm make, PatternForm pattern, CancellationToken cancellation) =>
        View("Index", new SlotListPage(query, await slots.ListAsync(query.ToFilter(), new PageRequest(query.Page), cancellation), await slots.PatternsAsync(cancellation), make, pattern));

    private static string Text(SlotsMade made) =>
        string.Create(CultureInfo.InvariantCulture, $"新增 {made.Made} 个时段，{made.Known} 个原来就有，跳过 {made.DaysOff} 个休息日。")
        + (made.Uncertain.Count == 0 ? "" : $"{string.Join('、', made.Uncertain)} 年的放假安排还没有录入，只按周末推算，请录入后核对。");

    private MakeForm Usual() => new() { From = time.Today.AddDays(1), To = time.Today.AddDays(UsualDays) };

    private static SlotQuery NoQuery() => new(null, null, null, null, null, null);

    private RedirectResult Told(string notice, bool isGood)
    {
        TempData["Notice"] = notice;
        if (!isGood) TempData["NoticeTone"] = "bad";
        return Redirect(Home);
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
