using System.Text.Json;
using System.Text.Json.Serialization;
using HuaihuaPilotZone.Customs.Codes;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.PreCheck;

namespace HuaihuaPilotZone.Declarations;

/// <summary>What a check learnt of other documents and of the sender.</summary>
/// <param name="Order">The other document with the same order number, or null.</param>
/// <param name="Waybill">The other document with the same waybill number, or null.</param>
/// <param name="SourcesHash">Names what the sources of an application said; null for other documents.</param>
/// <param name="Loading">Left out of what is kept where there is none, so that checks of before read as they did.</param>
/// <param name="LapsedPapers">Papers that go with the document and are not valid on the day; left out likewise.</param>
public sealed record CheckLookups(
    string? Order, string? Waybill, Transmission? Transmission, string? SourcesHash = null, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] LoadingFact? Loading = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<LapsedPaper>? LapsedPapers = null) : IDocumentLookups
{
    [JsonIgnore]
    public IReadOnlyList<LapsedPaper> Lapsed => LapsedPapers ?? [];

    /// <summary>The sources themselves; not kept, since they are documents of their own.</summary>
    [JsonIgnore]
    public IReadOnlyList<SourceDocument> Sources { get; private init; } = [];

    /// <summary>The same with what an application was made from.</summary>
    internal CheckLookups With(IReadOnlyList<SourceDocument> sources) => sources.Count == 0 ? this : this with { Sources = sources, SourcesHash = HashOf(sources) };

    public string? OtherDocumentWithOrder(string ebpCode, string orderNo) => Order;

    public string? OtherDocumentWithWaybill(string logisticsCode, string logisticsNo) => Waybill;

    private static string HashOf(IReadOnlyList<SourceDocument> sources) => DeclarationService.Hash(string.Join(
        '\n', sources.Select(s => $"{s.Number}|{s.IsAccepted}|{DocumentJson.Serialize(s.Document)}|{JsonSerializer.Serialize(s.Returned)}")));
}

/// <summary>What the tables take from the configuration and no member of staff keeps.</summary>
/// <param name="Approval">The zone's approval; null while none has been entered.</param>
public sealed record TableSettings(ZoneApproval? Approval, Tolerances Tolerances);

/// <summary>All that a check rests on beside the document, the rules and the shipped tables. Kept with it, so that it can be run again.</summary>
/// <param name="Edition">Which edition of the tables staff keep.</param>
/// <param name="Today">The civil day of the check.</param>
/// <param name="Settings">What was configured.</param>
public sealed record CheckBasis(int Edition, DateOnly Today, CheckLookups Lookups, TableSettings Settings)
{
    /// <summary>Null for text that is no basis.</summary>
    public static CheckBasis? Parse(string? json) => json is null ? null : JsonSerializer.Deserialize<CheckBasis>(json);

    public string ToJson() => JsonSerializer.Serialize(this);

    /// <summary>Names everything that went into the check.</summary>
    public string InputHash(string document, string ruleSetVersion, string tablesVersion) =>
        DeclarationService.Hash(string.Join('\n', document, ruleSetVersion, tablesVersion, ToJson()));

    /// <summary>Runs the check again.</summary>
    /// <param name="tables">As of <see cref="Edition"/>, with <see cref="Settings"/>.</param>
    internal PreCheckResult Run(CustomsDocument document, CustomsTables tables) => PreChecker.Run(document, tables, Today, Lookups);
}
