using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Consignments;
using HuaihuaPilotZone.Corridors.Bookings;
using HuaihuaPilotZone.Corridors.Timetable;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared;
using HuaihuaPilotZone.Web.Shared.Bookings;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Bookings;

/// <summary>Bookings of all enterprises.</summary>
[Area(Policies.ParkDesk)]
public sealed class BookingsController(BookingLists lists, BookingMoves moves, ConsignmentLinks consignments, DepartureDeadlines deadlines, IAuthorizationService doors) : Controller
{
    private const string Home = "/park/bookings";

    private static readonly string[] _head = ["订舱号", "状态", "企业", "车次", "班次", "开车时间", "装货站", "卸货站", "货物", "标箱位", "毛重（千克）", "建立时间", "最近变化"];

    [HttpGet(Home)]
    public async Task<IActionResult> Index(BookingQuery query, CancellationToken cancellation)
    {
        var load = SearchWord.Upper(query.Departure) is { } departure ? await lists.LoadAsync(departure, cancellation) : null;
        return View(new BookingListPage(query, await lists.ListAsync(query.ToFilter(null), new PageRequest(query.Page), cancellation), Home, IsPark: true, load));
    }

    [HttpGet(Home + "/export.csv")]
    [HttpGet(Home + "/export.xlsx")]
    public Task Export(BookingQuery query, CancellationToken cancellation) => Response.SendListAsync("bookings", "订舱", _head, lists.StreamAsync(query.ToFilter(null)),
        row =>
        [
            row.Number, row.State.Word(), row.EnterpriseName, row.DepartureNumber, row.ServiceName, ListTimes.Of(row.LeavesAt), row.FromName, row.ToName, row.Goods,
            row.Slots.ToString(CultureInfo.InvariantCulture), row.GrossKilograms.ToString(CultureInfo.InvariantCulture), ListTimes.Of(row.CreatedAt), ListTimes.Of(row.MovedAt),
        ],
        cancellation);

    [HttpGet(Home + "/{number}")]
    public Task<IActionResult> Show(string number, CancellationToken cancellation) => ShowAsync(number, new BookingStepForm(), cancellation);

    [HttpPost(Home + "/{number}")]
    [Authorize(Policies.KeepRoster)]
    public async Task<IActionResult> Show(string number, BookingStepForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var outcome = await moves.StepAsync(number, null, form.Step!.Value, form.Version, FormText.Clean(form.Note), cancellation);
            if (outcome.IsDone)
            {
                TempData["Notice"] = "已记下，并已通知订舱企业。";
                return Redirect($"{Home}/{number}");
            }
            ModelState.Show(outcome.Refusals);
        }
        return await ShowAsync(number, form, cancellation);
    }

    private async Task<IActionResult> ShowAsync(string number, BookingStepForm form, CancellationToken cancellation)
    {
        if (await lists.FindAsync(number, null, cancellation) is not { } booking) return NotFound();
        var mayKeep = (await doors.AuthorizeAsync(User, Policies.KeepRoster)).Succeeded;
        IReadOnlyList<BookingStep> steps = mayKeep ? BookingMoves.StepsFrom(booking.State, isPark: true) : [];
        return View("Show", new BookingPage(
            booking, await lists.HistoryAsync(number, this.HistoryPage(), cancellation), steps, await lists.PlaceAsync(booking, cancellation), await lists.LoadAsync(booking.Departure!.Number, cancellation),
            await deadlines.OfAsync(booking.Departure, booking.FromId, booking.ToId, cancellation), [], await consignments.OfBookingAsync(number, booking.EnterpriseId, cancellation), form, $"{Home}/{number}", IsPark: true));
    }
}
