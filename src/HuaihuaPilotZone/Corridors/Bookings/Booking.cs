using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors.Timetable;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Enterprises;

namespace HuaihuaPilotZone.Corridors.Bookings;

/// <summary>Slots that an enterprise wants on a departure, for a section of its way. A slot is taken for the whole run, whichever section is asked for.</summary>
public sealed class Booking : IVersioned
{
    public const int NumberMaxLength = 20;
    public const int GoodsMaxLength = 100;
    public const int NoteMaxLength = 500;
    public const int AnswerMaxLength = 300;

    public int Id { get; init; }

    /// <summary>Such as DC-20261122-0001; the day is Huaihua's.</summary>
    public required string Number { get; init; }

    public required int EnterpriseId { get; init; }

    public Enterprise? Enterprise { get; init; }

    public required int DepartureId { get; set; }

    public Departure? Departure { get; init; }

    /// <summary>The stop at which the goods are loaded.</summary>
    public required int FromId { get; set; }

    public Node? From { get; init; }

    /// <summary>The stop at which they are unloaded.</summary>
    public required int ToId { get; set; }

    public Node? To { get; init; }

    public List<BookedContainers> Containers { get; init; } = [];

    /// <summary>Slots of all containers.</summary>
    public required int Slots { get; set; }

    public required string Goods { get; set; }

    public required int GrossKilograms { get; set; }

    /// <summary>What the goods must be kept at, °C; null for goods that are not cooled.</summary>
    public decimal? LowestTemperature { get; set; }

    public decimal? HighestTemperature { get; set; }

    public bool IsDangerous { get; set; }

    /// <summary>The pre-declaration of the same goods, of the same enterprise; null while there is none.</summary>
    public int? DeclarationId { get; set; }

    public Declaration? Declaration { get; init; }

    public string? Note { get; set; }

    public required BookingState State { get; set; }

    /// <summary>Its place on the waiting list: lower ones come first. Null while it does not wait.</summary>
    public int? Queue { get; set; }

    /// <summary>What the other side said last.</summary>
    public string? Answer { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public int? CreatedById { get; init; }

    /// <summary>UTC; when the state last changed.</summary>
    public required DateTime MovedAt { get; set; }

    public int Version { get; set; }
}

/// <summary>Containers of one type in a booking.</summary>
public sealed class BookedContainers
{
    public int BookingId { get; init; }

    public required ContainerType Type { get; init; }

    public required int Count { get; init; }
}

/// <summary>Where a booking stands.</summary>
public enum BookingState
{
    /// <summary>草稿.</summary>
    Draft,

    /// <summary>待确认: its slots are held until the park has answered.</summary>
    Requested,

    /// <summary>已确认.</summary>
    Confirmed,

    /// <summary>候补: holds nothing and waits until slots get free.</summary>
    Waiting,

    /// <summary>未接受.</summary>
    Refused,

    /// <summary>已取消.</summary>
    Cancelled,
}

/// <summary>Types of containers that can be booked, with their size and type codes of ISO 6346.</summary>
public enum ContainerType
{
    /// <summary>22G1.</summary>
    Standard20,

    /// <summary>42G1.</summary>
    Standard40,

    /// <summary>45G1.</summary>
    High40,

    /// <summary>22R1.</summary>
    Cooled20,

    /// <summary>42R1.</summary>
    Cooled40,
}

public static class BookingWords
{
    public static string Word(this BookingState state) => state switch
    {
        BookingState.Draft => "草稿",
        BookingState.Requested => "待确认",
        BookingState.Confirmed => "已确认",
        BookingState.Waiting => "候补",
        BookingState.Refused => "未接受",
        BookingState.Cancelled => "已取消",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    /// <summary>Whether it has slots of the departure.</summary>
    public static bool Holds(this BookingState state) => state is BookingState.Requested or BookingState.Confirmed;

    public static string Word(this ContainerType type) => type switch
    {
        ContainerType.Standard20 => "20GP",
        ContainerType.Standard40 => "40GP",
        ContainerType.High40 => "40HQ",
        ContainerType.Cooled20 => "20RF",
        ContainerType.Cooled40 => "40RF",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };

    /// <summary>Size and type code of ISO 6346.</summary>
    public static string IsoCode(this ContainerType type) => type switch
    {
        ContainerType.Standard20 => "22G1",
        ContainerType.Standard40 => "42G1",
        ContainerType.High40 => "45G1",
        ContainerType.Cooled20 => "22R1",
        ContainerType.Cooled40 => "42R1",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };

    /// <summary>What it is, in words.</summary>
    public static string Meaning(this ContainerType type) => type switch
    {
        ContainerType.Standard20 => "20 英尺普通箱",
        ContainerType.Standard40 => "40 英尺普通箱",
        ContainerType.High40 => "40 英尺高箱",
        ContainerType.Cooled20 => "20 英尺冷藏箱",
        ContainerType.Cooled40 => "40 英尺冷藏箱",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };

    /// <summary>A 40-foot container stands on the places of two 20-foot ones.</summary>
    public static int Slots(this ContainerType type) => type is ContainerType.Standard20 or ContainerType.Cooled20 ? 1 : 2;

    public static bool IsCooled(this ContainerType type) => type is ContainerType.Cooled20 or ContainerType.Cooled40;

    /// <summary>Such as 20GP × 2，40RF × 1.</summary>
    public static string Word(this IEnumerable<BookedContainers> containers) => string.Join("，", containers.OrderBy(c => c.Type).Select(c => $"{c.Type.Word()} × {c.Count}"));
}
