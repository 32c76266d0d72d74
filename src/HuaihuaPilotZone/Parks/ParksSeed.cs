using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Data.Seed;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Figures;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Parks;

/// <summary>The parks that the founding paper names, always; invented buildings, units and leases of the e-commerce park where demonstration data is asked for.</summary>
internal sealed class ParksSeed(PortalDbContext db, FigureService figures, Actor actor, ChinaTime time) : RoomSeed
{
    private const string Shown = "dry-port-e-commerce-park";

    public override int Order => 35;

    public override async Task EnsureReferenceAsync(CancellationToken cancellation)
    {
        var present = await db.Parks.Select(p => p.Slug).ToListAsync(cancellation);
        foreach (var (park, order) in ParkFacts.All().Select((p, i) => (p, i)).Where(p => !present.Contains(p.p.Slug)))
        {
            park.SortOrder = order + 1;
            db.Parks.Add(park);
        }
        await db.SaveChangesAsync(cancellation);
        var known = await db.Figures.Select(f => f.Key).ToListAsync(cancellation);
        foreach (var figure in ParkFacts.Figures().Where(f => !known.Contains(f.Key)))
        {
            var outcome = await figures.SaveAsync(figure, cancellation);
            if (!outcome.IsDone) throw new InvalidOperationException($"{figure.Key}: {outcome.Refusals[0].Message}");
        }
    }

    public override async Task EnsureDemonstrationAsync(CancellationToken cancellation)
    {
        if (await db.Buildings.AnyAsync(cancellation)) return;
        var park = await db.Parks.SingleAsync(p => p.Slug == Shown, cancellation);
        var tenants = await db.Enterprises.Where(e => e.IsDemonstration && e.Stage == EnterpriseStage.Operating && e.ParkArea!.Name == "主港区").OrderBy(e => e.Id).Select(e => e.Id).Take(3).ToListAsync(cancellation);
        db.Buildings.AddRange(
            Make(park.Id, "示例 1 号楼", [("A-101", "1", UnitUse.Shop, 8600), ("A-201", "2", UnitUse.Office, 12050), ("A-202", "2", UnitUse.Office, 9800), ("A-301", "3", UnitUse.Office, 21000)], tenants),
            Make(park.Id, "示例 2 号仓", [("W-1", null, UnitUse.Warehouse, 120000), ("W-2", null, UnitUse.Warehouse, 96000), ("C-1", null, UnitUse.ColdStore, 45050)], tenants));
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Every other unit is let, so that both kinds are there.</summary>
    private Building Make(int parkId, string name, IReadOnlyList<(string Code, string? Floor, UnitUse Use, long Area)> units, List<int> tenants) => new()
    {
        ParkId = parkId,
        Name = name,
        IsDemonstration = true,
        Units =
        [
            .. units.Select((u, i) => new Unit
            {
                Code = u.Code,
                Floor = u.Floor,
                Use = u.Use,
                AreaHundredths = u.Area,
                LettableFrom = new DateOnly(2024, 6, 13),
                Note = "演示数据",
                Leases = i % 2 == 0 && tenants.Count > 0 ? [Lease(tenants[i / 2 % tenants.Count])] : [],
            }),
        ],
    };

    private Lease Lease(int tenant) => new()
    {
        EnterpriseId = tenant,
        From = new DateOnly(2025, 1, 1),
        Until = new DateOnly(2027, 12, 31),
        Note = "演示数据",
        RecordedAt = time.UtcNow,
        RecordedBy = actor.Name,
    };
}
