using System.Globalization;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.Messages;
using HuaihuaPilotZone.Customs.PreCheck;

namespace HuaihuaPilotZone.Customs.CrossCheck;

/// <summary>
/// Sets the documents of one shipment side by side and names every mismatch with its rule. A value that a document does not give is no
/// mismatch: whether it must be there is asked by the check of that document. Pure.
/// </summary>
public static class CrossChecker
{
    private const string Lines = "List";

    /// <summary>Every comparison that at least two documents take part in, and what is missing from the set, in the order of the form.</summary>
    public static IReadOnlyList<ComparedRow> Run(DocumentSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        var rows = new List<ComparedRow>();
        if (set.IsImport)
        {
            foreach (var comparison in CrossRules.ImportHead) Add(rows, set, comparison, null, [.. DocumentSet.Parts.Select(p => Value(set[p]?.Head, comparison.Elements[(int)p]))]);
            AddLines(rows, set, CrossRules.ImportLines);
            return rows;
        }

        AddMissing(rows, set);
        foreach (var comparison in CrossRules.Head) Add(rows, set, comparison, null, [.. DocumentSet.Parts.Select(p => Value(set[p]?.Head, comparison.Elements[(int)p]))]);
        AddOrderType(rows, set);
        AddLines(rows, set, CrossRules.Lines);
        AddGoodsValue(rows, set);
        AddCharge(rows, set);
        return rows;
    }

    private static string? Value(MessageRecord? record, string? element) =>
        record is not null && element is not null && record[element]?.Trim() is { Length: > 0 } value ? value : null;

    private static void Add(List<ComparedRow> rows, DocumentSet set, Comparison comparison, int? line, string?[] values)
    {
        if (values.Count(v => v is not null) < 2) return;
        var groups = DocumentSet.Parts.Where(p => values[(int)p] is not null).GroupBy(p => Normal(values[(int)p]!, comparison.Likeness), StringComparer.Ordinal).ToList();
        if (comparison.Likeness == Likeness.Identity) values = [.. values.Select(SetReading.ShownIdentity)];
        var place = line is { } number ? string.Create(CultureInfo.InvariantCulture, $"第 {number} 项的") : "";
        var mismatch = groups.Count < 2 ? null : $"{place}{comparison.Label}不一致：{Said(set, values)}{(comparison.Likeness == Likeness.Identity ? "（号码已遮盖）" : "")}。";
        rows.Add(new ComparedRow(comparison.Rule, comparison.Label, line, values, mismatch));
    }

    private static string Said(DocumentSet set, string?[] values) =>
        string.Join('，', DocumentSet.Parts.Where(p => values[(int)p] is not null).Select(p => $"{set.WordOf(p)}是{Words.Quote(values[(int)p])}"));

    private static string Normal(string value, Likeness likeness) =>
        likeness == Likeness.Number && TypedValue.Decimal(value) is { } number ? number.ToString("0.#############", CultureInfo.InvariantCulture) : value;

    private static void AddMissing(List<ComparedRow> rows, DocumentSet set)
    {
        if (set.List is null) return;
        var exported = TypedValue.DayOf(Value(set.List.Head, "ieDate"));
        if (set.Order is null) rows.Add(Missing(CrossRules.OrderMissing, "订单", "没有订单：清单要有对应的订单。"));
        if (set.Waybill is null) rows.Add(Missing(CrossRules.WaybillMissing, "运单", "没有运单：清单要有对应的运单。"));
        if (set.Receipt is null && exported < CrossRules.NoReceiptFrom) rows.Add(Missing(CrossRules.ReceiptMissing, "收款单", $"没有收款单：{DateReading.Format(exported.Value)} 出口，当时订单要有对应的收款单。"));
    }

    private static ComparedRow Missing(Rule rule, string label, string sentence) => new(rule, label, null, new string?[DocumentSet.Parts.Count], sentence);

    private static void AddOrderType(List<ComparedRow> rows, DocumentSet set)
    {
        if (Value(set.Order?.Head, "orderType") is not { } type || Value(set.List?.Head, "tradeMode") is not { } mode) return;
        var expected = ExportListLayout.OrderType(mode);
        var mismatch = type == expected ? null : $"订单类型与监管方式不符：订单是“{type}”，清单的监管方式 {mode} 对应“{expected}”。";
        rows.Add(new ComparedRow(CrossRules.OrderType, "订单类型与监管方式", null, [type, null, null, mode], mismatch));
    }

    private static void AddLines(List<ComparedRow> rows, DocumentSet set, Comparison[] comparisons)
    {
        if (set.Order is null || set.List is null) return;
        var (order, list) = (ByNumber(set.Order), ByNumber(set.List));
        foreach (var number in order.Keys.Union(list.Keys).Order())
        {
            var (ordered, listed) = (order.GetValueOrDefault(number), list.GetValueOrDefault(number));
            if (ordered is null || listed is null)
            {
                var sentence = string.Create(CultureInfo.InvariantCulture, $"第 {number} 项只在{(listed is null ? "订单" : "清单")}上有。");
                rows.Add(new ComparedRow(CrossRules.LineMissing, "商品", number, [Value(ordered, "itemName"), null, null, Value(listed, "gname")], sentence));
                continue;
            }

            foreach (var comparison in comparisons) Add(rows, set, comparison, number, [Value(ordered, comparison.Elements[0]), null, null, Value(listed, comparison.Elements[3])]);
        }
    }

    // a number that is given twice has its own finding in the check of the message; the first line counts here
    private static Dictionary<int, MessageRecord> ByNumber(MessageRecord document)
    {
        var lines = new Dictionary<int, MessageRecord>();
        foreach (var line in document.Records.Where(r => r.Block.Name.EndsWith(Lines, StringComparison.Ordinal)))
        {
            if (int.TryParse(line["gnum"], NumberStyles.None, CultureInfo.InvariantCulture, out var number)) lines.TryAdd(number, line);
        }

        return lines;
    }

    private static void AddGoodsValue(List<ComparedRow> rows, DocumentSet set)
    {
        if (Value(set.Order?.Head, "goodsValue") is not { } value || set.List is null || TypedValue.Decimal(value) is not { } ordered) return;
        var sum = 0m;
        foreach (var line in ByNumber(set.List).Values)
        {
            if (TypedValue.Decimal(line["totalPrice"]) is not { } total) return;
            sum += total;
        }

        var listed = NumberReading.Format(sum);
        var mismatch = ordered == sum ? null : $"订单的商品金额是 {Words.Cut(value)}，清单各项总价之和是 {listed}。";
        rows.Add(new ComparedRow(CrossRules.GoodsValue, "商品金额", null, [value, null, null, listed], mismatch));
    }

    private static void AddCharge(List<ComparedRow> rows, DocumentSet set)
    {
        if (Value(set.Receipt?.Head, "charge") is not { } charge || TypedValue.Decimal(charge) is not { } received) return;
        if (TypedValue.Decimal(Value(set.Order?.Head, "goodsValue")) is not { } goods || TypedValue.Decimal(Value(set.Order?.Head, "freight")) is not { } freight) return;
        var due = NumberReading.Format(goods + freight);
        var mismatch = received == goods + freight ? null : $"收款金额是 {Words.Cut(charge)}，订单的商品金额加运杂费是 {due}。";
        rows.Add(new ComparedRow(CrossRules.Charge, "收款金额", null, [due, charge, null, null], mismatch));
    }
}
