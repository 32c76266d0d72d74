using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Content.News;
using HuaihuaPilotZone.Content.Policies;

namespace HuaihuaPilotZone.Web.Public.News;

/// <summary>What the address of the news list says.</summary>
public sealed class NewsQuery
{
    public const int PageSize = 10;

    public NewsColumn? Column { get; set; }

    public int? Year { get; set; }

    public int? Page { get; set; }
}

/// <summary>The news list.</summary>
/// <param name="Columns">Those that have something to read.</param>
public sealed record NewsListPage(NewsQuery Query, Page<NewsRow> Page, IReadOnlyList<int> Years, IReadOnlyList<NewsColumn> Columns);

/// <summary>One news item with its text ready to be shown.</summary>
/// <param name="IsPreview">True where an editor looks at a page that the public may not see.</param>
/// <param name="Interpreted">The policy document that it interprets.</param>
/// <param name="Today">The civil day of the visit.</param>
public sealed record NewsPage(NewsItem Item, RenderedText Text, PolicyReference? Interpreted, DateOnly Today, bool IsPreview)
{
    public static NewsPage Of(NewsItem item, PolicyReference? interpreted, DateOnly today, bool isPreview = false) => new(item, MarkdownText.Render(item.Body), interpreted, today, isPreview);
}
