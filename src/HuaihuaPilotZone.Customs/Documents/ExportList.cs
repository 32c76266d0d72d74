namespace HuaihuaPilotZone.Customs.Documents;

/// <summary>
/// 出口申报清单 (CEB603) together with the order it belongs to (CEB303), as a person or a system entered it.
/// Every value is kept as the text that was typed, so that nothing is lost before it is right; the pre-check reads it.
/// Codes are the new customs codes (ISO letters, two-digit packaging); the old numbers are derived when a message is written.
/// Property names in camelCase are the document's own names, to which the JSON Pointers of findings refer.
/// </summary>
public sealed record ExportList
{
    /// <summary>监管方式: 9610, 9710, 9810 or 1210.</summary>
    public string? TradeMode { get; init; }

    /// <summary>申报地海关代码, 4 digits.</summary>
    public string? CustomsCode { get; init; }

    /// <summary>口岸海关代码, 4 digits.</summary>
    public string? PortCode { get; init; }

    /// <summary>出口日期, yyyy-MM-dd (yyyyMMdd is read too).</summary>
    public string? IeDate { get; init; }

    /// <summary>申报业务类型: A 汇总统计, B 汇总申报.</summary>
    public string? StatisticsFlag { get; init; }

    /// <summary>订单编号, for 9810 the booking-order number 海外仓订仓单编号; at most 60.</summary>
    public string? OrderNo { get; init; }

    /// <summary>商品金额 of the order: FOB value without freight.</summary>
    public string? OrderGoodsValue { get; init; }

    /// <summary>运杂费 of the order.</summary>
    public string? OrderFreight { get; init; }

    /// <summary>币制 of the order, ISO letters.</summary>
    public string? OrderCurrency { get; init; }

    /// <summary>电商平台代码: 10-character customs code, 18-character USCC, or 无 for a foreign platform.</summary>
    public string? EbpCode { get; init; }

    /// <summary>电商平台名称, for 9810 the overseas warehouse.</summary>
    public string? EbpName { get; init; }

    /// <summary>电商企业（收发货人）代码.</summary>
    public string? EbcCode { get; init; }

    /// <summary>电商企业（收发货人）名称.</summary>
    public string? EbcName { get; init; }

    /// <summary>申报企业代码.</summary>
    public string? AgentCode { get; init; }

    /// <summary>申报企业名称.</summary>
    public string? AgentName { get; init; }

    /// <summary>生产销售单位代码, or NO.</summary>
    public string? OwnerCode { get; init; }

    /// <summary>生产销售单位名称.</summary>
    public string? OwnerName { get; init; }

    /// <summary>账册编号, under 1210 only.</summary>
    public string? EmsNo { get; init; }

    /// <summary>区内企业代码, under 1210 only.</summary>
    public string? IacCode { get; init; }

    /// <summary>区内企业名称, under 1210 only.</summary>
    public string? IacName { get; init; }

    /// <summary>物流企业代码.</summary>
    public string? LogisticsCode { get; init; }

    /// <summary>物流企业名称.</summary>
    public string? LogisticsName { get; init; }

    /// <summary>物流运单编号, at most 32, unique per carrier for six months.</summary>
    public string? LogisticsNo { get; init; }

    /// <summary>运输方式, one character.</summary>
    public string? TrafMode { get; init; }

    /// <summary>运输工具名称; may be left to the totals sheet (CEB607).</summary>
    public string? TrafName { get; init; }

    /// <summary>航班航次号; may be left to CEB607.</summary>
    public string? VoyageNo { get; init; }

    /// <summary>提运单号; may be left to CEB607.</summary>
    public string? BillNo { get; init; }

    /// <summary>总包号; may be left to CEB607.</summary>
    public string? TotalPackageNo { get; init; }

    /// <summary>监管场所代码.</summary>
    public string? LoctNo { get; init; }

    /// <summary>许可证号; empty when statisticsFlag is A.</summary>
    public string? LicenseNo { get; init; }

    /// <summary>运抵国（地区）, ISO alpha-3.</summary>
    public string? Country { get; init; }

    /// <summary>指运港, the new 6-character port code (country letters + 3).</summary>
    public string? Pod { get; init; }

    /// <summary>运费 really charged, total amount.</summary>
    public string? Freight { get; init; }

    /// <summary>运费币制, ISO letters.</summary>
    public string? FreightCurrency { get; init; }

    /// <summary>保费, total amount; 0 when none.</summary>
    public string? InsuredFee { get; init; }

    /// <summary>保费币制, ISO letters.</summary>
    public string? InsuredFeeCurrency { get; init; }

    /// <summary>包装种类, new 2-digit code.</summary>
    public string? WrapType { get; init; }

    /// <summary>件数, whole parcels.</summary>
    public string? PackNo { get; init; }

    /// <summary>毛重, kg.</summary>
    public string? GrossWeight { get; init; }

    /// <summary>净重, kg.</summary>
    public string? NetWeight { get; init; }

    /// <summary>备注.</summary>
    public string? Note { get; init; }

    /// <summary>商品, in order; line n is gnum n + 1 on both order and list.</summary>
    public IReadOnlyList<GoodsLine> Goods { get; init; } = [];

    /// <summary>The typed list of a general document.</summary>
    /// <exception cref="ArgumentException">The document is of another kind.</exception>
    public static ExportList From(CustomsDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (document.Schema != DocumentSchemas.ExportList) throw new ArgumentException("Only an export list can be read as one.", nameof(document));
        var list = new ExportList { Goods = [.. document.Goods.Select(LineOf)] };
        foreach (var field in FieldMap.Header)
        {
            if (document[field] is { } value) list = field.Write(list, value);
        }

        return list;
    }

    /// <summary>The same as a general document, which checks, forms and differences work on.</summary>
    public CustomsDocument ToDocument()
    {
        var header = new string?[FieldMap.Header.Count];
        foreach (var field in FieldMap.Header) header[field.Index] = field.Read(this);
        var lines = new DocumentLine[Goods?.Count ?? 0];
        for (var line = 0; line < lines.Length; line++) lines[line] = LineOf(Goods![line]);
        return new CustomsDocument(DocumentSchemas.ExportList, header, [lines]);
    }

    private static GoodsLine LineOf(DocumentLine line)
    {
        var goods = new GoodsLine();
        foreach (var field in FieldMap.Goods)
        {
            if (line[field] is { } value) goods = field.Write(goods, value);
        }

        return goods;
    }

    // Somebody else's code may hand over a list with holes; a hole is a line without any value.
    private static DocumentLine LineOf(GoodsLine? line) => line is null ? new DocumentLine(new string?[FieldMap.Goods.Count]) : new DocumentLine(line);
}

/// <summary>One goods line of an <see cref="ExportList"/>; the order line of the same number is written from it.</summary>
public sealed record GoodsLine
{
    /// <summary>企业商品货号: at most 20 on the list, 30 on the order.</summary>
    public string? ItemNo { get; init; }

    /// <summary>账册备案料号, under 1210 only.</summary>
    public string? ItemRecordNo { get; init; }

    /// <summary>企业商品名称; required on the order.</summary>
    public string? ItemName { get; init; }

    /// <summary>企业商品描述 of the order line.</summary>
    public string? ItemDescribe { get; init; }

    /// <summary>商品编码, 10 digits.</summary>
    public string? Gcode { get; init; }

    /// <summary>商品名称.</summary>
    public string? Gname { get; init; }

    /// <summary>规格型号.</summary>
    public string? Gmodel { get; init; }

    /// <summary>条形码, or 无.</summary>
    public string? BarCode { get; init; }

    /// <summary>最终目的国, ISO alpha-3.</summary>
    public string? Country { get; init; }

    /// <summary>币制, ISO letters.</summary>
    public string? Currency { get; init; }

    /// <summary>数量.</summary>
    public string? Qty { get; init; }

    /// <summary>计量单位, 3 digits.</summary>
    public string? Unit { get; init; }

    /// <summary>法定数量.</summary>
    public string? Qty1 { get; init; }

    /// <summary>法定计量单位, 3 digits.</summary>
    public string? Unit1 { get; init; }

    /// <summary>第二数量.</summary>
    public string? Qty2 { get; init; }

    /// <summary>第二计量单位, 3 digits.</summary>
    public string? Unit2 { get; init; }

    /// <summary>单价, FOB.</summary>
    public string? Price { get; init; }

    /// <summary>总价.</summary>
    public string? TotalPrice { get; init; }

    /// <summary>备注.</summary>
    public string? Note { get; init; }
}
