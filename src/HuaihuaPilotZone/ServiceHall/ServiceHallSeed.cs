using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Data.Seed;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.ServiceHall;

/// <summary>
/// The services that this portal really offers. They are published where the hall has a configured contact, since a service without one is not whole;
/// a demonstration publishes them marked 示例, with the contact still to be filled in.
/// </summary>
internal sealed class ServiceHallSeed(PortalDbContext db, ServiceCatalogue catalogue, ChinaTime time) : RoomSeed
{
    public override int Order => 70;

    public override Task EnsureReferenceAsync(CancellationToken cancellation) =>
        catalogue.HallContact is null ? Task.CompletedTask : AddMissingAsync([.. ServiceFacts.All.Where(f => !f.IsExample)], isDemonstration: false, cancellation);

    public override Task EnsureDemonstrationAsync(CancellationToken cancellation) => AddMissingAsync(ServiceFacts.All, isDemonstration: true, cancellation);

    private async Task AddMissingAsync(IReadOnlyList<ServiceFact> facts, bool isDemonstration, CancellationToken cancellation)
    {
        var slugs = facts.Select(f => f.Slug).ToList();
        var present = await db.ServiceItems.Where(s => slugs.Contains(s.Slug)).Select(s => s.Slug).ToListAsync(cancellation);
        foreach (var fact in facts.Where(f => !present.Contains(f.Slug)))
        {
            var item = Make(fact, isDemonstration);
            if (ServiceItemRules.Missing(item, catalogue.HallContact) is [var missing, ..]) throw new InvalidOperationException($"{fact.Title}: {missing.Message}");
            db.ServiceItems.Add(item);
        }
        await db.SaveChangesAsync(cancellation);
    }

    private ServiceItem Make(ServiceFact fact, bool isDemonstration) => new()
    {
        Slug = fact.Slug,
        Title = fact.Title,
        Summary = fact.Summary,
        AudienceMarks = ServiceMarks.Write(fact.Audiences),
        StageMarks = ServiceMarks.Write(fact.Stages),
        Basis = fact.Basis,
        Conditions = fact.Conditions,
        Materials = [.. fact.Materials.Select(m => new ServiceMaterial { Name = m.Name, Note = m.Note, IsRequired = m.IsRequired })],
        NeedsNoMaterials = fact.Materials.Count == 0,
        PromisedDays = fact.PromisedDays,
        LegalDays = fact.LegalDays,
        HasNoLegalLimit = fact.LegalDays is null,
        LimitNote = fact.LimitNote,
        Fee = "不收费。",
        Steps = fact.Steps,
        Desk = fact.Desk,
        State = PublicationState.Published,
        PublishedAt = time.UtcNow,
        IsDemonstration = isDemonstration,
        UpdatedAt = time.UtcNow,
    };
}
