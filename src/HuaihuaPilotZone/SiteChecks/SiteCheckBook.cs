using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Operations;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.SiteChecks;

/// <summary>How the list of findings is ordered.</summary>
public enum SiteFindingSort
{
    /// <summary>Vetoes first, then the oldest; of those that are gone, the latest.</summary>
    Weight,

    Indicator,

    FirstSeen,

    LastSeen,
}

/// <summary>What the list of findings is narrowed to and how it is ordered.</summary>
/// <param name="IsOpen">False lists those that are gone.</param>
/// <param name="IsVeto">Only what alone fails the inspection, or only the rest; null for both.</param>
/// <param name="Text">Part of the sentence.</param>
public sealed record SiteFindingFilter(
    bool IsOpen = true, SiteIndicator? Indicator = null, bool? IsVeto = null, string? Text = null, SiteFindingSort Sort = SiteFindingSort.Weight, bool Descending = false);

/// <summary>The inspections of the site and what came of them.</summary>
public sealed class SiteCheckBook(PortalDbContext db, SiteInspector inspector, SiteFindingNotices notices, ChinaTime time) : IRegularWork
{
    /// <summary>Hour of the night, in Huaihua, from which the inspection of a day is due.</summary>
    public const int DueHour = 2;

    private const int MostAttempts = 3;

    /// <summary>Inspects the site unless that was done today; other sites are asked too, where that is switched on.</summary>
    /// <returns>Whether this call did it.</returns>
    public async Task<bool> InspectDueAsync(CancellationToken cancellation)
    {
        var today = time.Today;
        if (time.Now.Hour < DueHour || await db.SiteInspections.AnyAsync(i => i.Day == today, cancellation)) return false;
        return await InspectAsync(await inspector.LookAbroadAsync(cancellation), cancellation) is not null;
    }

    /// <summary>
    /// Inspects the site now: what is new is added and told to those who put it right, what is still there is brought up to date, what is gone
    /// is closed. Other sites are not asked, and what was found of them stays as it is.
    /// </summary>
    /// <returns>How many findings are open.</returns>
    public async Task<int> InspectAsync(CancellationToken cancellation)
    {
        // where another inspection ended in between, it may have begun before what is to be seen now
        for (var attempt = 1; attempt < MostAttempts; attempt++)
        {
            if (await InspectAsync(abroad: null, cancellation) is { } open) return open;
        }

        return await InspectAsync(abroad: null, cancellation) ?? await db.SiteFindings.CountAsync(f => f.GoneOn == null, cancellation);
    }

    /// <summary>Findings in the wanted order.</summary>
    public Task<Page<SiteFinding>> ListAsync(SiteFindingFilter filter, PageRequest page, CancellationToken cancellation) => Ordered(filter).ToPageAsync(page, cancellation);

    /// <summary>All rows of a list, for a file.</summary>
    public IAsyncEnumerable<SiteFinding> StreamAsync(SiteFindingFilter filter) => Ordered(filter).AsAsyncEnumerable();

    /// <summary>The latest inspection; null before the first.</summary>
    public Task<SiteInspection?> LastAsync(CancellationToken cancellation) =>
        db.SiteInspections.AsNoTracking().OrderByDescending(i => i.Day).FirstOrDefaultAsync(cancellation);

    string IRegularWork.Name => "网站自查";

    Task<DateTime?> IRegularWork.LastAsync(CancellationToken cancellation) =>
        db.SiteInspections.OrderByDescending(i => i.Day).Select(i => (DateTime?)i.At).FirstOrDefaultAsync(cancellation);

    /// <summary>How many findings are open, by indicator.</summary>
    public async Task<IReadOnlyDictionary<SiteIndicator, int>> CountAsync(CancellationToken cancellation) =>
        await db.SiteFindings.Where(f => f.GoneOn == null).GroupBy(f => f.Indicator).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);

    /// <returns>How many findings are open; null where another inspection was first.</returns>
    private async Task<int?> InspectAsync(IReadOnlyList<FoundOnSite>? abroad, CancellationToken cancellation)
    {
        List<FoundOnSite> found = [.. await inspector.LookAsync(cancellation), .. abroad ?? []];
        var open = await db.SiteFindings.Where(f => f.GoneOn == null).ToListAsync(cancellation);
        var fresh = await NoteAsync(found, open, cancellation);
        var there = found.Select(f => (f.Indicator, f.Key)).ToHashSet();
        var gone = open.Where(f => !there.Contains((f.Indicator, f.Key)) && (abroad is not null || f.Indicator != SiteIndicator.DeadForeignLink)).ToList();
        foreach (var finding in gone) finding.GoneOn = time.Today;
        var count = open.Count + fresh - gone.Count;
        await CountAsync(count, cancellation);
        await notices.TellAsync(cancellation);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return count;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return null;
        }
    }

    /// <returns>How many are open that were not before.</returns>
    private async Task<int> NoteAsync(List<FoundOnSite> found, List<SiteFinding> open, CancellationToken cancellation)
    {
        var today = time.Today;
        // what came back on the day it went is the same finding
        var closedToday = await db.SiteFindings.Where(f => f.GoneOn == today && f.FirstSeenOn == today).ToListAsync(cancellation);
        var known = open.Concat(closedToday).ToDictionary(f => (f.Indicator, f.Key));
        var fresh = 0;
        foreach (var one in found.DistinctBy(f => (f.Indicator, f.Key)))
        {
            if (known.TryGetValue((one.Indicator, one.Key), out var finding))
            {
                if (finding.GoneOn is not null) fresh++;
                (finding.IsVeto, finding.Text, finding.Address, finding.LastSeenOn, finding.GoneOn) = (one.IsVeto, one.Text, one.Address, today, null);
                continue;
            }

            fresh++;
            db.SiteFindings.Add(new SiteFinding
            {
                Indicator = one.Indicator,
                Key = one.Key,
                IsVeto = one.IsVeto,
                Text = one.Text,
                Address = one.Address,
                FirstSeenOn = today,
                LastSeenOn = today,
            });
        }

        return fresh;
    }

    private async Task CountAsync(int open, CancellationToken cancellation)
    {
        var today = time.Today;
        var inspection = await db.SiteInspections.SingleOrDefaultAsync(i => i.Day == today, cancellation);
        if (inspection is null) db.SiteInspections.Add(inspection = new SiteInspection { Day = today, At = time.UtcNow });
        (inspection.At, inspection.Open) = (time.UtcNow, open);
    }

    private IQueryable<SiteFinding> Ordered(SiteFindingFilter filter)
    {
        var findings = db.SiteFindings.AsNoTracking().Where(f => filter.IsOpen ? f.GoneOn == null : f.GoneOn != null);
        if (filter.Indicator is { } one) findings = findings.Where(f => f.Indicator == one);
        if (filter.IsVeto is { } isVeto) findings = findings.Where(f => f.IsVeto == isVeto);
        if (SearchWord.Of(filter.Text) is { } word) findings = findings.Where(f => f.Text.Contains(word));
        return (filter.Sort, filter.Descending) switch
        {
            (SiteFindingSort.Indicator, false) => findings.OrderBy(f => f.Indicator).ThenBy(f => f.Id),
            (SiteFindingSort.Indicator, true) => findings.OrderByDescending(f => f.Indicator).ThenByDescending(f => f.Id),
            (SiteFindingSort.FirstSeen, false) => findings.OrderBy(f => f.FirstSeenOn).ThenBy(f => f.Id),
            (SiteFindingSort.FirstSeen, true) => findings.OrderByDescending(f => f.FirstSeenOn).ThenByDescending(f => f.Id),
            (SiteFindingSort.LastSeen, false) => findings.OrderBy(f => f.GoneOn ?? f.LastSeenOn).ThenBy(f => f.Id),
            (SiteFindingSort.LastSeen, true) => findings.OrderByDescending(f => f.GoneOn ?? f.LastSeenOn).ThenByDescending(f => f.Id),
            _ when filter.IsOpen => findings.OrderByDescending(f => f.IsVeto).ThenBy(f => f.FirstSeenOn).ThenBy(f => f.Id),
            _ => findings.OrderByDescending(f => f.GoneOn).ThenByDescending(f => f.Id),
        };
    }
}
