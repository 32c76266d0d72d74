namespace HuaihuaPilotZone.Customs.Documents;

/// <summary>The kinds of document that this library knows.</summary>
public static class DocumentSchemas
{
    /// <summary>出口申报清单 with its order; <see cref="Documents.ExportList"/> is its typed convenience.</summary>
    public static DocumentSchema ExportList { get; } = new(
        DocumentScope.List, "清单", FieldMap.Header, [new LineSchema(GoodsFields.Lines, FieldMap.Goods)], ListRoles(), FieldMap.SectionTitle);

    /// <summary>出口货物报关单.</summary>
    public static DocumentSchema CustomsDeclaration { get; } = new(
        DocumentScope.Declaration, "报关单", DeclarationFields.All,
        [
            new LineSchema(DeclarationGoods.Lines, DeclarationGoods.All),
            new LineSchema(DeclarationContainers.Lines, DeclarationContainers.All),
            new LineSchema(DeclarationDocuments.Lines, DeclarationDocuments.All),
            new LineSchema(DeclarationPacks.Lines, DeclarationPacks.All),
            new LineSchema(DeclarationEdocs.Lines, DeclarationEdocs.All),
        ],
        DeclarationRoles(), DeclarationSection);

    /// <summary>All kinds.</summary>
    public static IReadOnlyList<DocumentSchema> All { get; } =
    [
        ExportList, CustomsDeclaration,
        ReturnApplication.Schema, ReturnTally.Schema, WithdrawalApplication.Schema, TotalsSheet.Schema, ArrivalSheet.Schema, DepartureSheet.Schema, AggregationApplication.Schema,
        ReturnDeclaration.Schema,
    ];

    /// <summary>The one schema of a scope.</summary>
    public static DocumentSchema Of(DocumentScope scope) => All.Single(s => s.Scope == scope);

    private static string DeclarationSection(FormSection section) => section switch
    {
        FormSection.Basics => "基本信息",
        FormSection.Parties => "参与方与录入",
        FormSection.Order => "合同与备案",
        FormSection.Transport => "运输与去向",
        FormSection.Charges => "成交与费用",
        FormSection.Weight => "包装与重量",
        _ => "商品",
    };

    private static DocumentRoles ListRoles() => new()
    {
        TradeMode = HeaderFields.TradeMode,
        DeclarationOffice = HeaderFields.CustomsCode,
        ExitOffice = HeaderFields.PortCode,
        ExportDate = HeaderFields.IeDate,
        Licence = HeaderFields.LicenseNo,
        Parties =
        [
            (HeaderFields.EbpCode, HeaderFields.EbpName),
            (HeaderFields.EbcCode, HeaderFields.EbcName),
            (HeaderFields.AgentCode, HeaderFields.AgentName),
            (HeaderFields.OwnerCode, HeaderFields.OwnerName),
            (HeaderFields.IacCode, HeaderFields.IacName),
            (HeaderFields.LogisticsCode, HeaderFields.LogisticsName),
        ],
        Order = HeaderFields.OrderNo,
        Waybill = HeaderFields.LogisticsNo,
        Transport = HeaderFields.TrafMode,
        Arrival = HeaderFields.Country,
        Port = HeaderFields.Pod,
        Parcels = HeaderFields.PackNo,
        GrossWeight = HeaderFields.GrossWeight,
        NetWeight = HeaderFields.NetWeight,
        TariffCode = GoodsFields.Gcode,
        GoodsName = GoodsFields.Gname,
        Model = GoodsFields.Gmodel,
        Destination = GoodsFields.Country,
        Currency = GoodsFields.Currency,
        Quantity = GoodsFields.Qty,
        Unit = GoodsFields.Unit,
        Quantity1 = GoodsFields.Qty1,
        Unit1 = GoodsFields.Unit1,
        Quantity2 = GoodsFields.Qty2,
        Unit2 = GoodsFields.Unit2,
        Price = GoodsFields.Price,
        Total = GoodsFields.TotalPrice,
    };

    private static DocumentRoles DeclarationRoles() => new()
    {
        TradeMode = DeclarationFields.TradeMode,
        DeclarationOffice = DeclarationFields.CustomsCode,
        ExitOffice = DeclarationFields.PortCode,
        ExportDate = DeclarationFields.IeDate,
        Licence = DeclarationFields.LicenseNo,
        Parties =
        [
            (DeclarationFields.TradeCoScc, DeclarationFields.TradeName),
            (DeclarationFields.TradeCode, DeclarationFields.TradeName),
            (DeclarationFields.OwnerCodeScc, DeclarationFields.OwnerName),
            (DeclarationFields.OwnerCode, DeclarationFields.OwnerName),
            (DeclarationFields.AgentCodeScc, DeclarationFields.AgentName),
            (DeclarationFields.AgentCode, DeclarationFields.AgentName),
        ],
        Order = DeclarationFields.ContractNo,
        Waybill = DeclarationFields.BillNo,
        Transport = DeclarationFields.TrafMode,
        Arrival = DeclarationFields.TradeCountry,
        Port = DeclarationFields.DestinationPort,
        Parcels = DeclarationFields.PackNo,
        GrossWeight = DeclarationFields.GrossWeight,
        NetWeight = DeclarationFields.NetWeight,
        TariffCode = DeclarationGoods.Gcode,
        GoodsName = DeclarationGoods.Gname,
        Model = DeclarationGoods.Gmodel,
        Destination = DeclarationGoods.DestinationCountry,
        Currency = DeclarationGoods.Currency,
        Quantity = DeclarationGoods.Qty,
        Unit = DeclarationGoods.Unit,
        Quantity1 = DeclarationGoods.Qty1,
        Unit1 = DeclarationGoods.Unit1,
        Quantity2 = DeclarationGoods.Qty2,
        Unit2 = DeclarationGoods.Unit2,
        Price = DeclarationGoods.Price,
        Total = DeclarationGoods.TotalPrice,
    };
}
