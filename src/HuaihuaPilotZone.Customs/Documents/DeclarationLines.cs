namespace HuaihuaPilotZone.Customs.Documents;

/// <summary>Goods of a 报关单: DecLists/DecList, at most 50 (facts B3).</summary>
public static class DeclarationGoods
{
    /// <summary>DecList is 0..50.</summary>
    public const int MaxLines = 50;

    /// <summary>The collection.</summary>
    public static LineGroup Lines { get; } = new("goods", 0, "商品明细", "商品", MaxLines);

    private static readonly FieldList _fields = new(Lines);

    /// <summary>Item number in the account book or certificate.</summary>
    public static DocumentField ContractItem { get; } = _fields.Add("contractItem", "备案序号", FieldKind.Reference, "DecList/ContrItem", 19, new(Item: "项号"));

    public static DocumentField Gcode { get; } = _fields.Add("gcode", "商品编号", FieldKind.HsCode, "DecList/CodeTS", 10, new(true, Item: "商品编号"));

    /// <summary>Positions 11 to 13 of the thirteen-digit number.</summary>
    public static DocumentField CiqCode { get; } = _fields.Add("ciqCode", "监管类别代码", FieldKind.Reference, "DecList/CiqCode", 20, new(Item: "商品编号"));

    public static DocumentField Gname { get; } = _fields.Add("gname", "商品名称", FieldKind.Text, "DecList/GName", 255, new(true, Item: "商品名称及规格型号"));

    /// <summary>Values of the declaration elements split by vertical bars; the first is 品牌类型, the second 出口享惠情况.</summary>
    public static DocumentField Gmodel { get; } = _fields.Add("gmodel", "规格型号", FieldKind.Text, "DecList/GModel", 255, new(Item: "商品名称及规格型号"));

    public static DocumentField Qty { get; } = _fields.Add("qty", "成交数量", FieldKind.Number, "DecList/GQty", 20, new(true, Item: "数量及单位"));

    public static DocumentField Unit { get; } = _fields.Add("unit", "成交单位", FieldKind.Code, "DecList/GUnit", 3, new(true, CodeList.Units, "数量及单位"));

    public static DocumentField Qty1 { get; } = _fields.Add("qty1", "法定第一数量", FieldKind.Number, "DecList/FirstQty", 20, new(true, Item: "数量及单位"));

    public static DocumentField Unit1 { get; } = _fields.Add("unit1", "法定第一单位", FieldKind.Code, "DecList/FirstUnit", 3, new(true, CodeList.Units, "数量及单位"));

    public static DocumentField Qty2 { get; } = _fields.Add("qty2", "法定第二数量", FieldKind.Number, "DecList/SecondQty", 20, new(Item: "数量及单位"));

    public static DocumentField Unit2 { get; } = _fields.Add("unit2", "法定第二单位", FieldKind.Code, "DecList/SecondUnit", 3, new(false, CodeList.Units, "数量及单位"));

    /// <summary>Four decimals in the present version of the interface.</summary>
    public static DocumentField Price { get; } = _fields.Add("price", "单价", FieldKind.Number, "DecList/DeclPrice", 20, new(true, Item: "单价") { MostDecimals = 4 });

    /// <summary>Four decimals in the present version of the interface.</summary>
    public static DocumentField TotalPrice { get; } = _fields.Add("totalPrice", "总价", FieldKind.Number, "DecList/DeclTotal", 20, new(true, Item: "总价") { MostDecimals = 4 });

    public static DocumentField Currency { get; } = _fields.Add("currency", "币制", FieldKind.Code, "DecList/TradeCurr", 3, new(true, CodeList.Currencies, "币制"));

    /// <summary>On an export the message carries it in DestinationCountry.</summary>
    public static DocumentField OriginCountry { get; } = _fields.Add("originCountry", "原产国（地区）", FieldKind.Code, "DecList/DestinationCountry", 3, new(true, CodeList.Countries, "原产国（地区）"));

    /// <summary>On an export the message carries it in OriginCountry.</summary>
    public static DocumentField DestinationCountry { get; } = _fields.Add("destinationCountry", "最终目的国（地区）", FieldKind.Code, "DecList/OriginCountry", 3, new(true, CodeList.Countries, "最终目的国（地区）"));

    public static DocumentField District { get; } = _fields.Add("districtCode", "境内货源地", FieldKind.Code, "DecList/DistrictCode", 5, new(true, CodeList.Districts, "境内目的地/境内货源地"));

    public static DocumentField Division { get; } = _fields.Add("divisionCode", "产地行政区划", FieldKind.Code, "DecList/DestCode", 8, new(false, CodeList.Divisions, "境内目的地/境内货源地"));

    public static DocumentField DutyMode { get; } = _fields.Add("dutyMode", "征免", FieldKind.Code, "DecList/DutyMode", 1, new(true, CodeList.DutyModes, "征免"));

    public static DocumentField ItemNo { get; } = _fields.Add("itemNo", "货号", FieldKind.Reference, "DecList/ExgNo", 30);

    public static DocumentField EnglishName { get; } = _fields.Add("englishName", "商品英文名称", FieldKind.Text, "DecList/DeclGoodsEname", 100);

    public static DocumentField PreferentialOrigin { get; } = _fields.Add("preferentialOrigin", "优惠贸易协定项下原产地", FieldKind.Code, "DecList/RcepOrigPlaceCode", 3, new(false, CodeList.Countries));

    public static DocumentField ControlExplain { get; } = _fields.Add("controlExplainCode", "禁限管制识别码", FieldKind.Reference, "DecList/ControlExplainCode", 4);

    internal static IReadOnlyList<DocumentField> All => _fields.Fields;
}

/// <summary>Containers of a 报关单: DecContainers/Container, at most 500.</summary>
public static class DeclarationContainers
{
    /// <summary>The collection.</summary>
    public static LineGroup Lines { get; } = new("containers", 1, "集装箱", "集装箱", 500);

    private static readonly FieldList _fields = new(Lines);

    public static DocumentField ContainerId { get; } = _fields.Add("containerId", "集装箱号", FieldKind.Party, "Container/ContainerId", 32, new(true));

    public static DocumentField ContainerType { get; } = _fields.Add("containerMd", "集装箱规格", FieldKind.Code, "Container/ContainerMd", 32, new(true, CodeList.ContainerTypes));

    /// <summary>Item numbers, comma separated, such as 1,3.</summary>
    public static DocumentField GoodsNumbers { get; } = _fields.Add("goodsNo", "商品项号", FieldKind.Reference, "Container/GoodsNo", 255, new(true));

    public static DocumentField IsShared { get; } = _fields.Add("lclFlag", "拼箱标识", FieldKind.Code, "Container/LclFlag", 1, new(false, CodeList.YesNo));

    /// <summary>kg.</summary>
    public static DocumentField GoodsWeight { get; } = _fields.Add("goodsContaWt", "箱货重量（千克）", FieldKind.Number, "Container/GoodsContaWt", 20);

    /// <summary>Tare, kg.</summary>
    public static DocumentField Tare { get; } = _fields.Add("containerWt", "自重（千克）", FieldKind.Number, "Container/ContainerWt", 20);

    internal static IReadOnlyList<DocumentField> All => _fields.Fields;
}

/// <summary>随附单证 of a 报关单: DecLicenseDocus/LicenseDocu, at most 7.</summary>
public static class DeclarationDocuments
{
    /// <summary>The collection.</summary>
    public static LineGroup Lines { get; } = new("documents", 2, "随附单证", "随附单证", 7);

    private static readonly FieldList _fields = new(Lines);

    public static DocumentField Code { get; } = _fields.Add("docuCode", "单证代码", FieldKind.Reference, "LicenseDocu/DocuCode", 1, new(true, CodeList.ControlDocuments, "随附单证及编号"));

    /// <summary>For code Y: agreement code, C or D, and the number.</summary>
    public static DocumentField Number { get; } = _fields.Add("certCode", "单证编号", FieldKind.Reference, "LicenseDocu/CertCode", 32, new(true, Item: "随附单证及编号"));

    internal static IReadOnlyList<DocumentField> All => _fields.Fields;
}

/// <summary>Packing beside the transport packing: DecOtherPacks/DecOtherPack; no limit is known.</summary>
public static class DeclarationPacks
{
    /// <summary>The collection.</summary>
    public static LineGroup Lines { get; } = new("otherPacks", 3, "其他包装", "其他包装", null);

    private static readonly FieldList _fields = new(Lines);

    public static DocumentField Type { get; } = _fields.Add("packType", "包装材料种类", FieldKind.Code, "DecOtherPack/PackType", 2, new(true, CodeList.Packaging, "包装种类"));

    public static DocumentField Quantity { get; } = _fields.Add("packQty", "包装件数", FieldKind.Number, "DecOtherPack/PackQty", 20, new(true, Item: "包装种类"));

    internal static IReadOnlyList<DocumentField> All => _fields.Fields;
}

/// <summary>随附单据 of a 报关单: EdocRealation, at most 10.</summary>
public static class DeclarationEdocs
{
    /// <summary>The collection.</summary>
    public static LineGroup Lines { get; } = new("edocs", 4, "随附单据", "随附单据", 10);

    private static readonly FieldList _fields = new(Lines);

    public static DocumentField Code { get; } = _fields.Add("edocCode", "单据类别", FieldKind.Code, "EdocRealation/EdocCode", 8, new(true, CodeList.AttachedDocuments));

    /// <summary>Office, kind of document, IM and 18 digits; the file name without .pdf.</summary>
    public static DocumentField Id { get; } = _fields.Add("edocId", "单据编号", FieldKind.Reference, "EdocRealation/EdocID", 64, new(true) { EmptyHint = "申报口岸、单据类别、IM 和 18 位流水号连写，或文件名。" });

    public static DocumentField Format { get; } = _fields.Add("edocFormat", "单据格式", FieldKind.Code, "EdocRealation/EdocFomatType", 2, new(true, CodeList.AttachmentFormats));

    /// <summary>Item numbers, comma separated; empty for the whole declaration.</summary>
    public static DocumentField GoodsNumbers { get; } = _fields.Add("goodsNo", "商品项号", FieldKind.Reference, "EdocRealation/GNoStr", 150);

    internal static IReadOnlyList<DocumentField> All => _fields.Fields;
}
