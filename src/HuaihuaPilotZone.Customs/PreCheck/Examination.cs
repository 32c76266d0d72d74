using HuaihuaPilotZone.Customs.Codes;
using HuaihuaPilotZone.Customs.Documents;

namespace HuaihuaPilotZone.Customs.PreCheck;

/// <summary>One run of the pre-check: what the rules look at, and where they put what they find.</summary>
internal sealed class Examination
{
    private readonly FindingsByPlace _findings;

    // of a list that is read in stretches: what every stretch is looked at for, and what can be said once all were there
    private readonly List<Action<Examination, int>> _ofLines = [];
    private readonly List<Action> _ofAllLines = [];

    public Examination(DocumentReading reading, CustomsTables tables, DateOnly today, IDocumentLookups lookups)
    {
        Reading = reading;
        _findings = new FindingsByPlace(reading);
        Today = today;
        Lookups = lookups;
        Schema = reading.Document.Schema;

        // a declaration carries no export date, nor does an application: the law of the day on which it is made is the law of the check
        Date = IsDeclared ? today : reading.ExportDate.Value ?? today;
        Tables = tables.On(Date);
        Mode = Schema.Keys.TradeMode is { } mode ? reading[mode].Text : "";
        ListMode = FieldMap.ModeOf(Mode);
        Flag = IsList ? reading[HeaderFields.StatisticsFlag].Text : "";
    }

    public DocumentReading Reading { get; }

    public DocumentSchema Schema { get; }

    public DocumentRoles Roles => Schema.Roles;

    public bool IsDeclaration => Schema.Scope == DocumentScope.Declaration;

    /// <summary>Whether the document is written as DecMessage, in new codes.</summary>
    public bool IsDeclared => (Schema.Scope & DocumentScope.Declared) != DocumentScope.None;

    public bool IsList => Schema.Scope == DocumentScope.List;

    /// <summary>In force on <see cref="Date"/>.</summary>
    public CustomsTables Tables { get; }

    public IDocumentLookups Lookups { get; }

    /// <summary>The day given by the caller.</summary>
    public DateOnly Today { get; }

    /// <summary>The day whose rules and tables are used.</summary>
    public DateOnly Date { get; }

    /// <summary>Supervision mode, cleaned.</summary>
    public string Mode { get; }

    /// <summary>The list mode, or None.</summary>
    public ListModes ListMode { get; }

    /// <summary>申报业务类型 of a list, cleaned.</summary>
    public string Flag { get; }

    /// <summary>9710 or 9810.</summary>
    public bool IsBusinessMode => ListMode is ListModes.BusinessToBusiness or ListModes.OverseasWarehouse;

    /// <summary>A finding at a field of the header.</summary>
    public void Add(Rule rule, Field field, string reason, string? proposal = null, Basis? basis = null) => Add(rule, 0, field, reason, proposal, basis);

    /// <summary>A finding at any field; the line is without meaning for the header.</summary>
    public void Add(Rule rule, int line, Field field, string reason, string? proposal = null, Basis? basis = null)
    {
        if (!Holds(rule)) return;
        var path = field.PathAt(line);
        Add(rule, line, field, path, reason, proposal is null ? null : new Proposal(path, proposal), basis);
    }

    /// <summary>A finding whose proposal empties the field.</summary>
    public void AddEmptying(Rule rule, Field field, int line, string reason)
    {
        if (!Holds(rule)) return;
        var path = field.PathAt(line);
        Add(rule, line, field, path, reason, new Proposal(path, null));
    }

    /// <summary>A finding with values to choose from, none of which is safe to take unseen.</summary>
    public void AddWithChoice(Rule rule, int line, Field field, string reason, IEnumerable<string?> values)
    {
        if (!Holds(rule)) return;
        var path = field.PathAt(line);
        Add(rule, line, field, path, reason, choice: [.. values.OfType<string>().Select(v => new Proposal(path, v))]);
    }

    /// <summary>A finding about a collection as a whole.</summary>
    public void AddForLines(Rule rule, LineGroup collection, string reason)
    {
        if (Holds(rule)) _findings.Add(collection, Found(rule, "/" + collection.Name, value: null, reason));
    }

    public void AddForDocument(Rule rule, string reason)
    {
        if (Holds(rule)) _findings.Add(Found(rule, "", value: null, reason));
    }

    /// <summary>
    /// Looks at the goods one by one; at those of a long list only in <see cref="LookAtStretches"/>, all rules at one stretch after the other.
    /// What is then found at one place still comes in the order in which the rules asked.
    /// </summary>
    public void ForEachLine(Action<Examination, int> check) => ForEachLine(Schema.Goods.Collection, check);

    /// <inheritdoc cref="ForEachLine(Action{Examination, int})"/>
    public void ForEachLine(LineGroup collection, Action<Examination, int> check)
    {
        if (!Reading.IsWhole)
        {
            _ofLines.Add(check);
            return;
        }

        for (var line = 0; line < Reading.Count(collection); line++) check(this, line);
    }

    /// <summary>Does what needs all lines to have been looked at. Of the goods themselves only what was kept can be said then.</summary>
    public void AfterLines(Action check)
    {
        if (Reading.IsWhole) check();
        else _ofAllLines.Add(check);
    }

    /// <summary>Does what was put off because the goods are read in stretches.</summary>
    public void LookAtStretches()
    {
        if (Reading.IsWhole) return;
        for (var start = 0; start < Reading.Lines;)
        {
            var end = Reading.ReadStretch(start);
            foreach (var check in _ofLines)
            {
                for (var line = start; line < end; line++) check(this, line);
            }

            start = end;
        }

        foreach (var check in _ofAllLines) check();
    }

    public PreCheckResult Result()
    {
        var findings = _findings.ToArray();
        var found = findings.Select(f => f.RuleId).ToHashSet(StringComparer.Ordinal);
        var passed = RuleCatalogue.All.Count(r => r.AppliesTo(Schema.Scope, Date) && !found.Contains(r.Id));
        return new PreCheckResult(findings, RuleCatalogue.Version, Date, IsList && Reading.ExportDate.Value is null, passed);
    }

    private bool Holds(Rule rule) => rule.AppliesTo(Schema.Scope, Date);

    private void Add(Rule rule, int line, Field field, string path, string reason, Proposal? proposal = null, Basis? basis = null, IReadOnlyList<Proposal>? choice = null)
    {
        var finding = Found(rule, path, Reading.Document.At(field, line), _findings.Share(field, reason), proposal, basis);
        _findings.Add(field, line, choice is { Count: > 0 } ? finding with { Alternatives = choice } : finding);
    }

    private Finding Found(Rule rule, string path, string? value, string reason, Proposal? proposal = null, Basis? basis = null) =>
        new(rule.Id, rule.Severity, path, value, rule.Title, reason, basis ?? rule.BasisFor(Schema.Scope), proposal);
}
