using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared;
using HuaihuaPilotZone.Web.Shared.Inspections;
using HuaihuaPilotZone.Yard.Inspections;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Inspections;

/// <summary>The address bar of the list. Whatever stands in it, a list is shown.</summary>
public sealed record BookingQuery(string? Q, InspectionState? State, DateOnly? From, DateOnly? To, int? Slot, string? Sort, string? Dir, int? Page)
{
    public bool IsNarrowed => State is not null || From is not null || To is not null || Slot is not null || !string.IsNullOrWhiteSpace(Q);

    public BookingFilter ToFilter() => new(Q, State, From, To, SlotId: Slot, Sort: SortChoice.Of(Sort, BookingSort.Slot), Descending: SortChoice.IsDescending(Dir, usual: true));
}

/// <summary>The list.</summary>
public sealed record BookingListPage(BookingQuery Query, Page<BookingRow> Rows);

/// <summary>Inspection appointments of all enterprises.</summary>
[Area(Policies.ParkDesk)]
public sealed class InspectionsController(InspectionService inspections, ChinaTime time, IAuthorizationService doors) : Controller
{
    private const string Home = "/park/yard/inspections";

    private static readonly string[] _head = ["预约号", "状态", "日期", "时段", "地点", "车位", "企业", "预申报", "箱号", "预约时间"];

    [HttpGet(Home)]
    public async Task<IActionResult> Index(BookingQuery query, CancellationToken cancellation) =>
        View(new BookingListPage(query, await inspections.ListAsync(query.ToFilter(), new PageRequest(query.Page), cancellation)));

    [HttpGet(Home + "/export.csv")]
    public Task Export(BookingQuery query, CancellationToken cancellation) => CsvFile.SendAsync(
        Response, string.Create(CultureInfo.InvariantCulture, $"inspections-{time.Today:yyyyMMdd}.csv"), _head, inspections.StreamAsync(query.ToFilter()),
        row =>
        [
            row.Number, row.State.Word(), ListTimes.Of(row.Day), row.Hours, row.Place, row.Places.ToString(CultureInfo.InvariantCulture), row.EnterpriseName, row.Declaration?.ToString(), string.Join(' ', row.Containers),
            ListTimes.Of(row.BookedAt),
        ],
        cancellation);

    [HttpGet(Home + "/{number}")]
    public Task<IActionResult> Show(string number, CancellationToken cancellation) => ShowAsync(number, new InspectionStepForm(), cancellation);

    [HttpPost(Home + "/{number}")]
    [Authorize(Policies.KeepRoster)]
    public async Task<IActionResult> Show(string number, InspectionStepForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var outcome = await inspections.StepAsync(number, null, form.Step!.Value, form.Version, FormText.Clean(form.Note), cancellation);
            if (outcome.IsDone)
            {
                TempData["Notice"] = "已记下，并已通知企业。";
                return Redirect($"{Home}/{number}");
            }
            ModelState.Show(outcome.Refusals);
        }
        return await ShowAsync(number, form, cancellation);
    }

    private async Task<IActionResult> ShowAsync(string number, InspectionStepForm form, CancellationToken cancellation)
    {
        if (await inspections.FindAsync(number, null, cancellation) is not { } booking) return NotFound();
        var mayKeep = (await doors.AuthorizeAsync(User, Policies.KeepRoster)).Succeeded;
        IReadOnlyList<InspectionStep> steps = mayKeep ? InspectionService.StepsFrom(booking.State, isPark: true) : [];
        return View("Show", new BookingPage(booking, await inspections.HistoryAsync(number, this.HistoryPage(), cancellation), steps, form, $"{Home}/{number}", IsPark: true));
    }
}
