using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Declarations.Orders;
using HuaihuaPilotZone.Enterprises;

namespace HuaihuaPilotZone.Consignments;

/// <summary>Where a consignment stands.</summary>
public enum ConsignmentState
{
    /// <summary>在办: being prepared or on its way.</summary>
    Open,

    /// <summary>已送达: its owner says so.</summary>
    Delivered,

    /// <summary>已取消.</summary>
    Cancelled,
}

public static class ConsignmentStateWords
{
    public static string Word(this ConsignmentState state) => state switch
    {
        ConsignmentState.Open => "在办",
        ConsignmentState.Delivered => "已送达",
        ConsignmentState.Cancelled => "已取消",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}

/// <summary>货运单: goods that travel together. It joins the order, declarations, containers and what carriers report.</summary>
public sealed class Consignment : IVersioned
{
    public const int NumberMaxLength = 20;
    public const int GoodsMaxLength = 100;
    public const int ReferenceMaxLength = 40;
    public const int NoteMaxLength = 300;
    public const int MostStops = 12;
    public const int MostContainers = 20;
    public const int MostProviders = 6;
    public const int MostDeclarations = 10;

    public int Id { get; init; }

    /// <summary>Such as HY-20261122-0001; the day is Huaihua's.</summary>
    public required string Number { get; init; }

    public required int EnterpriseId { get; init; }

    public Enterprise? Enterprise { get; init; }

    /// <summary>The order that it carries out; null for none.</summary>
    public int? OrderId { get; set; }

    public KeptOrder? Order { get; init; }

    public required ConsignmentState State { get; set; }

    public required string Goods { get; set; }

    /// <summary>提运单号 as the carrier gave it.</summary>
    public string? WaybillNo { get; set; }

    /// <summary>订舱号 as the carrier gave it.</summary>
    public string? BookingNo { get; set; }

    /// <summary>Place of the first stop.</summary>
    public required string FromPlace { get; set; }

    /// <summary>Place of the last stop.</summary>
    public required string ToPlace { get; set; }

    /// <summary>Hundredths of a degree Celsius; null where no lower limit is agreed.</summary>
    public int? TemperatureLow { get; set; }

    /// <summary>Hundredths of a degree Celsius; null where no upper limit is agreed.</summary>
    public int? TemperatureHigh { get; set; }

    /// <summary>Whether somebody who knows one of its numbers is shown its steps and places.</summary>
    public required bool IsTrackable { get; set; }

    public string? Note { get; set; }

    public List<ConsignmentStop> Stops { get; init; } = [];

    public List<ConsignmentContainer> Containers { get; init; } = [];

    public List<ConsignmentProvider> Providers { get; init; } = [];

    public List<ConsignmentDeclaration> Declarations { get; init; } = [];

    public required bool IsDemonstration { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public int? CreatedById { get; init; }

    /// <summary>UTC; when it was delivered or cancelled.</summary>
    public DateTime? EndedAt { get; set; }

    /// <summary>UTC; when anything about it was last reported or changed. Readers who wait for news compare it.</summary>
    public required DateTime TouchedAt { get; set; }

    /// <summary>UTC; from when on the watch looks at it again; null where nothing is to be waited for.</summary>
    public DateTime? LookAt { get; set; }

    public int Version { get; set; }
}

/// <summary>A place that a consignment passes. Planned times are its owner's, the others are what was reported last.</summary>
public sealed class ConsignmentStop
{
    public const int PlaceMaxLength = 80;

    public int Id { get; init; }

    public int ConsignmentId { get; init; }

    public Consignment? Consignment { get; init; }

    /// <summary>From 1.</summary>
    public required int Sequence { get; init; }

    /// <summary>The node of the network; null for a place that is none.</summary>
    public int? NodeId { get; init; }

    public Node? Node { get; init; }

    public required string Place { get; init; }

    /// <summary>UTC.</summary>
    public DateTime? ArrivalPlanned { get; init; }

    /// <summary>UTC.</summary>
    public DateTime? ArrivalEstimated { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? ArrivalActual { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? DeparturePlanned { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? DepartureEstimated { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? DepartureActual { get; set; }
}

/// <summary>A container of a consignment. Boxes go round, so a number stands in many consignments.</summary>
public sealed class ConsignmentContainer
{
    public const int NumberMaxLength = 15;

    public int Id { get; init; }

    public int ConsignmentId { get; init; }

    public Consignment? Consignment { get; init; }

    /// <summary>Normalised ISO 6346 number.</summary>
    public required string Number { get; init; }
}

/// <summary>物流服务商: an enterprise of the roster that may report events of a consignment.</summary>
public sealed class ConsignmentProvider
{
    public int Id { get; init; }

    public int ConsignmentId { get; init; }

    public Consignment? Consignment { get; init; }

    public required int EnterpriseId { get; init; }

    public Enterprise? Enterprise { get; init; }
}

/// <summary>A pre-declaration that a consignment's goods are declared with.</summary>
public sealed class ConsignmentDeclaration
{
    public int Id { get; init; }

    public int ConsignmentId { get; init; }

    public Consignment? Consignment { get; init; }

    public required int DeclarationId { get; init; }

    public Declaration? Declaration { get; init; }
}
