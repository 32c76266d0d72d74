using HuaihuaPilotZone.Books;
using HuaihuaPilotZone.Customs.Codes;
using HuaihuaPilotZone.Customs.Documents;

namespace HuaihuaPilotZone.Declarations;

/// <summary>
/// What of a document belongs to one shipment and is never carried over to another: its numbers and dates, quantities, weights and amounts,
/// its boxes and papers. They are left blank and named, so that nobody files the last shipment's figures again.
/// </summary>
internal static class OneShipment
{
    private const string LeftBlank = "没有带过来，请填写";

    /// <summary>Charges as a rate (1) are the same for every shipment; amounts are not.</summary>
    private const string Rate = "1";

    private static readonly Field[] _numbers =
    [
        HeaderFields.OrderNo, HeaderFields.LogisticsNo, HeaderFields.BillNo, HeaderFields.TotalPackageNo, HeaderFields.VoyageNo, HeaderFields.LicenseNo, HeaderFields.IeDate,
        HeaderFields.PackNo, HeaderFields.GrossWeight, HeaderFields.NetWeight,
        DeclarationFields.ContractNo, DeclarationFields.BillNo, DeclarationFields.VoyageNo, DeclarationFields.TrafName, DeclarationFields.LicenseNo, DeclarationFields.IeDate,
        DeclarationFields.PackNo, DeclarationFields.GrossWeight, DeclarationFields.NetWeight,
    ];

    /// <summary>Amounts with the field that says whether they are a rate; a zero is carried over, since nothing stays nothing.</summary>
    private static readonly (Field Amount, Field? Mark)[] _amounts =
    [
        (HeaderFields.OrderGoodsValue, null), (HeaderFields.OrderFreight, null), (HeaderFields.Freight, null), (HeaderFields.InsuredFee, null),
        (DeclarationFields.FeeRate, DeclarationFields.FeeMark), (DeclarationFields.InsuranceRate, DeclarationFields.InsuranceMark), (DeclarationFields.OtherRate, DeclarationFields.OtherMark),
    ];


    /// <summary>A document to start the next one from, with the origin of every value and of every blank.</summary>
    /// <param name="origin">Where it came from, Chinese.</param>
    public static PrefilledDocument StartFrom(CustomsDocument source, string origin, CustomsTables tables)
    {
        var schema = source.Schema;
        var goods = new DocumentLine[source.Goods.Count];
        Array.Fill(goods, new DocumentLine(schema.Goods));
        var filling = new LineFilling(new CustomsDocument(schema).With(schema.Goods.Collection, goods), origin);
        foreach (var field in schema.Header) Carry(filling, source, field, 0, Belongs(source, field));
        for (var line = 0; line < goods.Length; line++)
        {
            foreach (var field in schema.Goods.Fields) CarryGoods(filling, source, field, line, tables);
        }
        return new PrefilledDocument(filling.Document, filling.Origins);
    }

    /// <summary>Labels of what was in a document and is left blank in one that started from it, each once.</summary>
    public static IReadOnlyList<string> Blanks(CustomsDocument source, CustomsDocument started)
    {
        var schema = source.Schema;
        var header = schema.Header.Where(f => source[f] is not null && started[f] is null).Select(f => f.LabelFor(source.TradeMode));
        var goods = schema.Goods.Fields.Where(f => source.Goods.Any(l => l[f] is not null) && started.Goods.All(l => l[f] is null)).Select(f => f.LabelFor(source.TradeMode));
        var lines = schema.Collections.Skip(1).Select(c => c.Collection).Where(c => source.Lines(c).Count > 0 && started.Lines(c).Count == 0).Select(c => c.Title);
        return [.. header.Concat(goods).Concat(lines)];
    }

    private static bool Belongs(CustomsDocument source, Field field)
    {
        if (_numbers.Contains(field)) return true;
        if (Array.Find(_amounts, a => a.Amount == field) is not { Amount: not null } amount) return false;
        return TypedValue.Decimal(source[field]) != 0 && (amount.Mark is null || source[amount.Mark] != Rate);
    }

    private static void Carry(LineFilling filling, CustomsDocument source, Field field, int line, bool isLeftBlank)
    {
        if (source.At(field, line) is not { Length: > 0 } value) return;
        if (isLeftBlank) filling.LeaveBlank(field, line, LeftBlank);
        else filling.Put(field, line, value);
    }

    private static void CarryGoods(LineFilling filling, CustomsDocument source, Field field, int line, CustomsTables tables)
    {
        var roles = source.Schema.Roles;
        var unit = field == roles.Quantity1 ? roles.Unit1 : field == roles.Quantity2 ? roles.Unit2 : null;
        var goods = source.Goods[line];
        if (unit is not null && ProductPlaces.PerUnit(goods[field], TypedValue.Decimal(goods[roles.Quantity])) is { } factor)
            filling.LeaveBlank(field, line, $"上次：{Conversion.PerOne(tables, goods[roles.Unit], factor, goods[unit])}", factor);
        else Carry(filling, source, field, line, field == roles.Quantity || field == roles.Total || unit is not null);
    }
}
