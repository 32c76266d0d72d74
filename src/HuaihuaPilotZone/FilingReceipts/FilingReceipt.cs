using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Enterprises.Applications;
using HuaihuaPilotZone.InformationRequests;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Letters;

namespace HuaihuaPilotZone.FilingReceipts;

/// <summary>What a receipt was given for.</summary>
public enum FilingKind
{
    /// <summary>A pre-declaration was submitted to the park.</summary>
    Submission,

    /// <summary>The enterprise reported that it imported the document into the Single Window.</summary>
    HandOver,

    Letter,

    InformationRequest,

    EntryApplication,
}

/// <summary>
/// The receipt for something that was filed here: number, time and hash of the content, by which anybody who holds it can see that the
/// content is still the one that was filed. Nothing personal stands in it. Customs' own receipts are something else.
/// </summary>
public sealed class FilingReceipt
{
    public const int NumberMaxLength = 40;
    public const int DetailMaxLength = 100;
    public const int CodeMaxLength = 16;
    public const int HashLength = 64;
    public const int SaltLength = 32;

    public int Id { get; init; }

    /// <summary>The number of the record with what was done, such as HH-20261129-000007-S1 for the first submission or XJ-20261129-0001-R for a letter.</summary>
    public required string Number { get; init; }

    public required FilingKind Kind { get; init; }

    /// <summary>Number of the record.</summary>
    public required string SubjectKey { get; init; }

    /// <summary>What belongs to the content and stands in no record that stays as it is, such as the day of a hand-over.</summary>
    public string? Detail { get; init; }

    /// <summary>Printed on the receipt and asked for with its number, so that numbers cannot be tried one after the other.</summary>
    public required string CheckCode { get; init; }

    /// <summary>Goes into the hash, so that short contents cannot be guessed from it.</summary>
    public required string Salt { get; init; }

    /// <summary>SHA-256 of salt and content, hexadecimal; see <see cref="ReceiptCanon"/>.</summary>
    public required string ContentHash { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime IssuedAt { get; init; }

    /// <summary>UTC; when the same record was filed anew with another content, as the law lets an applicant do.</summary>
    public DateTime? ReplacedAt { get; init; }

    public long JournalLineId { get; init; }

    /// <summary>The line that holds the hash too; the chain of the journal covers it.</summary>
    public JournalLine? JournalLine { get; init; }

    public int? SubmissionId { get; init; }

    public Submission? Submission { get; init; }

    public int? LetterId { get; init; }

    public Letter? Letter { get; init; }

    public int? InformationRequestId { get; init; }

    public InformationRequest? InformationRequest { get; init; }

    public int? EntryApplicationId { get; init; }

    public EntryApplication? EntryApplication { get; init; }
}

/// <summary>What holding a receipt against its content says.</summary>
public enum ReceiptState
{
    /// <summary>The content is the one that was filed.</summary>
    Genuine,

    /// <summary>The content, the hash or the journal's line of it was changed afterwards.</summary>
    Changed,

    /// <summary>The content was erased when its time was over; there is nothing to compare any more.</summary>
    Erased,

    /// <summary>The applicant has filed another content, which has a receipt of its own.</summary>
    Replaced,
}
