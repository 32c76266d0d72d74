using System.Globalization;

namespace HuaihuaPilotZone.Customs.Documents;

/// <summary>A line of the declaration that a group becomes.</summary>
/// <param name="From">The lines of lists that go into it, such as "HH-20261122-000001 第 2 项".</param>
/// <param name="Quantity1">Sum in the statutory unit; null while one of them is no number.</param>
/// <param name="Total">Sum of the totals; null while one of them is no number.</param>
public sealed record AggregatedLine(string TariffCode, string Name, string Destination, string Currency, string Unit1, decimal? Quantity1, decimal? Total, IReadOnlyList<string> From);

/// <summary>Lists that become one declaration, because they say the same where it must be the same.</summary>
/// <param name="Same">What they have in common: label and value.</param>
/// <param name="Numbers">The lists.</param>
public sealed record AggregationGroup(IReadOnlyList<(string Label, string Value)> Same, IReadOnlyList<string> Numbers, IReadOnlyList<AggregatedLine> Lines);

/// <summary>
/// How lists of type B are expected to become declarations: same consignor, transport mode, producer, country of arrival and exit office;
/// within it a line for each final destination, ten-digit code, name and currency. The keys are general knowledge (facts E10 [K]),
/// the name is added because the application asks for it (itemNameFlag 1). Customs decides.
/// </summary>
public sealed record AggregationPlan(IReadOnlyList<AggregationGroup> Groups, IReadOnlyList<(string Number, string Reason)> LeftOut)
{
    /// <summary>The fields of the head that have to agree.</summary>
    public static IReadOnlyList<Field> HeadKeys { get; } =
        [HeaderFields.EbcCode, HeaderFields.TrafMode, HeaderFields.OwnerCode, HeaderFields.Country, HeaderFields.PortCode];

    private static readonly Field[] _lineKeys = [GoodsFields.Country, GoodsFields.Gcode, GoodsFields.Gname, GoodsFields.Currency, GoodsFields.Unit1];

    /// <summary>Groups lists in the order in which they are given.</summary>
    public static AggregationPlan Of(IReadOnlyList<(string Number, CustomsDocument List)> lists)
    {
        ArgumentNullException.ThrowIfNull(lists);
        var summed = lists.Where(l => Clean(l.List[HeaderFields.StatisticsFlag], FieldKind.Code) == "B").ToList();
        List<(string, string)> leftOut = [.. lists.Except(summed).Select(l => (l.Number, "业务类型不是 B（汇总申报）。"))];
        var groups = summed.GroupBy(l => string.Join('\u001f', HeadKeys.Select(k => Clean(l.List[k], k.Kind))), StringComparer.Ordinal)
            .Select(g => new AggregationGroup([.. HeadKeys.Select(k => (k.Label, Clean(g.First().List[k], k.Kind)))], [.. g.Select(l => l.Number)], Lines([.. g])));
        return new AggregationPlan([.. groups], leftOut);
    }

    private static IReadOnlyList<AggregatedLine> Lines(IReadOnlyList<(string Number, CustomsDocument List)> lists) =>
        [.. lists.SelectMany(l => l.List.Goods.Select((line, i) => (l.Number, Index: i, Line: line)))
            .GroupBy(l => string.Join('\u001f', _lineKeys.Select(k => Clean(l.Line[k], k.Kind))), StringComparer.Ordinal)
            .Select(g =>
            {
                string Same(Field field) => Clean(g.First().Line[field], field.Kind);
                return new AggregatedLine(
                    Same(GoodsFields.Gcode), Same(GoodsFields.Gname), Same(GoodsFields.Country), Same(GoodsFields.Currency), Same(GoodsFields.Unit1),
                    Sum(g.Select(l => l.Line[GoodsFields.Qty1])), Sum(g.Select(l => l.Line[GoodsFields.TotalPrice])),
                    [.. g.Select(l => string.Create(CultureInfo.InvariantCulture, $"{l.Number} 第 {l.Index + 1} 项"))]);
            })];

    private static decimal? Sum(IEnumerable<string?> typed)
    {
        var sum = 0m;
        foreach (var text in typed)
        {
            if (TypedValue.Decimal(text) is not { } value || Math.Abs(value) > 100_000_000_000_000m) return null;
            sum += value;
        }

        return sum;
    }

    private static string Clean(string? typed, FieldKind kind) => FieldReading.Read(typed, kind).Text;
}
