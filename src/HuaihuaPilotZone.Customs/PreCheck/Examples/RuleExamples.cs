using System.Collections.Frozen;
using HuaihuaPilotZone.Customs.CrossCheck;
using HuaihuaPilotZone.Customs.Documents;

namespace HuaihuaPilotZone.Customs.PreCheck.Examples;

/// <summary>One value before and after a sample was broken.</summary>
/// <param name="Label">Chinese label, with the number of the line.</param>
/// <param name="Before">Null when it was empty.</param>
/// <param name="After">Null when it is empty.</param>
public sealed record ExampleValue(string Label, string? Before, string? After);

/// <summary>An example as people read it: what was typed, what the rule said, and what it offered.</summary>
/// <param name="Document">Chinese noun of the document.</param>
/// <param name="TradeMode">Supervision mode, where the document has one.</param>
/// <param name="Values">What was changed; empty where something beside the document is the matter.</param>
/// <param name="Day">The day of the check.</param>
/// <param name="Sentence">The rule's own sentence, Chinese.</param>
/// <param name="At">Label of the place it points to.</param>
/// <param name="Fix">The safe value; null when it offers none. An empty text empties the field.</param>
/// <param name="Choice">Values to choose from.</param>
public sealed record ShownExample(
    string Document, string? TradeMode, ExampleCircumstance Circumstance, IReadOnlyList<ExampleValue> Values, DateOnly Day, string Sentence, string? At, string? Fix, IReadOnlyList<string> Choice);

/// <summary>An example for every rule of the catalogue. What is shown is what the rule itself says of it, asked once and kept.</summary>
public static class RuleExamples
{
    private const int MostValues = 6;

    private static readonly Lazy<FrozenDictionary<string, ShownExample>> _shown = new(Show);

    /// <summary>Broken documents, one for each rule that looks at one document.</summary>
    public static IReadOnlyList<RuleExample> All { get; } = [.. ListExamples.All, .. DeclarationExamples.All, .. ApplicationExamples.All];

    /// <summary>Sets that disagree, one for each rule that compares documents.</summary>
    public static IReadOnlyList<CrossExample> Compared => CrossExample.All;

    /// <summary>The example of a rule, or null.</summary>
    public static ShownExample? Of(string ruleId) => _shown.Value.GetValueOrDefault(ruleId);

    private static FrozenDictionary<string, ShownExample> Show() =>
        All.Select(e => (e.RuleId, Shown: Show(e))).Concat(Compared.Select(e => (e.RuleId, Shown: Show(e)))).ToFrozenDictionary(e => e.RuleId, e => e.Shown, StringComparer.Ordinal);

    private static ShownExample Show(RuleExample example)
    {
        var (broken, finding) = (example.Broken, example.Finding);
        return new ShownExample(
            example.Schema.Noun, broken.TradeMode, example.Circumstance, Values(example, broken), example.Today, finding.Reason,
            finding.Path.Length == 0 ? null : example.Schema.Label(finding.Path, broken.TradeMode), finding.Proposal is { } fix ? fix.Value ?? "" : null, [.. finding.Alternatives.Select(a => a.Value ?? "")]);
    }

    // lines that come or go are counted, the rest is shown field by field
    private static ExampleValue[] Values(RuleExample example, CustomsDocument broken)
    {
        var changed = example.Schema.Collections.Select(c => c.Collection).Where(c => example.Sound.Lines(c).Count != broken.Lines(c).Count || broken.Lines(c).Count > c.MaxLines).ToList();
        var lines = changed.Select(c => new ExampleValue(c.LineWord, Count(example.Steps.Count == 0 ? null : example.Sound.Lines(c).Count), Count(broken.Lines(c).Count)));
        var fields = DocumentDiff.Between(example.Sound, broken).Where(c => !changed.Exists(l => c.Path.StartsWith($"/{l.Name}/", StringComparison.Ordinal))).Select(c => new ExampleValue(c.Label, c.Old, c.New));
        return [.. lines.Concat(fields).Take(MostValues)];
    }

    private static string? Count(int? lines) => lines is { } count ? FormattableString.Invariant($"{count} 项") : null;

    private static ShownExample Show(CrossExample example)
    {
        var row = example.Row;
        var part = (DocumentSet.Empty with { IsImport = example.IsImport }).WordOf(example.Part);
        ExampleValue[] values = example.Element is null ? [] : [new ExampleValue($"{part}：{row.Label}", null, example.Value)];
        return new ShownExample(part, null, ExampleCircumstance.None, values, SampleWorld.Today, row.Mismatch!, row.Label, null, []);
    }
}
