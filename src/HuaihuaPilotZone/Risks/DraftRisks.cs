using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Corridors.Bookings;
using HuaihuaPilotZone.Corridors.Timetable;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Declarations.Tables;
using HuaihuaPilotZone.PublicPages;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Risks;

/// <summary>The published notices that are not over, in memory until one changes: every look at a draft is held against them.</summary>
public sealed class RiskMemory(PublicChanges changes, TimeProvider clock) : TopicMemory<IReadOnlyList<RiskNotice>>(changes, clock, _topics)
{
    private static readonly PublicTopic[] _topics = [PublicTopic.Corridors];
}

/// <summary>Says which notices the goods of a draft are in the scope of.</summary>
public sealed class DraftRisks(PortalDbContext db, RiskMemory memory, CustomsTablesSource tables, ChinaTime time)
{
    private const int MostNotices = 500;
    private const int MostCorridors = 20;

    /// <summary>The notices that hold today, the weightiest first; none for an application.</summary>
    public async Task<IReadOnlyList<RiskNotice>> OfAsync(Declaration declaration, CustomsDocument document, CancellationToken cancellation)
    {
        if (declaration.Kind is not (DocumentKind.List or DocumentKind.CustomsDeclaration)) return [];
        var today = time.Today;
        var holding = (await memory.ReadAsync(ReadAsync, cancellation)).Where(n => n.HoldsOn(today)).ToList();
        if (holding.Count == 0) return [];
        var known = await tables.ReadAsync(cancellation);
        var found = holding.Where(n => RiskScope.Of(n, known).Holds(document)).ToList();
        if (found.Exists(n => n.Corridors.Count > 0))
        {
            var booked = await CorridorsOfAsync(declaration.Id, cancellation);
            found.RemoveAll(n => n.Corridors.Count > 0 && !n.Corridors.Exists(c => booked.Contains(c.CorridorId)));
        }

        return [.. found.OrderByDescending(n => n.Severity).ThenByDescending(n => n.From).ThenByDescending(n => n.Id)];
    }

    private async Task<IReadOnlyList<RiskNotice>> ReadAsync(CancellationToken cancellation)
    {
        var today = time.Today;
        return await db.RiskNotices.AsNoTracking().Include(n => n.Countries).Include(n => n.Goods).Include(n => n.Corridors).AsSplitQuery()
            .Where(n => n.State == PublicationState.Published && (n.Until == null || n.Until >= today)).OrderByDescending(n => n.From).ThenByDescending(n => n.Id).Take(MostNotices).ToListAsync(cancellation);
    }

    private Task<List<int>> CorridorsOfAsync(int declarationId, CancellationToken cancellation) => db.Bookings
        .Where(b => b.DeclarationId == declarationId && (b.State == BookingState.Requested || b.State == BookingState.Confirmed || b.State == BookingState.Waiting)
            && b.Departure!.Status == DepartureStatus.Planned && b.Departure.Service!.CorridorId != null)
        .Select(b => b.Departure!.Service!.CorridorId!.Value).Distinct().OrderBy(v => v).Take(MostCorridors).ToListAsync(cancellation);
}
