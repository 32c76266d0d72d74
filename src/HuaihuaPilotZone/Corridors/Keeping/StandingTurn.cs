using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Corridors.Keeping;

/// <summary>Lets corridors take the status whose day has come. Public pages and the planner tell it to the day by themselves; lists, files and the search follow here.</summary>
public sealed class StandingTurn(PortalDbContext db, ChinaTime time)
{
    private const int MostAtOnce = 100;

    /// <returns>How many corridors have another status now.</returns>
    public async Task<int> FollowAsync(CancellationToken cancellation)
    {
        var today = time.Today;
        var due = await db.Corridors.Where(c => c.Standings.Any(s => s.From <= today && (s.Status != c.Status || s.Source != c.StatusSource) && !c.Standings.Any(later => later.From > s.From && later.From <= today)))
            .OrderBy(c => c.Id).Select(c => c.Id).Take(MostAtOnce).ToListAsync(cancellation);
        var turned = 0;
        foreach (var id in due)
        {
            if (await db.TryOnceAsync(token => TurnAsync(id, today, token), cancellation)) turned++;
        }
        return turned;
    }

    /// <summary>What is shown of it did not change by this; who announced it stands in the journal.</summary>
    private async Task<Outcome> TurnAsync(int id, DateOnly today, CancellationToken cancellation)
    {
        var corridor = await db.Corridors.Include(c => c.Standings).SingleAsync(c => c.Id == id, cancellation);
        if (corridor.On(today) is not { } present) return Outcome.Refused("没有起始日已到的状态。");
        (corridor.Status, corridor.StatusSource) = (present.Status, present.Source);
        await db.SaveChangesAsync(cancellation);
        return Outcome.Done;
    }
}
