using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Codes;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Declarations.Tables;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Books;

/// <summary>Fills in what follows from what was typed: statutory quantities, totals, the order's value, the net weight. Only empty fields, and every value says how it was reached.</summary>
public sealed class DraftSums(PortalDbContext db, DeclarationService declarations, CustomsTablesSource tables)
{
    private const string Kilogram = "035";

    /// <summary>Calculates the empty fields of a draft.</summary>
    /// <returns>How many were filled in.</returns>
    public async Task<Outcome<int>> FillAsync(int enterpriseId, DeclarationNumber number, int version, CancellationToken cancellation)
    {
        if (await declarations.FindAsync(enterpriseId, number, cancellation) is not { } declaration) return Outcome.Refused("没有找到这份预申报。");
        var filling = new LineFilling(declaration.Read(), "");
        var snapshot = await tables.ReadAsync(cancellation);
        var waiting = DraftOrigins.Read(declaration.Origins);
        var book = await BookAsync(enterpriseId, filling.Document, cancellation);
        for (var line = 0; line < filling.Document.Goods.Count; line++)
        {
            FillStatutory(filling, line, (filling.Document.Schema.Roles.Quantity1, filling.Document.Schema.Roles.Unit1), waiting, book, snapshot);
            FillStatutory(filling, line, (filling.Document.Schema.Roles.Quantity2, filling.Document.Schema.Roles.Unit2), waiting, book, snapshot);
            FillTotal(filling, line);
        }
        FillOrderValue(filling);
        FillNetWeight(filling);
        if (filling.Origins.Count == 0) return 0;
        var answer = await declarations.SaveAsync(enterpriseId, number, new DraftChange(version, filling.Document, Origins: filling.Origins), cancellation);
        return answer switch
        {
            { Refusal: { } refusal } => Outcome.Refused(refusal),
            { Theirs: not null } => Outcome.Refused("这份预申报刚被他人修改，请刷新后再计算。"),
            _ => filling.Origins.Count,
        };
    }

    private async Task<Dictionary<string, BookProduct>> BookAsync(int enterpriseId, CustomsDocument document, CancellationToken cancellation)
    {
        if (document.Schema.FindField(document.Schema.Goods, "itemNo") is not { } itemNo) return [];
        List<string> items = [.. document.Goods.Select(g => Texts.Tidy(g[itemNo])).OfType<string>().Distinct(StringComparer.Ordinal)];
        return await db.BookProducts.AsNoTracking().Where(p => p.EnterpriseId == enterpriseId && !p.IsArchived && items.Contains(p.ItemNo)).ToDictionaryAsync(p => p.ItemNo, StringComparer.Ordinal, cancellation);
    }

    private static void FillStatutory(
        LineFilling filling, int line, (Field Quantity, Field Unit) statutory, IReadOnlyDictionary<string, PrefilledValue> waiting, Dictionary<string, BookProduct> book, CustomsTables tables)
    {
        var (schema, goods) = (filling.Document.Schema, filling.Document.Goods[line]);
        if (goods[statutory.Quantity] is not null || goods[statutory.Unit] is not { } unit || TypedValue.Decimal(goods[schema.Roles.Quantity]) is not { } quantity || quantity <= 0) return;
        if (FactorOf(schema, goods, unit, waiting.GetValueOrDefault(statutory.Quantity.PathAt(line)), book) is not { } factor) return;
        if (Conversion.Of(quantity, factor.PerUnit, ProductPlaces.DecimalsOf(statutory.Quantity)) is not { } converted) return;
        filling.Put(statutory.Quantity, line, Conversion.Write(converted), $"{factor.Source}：{Conversion.Calculation(tables, quantity, goods[schema.Roles.Unit], factor.PerUnit, converted, unit)}");
    }

    private static (decimal PerUnit, string Source)? FactorOf(DocumentSchema schema, DocumentLine goods, string unit, PrefilledValue? waiting, Dictionary<string, BookProduct> book)
    {
        if (unit == goods[schema.Roles.Unit]) return (1, "计算");
        var itemNo = schema.FindField(schema.Goods, "itemNo");
        if (itemNo is not null && book.GetValueOrDefault(goods[itemNo]?.Trim() ?? "") is { } product && product.Unit == goods[schema.Roles.Unit])
        {
            if (product.Unit1 == unit && product.PerUnit1 is { } first) return (first, "商品库换算");
            if (product.Unit2 == unit && product.PerUnit2 is { } second) return (second, "商品库换算");
        }
        return waiting?.PerUnit is { } known ? (known, "按上次换算") : null;
    }

    private static void FillTotal(LineFilling filling, int line)
    {
        var (roles, goods) = (filling.Document.Schema.Roles, filling.Document.Goods[line]);
        if (goods[roles.Total] is not null || TypedValue.Decimal(goods[roles.Quantity]) is not { } quantity || TypedValue.Decimal(goods[roles.Price]) is not { } price) return;
        if (Conversion.Of(quantity, price, ProductPlaces.DecimalsOf(roles.Total)) is { } total)
            filling.Put(roles.Total, line, Conversion.Write(total), $"计算：{Conversion.Write(quantity)} × {Conversion.Write(price)}");
    }

    // the order of a list carries its goods' value; freight stands beside it
    private static void FillOrderValue(LineFilling filling)
    {
        var document = filling.Document;
        var roles = document.Schema.Roles;
        if (document.Schema.Scope != DocumentScope.List || document[HeaderFields.OrderGoodsValue] is not null) return;
        if (document.Goods.Any(g => g[roles.Currency] != document[HeaderFields.OrderCurrency])) return;
        if (Sum(document, _ => roles.Total) is { } sum) filling.Put(HeaderFields.OrderGoodsValue, 0, Conversion.Write(sum), "计算：各项总价之和");
    }

    private static void FillNetWeight(LineFilling filling)
    {
        var document = filling.Document;
        var roles = document.Schema.Roles;
        if (document[roles.NetWeight] is not null) return;
        if (Sum(document, g => g[roles.Unit1] == Kilogram ? roles.Quantity1 : g[roles.Unit2] == Kilogram ? roles.Quantity2 : null) is { } sum)
            filling.Put(roles.NetWeight, 0, Conversion.Write(sum), "计算：各项法定数量（千克）之和");
    }

    private static decimal? Sum(CustomsDocument document, Func<DocumentLine, Field?> field)
    {
        var values = document.Goods.Select(g => field(g) is { } f ? TypedValue.Decimal(g[f]) : null).ToList();
        return values.Count > 0 && values.TrueForAll(v => v is not null) ? values.Sum() : null;
    }
}
