using HuaihuaPilotZone.Common;

namespace HuaihuaPilotZone.Corridors;

/// <summary>A way from the dry port to a destination, made of legs in order.</summary>
public sealed class Corridor : IVersioned
{
    public const int SlugMaxLength = 40;
    public const int NameMaxLength = 40;
    public const int EnglishNameMaxLength = 80;
    public const int DescriptionMaxLength = 300;
    public const int EnglishDescriptionMaxLength = 500;
    public const int PartnersMaxLength = 200;
    public const int DocumentsMaxLength = 1000;
    public const int ContactMaxLength = 200;
    public const int SourceMaxLength = 300;
    public const int SourceAddressMaxLength = 500;

    public int Id { get; init; }

    public required string Slug { get; init; }

    public required string Name { get; set; }

    public required string EnglishName { get; set; }

    /// <summary>The status of now, by which lists are narrowed and ordered; <see cref="StatusOn"/> tells it to the day.</summary>
    public required CorridorStatus Status { get; set; }

    /// <summary>Why the status is what it is.</summary>
    public required string StatusSource { get; set; }

    public required string Description { get; set; }

    public required string EnglishDescription { get; set; }

    /// <summary>Series colour of the design, 1 to 4: the same everywhere.</summary>
    public required int Colour { get; set; }

    /// <summary>Ports and provinces that work together on it; null when none is recorded.</summary>
    public string? Partners { get; set; }

    /// <summary>Who names the corridor.</summary>
    public required string Source { get; set; }

    public string? SourceAddress { get; set; }

    public int SortOrder { get; set; }

    /// <summary>Documents that goods need on this way, one in a line; null while none are recorded.</summary>
    public string? Documents { get; set; }

    public string? EnglishDocuments { get; set; }

    /// <summary>Who answers questions; null while nobody is named.</summary>
    public string? Contact { get; set; }

    public List<CorridorLeg> Legs { get; init; } = [];

    /// <summary>Its statuses through time.</summary>
    public List<CorridorStanding> Standings { get; init; } = [];

    public int Version { get; set; }

    /// <summary>Its status on a day, with who says so; null where none is recorded that far back. One whose status never changed has no days of it.</summary>
    public CorridorStanding? On(DateOnly day) => Standings.Count > 0
        ? Standings.Where(s => s.From <= day).MaxBy(s => s.From)
        : new CorridorStanding
        {
            CorridorId = Id,
            From = DateOnly.MinValue,
            Status = Status,
            Source = StatusSource,
        };

    /// <summary>The status that holds on a day, also one that was announced before.</summary>
    public CorridorStatus StatusOn(DateOnly day) => On(day)?.Status ?? Status;

    /// <summary>The suspension that a day belongs to; null where it runs on that day.</summary>
    public Suspension? SuspensionOn(DateOnly day) => SuspendedDays.Of(this).On(day);

    /// <summary>Statuses that begin after a day, the next one first.</summary>
    public IReadOnlyList<CorridorStanding> After(DateOnly day) => [.. Standings.Where(s => s.From > day).OrderBy(s => s.From)];
}

/// <summary>From which day on a corridor had a status, and who says so.</summary>
public sealed class CorridorStanding
{
    public int Id { get; init; }

    public int CorridorId { get; init; }

    public required DateOnly From { get; init; }

    public required CorridorStatus Status { get; set; }

    public required string Source { get; set; }
}

/// <summary>One leg of a corridor, in its place. A leg may belong to several corridors.</summary>
public sealed class CorridorLeg
{
    public int CorridorId { get; init; }

    public int LegId { get; init; }

    public Leg? Leg { get; init; }

    /// <summary>0 for the leg that starts at the dry port.</summary>
    public required int Position { get; init; }
}

/// <summary>How far a corridor has come.</summary>
public enum CorridorStatus
{
    /// <summary>常态化.</summary>
    Regular,

    /// <summary>已开行: trains have run; no regular service is recorded.</summary>
    Running,

    /// <summary>试运行.</summary>
    Trial,

    /// <summary>合作: partners work on it.</summary>
    Cooperation,

    /// <summary>已公布: named, nothing more is recorded.</summary>
    Announced,

    /// <summary>规划.</summary>
    Planned,

    /// <summary>停运.</summary>
    Suspended,
}

public static class CorridorWords
{
    public static string Word(this CorridorStatus status) => status switch
    {
        CorridorStatus.Regular => "常态化",
        CorridorStatus.Running => "已开行",
        CorridorStatus.Trial => "试运行",
        CorridorStatus.Cooperation => "合作",
        CorridorStatus.Announced => "已公布",
        CorridorStatus.Planned => "规划",
        CorridorStatus.Suspended => "停运",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };
}
