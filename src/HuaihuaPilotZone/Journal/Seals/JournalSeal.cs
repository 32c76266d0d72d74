namespace HuaihuaPilotZone.Journal.Seals;

/// <summary>What a block of the chain holds.</summary>
public enum JournalSealKind
{
    /// <summary>All lines after the last block, in the order of their ids.</summary>
    Range,

    /// <summary>Lines that came to light after lines with higher ids were sealed: their transaction ended late.</summary>
    Late,
}

public static class JournalSealWords
{
    public static string Word(this JournalSealKind kind) => kind switch
    {
        JournalSealKind.Range => "顺序封存",
        JournalSealKind.Late => "补封",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}

/// <summary>
/// One block of the chain: so many lines of the journal, the hash of their content and the hash of the block before. Whoever changes a line
/// or a block afterwards would have to change every block behind it.
/// </summary>
public sealed class JournalSeal
{
    public const int HashLength = 64;

    /// <summary>1, 2, 3 without a gap; the key, so that no two instances make the same block.</summary>
    public required int Number { get; init; }

    public required JournalSealKind Kind { get; init; }

    /// <summary>A range begins behind this line, which the range before ended with. Of late lines the same as <see cref="FirstLineId"/>.</summary>
    public required long AfterLineId { get; init; }

    public required long FirstLineId { get; init; }

    public required long LastLineId { get; init; }

    public required int LineCount { get; init; }

    /// <summary>SHA-256 of the lines, see <see cref="JournalCanon"/>; hexadecimal.</summary>
    public required string ContentHash { get; init; }

    /// <summary>Hash of the block before; of the first one 64 zeros.</summary>
    public required string PreviousHash { get; init; }

    /// <summary>SHA-256 of all the above and <see cref="SealedAt"/>.</summary>
    public required string Hash { get; init; }

    /// <summary>A short mark of each part of each line, so that a line that was changed can be named; see <see cref="JournalMarks"/>.</summary>
    public required byte[] Marks { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime SealedAt { get; init; }
}

/// <summary>A line that a block of late lines holds instead of the range it would belong to.</summary>
public sealed class LateLine
{
    public required long JournalLineId { get; init; }

    public required int SealNumber { get; init; }
}

/// <summary>Who works on the chain now, and what the last verification said. One row.</summary>
public sealed class JournalWatch
{
    public const int OnlyId = 1;
    public const int LeaseMaxLength = 32;
    public const int FaultMaxLength = 500;

    public required int Id { get; init; }

    public string? Lease { get; init; }

    /// <summary>UTC; from then on another instance may take over.</summary>
    public DateTime? LeasedUntil { get; init; }

    /// <summary>UTC; when the last verification ended.</summary>
    public DateTime? VerifiedAt { get; init; }

    /// <summary>Civil day for which the nightly verification was done.</summary>
    public DateOnly? VerifiedFor { get; init; }

    public int VerifiedSeals { get; init; }

    public long VerifiedLines { get; init; }

    public long VerifiedReceipts { get; init; }

    /// <summary>What the last verification found first; null when all was whole.</summary>
    public string? Fault { get; init; }

    /// <summary>The fault that administrators were told of, so that they are told once.</summary>
    public string? ToldFault { get; init; }
}
