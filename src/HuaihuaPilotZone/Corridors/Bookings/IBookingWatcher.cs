namespace HuaihuaPilotZone.Corridors.Bookings;

/// <summary>Somebody who has to know when a booking has lost its slots or its place. Rooms that rest on a booking add theirs.</summary>
public interface IBookingWatcher
{
    /// <summary>A booking was cancelled or refused: as a part of the transaction that does it, saved by it.</summary>
    Task EndedAsync(Booking booking, CancellationToken cancellation);
}
