using System.Linq.Expressions;
using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Parks;

/// <summary>How much of a park is let on a day. Occupancy is the let part of the lettable area; without lettable area there is none.</summary>
/// <param name="LettableHundredths">Hundredths of a square metre.</param>
/// <param name="LetHundredths">Hundredths of a square metre.</param>
/// <param name="Units">Lettable units.</param>
/// <param name="LetUnits">Those of them that are let.</param>
public sealed record Occupancy(int ParkId, long LettableHundredths, long LetHundredths, int Units, int LetUnits)
{
    /// <summary>Square metres.</summary>
    public decimal Lettable => LettableHundredths / 100m;

    /// <summary>Square metres.</summary>
    public decimal Let => LetHundredths / 100m;

    /// <summary>From 0 to 1; null where nothing is lettable.</summary>
    public decimal? Rate => LettableHundredths == 0 ? null : (decimal)LetHundredths / LettableHundredths;

    public int VacantUnits => Units - LetUnits;

    public static Occupancy Nothing(int parkId) => new(parkId, 0, 0, 0, 0);

    /// <summary>Several parks as one.</summary>
    public static Occupancy Sum(IEnumerable<Occupancy> parks) =>
        parks.Aggregate(Nothing(0), (a, b) => new Occupancy(0, a.LettableHundredths + b.LettableHundredths, a.LetHundredths + b.LetHundredths, a.Units + b.Units, a.LetUnits + b.LetUnits));
}

/// <summary>Which units and leases count on a day.</summary>
internal static class OnDay
{
    public static Expression<Func<Unit, bool>> IsLettable(DateOnly day) => u => u.LettableFrom <= day && (u.LettableUntil == null || u.LettableUntil >= day);

    public static Expression<Func<Lease, bool>> Runs(DateOnly day) => l => l.From <= day && (l.Until == null || l.Until >= day);

    /// <summary>Lettable units that no lease claims, now or later.</summary>
    public static IQueryable<Unit> Vacant(this IQueryable<Unit> units, DateOnly day) =>
        units.Where(IsLettable(day)).Where(u => !u.Leases.Any(l => l.Until == null || l.Until >= day));

    /// <summary>Occupancy of each park that has lettable units. Joined, since SQL Server adds up no subqueries.</summary>
    public static async Task<Dictionary<int, Occupancy>> OccupancyAsync(this PortalDbContext db, DateOnly day, CancellationToken cancellation)
    {
        var rows = await db.Units.Where(IsLettable(day)).LeftJoin(
                db.Leases.Where(Runs(day)), u => u.Id, l => l.UnitId,
                (u, l) => new { u.Building!.ParkId, u.AreaHundredths, Let = l == null ? 0L : u.AreaHundredths, IsLet = l == null ? 0 : 1 })
            .GroupBy(u => u.ParkId)
            .Select(g => new { g.Key, Lettable = g.Sum(u => u.AreaHundredths), Let = g.Sum(u => u.Let), Units = g.Count(), LetUnits = g.Sum(u => u.IsLet) })
            .ToListAsync(cancellation);
        return rows.ToDictionary(r => r.Key, r => new Occupancy(r.Key, r.Lettable, r.Let, r.Units, r.LetUnits));
    }
}
