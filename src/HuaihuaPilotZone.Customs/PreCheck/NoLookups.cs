namespace HuaihuaPilotZone.Customs.PreCheck;

/// <summary>Lookups for a caller that has nothing but the document and, perhaps, the transmission data.</summary>
public sealed record NoLookups(Transmission? Transmission = null) : IDocumentLookups
{
    public string? OtherDocumentWithOrder(string ebpCode, string orderNo) => null;

    public string? OtherDocumentWithWaybill(string logisticsCode, string logisticsNo) => null;
}
