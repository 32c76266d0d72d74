using HuaihuaPilotZone.Customs.Codes;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.PreCheck.Rules;

namespace HuaihuaPilotZone.Customs.PreCheck.Repairs;

/// <summary>
/// The smallest repair set (N2): the fewest numbers whose change resolves every contradiction of amounts, quantities and weights,
/// with all equally small choices. Pure and deterministic, like the pre-check whose rules it answers to.
/// </summary>
public static class RepairFinder
{
    /// <summary>Documents with more goods lines get single proposals only.</summary>
    public const int MostLines = 1_000;

    /// <summary>More changes than these are no repair any more but a new document.</summary>
    public const int MostChanges = RepairSearch.MostChanges;

    private const int MostRepairs = 4;

    /// <summary>Every repair is put to the whole pre-check before it is offered; so many at most.</summary>
    private const int MostChecks = 12;

    private static readonly HashSet<string> _rules = [AmountRules.TotalRule, OrderRules.ValueRule, QuantityRules.SameUnitRule, WeightRules.NetRule, WeightRules.KilogramRule];

    /// <param name="result">What the pre-check said of this very document.</param>
    public static RepairAnswer Find(CustomsDocument document, PreCheckResult result, CustomsTables tables, DateOnly date, IDocumentLookups lookups)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(tables);
        if ((document.Schema.Scope & (DocumentScope.List | DocumentScope.Declared)) == DocumentScope.None || !result.Findings.Any(f => _rules.Contains(f.RuleId))) return RepairAnswer.None;
        if (document.Goods.Count > MostLines) return RepairAnswer.None with { Limit = RepairLimit.TooManyLines };
        var net = new NumberNet(document, tables.Tolerances);
        var search = new RepairSearch(net.Relations, net.Values);
        var broken = search.Broken;
        var likely = search.Run().Select(c => (Repair: ToRepair(net, c), Doubt: Plausibility.Doubt(net, c)))
            .OrderBy(r => r.Doubt).ThenBy(r => r.Repair.Key, StringComparer.Ordinal).Take(MostChecks);
        var kept = likely.Select(r => r.Repair).Where(r => Helps(document, r, result, tables, date, lookups)).Take(MostRepairs);
        return new RepairAnswer(broken, [.. kept]) { Limit = search.Limit };
    }

    /// <summary>The document with a repair made; null when a path does not lead anywhere.</summary>
    public static CustomsDocument? Apply(CustomsDocument document, Repair repair)
    {
        ArgumentNullException.ThrowIfNull(repair);
        return repair.Steps.Aggregate((CustomsDocument?)document, (changed, step) => changed is null ? null : DocumentPath.Set(changed, step.Path, step.NewValue));
    }

    private static Repair ToRepair(NumberNet net, IReadOnlyDictionary<int, (decimal Value, string RuleId)> changes) => new(
    [
        .. changes.OrderBy(c => c.Key).Select(c =>
        {
            var (field, line, typed) = net.Place(c.Key);
            return new RepairStep(c.Value.RuleId, field.PathAt(line), typed, NumberReading.Format(c.Value.Value));
        }),
    ]);

    // No contradiction is left, and nothing that was right before is wrong now.
    private static bool Helps(CustomsDocument document, Repair repair, PreCheckResult before, CustomsTables tables, DateOnly date, IDocumentLookups lookups)
    {
        if (Apply(document, repair) is not { } repaired) return false;
        var known = before.Findings.Select(f => (f.RuleId, f.Path)).ToHashSet();
        return PreChecker.Run(repaired, tables, date, lookups).Findings.All(f => !_rules.Contains(f.RuleId) && known.Contains((f.RuleId, f.Path)));
    }
}
