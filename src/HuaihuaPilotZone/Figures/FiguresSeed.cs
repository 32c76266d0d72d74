using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Data.Seed;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Figures;

/// <summary>The figures of the zone and of its corridors, always.</summary>
internal sealed class FiguresSeed(PortalDbContext db, FigureService figures) : RoomSeed
{
    public override int Order => 30;

    public override async Task EnsureReferenceAsync(CancellationToken cancellation)
    {
        var present = await db.Figures.Select(f => f.Key).ToListAsync(cancellation);
        var order = 0;
        foreach (var figure in FigureFacts.All().Concat(Corridors.CorridorFacts.Figures()))
        {
            figure.SortOrder = ++order;
            if (present.Contains(figure.Key)) continue;
            var outcome = await figures.SaveAsync(figure, cancellation);
            if (!outcome.IsDone) throw new InvalidOperationException($"{figure.Key}: {outcome.Refusals[0].Message}");
        }
    }
}
