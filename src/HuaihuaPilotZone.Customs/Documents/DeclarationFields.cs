namespace HuaihuaPilotZone.Customs.Documents;

/// <summary>
/// Header of an export 报关单 in the order of the form. Elements and required marks: DecMessage, column "declare"; lengths: interface 4.9
/// (facts B3). What is constant for an export (IEFlag, EdiId, DeclTrnRel …) or given by customs is not typed and therefore not here.
/// </summary>
public static class DeclarationFields
{
    private static readonly FieldList _fields = new() { Section = FormSection.Basics };

    public static DocumentField TradeMode { get; } = _fields.Add("tradeMode", "监管方式", FieldKind.Code, "DecHead/TradeMode", 4, new(true, CodeList.SupervisionModes, "监管方式"));

    public static DocumentField CutMode { get; } = _fields.Add("cutMode", "征免性质", FieldKind.Code, "DecHead/CutMode", 3, new(false, CodeList.TaxNatures, "征免性质"));

    public static DocumentField CustomsCode { get; } = _fields.Add("customsCode", "申报地海关", FieldKind.Code, "DecHead/CustomMaster", 4, new(true, CodeList.CustomsOffices));

    public static DocumentField PortCode { get; } = _fields.Add("portCode", "出境关别", FieldKind.Code, "DecHead/IEPort", 4, new(true, CodeList.CustomsOffices, "进出境关别"));

    public static DocumentField ExitPort { get; } = _fields.Add("exitPort", "离境口岸", FieldKind.Code, "DecHead/EntyPortCode", 8, new(true, CodeList.DomesticPorts, "入境口岸/离境口岸"));

    /// <summary>Not filled on export declarations; it is kept so that a file that carries it can be told so.</summary>
    public static DocumentField IeDate { get; } = _fields.Add("ieDate", "出口日期", FieldKind.Date, "DecHead/IEDate", 10, new(Item: "进出口日期"));

    public static DocumentField EntryType { get; } = _fields.Add("entryType", "报关单类型", FieldKind.Code, "DecHead/EntryType", 1, new(true, CodeList.EntryTypes));

    /// <summary>Characters 1 and 2 of Type; blank for an ordinary declaration.</summary>
    public static DocumentField DeclarationType { get; } = _fields.Add("declarationType", "单据类型", FieldKind.Code, "DecHead/Type", 6, new(false, CodeList.DeclarationTypes));

    /// <summary>Five positions of 0 and 1; the third is 跨境电商海外仓.</summary>
    public static DocumentField BusinessItems { get; } = _fields.Add("businessItems", "业务事项", FieldKind.Reference, "DecHead/BusinessItems", 5);

    /// <summary>Five positions of 0, 1 and 9 (blank): special relation, price influence, royalty, formula price, provisional price.</summary>
    public static DocumentField PromiseItems { get; } = _fields.Add("promiseItems", "价格说明", FieldKind.Reference, "DecHead/PromiseItmes", 32, new(true, Item: "特殊关系确认、价格影响确认、支付特许权使用费确认") { EmptyHint = "出口免予填报的填“99999”。" });

    public static DocumentField MarkNo { get; } = _fields.Add("markNo", "标记唛码", FieldKind.Text, "DecHead/MarkNo", 400, new(Item: "标记唛码及备注"));

    public static DocumentField Note { get; } = _fields.Add("note", "备注", FieldKind.Text, "DecHead/NoteS", 255, new(Item: "标记唛码及备注"));

    public static DocumentField TradeCoScc { get; } = In(FormSection.Parties).Add("tradeCoScc", "境内发货人信用代码", FieldKind.Party, "DecHead/TradeCoScc", 18, new(true, Item: "境内收发货人"));

    public static DocumentField TradeCode { get; } = _fields.Add("tradeCode", "境内发货人海关编码", FieldKind.Party, "DecHead/TradeCode", 18, new(true, Item: "境内收发货人"));

    public static DocumentField TradeName { get; } = _fields.Add("tradeName", "境内发货人名称", FieldKind.Text, "DecHead/TradeName", 100, new(true, Item: "境内收发货人"));

    public static DocumentField OverseasCode { get; } = _fields.Add("overseasConsigneeCode", "境外收货人代码", FieldKind.Reference, "DecHead/OverseasConsigneeCode", 50, new(Item: "境外收发货人"));

    public static DocumentField OverseasName { get; } = _fields.Add("overseasConsigneeName", "境外收货人名称（外文）", FieldKind.Text, "DecHead/OverseasConsigneeEname", 400, new(Item: "境外收发货人"));

    public static DocumentField OwnerCodeScc { get; } = _fields.Add("ownerCodeScc", "生产销售单位信用代码", FieldKind.Party, "DecHead/OwnerCodeScc", 18, new(true, Item: "消费使用单位/生产销售单位") { EmptyHint = "没有信用代码时填“NO”。" });

    public static DocumentField OwnerCode { get; } = _fields.Add("ownerCode", "生产销售单位海关编码", FieldKind.Party, "DecHead/OwnerCode", 18, new(Item: "消费使用单位/生产销售单位"));

    public static DocumentField OwnerName { get; } = _fields.Add("ownerName", "生产销售单位名称", FieldKind.Text, "DecHead/OwnerName", 100, new(true, Item: "消费使用单位/生产销售单位"));

    public static DocumentField AgentCodeScc { get; } = _fields.Add("agentCodeScc", "申报单位信用代码", FieldKind.Party, "DecHead/AgentCodeScc", 18, new(true, Item: "申报单位"));

    public static DocumentField AgentCode { get; } = _fields.Add("agentCode", "申报单位海关编码", FieldKind.Party, "DecHead/AgentCode", 10, new(true, Item: "申报单位"));

    public static DocumentField AgentName { get; } = _fields.Add("agentName", "申报单位名称", FieldKind.Text, "DecHead/AgentName", 100, new(true, Item: "申报单位"));

    public static DocumentField DeclareName { get; } = _fields.Add("declareName", "申报人员姓名", FieldKind.Text, "DecHead/DeclareName", 50, new(true));

    public static DocumentField CopCode { get; } = _fields.Add("copCode", "录入单位组织机构代码", FieldKind.Reference, "DecHead/CopCode", 9, new(true));

    public static DocumentField CopName { get; } = _fields.Add("copName", "录入单位名称", FieldKind.Text, "DecHead/CopName", 70, new(true));

    public static DocumentField TypistNo { get; } = _fields.Add("typistNo", "录入员 IC 卡号", FieldKind.Reference, "DecHead/TypistNo", 30, new(true));

    public static DocumentField InputerName { get; } = _fields.Add("inputerName", "录入员姓名", FieldKind.Text, "DecHead/InputerName", 32, new(true));

    public static DocumentField ContractNo { get; } = In(FormSection.Order).Add("contractNo", "合同协议号", FieldKind.Reference, "DecHead/ContrNo", 32, new(Item: "合同协议号"));

    public static DocumentField LicenseNo { get; } = _fields.Add("licenseNo", "许可证号", FieldKind.Reference, "DecHead/LicenseNo", 20, new(Item: "许可证号"));

    public static DocumentField ManualNo { get; } = _fields.Add("manualNo", "备案号", FieldKind.Reference, "DecHead/ManualNo", 12, new(Item: "备案号"));

    public static DocumentField RelatedDeclaration { get; } = _fields.Add("relatedDeclarationNo", "关联报关单号", FieldKind.Reference, "DecFreeTxt/RelId", 18);

    public static DocumentField RelatedManual { get; } = _fields.Add("relatedManualNo", "关联备案号", FieldKind.Reference, "DecFreeTxt/RelManNo", 12);

    public static DocumentField TrafMode { get; } = In(FormSection.Transport).Add("trafMode", "运输方式", FieldKind.Code, "DecHead/TrafMode", 1, new(true, CodeList.TransportModes, "运输方式"));

    public static DocumentField TrafName { get; } = _fields.Add("trafName", "运输工具名称", FieldKind.Reference, "DecHead/TrafName", 50, new(Item: "运输工具名称及航次号"));

    public static DocumentField VoyageNo { get; } = _fields.Add("voyageNo", "航次号", FieldKind.Reference, "DecFreeTxt/VoyNo", 32, new(Item: "运输工具名称及航次号"));

    public static DocumentField BillNo { get; } = _fields.Add("billNo", "提运单号", FieldKind.Reference, "DecHead/BillNo", 32, new(Item: "提运单号"));

    public static DocumentField TradeCountry { get; } = _fields.Add("tradeCountry", "运抵国（地区）", FieldKind.Code, "DecHead/TradeCountry", 3, new(true, CodeList.Countries, "启运国（地区）/运抵国（地区）"));

    public static DocumentField TradeArea { get; } = _fields.Add("tradeAreaCode", "贸易国（地区）", FieldKind.Code, "DecHead/TradeAreaCode", 3, new(true, CodeList.Countries, "贸易国（地区）"));

    public static DocumentField DestinationPort { get; } = _fields.Add("destinationPort", "指运港", FieldKind.Code, "DecHead/DistinatePort", 6, new(true, CodeList.Ports, "经停港/指运港") { EmptyHint = "未列明的港口填国别加 000，不实际离境的填 CHN000。" });

    public static DocumentField GoodsPlace { get; } = _fields.Add("goodsPlace", "货物存放地点", FieldKind.Text, "DecHead/GoodsPlace", 100, new(Item: "货物存放地点"));

    public static DocumentField TransMode { get; } = In(FormSection.Charges).Add("transMode", "成交方式", FieldKind.Code, "DecHead/TransMode", 1, new(true, CodeList.TradeTerms, "成交方式"));

    public static DocumentField FeeMark { get; } = _fields.Add("feeMark", "运费标记", FieldKind.Code, "DecHead/FeeMark", 1, new(false, CodeList.FreightMarks, "运费"));

    public static DocumentField FeeRate { get; } = _fields.Add("feeRate", "运费", FieldKind.Number, "DecHead/FeeRate", 20, new(Item: "运费"));

    public static DocumentField FeeCurrency { get; } = _fields.Add("feeCurrency", "运费币制", FieldKind.Code, "DecHead/FeeCurr", 3, new(false, CodeList.Currencies, "运费"));

    public static DocumentField InsuranceMark { get; } = _fields.Add("insuranceMark", "保费标记", FieldKind.Code, "DecHead/InsurMark", 1, new(false, CodeList.ChargeMarks, "保费"));

    public static DocumentField InsuranceRate { get; } = _fields.Add("insuranceRate", "保费", FieldKind.Number, "DecHead/InsurRate", 20, new(Item: "保费"));

    public static DocumentField InsuranceCurrency { get; } = _fields.Add("insuranceCurrency", "保费币制", FieldKind.Code, "DecHead/InsurCurr", 3, new(false, CodeList.Currencies, "保费"));

    public static DocumentField OtherMark { get; } = _fields.Add("otherMark", "杂费标记", FieldKind.Code, "DecHead/OtherMark", 1, new(false, CodeList.ChargeMarks, "杂费"));

    /// <summary>More than zero is added to the value, less than zero deducted from it.</summary>
    public static DocumentField OtherRate { get; } = _fields.Add("otherRate", "杂费", FieldKind.Number, "DecHead/OtherRate", 20, new(Item: "杂费") { MayBeNegative = true });

    public static DocumentField OtherCurrency { get; } = _fields.Add("otherCurrency", "杂费币制", FieldKind.Code, "DecHead/OtherCurr", 3, new(false, CodeList.Currencies, "杂费"));

    public static DocumentField WrapType { get; } = In(FormSection.Weight).Add("wrapType", "包装种类", FieldKind.Code, "DecHead/WrapType", 2, new(true, CodeList.Packaging, "包装种类"));

    public static DocumentField PackNo { get; } = _fields.Add("packNo", "件数", FieldKind.WholeNumber, "DecHead/PackNo", 9, new(true, Item: "件数") { EmptyHint = "裸装填“1”。" });

    public static DocumentField GrossWeight { get; } = _fields.Add("grossWeight", "毛重（千克）", FieldKind.Number, "DecHead/GrossWet", 20, new(true, Item: "毛重（千克）"));

    public static DocumentField NetWeight { get; } = _fields.Add("netWeight", "净重（千克）", FieldKind.Number, "DecHead/NetWt", 20, new(true, Item: "净重（千克）"));

    /// <summary>All of them in the order of the form.</summary>
    internal static IReadOnlyList<DocumentField> All => _fields.Fields;

    private static FieldList In(FormSection section)
    {
        _fields.Section = section;
        return _fields;
    }
}
