using HuaihuaPilotZone.Customs.Documents;

namespace HuaihuaPilotZone.Customs.PreCheck;

/// <summary>A filed document that an application refers to.</summary>
/// <param name="Number">Its number in this portal.</param>
/// <param name="Document">As it was filed.</param>
public sealed record SourceDocument(string Number, CustomsDocument Document)
{
    /// <summary>What other returns of the same document have taken, over all that were submitted.</summary>
    public IReadOnlyList<ReturnedLine> Returned { get; init; } = [];

    /// <summary>清单编号 that customs has given it, from its receipt; null while none has told it.</summary>
    public string? InvtNo { get; init; }

    /// <summary>Whether customs has accepted it by a receipt; null while there is no receipt.</summary>
    public bool? IsAccepted { get; init; }
}

/// <summary>Quantities of one line in the units of the filed document.</summary>
/// <param name="Line">Number of the line on the filed document, from 1 (gnum).</param>
public sealed record ReturnedLine(int Line, decimal Quantity, decimal Quantity1, decimal Quantity2);
