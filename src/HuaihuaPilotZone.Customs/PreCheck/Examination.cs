using HuaihuaPilotZone.Customs.Codes;
using HuaihuaPilotZone.Customs.Documents;

namespace HuaihuaPilotZone.Customs.PreCheck;

/// <summary>One run of the pre-check: what the rules look at, and where they put what they find.</summary>
internal sealed class Examination
{
    // places in the order of the form: the document, its header, the goods as a whole, then line by line
    private const int WholeDocument = -1;
    private const int WholeGoods = 1_000;
    private const int FirstLine = 2_000;
    private const int PlacesPerLine = 100;

    private readonly List<(long Place, Finding Finding)> _findings = [];

    public Examination(DocumentReading reading, CustomsTables tables, DateOnly today, IDocumentLookups lookups)
    {
        Reading = reading;
        Tables = tables;
        Today = today;
        Lookups = lookups;
        Date = reading.ExportDate.Value ?? today;
        Mode = reading[HeaderFields.TradeMode].Text;
        ListMode = FieldMap.ModeOf(Mode);
        Flag = reading[HeaderFields.StatisticsFlag].Text;
    }

    public DocumentReading Reading { get; }

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

    /// <summary>申报业务类型, cleaned.</summary>
    public string Flag { get; }

    /// <summary>9710 or 9810.</summary>
    public bool IsBusinessMode => ListMode is ListModes.BusinessToBusiness or ListModes.OverseasWarehouse;

    public void Add(Rule rule, HeaderField field, string reason, string? proposal = null, Basis? basis = null)
    {
        var path = DocumentPath.Of(field);
        Add(rule, field.Index, path, Reading[field].Raw, reason, proposal is null ? null : new Proposal(path, proposal), basis);
    }

    public void Add(Rule rule, int line, GoodsField field, string reason, string? proposal = null, Basis? basis = null)
    {
        var path = DocumentPath.Of(field, line);
        Add(rule, PlaceOf(line, field), path, Reading[line, field].Raw, reason, proposal is null ? null : new Proposal(path, proposal), basis);
    }

    /// <summary>A finding whose proposal empties the field.</summary>
    public void AddEmptying(Rule rule, Field field, int line, string reason)
    {
        var path = field is GoodsField goods ? DocumentPath.Of(goods, line) : DocumentPath.Of((HeaderField)field);
        Add(rule, PlaceOf(line, field), path, ReadingOf(field, line).Raw, reason, new Proposal(path, null), basis: null);
    }

    public void AddForGoods(Rule rule, string reason) => Add(rule, WholeGoods, "/goods", value: null, reason, proposal: null, basis: null);

    public void AddForDocument(Rule rule, string reason) => Add(rule, WholeDocument, "", value: null, reason, proposal: null, basis: null);

    /// <summary>A header field or a goods field alike; the line is ignored for the header.</summary>
    public ref readonly FieldReading ReadingOf(Field field, int line)
    {
        if (field is GoodsField goods) return ref Reading[line, goods];
        return ref Reading[(HeaderField)field];
    }

    /// <summary>A header field or a goods field alike; the line is ignored for the header.</summary>
    public void AddAt(Rule rule, Field field, int line, string reason, string? proposal = null, Basis? basis = null)
    {
        if (field is GoodsField goods) Add(rule, line, goods, reason, proposal, basis);
        else Add(rule, (HeaderField)field, reason, proposal, basis);
    }

    public PreCheckResult Result()
    {
        // OrderBy is stable: at one place, the order of the catalogue stays
        var findings = _findings.OrderBy(f => f.Place).Select(f => f.Finding).ToArray();
        var found = findings.Select(f => f.RuleId).ToHashSet(StringComparer.Ordinal);
        var passed = RuleCatalogue.All.Count(r => r.AppliesOn(Date) && !found.Contains(r.Id));
        return new PreCheckResult(findings, RuleCatalogue.Version, Date, Reading.ExportDate.Value is null, passed);
    }

    private static long PlaceOf(int line, Field field) => field.IsGoods ? FirstLine + ((long)line * PlacesPerLine) + field.Index : field.Index;

    private void Add(Rule rule, long place, string path, string? value, string reason, Proposal? proposal, Basis? basis)
    {
        if (!rule.AppliesOn(Date)) return;
        _findings.Add((place, new Finding(rule.Id, rule.Severity, path, value, rule.Title, reason, basis ?? rule.Basis, proposal)));
    }
}
