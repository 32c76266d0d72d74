using HuaihuaPilotZone.Customs.Codes;
using HuaihuaPilotZone.Customs.Documents;

namespace HuaihuaPilotZone.Customs.PreCheck.Examples;

/// <summary>What has to be so beside the document, for an example to break its rule.</summary>
public enum ExampleCircumstance
{
    /// <summary>Nothing: the value is wrong by itself.</summary>
    None,

    /// <summary>The day of the check is another one.</summary>
    Day,

    /// <summary>The zone's approval has been recorded.</summary>
    Approved,

    /// <summary>A special customs area has been recorded.</summary>
    Area,

    /// <summary>The tariff has a code that ended.</summary>
    EndedCode,

    /// <summary>No rates are loaded.</summary>
    NoRates,

    /// <summary>Another document has the order number.</summary>
    UsedOrder,

    /// <summary>Another document has the waybill.</summary>
    UsedWaybill,

    /// <summary>The enterprise keeps no transmission data.</summary>
    NoTransmission,

    /// <summary>The list has no receipt of acceptance.</summary>
    NotAccepted,

    /// <summary>A receipt told another number of the list.</summary>
    OtherNumber,

    /// <summary>The list has another bill.</summary>
    OtherBill,

    /// <summary>The list is of business kind A.</summary>
    Summarised,

    /// <summary>The list was exported more than a year ago.</summary>
    ExportedLongAgo,

    /// <summary>The goods are booked on a departure that leaves soon.</summary>
    LeavesSoon,

    /// <summary>A paper that goes with the document has expired.</summary>
    LapsedPaper,

    /// <summary>The tariff says that the goods need a licence.</summary>
    Licensed,

    /// <summary>The tariff says which elements a declaration of the goods has.</summary>
    Elements,

    /// <summary>The list is of mode 9710.</summary>
    BusinessSource,
}

/// <summary>One step that breaks a sample: a value put into a field, or a number of lines in a collection.</summary>
/// <param name="Path">JSON Pointer to a field or a collection.</param>
/// <param name="Value">The value; null empties the field.</param>
/// <param name="Lines">How many lines the collection is to have, repeated from those it has; null for a field.</param>
/// <param name="Skipped">How many lines at its beginning are left out before.</param>
public sealed record ExampleStep(string Path, string? Value, int? Lines = null, int Skipped = 0)
{
    /// <summary>The document after the step.</summary>
    /// <exception cref="InvalidOperationException">The path leads nowhere.</exception>
    public CustomsDocument Take(CustomsDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (Lines is not { } count) return DocumentPath.Set(document, Path, Value) ?? throw new InvalidOperationException($"{Path} leads nowhere in {document.Schema.Noun}.");
        var collection = document.Schema.FindCollection(Path[1..])!.Collection;
        DocumentLine[] kept = [.. document.Lines(collection).Skip(Skipped)];
        return document.With(collection, [.. Enumerable.Range(0, count).Select(i => kept[i % kept.Length])]);
    }
}

/// <summary>The smallest break of a sample that a rule answers to; the finding is that of the rule itself.</summary>
/// <param name="RuleId">The rule that speaks.</param>
/// <param name="Path">Where it points to; empty for the document as a whole.</param>
/// <param name="Sound">The document before.</param>
/// <param name="Steps">What breaks it; nothing where it is what stands beside the document.</param>
public sealed record RuleExample(string RuleId, string Path, CustomsDocument Sound, IReadOnlyList<ExampleStep> Steps)
{
    /// <summary>What has to be so beside the document.</summary>
    public ExampleCircumstance Circumstance { get; init; }

    /// <summary>The day of the check.</summary>
    public DateOnly Today { get; init; } = SampleWorld.Today;

    /// <summary>The tables it is checked against.</summary>
    public CustomsTables Tables { get; init; } = SampleWorld.Tables;

    /// <summary>What is known of other documents.</summary>
    public IDocumentLookups Lookups { get; init; } = new SampleLookups(SampleWorld.SourcesOf(Sound.Schema.Scope));

    /// <summary>Rules that cannot but speak as well.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    /// <summary>The kind of document.</summary>
    public DocumentSchema Schema => Sound.Schema;

    /// <summary>The document after all steps.</summary>
    public CustomsDocument Broken => Steps.Aggregate(Sound, (document, step) => step.Take(document));

    /// <summary>Checks a document as the example is checked.</summary>
    public PreCheckResult Check(CustomsDocument document) => PreChecker.Run(document, Tables, Today, Lookups);

    /// <summary>What the rule says of the broken document.</summary>
    public Finding Finding => Check(Broken).Findings.First(f => f.RuleId == RuleId && f.Path == Path);
}
