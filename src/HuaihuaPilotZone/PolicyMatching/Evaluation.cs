using System.Globalization;

namespace HuaihuaPilotZone.PolicyMatching;

/// <summary>One part of the criteria with its verdict.</summary>
/// <param name="Parts">Of a group.</param>
public sealed record PartResult(Criterion Criterion, Verdict Verdict, IReadOnlyList<PartResult> Parts);

/// <summary>A condition that alone stands between an enterprise and a policy.</summary>
/// <param name="IsExcluding">It is met, and the policy is only for those who do not meet it.</param>
public sealed record Shortfall(Condition Condition, bool IsExcluding);

/// <summary>How an enterprise stands to a policy.</summary>
public enum MatchStanding
{
    /// <summary>符合.</summary>
    Met,

    /// <summary>差一项: one condition, turned round, would make it met.</summary>
    NearMiss,

    /// <summary>待补资料.</summary>
    Unknown,

    /// <summary>不符合.</summary>
    NotMet,
}

/// <summary>The criteria of a policy held against the facts of an enterprise: a pure function, the same for both sides.</summary>
public sealed class Evaluation
{
    private Evaluation(PartResult root, IReadOnlyList<Shortfall> missing)
    {
        Root = root;
        Missing = missing;
    }

    public PartResult Root { get; }

    /// <summary>The single conditions of which each alone would make the policy met; empty where it is not a near miss.</summary>
    public IReadOnlyList<Shortfall> Missing { get; }

    public MatchStanding Standing => Root.Verdict switch
    {
        Verdict.Met => MatchStanding.Met,
        Verdict.Unknown => MatchStanding.Unknown,
        _ => Missing.Count > 0 ? MatchStanding.NearMiss : MatchStanding.NotMet,
    };

    /// <summary>Every condition with its verdict, in order.</summary>
    public IReadOnlyList<PartResult> Conditions => [.. Leaves(Root)];

    /// <summary>How many parts of the outermost group are as they should be.</summary>
    public int MetCount => Root.Parts.Count(p => p.Verdict == (((CriteriaGroup)Root.Criterion).Kind == GroupKind.None ? Verdict.NotMet : Verdict.Met));

    /// <summary>Facts that nobody has entered and that the outcome waits for.</summary>
    public IReadOnlyList<FactDefinition> Asks => Root.Verdict != Verdict.Unknown ? [] : [.. Conditions.Where(c => c.Verdict == Verdict.Unknown).Select(c => FactCatalogue.Of(((Condition)c.Criterion).Fact)).Distinct()];

    public static Evaluation Of(CriteriaGroup criteria, FactSheet facts)
    {
        var conditions = CriteriaTrees.Conditions(criteria).ToList();
        List<Verdict> verdicts = [.. conditions.Select(c => Judge(c, facts))];
        var root = Build(criteria, verdicts);
        return new Evaluation(root, root.Verdict == Verdict.NotMet ? MissingOf(criteria, conditions, verdicts) : []);
    }

    /// <summary>One condition; a fact that is missing is never unmet.</summary>
    public static Verdict Judge(Condition condition, FactSheet facts)
    {
        var known = facts.Of(condition.Fact);
        if (known.Count == 0) return Verdict.Unknown;
        return Holds(condition, known) ? Verdict.Met : Verdict.NotMet;
    }

    private static bool Holds(Condition condition, IReadOnlyList<string> known) => condition.Operator switch
    {
        ConditionOperator.IsOneOf => known.Any(condition.Values.Contains),
        ConditionOperator.IsNoneOf => !known.Any(condition.Values.Contains),
        ConditionOperator.StartsWith => condition.Values.Any(v => known[0].StartsWith(v, StringComparison.OrdinalIgnoreCase)),
        // days in this form stand in the order of time
        ConditionOperator.NotBefore => string.CompareOrdinal(known[0], condition.Values[0]) >= 0,
        ConditionOperator.NotAfter => string.CompareOrdinal(known[0], condition.Values[0]) <= 0,
        ConditionOperator.AtLeast => Number(known[0]) >= Number(condition.Values[0]),
        ConditionOperator.AtMost => Number(known[0]) <= Number(condition.Values[0]),
        _ => throw new ArgumentOutOfRangeException(nameof(condition), condition.Operator, null),
    };

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>Turns each condition that is known round by itself and looks whether that would do.</summary>
    private static List<Shortfall> MissingOf(CriteriaGroup criteria, List<Condition> conditions, List<Verdict> verdicts)
    {
        var missing = new List<Shortfall>();
        for (var i = 0; i < conditions.Count; i++)
        {
            if (verdicts[i] == Verdict.Unknown) continue;
            List<Verdict> turned = [.. verdicts];
            turned[i] = Kleene.Not(verdicts[i]);
            if (Build(criteria, turned).Verdict == Verdict.Met) missing.Add(new Shortfall(conditions[i], verdicts[i] == Verdict.Met));
        }
        return missing;
    }

    private static PartResult Build(CriteriaGroup criteria, List<Verdict> verdicts)
    {
        var next = 0;
        return Part(criteria);

        PartResult Part(Criterion criterion)
        {
            if (criterion is not CriteriaGroup group) return new PartResult(criterion, verdicts[next++], []);
            List<PartResult> parts = [.. group.Parts.Select(Part)];
            var each = parts.Select(p => p.Verdict);
            var verdict = group.Kind switch
            {
                GroupKind.All => Kleene.All(each),
                GroupKind.Any => Kleene.Any(each),
                GroupKind.None => Kleene.Not(Kleene.Any(each)),
                _ => throw new InvalidOperationException($"{group.Kind} is no kind of group."),
            };
            return new PartResult(group, verdict, parts);
        }
    }

    private static IEnumerable<PartResult> Leaves(PartResult part) => part.Criterion is CriteriaGroup ? part.Parts.SelectMany(Leaves) : [part];
}
