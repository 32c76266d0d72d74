using HuaihuaPilotZone.Books;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Figures;

namespace HuaihuaPilotZone.Corridors.Bookings.Warehouses;

/// <summary>A warehouse abroad or near the customers that enterprises of the zone can send goods to. Every record has a source.</summary>
public sealed class Warehouse : IVersioned
{
    public const int NameMaxLength = 60;
    public const int CityMaxLength = 60;
    public const int OperatorMaxLength = 60;
    public const int NoteMaxLength = 500;
    public const int SourceMaxLength = 300;

    public int Id { get; init; }

    public required string Name { get; set; }

    public required WarehouseKind Kind { get; set; }

    /// <summary>ISO 3166-1 alpha-3, such as LAO.</summary>
    public required string CountryCode { get; set; }

    public required string City { get; set; }

    /// <summary>Who runs it; null while nobody is named.</summary>
    public string? Operator { get; set; }

    /// <summary>Litres that it takes in on a day; null while no source says it, and then nothing can be booked.</summary>
    public int? DailyLitres { get; set; }

    public decimal? LowestTemperature { get; set; }

    public decimal? HighestTemperature { get; set; }

    public string? Note { get; set; }

    /// <summary>Who says all this, where and when.</summary>
    public required string Source { get; set; }

    public required FigureStatus SourceStatus { get; set; }

    /// <summary>Not offered any more; what is in it stays.</summary>
    public bool IsClosed { get; set; }

    public int Version { get; set; }
}

/// <summary>What kind of warehouse it is.</summary>
public enum WarehouseKind
{
    /// <summary>海外仓.</summary>
    Overseas,

    /// <summary>前置仓.</summary>
    Front,

    /// <summary>保税仓.</summary>
    Bonded,

    /// <summary>冷库.</summary>
    ColdStore,
}

/// <summary>What is booked of a warehouse on a day. Written by conditional updates only, so that it never exceeds the capacity.</summary>
public sealed class WarehouseDay
{
    public required int WarehouseId { get; init; }

    public Warehouse? Warehouse { get; init; }

    public required DateOnly Day { get; init; }

    public int BookedLitres { get; set; }
}

/// <summary>Goods that an enterprise announces to a warehouse for a day.</summary>
public sealed class InboundBooking : IVersioned
{
    public const int NumberMaxLength = 20;
    public const int GoodsMaxLength = 100;

    public int Id { get; init; }

    /// <summary>Such as RC-20261122-0001; the day is Huaihua's.</summary>
    public required string Number { get; init; }

    public required int WarehouseId { get; init; }

    public Warehouse? Warehouse { get; init; }

    public required int EnterpriseId { get; init; }

    public Enterprise? Enterprise { get; init; }

    public required DateOnly Day { get; init; }

    public required int Litres { get; init; }

    public required string Goods { get; init; }

    /// <summary>The 9810 pre-declaration of the goods, of the same enterprise; null while there is none.</summary>
    public int? DeclarationId { get; init; }

    public Declaration? Declaration { get; init; }

    public required InboundState State { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public int? CreatedById { get; init; }

    public int Version { get; set; }
}

/// <summary>Where an inbound booking stands.</summary>
public enum InboundState
{
    /// <summary>已预约.</summary>
    Booked,

    /// <summary>已入仓.</summary>
    Arrived,

    /// <summary>已取消.</summary>
    Cancelled,
}

/// <summary>What an enterprise has of a product in a warehouse; the enterprise is the product's. Never below nought.</summary>
public sealed class StockLevel
{
    public required int WarehouseId { get; init; }

    public Warehouse? Warehouse { get; init; }

    public required int ProductId { get; init; }

    public BookProduct? Product { get; init; }

    /// <summary>Pieces.</summary>
    public int Quantity { get; set; }
}

/// <summary>Pieces that came in or went out. Never changed; a mistake is put right by another one.</summary>
public sealed class StockMove
{
    public const int NoteMaxLength = 200;

    public int Id { get; init; }

    public required int WarehouseId { get; init; }

    public Warehouse? Warehouse { get; init; }

    public required int ProductId { get; init; }

    public BookProduct? Product { get; init; }

    /// <summary>Pieces; below nought for what goes out.</summary>
    public required int Change { get; init; }

    /// <summary>What there was afterwards.</summary>
    public required int Left { get; init; }

    /// <summary>The 9810 pre-declaration that it came by; null where it has none.</summary>
    public int? DeclarationId { get; init; }

    public Declaration? Declaration { get; init; }

    public string? Note { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    public required string By { get; init; }
}

public static class WarehouseWords
{
    public static string Word(this WarehouseKind kind) => kind switch
    {
        WarehouseKind.Overseas => "海外仓",
        WarehouseKind.Front => "前置仓",
        WarehouseKind.Bonded => "保税仓",
        WarehouseKind.ColdStore => "冷库",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static string Word(this InboundState state) => state switch
    {
        InboundState.Booked => "已预约",
        InboundState.Arrived => "已入仓",
        InboundState.Cancelled => "已取消",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}
