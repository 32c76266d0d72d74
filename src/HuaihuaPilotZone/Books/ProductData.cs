using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Codes;
using HuaihuaPilotZone.Journal;

namespace HuaihuaPilotZone.Books;

/// <summary>What people write of goods in the book.</summary>
public sealed record ProductData
{
    public string ItemNo { get; init; } = "";

    public string Name { get; init; } = "";

    public string? OwnName { get; init; }

    public string HsCode { get; init; } = "";

    public string? Elements { get; init; }

    public string? BarCode { get; init; }

    public string Unit { get; init; } = "";

    public string? Unit1 { get; init; }

    /// <summary>How many of the first statutory unit are in one unit of trade.</summary>
    public decimal? PerUnit1 { get; init; }

    public string? Unit2 { get; init; }

    /// <summary>How many of the second statutory unit are in one unit of trade.</summary>
    public decimal? PerUnit2 { get; init; }

    public decimal? Price { get; init; }

    public string? Currency { get; init; }

    public string? Destination { get; init; }

    public string? Origin { get; init; }

    /// <summary>The same without blanks around; statutory units that the tariff names are filled in, and equal units convert one to one.</summary>
    internal ProductData Tidied(CustomsTables tables, DateOnly today)
    {
        var code = HsCode.Trim().Replace(".", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        var listed = tables.TariffLines.Find(code, today);
        var (unit, unit1, unit2) = (Unit.Trim(), Texts.Tidy(Unit1) ?? listed?.Unit1, Texts.Tidy(Unit2) ?? listed?.Unit2);
        return this with
        {
            ItemNo = ItemNo.Trim(),
            Name = Name.Trim(),
            OwnName = Texts.Tidy(OwnName),
            HsCode = code,
            Elements = Texts.Tidy(Elements),
            BarCode = Texts.Tidy(BarCode),
            Unit = unit,
            Unit1 = unit1,
            Unit2 = unit2,
            PerUnit1 = unit1 == unit ? 1 : PerUnit1,
            PerUnit2 = unit2 == unit ? 1 : PerUnit2,
            Currency = Texts.Tidy(Currency)?.ToUpperInvariant(),
            Destination = Texts.Tidy(Destination)?.ToUpperInvariant(),
            Origin = Texts.Tidy(Origin)?.ToUpperInvariant(),
        };
    }

    internal static ProductData Of(BookProduct p) => new()
    {
        ItemNo = p.ItemNo,
        Name = p.Name,
        OwnName = p.OwnName,
        HsCode = p.HsCode,
        Elements = p.Elements,
        BarCode = p.BarCode,
        Unit = p.Unit,
        Unit1 = p.Unit1,
        PerUnit1 = p.PerUnit1,
        Unit2 = p.Unit2,
        PerUnit2 = p.PerUnit2,
        Price = p.Price,
        Currency = p.Currency,
        Destination = p.Destination,
        Origin = p.Origin,
    };

    internal void WriteTo(BookProduct p, DateTime now)
    {
        (p.ItemNo, p.Name, p.OwnName, p.HsCode, p.Elements, p.BarCode) = (ItemNo, Name, OwnName, HsCode, Elements, BarCode);
        (p.Unit, p.Unit1, p.PerUnit1, p.Unit2, p.PerUnit2) = (Unit, Unit1, PerUnit1, Unit2, PerUnit2);
        (p.Price, p.Currency, p.Destination, p.Origin) = (Price, Currency, Destination, Origin);
        p.SearchText = string.Join('\n', ItemNo, Name, OwnName, HsCode).ToUpperInvariant();
        p.UpdatedAt = now;
    }

    internal IEnumerable<Refusal> Refuse(CustomsTables tables)
    {
        if (ItemNo.Length is 0 or > BookProduct.ItemNoMaxLength) yield return new Refusal(nameof(ItemNo), $"请填写货号，最多 {BookProduct.ItemNoMaxLength} 个字符。");
        if (Name.Length is 0 or > BookProduct.NameMaxLength) yield return new Refusal(nameof(Name), $"请填写商品名称，最多 {BookProduct.NameMaxLength} 个字。");
        if (OwnName?.Length > BookProduct.NameMaxLength) yield return new Refusal(nameof(OwnName), $"企业商品名称最多 {BookProduct.NameMaxLength} 个字。");
        if (HsCode.Length != Customs.Identifiers.HsCode.FullLength || HsCode.AsSpan().ContainsAnyExceptInRange('0', '9')) yield return new Refusal(nameof(HsCode), "商品编码为 10 位数字。");
        if (Elements?.Length > BookProduct.ElementsMaxLength) yield return new Refusal(nameof(Elements), $"规格型号最多 {BookProduct.ElementsMaxLength} 个字。");
        if (BarCode?.Length > BookProduct.BarCodeMaxLength) yield return new Refusal(nameof(BarCode), $"条形码最多 {BookProduct.BarCodeMaxLength} 个字符。");
        foreach (var refusal in RefuseCodes(tables)) yield return refusal;
        foreach (var refusal in RefuseNumbers()) yield return refusal;
    }

    internal IReadOnlyList<FieldChange> Changes(ProductData now) =>
    [
        new("货号", ItemNo, now.ItemNo),
        new("商品名称", Name, now.Name),
        new("企业商品名称", OwnName, now.OwnName),
        new("商品编码", HsCode, now.HsCode),
        new("规格型号", Elements, now.Elements),
        new("条形码", BarCode, now.BarCode),
        new("成交单位", Unit, now.Unit),
        new("法定第一单位", Conversion.Write(Unit1, PerUnit1), Conversion.Write(now.Unit1, now.PerUnit1)),
        new("法定第二单位", Conversion.Write(Unit2, PerUnit2), Conversion.Write(now.Unit2, now.PerUnit2)),
        new("常用单价", Conversion.Write(Currency, Price), Conversion.Write(now.Currency, now.Price)),
        new("最终目的国", Destination, now.Destination),
        new("原产国", Origin, now.Origin),
    ];

    private IEnumerable<Refusal> RefuseCodes(CustomsTables tables)
    {
        if (tables.Units.Find(Unit) is null) yield return new Refusal(nameof(Unit), "请从计量单位表中选择成交单位。");
        if (Unit1 is not null && tables.Units.Find(Unit1) is null) yield return new Refusal(nameof(Unit1), "没有这个计量单位。");
        if (Unit2 is not null && tables.Units.Find(Unit2) is null) yield return new Refusal(nameof(Unit2), "没有这个计量单位。");
        if (Currency is not null && tables.Currencies.Find(Currency) is null) yield return new Refusal(nameof(Currency), "没有这个币制代码。");
        if (Destination is not null && tables.Countries.Find(Destination) is null) yield return new Refusal(nameof(Destination), "没有这个国别代码。");
        if (Origin is not null && tables.Countries.Find(Origin) is null) yield return new Refusal(nameof(Origin), "没有这个国别代码。");
    }

    private IEnumerable<Refusal> RefuseNumbers()
    {
        if (!Conversion.Fits(PerUnit1) || PerUnit1 == 0) yield return new Refusal(nameof(PerUnit1), "换算应大于 0，最多 5 位小数。");
        if (!Conversion.Fits(PerUnit2) || PerUnit2 == 0) yield return new Refusal(nameof(PerUnit2), "换算应大于 0，最多 5 位小数。");
        if (PerUnit1 is not null && Unit1 is null) yield return new Refusal(nameof(Unit1), "填了换算，请选择法定第一单位。");
        if (PerUnit2 is not null && Unit2 is null) yield return new Refusal(nameof(Unit2), "填了换算，请选择法定第二单位。");
        if (!Conversion.Fits(Price)) yield return new Refusal(nameof(Price), "单价不能小于 0，最多 5 位小数。");
        if (Price is not null && Currency is null) yield return new Refusal(nameof(Currency), "填了常用单价，请选择币制。");
    }
}

public enum ProductSort
{
    ItemNo,
    Name,
    HsCode,
    Updated,
}

/// <summary>What the list of goods is narrowed by.</summary>
/// <param name="Word">Part of item number, name or tariff code.</param>
/// <param name="OnlyInvalid">Those whose tariff code does not hold today.</param>
/// <param name="Archived">Those that are no longer offered, instead of those that are.</param>
public sealed record ProductFilter(string? Word = null, bool OnlyInvalid = false, bool Archived = false, ProductSort Sort = ProductSort.ItemNo, bool Descending = false);

/// <summary>Goods in the list, with what today's tables say of their tariff code.</summary>
public sealed record ProductRow(BookProduct Product, TariffStanding Standing);
