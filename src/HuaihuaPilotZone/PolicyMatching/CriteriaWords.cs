using System.Globalization;
using HuaihuaPilotZone.Enterprises;

namespace HuaihuaPilotZone.PolicyMatching;

/// <summary>Criteria in plain Chinese, and typed words as values.</summary>
public static class CriteriaWords
{
    /// <summary>What may stand between typed values.</summary>
    private static readonly char[] _separators = ['、', ',', '，', ';', '；', '\n', '\r'];

    public static string Word(this GroupKind kind) => kind switch
    {
        GroupKind.All => "同时满足",
        GroupKind.Any => "满足其中一项",
        GroupKind.None => "都不属于以下情形",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static string Word(this ConditionOperator op) => op switch
    {
        ConditionOperator.IsOneOf => "属于",
        ConditionOperator.IsNoneOf => "不属于",
        ConditionOperator.StartsWith => "开头是",
        ConditionOperator.NotBefore => "不早于",
        ConditionOperator.NotAfter => "不晚于",
        ConditionOperator.AtLeast => "不少于",
        ConditionOperator.AtMost => "不多于",
        _ => throw new ArgumentOutOfRangeException(nameof(op), op, null),
    };

    public static string Word(this FactSupplier supplier) => supplier switch
    {
        FactSupplier.Enterprise => "企业",
        FactSupplier.Park => "园区",
        FactSupplier.Customs => "海关",
        _ => throw new ArgumentOutOfRangeException(nameof(supplier), supplier, null),
    };

    public static string Word(this Verdict verdict) => verdict switch
    {
        Verdict.Met => "符合",
        Verdict.Unknown => "待补资料",
        Verdict.NotMet => "不符合",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, null),
    };

    public static string Word(this MatchStanding standing) => standing switch
    {
        MatchStanding.Met => "符合",
        MatchStanding.NearMiss => "差一项",
        MatchStanding.Unknown => "待补资料",
        MatchStanding.NotMet => "不符合",
        _ => throw new ArgumentOutOfRangeException(nameof(standing), standing, null),
    };

    /// <summary>The Chinese words of an act on criteria; acts of other rooms come back as they are.</summary>
    public static string ActWord(string act) => act switch
    {
        CriteriaDesk.SavedAct => "保存匹配条件",
        CriteriaDesk.RemovedAct => "清除匹配条件",
        _ => act,
    };

    /// <summary>所在片区属于主港区、城东片区.</summary>
    public static string Say(Condition condition, RosterChoices choices) =>
        $"{FactCatalogue.Of(condition.Fact).Label}{condition.Operator.Word()}{string.Join('、', condition.Values.Select(v => Show(condition.Fact, v, choices)))}";

    /// <summary>The values of a fact as people read them; empty where it is missing.</summary>
    public static string Show(EnterpriseFact fact, IReadOnlyList<string> values, RosterChoices choices) => string.Join('、', values.Select(v => Show(fact, v, choices)));

    /// <summary>What may be typed for a fact of a list; empty for others.</summary>
    public static IReadOnlyList<string> Choices(EnterpriseFact fact, RosterChoices choices) => fact switch
    {
        EnterpriseFact.Type => [.. Enum.GetValues<EnterpriseType>().Select(t => t.Word())],
        EnterpriseFact.Stage => [.. Enum.GetValues<EnterpriseStage>().Select(s => s.Word())],
        EnterpriseFact.Industry => [.. choices.Tags.Select(t => t.Name)],
        EnterpriseFact.ParkArea => [.. choices.Areas.Select(a => a.Name)],
        _ => [],
    };

    /// <summary>Typed words as a condition keeps them.</summary>
    /// <returns>The values, or the sentence that says what is wrong.</returns>
    public static (IReadOnlyList<string> Values, string? Problem) Read(EnterpriseFact fact, string? typed, RosterChoices choices)
    {
        string[] words = [.. (typed ?? "").Split(_separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)];
        var label = FactCatalogue.Of(fact).Label;
        if (words.Length == 0) return ([], $"请填写“{label}”的值。");
        if (words.Length > 30) return ([], $"“{label}”的值最多 30 个。");
        return FactCatalogue.Of(fact).Kind switch
        {
            FactKind.Choice => Each(words, w => Kept(fact, w, choices), w => $"“{label}”没有“{w}”，可填：{string.Join('、', Choices(fact, choices))}。"),
            FactKind.Code => Each(words, w => w.Length <= 10 && w.All(char.IsAsciiLetterOrDigit) ? w.ToUpperInvariant() : null, w => $"“{label}”的“{w}”应是字母和数字，最多 10 位。"),
            FactKind.Day => One(words, w => DateOnly.TryParseExact(w, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? w : null, $"“{label}”应写成 2026-03-18。"),
            _ => One(words, w => int.TryParse(w, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n.ToString(CultureInfo.InvariantCulture) : null, $"“{label}”应是一个整数。"),
        };
    }

    private static (IReadOnlyList<string>, string?) Each(string[] words, Func<string, string?> keep, Func<string, string> problem) =>
        words.FirstOrDefault(w => keep(w) is null) is { } wrong ? ([], problem(wrong[..Math.Min(wrong.Length, 20)])) : ([.. words.Select(w => keep(w)!)], null);

    private static (IReadOnlyList<string>, string?) One(string[] words, Func<string, string?> keep, string problem) =>
        words is [var word] && keep(word) is { } kept ? ([kept], null) : ([], problem);

    private static string? Kept(EnterpriseFact fact, string word, RosterChoices choices) => fact switch
    {
        EnterpriseFact.Type => Named<EnterpriseType>(word, t => t.Word()),
        EnterpriseFact.Stage => Named<EnterpriseStage>(word, s => s.Word()),
        EnterpriseFact.Industry => Id(choices.Tags.FirstOrDefault(t => t.Name == word)?.Id),
        EnterpriseFact.ParkArea => Id(choices.Areas.FirstOrDefault(a => a.Name == word)?.Id),
        _ => null,
    };

    private static string Show(EnterpriseFact fact, string value, RosterChoices choices) => fact switch
    {
        EnterpriseFact.Type when Enum.TryParse<EnterpriseType>(value, out var type) => type.Word(),
        EnterpriseFact.Stage when Enum.TryParse<EnterpriseStage>(value, out var stage) => stage.Word(),
        EnterpriseFact.Industry => choices.Tags.FirstOrDefault(t => Id(t.Id) == value)?.Name ?? "已取消的行业",
        EnterpriseFact.ParkArea => choices.Areas.FirstOrDefault(a => Id(a.Id) == value)?.Name ?? "已取消的片区",
        _ => value,
    };

    private static string? Named<T>(string word, Func<T, string> name)
        where T : struct, Enum => Enum.GetValues<T>().Where(v => name(v) == word).Select(v => v.ToString()).FirstOrDefault();

    private static string? Id(int? id) => id?.ToString(CultureInfo.InvariantCulture);
}
