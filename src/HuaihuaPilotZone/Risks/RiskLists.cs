using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Corridors;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Risks;

/// <summary>Notices of risks as staff see them.</summary>
public sealed class RiskLists(PortalDbContext db, PortalJournal journal, ChinaTime time)
{
    private const int MostChoices = 200;

    public Task<Page<RiskRow>> ListAsync(RiskFilter filter, PageRequest page, CancellationToken cancellation) => Rows(filter).ToPageAsync(page, cancellation);

    /// <summary>All rows of a list, for a file.</summary>
    public IAsyncEnumerable<RiskRow> StreamAsync(RiskFilter filter) => Rows(filter).AsAsyncEnumerable();

    /// <summary>A notice as it is written now, with the enterprises that were told of it.</summary>
    public async Task<RiskAtDesk?> FindAsync(int id, CancellationToken cancellation)
    {
        if (await WithScope().SingleOrDefaultAsync(n => n.Id == id, cancellation) is not { } notice) return null;
        await AddChangesAsync(notice, cancellation);
        var told = await db.RiskDeliveries.Where(d => d.NoticeId == id).OrderBy(d => d.Enterprise!.Name).ThenBy(d => d.EnterpriseId)
            .Select(d => new ToldEnterprise(d.EnterpriseId, d.Enterprise!.Name, d.Reason, d.At)).ToPageAsync(new PageRequest(), cancellation);
        return new RiskAtDesk(notice, told);
    }

    /// <summary>The enterprises that were told of a notice, for a file.</summary>
    public IAsyncEnumerable<ToldEnterprise> StreamToldAsync(int id) => db.RiskDeliveries.Where(d => d.NoticeId == id).OrderBy(d => d.Enterprise!.Name).ThenBy(d => d.EnterpriseId)
        .Select(d => new ToldEnterprise(d.EnterpriseId, d.Enterprise!.Name, d.Reason, d.At)).AsAsyncEnumerable();

    /// <summary>What was done to a notice, newest first.</summary>
    public Task<Page<JournalLine>> HistoryAsync(int id, PageRequest page, CancellationToken cancellation) => journal.HistoryAsync(JournalSubjects.Risk, RiskDesk.Key(id), page, cancellation);

    /// <summary>Corridors to choose from.</summary>
    public async Task<IReadOnlyList<Corridor>> CorridorsAsync(CancellationToken cancellation) =>
        await db.Corridors.AsNoTracking().OrderBy(c => c.Name).ThenBy(c => c.Id).Take(MostChoices).ToListAsync(cancellation);

    private async Task AddChangesAsync(RiskNotice notice, CancellationToken cancellation)
    {
        RiskWriting.WithChanges(notice);
        List<int> unnamed = [.. notice.Corridors.Where(c => c.Corridor is null).Select(c => c.CorridorId)];
        if (unnamed.Count == 0) return;
        var corridors = await db.Corridors.AsNoTracking().Where(c => unnamed.Contains(c.Id)).OrderBy(c => c.Id).Take(unnamed.Count).ToListAsync(cancellation);
        notice.Corridors.RemoveAll(c => c.Corridor is null && !corridors.Exists(k => k.Id == c.CorridorId));
        foreach (var part in notice.Corridors.Where(c => c.Corridor is null)) part.Corridor = corridors.Find(k => k.Id == part.CorridorId);
    }

    private IQueryable<RiskNotice> WithScope() => db.RiskNotices.AsNoTracking().AsSplitQuery().Include(n => n.Countries).Include(n => n.Goods).Include(n => n.Corridors).ThenInclude(c => c.Corridor);

    private IQueryable<RiskRow> Rows(RiskFilter filter)
    {
        var today = time.Today;
        var rows = db.RiskNotices.AsNoTracking().Include(n => n.Countries).Include(n => n.Goods).Include(n => n.Corridors).ThenInclude(c => c.Corridor).AsSplitQuery();
        if (SearchWord.Of(filter.Words) is { } word) rows = rows.Where(n => n.Title.Contains(word) || n.Number.Contains(word));
        if (filter.State is { } state) rows = rows.Where(n => n.State == state);
        if (filter.Severity is { } severity) rows = rows.Where(n => n.Severity == severity);
        if (filter.IsPresent) rows = rows.Where(n => n.State == PublicationState.Published && n.From <= today && (n.Until == null || n.Until >= today));
        var ordered = (filter.Sort, filter.Descending) switch
        {
            (RiskSort.Until, false) => rows.OrderBy(n => n.Until).ThenBy(n => n.Id),
            (RiskSort.Until, true) => rows.OrderByDescending(n => n.Until).ThenByDescending(n => n.Id),
            (RiskSort.Number, false) => rows.OrderBy(n => n.Number).ThenBy(n => n.Id),
            (RiskSort.Number, true) => rows.OrderByDescending(n => n.Number).ThenByDescending(n => n.Id),
            (_, false) => rows.OrderBy(n => n.From).ThenBy(n => n.Id),
            _ => rows.OrderByDescending(n => n.From).ThenByDescending(n => n.Id),
        };
        return ordered.Select(n => new RiskRow(n, db.RiskDeliveries.Count(d => d.NoticeId == n.Id)));
    }
}
