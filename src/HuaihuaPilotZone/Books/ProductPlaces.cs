using HuaihuaPilotZone.Customs.Codes;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Declarations;

namespace HuaihuaPilotZone.Books;

/// <summary>Which fields of a goods line hold what the product book says; the kinds of document share their parts and differ in a few names.</summary>
internal static class ProductPlaces
{
    private const int MostDecimals = 5;

    /// <summary>Everything but the quantities and the total.</summary>
    public static void Fill(LineFilling filling, int line, BookProduct product)
    {
        var schema = filling.Document.Schema;
        var roles = schema.Roles;
        filling.Put(Named(schema, "itemNo"), line, product.ItemNo);
        filling.Put(Named(schema, "itemName"), line, product.OwnName ?? product.Name);
        filling.Put(roles.TariffCode, line, product.HsCode);
        filling.Put(roles.GoodsName, line, product.Name);
        filling.Put(roles.Model, line, product.Elements);
        filling.Put(Named(schema, "barCode"), line, product.BarCode);
        filling.Put(Named(schema, "originCountry"), line, product.Origin);
        filling.Put(roles.Destination, line, product.Destination);
        filling.Put(roles.Currency, line, product.Currency);
        filling.Put(roles.Unit, line, product.Unit);
        filling.Put(roles.Unit1, line, product.Unit1);
        filling.Put(roles.Unit2, line, product.Unit2);
        filling.Put(roles.Price, line, product.Price is { } price ? Conversion.Write(price) : null);
    }

    /// <summary>Quantity, statutory quantities and total; without a quantity the conversions wait for it.</summary>
    public static void FillQuantities(LineFilling filling, int line, BookProduct product, decimal? quantity, CustomsTables tables)
    {
        var roles = filling.Document.Schema.Roles;
        if (quantity is { } amount) filling.Put(roles.Quantity, line, Conversion.Write(amount), "加入时填写");
        FillStatutory(filling, line, roles.Quantity1, product, quantity, (product.PerUnit1, product.Unit1), tables);
        FillStatutory(filling, line, roles.Quantity2, product, quantity, (product.PerUnit2, product.Unit2), tables);
        if (quantity is { } q && product.Price is { } price && Conversion.Of(q, price, DecimalsOf(roles.Total)) is { } total)
            filling.Put(roles.Total, line, Conversion.Write(total), $"计算：{Conversion.Write(q)} × {Conversion.Write(price)}");
    }

    /// <summary>A line as goods of the book.</summary>
    public static ProductData Read(CustomsDocument document, int line)
    {
        var (schema, goods) = (document.Schema, document.Goods[line]);
        var roles = schema.Roles;
        string? Text(Field? field) => field is null ? null : goods[field];
        var quantity = TypedValue.Decimal(goods[roles.Quantity]);
        return new ProductData
        {
            ItemNo = Text(Named(schema, "itemNo")) ?? "",
            Name = goods[roles.GoodsName] ?? "",
            OwnName = Text(Named(schema, "itemName")),
            HsCode = goods[roles.TariffCode] ?? "",
            Elements = goods[roles.Model],
            BarCode = Text(Named(schema, "barCode")),
            Unit = goods[roles.Unit] ?? "",
            Unit1 = goods[roles.Unit1],
            PerUnit1 = PerUnit(goods[roles.Quantity1], quantity),
            Unit2 = goods[roles.Unit2],
            PerUnit2 = PerUnit(goods[roles.Quantity2], quantity),
            Price = TypedValue.Decimal(goods[roles.Price]),
            Currency = goods[roles.Currency],
            Destination = goods[roles.Destination],
            Origin = Text(Named(schema, "originCountry")),
        };
    }

    /// <summary>How many statutory units are in one unit of trade by the quantities of a line; null where that is no clean number.</summary>
    internal static decimal? PerUnit(string? statutory, decimal? quantity) =>
        quantity is > 0 && TypedValue.Decimal(statutory) is > 0 and { } amount && decimal.Round(amount / quantity.Value, MostDecimals) is > 0 and var factor ? factor : null;

    internal static int DecimalsOf(Field field) => Math.Min(field.MostDecimals, MostDecimals);

    private static void FillStatutory(
        LineFilling filling, int line, Field field, BookProduct product, decimal? quantity, (decimal? PerUnit, string? Unit) statutory, CustomsTables tables)
    {
        if (statutory is not { PerUnit: { } factor, Unit: { } unit }) filling.Put(field, line, null);
        else if (quantity is { } amount && Conversion.Of(amount, factor, DecimalsOf(field)) is { } converted)
            filling.Put(field, line, Conversion.Write(converted), $"商品库换算：{Conversion.Calculation(tables, amount, product.Unit, factor, converted, unit)}");
        else filling.Put(field, line, null, $"商品库换算：{Conversion.PerOne(tables, product.Unit, factor, unit)}", factor);
    }

    private static Field? Named(DocumentSchema schema, string name) => schema.FindField(schema.Goods, name);
}
