using HuaihuaPilotZone.Corridors.Timetable;

namespace HuaihuaPilotZone.Corridors.Bookings;

/// <summary>What an enterprise writes.</summary>
/// <param name="Departure">Number of the departure.</param>
/// <param name="From">Slug of the stop at which the goods are loaded.</param>
/// <param name="To">Slug of the stop at which they are unloaded.</param>
/// <param name="Declaration">Number of a pre-declaration of the same enterprise.</param>
public sealed record BookingData(
    string Departure, string From, string To, IReadOnlyList<ContainerCount> Containers, string Goods, int GrossKilograms, decimal? LowestTemperature, decimal? HighestTemperature,
    bool IsDangerous, string? Declaration, string? Note);

/// <summary>Containers of one type.</summary>
public sealed record ContainerCount(ContainerType Type, int Count);

/// <summary>What somebody does with a booking.</summary>
public enum BookingStep
{
    /// <summary>提交, by the enterprise.</summary>
    Request,

    /// <summary>取消, by the enterprise.</summary>
    Cancel,

    /// <summary>确认, by the park.</summary>
    Confirm,

    /// <summary>不接受, by the park, with a reason.</summary>
    Refuse,

    /// <summary>取消已确认的, by the park, with a reason.</summary>
    TakeBack,
}

/// <summary>How a list of bookings is ordered.</summary>
public enum BookingSort
{
    Made,
    Leaves,
    Moved,
}

/// <summary>What a list of bookings is narrowed to.</summary>
/// <param name="EnterpriseId">Only those of one enterprise; drafts are seen by their enterprise alone.</param>
/// <param name="Departure">Number of a departure.</param>
public sealed record BookingFilter(
    string? Text = null, BookingState? State = null, string? Departure = null, int? EnterpriseId = null, BookingSort Sort = BookingSort.Made, bool Descending = true);

/// <summary>A booking in a list.</summary>
/// <param name="SuspendedSince">Since when the corridor of its departure is suspended on that day, as <see cref="SuspendedDays.Since"/> says it; null where it runs.</param>
public sealed record BookingRow(
    int Id, string Number, BookingState State, int EnterpriseId, string EnterpriseName, string DepartureNumber, string ServiceName, DepartureStatus DepartureStatus, DateTime LeavesAt, DateTime CutOffAt,
    string FromName, string ToName, string Goods, int Slots, int GrossKilograms, DateTime CreatedAt, DateTime MovedAt, DateOnly? SuspendedSince = null);

/// <summary>A departure that could be booked.</summary>
public sealed record BookableDeparture(string Number, string ServiceName, string FirstStop, string LastStop, DateTime LeavesAt, DateTime CutOffAt, int Free, int Waiting);

/// <summary>How full a departure is.</summary>
/// <param name="Waiting">Slots that bookings on its waiting list want.</param>
public sealed record DepartureLoad(int Capacity, int Booked, int Waiting)
{
    public int Free => Math.Max(0, Capacity - Booked);
}
