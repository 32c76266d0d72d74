using System.Globalization;
using AutoMapper;
using AutoMapper.QueryableExtensions;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Enterprises;

/// <summary>Reads the roster for the park's staff and for the enterprise itself.</summary>
public sealed class EnterpriseRoster(PortalDbContext db, IMapper mapper, PortalJournal journal)
{
    private const int MostChoices = 200;

    public async Task<Page<RosterRow>> ListAsync(RosterQuery query, PageRequest page, CancellationToken cancellation)
    {
        var found = Filter(db.Enterprises.AsNoTracking(), query);
        var total = await found.CountAsync(cancellation);
        var rows = await Sort(found, query.Sort).Skip(page.Skip).Take(page.Size)
            .ProjectTo<RosterRow>(mapper.ConfigurationProvider).ToListAsync(cancellation);
        return new Page<RosterRow>(rows, page.Number, page.Size, total);
    }

    /// <summary>How many enterprises each stage has under the query's other conditions.</summary>
    public async Task<StageCounts> CountStagesAsync(RosterQuery query, CancellationToken cancellation)
    {
        var counts = await Filter(db.Enterprises.AsNoTracking(), query with { Stage = null })
            .GroupBy(e => e.Stage).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellation);
        return new StageCounts(counts.ToDictionary(c => c.Key, c => c.Count));
    }

    /// <summary>One enterprise with everything that belongs to it; not tracked.</summary>
    public Task<Enterprise?> FindAsync(int id, CancellationToken cancellation) =>
        db.Enterprises.AsNoTracking().AsSplitQuery()
            .Include(e => e.ParkArea)
            .Include(e => e.Tags.OrderBy(t => t.IndustryTag!.SortOrder)).ThenInclude(t => t.IndustryTag)
            .Include(e => e.Contacts.OrderBy(c => c.Id))
            .Include(e => e.StageChanges.OrderByDescending(c => c.Id))
            .Include(e => e.FilingProfile)
            .SingleOrDefaultAsync(e => e.Id == id, cancellation);

    /// <summary>What was done to an enterprise's record, newest first.</summary>
    public Task<Page<JournalLine>> HistoryAsync(int id, PageRequest page, CancellationToken cancellation) =>
        journal.HistoryAsync(JournalSubjects.Enterprise, id.ToString(CultureInfo.InvariantCulture), page, cancellation);

    /// <summary>The last act on an enterprise's record: whoever is in conflict wants to know who was faster.</summary>
    internal async Task<JournalLine?> LastActAsync(int id, CancellationToken cancellation) =>
        (await HistoryAsync(id, new PageRequest(1, 1), cancellation)).Rows is [var line] ? line : null;

    /// <summary>Park areas and industries in their order.</summary>
    public async Task<RosterChoices> ChoicesAsync(CancellationToken cancellation) => new(
        await db.Set<ParkArea>().AsNoTracking().OrderBy(a => a.SortOrder).ThenBy(a => a.Id).Take(MostChoices).ToListAsync(cancellation),
        await db.Set<IndustryTag>().AsNoTracking().OrderBy(t => t.SortOrder).ThenBy(t => t.Id).Take(MostChoices).ToListAsync(cancellation));

    private static IQueryable<Enterprise> Filter(IQueryable<Enterprise> enterprises, RosterQuery query)
    {
        if (SearchWord.Upper(query.Word) is { } word) enterprises = enterprises.Where(e => e.SearchText.Contains(word));
        if (query.Type is { } type) enterprises = enterprises.Where(e => e.Type == type);
        if (query.Stage is { } stage) enterprises = enterprises.Where(e => e.Stage == stage);
        if (query.AreaId is { } area) enterprises = enterprises.Where(e => e.ParkAreaId == area);
        if (query.TagId is { } tag) enterprises = enterprises.Where(e => e.Tags.Any(t => t.IndustryTagId == tag));
        return enterprises;
    }

    private static IOrderedQueryable<Enterprise> Sort(IQueryable<Enterprise> enterprises, RosterSort sort) => (sort switch
    {
        RosterSort.Oldest => enterprises.OrderBy(e => e.StageSince),
        RosterSort.Name => enterprises.OrderBy(e => e.Name),
        RosterSort.Updated => enterprises.OrderByDescending(e => e.UpdatedAt),
        _ => enterprises.OrderByDescending(e => e.StageSince),
    }).ThenBy(e => e.Id);
}
