using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Enterprises;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Investment.Opportunities;

/// <summary>The public opportunities of a page.</summary>
/// <param name="Industries">Industries of which there is one.</param>
public sealed record OpportunityList(Page<Opportunity> Rows, IReadOnlyList<IndustryTag> Industries);

/// <summary>What the public sees of the opportunities.</summary>
public sealed class OpportunityDirectory(PortalDbContext db, ChinaTime time)
{
    private const int MostIndustries = 200;

    /// <summary>Public opportunities that are not over, the latest first.</summary>
    /// <param name="tagId">Only of one industry; null for all.</param>
    public async Task<OpportunityList> ListAsync(int? tagId, PageRequest page, CancellationToken cancellation)
    {
        var today = time.Today;
        var open = db.Opportunities.AsNoTracking().Where(o => o.State == OpportunityState.Published && (o.OpenUntil == null || o.OpenUntil >= today));
        var industries = await db.Set<IndustryTag>().AsNoTracking().Where(t => open.Any(o => o.IndustryTagId == t.Id)).OrderBy(t => t.SortOrder).ThenBy(t => t.Id).Take(MostIndustries).ToListAsync(cancellation);
        var rows = tagId is { } tag ? open.Where(o => o.IndustryTagId == tag) : open;
        return new OpportunityList(
            await rows.Include(o => o.Park).Include(o => o.IndustryTag).OrderByDescending(o => o.PublishedOn).ThenByDescending(o => o.Id).ToPageAsync(page, cancellation), industries);
    }

    /// <summary>A public opportunity, also one that is over but not closed; null for anything else.</summary>
    public Task<Opportunity?> FindAsync(string slug, CancellationToken cancellation) => db.Opportunities.AsNoTracking().Include(o => o.Park).Include(o => o.IndustryTag).Include(o => o.ChainNode!.Chain)
        .SingleOrDefaultAsync(o => o.Slug == slug && o.State == OpportunityState.Published, cancellation);
}
