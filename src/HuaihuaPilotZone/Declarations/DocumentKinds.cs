using System.Collections.Frozen;
using HuaihuaPilotZone.Customs.Documents;

namespace HuaihuaPilotZone.Declarations;

/// <summary>What is particular about a kind of document; whatever depends on the kind reads it here.</summary>
/// <param name="Scope">Which schema and which rules.</param>
/// <param name="Messages">The messages it is handed over in.</param>
public sealed record DocumentKindFacts(DocumentKind Kind, DocumentScope Scope, IReadOnlyList<HandoverMessage> Messages)
{
    public DocumentSchema Schema { get; } = DocumentSchemas.Of(Scope);

    /// <summary>Supervision modes that it is opened under by the chooser; empty for applications.</summary>
    public IReadOnlyList<string> Modes { get; init; } = [];

    /// <summary>For an application, the kind of handed-over document that it is made from; null for lists and declarations.</summary>
    public DocumentKind? MadeFrom { get; init; }

    /// <summary>Most documents that one application is made from.</summary>
    public int MostSources { get; init; } = 1;

    /// <summary>What an application is for, one Chinese sentence.</summary>
    public string Purpose { get; init; } = "";

    public bool IsApplication => MadeFrom is not null;
}

/// <summary>The one registry of the kinds of document.</summary>
public static class DocumentKinds
{
    private const int MostLists = 500;

    /// <summary>All kinds in the order in which they are offered.</summary>
    public static IReadOnlyList<DocumentKindFacts> All { get; } =
    [
        new(DocumentKind.List, DocumentScope.List, [HandoverMessage.Order, HandoverMessage.List]) { Modes = [.. ModeChooser.ListModes, ModeChooser.Bonded] },
        new(DocumentKind.CustomsDeclaration, DocumentScope.Declaration, [HandoverMessage.Declaration]) { Modes = ModeChooser.DeclarationModes },
        Application(DocumentKind.ExportReturn, DocumentScope.Return, "清单出口的商品退回境内时申请退货。"),
        new(DocumentKind.ReturnDeclaration, DocumentScope.ReturnDeclaration, [HandoverMessage.Declaration])
        {
            MadeFrom = DocumentKind.CustomsDeclaration,
            Purpose = "报关单出口的货物退回境内，用 4561 退运货物申报进境（监管方式的用法待核）。",
        },
        Application(DocumentKind.ReturnTally, DocumentScope.Tally, "退回的商品运抵监管场所后，由场所经营人理货确认。") with { MadeFrom = DocumentKind.ExportReturn },
        Application(DocumentKind.Withdrawal, DocumentScope.Withdrawal, "撤销海关已接受的一份清单。"),
        Application(DocumentKind.TotalsSheet, DocumentScope.Totals, "列出同一提运单下的清单和运单。") with { MostSources = MostLists },
        Application(DocumentKind.Arrival, DocumentScope.Arrival, "报告运单已运抵监管场所。") with { MostSources = MostLists },
        Application(DocumentKind.Departure, DocumentScope.Departure, "报告运单已经离境。") with { MostSources = MostLists },
        Application(DocumentKind.Aggregation, DocumentScope.Aggregation, "把业务类型 B 的清单汇总为报关单。") with { MostSources = MostLists },
    ];

    private static readonly FrozenDictionary<DocumentKind, DocumentKindFacts> _byKind = All.ToFrozenDictionary(k => k.Kind);

    /// <summary>Kinds that goods are declared with.</summary>
    public static IReadOnlyList<DocumentKindFacts> Declaring { get; } = [.. All.Where(k => !k.IsApplication)];

    /// <summary>Kinds that are made from what was handed over before.</summary>
    public static IReadOnlyList<DocumentKindFacts> Applications { get; } = [.. All.Where(k => k.IsApplication)];

    /// <summary>The kind of a document.</summary>
    public static DocumentKind Of(DocumentSchema schema) => All.Single(k => k.Schema == schema).Kind;

    /// <summary>What is particular about a kind.</summary>
    public static DocumentKindFacts Facts(this DocumentKind kind) => _byKind[kind];

    /// <summary>What a document of this kind consists of.</summary>
    public static DocumentSchema Schema(this DocumentKind kind) => kind.Facts().Schema;

    public static string Word(this DocumentKind kind) => kind.Schema().Noun;

    private static DocumentKindFacts Application(DocumentKind kind, DocumentScope scope, string purpose) =>
        new(kind, scope, [HandoverMessage.Application]) { MadeFrom = DocumentKind.List, Purpose = purpose };
}
