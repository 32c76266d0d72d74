using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Enterprises.Finding;

/// <summary>
/// Rows of the roster by their ids: one short question each for the records, their tags, markets and former names. A page asks these at every look, so
/// they are made into commands once: to make them anew costs more than the database takes for them.
/// </summary>
internal static class RosterRows
{
    private static readonly HotQuery<Func<PortalDbContext, int[], IAsyncEnumerable<RosterRow>>> _records = new(() => EF.CompileAsyncQuery((PortalDbContext db, int[] ids) =>
        db.Enterprises.AsNoTracking().Where(e => ids.Contains(e.Id)).Select(e => new RosterRow
        {
            Id = e.Id,
            Version = e.Version,
            Name = e.Name,
            EnglishName = e.EnglishName,
            CreditCode = e.CreditCode,
            CustomsCode = e.CustomsCode,
            Type = e.Type,
            ParkAreaId = e.ParkAreaId,
            AreaName = e.ParkArea!.Name,
            Stage = e.Stage,
            StageSince = e.StageSince,
            Address = e.Address,
            Website = e.Website,
            IsPublic = e.IsPublic,
            IsDemonstration = e.IsDemonstration,
            SuspendedAt = e.SuspendedAt,
            UpdatedAt = e.UpdatedAt,
            ContactName = e.Contacts.OrderBy(c => c.Id).Select(c => c.Name).FirstOrDefault(),
            ContactPhone = e.Contacts.OrderBy(c => c.Id).Select(c => c.Phone).FirstOrDefault(),
            HasSummary = e.Summary != null,
            HasFilingProfile = e.FilingProfile != null,
            Completeness = e.Completeness,
        })));

    private static readonly HotQuery<Func<PortalDbContext, int[], IAsyncEnumerable<Part<string>>>> _tags = new(() => EF.CompileAsyncQuery((PortalDbContext db, int[] ids) =>
        db.Set<EnterpriseTag>().AsNoTracking().Where(t => ids.Contains(t.EnterpriseId)).OrderBy(t => t.IndustryTag!.SortOrder).Select(t => new Part<string>(t.EnterpriseId, t.IndustryTag!.Name))));

    private static readonly HotQuery<Func<PortalDbContext, int[], IAsyncEnumerable<Part<TargetMarket>>>> _markets = new(() => EF.CompileAsyncQuery((PortalDbContext db, int[] ids) =>
        db.Set<EnterpriseMarket>().AsNoTracking().Where(m => ids.Contains(m.EnterpriseId)).OrderBy(m => m.Market).Select(m => new Part<TargetMarket>(m.EnterpriseId, m.Market))));

    private static readonly HotQuery<Func<PortalDbContext, int[], IAsyncEnumerable<Part<string>>>> _formerNames = new(() => EF.CompileAsyncQuery((PortalDbContext db, int[] ids) =>
        db.Set<FormerName>().AsNoTracking().Where(n => ids.Contains(n.EnterpriseId)).OrderByDescending(n => n.Id).Select(n => new Part<string>(n.EnterpriseId, n.Name))));

    /// <summary>The rows by id; those that are gone are left out.</summary>
    public static async Task<IReadOnlyDictionary<int, RosterRow>> ReadAsync(PortalDbContext db, int[] ids, CancellationToken cancellation)
    {
        var rows = await _records.For(db)(db, ids).ToListAsync(cancellation);
        var tags = await PartsAsync(_tags.For(db)(db, ids), cancellation);
        var markets = await PartsAsync(_markets.For(db)(db, ids), cancellation);
        var formerNames = await PartsAsync(_formerNames.For(db)(db, ids), cancellation);
        return rows.ToDictionary(r => r.Id, r => r with
        {
            TagNames = [.. tags[r.Id]],
            Markets = [.. markets[r.Id]],
            FormerNames = [.. formerNames[r.Id]],
        });
    }

    private static async Task<ILookup<int, T>> PartsAsync<T>(IAsyncEnumerable<Part<T>> parts, CancellationToken cancellation) =>
        (await parts.ToListAsync(cancellation)).ToLookup(p => p.EnterpriseId, p => p.Value);

    private sealed record Part<T>(int EnterpriseId, T Value);
}
