using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Data.Seed;
using HuaihuaPilotZone.Figures;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Corridors;

/// <summary>The network of the dry port, always.</summary>
internal sealed class CorridorsSeed(PortalDbContext db) : RoomSeed
{
    public override int Order => 40;

    public override async Task EnsureReferenceAsync(CancellationToken cancellation)
    {
        await EnsureNodesAsync(cancellation);
        await EnsureLegsAsync(cancellation);
        await EnsureCorridorsAsync(cancellation);
    }

    private async Task EnsureNodesAsync(CancellationToken cancellation)
    {
        var present = await db.Nodes.Select(n => n.Slug).ToListAsync(cancellation);
        List<Node> missing = [.. NodeFacts.All().Where(n => !present.Contains(n.Slug))];
        db.Nodes.AddRange(missing);
        foreach (var abroad in NodeFacts.All().Where(n => n.TimeZone != Node.ChinaZone && present.Contains(n.Slug)))
        {
            // a node from before there were zones
            if (await db.Nodes.Where(n => n.Slug == abroad.Slug && n.TimeZone == Node.ChinaZone).ExecuteUpdateAsync(set => set.SetProperty(n => n.TimeZone, abroad.TimeZone), cancellation) > 0)
                await db.NodeStates.Where(s => s.Node!.Slug == abroad.Slug && s.From == DateOnly.MinValue).ExecuteUpdateAsync(set => set.SetProperty(s => s.TimeZone, abroad.TimeZone), cancellation);
        }
        await db.SaveChangesAsync(cancellation);
        db.NodeStates.AddRange(missing.Select(n => NodeState.Of(n, DateOnly.MinValue)));
        await db.SaveChangesAsync(cancellation);
    }

    private async Task EnsureLegsAsync(CancellationToken cancellation)
    {
        var nodes = await db.Nodes.ToDictionaryAsync(n => n.Slug, n => n.Id, cancellation);
        var present = await db.Legs.Select(l => l.From!.Slug + "-" + l.To!.Slug).ToListAsync(cancellation);
        List<Leg> missing = [.. LegFacts.All.Where(f => !present.Contains(f.Key)).Select(f => new Leg
        {
            FromId = nodes[f.From],
            ToId = nodes[f.To],
            Mode = f.Mode,
            Via = f.Via,
            EnglishVia = f.EnglishVia,
        })];
        db.Legs.AddRange(missing);
        await db.SaveChangesAsync(cancellation);
        db.LegStates.AddRange(missing.Select(l => LegState.Of(l, DateOnly.MinValue)));
        await db.SaveChangesAsync(cancellation);
        await EnsureValuesAsync(cancellation);
    }

    /// <summary>Distances and carbon factors, only where nothing of the kind was ever recorded: what staff write stays.</summary>
    private async Task EnsureValuesAsync(CancellationToken cancellation)
    {
        var facts = LegFacts.All.ToDictionary(f => f.Key);
        var legs = await db.Legs.Select(l => new { l.Id, l.Mode, Key = l.From!.Slug + "-" + l.To!.Slug, Present = l.Values.Select(v => v.Quantity).ToList() }).ToListAsync(cancellation);
        foreach (var leg in legs)
        {
            if (facts.TryGetValue(leg.Key, out var fact) && fact is { Km: { } km, Status: { } status, Source: { } source } && !leg.Present.Contains(LegQuantity.Distance)) Add(leg.Id, LegQuantity.Distance, km, status, source);
            if (LegFacts.CarbonOf(leg.Mode) is var (grams, who) && !leg.Present.Contains(LegQuantity.CarbonFactor)) Add(leg.Id, LegQuantity.CarbonFactor, grams, FigureStatus.Press, who);
        }
        await db.SaveChangesAsync(cancellation);

        void Add(int leg, LegQuantity quantity, decimal value, FigureStatus status, string source) => db.Add(new LegValue
        {
            LegId = leg,
            Quantity = quantity,
            From = DateOnly.MinValue,
            Value = value,
            Status = status,
            Source = source,
        });
    }

    private async Task EnsureCorridorsAsync(CancellationToken cancellation)
    {
        var legs = await db.Legs.Select(l => new { Key = l.From!.Slug + "-" + l.To!.Slug, l.Id }).ToDictionaryAsync(l => l.Key, l => l.Id, cancellation);
        var present = await db.Corridors.Select(c => c.Slug).ToListAsync(cancellation);
        List<Corridor> missing = [.. CorridorFacts.All.Select((f, i) => (Fact: f, Order: i)).Where(f => !present.Contains(f.Fact.Slug)).Select(f => CorridorOf(f.Fact, f.Order, legs))];
        db.Corridors.AddRange(missing);
        await db.SaveChangesAsync(cancellation);
        db.CorridorStates.AddRange(missing.Select(c => CorridorState.Of(c, DateOnly.MinValue)));
        await db.SaveChangesAsync(cancellation);
    }

    private static Corridor CorridorOf(CorridorFact fact, int order, Dictionary<string, int> legs) => new()
    {
        Slug = fact.Slug,
        Name = fact.Name,
        EnglishName = fact.EnglishName,
        Colour = fact.Colour,
        Status = fact.Status,
        StatusSource = fact.StatusSource,
        Description = fact.Description,
        EnglishDescription = fact.EnglishDescription,
        Partners = fact.Partners,
        Source = CorridorFacts.Source.Text,
        SourceAddress = CorridorFacts.Source.Address,
        SortOrder = order,
        Legs = [.. fact.Legs.Select((key, position) => new CorridorLeg { LegId = legs[key], Position = position })],
    };
}
