using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Enterprises;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.PolicyMatching;

/// <summary>Reads the facts of many enterprises with the same few queries, however many there are.</summary>
public sealed class FactReader(PortalDbContext db, ChinaTime time)
{
    private const int DaysOfYear = 365;

    private static readonly EnterpriseStage[] _signed = [EnterpriseStage.Signed, EnterpriseStage.Building, EnterpriseStage.Operating];

    /// <summary>One sheet for each enterprise that is there.</summary>
    /// <param name="ids">At most a few hundred.</param>
    public async Task<IReadOnlyDictionary<int, FactSheet>> ReadAsync(IReadOnlyCollection<int> ids, CancellationToken cancellation)
    {
        var since = time.Today.AddDays(-DaysOfYear);
        var enterprises = await db.Enterprises.AsNoTracking().Where(e => ids.Contains(e.Id))
            .Select(e => new { e.Id, e.Type, e.ParkAreaId, e.Stage, e.CreditCode, e.CustomsCode, Office = e.FilingProfile!.CustomsOffice }).ToListAsync(cancellation);
        var tags = (await db.Set<EnterpriseTag>().AsNoTracking().Where(t => ids.Contains(t.EnterpriseId)).OrderBy(t => t.IndustryTagId).ToListAsync(cancellation)).ToLookup(t => t.EnterpriseId, t => t.IndustryTagId);
        var signed = await db.Set<StageChange>().AsNoTracking().Where(c => ids.Contains(c.EnterpriseId) && _signed.Contains(c.To))
            .GroupBy(c => c.EnterpriseId).Select(g => new { g.Key, On = g.Min(c => c.On) }).ToDictionaryAsync(g => g.Key, g => g.On, cancellation);
        var filings = await db.Declarations.AsNoTracking().Where(d => ids.Contains(d.EnterpriseId) && d.State == DeclarationState.HandedOver)
            .GroupBy(d => d.EnterpriseId)
            .Select(g => new
            {
                g.Key,
                All = g.Count(),
                Recent = g.Count(d => d.HandedOverOn >= since),
                Released = g.Count(d => d.CustomsState == CustomsState.Released || d.CustomsState == CustomsState.Closed),
            })
            .ToDictionaryAsync(g => g.Key, cancellation);
        return enterprises.ToDictionary(e => e.Id, e =>
        {
            var counts = filings.GetValueOrDefault(e.Id);
            return new FactSheet(
                e.Id, e.Type, [.. tags[e.Id]], e.ParkAreaId, e.Stage, signed.TryGetValue(e.Id, out var on) ? on : null, e.CreditCode, e.CustomsCode, e.Office,
                counts?.All ?? 0, counts?.Recent ?? 0, counts?.Released ?? 0);
        });
    }
}
