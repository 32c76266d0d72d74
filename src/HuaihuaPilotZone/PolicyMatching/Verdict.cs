namespace HuaihuaPilotZone.PolicyMatching;

/// <summary>Truth in three values, in their order: what is not known is neither met nor unmet.</summary>
public enum Verdict
{
    /// <summary>不符合.</summary>
    NotMet,

    /// <summary>待核: a fact is missing.</summary>
    Unknown,

    /// <summary>符合.</summary>
    Met,
}

/// <summary>Kleene's strong logic: all is the least, any the greatest, and the opposite of what is not known is not known.</summary>
public static class Kleene
{
    public static Verdict All(IEnumerable<Verdict> verdicts) => verdicts.Aggregate(Verdict.Met, (a, b) => a < b ? a : b);

    public static Verdict Any(IEnumerable<Verdict> verdicts) => verdicts.Aggregate(Verdict.NotMet, (a, b) => a > b ? a : b);

    public static Verdict Not(Verdict verdict) => Verdict.Met - (int)verdict;
}
