using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Enterprises.Showcase;
using HuaihuaPilotZone.Search;
using HuaihuaPilotZone.Search.Text;

namespace HuaihuaPilotZone.Enterprises;

/// <summary>What the public page of an enterprise shows: its entry, what it wants to be seen, and the news that name it.</summary>
public sealed class EnterprisePages(PublicDirectory directory, ShowcaseDesk showcase, SiteSearch search)
{
    private const int MostNews = 5;

    /// <returns>Null when it is hidden, has left or does not exist.</returns>
    public async Task<EnterprisePage?> FindAsync(int id, CancellationToken cancellation)
    {
        if (await directory.FindAsync(id, cancellation) is not { } entry) return null;
        return new EnterprisePage(entry, await showcase.ShownAsync(id, cancellation), await NewsAsync(entry.Name, cancellation));
    }

    private async Task<IReadOnlyList<SearchRow>> NewsAsync(string name, CancellationToken cancellation)
    {
        var answer = await search.FindAsync(new SearchFilter(name, SearchKind.News), new PageRequest(1, MostNews), cancellation);
        // a page that has only the characters of the name, here and there, does not speak of it
        return answer.IsLoose ? [] : [.. answer.Page.Rows.Where(r => Names(r.Title, name) || Names(r.Passage, name))];
    }

    private static bool Names(IReadOnlyList<Passage> text, string name) => string.Concat(text.Select(p => p.Text)).Contains(name, StringComparison.Ordinal);
}

/// <summary>The public page of an enterprise.</summary>
/// <param name="Shown">Products, brands and certificates that the park has let through and that are valid today.</param>
/// <param name="News">News that name it.</param>
public sealed record EnterprisePage(DirectoryEntry Entry, IReadOnlyList<ShowcaseRow> Shown, IReadOnlyList<SearchRow> News);
