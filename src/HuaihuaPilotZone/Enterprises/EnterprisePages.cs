using HuaihuaPilotZone.Enterprises.Showcase;
using HuaihuaPilotZone.Search;

namespace HuaihuaPilotZone.Enterprises;

/// <summary>What the public page of an enterprise shows: its entry, what it wants to be seen, and the news that name it.</summary>
public sealed class EnterprisePages(PublicDirectory directory, ShowcaseDesk showcase, SiteSearch search)
{
    private const int MostNews = 5;

    /// <returns>Null when it is hidden, has left or does not exist.</returns>
    public async Task<EnterprisePage?> FindAsync(int id, CancellationToken cancellation)
    {
        if (await directory.FindAsync(id, cancellation) is not { } entry) return null;
        return new EnterprisePage(entry, await showcase.ShownAsync(id, cancellation), await search.NamingAsync(entry.Name, SearchKind.News, MostNews, cancellation));
    }
}

/// <summary>The public page of an enterprise.</summary>
/// <param name="Shown">Products, brands and certificates that the park has let through and that are valid today.</param>
/// <param name="News">News that name it.</param>
public sealed record EnterprisePage(DirectoryEntry Entry, IReadOnlyList<ShowcaseRow> Shown, IReadOnlyList<SearchRow> News);
