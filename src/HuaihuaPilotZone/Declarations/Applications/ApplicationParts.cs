using HuaihuaPilotZone.Common;

namespace HuaihuaPilotZone.Declarations;

/// <summary>A handed-over document that an application refers to.</summary>
public sealed class DeclarationSource
{
    public int Id { get; init; }

    public int DeclarationId { get; init; }

    public required int SourceId { get; init; }

    public Declaration? Source { get; init; }
}

/// <summary>
/// The account of what has come back of one exported document. Whoever takes from it counts its version up, so that two returns that are
/// submitted at the same moment never take the same goods.
/// </summary>
public sealed class ReturnLedger : IVersioned
{
    public int Id { get; init; }

    /// <summary>The exported document; one ledger each.</summary>
    public required int SourceId { get; init; }

    /// <summary>How often something was taken.</summary>
    public int Takings { get; set; }

    public int Version { get; set; }
}

/// <summary>What one submitted return takes of one line of an exported document, in the units of that document.</summary>
public sealed class ReturnedQuantity
{
    public int Id { get; init; }

    public required int SourceId { get; init; }

    /// <summary>The return.</summary>
    public required int DeclarationId { get; init; }

    /// <summary>gnum, from 1.</summary>
    public required int Line { get; init; }

    public required decimal Quantity { get; init; }

    public required decimal Quantity1 { get; init; }

    /// <summary>0 where the line has no second quantity.</summary>
    public required decimal Quantity2 { get; init; }
}
