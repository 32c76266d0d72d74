using AutoMapper;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content.Editorial;
using HuaihuaPilotZone.Content.English;
using HuaihuaPilotZone.PolicyMatching;

namespace HuaihuaPilotZone.Content.Policies;

/// <summary>What an editor writes. Index number, publication time and validity are not in it: the system sets them.</summary>
public sealed record PolicyDraft
{
    public required string Title { get; init; }

    public string? Number { get; init; }

    public string? RegistrationNumber { get; init; }

    public required bool IsExternal { get; init; }

    /// <summary>Full names, the leading body first.</summary>
    public required IReadOnlyList<string> Issuers { get; init; }

    /// <summary>Whether names that the list does not have yet are added to it.</summary>
    public bool AddsNewIssuers { get; init; }

    public DateOnly? IssuedOn { get; init; }

    /// <summary>Only for documents of other authorities; our own get theirs by being published.</summary>
    public DateOnly? ReleasedOn { get; init; }

    public DateOnly? EffectiveOn { get; init; }

    public DateOnly? ExpiresOn { get; init; }

    public DateOnly? RepealedOn { get; init; }

    /// <summary>Number, index number or title of the repealing document.</summary>
    public string? RepealedByText { get; init; }

    public required PolicyTopic Topic { get; init; }

    public PolicyGenre? Genre { get; init; }

    public PolicyAudience? Audience { get; init; }

    public string? Keywords { get; init; }

    public required Openness Openness { get; init; }

    public string? OpennessBasis { get; init; }

    /// <summary>One relation a line, see <see cref="RelationLine"/>.</summary>
    public string? RelationsText { get; init; }

    public string? CardWho { get; init; }

    public string? CardConditions { get; init; }

    public string? CardBenefit { get; init; }

    public string? CardUntil { get; init; }

    public string? CardHow { get; init; }

    public required string Summary { get; init; }

    /// <summary>Markdown.</summary>
    public required string Body { get; init; }

    public string? Source { get; init; }

    public DateOnly? RetrievedOn { get; init; }

    /// <summary>更正说明, for a document that was published before.</summary>
    public string? Correction { get; init; }
}

/// <summary>What the public library is narrowed to; empty lists narrow nothing.</summary>
public sealed record PolicyFilter
{
    /// <summary>Words of the title, or a number in whatever brackets.</summary>
    public string? Text { get; init; }

    public IReadOnlyCollection<Validity> Validities { get; init; } = [];

    public IReadOnlyCollection<PolicyTopic> Topics { get; init; } = [];

    public IReadOnlyCollection<PolicyAudience> Audiences { get; init; } = [];

    /// <summary>Ids of issuing bodies.</summary>
    public IReadOnlyCollection<int> Issuers { get; init; } = [];

    /// <summary>Only what was in force on this civil day, whatever the day of the visit.</summary>
    public DateOnly? InForceOn { get; init; }

    /// <summary>Years of release, or of the document's date where no release is known.</summary>
    public IReadOnlyCollection<int> Years { get; init; } = [];

    public PolicyOrder Order { get; init; }
}

/// <summary>How the public library is ordered.</summary>
public enum PolicyOrder
{
    /// <summary>最新发布.</summary>
    Newest,

    /// <summary>最早发布; those without a day last.</summary>
    Oldest,

    /// <summary>最近施行.</summary>
    Effective,

    /// <summary>即将到期: those that have a last day which is still to come, the nearest first; then the others, the latest first.</summary>
    Expiring,
}

/// <summary>What the editors' list is narrowed to and how it is ordered.</summary>
public sealed record PolicyDeskFilter(
    string? Text = null, PublicationState? State = null, PolicyTopic? Topic = null, TextSort Sort = TextSort.Updated, bool Descending = true);

/// <summary>A row of the public list.</summary>
public sealed record PolicyRow(
    string Slug, string Title, string? Number, string IssuersText, DateOnly? IssuedOn, DateOnly? ReleasedOn,
    DateOnly? EffectiveOn, DateOnly? ExpiresOn, DateOnly? RepealedOn, DateOnly? AmendedOn, PolicyTopic Topic, string Summary, bool IsDemonstration)
{
    /// <inheritdoc cref="PolicyDocument.ValidityOn"/>
    public Validity ValidityOn(DateOnly day) => PolicyValidity.On(day, EffectiveOn, ExpiresOn, RepealedOn, AmendedOn);
}

/// <summary>A row of the editors' list.</summary>
public sealed record PolicyDeskRow(
    int Id, string IndexNumber, string Slug, string Title, string? Number, PolicyTopic Topic, Openness Openness, PublicationState State, EditorialStep Step, DateTime? PublishAt, bool HasChanges, DateTime UpdatedAt, bool IsDemonstration);

/// <summary>An issuing body as a facet.</summary>
public sealed record IssuerFacet(int Id, string Name, int Count);

/// <summary>What the public list can be narrowed to. Counts are of the documents that fit the typed text.</summary>
public sealed record PolicyFacets(
    IReadOnlyList<Facet<Validity>> Validities, IReadOnlyList<Facet<PolicyTopic>> Topics, IReadOnlyList<Facet<PolicyAudience>> Audiences, IReadOnlyList<IssuerFacet> Issuers, IReadOnlyList<Facet<int>> Years);

/// <summary>A document as another one refers to it.</summary>
/// <param name="Slug">Null where the public must not be led there.</param>
public sealed record PolicyReference(string Text, string? Slug);

/// <summary>A document as its public page shows it.</summary>
/// <param name="Document">Its record.</param>
/// <param name="Validity">On the day of the visit.</param>
/// <param name="RepealedBy">The repealing document; null when there is none.</param>
/// <param name="Repeals">Documents that this one repeals.</param>
/// <param name="Relations">How it acts on others, and others on it.</param>
/// <param name="Interpretations">News items that interpret it.</param>
/// <param name="On">The text of which day it is; null for today's.</param>
public sealed record PolicyView(PolicyDocument Document, Validity Validity, PolicyReference? RepealedBy, IReadOnlyList<PolicyReference> Repeals,
    IReadOnlyList<PolicyRelationView> Relations, IReadOnlyList<PolicyReference> Interpretations, PolicyOnDay? On = null);

/// <summary>A document with what else its public page shows.</summary>
/// <param name="English">Its published English version; null where there is none.</param>
/// <param name="Criteria">For whom it is; null where that was not laid down.</param>
public sealed record PolicyOfToday(PolicyView View, EnglishVersion? English, PolicyCriteria? Criteria);

/// <summary>A relation as one of its two ends shows it.</summary>
/// <param name="IsActing">Whether the shown document acts on the other; false the other way round.</param>
/// <param name="From">First day on which the acting document is in force; null where that is not known.</param>
public sealed record PolicyRelationView(PolicyRelationKind Kind, bool IsActing, PolicyReference Other, DateOnly? From);

/// <summary>A document as it stood on a day.</summary>
/// <param name="IsFormer">Whether the text shown is an earlier one than today's.</param>
/// <param name="IsKnown">False where no text of that day is kept; today's is shown.</param>
public sealed record PolicyOnDay(DateOnly Day, bool IsFormer, bool IsKnown);

internal sealed class PolicyRowMapping : Profile
{
    public PolicyRowMapping()
    {
        CreateMap<PolicyDocument, PolicyRow>().ForCtorParam(nameof(PolicyRow.AmendedOn), o => o.MapFrom(d => d.ActedOnBy
            .Where(r => r.Kind == PolicyRelationKind.Amends && r.From!.State == PublicationState.Published && r.From.Openness != Openness.Closed)
            .Min(r => r.From!.EffectiveOn)));
        CreateMap<PolicyDocument, PolicyDeskRow>().ForCtorParam(nameof(PolicyDeskRow.HasChanges), o => o.MapFrom(d => d.Pending != null));
        CreateMap<PolicyDocument, PolicyDraft>()
            .ForMember(d => d.Issuers, o => o.MapFrom(d => d.Issuers.OrderBy(i => i.Position).Select(i => i.Body!.Name).ToList()))
            // our own documents get their day of release from the system
            .ForMember(d => d.ReleasedOn, o => o.MapFrom(d => d.IsExternal ? d.ReleasedOn : null))
            .ForMember(d => d.AddsNewIssuers, o => o.Ignore());
    }
}
