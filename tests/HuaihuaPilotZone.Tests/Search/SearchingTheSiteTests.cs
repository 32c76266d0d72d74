using System.Net;
using System.Text.Json;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Content.Policies;
using HuaihuaPilotZone.Figures;
using HuaihuaPilotZone.Figures.Indicators;
using HuaihuaPilotZone.Letters;
using HuaihuaPilotZone.Search;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Search;

/// <summary>The search as visitors and staff meet it.</summary>
public sealed class SearchingTheSiteTests(Portal portal)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_visitor_finds_a_policy_from_the_home_page_and_narrows_the_results()
    {
        var visitor = portal.Visit();
        Assert.Equal("/search", (await visitor.OpenAsync("/")).QuerySelector("form[role=search]")!.GetAttribute("action"));

        var page = await visitor.OpenAsync("/search?q=%E6%B5%B7%E5%A4%96%E4%BB%93");

        Assert.Contains(page.QuerySelectorAll("[data-result] h2 a"), a => a.TextContent == "关于拓展跨境电商出口推进海外仓建设的意见");
        Assert.Equal("海外仓", page.QuerySelector("[data-result] mark")!.TextContent);
        var policies = await visitor.OpenAsync(page.QuerySelector(".hh-tabs a[href*='kind=Policy']")!.GetAttribute("href")!);
        Assert.All(policies.QuerySelectorAll("[data-result]"), r => Assert.StartsWith("/policies/", r.GetAttribute("data-result"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_policy_among_the_results_says_whether_it_is_in_force_and_changes_at_the_next_request()
    {
        const string Title = "示例：跨境电商产业园入驻管理暂行办法";
        await using var own = Portal.Own();
        var slug = await own.WithDatabaseAsync(db => db.PolicyDocuments.Where(d => d.Title == Title).Select(d => d.Slug).SingleAsync(Cancellation));
        async Task<string?> ShownAsync() => (await own.Visit().OpenAsync($"/search?q={Uri.EscapeDataString("产业园入驻管理暂行办法")}"))
            .QuerySelector($"[data-result='/policies/{slug}'] [data-validity]")!.GetAttribute("data-validity");

        Assert.Equal("Repealed", await ShownAsync());
        await own.WithDatabaseAsync(async db =>
        {
            (await db.PolicyDocuments.SingleAsync(d => d.Slug == slug, Cancellation)).RepealedOn = null;
            return await db.SaveChangesAsync(Cancellation);
        });
        Assert.Equal("InForce", await ShownAsync());
        Assert.Empty((await own.Visit().OpenAsync("/search?q=%E5%B9%BF%E4%BA%A4%E4%BC%9A&kind=News")).QuerySelectorAll("[data-result^='/news/'] [data-validity]"));
    }

    [Fact]
    public async Task What_was_published_or_withdrawn_is_found_or_gone_at_the_next_request()
    {
        var editor = await portal.VisitAsAsync("editor");
        var created = await editor.SubmitAsync("/park/news/new", new()
        {
            ["Title"] = "索引测试的独特词鹳雀",
            ["Summary"] = "摘要",
            ["Body"] = "正文里有**褐马鸡**。",
            ["Column"] = "Notice",
        });
        var edit = created.Headers.Location!.ToString();
        Assert.Empty(await ResultsAsync("鹳雀"));

        await editor.SubmitAsync(edit, [], edit + "/publish");
        var address = Assert.Single(await ResultsAsync("鹳雀"));
        Assert.Equal(address, Assert.Single(await ResultsAsync("褐马鸡")));

        await editor.SubmitAsync(edit + "/withdraw", new() { ["Reason"] = "测试撤回" });
        Assert.Empty(await ResultsAsync("鹳雀"));
    }

    [Fact]
    public async Task What_is_not_public_is_never_found()
    {
        var closed = await portal.WithDatabaseAsync(db => db.PolicyDocuments.AsNoTracking().FirstAsync(p => p.Openness == Openness.Closed, Cancellation));
        var onRequest = await portal.WithDatabaseAsync(db => db.SearchEntries.AsNoTracking().Where(e => e.Kind == SearchKind.Policy && e.Title.Contains("信用融资风险评估细则")).SingleAsync(Cancellation));

        Assert.DoesNotContain(await ResultsAsync("内部值班安排"), r => r == $"/policies/{closed.Slug}");
        Assert.DoesNotContain("用于展示政策文件", onRequest.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_enterprise_that_is_no_longer_shown_is_no_longer_found()
    {
        var id = await portal.HasEnterpriseAsync("搜索测试鸬鹚有限公司");
        await SetPublicAsync(id, true);
        Assert.Equal($"/enterprises/{id}", Assert.Single(await ResultsAsync("鸬鹚")));

        await SetPublicAsync(id, false);

        Assert.Empty(await ResultsAsync("鸬鹚"));
    }

    [Fact]
    public async Task What_an_act_took_back_was_never_found()
    {
        var id = await portal.HasEnterpriseAsync("搜索测试白鹇有限公司", isPublic: true);
        var inside = "";

        var outcome = await portal.WithDatabaseAsync(db => db.InTransactionAsync(
            async token =>
            {
                var enterprise = await db.Enterprises.SingleAsync(e => e.Id == id, token);
                enterprise.Name = "搜索测试黑鹳有限公司";
                await db.SaveChangesAsync(token);
                inside = await db.SearchEntries.AsNoTracking().Where(e => e.EnterpriseId == id).Select(e => e.Title).SingleAsync(token);
                return Outcome.Refused("改名有误。");
            },
            Cancellation));

        Assert.False(outcome.IsDone);
        Assert.Equal("搜索测试黑鹳有限公司", inside);
        Assert.Empty(await ResultsAsync("黑鹳"));
        Assert.Equal("搜索测试白鹇有限公司", await portal.WithDatabaseAsync(db => db.SearchEntries.AsNoTracking().Where(e => e.EnterpriseId == id).Select(e => e.Title).SingleAsync(Cancellation)));
    }

    [Fact]
    public async Task An_indicator_is_found_by_what_is_published_of_it_and_by_nothing_else()
    {
        var (series, code) = await portal.WithDatabaseAsync(async db =>
        {
            var first = await db.IndicatorSeries.AsNoTracking().Include(s => s.Indicator).Where(s => s.Kind == FigureKind.Measured).OrderBy(s => s.Id).FirstAsync(Cancellation);
            return (first.Id, first.Indicator!.Code);
        });
        var id = await portal.WithDatabaseAsync(async db =>
        {
            var value = new Observation
            {
                SeriesId = series,
                Period = "2026-10-31",
                Value = 87654.5m,
                Source = "测试来源獬豸",
                Status = FigureStatus.Demonstration,
                EnteredBy = "测试",
                EnteredAt = DateTime.UnixEpoch,
            };
            db.Observations.Add(value);
            await db.SaveChangesAsync(Cancellation);
            return value.Id;
        });
        Assert.Empty(await ResultsAsync("獬豸"));

        await SetAsync(ObservationState.Published);
        Assert.Equal($"/statistics/{code}", Assert.Single(await ResultsAsync("獬豸")));
        Assert.Contains($"/statistics/{code}", await ResultsAsync("87654.5"));
        Assert.Contains($"/statistics/{code}", await ResultsAsync("87,654.5"));

        await SetAsync(ObservationState.Withdrawn);
        Assert.Empty(await ResultsAsync("獬豸"));

        Task<int> SetAsync(ObservationState state) => portal.WithDatabaseAsync(async db =>
        {
            (await db.Observations.SingleAsync(o => o.Id == id, Cancellation)).State = state;
            return await db.SaveChangesAsync(Cancellation);
        });
    }

    [Fact]
    public async Task A_letter_is_found_by_its_published_copy_alone()
    {
        var id = await portal.WithDatabaseAsync(async db =>
        {
            var letter = new Letter
            {
                Number = "XJ-20260101-9901",
                CodeHash = "",
                Kind = LetterKind.Consultation,
                Title = "原信里的狴犴",
                Body = "原信正文",
                WantsPublication = true,
                PrivacyNoticeVersion = "1",
                ReceivedAt = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc),
                LimitDays = 5,
                State = LetterState.Answered,
                Reply = "原信答复",
                RepliedAt = new DateTime(2026, 1, 5, 0, 0, 0, DateTimeKind.Utc),
                TakenDays = 2,
                PublicTitle = "公开稿的貔貅",
                PublicBody = "公开正文",
                PublicReply = "公开答复的麒麟",
            };
            db.Letters.Add(letter);
            await db.SaveChangesAsync(Cancellation);
            return letter.Id;
        });
        Assert.Empty(await ResultsAsync("貔貅"));

        await SetAsync(PublicationState.Published);
        Assert.Equal("/letters/XJ-20260101-9901", Assert.Single(await ResultsAsync("貔貅")));
        Assert.Equal("/letters/XJ-20260101-9901", Assert.Single(await ResultsAsync("麒麟")));
        Assert.Empty(await ResultsAsync("狴犴"));

        await SetAsync(PublicationState.Withdrawn);
        Assert.Empty(await ResultsAsync("貔貅"));

        Task<int> SetAsync(PublicationState state) => portal.WithDatabaseAsync(async db =>
        {
            (await db.Letters.SingleAsync(l => l.Id == id, Cancellation)).PublicState = state;
            return await db.SaveChangesAsync(Cancellation);
        });
    }

    [Fact]
    public async Task Who_types_a_wrong_character_is_asked_and_led_to_the_right_one_in_both_languages()
    {
        await ReadVocabularyAsync();
        foreach (var (language, words) in new[] { ("", "您是不是要找"), ("/en", "Did you mean") })
        {
            var page = await portal.Visit().OpenAsync($"{language}/search?q=%E6%B5%B7%E5%A4%96%E8%8B%8D");

            Assert.Equal("海外苍", page.QuerySelector("main input[name=q]")!.GetAttribute("value"));
            var asked = page.QuerySelector("[data-correction]")!;
            Assert.Contains(words, asked.TextContent, StringComparison.Ordinal);
            var link = asked.QuerySelector("a")!.GetAttribute("href")!;
            Assert.StartsWith($"{language}/search?q=", link, StringComparison.Ordinal);
            var found = await portal.Visit().OpenAsync(link);
            Assert.Null(found.QuerySelector("[data-correction]"));
            Assert.Contains(found.QuerySelectorAll("mark"), m => m.TextContent == "海外仓");
        }
    }

    [Fact]
    public async Task Titles_are_offered_for_pinyin_too()
    {
        await ReadVocabularyAsync();
        using var answer = await portal.Visit().GetAsync("/search/suggest?q=guanshuifa");

        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation));
        Assert.Contains(json.RootElement.EnumerateArray(), s => s.GetProperty("title").GetString() == "中华人民共和国关税法");
    }

    [Fact]
    public async Task A_script_in_a_query_stays_text()
    {
        var page = await portal.Visit().OpenAsync("/search?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E");

        Assert.DoesNotContain(page.QuerySelectorAll("main script"), s => s.TextContent.Contains("alert", StringComparison.Ordinal));
        Assert.Equal("<script>alert(1)</script>", page.QuerySelector("main input[name=q]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Titles_are_offered_while_typing()
    {
        using var answer = await portal.Visit().GetAsync("/search/suggest?q=%E5%85%B3%E7%A8%8E");

        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation));
        Assert.Contains(json.RootElement.EnumerateArray(), s => s.GetProperty("title").GetString() == "中华人民共和国关税法");
    }

    [Fact]
    public async Task Staff_add_synonyms_that_count_at_once_and_only_editors_may()
    {
        Assert.Empty(await ResultsAsync("伏尔加玩具熊"));
        var editor = await portal.VisitAsAsync("editor");
        await (await editor.SubmitAsync("/park/search/new", new() { ["Words"] = "只有一个" })).RefusedWithAsync("至少写两个词");

        await editor.SubmitAsync("/park/search/new", new() { ["Words"] = "伏尔加玩具熊、关税法" });

        Assert.NotEmpty(await ResultsAsync("伏尔加玩具熊"));
        var list = await editor.OpenAsync("/park/search?q=%E4%BC%8F%E5%B0%94%E5%8A%A0");
        var row = Assert.Single(list.QuerySelectorAll("[data-synonym]"));
        var reviewer = await portal.VisitAsAsync("reviewer");
        Assert.Equal(HttpStatusCode.Forbidden, (await reviewer.GetAsync("/park/search/new")).StatusCode);
        await editor.SubmitAsync("/park/search?q=%E4%BC%8F%E5%B0%94%E5%8A%A0", [], $"/park/search/{row.GetAttribute("data-synonym")}/remove");
        Assert.Empty(await ResultsAsync("伏尔加玩具熊"));
    }

    [Fact]
    public async Task The_index_can_be_built_anew_in_the_background()
    {
        await portal.WithDatabaseAsync(db => db.SearchEntries.Where(e => e.Title == "中华人民共和国关税法").ExecuteDeleteAsync(Cancellation));
        var editor = await portal.VisitAsAsync("editor");

        var answer = await editor.SubmitAsync("/park/search", [], "/park/search/rebuild");

        Assert.Equal("/park/jobs", answer.LedTo());
        for (var i = 0; i < 100 && (await ResultsAsync("关税法")).Count == 0; i++) await Task.Delay(100, Cancellation);
        Assert.NotEmpty(await ResultsAsync("关税法"));
    }

    private async Task ReadVocabularyAsync()
    {
        await using var scope = portal.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SearchVocabularyReader>().RefreshAsync(Cancellation);
    }

    private async Task<IReadOnlyList<string>> ResultsAsync(string words)
    {
        var page = await portal.Visit().OpenAsync($"/search?q={Uri.EscapeDataString(words)}");
        return page.QuerySelector("[role=status].hh-callout") is null ? [.. page.QuerySelectorAll("[data-result]").Select(r => r.GetAttribute("data-result")!)] : [];
    }

    private Task<int> SetPublicAsync(int id, bool isPublic) => portal.WithDatabaseAsync(async db =>
    {
        var enterprise = await db.Enterprises.SingleAsync(e => e.Id == id, Cancellation);
        enterprise.IsPublic = isPublic;
        return await db.SaveChangesAsync(Cancellation);
    });
}
