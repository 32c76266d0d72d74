using System.Linq.Expressions;

namespace HuaihuaPilotZone.Declarations.Orders;

/// <summary>Views of an enterprise's orders.</summary>
public enum OrderView
{
    All,

    /// <summary>待建清单: no list was made of them, or the one that was made is withdrawn.</summary>
    Open,

    /// <summary>已建清单.</summary>
    Drafted,
}

public enum OrderSort
{
    Created,
    OrderNo,
    Value,
}

/// <summary>Which orders are wanted.</summary>
/// <param name="Word">Part of a number, a platform or a goods name.</param>
public sealed record OrderFilter(OrderView View, string? Word, string? TradeMode, OrderSort Sort = OrderSort.Created, bool Ascending = false);

/// <summary>An order in a list.</summary>
public sealed record OrderRow
{
    internal static readonly Expression<Func<KeptOrder, OrderRow>> Projection = o => new OrderRow
    {
        RecordNo = o.RecordNo,
        OrderNo = o.OrderNo,
        PlatformCode = o.PlatformCode,
        TradeMode = o.TradeMode,
        GoodsSummary = o.GoodsSummary,
        GoodsValue = o.GoodsValue,
        Currency = o.Currency,
        Origin = o.Origin,
        IsDemonstration = o.IsDemonstration,
        CreatedAt = o.CreatedAt,
        Draft = o.Declaration!.State == DeclarationState.Withdrawn ? null : (DeclarationNumber?)o.Declaration!.Number,
    };

    public string RecordNo { get; init; } = "";

    public string OrderNo { get; init; } = "";

    public string PlatformCode { get; init; } = "";

    public string TradeMode { get; init; } = "";

    public string GoodsSummary { get; init; } = "";

    public decimal? GoodsValue { get; init; }

    public string? Currency { get; init; }

    public string Origin { get; init; } = "";

    public bool IsDemonstration { get; init; }

    /// <summary>UTC.</summary>
    public DateTime CreatedAt { get; init; }

    /// <summary>The list made of it; null while there is none, or once it is withdrawn.</summary>
    public DeclarationNumber? Draft { get; init; }
}

/// <summary>What became of a wish to make lists out of orders.</summary>
/// <param name="Made">Numbers of the drafts.</param>
/// <param name="Passed">How many orders had a list already or were gone.</param>
public sealed record DraftedOrders(IReadOnlyList<DeclarationNumber> Made, int Passed)
{
    /// <summary>What to tell the person who wished it.</summary>
    public string Say() => string.Create(System.Globalization.CultureInfo.InvariantCulture,
        $"已建 {Made.Count} 份清单草稿，请补全物流、重量和商品编码。{(Passed > 0 ? $"{Passed} 份订单已有清单或不存在，没有重复建立。" : "")}");
}
