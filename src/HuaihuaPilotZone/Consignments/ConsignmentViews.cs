using HuaihuaPilotZone.Corridors.Bookings;

namespace HuaihuaPilotZone.Consignments;

/// <summary>A stop as its owner writes it; times are UTC.</summary>
public sealed record StopData(string Place, DateTime? ArrivalPlanned, DateTime? DeparturePlanned);

/// <summary>What an enterprise writes about a consignment.</summary>
/// <param name="Order">Record number or order number of an own order.</param>
/// <param name="Declarations">Numbers of own pre-declarations.</param>
/// <param name="Providers">Credit codes or whole names of logistics enterprises of the roster.</param>
/// <param name="AreContainersChecked">Numbers with a wrong check digit were compared with the boxes.</param>
/// <param name="TemperatureLow">Degrees Celsius.</param>
/// <param name="TemperatureHigh">Degrees Celsius.</param>
public sealed record ConsignmentData(
    string Goods, string? Order, IReadOnlyList<string> Declarations, IReadOnlyList<string> Containers, bool AreContainersChecked, IReadOnlyList<string> Providers,
    string? WaybillNo, string? BookingNo, decimal? TemperatureLow, decimal? TemperatureHigh, bool IsTrackable, string? Note, IReadOnlyList<StopData> Stops);

public enum ConsignmentSort
{
    Created,

    /// <summary>By when it was last reported of or changed.</summary>
    Touched,
}

/// <summary>What a list is narrowed to and how it is ordered.</summary>
/// <param name="EnterpriseId">Only those of one owner.</param>
/// <param name="ProviderId">Only those that name this enterprise as provider.</param>
/// <param name="HasAlert">Only those with an open alert.</param>
public sealed record ConsignmentFilter(
    string? Text = null, ConsignmentState? State = null, int? EnterpriseId = null, int? ProviderId = null, bool HasAlert = false, ConsignmentSort Sort = ConsignmentSort.Created, bool Descending = true);

/// <summary>A consignment in a list.</summary>
/// <param name="FirstContainer">Null where it has none.</param>
public sealed record ConsignmentRow(
    int Id, string Number, ConsignmentState State, string Goods, int EnterpriseId, string EnterpriseName, string FromPlace, string ToPlace, string? FirstContainer, int ContainerCount,
    string? WaybillNo, string? BookingNo, int OpenAlerts, bool IsDemonstration, DateTime CreatedAt, DateTime TouchedAt);

/// <summary>A consignment that an order or a declaration belongs to.</summary>
public sealed record ConsignmentLink(string Number, ConsignmentState State, string FromPlace, string ToPlace);

/// <summary>A booking that names a declaration.</summary>
/// <param name="LeavesAt">UTC; when its departure leaves.</param>
public sealed record BookingLink(string Number, BookingState State, string Departure, DateTime LeavesAt);

/// <summary>What a line of a timeline speaks of.</summary>
public enum TimelineSubject
{
    Consignment,
    Order,
    Declaration,
    Booking,
    Event,
    Alert,
}

/// <summary>One line of the timeline of a consignment.</summary>
/// <param name="At">UTC; when it happened or, for what is expected, when it will.</param>
/// <param name="Link">Record number of the order, or number of the declaration or booking it leads to; null where it leads nowhere.</param>
/// <param name="IsExpected">Planned or estimated.</param>
/// <param name="IsSimulated">Made by the demonstration's simulator.</param>
/// <param name="IsReplaced">A later report took its place.</param>
public sealed record TimelineLine(TimelineSubject Subject, DateTime At, string Title, string? Detail = null, string? Link = null, bool IsExpected = false, bool IsSimulated = false, bool IsReplaced = false);
