using System.Net;
using HuaihuaPilotZone.Content.Editorial;
using HuaihuaPilotZone.Content.News;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Content;

/// <summary>Columns of the staff: added, renamed, retired and taken up again; what the public sees of it, and what is refused.</summary>
public sealed class AddingColumnsTests
{
    private static readonly CancellationToken _none = CancellationToken.None;

    [Fact]
    public async Task A_column_of_the_staff_takes_texts_and_stands_in_tabs_feeds_site_map_and_subscriptions_in_both_languages()
    {
        await using var own = Portal.Own();
        var editor = await own.VisitAsAsync("editor");
        Assert.DoesNotContain("展会活动", (await own.Visit().OpenAsync("/site-map")).Content(), StringComparison.Ordinal);
        await AddAsync(editor);
        Assert.Contains("展会活动", (await own.Visit().OpenAsync("/site-map")).Content(), StringComparison.Ordinal);
        Assert.Null((await own.Visit().OpenAsync("/news")).QuerySelector("a[href*='column=exhibitions']"));

        await PublishAsync(editor, "fair-2026", "exhibitions");

        var visitor = own.Visit();
        Assert.Equal("展会活动", (await visitor.OpenAsync("/news")).QuerySelector(".hh-tabs a[href*='column=exhibitions']")!.TextContent.Trim());
        Assert.Contains("展会活动", (await visitor.OpenAsync("/news/fair-2026")).QuerySelector(".hh-tag")!.TextContent, StringComparison.Ordinal);
        Assert.Single((await visitor.OpenAsync("/news?column=exhibitions")).QuerySelectorAll("[data-news]"));
        Assert.Contains("示例：展会", await (await visitor.GetAsync("/feeds/news/exhibitions.atom")).Content.ReadAsStringAsync(_none), StringComparison.Ordinal);
        Assert.Equal("Exhibitions", (await visitor.OpenAsync("/en/news")).QuerySelector(".hh-tabs a[href*='column=exhibitions']")!.TextContent.Trim());
        Assert.Contains("Exhibitions", (await visitor.OpenAsync("/en/site-map")).Content(), StringComparison.Ordinal);
        Assert.NotNull((await visitor.OpenAsync("/en/subscriptions?topic=news.exhibitions")).QuerySelector("input[value='news.exhibitions'][checked]"));
        Assert.Contains("news.column-added", await ActsAsync(own));
    }

    [Fact]
    public async Task A_new_name_is_on_every_page_at_the_next_request_and_the_address_stays()
    {
        await using var own = Portal.Own();
        var editor = await own.VisitAsAsync("editor");
        await AddAsync(editor);
        await PublishAsync(editor, "fair-2026", "exhibitions");
        Assert.Contains("展会活动", (await own.Visit().OpenAsync("/news/fair-2026")).Content(), StringComparison.Ordinal);

        await editor.SubmitAsync("/park/columns/exhibitions", new() { ["Name"] = "会展", ["EnglishName"] = "Fairs" }, "/park/columns/exhibitions");

        Assert.Contains("会展", (await own.Visit().OpenAsync("/news/fair-2026")).QuerySelector(".hh-tag")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Fairs", (await own.Visit().OpenAsync("/en/news?column=exhibitions")).QuerySelector(".hh-tabs a[aria-current=page]")!.TextContent.Trim());
        Assert.Contains("会展", (await editor.OpenAsync("/park/columns?q=Fairs")).Content(), StringComparison.Ordinal);

        // what the portal brings along can be called otherwise too
        await editor.SubmitAsync("/park/columns/Notice", new() { ["Name"] = "公告" }, "/park/columns/Notice");
        Assert.Contains("公告", (await own.Visit().OpenAsync("/news")).QuerySelector(".hh-tabs a[href*='column=Notice']")!.TextContent, StringComparison.Ordinal);
        var changes = await own.WithDatabaseAsync(db => db.Journal.Where(l => l.Act == "news.column-set" && l.SubjectKey == "Notice").SelectMany(l => l.Changes).Select(c => c.NewValue).ToListAsync(_none));
        Assert.Equal(["公告"], changes);
    }

    [Fact]
    public async Task A_retired_column_takes_nothing_new_and_keeps_texts_address_and_feed()
    {
        await using var own = Portal.Own();
        var editor = await own.VisitAsAsync("editor");
        await AddAsync(editor);
        var item = await PublishAsync(editor, "fair-2026", "exhibitions");
        var draft = (await editor.SubmitAsync("/park/news/new", Text("late", "exhibitions"))).LedTo();

        Assert.Equal("/park/columns", (await editor.SubmitAsync("/park/columns/exhibitions", [], "/park/columns/exhibitions/retire")).LedTo());

        var visitor = own.Visit();
        Assert.Null((await visitor.OpenAsync("/news")).QuerySelector("a[href*='column=exhibitions']"));
        Assert.NotNull((await visitor.OpenAsync("/news?column=exhibitions")).QuerySelector("[data-retired]"));
        Assert.Single((await visitor.OpenAsync("/news?column=exhibitions")).QuerySelectorAll("[data-news]"));
        Assert.Contains("fair-2026", await (await visitor.GetAsync("/feeds/news/exhibitions.atom")).Content.ReadAsStringAsync(_none), StringComparison.Ordinal);
        Assert.Null((await visitor.OpenAsync("/subscriptions")).QuerySelector("input[value='news.exhibitions']"));
        Assert.Null((await editor.OpenAsync("/park/news/new")).QuerySelector("option[value=exhibitions]"));

        await (await editor.ForgeAsync("/park/news/new", "/park/news/new", Text("new", "exhibitions"))).RefusedWithAsync("已停用");
        Assert.Contains("已停用", await editor.NoticeAfterAsync(await editor.SubmitAsync(draft, [], $"{draft}/publish")), StringComparison.Ordinal);
        await editor.SubmitAsync(item, new() { ["Body"] = "更正后的正文" }, item);
        await editor.SubmitAsync(item, [], $"{item}/publish");
        Assert.Contains("更正后的正文", (await visitor.OpenAsync("/news/fair-2026")).Content(), StringComparison.Ordinal);

        await editor.SubmitAsync("/park/columns/exhibitions", [], "/park/columns/exhibitions/resume");
        await editor.SubmitAsync(draft, [], $"{draft}/publish");
        Assert.Equal(2, (await visitor.OpenAsync("/news?column=exhibitions")).QuerySelectorAll("[data-news]").Length);
        Assert.Superset(new HashSet<string> { "news.column-retired", "news.column-resumed" }, await ActsAsync(own));
    }

    [Fact]
    public async Task A_column_that_scheduled_texts_go_to_is_not_retired_and_one_that_is_retired_all_the_same_gets_none()
    {
        await using var own = Portal.Own();
        var editor = await own.VisitAsAsync("editor");
        await AddAsync(editor);
        var draft = (await editor.SubmitAsync("/park/news/new", Text("later", "exhibitions"))).LedTo();
        await editor.SubmitAsync($"{draft}/schedule", new() { ["At"] = own.Clock.GetUtcNow().AddDays(2).ToString("yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture) });
        // a published text whose waiting change goes there
        var moved = await PublishAsync(editor, "moves", "Notice");
        await editor.SubmitAsync(moved, new() { ["Column"] = "exhibitions" }, moved);
        await editor.SubmitAsync($"{moved}/schedule", new() { ["At"] = own.Clock.GetUtcNow().AddDays(2).ToString("yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture) });

        await (await editor.SubmitAsync("/park/columns/exhibitions", [], "/park/columns/exhibitions/retire")).RefusedWithAsync("还有 2 条定时发布");

        // two people at once: the clock meets a column that was retired meanwhile
        await own.WithDatabaseAsync(db => db.ColumnSettings.Where(c => c.Column == "exhibitions").ExecuteUpdateAsync(set => set.SetProperty(c => c.RetiredAt, own.Clock.GetUtcNow().UtcDateTime), _none));
        own.Clock.Set(own.Clock.GetUtcNow().AddDays(3));
        await own.InScopeAsync(s => s.GetRequiredService<ScheduledPublications>().PublishDueAsync(_none));
        Assert.Equal(HttpStatusCode.NotFound, (await own.Visit().GetAsync("/news/later")).StatusCode);
        Assert.Contains("通知公告", (await own.Visit().OpenAsync("/news/moves")).QuerySelector(".hh-tag")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_does_not_fit_is_refused_with_all_that_was_typed()
    {
        await using var own = Portal.Own();
        var editor = await own.VisitAsAsync("editor");
        await AddAsync(editor);

        var empty = await (await editor.SubmitAsync("/park/columns/new", [])).RefusedWithAsync("请填写代码", "请选择文章种类", "请填写名称", "请填写英文名称", "请填写顺序");
        Assert.Equal("", empty.Value("Code"));
        var wrong = await (await editor.SubmitAsync("/park/columns/new", Column("Ex Hibit", "名", "展会", "0"))).RefusedWithAsync("小写字母、数字和连字符", "英文名称只用英文字母", "顺序为 1 到 99");
        Assert.Equal("Ex Hibit", wrong.Value("Code"));
        await (await editor.SubmitAsync("/park/columns/new", Column("exhibitions", "别的", "Others"))).RefusedWithAsync("代码 exhibitions 已有栏目");
        await (await editor.SubmitAsync("/park/columns/new", Column("zonenews", "别的", "Others"))).RefusedWithAsync("代码 zonenews 已有栏目");
        await (await editor.SubmitAsync("/park/columns/new", Column("export", "别的", "Others"))).RefusedWithAsync("网址里已有的词");
        await (await editor.SubmitAsync("/park/columns/new", Column("others", "展会活动", "Others"))).RefusedWithAsync("已有名为“展会活动”");
        await (await editor.SubmitAsync("/park/columns/new", Column("others", "别的", "exhibitions"))).RefusedWithAsync("已有英文名为");
        await (await editor.SubmitAsync("/park/columns/Story", new() { ["Name"] = "展会活动" }, "/park/columns/Story")).RefusedWithAsync("已有名为“展会活动”");
        await (await editor.ForgeAsync("/park/columns/exhibitions", "/park/columns/exhibitions/resume", new() { ["version"] = "1" })).RefusedWithAsync("没有停用");
        await (await editor.ForgeAsync("/park/columns/exhibitions", "/park/columns/exhibitions/retire", new() { ["version"] = "7" })).RefusedWithAsync("他人刚改过");
        await (await editor.ForgeAsync("/park/news/new", "/park/news/new", Text("nowhere", "no-such-column"))).RefusedWithAsync("没有这个栏目");
        Assert.Equal(HttpStatusCode.NotFound, (await editor.ForgeAsync("/park/columns/exhibitions", "/park/columns/nothing/retire", new() { ["version"] = "1" })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await own.Visit().GetAsync("/feeds/news/no-such-column.atom")).StatusCode);
    }

    [Fact]
    public async Task The_last_column_that_takes_texts_stays()
    {
        await using var own = Portal.Own();
        var editor = await own.VisitAsAsync("editor");
        string[] codes = [.. ColumnList.Brought.All.Select(c => c.Code)];
        foreach (var code in codes.SkipLast(1)) await editor.SubmitAsync($"/park/columns/{code}", [], $"/park/columns/{code}/retire");

        await (await editor.SubmitAsync($"/park/columns/{codes[^1]}", [], $"/park/columns/{codes[^1]}/retire")).RefusedWithAsync("至少要有一个在用的栏目");
        Assert.DoesNotContain("没有内容，公众看不到它", (await editor.OpenAsync("/park/columns")).Content(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_people_who_add_the_same_code_at_once_one_is_told()
    {
        await using var own = Portal.Own();
        var people = new[] { await own.VisitAsAsync("editor"), await own.VisitAsAsync("admin") };

        var answers = await Task.WhenAll(people.Select((p, i) => p.SubmitAsync("/park/columns/new", Column("exhibitions", $"展会{i}", $"Exhibitions {i}"))));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);
        Assert.Equal(1, await own.WithDatabaseAsync(db => db.ColumnSettings.CountAsync(c => c.Column == "exhibitions", _none)));
    }

    [Fact]
    public async Task A_guide_of_a_column_of_the_staff_grows_old_too()
    {
        await using var own = Portal.Own();
        var editor = await own.VisitAsAsync("editor");
        await editor.SubmitAsync("/park/columns/new", Column("handbooks", "手册", "Handbooks", kind: "Guide"));
        await PublishAsync(editor, "handbook", "handbooks");
        Assert.Null((await own.Visit().OpenAsync("/news/handbook")).QuerySelector("[data-outdated]"));

        own.Clock.Set(own.Clock.GetUtcNow().AddDays(366));
        own.ForgetVisitors();

        Assert.NotNull((await own.Visit().OpenAsync("/news/handbook")).QuerySelector("[data-outdated]"));
    }

    private static async Task AddAsync(Visitor editor) => Assert.Equal("/park/columns", (await editor.SubmitAsync("/park/columns/new", Column("exhibitions", "展会活动", "Exhibitions"))).LedTo());

    private static Dictionary<string, string?> Column(string code, string name, string english, string position = "8", string kind = "Report") =>
        new() { ["Code"] = code, ["Kind"] = kind, ["Name"] = name, ["EnglishName"] = english, ["RhythmDays"] = "30", ["Position"] = position };

    private static Dictionary<string, string?> Text(string slug, string column) =>
        new() { ["Title"] = $"示例：展会 {slug}", ["Slug"] = slug, ["Column"] = column, ["Summary"] = "摘要", ["Body"] = "正文" };

    private static async Task<string> PublishAsync(Visitor editor, string slug, string column)
    {
        var address = (await editor.SubmitAsync("/park/news/new", Text(slug, column))).LedTo();
        await editor.SubmitAsync(address, [], $"{address}/publish");
        return address;
    }

    private static async Task<HashSet<string>> ActsAsync(Portal own) => [.. await own.WithDatabaseAsync(db => db.Journal.Where(l => l.SubjectKey == "exhibitions").Select(l => l.Act).ToListAsync(_none))];
}
