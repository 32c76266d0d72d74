namespace HuaihuaPilotZone.Customs.Documents;

/// <summary>
/// The parts that fields play in rules, lists and conversions shared by several kinds of document, so that net and gross weight are
/// compared by the same code whatever they are called.
/// </summary>
public sealed record DocumentRoles
{
    public required Field TradeMode { get; init; }

    /// <summary>申报地海关.</summary>
    public required Field DeclarationOffice { get; init; }

    /// <summary>口岸海关, 进出境关别.</summary>
    public required Field ExitOffice { get; init; }

    /// <summary>进出口日期.</summary>
    public required Field ExportDate { get; init; }

    /// <summary>许可证号.</summary>
    public required Field Licence { get; init; }

    /// <summary>Codes and names of the parties, in the order of the form.</summary>
    public required IReadOnlyList<(Field Code, Field Name)> Parties { get; init; }

    /// <summary>订单编号, 合同协议号: what people find a document by.</summary>
    public required Field Order { get; init; }

    /// <summary>运单编号, 提运单号.</summary>
    public required Field Waybill { get; init; }

    public required Field Transport { get; init; }

    /// <summary>运抵国; 启运国 of goods that come back.</summary>
    public required Field Arrival { get; init; }

    /// <summary>指运港; 启运港 of goods that come back.</summary>
    public required Field Port { get; init; }

    public required Field Parcels { get; init; }

    public required Field GrossWeight { get; init; }

    public required Field NetWeight { get; init; }

    /// <summary>商品编码.</summary>
    public required Field TariffCode { get; init; }

    public required Field GoodsName { get; init; }

    public required Field Model { get; init; }

    /// <summary>最终目的国.</summary>
    public required Field Destination { get; init; }

    public required Field Currency { get; init; }

    public required Field Quantity { get; init; }

    public required Field Unit { get; init; }

    public required Field Quantity1 { get; init; }

    public required Field Unit1 { get; init; }

    public required Field Quantity2 { get; init; }

    public required Field Unit2 { get; init; }

    public required Field Price { get; init; }

    public required Field Total { get; init; }
}
