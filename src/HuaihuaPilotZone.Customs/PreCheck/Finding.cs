namespace HuaihuaPilotZone.Customs.PreCheck;

/// <summary>How much a finding weighs.</summary>
public enum Severity
{
    /// <summary>必须修改: the document cannot be submitted.</summary>
    MustFix,

    /// <summary>建议核对: the document can be submitted; somebody should look.</summary>
    Advice,
}

/// <summary>What a rule rests on.</summary>
public enum BasisKind
{
    /// <summary>法律法规.</summary>
    Law,

    /// <summary>海关总署等部门公告.</summary>
    Announcement,

    /// <summary>接口规范: CEB 202205, DecMessage.</summary>
    Specification,

    /// <summary>内部一致性.</summary>
    Consistency,

    /// <summary>园区经验.</summary>
    Experience,
}

/// <summary>The text a rule rests on, with the time in which it holds.</summary>
/// <param name="Kind">What sort of text it is.</param>
/// <param name="Document">Its title and number in Chinese, or what is compared for <see cref="BasisKind.Consistency"/>.</param>
/// <param name="Article">Article, table or element; null where the whole text is meant.</param>
/// <param name="ValidFrom">First day; null when unknown or unlimited.</param>
/// <param name="ValidTo">Last day; null when still in force as far as known.</param>
/// <param name="Verified">False where the facts mark the source as not yet verified (待核).</param>
public sealed record Basis(BasisKind Kind, string Document, string? Article = null, DateOnly? ValidFrom = null, DateOnly? ValidTo = null, bool Verified = true);

/// <summary>A value that a finding proposes for one field. A null <paramref name="Value"/> empties the field.</summary>
/// <param name="Path">JSON Pointer into the document.</param>
public sealed record Proposal(string Path, string? Value);

/// <summary>One thing the pre-check has to say about one place of a document.</summary>
/// <param name="RuleId">Topic and three digits, such as WEIGHT-001; never reused.</param>
/// <param name="Severity">Whether it bars submission.</param>
/// <param name="Path">JSON Pointer into the document's own names, such as /goods/1/totalPrice; empty for the whole document.</param>
/// <param name="Value">The value seen, as typed; null when the field is empty.</param>
/// <param name="Title">What is wrong in 6 to 12 Chinese characters.</param>
/// <param name="Reason">The plain sentence with the numbers seen.</param>
/// <param name="Basis">What the rule rests on.</param>
/// <param name="Proposal">A safe value, or null where only a person can decide.</param>
public sealed record Finding(string RuleId, Severity Severity, string Path, string? Value, string Title, string Reason, Basis Basis, Proposal? Proposal = null)
{
    /// <summary>Values to choose from where no single one is safe to take unseen; empty when there is nothing to choose.</summary>
    public IReadOnlyList<Proposal> Alternatives { get; init; } = [];

    /// <summary>Two findings are the same when everything they say is the same, the choice included.</summary>
    public bool Equals(Finding? other) =>
        other is not null && (RuleId, Severity, Path, Value, Title, Reason) == (other.RuleId, other.Severity, other.Path, other.Value, other.Title, other.Reason)
        && Basis == other.Basis && Proposal == other.Proposal && Alternatives.SequenceEqual(other.Alternatives);

    public override int GetHashCode() => HashCode.Combine(RuleId, Severity, Path, Value, Reason, Proposal, Alternatives.Count);
}

/// <summary>The whole answer of one pre-check.</summary>
/// <param name="Findings">All findings at once, in the order of the form.</param>
/// <param name="RuleSetVersion">Which rules were run.</param>
/// <param name="Date">The day whose rules and tables were used.</param>
/// <param name="DateIsAssumed">True when the document has no readable export date and the day given by the caller was used.</param>
/// <param name="RulesPassed">How many rules ran and found nothing.</param>
public sealed record PreCheckResult(IReadOnlyList<Finding> Findings, string RuleSetVersion, DateOnly Date, bool DateIsAssumed, int RulesPassed)
{
    public bool HasMustFix => Findings.Any(f => f.Severity == Severity.MustFix);

    public int MustFixCount => Findings.Count(f => f.Severity == Severity.MustFix);

    public int AdviceCount => Findings.Count(f => f.Severity == Severity.Advice);
}
