using System.Net;
using HuaihuaPilotZone.Tests.Support;

namespace HuaihuaPilotZone.Tests.Declarations;

/// <summary>一次告知: reasons are written once, told once, and what comes late is explained.</summary>
public sealed class ReturningOnceTests(Portal portal)
{
    [Fact]
    public async Task A_reason_of_the_library_is_picked_and_filled_with_what_the_enterprise_has_typed()
    {
        var reviewer = await portal.VisitAsAsync("reviewer");
        var topic = $"件数{Guid.NewGuid():N}"[..12];
        var added = await reviewer.SubmitAsync("/park/review-reasons/new", new() { ["Topic"] = topic, ["Path"] = "/packNo", ["Text"] = "{栏目}填的是{现值}，与装箱单不符。" });
        Assert.Equal("/park/review-reasons", added.LedTo());
        var filer = await portal.VisitAsAsync("luggage");
        var number = await Filing.SubmitNewAsync(filer);
        var page = await reviewer.OpenAsync($"/park/declarations/{number}");
        var id = page.QuerySelectorAll("[name='Points[0].LibraryId'] option").Single(o => o.TextContent.StartsWith(topic, StringComparison.Ordinal)).GetAttribute("value");

        await reviewer.SubmitAsync($"/park/declarations/{number}", new() { ["Points[0].LibraryId"] = id }, $"/park/declarations/{number}/return");

        var draft = await Filing.OpenEditAsync(filer, number);
        Assert.Contains("件数填的是4，与装箱单不符。", draft.QuerySelector("[data-field-message-for='PackNo']")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_portal_has_a_first_set_of_reasons_that_fill_in_what_they_speak_of()
    {
        await using var own = Portal.Own();
        var reviewer = await own.VisitAsAsync("reviewer");

        var page = await reviewer.OpenAsync("/park/review-reasons");

        Assert.True(page.QuerySelectorAll("tr[data-reason]").Length > 10);
        Assert.Contains("{现值}", page.Content(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_retired_reason_is_no_longer_offered_and_comes_back_when_it_is_taken_up_again()
    {
        var reviewer = await portal.VisitAsAsync("reviewer");
        var topic = $"停用{Guid.NewGuid():N}"[..12];
        await reviewer.SubmitAsync("/park/review-reasons/new", new() { ["Topic"] = topic, ["Text"] = "示例" });
        async Task<string?> ActionAsync(string list) =>
            (await reviewer.OpenAsync($"{list}{(list.Contains('?') ? '&' : '?')}q={topic}")).QuerySelector("tr[data-reason] form")?.GetAttribute("action");
        var retire = await ActionAsync("/park/review-reasons");

        await reviewer.SubmitAsync($"/park/review-reasons?q={topic}", [], retire);

        Assert.Null(await ActionAsync("/park/review-reasons"));
        await reviewer.SubmitAsync($"/park/review-reasons?retired=true&q={topic}", [], await ActionAsync("/park/review-reasons?retired=true"));
        Assert.NotNull(await ActionAsync("/park/review-reasons"));
    }

    [Fact]
    public async Task A_reason_with_an_unknown_placeholder_or_field_is_refused()
    {
        var reviewer = await portal.VisitAsAsync("reviewer");

        await (await reviewer.SubmitAsync("/park/review-reasons/new", new() { ["Topic"] = "示例", ["Text"] = "{姓名}不对" })).RefusedWithAsync("没有{姓名}这种占位");
        await (await reviewer.ForgeAsync("/park/review-reasons/new", "/park/review-reasons/new", new() { ["Topic"] = "示例", ["Text"] = "示例", ["Path"] = "/nowhere" })).RefusedWithAsync("请从列表中选择栏目。");
    }

    [Fact]
    public async Task An_auditor_reads_the_library_and_cannot_change_it()
    {
        var auditor = await portal.VisitAsAsync("auditor");

        Assert.Null((await auditor.OpenAsync("/park/review-reasons")).QuerySelector("form[method=post][action^='/park/review-reasons']"));
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.GetAsync("/park/review-reasons/new")).StatusCode);
    }

    [Fact]
    public async Task A_second_return_that_names_an_unchanged_field_needs_a_word_of_why_which_stays_in_the_history()
    {
        var (filer, reviewer, number) = await ReturnedOnceAsync();
        await Filing.SaveAsync(filer, number, new() { ["PackNo"] = "5" }, "Act=submit");
        Dictionary<string, string?> late = new() { ["Points[0].Path"] = "/goods/0/gmodel", ["Points[0].Reason"] = "写明尺寸" };

        var refused = await reviewer.SubmitAsync($"/park/declarations/{number}", late, $"/park/declarations/{number}/return");
        await refused.RefusedWithAsync("上次退回时内容相同，却没有提出");
        Assert.Contains("已提交", (await filer.OpenAsync($"/enterprise/declarations/{number}")).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);

        late["Justification"] = "海关新近要求";
        var returned = await reviewer.SubmitAsync($"/park/declarations/{number}", late, $"/park/declarations/{number}/return");
        Assert.Equal("/park/declarations", returned.LedTo());
        var history = (await filer.OpenAsync($"/enterprise/declarations/{number}")).QuerySelector(".hh-timeline")!.TextContent;
        Assert.Contains("园区说明为何此前没有提出", history, StringComparison.Ordinal);
        Assert.Contains("海关新近要求", history, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_return_needs_no_word_for_what_changed_or_was_named_before()
    {
        var (filer, reviewer, number) = await ReturnedOnceAsync();
        await Filing.SaveAsync(filer, number, new() { ["GrossWeight"] = "81" }, "Act=submit");

        // the package count was named before and not mended; the gross weight is new
        var returned = await reviewer.SubmitAsync($"/park/declarations/{number}", new()
        {
            ["Points[0].Path"] = "/packNo",
            ["Points[0].Reason"] = "仍与装箱单不符",
            ["Points[1].Path"] = "/grossWeight",
            ["Points[1].Reason"] = "与称重单不符",
        }, $"/park/declarations/{number}/return");

        Assert.Equal("/park/declarations", returned.LedTo());
    }

    [Fact]
    public async Task A_first_return_needs_no_justification_and_the_page_does_not_ask_for_one()
    {
        var filer = await portal.VisitAsAsync("luggage");
        var number = await Filing.SubmitNewAsync(filer);

        Assert.Null((await (await portal.VisitAsAsync("reviewer")).OpenAsync($"/park/declarations/{number}")).QuerySelector("[name=Justification]"));
    }

    [Fact]
    public async Task The_queue_shows_deadlines_and_how_long_documents_stay_in_each_state()
    {
        await using var own = Portal.Own(("Declarations:ReviewHours", "24"));
        var filer = await own.VisitAsAsync("luggage");
        var reviewer = await own.VisitAsAsync("reviewer");
        var start = own.Clock.GetUtcNow();
        // eleven documents that waited one to eleven hours; three of the demonstration were answered at once
        var numbers = new List<string>();
        for (var i = 0; i < 11; i++) numbers.Add(await Filing.SubmitNewAsync(filer));
        for (var hour = 1; hour <= 11; hour++)
        {
            own.Clock.Set(start.AddHours(hour).AddMinutes(5));
            if (hour == 7) own.ForgetVisitors();
            reviewer = await own.VisitAsAsync("reviewer");
            await reviewer.SubmitAsync($"/park/declarations/{numbers[hour - 1]}", [], $"/park/declarations/{numbers[hour - 1]}/pass");
        }

        var row = (await reviewer.OpenAsync("/park/declarations")).QuerySelector("tr[data-state=Submitted]")!;
        Assert.Equal(["14", "4 小时", "10 小时"], row.QuerySelectorAll("td.r").Select(c => c.TextContent));

        own.ForgetVisitors();
        reviewer = await own.VisitAsAsync("reviewer");
        var late = await Filing.SubmitNewAsync(await own.VisitAsAsync("luggage"));
        Assert.DoesNotContain("已超期", (await reviewer.OpenAsync("/park/declarations")).QuerySelector($"tr[data-number='{late}']")!.TextContent, StringComparison.Ordinal);
        own.Clock.Set(start.AddHours(48));
        own.ForgetVisitors();
        reviewer = await own.VisitAsAsync("reviewer");
        Assert.Contains("已超期", (await reviewer.OpenAsync("/park/declarations")).QuerySelector($"tr[data-number='{late}']")!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>A document that was returned for its package count alone.</summary>
    private async Task<(Visitor Filer, Visitor Reviewer, string Number)> ReturnedOnceAsync()
    {
        var (filer, reviewer) = (await portal.VisitAsAsync("luggage"), await portal.VisitAsAsync("reviewer"));
        var number = await Filing.SubmitNewAsync(filer);
        await reviewer.SubmitAsync($"/park/declarations/{number}", new() { ["Points[0].Path"] = "/packNo", ["Points[0].Reason"] = "与装箱单不符" }, $"/park/declarations/{number}/return");
        return (filer, reviewer, number);
    }
}
