using System.Net;
using HuaihuaPilotZone.Tests.Support;

namespace HuaihuaPilotZone.Tests.Declarations;

public sealed class ReviewingTests(Portal portal)
{
    [Fact]
    public async Task The_queue_shows_the_oldest_first_with_the_time_waiting()
    {
        await using var own = Portal.Own();
        var filer = await own.VisitAsAsync("luggage");
        var first = await Filing.SubmitNewAsync(filer);
        own.Clock.Set(new DateTimeOffset(2026, 11, 22, 5, 0, 0, TimeSpan.Zero));
        var second = await Filing.SubmitNewAsync(filer);

        var page = await (await own.VisitAsAsync("reviewer")).OpenAsync("/park/declarations");

        var numbers = page.QuerySelectorAll("tr[data-number]").Select(r => r.GetAttribute("data-number")!).ToList();
        Assert.True(numbers.IndexOf(first) < numbers.IndexOf(second));
        Assert.Contains("3 小时", page.QuerySelector($"tr[data-number='{first}']")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_queue_is_taken_along_as_it_is_narrowed()
    {
        await using var own = Portal.Own();
        var filer = await own.VisitAsAsync("luggage");
        var (draft, waiting) = (await Filing.OpenAsync(filer), await Filing.SubmitNewAsync(filer));
        var reviewer = await own.VisitAsAsync("reviewer");

        using var file = await reviewer.GetAsync("/park/declarations/export.csv");
        var lines = (await file.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        using var returned = await reviewer.GetAsync("/park/declarations/export.csv?view=Returned");

        Assert.StartsWith("attachment", file.Content.Headers.ContentDisposition!.ToString(), StringComparison.Ordinal);
        Assert.Single(lines, l => l.Contains(waiting, StringComparison.Ordinal));
        Assert.DoesNotContain(lines, l => l.Contains(draft, StringComparison.Ordinal));
        Assert.DoesNotContain(waiting, await returned.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await reviewer.GetAsync("/park/declarations/export.xlsx")).StatusCode);
    }

    [Fact]
    public async Task A_word_is_looked_for_among_those_that_changed_last_and_a_whole_number_among_all()
    {
        await using var own = Portal.Own(("Declarations:MostSearched", "2"));
        var filer = await own.VisitAsAsync("luggage");
        var numbers = new List<string> { await Filing.SubmitNewAsync(filer) };
        foreach (var hour in new[] { 5, 6 })
        {
            own.Clock.Set(new DateTimeOffset(2026, 11, 22, hour, 0, 0, TimeSpan.Zero));
            numbers.Add(await Filing.SubmitNewAsync(filer));
        }
        var reviewer = await own.VisitAsAsync("reviewer");

        var found = await reviewer.OpenAsync("/park/declarations?view=All&q=hh-2026");
        Assert.Equal([numbers[2], numbers[1]], found.QuerySelectorAll("tr[data-number]").Select(r => r.GetAttribute("data-number")!));
        Assert.Contains("在最近更新的 2 份中查找", found.QuerySelector("[data-bound]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal([numbers[0]], (await reviewer.OpenAsync($"/park/declarations?view=All&q={numbers[0].ToLowerInvariant()}")).QuerySelectorAll("tr[data-number]").Select(r => r.GetAttribute("data-number")!));

        // without a word every one is there
        var all = await reviewer.OpenAsync("/park/declarations?view=All&size=100");
        Assert.Null(all.QuerySelector("[data-bound]"));
        Assert.Superset(numbers.ToHashSet(StringComparer.Ordinal), all.QuerySelectorAll("tr[data-number]").Select(r => r.GetAttribute("data-number")!).ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_return_tells_every_point_at_once_and_the_resubmission_shows_what_changed()
    {
        var filer = await portal.VisitAsAsync("luggage");
        var reviewer = await portal.VisitAsAsync("reviewer");
        var number = await Filing.SubmitNewAsync(filer);

        var returned = await reviewer.SubmitAsync($"/park/declarations/{number}", new()
        {
            ["Points[0].Path"] = "/goods/0/gmodel",
            ["Points[0].Reason"] = "写明尺寸",
            ["Points[1].Path"] = "/packNo",
            ["Points[1].Reason"] = "与装箱单不符",
            ["Note"] = "请一并核对",
        }, $"/park/declarations/{number}/return");
        Assert.Equal("/park/declarations", returned.Headers.Location?.ToString());

        var draft = await Filing.OpenEditAsync(filer, number);
        Assert.Contains("写明尺寸", draft.QuerySelector("[data-field-message-for='Goods[0].Gmodel']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("与装箱单不符", draft.QuerySelector("[data-field-message-for='PackNo']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("请一并核对", draft.Body!.TextContent, StringComparison.Ordinal);
        await Filing.SaveAsync(filer, number, new() { ["PackNo"] = "777" });
        // what is being mended is the enterprise's own until it submits again
        Assert.DoesNotContain("777", (await reviewer.OpenAsync($"/park/declarations/{number}")).QuerySelector("#document")!.TextContent, StringComparison.Ordinal);
        await Filing.SaveAsync(filer, number, new() { ["PackNo"] = "5" }, "Act=submit");

        var review = await reviewer.OpenAsync($"/park/declarations/{number}");
        var change = Assert.Single(review.QuerySelectorAll("tr[data-at]"));
        Assert.Equal("/packNo", change.GetAttribute("data-at"));
        Assert.Equal(["4", "5"], change.QuerySelectorAll("del, ins").Select(e => e.TextContent));
    }

    [Fact]
    public async Task A_return_without_a_word_or_with_a_field_but_no_reason_is_refused()
    {
        var filer = await portal.VisitAsAsync("luggage");
        var reviewer = await portal.VisitAsAsync("reviewer");
        var number = await Filing.SubmitNewAsync(filer);

        var empty = await Visitor.ReadAsync(await reviewer.SubmitAsync($"/park/declarations/{number}", [], $"/park/declarations/{number}/return"));
        Assert.Contains("请至少写一处需要修改的内容和理由。", empty.Body!.TextContent, StringComparison.Ordinal);

        var half = await Visitor.ReadAsync(await reviewer.SubmitAsync($"/park/declarations/{number}", new() { ["Points[0].Path"] = "/packNo" }, $"/park/declarations/{number}/return"));
        Assert.Contains("请写明理由和改法。", half.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("已提交", (await filer.OpenAsync($"/enterprise/declarations/{number}")).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_reviewers_answering_at_once_do_not_overwrite_each_other()
    {
        var filer = await portal.VisitAsAsync("luggage");
        var number = await Filing.SubmitNewAsync(filer);
        var reviewer = await portal.VisitAsAsync("reviewer");
        var stale = (await reviewer.OpenAsync($"/park/declarations/{number}")).QuerySelector($"form[action$='/pass'] input[name=Version]")!.GetAttribute("value");
        await (await portal.VisitAsAsync("admin")).SubmitAsync($"/park/declarations/{number}", new() { ["Note"] = "请改品名" }, $"/park/declarations/{number}/return");

        var late = await reviewer.ForgeAsync("/park/declarations", $"/park/declarations/{number}/pass", new() { ["Version"] = stale });

        Assert.Contains("刚有变化", (await Visitor.ReadAsync(late)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("退回修改", (await filer.OpenAsync($"/enterprise/declarations/{number}")).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_auditor_may_look_but_not_answer()
    {
        var number = await Filing.SubmitNewAsync(await portal.VisitAsAsync("luggage"));
        var auditor = await portal.VisitAsAsync("auditor");

        var page = await auditor.OpenAsync($"/park/declarations/{number}");
        Assert.Null(page.QuerySelector("form[action$='/pass'], form[action$='/return']"));
        var forged = await auditor.ForgeAsync($"/park/declarations/{number}", $"/park/declarations/{number}/pass", new() { ["Version"] = "3" });
        Assert.Equal(HttpStatusCode.Forbidden, forged.StatusCode);
    }

    [Fact]
    public async Task A_draft_is_nobody_elses_business()
    {
        var number = await Filing.OpenAsync(await portal.VisitAsAsync("luggage"));

        Assert.Equal(HttpStatusCode.NotFound, (await (await portal.VisitAsAsync("reviewer")).GetAsync($"/park/declarations/{number}")).StatusCode);
    }

    [Fact]
    public async Task The_pages_speak_of_help_in_checking_and_never_of_approval()
    {
        var number = await Filing.PassNewAsync(portal, await portal.VisitAsAsync("luggage"));
        var texts = new[]
        {
            (await (await portal.VisitAsAsync("reviewer")).OpenAsync($"/park/declarations/{number}")).Body!.TextContent,
            (await (await portal.VisitAsAsync("luggage")).OpenAsync($"/enterprise/declarations/{number}")).Body!.TextContent,
        };

        Assert.All(texts, t => Assert.Contains("园区协助核对", t, StringComparison.Ordinal));
        Assert.All(texts, t => Assert.DoesNotContain("审批", t.Replace("不是审批", "", StringComparison.Ordinal), StringComparison.Ordinal));
    }
}
