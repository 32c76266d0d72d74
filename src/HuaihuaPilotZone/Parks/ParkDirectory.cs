using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Figures;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Parks;

/// <summary>The parks with what is said of them and what can be rented there, for everybody.</summary>
public sealed class ParkDirectory(PortalDbContext db, FigureService figures, ChinaTime time)
{
    /// <summary>More vacant units are not offered in a select; those who want another one choose it on the page of its park.</summary>
    public const int MostVacant = 200;

    /// <summary>Vacant units on a page of a park.</summary>
    public const int VacantOnPage = 100;

    private const int MostParks = 100;

    /// <summary>All parks in their order, with their occupancy.</summary>
    /// <param name="on">Civil day; null for today.</param>
    public async Task<IReadOnlyList<ParkRow>> ListAsync(DateOnly? on, CancellationToken cancellation)
    {
        var occupancy = await db.OccupancyAsync(on ?? time.Today, cancellation);
        var parks = await db.Parks.AsNoTracking().Include(p => p.ParkArea).OrderBy(p => p.SortOrder).ThenBy(p => p.Id).Take(MostParks).ToListAsync(cancellation);
        return parks.ConvertAll(p => new ParkRow(p, occupancy.GetValueOrDefault(p.Id) ?? Occupancy.Nothing(p.Id)));
    }

    /// <param name="page">Page of the vacant units.</param>
    public async Task<ParkView?> FindAsync(string slug, int? page, CancellationToken cancellation)
    {
        if (await db.Parks.AsNoTracking().Include(p => p.ParkArea).Include(p => p.Buildings).SingleOrDefaultAsync(p => p.Slug == slug, cancellation) is not { } park) return null;
        var today = time.Today;
        var occupancy = (await db.OccupancyAsync(today, cancellation)).GetValueOrDefault(park.Id) ?? Occupancy.Nothing(park.Id);
        return new ParkView(park, await figures.ListAsync([park.Topic], cancellation), today, occupancy, await Vacant(park.Id, null).ToPageAsync(new PageRequest(page, VacantOnPage), cancellation));
    }

    /// <summary>Units that can be asked for, to choose from: by park, building and code.</summary>
    /// <param name="chosenId">A unit that is among them, if it is vacant, however many there are.</param>
    public async Task<VacantChoice> VacantAsync(int? chosenId, CancellationToken cancellation)
    {
        var units = Vacant(null, chosenId);
        var total = await units.CountAsync(cancellation);
        return new VacantChoice(await units.Take(MostVacant).ToListAsync(cancellation), total);
    }

    /// <summary>Whether a unit can be asked for today.</summary>
    public Task<bool> IsVacantAsync(int unitId, CancellationToken cancellation) => db.Units.Vacant(time.Today).AnyAsync(u => u.Id == unitId, cancellation);

    /// <param name="parkId">Null for all parks.</param>
    /// <param name="firstId">A unit that comes first.</param>
    private IQueryable<VacantUnit> Vacant(int? parkId, int? firstId)
    {
        var units = db.Units.Vacant(time.Today);
        if (parkId is { } park) units = units.Where(u => u.Building!.ParkId == park);
        return units.OrderBy(u => u.Id == firstId ? 0 : 1).ThenBy(u => u.Building!.Park!.SortOrder).ThenBy(u => u.Building!.Name).ThenBy(u => u.Code).ThenBy(u => u.Id)
            .Select(u => new VacantUnit(u.Id, u.Building!.Park!.Name, u.Building.Name, u.Code, u.Floor, u.Use, u.AreaHundredths, u.Building.IsDemonstration));
    }
}
