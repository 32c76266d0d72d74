namespace HuaihuaPilotZone.Customs.Documents;

/// <summary>
/// The header fields in the order of the form. Elements, lengths and required marks: CEB 202205, tables of CEB603 and CEB303.
/// The lengths of codes are those of the new codes that people type; what the message carries is derived.
/// </summary>
public static class HeaderFields
{
    public static HeaderField TradeMode { get; } = new(0, "tradeMode", "监管方式", FormSection.Basics, FieldKind.Code, d => d.TradeMode, (d, v) => d with { TradeMode = v })
    {
        CodeList = CodeList.SupervisionModes,
        ListElement = "tradeMode",
        Article = "CEB603 InventoryHead 第 28 项 tradeMode",
        MaxLength = 4,
        RequiredIn = ListModes.All,
    };

    public static HeaderField CustomsCode { get; } = new(1, "customsCode", "申报地海关", FormSection.Basics, FieldKind.Code, d => d.CustomsCode, (d, v) => d with { CustomsCode = v })
    {
        CodeList = CodeList.CustomsOffices,
        ListElement = "customsCode",
        Article = "CEB603 InventoryHead 第 5 项 customsCode",
        MaxLength = 4,
        RequiredIn = ListModes.All,
    };

    public static HeaderField PortCode { get; } = new(2, "portCode", "口岸海关", FormSection.Basics, FieldKind.Code, d => d.PortCode, (d, v) => d with { PortCode = v })
    {
        CodeList = CodeList.CustomsOffices,
        ListElement = "portCode",
        Article = "CEB603 InventoryHead 第 16 项 portCode",
        MaxLength = 4,
        RequiredIn = ListModes.All,
    };

    public static HeaderField IeDate { get; } = new(3, "ieDate", "出口日期", FormSection.Basics, FieldKind.Date, d => d.IeDate, (d, v) => d with { IeDate = v })
    {
        ListElement = "ieDate",
        Article = "CEB603 InventoryHead 第 17 项 ieDate",
        MaxLength = 10,
        RequiredIn = ListModes.All,
    };

    public static HeaderField StatisticsFlag { get; } = new(4, "statisticsFlag", "申报业务类型", FormSection.Basics, FieldKind.Code, d => d.StatisticsFlag, (d, v) => d with { StatisticsFlag = v })
    {
        CodeList = CodeList.StatisticsFlags,
        ListElement = "statisticsFlag",
        Article = "CEB603 InventoryHead 第 18 项 statisticsFlag",
        MaxLength = 1,
        RequiredIn = ListModes.All,
    };

    public static HeaderField LicenseNo { get; } = new(5, "licenseNo", "许可证号", FormSection.Basics, FieldKind.Reference, d => d.LicenseNo, (d, v) => d with { LicenseNo = v })
    {
        ListElement = "licenseNo",
        Article = "CEB603 InventoryHead 第 35 项 licenseNo",
        MaxLength = 19,
    };

    /// <summary>账册编号; its structure is in no source at hand (待核).</summary>
    public static HeaderField EmsNo { get; } = new(6, "emsNo", "账册编号", FormSection.Basics, FieldKind.Reference, d => d.EmsNo, (d, v) => d with { EmsNo = v })
    {
        ListElement = "emsNo",
        Article = "CEB603 InventoryHead 第 27 项 emsNo",
        MaxLength = 30,
        RequiredIn = ListModes.SpecialArea,
        OnlyIn = ListModes.SpecialArea,
    };

    public static HeaderField Note { get; } = new(7, "note", "备注", FormSection.Basics, FieldKind.Text, d => d.Note, (d, v) => d with { Note = v })
    {
        ListElement = "note",
        Article = "CEB603 InventoryHead 第 48 项 note",
        MaxLength = 1000,
    };

    public static HeaderField EbpCode { get; } = new(8, "ebpCode", "电商平台代码", FormSection.Parties, FieldKind.Party, d => d.EbpCode, (d, v) => d with { EbpCode = v })
    {
        ListElement = "ebpCode",
        OrderElement = "ebpCode",
        Article = "CEB603 InventoryHead 第 6 项 ebpCode",
        MaxLength = 18,
        RequiredIn = ListModes.All,
        EmptyHint = "境外平台没有代码时填“无”。",
    };

    public static HeaderField EbpName { get; } = new(9, "ebpName", "电商平台名称", FormSection.Parties, FieldKind.Text, d => d.EbpName, (d, v) => d with { EbpName = v })
    {
        ListElement = "ebpName",
        OrderElement = "ebpName",
        Article = "CEB603 InventoryHead 第 7 项 ebpName",
        MaxLength = 100,
        WarehouseLabel = "海外仓名称",
        RequiredIn = ListModes.All,
    };

    public static HeaderField EbcCode { get; } = new(10, "ebcCode", "电商企业（收发货人）代码", FormSection.Parties, FieldKind.Party, d => d.EbcCode, (d, v) => d with { EbcCode = v })
    {
        ListElement = "ebcCode",
        OrderElement = "ebcCode",
        Article = "CEB603 InventoryHead 第 21 项 ebcCode",
        MaxLength = 18,
        RequiredIn = ListModes.All,
    };

    public static HeaderField EbcName { get; } = new(11, "ebcName", "电商企业（收发货人）名称", FormSection.Parties, FieldKind.Text, d => d.EbcName, (d, v) => d with { EbcName = v })
    {
        ListElement = "ebcName",
        OrderElement = "ebcName",
        Article = "CEB603 InventoryHead 第 22 项 ebcName",
        MaxLength = 100,
        RequiredIn = ListModes.All,
    };

    public static HeaderField AgentCode { get; } = new(12, "agentCode", "申报企业代码", FormSection.Parties, FieldKind.Party, d => d.AgentCode, (d, v) => d with { AgentCode = v })
    {
        ListElement = "agentCode",
        Article = "CEB603 InventoryHead 第 19 项 agentCode",
        MaxLength = 18,
        RequiredIn = ListModes.All,
    };

    public static HeaderField AgentName { get; } = new(13, "agentName", "申报企业名称", FormSection.Parties, FieldKind.Text, d => d.AgentName, (d, v) => d with { AgentName = v })
    {
        ListElement = "agentName",
        Article = "CEB603 InventoryHead 第 20 项 agentName",
        MaxLength = 100,
        RequiredIn = ListModes.All,
    };

    public static HeaderField OwnerCode { get; } = new(14, "ownerCode", "生产销售单位代码", FormSection.Parties, FieldKind.Party, d => d.OwnerCode, (d, v) => d with { OwnerCode = v })
    {
        ListElement = "ownerCode",
        Article = "CEB603 InventoryHead 第 23 项 ownerCode",
        MaxLength = 18,
        RequiredIn = ListModes.All,
        EmptyHint = "生产销售单位未在海关注册时填“NO”。",
    };

    public static HeaderField OwnerName { get; } = new(15, "ownerName", "生产销售单位名称", FormSection.Parties, FieldKind.Text, d => d.OwnerName, (d, v) => d with { OwnerName = v })
    {
        ListElement = "ownerName",
        Article = "CEB603 InventoryHead 第 24 项 ownerName",
        MaxLength = 100,
        RequiredIn = ListModes.All,
    };

    public static HeaderField IacCode { get; } = new(16, "iacCode", "区内企业代码", FormSection.Parties, FieldKind.Party, d => d.IacCode, (d, v) => d with { IacCode = v })
    {
        ListElement = "iacCode",
        Article = "CEB603 InventoryHead 第 25 项 iacCode",
        MaxLength = 18,
        RequiredIn = ListModes.SpecialArea,
        OnlyIn = ListModes.SpecialArea,
    };

    public static HeaderField IacName { get; } = new(17, "iacName", "区内企业名称", FormSection.Parties, FieldKind.Text, d => d.IacName, (d, v) => d with { IacName = v })
    {
        ListElement = "iacName",
        Article = "CEB603 InventoryHead 第 26 项 iacName",
        MaxLength = 100,
        RequiredIn = ListModes.SpecialArea,
        OnlyIn = ListModes.SpecialArea,
    };

    public static HeaderField LogisticsCode { get; } = new(18, "logisticsCode", "物流企业代码", FormSection.Parties, FieldKind.Party, d => d.LogisticsCode, (d, v) => d with { LogisticsCode = v })
    {
        ListElement = "logisticsCode",
        Article = "CEB603 InventoryHead 第 9 项 logisticsCode",
        MaxLength = 18,
        RequiredIn = ListModes.All,
    };

    public static HeaderField LogisticsName { get; } = new(19, "logisticsName", "物流企业名称", FormSection.Parties, FieldKind.Text, d => d.LogisticsName, (d, v) => d with { LogisticsName = v })
    {
        ListElement = "logisticsName",
        Article = "CEB603 InventoryHead 第 10 项 logisticsName",
        MaxLength = 100,
        RequiredIn = ListModes.All,
    };

    public static HeaderField OrderNo { get; } = new(20, "orderNo", "订单编号", FormSection.Order, FieldKind.Reference, d => d.OrderNo, (d, v) => d with { OrderNo = v })
    {
        ListElement = "orderNo",
        OrderElement = "orderNo",
        Article = "CEB603 InventoryHead 第 8 项 orderNo",
        MaxLength = 60,
        WarehouseLabel = "海外仓订仓单编号",
        RequiredIn = ListModes.All,
    };

    public static HeaderField OrderGoodsValue { get; } = new(21, "orderGoodsValue", "订单商品金额", FormSection.Order, FieldKind.Number, d => d.OrderGoodsValue, (d, v) => d with { OrderGoodsValue = v })
    {
        OrderElement = "goodsValue",
        Article = "CEB303 OrderHead 第 11 项 goodsValue",
        MaxLength = 20,
        RequiredIn = ListModes.All,
    };

    public static HeaderField OrderFreight { get; } = new(22, "orderFreight", "订单运杂费", FormSection.Order, FieldKind.Number, d => d.OrderFreight, (d, v) => d with { OrderFreight = v })
    {
        OrderElement = "freight",
        Article = "CEB303 OrderHead 第 12 项 freight",
        MaxLength = 20,
        RequiredIn = ListModes.All,
        EmptyHint = "没有运杂费时填“0”。",
    };

    public static HeaderField OrderCurrency { get; } = new(23, "orderCurrency", "订单币制", FormSection.Order, FieldKind.Code, d => d.OrderCurrency, (d, v) => d with { OrderCurrency = v })
    {
        CodeList = CodeList.Currencies,
        OrderElement = "currency",
        Article = "CEB303 OrderHead 第 13 项 currency",
        MaxLength = 3,
        RequiredIn = ListModes.All,
    };

    public static HeaderField LogisticsNo { get; } = new(24, "logisticsNo", "物流运单编号", FormSection.Transport, FieldKind.Reference, d => d.LogisticsNo, (d, v) => d with { LogisticsNo = v })
    {
        ListElement = "logisticsNo",
        Article = "CEB603 InventoryHead 第 11 项 logisticsNo",
        MaxLength = 32,
        RequiredIn = ListModes.All,
    };

    public static HeaderField TrafMode { get; } = new(25, "trafMode", "运输方式", FormSection.Transport, FieldKind.Code, d => d.TrafMode, (d, v) => d with { TrafMode = v })
    {
        CodeList = CodeList.TransportModes,
        ListElement = "trafMode",
        Article = "CEB603 InventoryHead 第 29 项 trafMode",
        MaxLength = 1,
        RequiredIn = ListModes.All,
    };

    public static HeaderField TrafName { get; } = new(26, "trafName", "运输工具名称", FormSection.Transport, FieldKind.Text, d => d.TrafName, (d, v) => d with { TrafName = v })
    {
        ListElement = "trafName",
        Article = "CEB603 InventoryHead 第 30 项 trafName",
        MaxLength = 100,
    };

    public static HeaderField VoyageNo { get; } = new(27, "voyageNo", "航班航次号", FormSection.Transport, FieldKind.Reference, d => d.VoyageNo, (d, v) => d with { VoyageNo = v })
    {
        ListElement = "voyageNo",
        Article = "CEB603 InventoryHead 第 31 项 voyageNo",
        MaxLength = 32,
    };

    public static HeaderField BillNo { get; } = new(28, "billNo", "提运单号", FormSection.Transport, FieldKind.Reference, d => d.BillNo, (d, v) => d with { BillNo = v })
    {
        ListElement = "billNo",
        Article = "CEB603 InventoryHead 第 32 项 billNo",
        MaxLength = 37,
    };

    public static HeaderField TotalPackageNo { get; } = new(29, "totalPackageNo", "总包号", FormSection.Transport, FieldKind.Reference, d => d.TotalPackageNo, (d, v) => d with { TotalPackageNo = v })
    {
        ListElement = "totalPackageNo",
        Article = "CEB603 InventoryHead 第 33 项 totalPackageNo",
        MaxLength = 37,
    };

    public static HeaderField LoctNo { get; } = new(30, "loctNo", "监管场所代码", FormSection.Transport, FieldKind.Reference, d => d.LoctNo, (d, v) => d with { LoctNo = v })
    {
        ListElement = "loctNo",
        Article = "CEB603 InventoryHead 第 34 项 loctNo",
        MaxLength = 10,
    };

    public static HeaderField Country { get; } = new(31, "country", "运抵国（地区）", FormSection.Transport, FieldKind.Code, d => d.Country, (d, v) => d with { Country = v })
    {
        CodeList = CodeList.Countries,
        ListElement = "country",
        Article = "CEB603 InventoryHead 第 36 项 country",
        MaxLength = 3,
        RequiredIn = ListModes.All,
    };

    public static HeaderField Pod { get; } = new(32, "pod", "指运港", FormSection.Transport, FieldKind.Code, d => d.Pod, (d, v) => d with { Pod = v })
    {
        CodeList = CodeList.Ports,
        ListElement = "POD",
        Article = "CEB603 InventoryHead 第 37 项 POD",
        MaxLength = 6,
        RequiredIn = ListModes.All,
        EmptyHint = "最终目的港不明时，填已知的港口。",
    };

    public static HeaderField Freight { get; } = new(33, "freight", "运杂费", FormSection.Charges, FieldKind.Number, d => d.Freight, (d, v) => d with { Freight = v })
    {
        ListElement = "freight",
        Article = "CEB603 InventoryHead 第 38 项 freight",
        MaxLength = 20,
        RequiredIn = ListModes.All,
    };

    public static HeaderField FreightCurrency { get; } = new(34, "freightCurrency", "运费币制", FormSection.Charges, FieldKind.Code, d => d.FreightCurrency, (d, v) => d with { FreightCurrency = v })
    {
        CodeList = CodeList.Currencies,
        ListElement = "fCurrency",
        Article = "CEB603 InventoryHead 第 39 项 fCurrency",
        MaxLength = 3,
        RequiredIn = ListModes.All,
    };

    public static HeaderField InsuredFee { get; } = new(35, "insuredFee", "保费", FormSection.Charges, FieldKind.Number, d => d.InsuredFee, (d, v) => d with { InsuredFee = v })
    {
        ListElement = "insuredFee",
        Article = "CEB603 InventoryHead 第 41 项 insuredFee",
        MaxLength = 20,
        RequiredIn = ListModes.All,
        EmptyHint = "没有保费时填“0”。",
    };

    public static HeaderField InsuredFeeCurrency { get; } = new(36, "insuredFeeCurrency", "保费币制", FormSection.Charges, FieldKind.Code, d => d.InsuredFeeCurrency, (d, v) => d with { InsuredFeeCurrency = v })
    {
        CodeList = CodeList.Currencies,
        ListElement = "iCurrency",
        Article = "CEB603 InventoryHead 第 42 项 iCurrency",
        MaxLength = 3,
        RequiredIn = ListModes.All,
        EmptyHint = "保费为 0 时也要填币制。",
    };

    public static HeaderField WrapType { get; } = new(37, "wrapType", "包装种类", FormSection.Weight, FieldKind.Code, d => d.WrapType, (d, v) => d with { WrapType = v })
    {
        CodeList = CodeList.Packaging,
        ListElement = "wrapType",
        Article = "CEB603 InventoryHead 第 44 项 wrapType",
        MaxLength = 2,
        RequiredIn = ListModes.All,
    };

    public static HeaderField PackNo { get; } = new(38, "packNo", "件数", FormSection.Weight, FieldKind.WholeNumber, d => d.PackNo, (d, v) => d with { PackNo = v })
    {
        ListElement = "packNo",
        Article = "CEB603 InventoryHead 第 45 项 packNo",
        MaxLength = 9,
        RequiredIn = ListModes.All,
    };

    public static HeaderField GrossWeight { get; } = new(39, "grossWeight", "毛重（千克）", FormSection.Weight, FieldKind.Number, d => d.GrossWeight, (d, v) => d with { GrossWeight = v })
    {
        ListElement = "grossWeight",
        Article = "CEB603 InventoryHead 第 46 项 grossWeight",
        MaxLength = 20,
        RequiredIn = ListModes.All,
    };

    public static HeaderField NetWeight { get; } = new(40, "netWeight", "净重（千克）", FormSection.Weight, FieldKind.Number, d => d.NetWeight, (d, v) => d with { NetWeight = v })
    {
        ListElement = "netWeight",
        Article = "CEB603 InventoryHead 第 47 项 netWeight",
        MaxLength = 20,
        RequiredIn = ListModes.All,
    };
}
