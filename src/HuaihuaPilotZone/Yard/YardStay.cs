using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Enterprises;

namespace HuaihuaPilotZone.Yard;

/// <summary>Through the gate, which way.</summary>
public enum GateDirection
{
    /// <summary>进场.</summary>
    In,

    /// <summary>出场.</summary>
    Out,
}

/// <summary>What a container holds.</summary>
public enum ContainerLoad
{
    /// <summary>重箱.</summary>
    Full,

    /// <summary>空箱.</summary>
    Empty,
}

public static class YardWords
{
    public static string Word(this GateDirection direction) => direction switch
    {
        GateDirection.In => "进场",
        GateDirection.Out => "出场",
        _ => throw new ArgumentOutOfRangeException(nameof(direction), direction, null),
    };

    public static string Word(this ContainerLoad load) => load switch
    {
        ContainerLoad.Full => "重箱",
        ContainerLoad.Empty => "空箱",
        _ => throw new ArgumentOutOfRangeException(nameof(load), load, null),
    };
}

/// <summary>A container in the yard, from its coming in to its going out. A container has one open stay at most, held by an index.</summary>
public sealed class YardStay : IVersioned
{
    public const int ContainerMaxLength = 11;
    public const int SizeMaxLength = 10;

    public int Id { get; init; }

    /// <summary>Normalised: upper case, without blanks.</summary>
    public required string Container { get; init; }

    /// <summary>Whose goods; null where it is not in the roster or not known.</summary>
    public int? EnterpriseId { get; init; }

    public Enterprise? Enterprise { get; init; }

    public required ContainerLoad Load { get; init; }

    /// <summary>Such as 40HQ; null where nobody wrote it down.</summary>
    public string? Size { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime InAt { get; init; }

    /// <summary>UTC; null while it is in the yard.</summary>
    public DateTime? OutAt { get; set; }

    /// <summary>UTC; when its coming in was taken back as a mistake. Such a stay counts nowhere.</summary>
    public DateTime? TakenBackAt { get; set; }

    /// <summary>Where it stands; null while nobody has written it down, and after it has left. A position holds one container, held by an index.</summary>
    public int? PositionId { get; set; }

    public YardPosition? Position { get; init; }

    public required bool IsDemonstration { get; init; }

    public int Version { get; set; }

    public bool IsInYard => OutAt is null && TakenBackAt is null;
}

/// <summary>A line of the gate log. It is never changed, only taken back with a reason.</summary>
public sealed class GateMove
{
    public const int VehicleMaxLength = 30;
    public const int MarkLength = 64;
    public const int NoteMaxLength = 200;

    public int Id { get; init; }

    public required int StayId { get; init; }

    public YardStay? Stay { get; init; }

    public required string Container { get; init; }

    public required GateDirection Direction { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>The same as a day in Huaihua, which the daily counts go by.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Train or truck it came or went with; encrypted, since a plate leads to a driver.</summary>
    public string? Vehicle { get; init; }

    /// <summary>What the whole of it is found by, see <see cref="VehicleMarks"/>.</summary>
    public string? VehicleMark { get; init; }

    public string? Note { get; init; }

    /// <summary>The check digit does not fit; somebody compared the number with the box.</summary>
    public required bool IsComparedWithBox { get; init; }

    public required string RecordedBy { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime RecordedAt { get; init; }

    /// <summary>UTC; null for a line that counts.</summary>
    public DateTime? TakenBackAt { get; set; }

    public string? TakenBackBy { get; set; }

    public string? TakenBackReason { get; set; }
}

/// <summary>A place for one container: block, bay, row and tier.</summary>
public sealed class YardPosition : IVersioned
{
    public const int BlockMaxLength = 10;
    public const int CodeMaxLength = 24;
    public const int MostInLine = 99;
    public const int MostTiers = 9;

    public int Id { get; init; }

    public required string Block { get; init; }

    public required int Bay { get; init; }

    public required int Row { get; init; }

    public required int Tier { get; init; }

    /// <summary>Such as A-01-02-1, once in the yard.</summary>
    public required string Code { get; init; }

    /// <summary>UTC; null while containers are put there.</summary>
    public DateTime? ClosedAt { get; set; }

    public int Version { get; set; }

    public static string CodeOf(string block, int bay, int row, int tier) => FormattableString.Invariant($"{block}-{bay:D2}-{row:D2}-{tier}");
}

/// <summary>A container was put somewhere else in the yard.</summary>
public sealed class YardShift
{
    public int Id { get; init; }

    public required int StayId { get; init; }

    public YardStay? Stay { get; init; }

    /// <summary>Code of the position it stood at; null for none.</summary>
    public string? From { get; init; }

    /// <summary>Code of the position it was put to; null for none, as when it left.</summary>
    public string? To { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    public required string By { get; init; }
}
