using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Search;

/// <summary>Where a page stands.</summary>
/// <param name="Path">Its local address.</param>
/// <param name="IsTranslated">Whether its English address says something in English.</param>
public sealed record PublicPlace(string Path, bool IsTranslated);

/// <summary>The addresses of all pages that have a record: what the search knows is what the public may see.</summary>
public sealed class PublicAddresses(PortalDbContext db)
{
    /// <summary>Pages in one file of the site map, each with two addresses; the protocol allows 50,000 addresses and 50 MB (sitemaps.org).</summary>
    public const int PerFile = 10_000;

    /// <summary>The numbers of the files that hold any address, from 1. A file is a range of ids, so that it is read by the key however many there are.</summary>
    public async Task<IReadOnlyList<int>> FilesAsync(CancellationToken cancellation) =>
        await db.SearchEntries.Where(e => e.Kind != SearchKind.Page).Select(e => ((e.Id - 1) / PerFile) + 1).Distinct().OrderBy(f => f).ToListAsync(cancellation);

    /// <param name="file">From 1.</param>
    public async Task<IReadOnlyList<PublicPlace>> ListAsync(int file, CancellationToken cancellation)
    {
        if (file is < 1 or > int.MaxValue / PerFile) return [];
        var (after, last) = ((file - 1) * PerFile, file * PerFile);
        var entries = await db.SearchEntries.AsNoTracking().Where(e => e.Id > after && e.Id <= last && e.Kind != SearchKind.Page).OrderBy(e => e.Id)
            .Select(e => new { e.Kind, e.Address, e.EnterpriseId, HasEnglish = e.EnglishTitle != null }).ToListAsync(cancellation);
        // texts are translated one by one; everything else speaks both languages
        return [.. entries.Select(e => new PublicPlace(SearchEntry.PathOf(e.Address, e.EnterpriseId), e.HasEnglish || e.Kind is not (SearchKind.News or SearchKind.Policy)))];
    }
}
