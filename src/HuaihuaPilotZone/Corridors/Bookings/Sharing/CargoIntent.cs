using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Enterprises;

namespace HuaihuaPilotZone.Corridors.Bookings.Sharing;

/// <summary>A small shipment that would share a container with others. What was registered is not changed: it is withdrawn and registered anew.</summary>
public sealed class CargoIntent : IVersioned
{
    public const int NumberMaxLength = 20;
    public const int GoodsMaxLength = 60;
    public const int HsPrefixMaxLength = 10;

    public int Id { get; init; }

    /// <summary>Such as PX-20261122-0001; the day is Huaihua's.</summary>
    public required string Number { get; init; }

    public required int EnterpriseId { get; init; }

    public Enterprise? Enterprise { get; init; }

    public required string Goods { get; init; }

    /// <summary>The first 4 to 10 digits of the HS code.</summary>
    public required string HsPrefix { get; init; }

    /// <summary>Follows from the HS code and the smell, see <see cref="GoodsClasses.Of"/>.</summary>
    public required GoodsClass Class { get; init; }

    public required int Kilograms { get; init; }

    /// <summary>Thousandths of a cubic metre.</summary>
    public required int Litres { get; init; }

    public required int OriginId { get; init; }

    public Node? Origin { get; init; }

    public required int DestinationId { get; init; }

    public Node? Destination { get; init; }

    /// <summary>The first civil day in Huaihua on which they can leave.</summary>
    public required DateOnly ReadyOn { get; init; }

    /// <summary>The last day on which they may leave.</summary>
    public required DateOnly LatestOn { get; init; }

    public decimal? LowestTemperature { get; init; }

    public decimal? HighestTemperature { get; init; }

    public bool IsDangerous { get; init; }

    public required IntentState State { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public int? CreatedById { get; init; }

    public int Version { get; set; }
}

/// <summary>Where a small shipment stands.</summary>
public enum IntentState
{
    /// <summary>待拼.</summary>
    Open,

    /// <summary>已有方案: it stands in a proposal that waits for answers.</summary>
    Proposed,

    /// <summary>已拼成.</summary>
    Joined,

    /// <summary>已撤回.</summary>
    Withdrawn,
}

/// <summary>What goods are, as far as it matters beside others.</summary>
public enum GoodsClass
{
    /// <summary>一般货物.</summary>
    General,

    /// <summary>食品和农产品.</summary>
    Food,

    /// <summary>化工品.</summary>
    Chemicals,

    /// <summary>有气味的货物.</summary>
    Odorous,
}

/// <summary>A container that several enterprises could share on a departure.</summary>
public sealed class SharedContainer : IVersioned
{
    public const int SourceMaxLength = 600;

    public int Id { get; init; }

    /// <summary>Such as PZ-20261122-0001; the day is Huaihua's.</summary>
    public required string Number { get; init; }

    public required int DepartureId { get; init; }

    public Timetable.Departure? Departure { get; init; }

    public required int FromId { get; init; }

    public Node? From { get; init; }

    public required int ToId { get; init; }

    public Node? To { get; init; }

    public required ContainerType Type { get; init; }

    /// <summary>Hundredths of a yuan for the whole container.</summary>
    public required long PriceCents { get; init; }

    public required Figures.FigureStatus PriceStatus { get; init; }

    public required string PriceSource { get; init; }

    public required SharedState State { get; set; }

    /// <summary>UTC; by then all have to have answered.</summary>
    public required DateTime AnswerBy { get; init; }

    /// <summary>The joint booking; null before all have agreed.</summary>
    public int? BookingId { get; set; }

    public Booking? Booking { get; init; }

    public List<SharedPart> Parts { get; init; } = [];

    /// <summary>UTC.</summary>
    public required DateTime MadeAt { get; init; }

    public int Version { get; set; }
}

/// <summary>One shipment in a shared container.</summary>
public sealed class SharedPart
{
    public int SharedContainerId { get; init; }

    public SharedContainer? SharedContainer { get; init; }

    public required int IntentId { get; init; }

    public CargoIntent? Intent { get; init; }

    /// <summary>0 for the one that asked; the joint booking is in its enterprise's name.</summary>
    public required int Position { get; init; }

    /// <summary>Hundredths of a yuan that it pays of the container.</summary>
    public required long ShareCents { get; init; }

    public PartAnswer Answer { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? AnsweredAt { get; set; }
}

/// <summary>Where a proposal stands.</summary>
public enum SharedState
{
    /// <summary>等待各方答复.</summary>
    Proposed,

    /// <summary>已订舱.</summary>
    Booked,

    /// <summary>未拼成.</summary>
    Failed,
}

/// <summary>What one side says to a proposal.</summary>
public enum PartAnswer
{
    /// <summary>未答复.</summary>
    None,

    /// <summary>同意.</summary>
    Agreed,

    /// <summary>不同意.</summary>
    Declined,
}

public static class SharingWords
{
    public static string Word(this IntentState state) => state switch
    {
        IntentState.Open => "待拼",
        IntentState.Proposed => "已有方案",
        IntentState.Joined => "已拼成",
        IntentState.Withdrawn => "已撤回",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    public static string Word(this GoodsClass goods) => goods switch
    {
        GoodsClass.General => "一般货物",
        GoodsClass.Food => "食品和农产品",
        GoodsClass.Chemicals => "化工品",
        GoodsClass.Odorous => "有气味的货物",
        _ => throw new ArgumentOutOfRangeException(nameof(goods), goods, null),
    };

    public static string Word(this SharedState state) => state switch
    {
        SharedState.Proposed => "等待答复",
        SharedState.Booked => "已订舱",
        SharedState.Failed => "未拼成",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    public static string Word(this PartAnswer answer) => answer switch
    {
        PartAnswer.None => "未答复",
        PartAnswer.Agreed => "同意",
        PartAnswer.Declined => "不同意",
        _ => throw new ArgumentOutOfRangeException(nameof(answer), answer, null),
    };
}
