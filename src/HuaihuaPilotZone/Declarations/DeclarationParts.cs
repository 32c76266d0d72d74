namespace HuaihuaPilotZone.Declarations;

/// <summary>The document as it stood when it was submitted, with what the check said of it, and the park's answer.</summary>
public sealed class Submission
{
    public int Id { get; init; }

    public int DeclarationId { get; init; }

    /// <summary>1 for the first submission.</summary>
    public required int Sequence { get; init; }

    /// <summary>What kind of document it was then.</summary>
    public required DocumentKind Kind { get; init; }

    /// <summary>JSON.</summary>
    public required string Document { get; init; }

    /// <summary>SHA-256 of <see cref="Document"/>, hexadecimal.</summary>
    public required string DocumentHash { get; init; }

    /// <summary>JSON of the findings.</summary>
    public required string Findings { get; init; }

    public required string RuleSetVersion { get; init; }

    public required string TablesVersion { get; init; }

    /// <summary>JSON of what else went into the check, see <see cref="CheckBasis"/>; null for checks of before it was kept.</summary>
    public string? Basis { get; init; }

    /// <summary>SHA-256 of all that went in: document, rules, tables and <see cref="Basis"/>. Two checks of one hash say the same.</summary>
    public string? InputHash { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime SubmittedAt { get; init; }

    public required string SubmittedBy { get; init; }

    /// <summary>Who gets the answer; null when the system submitted.</summary>
    public int? SubmittedById { get; init; }

    public SubmissionAnswer? Answer { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? AnsweredAt { get; set; }

    public string? AnsweredBy { get; set; }

    /// <summary>What the reviewer says to the whole.</summary>
    public string? Note { get; set; }

    public List<ReturnPoint> Points { get; init; } = [];
}

/// <summary>The park's answer to a submission.</summary>
public enum SubmissionAnswer
{
    Returned,
    Passed,

    /// <summary>Nobody looked: review is off, or its time ran out.</summary>
    PassedUnreviewed,
}

/// <summary>One thing to mend, named by the reviewer. All points of a return are told at once.</summary>
public sealed class ReturnPoint
{
    public const int PathMaxLength = 60;
    public const int ReasonMaxLength = 500;

    public int Id { get; init; }

    public int SubmissionId { get; init; }

    /// <summary>JSON Pointer; empty for the whole document.</summary>
    public required string Path { get; init; }

    public required string Reason { get; init; }
}

/// <summary>A proposal that was adopted, so that it can be seen and taken back.</summary>
public sealed class AppliedFix
{
    public const int ValueMaxLength = 4000;

    public int Id { get; init; }

    public int DeclarationId { get; init; }

    public required string RuleId { get; init; }

    public required string Path { get; init; }

    public string? OldValue { get; init; }

    public string? NewValue { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    public required string By { get; init; }

    /// <summary>UTC; when it was taken back.</summary>
    public DateTime? UndoneAt { get; set; }
}

/// <summary>
/// An order or waybill number that a submitted document holds. The unique index on it is what keeps two documents from using one number,
/// also when they are submitted at the same moment.
/// </summary>
public sealed class NumberClaim
{
    public int Id { get; init; }

    public required ClaimKind Kind { get; init; }

    /// <summary>Platform or carrier.</summary>
    public required string Holder { get; init; }

    public required string Number { get; init; }

    public int DeclarationId { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime ClaimedAt { get; init; }
}

/// <summary>What a claimed number is.</summary>
public enum ClaimKind
{
    Order,
    Waybill,

    /// <summary>电子口岸预录入编号, reported when the document was handed over.</summary>
    PreNo,
}

/// <summary>A value that was filled in beforehand.</summary>
/// <param name="Value">The value then, empty where a field was left blank on purpose; once the field differs, the origin is dropped.</param>
/// <param name="Origin">Where it came from, Chinese.</param>
/// <param name="PerUnit">For a statutory quantity that waits for its quantity of trade: how many are in one unit of trade.</param>
public sealed record PrefilledValue(string Value, string Origin, decimal? PerUnit = null);
