using HuaihuaPilotZone.Common;

namespace HuaihuaPilotZone.Corridors.Timetable;

/// <summary>One run of a service. Its times are its own: a later change of the service leaves departed, booked and individually changed ones as they are.</summary>
public sealed class Departure : IVersioned
{
    public const int NumberMaxLength = 30;
    public const int ReasonMaxLength = 200;

    public int Id { get; init; }

    public required int ServiceId { get; init; }

    public ScheduledService? Service { get; init; }

    /// <summary>The service's code and the day, such as ZL01-20261201.</summary>
    public required string Number { get; init; }

    /// <summary>The civil day at its first stop on which the calendar has it; a delay does not change it.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime LeavesAt { get; set; }

    /// <summary>UTC; no goods are taken from this moment on.</summary>
    public required DateTime CutOffAt { get; set; }

    /// <summary>UTC; at its last stop.</summary>
    public required DateTime ArrivesAt { get; set; }

    /// <summary>Containers that it carries.</summary>
    public required int Capacity { get; set; }

    /// <summary>Slots of bookings that are requested or confirmed. Written by conditional updates only, so that it never exceeds the capacity.</summary>
    public int Booked { get; set; }

    public DepartureStatus Status { get; set; }

    /// <summary>Why it was cancelled or changed.</summary>
    public string? Reason { get; set; }

    /// <summary>Whether somebody changed this one; then the service's changes pass it by.</summary>
    public bool IsChanged { get; set; }

    public List<DepartureStop> Stops { get; init; } = [];

    public int Version { get; set; }

    /// <summary>Containers that can still be taken; 0 where more are booked than a smaller train holds.</summary>
    public int Free => Math.Max(0, Capacity - Booked);

    /// <summary>The suspension of its corridor that its day belongs to; null where it runs. Asks for the corridor with its statuses.</summary>
    public Suspension? OwnSuspension() => Service?.Corridor?.SuspensionOn(Day);
}

/// <summary>A stop of a departure, with its own times.</summary>
public sealed class DepartureStop
{
    public int DepartureId { get; init; }

    /// <summary>0 for the first stop.</summary>
    public required int Position { get; init; }

    public required int NodeId { get; set; }

    public Node? Node { get; init; }

    /// <summary>The leg that leads here; null at the first stop.</summary>
    public int? LegId { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime ArrivesAt { get; set; }

    /// <summary>UTC; at the last stop the same as its arrival.</summary>
    public required DateTime LeavesAt { get; set; }
}

/// <summary>Whether a departure runs.</summary>
public enum DepartureStatus
{
    /// <summary>计划开行.</summary>
    Planned,

    /// <summary>停开.</summary>
    Cancelled,
}

public static class DepartureWords
{
    public static string Word(this DepartureStatus status) => status switch
    {
        DepartureStatus.Planned => "计划开行",
        DepartureStatus.Cancelled => "停开",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };
}
