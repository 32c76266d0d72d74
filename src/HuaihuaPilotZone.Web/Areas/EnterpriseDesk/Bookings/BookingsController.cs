using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Consignments;
using HuaihuaPilotZone.Corridors.Bookings;
using HuaihuaPilotZone.Corridors.Timetable;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared;
using HuaihuaPilotZone.Web.Shared.Bookings;
using HuaihuaPilotZone.Web.Shared.Declarations;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Bookings;

/// <summary>What the enterprise books on departures.</summary>
[Area(Policies.EnterpriseDesk)]
public sealed class BookingsController(BookingLists lists, BookingDesk desk, BookingMoves moves, ConsignmentLinks consignments, DeclarationJoins joins, DepartureDeadlines deadlines, CurrentMembership membership, ChinaTime time) : Controller
{
    private const string Home = "/enterprise/bookings";

    private static readonly string[] _head = ["订舱号", "状态", "车次", "车次状态", "班次", "开车时间", "装货站", "卸货站", "货物", "标箱位", "毛重（千克）", "建立时间", "最近变化"];

    private int EnterpriseId => membership.Required.EnterpriseId;

    [HttpGet(Home)]
    public async Task<IActionResult> Index(BookingQuery query, CancellationToken cancellation) =>
        View(new BookingListPage(query, await lists.ListAsync(query.ToFilter(EnterpriseId), new PageRequest(query.Page), cancellation), Home, IsPark: false));

    [HttpGet(Home + "/export.csv")]
    [HttpGet(Home + "/export.xlsx")]
    public Task Export(BookingQuery query, CancellationToken cancellation) => Response.SendListAsync("bookings", "订舱", _head, lists.StreamAsync(query.ToFilter(EnterpriseId)),
        row =>
        [
            row.Number, row.State.Word(), row.DepartureNumber, row.DepartureWord(), row.ServiceName, ListTimes.Of(row.LeavesAt), row.FromName, row.ToName, row.Goods,
            row.Slots.ToString(CultureInfo.InvariantCulture), row.GrossKilograms.ToString(CultureInfo.InvariantCulture), ListTimes.Of(row.CreatedAt), ListTimes.Of(row.MovedAt),
        ],
        cancellation);

    /// <summary>The form for a departure, or the departures to choose from.</summary>
    /// <param name="copy">Number of a booking whose goods and containers are taken over.</param>
    [HttpGet(Home + "/new")]
    public async Task<IActionResult> New(string? departure, string? from, string? to, string? copy, CancellationToken cancellation)
    {
        if (SearchWord.Upper(departure) is not { } number || await lists.DepartureAsync(number, cancellation) is not { } found) return View("Choose", await lists.ChoicesAsync(cancellation));
        var form = copy is not null && await lists.FindAsync(copy, EnterpriseId, cancellation) is { } other ? BookingForm.Of(other) : new BookingForm();
        (form.Departure, form.From, form.To, form.Version) = (found.Number, Stop(found, from) ?? found.Stops[0].Node!.Slug, Stop(found, to) ?? found.Stops[^1].Node!.Slug, 0);
        return await FormAsync(null, found, form, cancellation);
    }

    [HttpPost(Home + "/new")]
    public async Task<IActionResult> New(BookingForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var made = await desk.DraftAsync(EnterpriseId, form.ToData(), cancellation);
            if (made.IsDone) return await SavedAsync(made.Value, form, cancellation);
            ModelState.Show(made.Refusals);
        }
        return SearchWord.Upper(form.Departure) is { } number && await lists.DepartureAsync(number, cancellation) is { } departure
            ? await FormAsync(null, departure, form, cancellation)
            : View("Choose", await lists.ChoicesAsync(cancellation));
    }

    [HttpGet(Home + "/{number}/edit")]
    public async Task<IActionResult> Edit(string number, CancellationToken cancellation)
    {
        if (await lists.FindAsync(number, EnterpriseId, cancellation) is not { } booking) return NotFound();
        return booking.State == BookingState.Draft ? await FormAsync(number, booking.Departure!, BookingForm.Of(booking), cancellation) : Redirect($"{Home}/{number}");
    }

    [HttpPost(Home + "/{number}/edit")]
    public async Task<IActionResult> Edit(string number, BookingForm form, CancellationToken cancellation)
    {
        if (await lists.FindAsync(number, EnterpriseId, cancellation) is not { } booking) return NotFound();
        if (ModelState.IsValid)
        {
            var outcome = await desk.UpdateAsync(number, EnterpriseId, form.Version, form.ToData(), cancellation);
            if (outcome.IsDone) return await SavedAsync(number, form, cancellation);
            ModelState.Show(outcome.Refusals);
        }
        if (StaleForm.Renew(ModelState)) form.Version = booking.Version;
        var departure = SearchWord.Upper(form.Departure) is { } wanted ? await lists.DepartureAsync(wanted, cancellation) : null;
        return await FormAsync(number, departure ?? booking.Departure!, form, cancellation);
    }

    [HttpGet(Home + "/{number}")]
    public Task<IActionResult> Show(string number, CancellationToken cancellation) => ShowAsync(number, new BookingStepForm(), cancellation);

    [HttpPost(Home + "/{number}")]
    public async Task<IActionResult> Show(string number, BookingStepForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var outcome = await moves.StepAsync(number, EnterpriseId, form.Step!.Value, form.Version, FormText.Clean(form.Note), cancellation);
            if (outcome.IsDone) return Told(number, Said(outcome.Value));
            ModelState.Show(outcome.Refusals);
        }
        return await ShowAsync(number, form, cancellation);
    }

    [HttpPost(Home + "/{number}/declarations")]
    public async Task<IActionResult> Join(string number, DeclarationJoinForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var outcome = await joins.JoinBookingAsync(number, EnterpriseId, form.Declaration!.Trim(), cancellation);
            if (outcome.IsDone) return Told(number, "已关联预申报。");
            ModelState.Show(outcome.Refusals);
        }
        return await ShowAsync(number, new BookingStepForm(), cancellation, form.Declaration);
    }

    [HttpPost(Home + "/{number}/declarations/{declaration}/part")]
    public async Task<IActionResult> Part(string number, DeclarationNumber declaration, CancellationToken cancellation)
    {
        var outcome = await joins.PartBookingAsync(number, EnterpriseId, declaration, cancellation);
        if (outcome.IsDone) return Told(number, "已解除关联。");
        ModelState.Show(outcome.Refusals);
        return await ShowAsync(number, new BookingStepForm(), cancellation);
    }

    [HttpGet(Home + "/{number}/print")]
    public async Task<IActionResult> Print(string number, CancellationToken cancellation) => await lists.FindAsync(number, EnterpriseId, cancellation) is { } booking ? View(booking) : NotFound();

    /// <summary>A saved draft goes out at once where that was asked for; what stands against it is said beside the form.</summary>
    private async Task<IActionResult> SavedAsync(string number, BookingForm form, CancellationToken cancellation)
    {
        if (!form.Send) return Told(number, "草稿已保存，还没有提交。");
        var saved = (await lists.FindAsync(number, EnterpriseId, cancellation))!;
        var outcome = await moves.StepAsync(number, EnterpriseId, BookingStep.Request, saved.Version, null, cancellation);
        if (outcome.IsDone) return Told(number, Said(outcome.Value));
        ModelState.Show(outcome.Refusals);
        ViewData["ProblemsTitle"] = "已存为草稿，还不能提交";
        form.Version = saved.Version;
        return await FormAsync(number, saved.Departure!, form, cancellation);
    }

    private async Task<IActionResult> FormAsync(string? number, Departure departure, BookingForm form, CancellationToken cancellation)
    {
        var load = await lists.LoadAsync(departure.Number, cancellation) ?? new DepartureLoad(departure.Capacity, departure.Booked, 0);
        form.Facts = new BookingFormFacts(number, departure, load, departure.CutOffAt <= time.UtcNow, await lists.DeclarationsAsync(EnterpriseId, cancellation));
        return View("Edit", form);
    }

    private async Task<IActionResult> ShowAsync(string number, BookingStepForm form, CancellationToken cancellation, string? declaration = null)
    {
        if (await lists.FindAsync(number, EnterpriseId, cancellation) is not { } booking) return NotFound();
        var departure = booking.Departure!;
        var isOver = departure.Status == DepartureStatus.Cancelled || departure.OwnSuspension() is not null || booking.State is BookingState.Refused or BookingState.Waiting;
        return View("Show", new BookingPage(
            booking, await lists.HistoryAsync(number, this.HistoryPage(), cancellation), BookingMoves.StepsFrom(booking.State, isPark: false), await lists.PlaceAsync(booking, cancellation),
            await lists.LoadAsync(departure.Number, cancellation), await deadlines.OfAsync(departure, booking.FromId, booking.ToId, cancellation), isOver ? await lists.OffersAsync(booking.FromId, booking.ToId, departure.Number, cancellation) : [],
            await consignments.OfBookingAsync(number, EnterpriseId, cancellation), form, $"{Home}/{number}", IsPark: false, declaration));
    }

    private RedirectResult Told(string number, string notice)
    {
        TempData["Notice"] = notice;
        return Redirect($"{Home}/{number}");
    }

    private static string? Stop(Departure departure, string? slug) => departure.Stops.Find(s => s.Node!.Slug == slug)?.Node!.Slug;

    private static string Said(BookingState state) => state switch
    {
        BookingState.Confirmed => "已订到舱位。",
        BookingState.Requested => "已提交，舱位已留下，等待园区确认。",
        BookingState.Waiting => "没有足够的舱位，已进入候补；空出后会通知您。",
        BookingState.Cancelled => "已取消，舱位已空出。",
        _ => "已记下。",
    };
}
