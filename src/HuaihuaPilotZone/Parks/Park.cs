using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Figures;

namespace HuaihuaPilotZone.Parks;

/// <summary>How far a park has come.</summary>
public enum ParkStatus
{
    /// <summary>规划.</summary>
    Planned,

    /// <summary>在建.</summary>
    Building,

    /// <summary>已启用.</summary>
    Open,
}

/// <summary>A park of the zone, such as the e-commerce park. What is said of it carries its source; its figures are those of the topic <see cref="Topic"/>.</summary>
public sealed class Park : IVersioned
{
    public const int SlugMaxLength = 60;
    public const int NameMaxLength = 60;
    public const int EnglishNameMaxLength = 120;
    public const int SummaryMaxLength = 600;
    public const int EnglishSummaryMaxLength = 1200;

    public int Id { get; init; }

    /// <summary>The last part of its address; never changes.</summary>
    public required string Slug { get; init; }

    public required string Name { get; set; }

    public string? EnglishName { get; set; }

    /// <summary>The part of the port it lies in; null where no source says so.</summary>
    public int? ParkAreaId { get; set; }

    public ParkArea? ParkArea { get; init; }

    public required ParkStatus Status { get; set; }

    /// <summary>The time for which the status is known (<see cref="PartialDate"/>).</summary>
    public required string StatusAsOf { get; set; }

    public required string Summary { get; set; }

    public string? EnglishSummary { get; set; }

    /// <summary>Who says so, where and when.</summary>
    public required string Source { get; set; }

    public string? SourceAddress { get; set; }

    public required FigureStatus SourceStatus { get; set; }

    public int SortOrder { get; set; }

    public int Version { get; set; }

    public List<Building> Buildings { get; init; } = [];

    /// <summary>Topic of its figures.</summary>
    public string Topic => TopicOf(Slug);

    public static string TopicOf(string slug) => $"park/{slug}";
}

/// <summary>A building with units to let.</summary>
public sealed class Building
{
    public const int NameMaxLength = 40;

    public int Id { get; init; }

    public int ParkId { get; init; }

    public Park? Park { get; init; }

    /// <summary>Such as 1 号楼; one of that name in a park.</summary>
    public required string Name { get; set; }

    public bool IsDemonstration { get; init; }

    public List<Unit> Units { get; init; } = [];
}

/// <summary>What a unit is made for.</summary>
public enum UnitUse
{
    /// <summary>办公.</summary>
    Office,

    /// <summary>厂房.</summary>
    Workshop,

    /// <summary>仓库.</summary>
    Warehouse,

    /// <summary>冷库.</summary>
    ColdStore,

    /// <summary>商铺.</summary>
    Shop,
}

public static class ParkWords
{
    public static string Word(this ParkStatus status) => status switch
    {
        ParkStatus.Planned => "规划",
        ParkStatus.Building => "在建",
        ParkStatus.Open => "已启用",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    public static string Word(this UnitUse use) => use switch
    {
        UnitUse.Office => "办公",
        UnitUse.Workshop => "厂房",
        UnitUse.Warehouse => "仓库",
        UnitUse.ColdStore => "冷库",
        UnitUse.Shop => "商铺",
        _ => throw new ArgumentOutOfRangeException(nameof(use), use, null),
    };
}

/// <summary>Rooms that are let as one. Every change of its leases counts its version up, so that two people cannot let it twice.</summary>
public sealed class Unit : IVersioned
{
    public const int CodeMaxLength = 20;
    public const int FloorMaxLength = 10;
    public const int NoteMaxLength = 300;

    /// <summary>Square metres.</summary>
    public const decimal LargestArea = 1_000_000m;

    public int Id { get; init; }

    public int BuildingId { get; init; }

    public Building? Building { get; init; }

    /// <summary>Such as A-203; one of that code in a building.</summary>
    public required string Code { get; set; }

    public string? Floor { get; set; }

    public required UnitUse Use { get; set; }

    /// <summary>Lettable area in hundredths of a square metre: a whole number, which both databases add up exactly.</summary>
    public required long AreaHundredths { get; set; }

    /// <summary>Lettable area in square metres.</summary>
    public decimal Area => AreaHundredths / 100m;

    /// <summary>The first civil day on which it counts as lettable.</summary>
    public required DateOnly LettableFrom { get; set; }

    /// <summary>The last civil day on which it counts; null where no end is known.</summary>
    public DateOnly? LettableUntil { get; set; }

    public string? Note { get; set; }

    public int Version { get; set; }

    public List<Lease> Leases { get; init; } = [];
}

/// <summary>A unit let to an enterprise from one day to another, both counted. Leases of one unit never overlap.</summary>
public sealed class Lease
{
    public const int NoteMaxLength = 300;

    public int Id { get; init; }

    public int UnitId { get; init; }

    public Unit? Unit { get; init; }

    public required int EnterpriseId { get; init; }

    public Enterprise? Enterprise { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>The last day; null where none is agreed.</summary>
    public DateOnly? Until { get; set; }

    public string? Note { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime RecordedAt { get; init; }

    public required string RecordedBy { get; init; }
}
