using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Enterprises;

/// <summary>Reads the roster for the park's staff and for the enterprise itself.</summary>
public sealed class EnterpriseRoster(PortalDbContext db, PortalJournal journal)
{
    private const int MostChoices = 200;

    /// <summary>One enterprise with everything that belongs to it; not tracked.</summary>
    public Task<Enterprise?> FindAsync(int id, CancellationToken cancellation) =>
        db.Enterprises.AsNoTracking().AsSplitQuery()
            .Include(e => e.ParkArea)
            .Include(e => e.Tags.OrderBy(t => t.IndustryTag!.SortOrder)).ThenInclude(t => t.IndustryTag)
            .Include(e => e.Markets.OrderBy(m => m.Market))
            .Include(e => e.FormerNames.OrderByDescending(n => n.Id))
            .Include(e => e.FormerCodes.OrderByDescending(c => c.Id))
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
        await db.Set<IndustryTag>().AsNoTracking().OrderBy(t => t.SortOrder).ThenBy(t => t.Id).Take(MostChoices).ToListAsync(cancellation))
    {
        Parks = await db.Parks.AsNoTracking().OrderBy(p => p.Name).ThenBy(p => p.Id).Take(MostChoices).Select(p => new KeyValuePair<int, string>(p.Id, p.Name)).ToListAsync(cancellation),
    };
}
