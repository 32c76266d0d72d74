using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared;
using HuaihuaPilotZone.Web.Shared.Inspections;
using HuaihuaPilotZone.Yard.Inspections;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Inspections;

/// <summary>Inspection appointments of the enterprise.</summary>
[Area(Policies.EnterpriseDesk)]
public sealed class InspectionsController(InspectionService inspections, SlotKeeping slots, CurrentMembership membership, ChinaTime time) : Controller
{
    private const string Home = "/enterprise/inspections";

    private static readonly string[] _head = ["预约号", "状态", "日期", "时段", "地点", "车位", "预申报", "箱号", "预约时间"];

    private int EnterpriseId => membership.Required.EnterpriseId;

    [HttpGet(Home)]
    public async Task<IActionResult> Index(string? q, InspectionState? state, string? sort, string? dir, int? page, CancellationToken cancellation) =>
        View(new MyBookingsPage(q, state, await inspections.ListAsync(Filter(q, state, sort, dir), new PageRequest(page), cancellation)));

    [HttpGet(Home + "/export.csv")]
    public Task Export(string? q, InspectionState? state, string? sort, string? dir, CancellationToken cancellation) => CsvFile.SendAsync(
        Response, string.Create(CultureInfo.InvariantCulture, $"inspections-{time.Today:yyyyMMdd}.csv"), _head, inspections.StreamAsync(Filter(q, state, sort, dir)),
        row =>
        [
            row.Number, row.State.Word(), row.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), row.Hours, row.Place, row.Places.ToString(CultureInfo.InvariantCulture), row.Declaration?.ToString(),
            string.Join(' ', row.Containers), ChinaTime.FromUtc(row.BookedAt).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        ],
        cancellation);

    [HttpGet(Home + "/slots")]
    public async Task<IActionResult> Slots(DateOnly? from, string? q, int? places, DeclarationNumber? declaration, int? page, CancellationToken cancellation)
    {
        // what is past cannot be booked, whatever the address says
        var first = from is { } day && day > time.Today ? day : time.Today;
        return View(new SlotChoicePage(
            from, q, places, declaration, await slots.ListAsync(new SlotFilter(first, Place: q, Places: Math.Clamp(places ?? 1, 1, InspectionBooking.MostPlaces)), new PageRequest(page), cancellation)));
    }

    [HttpGet(Home + "/new")]
    public async Task<IActionResult> New(int? slot, DeclarationNumber? declaration, CancellationToken cancellation) =>
        slot is { } id ? await FormAsync(new BookForm { SlotId = id, Places = 1, Declaration = declaration?.ToString() }, cancellation) : Redirect(Home + "/slots");

    [HttpPost(Home + "/new")]
    public async Task<IActionResult> New(BookForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var made = await inspections.BookAsync(EnterpriseId, form.ToData(), cancellation);
            if (made.IsDone) return Told(made.Value, "已预约，请按时到场。");
            ModelState.Show(made.Refusals);
        }
        return await FormAsync(form, cancellation);
    }

    [HttpGet(Home + "/{number}")]
    public Task<IActionResult> Show(string number, CancellationToken cancellation) => ShowAsync(number, new InspectionStepForm(), cancellation);

    [HttpPost(Home + "/{number}")]
    public async Task<IActionResult> Show(string number, InspectionStepForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var outcome = await inspections.StepAsync(number, EnterpriseId, form.Step!.Value, form.Version, string.IsNullOrWhiteSpace(form.Note) ? null : form.Note.Trim(), cancellation);
            if (outcome.IsDone) return Told(number, "预约已取消，车位已空出。");
            ModelState.Show(outcome.Refusals);
        }
        return await ShowAsync(number, form, cancellation);
    }

    private async Task<IActionResult> FormAsync(BookForm form, CancellationToken cancellation) =>
        form.SlotId is { } id && await slots.FindAsync(id, cancellation) is { } slot ? View("New", new BookPage(slot, form)) : NotFound();

    private async Task<IActionResult> ShowAsync(string number, InspectionStepForm form, CancellationToken cancellation)
    {
        if (await inspections.FindAsync(number, EnterpriseId, cancellation) is not { } booking) return NotFound();
        IReadOnlyList<InspectionStep> steps = time.Now < booking.Slot!.StartsAt ? InspectionService.StepsFrom(booking.State, isPark: false) : [];
        return View("Show", new BookingPage(booking, await inspections.HistoryAsync(number, this.HistoryPage(), cancellation), steps, form, $"{Home}/{number}", IsPark: false));
    }

    private BookingFilter Filter(string? q, InspectionState? state, string? sort, string? dir) =>
        new(q, state, EnterpriseId: EnterpriseId, Sort: SortChoice.Of(sort, BookingSort.Slot), Descending: SortChoice.IsDescending(dir, usual: true));

    private RedirectResult Told(string number, string notice)
    {
        TempData["Notice"] = notice;
        return Redirect($"{Home}/{number}");
    }
}
