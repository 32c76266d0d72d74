using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Content.News;
using HuaihuaPilotZone.Search;
using HuaihuaPilotZone.Search.Text;

namespace HuaihuaPilotZone.Tests.Search;

/// <summary>The same queries against both engines.</summary>
public sealed class FindingPagesTests(BothEngines engines) : IClassFixture<BothEngines>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(SearchEngineKind.FullText)]
    [InlineData(SearchEngineKind.Postings)]
    public async Task At_least_95_of_100_labelled_pages_are_among_the_first_ten(SearchEngineKind kind)
    {
        await using var scope = engines.Open(kind);
        var missed = new List<string>();
        foreach (var (query, wanted) in LabelledQueries.All)
        {
            var rows = (await scope.Search.FindAsync(new SearchFilter(query), new PageRequest(1, 10), Cancellation)).Page.Rows;
            if (!rows.Any(r => TitleOf(r).StartsWith(wanted, StringComparison.Ordinal))) missed.Add($"{query} → {wanted}: {string.Join(" | ", rows.Select(TitleOf))}");
        }

        Assert.True(LabelledQueries.All.Count >= 60);
        Assert.True(missed.Count <= LabelledQueries.All.Count * 0.05, string.Join('\n', missed));
    }

    /// <summary>Pages of the program have no record: they are there after a rebuild as well.</summary>
    [Theory]
    [InlineData("班期", "/timetable")]
    [InlineData("时刻表", "/timetable")]
    [InlineData("路线比选", "/planner")]
    [InlineData("查询箱号", "/tracking")]
    [InlineData("时限计算", "/tools/deadlines")]
    [InlineData("代码查询", "/codes")]
    [InlineData("开放数据", "/open-data")]
    [InlineData("Timetable", "/timetable")]
    [InlineData("settlement cost", "/tools/settlement-cost")]
    public async Task A_page_without_a_record_is_found_in_both_languages(string query, string address)
    {
        foreach (var kind in Enum.GetValues<SearchEngineKind>())
        {
            await using var scope = engines.Open(kind);

            var rows = (await scope.Search.FindAsync(new SearchFilter(query), new PageRequest(1, 5), Cancellation)).Page.Rows;

            Assert.Contains(address, rows.Select(r => r.Path));
            var found = rows.First(r => r.Path == address);
            Assert.Equal(SearchKind.Page, found.Kind);
        }
    }

    [Theory]
    [InlineData(SearchEngineKind.FullText)]
    [InlineData(SearchEngineKind.Postings)]
    public async Task A_number_stands_first_and_the_words_are_marked(SearchEngineKind kind)
    {
        await using var scope = engines.Open(kind);

        var first = (await scope.Search.FindAsync(new SearchFilter("国办发[2017]47号"), new PageRequest(), Cancellation)).Page.Rows[0];
        var law = (await scope.Search.FindAsync(new SearchFilter("关税法"), new PageRequest(), Cancellation)).Page.Rows[0];

        Assert.Equal("政府网站发展指引", TitleOf(first));
        Assert.Equal(new Passage("关税法", true), law.Title[^1]);
    }

    [Theory]
    [InlineData(SearchEngineKind.FullText)]
    [InlineData(SearchEngineKind.Postings)]
    public async Task The_title_itself_comes_before_words_in_the_title_and_in_the_text_and_what_is_old_or_a_sample_behind_its_like(SearchEngineKind kind)
    {
        const string Word = "朱鹮栖息地";
        await using var scope = engines.Open(kind);
        var (now, old) = (new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc), new DateTime(2019, 5, 1, 0, 0, 0, DateTimeKind.Utc));
        // in an order that is none of the expected one
        scope.Database.News.AddRange(
            News("in-text", "观测点的巡查", $"文中提到{Word}。", now), News("sample", $"示例：{Word}巡查", "样例", now, isSample: true), News("old", $"{Word}巡查往年安排", "旧闻", old),
            News("itself", Word, "介绍", old), News("new", $"{Word}巡查今年安排", "新闻", now));
        await scope.Database.SaveChangesAsync(Cancellation);

        var rows = (await scope.Search.FindAsync(new SearchFilter(Word), new PageRequest(), Cancellation)).Page.Rows;

        Assert.Equal(["/news/itself", "/news/new", "/news/old", "/news/sample", "/news/in-text"], rows.Select(r => r.Path));

        static NewsItem News(string slug, string title, string body, DateTime publishedAt, bool isSample = false) => new()
        {
            Slug = slug,
            Title = title,
            Summary = "摘要",
            Body = body,
            Column = NewsColumn.Notice,
            State = PublicationState.Published,
            PublishedAt = publishedAt,
            IsDemonstration = isSample,
            CreatedAt = publishedAt,
            UpdatedAt = publishedAt,
        };
    }

    [Theory]
    [InlineData(SearchEngineKind.FullText)]
    [InlineData(SearchEngineKind.Postings)]
    public async Task The_counts_of_kinds_and_years_add_up_and_narrow(SearchEngineKind kind)
    {
        await using var scope = engines.Open(kind);
        var all = await scope.Search.FindAsync(new SearchFilter("怀化"), new PageRequest(1, 5), Cancellation);

        var news = await scope.Search.FindAsync(new SearchFilter("怀化", SearchKind.News), new PageRequest(2, 5), Cancellation);

        Assert.Equal(all.Page.Total, all.Kinds.Sum(k => k.Count));
        Assert.Equal(all.Kinds.Single(k => k.Value == SearchKind.News).Count, news.Page.Total);
        Assert.All(news.Page.Rows, r => Assert.Equal(SearchKind.News, r.Kind));
        Assert.Equal(all.Kinds, news.Kinds);
        var year = news.Years[0];
        Assert.Equal(year.Count, (await scope.Search.FindAsync(new SearchFilter("怀化", SearchKind.News, year.Value), new PageRequest(), Cancellation)).Page.Total);
    }

    [Theory]
    [InlineData(SearchEngineKind.FullText)]
    [InlineData(SearchEngineKind.Postings)]
    public async Task What_nobody_wrote_in_one_place_is_answered_with_parts_of_it(SearchEngineKind kind)
    {
        await using var scope = engines.Open(kind);

        var answer = await scope.Search.FindAsync(new SearchFilter("海外仓与竹木制品在万象"), new PageRequest(), Cancellation);

        Assert.True(answer.IsLoose);
        Assert.Contains(answer.Page.Rows, r => TitleOf(r).Contains("竹木", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("海外仓 OR NEAR(")]
    [InlineData("title: *")]
    [InlineData("' ; drop table SearchEntries --")]
    [InlineData("% _ [a-z]")]
    [InlineData("\u0000\ud83d")]
    [InlineData("𠮷野家")]
    [InlineData("的")]
    public async Task Nothing_typed_is_an_operator_or_a_fault(string typed)
    {
        foreach (var kind in Enum.GetValues<SearchEngineKind>())
        {
            await using var scope = engines.Open(kind);
            await scope.Search.FindAsync(new SearchFilter(typed), new PageRequest(), Cancellation);
            await scope.Search.SuggestAsync(typed, Cancellation);
        }
    }

    [Fact]
    public void A_query_is_read_in_parts_with_their_synonyms()
    {
        var query = SearchQuery.Read("怀化陆港怎么订舱 9号", [["陆港", "内陆港", "无水港"]]);

        Assert.Equal(["怀化", "陆港", "内陆港", "无水港", "订舱", "9", "号"], query.Words);
        Assert.Equal(["内陆", "陆港"], query.Parts[1].Phrases[1].Terms);
        Assert.False(query.Parts[3].Phrases[0].IsPrefix);
        Assert.True(query.Parts[4].Phrases[0].IsPrefix);
    }

    [Fact]
    public void A_passage_shows_where_the_word_stands()
    {
        var text = new string('甲', 300) + "海外仓" + new string('乙', 300);

        var passage = Passages.Around(text, ["海外仓"], 60);

        Assert.Equal("海外仓", Assert.Single(passage, p => p.IsHit).Text);
        Assert.Equal("…", passage[0].Text);
        Assert.Equal("…", passage[^1].Text);
        Assert.Equal(60, passage.Sum(p => p.Text.Length) - 2);
    }

    private static string TitleOf(SearchRow row) => string.Concat(row.Title.Select(p => p.Text));
}
