using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors;
using HuaihuaPilotZone.Corridors.Bookings;
using HuaihuaPilotZone.Corridors.Timetable;

namespace HuaihuaPilotZone.Tests.Data.Translation;

internal sealed class BookingsCalls : ServiceCalls
{
    protected override void Describe()
    {
        const string number = "DC-20261122-0001";
        var data = new BookingData("ZL01-20261201", "huaihua", "kunming", [new ContainerCount(ContainerType.Standard20, 1)], "箱包", 1000, null, null, false, "HH-20261122-000001", null);
        var booking = new Booking
        {
            Number = number,
            EnterpriseId = 1,
            DepartureId = 1,
            FromId = 1,
            ToId = 2,
            Slots = 1,
            Goods = "箱包",
            GrossKilograms = 1,
            State = BookingState.Waiting,
            Queue = 3,
            CreatedAt = DateTime.UnixEpoch,
            CreatedBy = "甲",
            MovedAt = DateTime.UnixEpoch,
        };
        Call<SuspendedBookings>(s => s.HeldAsync(Way(CorridorStatus.Suspended), CancellationToken.None));
        Call<SuspendedBookings>(s => s.CountAsync(1, SuspendedDays.Of(Way(CorridorStatus.Regular)), SuspendedDays.Of(Way(CorridorStatus.Suspended)), CancellationToken.None));
        Call<SuspendedBookings>(s => s.FollowAsync(Way(CorridorStatus.Suspended), SuspendedDays.Of(Way(CorridorStatus.Regular)), CancellationToken.None));
        Call<MovedServices>(s => s.MovedAsync(1, null, CancellationToken.None));
        Call<MovedServices>(s => s.CountAsync(1, CancellationToken.None));
        foreach (var sort in Enum.GetValues<BookingSort>())
            Call<BookingLists>(s => s.ListAsync(new BookingFilter("A", BookingState.Requested, "ZL01-20261201", 1, sort, sort == BookingSort.Leaves), new PageRequest(2, 10), CancellationToken.None));
        Call<BookingLists>(s => s.StreamAsync(new BookingFilter()));
        Call<BookingLists>(s => s.FindAsync(number, 1, CancellationToken.None));
        Call<BookingLists>(s => s.FindAsync(number, null, CancellationToken.None));
        Call<BookingLists>(s => s.HistoryAsync(number, new PageRequest(), CancellationToken.None));
        Call<BookingLists>(s => s.PlaceAsync(booking, CancellationToken.None));
        Call<BookingLists>(s => s.LoadAsync("ZL01-20261201", CancellationToken.None));
        Call<BookingLists>(s => s.DepartureAsync("ZL01-20261201", CancellationToken.None));
        Call<BookingLists>(s => s.OffersAsync(1, 2, "ZL01-20261201", CancellationToken.None));
        Call<BookingLists>(s => s.ChoicesAsync(CancellationToken.None));
        Call<BookingLists>(s => s.DeclarationsAsync(1, CancellationToken.None));
        Call<BookingDesk>(s => s.DraftAsync(1, data, CancellationToken.None));
        Call<BookingDesk>(s => s.UpdateAsync(number, 1, 1, data, CancellationToken.None));
        foreach (var step in Enum.GetValues<BookingStep>())
        {
            int? enterprise = step is BookingStep.Request or BookingStep.Cancel ? 1 : null;
            Call<BookingMoves>(s => s.StepAsync(number, enterprise, step, 1, "原因", CancellationToken.None));
        }
        Call<BookingMoves>(
            s => s.StepAsync(number, 1, BookingStep.Request, 1, null, CancellationToken.None),
            Row(("Bookings.State", nameof(BookingState.Draft)), ("Status", nameof(DepartureStatus.Planned))));
        Call<BookingMoves>(
            s => s.StepAsync(number, 1, BookingStep.Cancel, 1, null, CancellationToken.None),
            Row(("Bookings.State", nameof(BookingState.Confirmed)), ("Status", nameof(DepartureStatus.Cancelled))).ButNothingFor("ORDER BY [b].[Queue]").Reaching("[Booked] -"));
        // somebody waits, and finds no slots
        Call<BookingMoves>(
            s => s.StepAsync(number, 1, BookingStep.Cancel, 1, null, CancellationToken.None),
            Row(("Bookings.State", nameof(BookingState.Waiting)), ("Status", nameof(DepartureStatus.Cancelled))).ButNothingFor("[Booked] +").Reaching("[Booked] +"));
        Call<BookingLapse>(s => s.EndAsync(CancellationToken.None), Row(("Bookings.State", nameof(BookingState.Waiting)), ("CutOffAt", DateTime.UnixEpoch), ("LeavesAt", DateTime.UnixEpoch)).Reaching("UPDATE [Bookings]"));
        Call<BookingLapse>(s => s.EndAsync(CancellationToken.None), Row(("Bookings.State", nameof(BookingState.Requested)), ("CutOffAt", DateTime.UnixEpoch), ("LeavesAt", DateTime.UnixEpoch)).Reaching("[Booked] -"));
        Call<BookingLapse>(s => s.EndAsync(CancellationToken.None));
    }

    private static Corridor Way(CorridorStatus status) => new()
    {
        Id = 1,
        Slug = "way",
        Name = "通道",
        EnglishName = "Way",
        Status = status,
        StatusSource = "测试",
        Description = "说明",
        EnglishDescription = "Words",
        Colour = 1,
        Source = "测试",
    };
}
