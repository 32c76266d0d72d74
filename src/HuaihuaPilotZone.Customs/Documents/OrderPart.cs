using HuaihuaPilotZone.Customs.Messages;

namespace HuaihuaPilotZone.Customs.Documents;

/// <summary>What of an export list is its order (CEB303 电子订单, for 9810 海外仓订仓单); everything else belongs to the list alone.</summary>
public static class OrderPart
{
    /// <summary>Header fields of an order in the order of the form; the supervision mode stands for its type (facts A9 X17).</summary>
    public static IReadOnlyList<HeaderField> Header { get; } = [HeaderFields.TradeMode, .. FieldMap.Header.Where(f => f.OrderElement is not null)];

    /// <summary>Fields of an order's goods in the order of the form.</summary>
    public static IReadOnlyList<GoodsField> Goods { get; } = [.. FieldMap.Goods.Where(f => f.OrderElement is not null)];

    /// <summary>Whether a JSON Pointer into an export list speaks of its order: one of the order's fields, or the goods as a whole.</summary>
    public static bool Holds(string path) => DocumentPath.TryParse(path, out var place) && place switch
    {
        { Field: { } field } => Holds(field),
        { Collection: not null, Line: null } => true,
        _ => false,
    };

    /// <summary>Whether a field of an export list stands in its order too.</summary>
    public static bool Holds(Field field) => field == HeaderFields.TradeMode || field.OrderElement is not null;

    /// <summary>Whether an order cannot do without a field; a list may ask for more, such as the bar code. The mode stands for the type, which the message needs.</summary>
    public static bool IsRequired(Field field) =>
        field == HeaderFields.TradeMode || (field.OrderElement is { } element && Block(field).Find(element)?.Need == ElementNeed.Required);

    private static BlockLayout Block(Field field) => MessageCatalogue.Get("CEB303Message").Entity.Blocks[field.IsOfLine ? 1 : 0];

    /// <summary>The list with nothing but its order.</summary>
    public static ExportList Of(ExportList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        var order = Header.Aggregate(new ExportList(), (o, field) => field.Write(o, field.Read(list)));
        return order with { Goods = [.. list.Goods.Select(g => Goods.Aggregate(new GoodsLine(), (line, field) => field.Write(line, field.Read(g))))] };
    }
}
