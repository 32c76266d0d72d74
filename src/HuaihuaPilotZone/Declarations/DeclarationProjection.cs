using System.Globalization;
using HuaihuaPilotZone.Customs.Documents;

namespace HuaihuaPilotZone.Declarations;

/// <summary>What lists, searches and duplicate checks need of a document. Anything may have been typed, so every value is cut to its column.</summary>
internal sealed record DeclarationProjection(
    string? TradeMode, string? Country, string? PlatformCode, string? OrderNo, string? CarrierCode, string? WaybillNo,
    string GoodsSummary, int GoodsCount, decimal? GoodsValue, string? Currency)
{
    /// <summary>A foreign platform without a code is no key: its orders are told apart by the e-merchant.</summary>
    private const string NoPlatform = "无";

    /// <summary>First number that no longer fits into decimal(19,5).</summary>
    private const decimal Most = 100_000_000_000_000m;

    public static DeclarationProjection Of(CustomsDocument document)
    {
        var keys = document.Schema.Keys;
        var (value, currency) = keys.Value is { } priced ? Sum(document.Goods, priced.Currency, priced.Total) : (null, null);
        string? Of(Field? field) => field is null ? null : Clean(document[field]);
        return new DeclarationProjection(
            Short(document.TradeMode), Short(Of(keys.Arrival)), Platform(document), Cut(Of(keys.Order)), Carrier(document),
            Cut(Of(keys.Waybill)), Summary(document, keys), document.Goods.Count, value, currency);
    }

    private static string Summary(CustomsDocument document, DocumentKeys keys)
    {
        if (keys.GoodsName is not { } name)
            return document.Schema.Collections is [var lines, ..] ? string.Create(CultureInfo.InvariantCulture, $"{lines.Collection.LineWord} {document.Goods.Count} 项") : document.Schema.Noun;
        var isList = document.Schema.Scope == DocumentScope.List;
        var first = document.Goods.Select(g => Clean(g[name]) ?? (isList ? Clean(g[GoodsFields.ItemName]) : null)).FirstOrDefault(n => n is not null) ?? "";
        return document.Goods.Count > 1 ? string.Create(CultureInfo.InvariantCulture, $"{Cut(first, 150)}等 {document.Goods.Count} 项") : Cut(first, 150)!;
    }

    /// <summary>The platform that an order number is unique on; a declaration has none, its contract number is no key.</summary>
    public static string? Platform(CustomsDocument document) =>
        document.Schema.Scope != DocumentScope.List || Clean(document[HeaderFields.EbpCode]) is not { } code ? null
        : code == NoPlatform ? Cut($"{NoPlatform}:{Clean(document[HeaderFields.EbcCode])}")
        : Cut(code);

    private static string? Carrier(CustomsDocument document) => document.Schema.Scope == DocumentScope.List ? Cut(Clean(document[HeaderFields.LogisticsCode])) : null;

    private static (decimal? Value, string? Currency) Sum(IReadOnlyList<DocumentLine> goods, Field currency, Field price)
    {
        var sum = 0m;
        var currencies = goods.Select(g => Short(g[currency])).Distinct(StringComparer.Ordinal).Take(2).ToList();
        foreach (var line in goods)
        {
            if (TypedValue.Decimal(line[price]) is not { } total || Math.Abs(total) >= Most) return (null, null);
            sum += total;
        }
        return currencies is [{ } one] && decimal.Round(sum, 5) is var rounded && Math.Abs(rounded) < Most ? (rounded, one) : (null, null);
    }

    private static string? Short(string? code) => Clean(code) is { Length: <= 4 } c ? c : null;

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string? Cut(string? text, int length = Declaration.ProjectionMaxLength) => text is { } t && t.Length > length ? t[..length] : text;
}
