namespace HuaihuaPilotZone.Customs.Documents;

/// <summary>
/// 退运报关单 (4561): goods that left by 报关单 and come back, declared for import. Elements as on an export, read from the other side (facts B1, B2, B3):
/// 收货人, 消费使用单位, 启运国, 境内目的地; origin and destination stand in their own elements and are not swapped.
/// </summary>
public static class ReturnDeclaration
{
    /// <summary>退运货物; that goods exported by 报关单 come back under it is general knowledge (facts B1, [K]).</summary>
    public const string Mode = "4561";

    /// <summary>DecList is 0..50.</summary>
    public static LineGroup Lines { get; } = new("goods", 0, "退运商品", "商品", DeclarationGoods.MaxLines);

    private static readonly FieldList _head = new() { Section = FormSection.Basics };

    public static DocumentField TradeMode { get; } = _head.Add("tradeMode", "监管方式", FieldKind.Code, "DecHead/TradeMode", 4, new(true, Item: "监管方式") { EmptyHint = "退运货物填“4561”。" });

    /// <summary>海关编号 of the declaration that the goods left with.</summary>
    public static DocumentField RelatedDeclaration { get; } = _head.Add("relatedDeclarationNo", "原出口报关单号", FieldKind.Reference, "DecFreeTxt/RelId", 18, new() { EmptyHint = "填海关给出的 18 位报关单编号。" });

    public static DocumentField CutMode { get; } = _head.Add("cutMode", "征免性质", FieldKind.Code, "DecHead/CutMode", 3, new(false, CodeList.TaxNatures, "征免性质"));

    public static DocumentField CustomsCode { get; } = _head.Add("customsCode", "申报地海关", FieldKind.Code, "DecHead/CustomMaster", 4, new(true, CodeList.CustomsOffices));

    public static DocumentField PortCode { get; } = _head.Add("portCode", "进境关别", FieldKind.Code, "DecHead/IEPort", 4, new(true, CodeList.CustomsOffices, "进出境关别"));

    public static DocumentField EntryPort { get; } = _head.Add("entryPort", "入境口岸", FieldKind.Code, "DecHead/EntyPortCode", 8, new(true, CodeList.DomesticPorts, "入境口岸/离境口岸"));

    /// <summary>Day on which the vehicle was declared in.</summary>
    public static DocumentField IeDate { get; } = _head.Add("ieDate", "进口日期", FieldKind.Date, "DecHead/IEDate", 10, new(Item: "进出口日期"));

    public static DocumentField LicenseNo { get; } = _head.Add("licenseNo", "许可证号", FieldKind.Reference, "DecHead/LicenseNo", 20, new(Item: "许可证号"));

    public static DocumentField EntryType { get; } = _head.Add("entryType", "报关单类型", FieldKind.Code, "DecHead/EntryType", 1, new(true, CodeList.EntryTypes));

    public static DocumentField PromiseItems { get; } = _head.Add("promiseItems", "价格说明", FieldKind.Reference, "DecHead/PromiseItmes", 32, new(true, Item: "特殊关系确认、价格影响确认、支付特许权使用费确认"));

    public static DocumentField MarkNo { get; } = _head.Add("markNo", "标记唛码", FieldKind.Text, "DecHead/MarkNo", 400, new(Item: "标记唛码及备注"));

    public static DocumentField Note { get; } = _head.Add("note", "备注", FieldKind.Text, "DecHead/NoteS", 255, new(Item: "标记唛码及备注"));

    public static DocumentField TradeCoScc { get; } = In(FormSection.Parties).Add("tradeCoScc", "境内收货人信用代码", FieldKind.Party, "DecHead/TradeCoScc", 18, new(true, Item: "境内收发货人"));

    public static DocumentField TradeCode { get; } = _head.Add("tradeCode", "境内收货人海关编码", FieldKind.Party, "DecHead/TradeCode", 18, new(true, Item: "境内收发货人"));

    public static DocumentField TradeName { get; } = _head.Add("tradeName", "境内收货人名称", FieldKind.Text, "DecHead/TradeName", 100, new(true, Item: "境内收发货人"));

    public static DocumentField OverseasCode { get; } = _head.Add("overseasConsignorCode", "境外发货人代码", FieldKind.Reference, "DecHead/OverseasConsignorCode", 50, new(Item: "境外收发货人"));

    public static DocumentField OverseasName { get; } = _head.Add("overseasConsignorName", "境外发货人名称（外文）", FieldKind.Text, "DecHead/OverseasConsignorEname", 100, new(Item: "境外收发货人") { EmptyHint = "没有境外发货人时填“NO”。" });

    public static DocumentField OwnerCodeScc { get; } = _head.Add("ownerCodeScc", "消费使用单位信用代码", FieldKind.Party, "DecHead/OwnerCodeScc", 18, new(true, Item: "消费使用单位/生产销售单位") { EmptyHint = "没有信用代码时填“NO”。" });

    public static DocumentField OwnerCode { get; } = _head.Add("ownerCode", "消费使用单位海关编码", FieldKind.Party, "DecHead/OwnerCode", 18, new(Item: "消费使用单位/生产销售单位"));

    public static DocumentField OwnerName { get; } = _head.Add("ownerName", "消费使用单位名称", FieldKind.Text, "DecHead/OwnerName", 100, new(true, Item: "消费使用单位/生产销售单位"));

    public static DocumentField AgentCodeScc { get; } = _head.Add("agentCodeScc", "申报单位信用代码", FieldKind.Party, "DecHead/AgentCodeScc", 18, new(true, Item: "申报单位"));

    public static DocumentField AgentCode { get; } = _head.Add("agentCode", "申报单位海关编码", FieldKind.Party, "DecHead/AgentCode", 10, new(true, Item: "申报单位"));

    public static DocumentField AgentName { get; } = _head.Add("agentName", "申报单位名称", FieldKind.Text, "DecHead/AgentName", 100, new(true, Item: "申报单位"));

    public static DocumentField DeclareName { get; } = _head.Add("declareName", "申报人员姓名", FieldKind.Text, "DecHead/DeclareName", 50, new(true));

    public static DocumentField CopCode { get; } = _head.Add("copCode", "录入单位组织机构代码", FieldKind.Reference, "DecHead/CopCode", 9, new(true));

    public static DocumentField CopName { get; } = _head.Add("copName", "录入单位名称", FieldKind.Text, "DecHead/CopName", 70, new(true));

    public static DocumentField TypistNo { get; } = _head.Add("typistNo", "录入员 IC 卡号", FieldKind.Reference, "DecHead/TypistNo", 30, new(true));

    public static DocumentField InputerName { get; } = _head.Add("inputerName", "录入员姓名", FieldKind.Text, "DecHead/InputerName", 32, new(true));

    public static DocumentField TrafMode { get; } = In(FormSection.Transport).Add("trafMode", "运输方式", FieldKind.Code, "DecHead/TrafMode", 1, new(true, CodeList.TransportModes, "运输方式"));

    public static DocumentField TrafName { get; } = _head.Add("trafName", "运输工具名称", FieldKind.Reference, "DecHead/TrafName", 50, new(Item: "运输工具名称及航次号"));

    public static DocumentField VoyageNo { get; } = _head.Add("voyageNo", "航次号", FieldKind.Reference, "DecFreeTxt/VoyNo", 32, new(Item: "运输工具名称及航次号"));

    public static DocumentField BillNo { get; } = _head.Add("billNo", "提运单号", FieldKind.Reference, "DecHead/BillNo", 32, new(Item: "提运单号"));

    public static DocumentField TradeCountry { get; } = _head.Add("tradeCountry", "启运国（地区）", FieldKind.Code, "DecHead/TradeCountry", 3, new(true, CodeList.Countries, "启运国（地区）/运抵国（地区）"));

    public static DocumentField TradeArea { get; } = _head.Add("tradeAreaCode", "贸易国（地区）", FieldKind.Code, "DecHead/TradeAreaCode", 3, new(true, CodeList.Countries, "贸易国（地区）"));

    public static DocumentField DespatchPort { get; } = _head.Add("despatchPort", "启运港", FieldKind.Code, "DecHead/DespPortCode", 8, new(true, CodeList.Ports, "启运港"));

    public static DocumentField StopPort { get; } = _head.Add("stopPort", "经停港", FieldKind.Code, "DecHead/DistinatePort", 6, new(true, CodeList.Ports, "经停港/指运港") { EmptyHint = "未列明的港口填国别加 000。" });

    public static DocumentField GoodsPlace { get; } = _head.Add("goodsPlace", "货物存放地点", FieldKind.Text, "DecHead/GoodsPlace", 100, new(true, Item: "货物存放地点"));

    public static DocumentField TransMode { get; } = In(FormSection.Charges).Add("transMode", "成交方式", FieldKind.Code, "DecHead/TransMode", 1, new(true, CodeList.TradeTerms, "成交方式"));

    public static DocumentField WrapType { get; } = In(FormSection.Weight).Add("wrapType", "包装种类", FieldKind.Code, "DecHead/WrapType", 2, new(true, CodeList.Packaging, "包装种类"));

    public static DocumentField PackNo { get; } = _head.Add("packNo", "件数", FieldKind.WholeNumber, "DecHead/PackNo", 9, new(true, Item: "件数"));

    public static DocumentField GrossWeight { get; } = _head.Add("grossWeight", "毛重（千克）", FieldKind.Number, "DecHead/GrossWet", 20, new(true, Item: "毛重（千克）"));

    public static DocumentField NetWeight { get; } = _head.Add("netWeight", "净重（千克）", FieldKind.Number, "DecHead/NetWt", 20, new(true, Item: "净重（千克）"));

    private static readonly FieldList _line = new(Lines);

    /// <summary>Number of the item on the declaration that the goods left with; no element carries it.</summary>
    public static DocumentField SourceLine { get; } = _line.Add("sourceLine", "原报关单项号", FieldKind.WholeNumber, element: null, 20);

    public static DocumentField Gcode { get; } = _line.Add("gcode", "商品编号", FieldKind.HsCode, "DecList/CodeTS", 10, new(true, Item: "商品编号"));

    public static DocumentField CiqCode { get; } = _line.Add("ciqCode", "监管类别代码", FieldKind.Reference, "DecList/CiqCode", 20, new(Item: "商品编号"));

    public static DocumentField Gname { get; } = _line.Add("gname", "商品名称", FieldKind.Text, "DecList/GName", 255, new(true, Item: "商品名称及规格型号"));

    public static DocumentField Gmodel { get; } = _line.Add("gmodel", "规格型号", FieldKind.Text, "DecList/GModel", 255, new(Item: "商品名称及规格型号"));

    public static DocumentField Qty { get; } = _line.Add("qty", "退运数量", FieldKind.Number, "DecList/GQty", 20, new(true, Item: "数量及单位"));

    public static DocumentField Unit { get; } = _line.Add("unit", "成交单位", FieldKind.Code, "DecList/GUnit", 3, new(true, CodeList.Units, "数量及单位"));

    public static DocumentField Qty1 { get; } = _line.Add("qty1", "法定第一数量", FieldKind.Number, "DecList/FirstQty", 20, new(true, Item: "数量及单位"));

    public static DocumentField Unit1 { get; } = _line.Add("unit1", "法定第一单位", FieldKind.Code, "DecList/FirstUnit", 3, new(true, CodeList.Units, "数量及单位"));

    public static DocumentField Qty2 { get; } = _line.Add("qty2", "法定第二数量", FieldKind.Number, "DecList/SecondQty", 20, new(Item: "数量及单位"));

    public static DocumentField Unit2 { get; } = _line.Add("unit2", "法定第二单位", FieldKind.Code, "DecList/SecondUnit", 3, new(false, CodeList.Units, "数量及单位"));

    public static DocumentField Price { get; } = _line.Add("price", "单价", FieldKind.Number, "DecList/DeclPrice", 20, new(true, Item: "单价") { MostDecimals = 4 });

    public static DocumentField TotalPrice { get; } = _line.Add("totalPrice", "总价", FieldKind.Number, "DecList/DeclTotal", 20, new(true, Item: "总价") { MostDecimals = 4 });

    public static DocumentField Currency { get; } = _line.Add("currency", "币制", FieldKind.Code, "DecList/TradeCurr", 3, new(true, CodeList.Currencies, "币制"));

    public static DocumentField OriginCountry { get; } = _line.Add("originCountry", "原产国（地区）", FieldKind.Code, "DecList/OriginCountry", 3, new(true, CodeList.Countries, "原产国（地区）"));

    public static DocumentField DestinationCountry { get; } = _line.Add("destinationCountry", "最终目的国（地区）", FieldKind.Code, "DecList/DestinationCountry", 3, new(true, CodeList.Countries, "最终目的国（地区）"));

    public static DocumentField District { get; } = _line.Add("districtCode", "境内目的地", FieldKind.Code, "DecList/DistrictCode", 5, new(true, CodeList.Districts, "境内目的地/境内货源地"));

    public static DocumentField DutyMode { get; } = _line.Add("dutyMode", "征免", FieldKind.Code, "DecList/DutyMode", 1, new(true, CodeList.DutyModes, "征免"));

    /// <summary>What the document consists of.</summary>
    public static DocumentSchema Schema { get; } = new(DocumentScope.ReturnDeclaration, "退运报关单", _head.Fields, [new LineSchema(Lines, _line.Fields)], Roles(), SectionTitle);

    /// <summary>规格型号 of an export as it is written on an import: the second element, 出口享惠情况, is 3 there (facts B5).</summary>
    public static string? ModelOf(string? exported)
    {
        var elements = exported?.Split('|') ?? [];
        return elements.Length < 2 ? exported : string.Join('|', [elements[0], "3", .. elements.Skip(2)]);
    }

    private static string SectionTitle(FormSection section) => section switch
    {
        FormSection.Basics => "基本信息",
        FormSection.Parties => "参与方与录入",
        FormSection.Transport => "运输与启运",
        FormSection.Charges => "成交",
        FormSection.Weight => "包装与重量",
        _ => "退运商品",
    };

    private static DocumentRoles Roles() => new()
    {
        TradeMode = TradeMode,
        DeclarationOffice = CustomsCode,
        ExitOffice = PortCode,
        ExportDate = IeDate,
        Licence = LicenseNo,
        Parties = [(TradeCoScc, TradeName), (TradeCode, TradeName), (OwnerCodeScc, OwnerName), (OwnerCode, OwnerName), (AgentCodeScc, AgentName), (AgentCode, AgentName)],
        Order = RelatedDeclaration,
        Waybill = BillNo,
        Transport = TrafMode,
        Arrival = TradeCountry,
        Port = DespatchPort,
        Parcels = PackNo,
        GrossWeight = GrossWeight,
        NetWeight = NetWeight,
        TariffCode = Gcode,
        GoodsName = Gname,
        Model = Gmodel,
        Destination = DestinationCountry,
        Currency = Currency,
        Quantity = Qty,
        Unit = Unit,
        Quantity1 = Qty1,
        Unit1 = Unit1,
        Quantity2 = Qty2,
        Unit2 = Unit2,
        Price = Price,
        Total = TotalPrice,
    };

    private static FieldList In(FormSection section)
    {
        _head.Section = section;
        return _head;
    }
}
