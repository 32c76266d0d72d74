using HuaihuaPilotZone.Corridors.Timetable;

namespace HuaihuaPilotZone.Corridors.Bookings;

/// <summary>A departure that changes tells those who have something on it; one that is larger, or takes goods for longer, lets in who waits.</summary>
internal sealed class BookingWatcher(BookingNews news, BookingMoves moves) : IDepartureWatcher
{
    public async Task FollowAsync(Departure departure, string act, CancellationToken cancellation)
    {
        await news.TellHoldersAsync(departure, act, cancellation);
        if (departure.Status == DepartureStatus.Planned) await moves.FillAsync(departure, cancellation);
    }
}
