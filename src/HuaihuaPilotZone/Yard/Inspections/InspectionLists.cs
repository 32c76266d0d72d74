using HuaihuaPilotZone.Declarations;

namespace HuaihuaPilotZone.Yard.Inspections;

/// <summary>What staff write about a line of the weekly pattern, or about a single slot.</summary>
public sealed record SlotHours(int FromMinute, int UntilMinute, string Place, int Capacity);

/// <summary>What became of making slots.</summary>
/// <param name="Known">Slots that were there before.</param>
/// <param name="DaysOff">Days of the range that are not worked.</param>
/// <param name="Uncertain">Years of the range whose arrangement is not recorded.</param>
public sealed record SlotsMade(int Made, int Known, int DaysOff, IReadOnlyList<int> Uncertain);

/// <summary>What the slots are narrowed to.</summary>
/// <param name="Places">Only those with at least so many free places.</param>
public sealed record SlotFilter(DateOnly? From = null, DateOnly? To = null, string? Place = null, int? Places = null, bool Descending = false);

/// <summary>A slot in a list.</summary>
public sealed record SlotRow(int Id, DateOnly Day, int FromMinute, int UntilMinute, string Place, int Capacity, int Booked, bool IsClosed, string? Note)
{
    public int Free => IsClosed ? 0 : Capacity - Booked;

    public string Hours => $"{SlotTimes.Of(FromMinute)}–{SlotTimes.Of(UntilMinute)}";
}

/// <summary>What an enterprise books.</summary>
/// <param name="Containers">As they were typed; at most as many as places.</param>
/// <param name="IsCompared">The numbers were compared with the boxes, so a check digit that does not fit is let pass.</param>
public sealed record BookingData(int SlotId, int Places, IReadOnlyList<string> Containers, DeclarationNumber? Declaration, string? Note, bool IsCompared);

/// <summary>What somebody does with a booking.</summary>
public enum InspectionStep
{
    /// <summary>登记到场, by the park.</summary>
    Arrive,

    /// <summary>查验结束, by the park.</summary>
    Finish,

    /// <summary>记为未到, by the park.</summary>
    MarkNoShow,

    /// <summary>取消, by either side.</summary>
    Cancel,
}

public enum BookingSort
{
    /// <summary>By day and hour of the slot.</summary>
    Slot,
    Booked,
}

/// <summary>What the bookings are narrowed to and how they are ordered.</summary>
/// <param name="Text">Number, enterprise, container or place.</param>
/// <param name="EnterpriseId">Only those of one enterprise.</param>
public sealed record BookingFilter(
    string? Text = null, InspectionState? State = null, DateOnly? From = null, DateOnly? To = null, int? EnterpriseId = null, int? SlotId = null, BookingSort Sort = BookingSort.Slot, bool Descending = true);

/// <summary>A booking in a list.</summary>
public sealed record BookingRow
{
    public required string Number { get; init; }

    public required InspectionState State { get; init; }

    public required DateOnly Day { get; init; }

    public required int FromMinute { get; init; }

    public required int UntilMinute { get; init; }

    public required string Place { get; init; }

    public required int Places { get; init; }

    public required int EnterpriseId { get; init; }

    public required string EnterpriseName { get; init; }

    public required DeclarationNumber? Declaration { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime BookedAt { get; init; }

    public required IReadOnlyList<string> Containers { get; init; }

    public string Hours => $"{SlotTimes.Of(FromMinute)}–{SlotTimes.Of(UntilMinute)}";
}
