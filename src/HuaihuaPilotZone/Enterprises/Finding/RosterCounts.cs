using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Enterprises.Finding;

/// <summary>How many enterprises there are of each stage, type and area, without counting them.</summary>
internal static class RosterCounts
{
    public static async Task<Dictionary<RosterCell, int>> ReadAsync(PortalDbContext db, CancellationToken cancellation)
    {
        var sums = await db.RosterTallies.GroupBy(t => new { t.Stage, t.Type, t.ParkAreaId, t.Visibility }).Select(g => new { g.Key, Sum = g.Sum(t => t.Change) }).ToListAsync(cancellation);
        return sums.ToDictionary(s => new RosterCell(s.Key.Stage, s.Key.Type, s.Key.ParkAreaId, s.Key.Visibility), s => s.Sum);
    }

    /// <summary>How many there are in each area that has any, by its id.</summary>
    /// <param name="withLeft">Whether those count that have left.</param>
    public static async Task<IReadOnlyDictionary<int, int>> OfAreasAsync(PortalDbContext db, bool withLeft, CancellationToken cancellation) =>
        RosterFacets.Of((await ReadAsync(db, cancellation)).Where(c => withLeft || c.Key.Stage != EnterpriseStage.Left).ToDictionary(), new RosterQuery()).Areas!;
}
