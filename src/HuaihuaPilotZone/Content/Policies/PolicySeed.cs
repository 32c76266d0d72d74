using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Data.Seed;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Content.Policies;

/// <summary>Documents that a source names always; demonstration documents where asked for. They are drawn up and published like any other.</summary>
internal sealed class PolicySeed(PortalDbContext db, PolicyDesk desk, PolicyEditorial editorial, ChinaTime time) : RoomSeed
{
    public override int Order => 60;

    public override async Task EnsureReferenceAsync(CancellationToken cancellation)
    {
        foreach (var fact in PolicyFacts.Reported) await AddIfMissingAsync(fact, isDemonstration: false, cancellation);
    }

    public override async Task EnsureDemonstrationAsync(CancellationToken cancellation)
    {
        foreach (var fact in PolicyFacts.Demonstration(time.Today)) await AddIfMissingAsync(fact, isDemonstration: true, cancellation);
    }

    private async Task AddIfMissingAsync(PolicyFact fact, bool isDemonstration, CancellationToken cancellation)
    {
        if (await db.PolicyDocuments.AnyAsync(d => d.Title == fact.Title, cancellation)) return;
        var id = await desk.CreateAsync(DraftOf(fact), isDemonstration, cancellation);
        if (!id.IsDone) throw new InvalidOperationException($"{fact.Title}: {id.Refusals[0].Message}");
        if (fact.Openness == Openness.Closed) return;
        var published = await editorial.PublishAsync(id.Value, version: 1, cancellation);
        if (!published.IsDone) throw new InvalidOperationException($"{fact.Title}: {published.Refusals[0].Message}");
    }

    private static PolicyDraft DraftOf(PolicyFact fact) => new()
    {
        Title = fact.Title,
        Number = fact.Number,
        IsExternal = fact.Source is not null,
        Issuers = fact.Issuers,
        AddsNewIssuers = true,
        IssuedOn = fact.IssuedOn,
        ReleasedOn = fact.ReleasedOn,
        EffectiveOn = fact.EffectiveOn,
        ExpiresOn = fact.ExpiresOn,
        RepealedOn = fact.RepealedOn,
        RepealedByText = fact.RepealedByText,
        Topic = fact.Topic,
        Audience = fact.Audience,
        Openness = fact.Openness,
        Summary = fact.Summary,
        Body = fact.Body,
        Source = fact.Source,
        RetrievedOn = fact.Source is null ? null : PolicyFacts.RetrievedOn,
        CardWho = fact.Card?.Who,
        CardConditions = fact.Card?.Conditions,
        CardBenefit = fact.Card?.Benefit,
        CardUntil = fact.Card?.Until,
        CardHow = fact.Card?.How,
    };
}
