namespace HuaihuaPilotZone.Customs.Documents;

/// <summary>
/// The fields of a goods line in the order of the form. Elements, lengths and required marks: CEB 202205, InventoryList and OrderList.
/// </summary>
public static class GoodsFields
{
    /// <summary>The goods of an export list: InventoryList and OrderList are 1..100.</summary>
    internal static LineGroup Lines { get; } = new("goods", 0, "商品明细", "商品", FieldMap.MaxLines);

    public static GoodsField ItemNo { get; } = new(0, "itemNo", "企业商品货号", FieldKind.Reference, g => g.ItemNo, (g, v) => g with { ItemNo = v })
    {
        ListElement = "itemNo",
        OrderElement = "itemNo",
        Article = "CEB603 InventoryList 第 2 项 itemNo",
        MaxLength = 20,
        OrderMaxLength = 30,
        RequiredIn = ListModes.All,
    };

    /// <summary>账册备案料号; its structure is in no source at hand (待核).</summary>
    public static GoodsField ItemRecordNo { get; } = new(1, "itemRecordNo", "账册备案料号", FieldKind.Reference, g => g.ItemRecordNo, (g, v) => g with { ItemRecordNo = v })
    {
        ListElement = "itemRecordNo",
        Article = "CEB603 InventoryList 第 3 项 itemRecordNo",
        MaxLength = 30,
        RequiredIn = ListModes.SpecialArea,
        OnlyIn = ListModes.SpecialArea,
    };

    public static GoodsField ItemName { get; } = new(2, "itemName", "企业商品名称", FieldKind.Text, g => g.ItemName, (g, v) => g with { ItemName = v })
    {
        ListElement = "itemName",
        OrderElement = "itemName",
        Article = "CEB603 InventoryList 第 4 项 itemName",
        MaxLength = 250,
        RequiredIn = ListModes.All,
    };

    public static GoodsField ItemDescribe { get; } = new(3, "itemDescribe", "企业商品描述", FieldKind.Text, g => g.ItemDescribe, (g, v) => g with { ItemDescribe = v })
    {
        OrderElement = "itemDescribe",
        Article = "CEB303 OrderList 第 4 项 itemDescribe",
        MaxLength = 1000,
    };

    public static GoodsField Gcode { get; } = new(4, "gcode", "商品编码", FieldKind.HsCode, g => g.Gcode, (g, v) => g with { Gcode = v })
    {
        ListElement = "gcode",
        Article = "CEB603 InventoryList 第 5 项 gcode",
        MaxLength = 10,
        RequiredIn = ListModes.All,
    };

    public static GoodsField Gname { get; } = new(5, "gname", "商品名称", FieldKind.Text, g => g.Gname, (g, v) => g with { Gname = v })
    {
        ListElement = "gname",
        Article = "CEB603 InventoryList 第 6 项 gname",
        MaxLength = 250,
        RequiredIn = ListModes.All,
    };

    public static GoodsField Gmodel { get; } = new(6, "gmodel", "规格型号", FieldKind.Text, g => g.Gmodel, (g, v) => g with { Gmodel = v })
    {
        ListElement = "gmodel",
        Article = "CEB603 InventoryList 第 7 项 gmodel",
        MaxLength = 250,
        RequiredIn = ListModes.All,
    };

    public static GoodsField BarCode { get; } = new(7, "barCode", "条形码", FieldKind.Reference, g => g.BarCode, (g, v) => g with { BarCode = v })
    {
        ListElement = "barCode",
        OrderElement = "barCode",
        Article = "CEB603 InventoryList 第 8 项 barCode",
        MaxLength = 50,
        RequiredIn = ListModes.All,
    };

    public static GoodsField Country { get; } = new(8, "country", "最终目的国（地区）", FieldKind.Code, g => g.Country, (g, v) => g with { Country = v })
    {
        CodeList = CodeList.Countries,
        ListElement = "country",
        Article = "CEB603 InventoryList 第 9 项 country",
        MaxLength = 3,
        RequiredIn = ListModes.All,
    };

    public static GoodsField Currency { get; } = new(9, "currency", "币制", FieldKind.Code, g => g.Currency, (g, v) => g with { Currency = v })
    {
        CodeList = CodeList.Currencies,
        ListElement = "currency",
        OrderElement = "currency",
        Article = "CEB603 InventoryList 第 10 项 currency",
        MaxLength = 3,
        RequiredIn = ListModes.All,
    };

    public static GoodsField Qty { get; } = new(10, "qty", "数量", FieldKind.Number, g => g.Qty, (g, v) => g with { Qty = v })
    {
        ListElement = "qty",
        OrderElement = "qty",
        Article = "CEB603 InventoryList 第 11 项 qty",
        MaxLength = 20,
        RequiredIn = ListModes.All,
    };

    public static GoodsField Unit { get; } = new(11, "unit", "计量单位", FieldKind.Code, g => g.Unit, (g, v) => g with { Unit = v })
    {
        CodeList = CodeList.Units,
        ListElement = "unit",
        OrderElement = "unit",
        Article = "CEB603 InventoryList 第 14 项 unit",
        MaxLength = 3,
        RequiredIn = ListModes.All,
    };

    public static GoodsField Qty1 { get; } = new(12, "qty1", "法定数量", FieldKind.Number, g => g.Qty1, (g, v) => g with { Qty1 = v })
    {
        ListElement = "qty1",
        Article = "CEB603 InventoryList 第 12 项 qty1",
        MaxLength = 20,
        RequiredIn = ListModes.All,
    };

    public static GoodsField Unit1 { get; } = new(13, "unit1", "法定计量单位", FieldKind.Code, g => g.Unit1, (g, v) => g with { Unit1 = v })
    {
        CodeList = CodeList.Units,
        ListElement = "unit1",
        Article = "CEB603 InventoryList 第 15 项 unit1",
        MaxLength = 3,
        RequiredIn = ListModes.All,
    };

    public static GoodsField Qty2 { get; } = new(14, "qty2", "第二数量", FieldKind.Number, g => g.Qty2, (g, v) => g with { Qty2 = v })
    {
        ListElement = "qty2",
        Article = "CEB603 InventoryList 第 13 项 qty2",
        MaxLength = 20,
    };

    public static GoodsField Unit2 { get; } = new(15, "unit2", "第二计量单位", FieldKind.Code, g => g.Unit2, (g, v) => g with { Unit2 = v })
    {
        CodeList = CodeList.Units,
        ListElement = "unit2",
        Article = "CEB603 InventoryList 第 16 项 unit2",
        MaxLength = 3,
    };

    public static GoodsField Price { get; } = new(16, "price", "单价", FieldKind.Number, g => g.Price, (g, v) => g with { Price = v })
    {
        ListElement = "price",
        OrderElement = "price",
        Article = "CEB603 InventoryList 第 17 项 price",
        MaxLength = 20,
        RequiredIn = ListModes.All,
    };

    public static GoodsField TotalPrice { get; } = new(17, "totalPrice", "总价", FieldKind.Number, g => g.TotalPrice, (g, v) => g with { TotalPrice = v })
    {
        ListElement = "totalPrice",
        OrderElement = "totalPrice",
        Article = "CEB603 InventoryList 第 18 项 totalPrice",
        MaxLength = 20,
        RequiredIn = ListModes.All,
    };

    public static GoodsField Note { get; } = new(18, "note", "备注", FieldKind.Text, g => g.Note, (g, v) => g with { Note = v })
    {
        ListElement = "note",
        Article = "CEB603 InventoryList 第 19 项 note",
        MaxLength = 1000,
    };
}
