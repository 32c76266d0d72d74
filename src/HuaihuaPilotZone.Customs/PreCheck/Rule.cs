using HuaihuaPilotZone.Customs.Documents;

namespace HuaihuaPilotZone.Customs.PreCheck;

/// <summary>One rule of the pre-check, for people to read.</summary>
/// <param name="Id">Topic and three digits; fixed for ever.</param>
/// <param name="Title">What is wrong when the rule finds something, in 6 to 12 Chinese characters.</param>
/// <param name="Severity">Whether it bars submission.</param>
/// <param name="Basis">What the rule rests on and when it holds; for a rule of several documents, what it rests on for the list.</param>
/// <param name="Explanation">What is checked and how to mend it, one or two Chinese sentences.</param>
/// <param name="Facts">Ids of the facts the rule covers (domain/customs-facts.md), for maintainers.</param>
public sealed record Rule(string Id, string Title, Severity Severity, Basis Basis, string Explanation, string Facts)
{
    /// <summary>The documents that the rule looks at.</summary>
    public DocumentScope Scope { get; init; } = DocumentScope.List;

    /// <summary>What the rule rests on for the 报关单 of either direction, where that is another text than for the list.</summary>
    public Basis? DeclarationBasis { get; init; }

    /// <summary>What the rule rests on for applications, where that is another text than for the list.</summary>
    public Basis? ApplicationBasis { get; init; }

    /// <summary>What the rule rests on for a document.</summary>
    public Basis BasisFor(DocumentScope scope) =>
        (scope & DocumentScope.Declared) != DocumentScope.None ? DeclarationBasis ?? Basis
        : (scope & DocumentScope.Applications) != DocumentScope.None ? ApplicationBasis ?? Basis
        : Basis;

    /// <summary>Whether the rule holds on a day.</summary>
    public bool AppliesOn(DateOnly date) => Holds(Basis, date);

    /// <summary>Whether the rule looks at a document and holds on a day.</summary>
    public bool AppliesTo(DocumentScope scope, DateOnly date) => (Scope & scope) != DocumentScope.None && Holds(BasisFor(scope), date);

    /// <summary>The same rule for lists and declarations alike.</summary>
    /// <param name="basis">What it rests on for the declaration; null where the basis is the same.</param>
    internal Rule AlsoForDeclarations(Basis? basis = null) => this with { Scope = DocumentScope.Both, DeclarationBasis = basis };

    /// <summary>The same rule for applications too, or for those of them that have what it looks at.</summary>
    /// <param name="basis">What it rests on for them; null where the basis is the same.</param>
    internal Rule AlsoForApplications(DocumentScope scope = DocumentScope.Applications, Basis? basis = null) => this with { Scope = Scope | scope, ApplicationBasis = basis };

    /// <summary>The same rule for the 报关单 of goods that come back; it rests on what it rests on for declarations.</summary>
    internal Rule AlsoForReturnDeclarations() => this with { Scope = Scope | DocumentScope.ReturnDeclaration };

    /// <summary>The rule for these kinds only.</summary>
    internal Rule For(DocumentScope scope) => this with { Scope = scope };

    /// <summary>The rule for declarations only.</summary>
    internal Rule ForDeclarations() => this with { Scope = DocumentScope.Declaration };

    private static bool Holds(Basis basis, DateOnly date) =>
        (basis.ValidFrom is null || basis.ValidFrom <= date) && (basis.ValidTo is null || basis.ValidTo >= date);
}
