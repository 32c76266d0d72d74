using System.Text.Json;
using System.Text.Json.Serialization;

namespace HuaihuaPilotZone.PolicyMatching;

/// <summary>A part of a policy's criteria: a condition, or a group of parts.</summary>
[JsonDerivedType(typeof(CriteriaGroup), "group")]
[JsonDerivedType(typeof(Condition), "condition")]
public abstract record Criterion;

/// <summary>Parts that belong together.</summary>
public sealed record CriteriaGroup(GroupKind Kind, IReadOnlyList<Criterion> Parts) : Criterion;

/// <summary>One question to a fact.</summary>
/// <param name="Values">As kept: enum names, ids of industries and areas, days as yyyy-MM-dd, numbers, beginnings of codes.</param>
public sealed record Condition(EnterpriseFact Fact, ConditionOperator Operator, IReadOnlyList<string> Values) : Criterion;

/// <summary>How the parts of a group count together.</summary>
public enum GroupKind
{
    /// <summary>全部满足.</summary>
    All,

    /// <summary>满足其一.</summary>
    Any,

    /// <summary>都不满足.</summary>
    None,
}

/// <summary>Trees as text, and the ways through them.</summary>
public static class CriteriaTrees
{
    /// <summary>Conditions and groups together.</summary>
    public const int MostParts = 60;

    public const int MostDepth = 5;

    private static readonly JsonSerializerOptions _json = new() { Converters = { new JsonStringEnumConverter() } };

    public static string Write(CriteriaGroup tree) => JsonSerializer.Serialize<Criterion>(tree, _json);

    public static CriteriaGroup Read(string text) => (CriteriaGroup)JsonSerializer.Deserialize<Criterion>(text, _json)!;

    /// <summary>All conditions in the order in which they stand.</summary>
    public static IEnumerable<Condition> Conditions(Criterion criterion) => criterion is CriteriaGroup group ? group.Parts.SelectMany(Conditions) : [(Condition)criterion];

    public static int Count(Criterion criterion) => criterion is CriteriaGroup group ? 1 + group.Parts.Sum(Count) : 1;

    public static int Depth(Criterion criterion) => criterion is CriteriaGroup { Parts.Count: > 0 } group ? 1 + group.Parts.Max(Depth) : 1;
}
