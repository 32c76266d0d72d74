using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Corridors.Bookings;
using HuaihuaPilotZone.Corridors.Timetable;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Declarations.Tables;
using HuaihuaPilotZone.Messages;
using Microsoft.EntityFrameworkCore;
#pragma warning disable CA1309, CA1310 // becomes SQL: the columns compare by their own binary collation

namespace HuaihuaPilotZone.Risks.Telling;

/// <summary>
/// Tells the enterprises in the scope of a notice, in steps of a job: who has goods of it in the book of products, then who has them in an open draft
/// (docs/decisions/0022-scope-of-a-risk.md). Each step asks the same few questions, however many enterprises it finds.
/// </summary>
public sealed class RiskTelling(PortalDbContext db, CustomsTablesSource tables, Outbox outbox, ChinaTime time)
{
    private const int EnterprisesAtOnce = 100;
    private const int DraftsAtOnce = 50;
    private const int DaysOfMarkets = 365;

    /// <summary>The notice while enterprises are to be told of it: published, and not over.</summary>
    public async Task<RiskNotice?> FindAsync(int id, CancellationToken cancellation)
    {
        var today = time.Today;
        return await db.RiskNotices.AsNoTracking().Include(n => n.Countries).Include(n => n.Goods).Include(n => n.Corridors).AsSplitQuery()
            .SingleOrDefaultAsync(n => n.Id == id && n.State == PublicationState.Published && (n.Until == null || n.Until >= today), cancellation);
    }

    /// <summary>Tells the next enterprises that have a product in the scope.</summary>
    /// <param name="after">The last enterprise that was looked at; 0 at the beginning.</param>
    /// <returns>The last enterprise of this step; null when all were looked at.</returns>
    public async Task<int?> TellOfProductsAsync(RiskNotice notice, int after, CancellationToken cancellation)
    {
        var products = db.BookProducts.Where(p => !p.IsArchived && p.EnterpriseId > after);
        if (notice.Goods.Count > 0)
        {
            var goods = db.Set<RiskGoods>().Where(g => g.NoticeId == notice.Id);
            products = products.Where(p => goods.Any(g => string.Compare(p.HsCode, g.First) >= 0 && string.Compare(p.HsCode, g.Last) <= 0));
        }

        if (notice.Countries.Count > 0)
        {
            List<string> codes = [.. RiskScope.CodesOf(notice, await tables.ReadAsync(cancellation))];
            var since = time.UtcNow.AddDays(-DaysOfMarkets);
            products = products.Where(p => p.Destination != null
                ? codes.Contains(p.Destination)
                : db.Declarations.Any(d => d.EnterpriseId == p.EnterpriseId && d.State != DeclarationState.Withdrawn && d.UpdatedAt >= since && d.Country != null && codes.Contains(d.Country)));
        }

        if (notice.Corridors.Count > 0)
        {
            var booked = Booked(notice);
            products = products.Where(p => booked.Any(b => b.EnterpriseId == p.EnterpriseId));
        }

        var found = await products.Select(p => p.EnterpriseId).Distinct().OrderBy(v => v).Take(EnterprisesAtOnce).ToListAsync(cancellation);
        await TellAsync(notice, found, RiskReason.Product, cancellation);
        return found.Count == 0 ? null : found[^1];
    }

    /// <summary>Looks at the next open drafts and tells whose goods are in the scope.</summary>
    /// <param name="after">The last draft that was looked at; 0 at the beginning.</param>
    /// <returns>The last draft of this step; null when all were looked at.</returns>
    public async Task<int?> TellOfDraftsAsync(RiskNotice notice, int after, CancellationToken cancellation)
    {
        var told = db.RiskDeliveries.Where(d => d.NoticeId == notice.Id);
        var drafts = db.Declarations.Where(d => d.Id > after && (d.State == DeclarationState.Draft || d.State == DeclarationState.Returned)
            && (d.Kind == DocumentKind.List || d.Kind == DocumentKind.CustomsDeclaration) && !told.Any(t => t.EnterpriseId == d.EnterpriseId));
        if (notice.Corridors.Count > 0)
        {
            var booked = Booked(notice);
            drafts = drafts.Where(d => booked.Any(b => b.DeclarationId == d.Id));
        }

        var rows = await drafts.OrderBy(d => d.Id).Take(DraftsAtOnce).Select(d => new { d.Id, d.EnterpriseId, d.Kind, d.Document }).ToListAsync(cancellation);
        var scope = RiskScope.Of(notice, await tables.ReadAsync(cancellation));
        List<int> found = [.. rows.Where(r => DocumentJson.TryDeserialize(r.Kind.Schema(), r.Document, out var document) && scope.Holds(document)).Select(r => r.EnterpriseId).Distinct()];
        await TellAsync(notice, found, RiskReason.Draft, cancellation);
        return rows.Count == 0 ? null : rows[^1].Id;
    }

    /// <summary>Bookings that hold or wait for slots on one of the corridors.</summary>
    private IQueryable<Booking> Booked(RiskNotice notice)
    {
        List<int> corridors = [.. notice.Corridors.Select(c => c.CorridorId)];
        return db.Bookings.Where(b => (b.State == BookingState.Requested || b.State == BookingState.Confirmed || b.State == BookingState.Waiting)
            && b.Departure!.Status == DepartureStatus.Planned && b.Departure.Service!.CorridorId != null && corridors.Contains(b.Departure.Service.CorridorId!.Value));
    }

    private async Task TellAsync(RiskNotice notice, List<int> enterprises, RiskReason reason, CancellationToken cancellation)
    {
        var told = await db.RiskDeliveries.Where(d => d.NoticeId == notice.Id && enterprises.Contains(d.EnterpriseId)).Select(d => d.EnterpriseId).ToListAsync(cancellation);
        List<int> missing = [.. enterprises.Except(told)];
        if (missing.Count == 0) return;
        db.RiskDeliveries.AddRange(missing.Select(e => new RiskDelivery { NoticeId = notice.Id, EnterpriseId = e, Reason = reason, At = time.UtcNow }));
        var where = reason == RiskReason.Product ? "商品库里有商品" : "有预申报草稿";
        await outbox.NotifyEnterprisesAsync(
            missing,
            new NoticeDraft(MessageKind.RiskPublished, $"风险提示（{notice.Severity.Word()}）：{notice.Title}", $"贵企业{where}在这条提示的范围内。{notice.Summary}", $"/risks/{notice.Number}"),
            cancellation);
        await db.SaveChangesAsync(cancellation);
    }
}
