using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.SiteChecks;

/// <summary>The inspections of the site and what came of them.</summary>
public sealed class SiteCheckBook(PortalDbContext db, SiteInspector inspector, ChinaTime time)
{
    /// <summary>Hour of the night, in Huaihua, from which the inspection of a day is due.</summary>
    public const int DueHour = 2;

    /// <summary>Inspects the site unless that was done today.</summary>
    /// <returns>Whether this call did it.</returns>
    public async Task<bool> InspectDueAsync(CancellationToken cancellation)
    {
        var today = time.Today;
        if (time.Now.Hour < DueHour || await db.SiteInspections.AnyAsync(i => i.Day == today, cancellation)) return false;
        try
        {
            await InspectAsync(cancellation);
            return true;
        }
        catch (DbUpdateException)
        {
            // another instance was first
            db.ChangeTracker.Clear();
            return false;
        }
    }

    /// <summary>Inspects the site now: what is new is added, what is still there is brought up to date, what is gone is closed.</summary>
    /// <returns>How many findings are open.</returns>
    public async Task<int> InspectAsync(CancellationToken cancellation)
    {
        var (today, found) = (time.Today, await inspector.LookAsync(cancellation));
        var open = await db.SiteFindings.Where(f => f.GoneOn == null).ToListAsync(cancellation);
        // what came back on the day it went is the same finding
        var closedToday = await db.SiteFindings.Where(f => f.GoneOn == today && f.FirstSeenOn == today).ToListAsync(cancellation);
        var known = open.Concat(closedToday).ToDictionary(f => (f.Indicator, f.Key));
        foreach (var one in found)
        {
            if (known.TryGetValue((one.Indicator, one.Key), out var finding))
                (finding.IsVeto, finding.Text, finding.Address, finding.LastSeenOn, finding.GoneOn) = (one.IsVeto, one.Text, one.Address, today, null);
            else
                db.SiteFindings.Add(new SiteFinding { Indicator = one.Indicator, Key = one.Key, IsVeto = one.IsVeto, Text = one.Text, Address = one.Address, FirstSeenOn = today, LastSeenOn = today });
        }

        var there = found.Select(f => (f.Indicator, f.Key)).ToHashSet();
        foreach (var gone in open.Where(f => !there.Contains((f.Indicator, f.Key)))) gone.GoneOn = today;
        var inspection = await db.SiteInspections.SingleOrDefaultAsync(i => i.Day == today, cancellation);
        if (inspection is null) db.SiteInspections.Add(inspection = new SiteInspection { Day = today, At = time.UtcNow });
        (inspection.At, inspection.Open) = (time.UtcNow, found.Count);
        await db.SaveChangesAsync(cancellation);
        return found.Count;
    }

    /// <summary>Findings, vetoes first, then the oldest.</summary>
    /// <param name="isOpen">False lists those that are gone, the latest first.</param>
    /// <param name="indicator">Null for all.</param>
    public Task<Page<SiteFinding>> ListAsync(bool isOpen, SiteIndicator? indicator, PageRequest page, CancellationToken cancellation)
    {
        var findings = db.SiteFindings.AsNoTracking().Where(f => isOpen ? f.GoneOn == null : f.GoneOn != null);
        if (indicator is { } one) findings = findings.Where(f => f.Indicator == one);
        var ordered = isOpen ? findings.OrderByDescending(f => f.IsVeto).ThenBy(f => f.FirstSeenOn).ThenBy(f => f.Id) : findings.OrderByDescending(f => f.GoneOn).ThenByDescending(f => f.Id);
        return ordered.ToPageAsync(page, cancellation);
    }

    /// <summary>The latest inspection; null before the first.</summary>
    public Task<SiteInspection?> LastAsync(CancellationToken cancellation) =>
        db.SiteInspections.AsNoTracking().OrderByDescending(i => i.Day).FirstOrDefaultAsync(cancellation);
}
