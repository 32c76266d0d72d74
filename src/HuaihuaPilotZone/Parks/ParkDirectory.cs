using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Figures;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Parks;

/// <summary>The parks with what is said of them and what can be rented there, for everybody.</summary>
public sealed class ParkDirectory(PortalDbContext db, FigureService figures, ChinaTime time)
{
    /// <summary>More vacant units are not listed on a page.</summary>
    public const int MostVacant = 200;

    private const int MostParks = 100;

    /// <summary>All parks in their order, with their occupancy.</summary>
    /// <param name="on">Civil day; null for today.</param>
    public async Task<IReadOnlyList<ParkRow>> ListAsync(DateOnly? on, CancellationToken cancellation)
    {
        var occupancy = await db.OccupancyAsync(on ?? time.Today, cancellation);
        var parks = await db.Parks.AsNoTracking().Include(p => p.ParkArea).OrderBy(p => p.SortOrder).ThenBy(p => p.Id).Take(MostParks).ToListAsync(cancellation);
        return parks.ConvertAll(p => new ParkRow(p, occupancy.GetValueOrDefault(p.Id) ?? Occupancy.Nothing(p.Id)));
    }

    public async Task<ParkView?> FindAsync(string slug, CancellationToken cancellation)
    {
        if (await db.Parks.AsNoTracking().Include(p => p.ParkArea).Include(p => p.Buildings).SingleOrDefaultAsync(p => p.Slug == slug, cancellation) is not { } park) return null;
        var today = time.Today;
        var occupancy = (await db.OccupancyAsync(today, cancellation)).GetValueOrDefault(park.Id) ?? Occupancy.Nothing(park.Id);
        return new ParkView(park, await figures.ListAsync([park.Topic], cancellation), today, occupancy, await VacantAsync(park.Id, cancellation));
    }

    /// <summary>Units that can be asked for, by park, building and code.</summary>
    /// <param name="parkId">Null for all parks.</param>
    public async Task<IReadOnlyList<VacantUnit>> VacantAsync(int? parkId, CancellationToken cancellation)
    {
        var units = db.Units.Vacant(time.Today);
        if (parkId is { } park) units = units.Where(u => u.Building!.ParkId == park);
        return await units.OrderBy(u => u.Building!.Park!.SortOrder).ThenBy(u => u.Building!.Name).ThenBy(u => u.Code).ThenBy(u => u.Id).Take(MostVacant)
            .Select(u => new VacantUnit(u.Id, u.Building!.Park!.Name, u.Building.Name, u.Code, u.Floor, u.Use, u.AreaHundredths, u.Building.IsDemonstration)).ToListAsync(cancellation);
    }

    /// <summary>Whether a unit can be asked for today.</summary>
    public Task<bool> IsVacantAsync(int unitId, CancellationToken cancellation) => db.Units.Vacant(time.Today).AnyAsync(u => u.Id == unitId, cancellation);
}
