namespace HuaihuaPilotZone.Customs.PreCheck;

/// <summary>What the pre-check asks about other documents. Answers must already be at hand: the check itself never waits.</summary>
public interface IDocumentLookups
{
    /// <summary>Number of another document of the same platform that carries this order number, or null.</summary>
    string? OtherDocumentWithOrder(string ebpCode, string orderNo);

    /// <summary>Number of another document of the last six months with this carrier's waybill, or null.</summary>
    string? OtherDocumentWithWaybill(string logisticsCode, string logisticsNo);

    /// <summary>The filed documents that an application was made from; empty for other documents and where nothing is known.</summary>
    IReadOnlyList<SourceDocument> Sources => [];

    /// <summary>When the goods leave by the booking that names the document; null where none does.</summary>
    LoadingFact? Loading => null;

    /// <summary>Papers that go with the document and are not valid on the day of the check; empty where none is known.</summary>
    IReadOnlyList<LapsedPaper> Lapsed => [];

    /// <summary>The transmission data of the filing profile; null when no profile is kept.</summary>
    Transmission? Transmission { get; }
}

/// <summary>The departure that takes the goods over the border, as it stood at the check. All times on clocks in Huaihua.</summary>
/// <param name="LeavesAt">When it leaves the stop where they are loaded; no loading time of its own is recorded.</param>
/// <param name="CheckedAt">The moment of the check.</param>
/// <param name="Next">A later departure that still fits; null where there is none or none is needed.</param>
public sealed record LoadingFact(string Departure, DateTime LeavesAt, DateTime CheckedAt, string? Next);

/// <summary>A paper that goes with a document and is no longer valid, or not yet.</summary>
/// <param name="Kind">What it is, Chinese.</param>
/// <param name="IsProxy">代理报关委托: whether it lets a company declare for another.</param>
/// <param name="ValidTo">The last day on which it is valid.</param>
public sealed record LapsedPaper(string Kind, string Title, bool IsProxy, DateOnly? ValidFrom, DateOnly? ValidTo);

/// <summary>BaseTransfer: the company that owns the E-Port client.</summary>
/// <param name="CopCode">传输企业代码, at most 18.</param>
/// <param name="CopName">传输企业名称, at most 100.</param>
/// <param name="DxpId">报文传输编号 given by China E-Port, at most 30.</param>
public sealed record Transmission(string? CopCode, string? CopName, string? DxpId);
