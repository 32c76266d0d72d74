using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Content.English;
using HuaihuaPilotZone.Content.Policies;
using HuaihuaPilotZone.PolicyMatching;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Setup.PublicPages;

namespace HuaihuaPilotZone.Web.Public.PolicyDocuments;

/// <summary>What the address of the policy list says; what cannot be read in it is left out.</summary>
public sealed class PolicyQuery
{
    public const int TextMaxLength = 100;

    public string? Q { get; set; }

    public List<Validity> Validity { get; set; } = [];

    public List<PolicyTopic> Topic { get; set; } = [];

    public List<PolicyAudience> Audience { get; set; } = [];

    /// <summary>Ids of issuing bodies.</summary>
    public List<int> Issuer { get; set; } = [];

    public List<int> Year { get; set; } = [];

    /// <summary>Only what was in force on this day.</summary>
    public DateOnly? InForceOn { get; set; }

    public PolicyOrder Order { get; set; }

    public int? Page { get; set; }

    /// <summary>The typed words, cut where nobody's title is that long.</summary>
    public string? Text => Q is { Length: > TextMaxLength } ? Q[..TextMaxLength] : Q;

    public bool IsNarrowed => Validity.Count + Topic.Count + Audience.Count + Issuer.Count + Year.Count > 0 || InForceOn is not null;

    public PolicyFilter ToFilter() => new()
    {
        Text = Text,
        Validities = Validity,
        Topics = Topic,
        Audiences = Audience,
        Issuers = Issuer,
        Years = Year,
        InForceOn = InForceOn,
        Order = Order,
    };
}

/// <summary>The policy list.</summary>
/// <param name="Terms">What was searched for, to be marked in the titles.</param>
/// <param name="Today">The civil day that validity is computed for.</param>
/// <param name="English">English titles by slug; empty on Chinese pages.</param>
public sealed record PolicyListPage(
    PolicyQuery Query, Page<PolicyRow> Page, PolicyFacets Facets, IReadOnlyList<string> Terms, DateOnly Today, IReadOnlyDictionary<string, EnglishTitle> English);

/// <summary>One document with its text ready to be shown.</summary>
/// <param name="Text">Null where the text is not here or not for everybody.</param>
/// <param name="Criteria">For whom it is; null where that was not laid down.</param>
/// <param name="Today">The civil day of the visit.</param>
/// <param name="IsPreview">True where an editor looks at a page that the public may not see.</param>
/// <param name="English">Its published English version; null where there is none.</param>
public sealed record PolicyPage(PolicyView View, RenderedText? Text, PublicCriteria? Criteria, DateOnly Today, bool IsPreview, EnglishVersion? English) : LongPage
{
    /// <summary>The English version in the place of the Chinese text, on an English page.</summary>
    public EnglishVersion? Shown => PageAddress.IsEnglish ? English : null;

    /// <summary>The latest amendment that may hold on the shown day: one whose own day is not known is named, but changes no validity; one that is yet to come waits for its day.</summary>
    public PolicyRelationView? Amending { get; } = View.Relations
        .Where(r => r is { Kind: PolicyRelationKind.Amends, IsActing: false } && (r.From is null || r.From <= (View.On?.Day ?? Today))).MaxBy(r => r.From);

    public override int Characters => CharactersOf(View.Document, View.Document.Body) + CharactersOf(English, English?.Body) + (Text?.Html.Length ?? 0);

    public static PolicyPage Of(PolicyView view, PublicCriteria? criteria, DateOnly today, bool isPreview = false, EnglishVersion? english = null)
    {
        var body = PageAddress.IsEnglish && english is { Body.Length: > 0 } ? english.Body : view.Document.Body;
        return new(view, body.Length > 0 && view.Document.Openness != Openness.OnRequest ? MarkdownText.Render(body, PageAddress.Here) : null, criteria, today, isPreview, english);
    }
}
