using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Figures;

namespace HuaihuaPilotZone.Corridors;

/// <summary>A place that corridors pass: a port, a border crossing, a station or a city.</summary>
public sealed class Node : IVersioned
{
    public const int SlugMaxLength = 40;
    public const int NameMaxLength = 40;
    public const int EnglishNameMaxLength = 60;
    public const int TimeZoneMaxLength = 40;
    public const int SourceMaxLength = 300;

    /// <summary>Where nobody has said anything else.</summary>
    public const string ChinaZone = "Asia/Shanghai";

    public int Id { get; init; }

    public required string Slug { get; init; }

    public required string Name { get; set; }

    public required string EnglishName { get; set; }

    public required NodeKind Kind { get; set; }

    /// <summary>ISO 3166-1 alpha-3, such as CHN.</summary>
    public required string CountryCode { get; set; }

    /// <summary>Degrees north (WGS 84); null while no source is recorded. The schematic map does not use it.</summary>
    public decimal? Latitude { get; set; }

    /// <summary>Degrees east (WGS 84); null while no source is recorded.</summary>
    public decimal? Longitude { get; set; }

    /// <summary>Whether goods can be presented to customs here; false also where no source says so.</summary>
    public bool HasCustoms { get; set; }

    /// <summary>Place on the wide map, 1200 by 620 units; schematic.</summary>
    public required int MapX { get; set; }

    public required int MapY { get; set; }

    /// <summary>Place on the tall map for phones, 390 by 530 units.</summary>
    public required int TallX { get; set; }

    public required int TallY { get; set; }

    public LabelSide LabelSide { get; set; }

    public LabelSide TallLabelSide { get; set; }

    /// <summary>Name of the time zone in the IANA database, such as Asia/Vientiane. The timetable gives local times.</summary>
    public required string TimeZone { get; set; }

    /// <summary>Who gives the coordinates; null while there are none.</summary>
    public string? CoordinatesSource { get; set; }

    /// <summary>Minutes that a change from one service to the next takes here at least; null while no source says it, and then it counts as none.</summary>
    public int? HandlingMinutes { get; set; }

    public FigureStatus? HandlingStatus { get; set; }

    public string? HandlingSource { get; set; }

    /// <summary>Whether cooled goods can be kept here; false also where no source says so.</summary>
    public bool HasColdStore { get; set; }

    /// <summary>Whether dangerous goods can change here; false also where no source says so.</summary>
    public bool TakesDangerousGoods { get; set; }

    /// <summary>Not offered any more, from <see cref="ClosedFrom"/> on; what refers to it stays.</summary>
    public bool IsClosed { get; set; }

    /// <summary>The first day on which it is closed, also one to come; null where nobody knows it.</summary>
    public DateOnly? ClosedFrom { get; set; }

    public int Version { get; set; }

    /// <summary>Whether it is closed on a day.</summary>
    public bool IsClosedOn(DateOnly day) => IsClosed && !(ClosedFrom > day);
}

/// <summary>What kind of place a node is.</summary>
public enum NodeKind
{
    /// <summary>陆港.</summary>
    DryPort,

    /// <summary>海港.</summary>
    SeaPort,

    /// <summary>口岸.</summary>
    BorderPost,

    /// <summary>车站.</summary>
    Station,

    /// <summary>城市.</summary>
    City,

    /// <summary>海外仓.</summary>
    OverseasWarehouse,

    /// <summary>冷库.</summary>
    ColdStore,
}

/// <summary>On which side of its point a name stands on the map.</summary>
public enum LabelSide
{
    Right,
    Left,
    Above,
    Below,
}

public static class NodeWords
{
    public static string Word(this NodeKind kind) => kind switch
    {
        NodeKind.DryPort => "陆港",
        NodeKind.SeaPort => "海港",
        NodeKind.BorderPost => "口岸",
        NodeKind.Station => "车站",
        NodeKind.City => "城市",
        NodeKind.OverseasWarehouse => "海外仓",
        NodeKind.ColdStore => "冷库",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static string Word(this LabelSide side) => side switch
    {
        LabelSide.Right => "右",
        LabelSide.Left => "左",
        LabelSide.Above => "上",
        LabelSide.Below => "下",
        _ => throw new ArgumentOutOfRangeException(nameof(side), side, null),
    };
}
