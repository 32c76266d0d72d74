using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Content.English;
using HuaihuaPilotZone.Content.News;
using HuaihuaPilotZone.Content.Policies;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Setup.PublicPages;

namespace HuaihuaPilotZone.Web.Public.News;

/// <summary>What the address of the news list says.</summary>
public sealed class NewsQuery
{
    public const int PageSize = 10;

    /// <summary>Code of a column; an unknown one narrows nothing.</summary>
    public string? Column { get; set; }

    public int? Year { get; set; }

    public int? Page { get; set; }
}

/// <summary>The news list.</summary>
/// <param name="Column">What it is narrowed to.</param>
/// <param name="Tabs">The columns that have something to read.</param>
/// <param name="Columns">All columns, for the names.</param>
/// <param name="English">English titles by slug; empty on Chinese pages.</param>
public sealed record NewsListPage(
    NewsQuery Query, ColumnInfo? Column, Page<NewsRow> Page, IReadOnlyList<int> Years, IReadOnlyList<ColumnInfo> Tabs, ColumnList Columns, IReadOnlyDictionary<string, EnglishTitle> English);

/// <summary>One news item with its text ready to be shown.</summary>
/// <param name="Column">Where it stands.</param>
/// <param name="Interpreted">The policy document that it interprets.</param>
/// <param name="Today">The civil day of the visit.</param>
/// <param name="IsPreview">True where an editor looks at a page that the public may not see.</param>
/// <param name="English">Its published English version; null where there is none.</param>
public sealed record NewsPage(NewsItem Item, ColumnInfo Column, RenderedText Text, PolicyReference? Interpreted, DateOnly Today, bool IsPreview, EnglishVersion? English) : LongPage
{
    /// <summary>The English version in the place of the Chinese text, on an English page.</summary>
    public EnglishVersion? Shown => PageAddress.IsEnglish ? English : null;

    public override int Characters => CharactersOf(Item, Item.Body) + CharactersOf(English, English?.Body) + Text.Html.Length;

    public static NewsPage Of(NewsItem item, ColumnInfo column, PolicyReference? interpreted, DateOnly today, bool isPreview = false, EnglishVersion? english = null)
    {
        var body = PageAddress.IsEnglish && english is { Body.Length: > 0 } ? english.Body : item.Body;
        return new(item, column, MarkdownText.Render(body, PageAddress.Here), interpreted, today, isPreview, english);
    }
}
