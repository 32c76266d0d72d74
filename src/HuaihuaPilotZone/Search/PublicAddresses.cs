using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Search;

/// <summary>The addresses of all pages that have a record: what the search knows is what the public may see.</summary>
public sealed class PublicAddresses(PortalDbContext db)
{
    /// <summary>Addresses in one file of the site map; the protocol allows 50,000 (sitemaps.org).</summary>
    public const int PerFile = 10_000;

    /// <returns>How many files the addresses fill.</returns>
    public async Task<int> CountFilesAsync(CancellationToken cancellation) =>
        (await db.SearchEntries.CountAsync(cancellation) + PerFile - 1) / PerFile;

    /// <param name="file">From 1.</param>
    public async Task<IReadOnlyList<string>> ListAsync(int file, CancellationToken cancellation)
    {
        if (file < 1) return [];
        var entries = await db.SearchEntries.AsNoTracking().OrderBy(e => e.Id).Skip((file - 1) * PerFile).Take(PerFile)
            .Select(e => new { e.Address, e.EnterpriseId }).ToListAsync(cancellation);
        return [.. entries.Select(e => SearchEntry.PathOf(e.Address, e.EnterpriseId))];
    }
}
