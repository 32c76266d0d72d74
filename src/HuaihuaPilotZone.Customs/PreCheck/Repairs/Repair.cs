using static System.FormattableString;

namespace HuaihuaPilotZone.Customs.PreCheck.Repairs;

/// <summary>One changed number of a repair.</summary>
/// <param name="RuleId">The contradiction it resolves.</param>
/// <param name="Path">JSON Pointer into the document's own names.</param>
/// <param name="OldValue">As typed.</param>
/// <param name="NewValue">The shortest text of the number.</param>
public sealed record RepairStep(string RuleId, string Path, string? OldValue, string NewValue);

/// <summary>Changes after which no two numbers of the document contradict each other. Which of several repairs is true only a person can know.</summary>
/// <param name="Steps">In the order of the form.</param>
public sealed record Repair(IReadOnlyList<RepairStep> Steps)
{
    /// <summary>Names the repair by what it changes, so that an answer from a page or a system can be recognised again.</summary>
    public string Key => string.Join('|', Steps.Select(s => $"{s.Path}={s.NewValue}"));

    /// <summary>Two repairs are the same when they change the same fields to the same values.</summary>
    public bool Equals(Repair? other) => other is not null && Steps.SequenceEqual(other.Steps);

    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);
}

/// <summary>Why no repair is given although numbers contradict each other.</summary>
public enum RepairLimit
{
    None,

    /// <summary>More goods lines than <see cref="RepairFinder.MostLines"/>: none was sought.</summary>
    TooManyLines,

    /// <summary>More than <see cref="RepairFinder.MostChanges"/> numbers would have to change.</summary>
    TooManyChanges,

    /// <summary>There are too many possibilities; the search was given up.</summary>
    GivenUp,
}

/// <summary>The fewest changes that resolve all contradictions between the numbers of a document.</summary>
/// <param name="Contradictions">How many relations between numbers do not hold.</param>
/// <param name="Repairs">Repairs with the same, smallest number of changes, the likeliest first; empty when none was found.</param>
public sealed record RepairAnswer(int Contradictions, IReadOnlyList<Repair> Repairs)
{
    public static RepairAnswer None { get; } = new(0, []);

    /// <summary>Which limit kept a repair from being sought or found; none where there is a repair or nothing to repair.</summary>
    public RepairLimit Limit { get; init; }

    /// <summary>Why there is no repair although numbers contradict each other, one Chinese sentence; null where there is one or nothing to repair.</summary>
    public string? WhyNone => Limit switch
    {
        RepairLimit.TooManyLines => Invariant($"数字之间有矛盾。商品超过 {RepairFinder.MostLines:N0} 项，不计算最少修改方案，请逐条核对。"),
        RepairLimit.TooManyChanges => Invariant($"数字之间有 {Contradictions} 处矛盾，至少要改 {RepairFinder.MostChanges} 处以上，不给最少修改方案，请对照原件逐条改。"),
        RepairLimit.GivenUp => Invariant($"数字之间有 {Contradictions} 处矛盾，可能的改法太多，没有算出最少修改方案，请对照原件逐条改。"),
        _ => null,
    };

    /// <summary>How many fields a smallest repair changes; 0 when there is none.</summary>
    public int Changes => Repairs is [var first, ..] ? first.Steps.Count : 0;
}
