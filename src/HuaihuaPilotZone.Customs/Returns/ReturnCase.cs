namespace HuaihuaPilotZone.Customs.Returns;

/// <summary>Why goods come back.</summary>
public enum ReturnReason
{
    /// <summary>滞销: could not be sold.</summary>
    Unsold,

    /// <summary>退货: sent back by the buyer.</summary>
    SentBack,
}

/// <summary>Export goods that come back, as far as they are known. Null is "not known", never "no".</summary>
public sealed record ReturnCase
{
    /// <summary>监管方式 of the export, 4 digits.</summary>
    public string? TradeMode { get; init; }

    /// <summary>Whether the export was filed with a 报关单 rather than a 清单.</summary>
    public bool? WasCustomsDeclaration { get; init; }

    /// <summary>Day of the export (申报出口日期).</summary>
    public DateOnly? ExportedOn { get; init; }

    /// <summary>Day on which bonded goods (1210) left the special area or centre.</summary>
    public DateOnly? LeftAreaOn { get; init; }

    /// <summary>Day on which the goods are back; null while they are still abroad.</summary>
    public DateOnly? ReturnedOn { get; init; }

    public ReturnReason? Reason { get; init; }

    /// <summary>原状: no parts added, not processed; unpacking alone does not break it.</summary>
    public bool? IsInOriginalState { get; init; }

    public bool? IsFood { get; init; }

    /// <summary>Whether the export refund (出口退税) was taken.</summary>
    public bool? RefundTaken { get; init; }

    /// <summary>Whether 《出口货物已补税/未退税证明》 is at hand.</summary>
    public bool? HasRefundCertificate { get; init; }
}
