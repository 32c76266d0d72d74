using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Enterprises;

namespace HuaihuaPilotZone.Corridors.Bookings.Quotes;

/// <summary>An enterprise asks several providers what a transport would cost. What was sent is not changed, so that all answer the same question.</summary>
public sealed class QuoteRequest : IVersioned
{
    public const int NumberMaxLength = 20;
    public const int PlaceMaxLength = 60;
    public const int GoodsMaxLength = 100;
    public const int NoteMaxLength = 500;

    public int Id { get; init; }

    /// <summary>Such as XQ-20261122-0001; the day is Huaihua's.</summary>
    public required string Number { get; init; }

    public required int EnterpriseId { get; init; }

    public Enterprise? Enterprise { get; init; }

    public required string FromPlace { get; init; }

    public required string ToPlace { get; init; }

    public required string Goods { get; init; }

    /// <summary>20-foot containers; 0 for none.</summary>
    public int Containers20 { get; init; }

    /// <summary>40-foot containers; 0 for none.</summary>
    public int Containers40 { get; init; }

    /// <summary>Null while unknown.</summary>
    public int? Kilograms { get; init; }

    /// <summary>Thousandths of a cubic metre; null while unknown.</summary>
    public int? Litres { get; init; }

    public decimal? LowestTemperature { get; init; }

    public decimal? HighestTemperature { get; init; }

    public bool IsDangerous { get; init; }

    /// <summary>The civil day on which the goods are ready.</summary>
    public required DateOnly ReadyOn { get; init; }

    /// <summary>The last day on which providers answer.</summary>
    public required DateOnly AnswerBy { get; init; }

    public string? Note { get; init; }

    public required RequestState State { get; set; }

    public List<QuoteInvitation> Invitations { get; init; } = [];

    /// <summary>UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public int? CreatedById { get; init; }

    public int Version { get; set; }

    /// <summary>Twenty-foot equivalents; 0 where no container is asked for.</summary>
    public int Teu => Containers20 + (2 * Containers40);
}

/// <summary>A provider that was asked, and what it offers. No other provider ever sees it.</summary>
public sealed class QuoteInvitation : IVersioned
{
    public const int TextMaxLength = 300;

    public int Id { get; init; }

    public int RequestId { get; init; }

    public QuoteRequest? Request { get; init; }

    public required int ProviderId { get; init; }

    public Enterprise? Provider { get; init; }

    public InvitationState State { get; set; }

    /// <summary>What the price is for; null before there is a quote.</summary>
    public QuoteBasis? Basis { get; set; }

    /// <summary>Hundredths of a yuan for one unit of <see cref="Basis"/>.</summary>
    public long? Cents { get; set; }

    /// <summary>Days from door to door as the provider gives them.</summary>
    public int? Days { get; set; }

    /// <summary>The last day on which it can be taken.</summary>
    public DateOnly? ValidUntil { get; set; }

    /// <summary>What the price includes; for a refusal its reason.</summary>
    public string? Text { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? AnsweredAt { get; set; }

    public int Version { get; set; }
}

/// <summary>A quote that was chosen.</summary>
public sealed class TransportOrder : IVersioned
{
    public int Id { get; init; }

    /// <summary>Such as WL-20261122-0001; the day is Huaihua's.</summary>
    public required string Number { get; init; }

    public required int RequestId { get; init; }

    public QuoteRequest? Request { get; init; }

    public required int InvitationId { get; init; }

    public QuoteInvitation? Invitation { get; init; }

    public required int CustomerId { get; init; }

    public Enterprise? Customer { get; init; }

    public required int ProviderId { get; init; }

    public Enterprise? Provider { get; init; }

    public required OrderState State { get; set; }

    /// <summary>What the other side said last.</summary>
    public string? Answer { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime PlacedAt { get; init; }

    public required string PlacedBy { get; init; }

    public int? PlacedById { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime MovedAt { get; set; }

    public int Version { get; set; }
}

/// <summary>Where a request for quotes stands.</summary>
public enum RequestState
{
    /// <summary>询价中.</summary>
    Open,

    /// <summary>已下单.</summary>
    Ordered,

    /// <summary>已结束, without an order.</summary>
    Closed,
}

/// <summary>What a provider has done about a request.</summary>
public enum InvitationState
{
    /// <summary>未答复.</summary>
    Sent,

    /// <summary>已报价.</summary>
    Quoted,

    /// <summary>不报价.</summary>
    Declined,
}

/// <summary>What a price is for.</summary>
public enum QuoteBasis
{
    /// <summary>元/标箱.</summary>
    PerTeu,

    /// <summary>元/立方米.</summary>
    PerCubicMetre,

    /// <summary>元/吨.</summary>
    PerTonne,

    /// <summary>整单.</summary>
    Total,
}

/// <summary>Where an order stands.</summary>
public enum OrderState
{
    /// <summary>待承接.</summary>
    Placed,

    /// <summary>已承接.</summary>
    Accepted,

    /// <summary>已完成.</summary>
    Done,

    /// <summary>未承接.</summary>
    Declined,

    /// <summary>已取消.</summary>
    Cancelled,
}

/// <summary>What a side does with an order.</summary>
public enum OrderStep
{
    /// <summary>承接, by the provider.</summary>
    Accept,

    /// <summary>不承接, by the provider, with a reason.</summary>
    Decline,

    /// <summary>完成, by the customer.</summary>
    Finish,

    /// <summary>取消, by the customer, before the provider has accepted.</summary>
    Cancel,
}

public static class QuoteWords
{
    public static string Word(this RequestState state) => state switch
    {
        RequestState.Open => "询价中",
        RequestState.Ordered => "已下单",
        RequestState.Closed => "已结束",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    public static string Word(this InvitationState state) => state switch
    {
        InvitationState.Sent => "未答复",
        InvitationState.Quoted => "已报价",
        InvitationState.Declined => "不报价",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    public static string Word(this QuoteBasis basis) => basis switch
    {
        QuoteBasis.PerTeu => "元/标箱",
        QuoteBasis.PerCubicMetre => "元/立方米",
        QuoteBasis.PerTonne => "元/吨",
        QuoteBasis.Total => "元（整单）",
        _ => throw new ArgumentOutOfRangeException(nameof(basis), basis, null),
    };

    public static string Word(this OrderState state) => state switch
    {
        OrderState.Placed => "待承接",
        OrderState.Accepted => "已承接",
        OrderState.Done => "已完成",
        OrderState.Declined => "未承接",
        OrderState.Cancelled => "已取消",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}
