using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.PreCheck;
using HuaihuaPilotZone.Customs.PreCheck.Examples;

namespace HuaihuaPilotZone.Web.Public.Rules;

/// <summary>The address bar of the list of rules. Whatever stands in it, a list is shown.</summary>
/// <param name="Q">Words of the id, of what is checked, of how, or of the example.</param>
/// <param name="Document">Name of a <see cref="DocumentScope"/>; None for the rules between documents.</param>
/// <param name="Severity">Name of a <see cref="Customs.PreCheck.Severity"/>.</param>
public sealed record RuleQuery(string? Q, string? Document, string? Severity)
{
    public bool IsNarrowed => !string.IsNullOrWhiteSpace(Q) || Scope is not null || Degree is not null;

    public DocumentScope? Scope => Named<DocumentScope>(Document);

    public Severity? Degree => Named<Severity>(Severity);

    public IReadOnlyList<Rule> ToRules() => [.. RuleCatalogue.All.Where(Fits)];

    private bool Fits(Rule rule)
    {
        if (Degree is { } degree && rule.Severity != degree) return false;
        if (Scope is { } scope && (scope == DocumentScope.None ? rule.Scope != DocumentScope.None : (rule.Scope & scope) == DocumentScope.None)) return false;
        if (string.IsNullOrWhiteSpace(Q)) return true;
        string?[] texts = [rule.Id, rule.Title, rule.Explanation, RuleExamples.Of(rule.Id)?.Sentence];
        return Q.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).All(word => texts.Any(t => t?.Contains(word, StringComparison.OrdinalIgnoreCase) == true));
    }

    private static T? Named<T>(string? name)
        where T : struct, Enum => Enum.GetValues<T>().Where(v => v.ToString() == name).Select(v => (T?)v).FirstOrDefault();
}

/// <summary>The list of rules as it was asked for.</summary>
public sealed record RuleListPage(RuleQuery Query, IReadOnlyList<Rule> Rules);
