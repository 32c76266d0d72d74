using System.Net;
using AngleSharp.Html.Dom;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Declarations;

/// <summary>N8: two people change one draft. The second save never overwrites, nothing typed is lost, and each difference is chosen.</summary>
public sealed class MergingTwoPeoplesChangesTests(Portal portal)
{
    [Fact]
    public async Task The_second_of_two_people_sees_what_was_there_what_is_saved_and_what_they_typed()
    {
        var (first, second, number) = await OpenAsync();
        await Filing.SaveAsync(first, number, new() { ["Note"] = "先保存的" });

        var page = await ConflictAsync(second, number, new() { ["Version"] = "2", ["Note"] = "后保存的" });

        Assert.Equal(["备注", "原先的", "先保存的", "后保存的"], page.QuerySelectorAll("[data-merge='/note'] td").Select(c => c.TextContent.Trim()));
        Assert.Empty(page.QuerySelectorAll("[data-merge='/note'] input:checked"));
        Assert.Equal("先保存的", Filing.ValueOf(await Filing.OpenEditAsync(first, number), "Note"));
    }

    [Fact]
    public async Task What_only_one_of_them_changed_is_chosen_already_and_both_changes_are_kept()
    {
        var (first, second, number) = await OpenAsync();
        await Filing.SaveAsync(first, number, new() { ["TrafName"] = "他的车次" });
        var page = await ConflictAsync(second, number, new() { ["Version"] = "2", ["TrafName"] = "", ["BillNo"] = "我的提单" });

        Assert.Equal("Theirs", Checked(page, "/trafName"));
        Assert.Equal("Mine", Checked(page, "/billNo"));
        await SaveAsync(second, page);

        var merged = await Filing.OpenEditAsync(first, number);
        Assert.Equal(("他的车次", "我的提单"), (Filing.ValueOf(merged, "TrafName"), Filing.ValueOf(merged, "BillNo")));
    }

    [Theory]
    [InlineData("Theirs", "先保存的")]
    [InlineData("Mine", "后保存的")]
    public async Task Where_both_changed_a_field_the_chosen_side_is_saved(string side, string kept)
    {
        var (first, second, number) = await OpenAsync();
        await Filing.SaveAsync(first, number, new() { ["Note"] = "先保存的" });
        var page = await ConflictAsync(second, number, new() { ["Version"] = "2", ["Note"] = "后保存的" });

        var answer = await SaveAsync(second, page, new() { ["Choices[/note]"] = side });

        Assert.EndsWith("/edit", answer.LedTo(), StringComparison.Ordinal);
        Assert.Equal(kept, Filing.ValueOf(await Filing.OpenEditAsync(first, number), "Note"));
    }

    [Fact]
    public async Task A_conflict_that_nobody_decided_saves_nothing_and_is_asked_again()
    {
        var (first, second, number) = await OpenAsync();
        await Filing.SaveAsync(first, number, new() { ["Note"] = "先保存的" });
        var page = await ConflictAsync(second, number, new() { ["Version"] = "2", ["Note"] = "后保存的" });

        var again = await (await SaveAsync(second, page)).RefusedWithAsync("还有 1 处两边都改了，请逐处选择。");

        Assert.Contains("后保存的", again.QuerySelector("[data-merge='/note']")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("先保存的", Filing.ValueOf(await Filing.OpenEditAsync(first, number), "Note"));
    }

    [Fact]
    public async Task A_third_save_during_the_choice_is_not_overwritten_either()
    {
        var (first, second, number) = await OpenAsync();
        await Filing.SaveAsync(first, number, new() { ["Note"] = "先保存的" });
        var page = await ConflictAsync(second, number, new() { ["Version"] = "2", ["Note"] = "后保存的" });
        await Filing.SaveAsync(first, number, new() { ["Note"] = "又改了的" });

        var again = await (await SaveAsync(second, page, new() { ["Choices[/note]"] = "Mine" })).RefusedWithAsync("又有人保存了");

        Assert.Contains("又改了的", again.QuerySelector("[data-merge='/note']")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("又改了的", Filing.ValueOf(await Filing.OpenEditAsync(first, number), "Note"));
        await SaveAsync(second, again, new() { ["Choices[/note]"] = "Mine" });
        Assert.Equal("后保存的", Filing.ValueOf(await Filing.OpenEditAsync(first, number), "Note"));
    }

    [Fact]
    public async Task Lines_that_both_added_are_both_kept_unless_one_is_not_wanted()
    {
        var (first, second, number) = await OpenAsync();
        await Filing.SaveAsync(first, number, new() { ["Goods[1].Gname"] = "他加的箱子" });
        var page = await ConflictAsync(second, number, new() { ["Version"] = "2", ["Goods[1].Gname"] = "我加的箱子" });

        await SaveAsync(second, page);

        var merged = await Filing.OpenEditAsync(first, number);
        Assert.Equal(("他加的箱子", "我加的箱子"), (Filing.ValueOf(merged, "Goods[1].Gname"), Filing.ValueOf(merged, "Goods[2].Gname")));
    }

    [Fact]
    public async Task A_line_that_one_took_out_and_the_other_changed_is_asked_for()
    {
        var (first, second, number) = await OpenAsync();
        await Filing.SaveAsync(first, number, [], "RemoveLine=0");
        var page = await ConflictAsync(second, number, new() { ["Version"] = "2", ["Goods[0].Gname"] = "改过的箱子" });

        var row = page.QuerySelector("[data-merge='/goods/0']")!.TextContent;
        Assert.Contains("删除这一项", row, StringComparison.Ordinal);
        Assert.Contains("改过的箱子", row, StringComparison.Ordinal);
        await SaveAsync(second, page, new() { ["Choices[/goods/0]"] = "Mine" });

        Assert.Equal("改过的箱子", Filing.ValueOf(await Filing.OpenEditAsync(first, number), "Goods[0].Gname"));
    }

    [Fact]
    public async Task An_automatic_save_that_comes_too_late_leads_to_the_same_page()
    {
        var (first, second, number) = await OpenAsync();
        await Filing.SaveAsync(first, number, new() { ["Note"] = "先保存的" });
        var edit = $"/enterprise/declarations/{number}/edit";
        var token = (await second.OpenAsync(edit)).Value("__RequestVerificationToken");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(edit, UriKind.Relative))
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["Version"] = "2", ["Note"] = "后保存的", ["__RequestVerificationToken"] = token }),
        };
        request.Headers.Accept.ParseAdd("application/json");
        using var answer = await second.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var said = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains($"/enterprise/declarations/{number}/merge", said, StringComparison.Ordinal);

        using var opened = await second.ForgeAsync(edit, $"/enterprise/declarations/{number}/merge", new() { ["Version"] = "2", ["Note"] = "后保存的" });

        Assert.Contains("后保存的", (await Visitor.ReadAsync(opened)).QuerySelector("[data-merge='/note']")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_start_is_kept_no_longer_every_difference_is_asked_for()
    {
        var (first, second, number) = await OpenAsync();
        await Filing.SaveAsync(first, number, new() { ["TrafName"] = "他的车次" });
        await portal.WithDatabaseAsync(db => db.DraftRevisions.Where(r => db.Declarations.Any(d => d.Id == r.DeclarationId && d.Number == Number(number))).ExecuteDeleteAsync(TestContext.Current.CancellationToken));

        var page = await ConflictAsync(second, number, new() { ["Version"] = "2", ["TrafName"] = "", ["BillNo"] = "我的提单" });

        Assert.Contains("不在保留期内", page.Content(), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("[data-merge] input:checked"));
    }

    [Fact]
    public async Task What_was_typed_into_a_list_that_became_a_declaration_is_shown_to_be_taken_over()
    {
        var (first, second, number) = await OpenAsync();
        await Filing.SaveAsync(first, number, [], "Act=convert");

        using var answer = await second.ForgeAsync($"/enterprise/declarations/{number}/edit", $"/enterprise/declarations/{number}/edit", new() { ["Version"] = "2", ["Note"] = "原先的", ["OrderNo"] = "我填的订单" });

        var page = await Visitor.ReadAsync(answer);
        Assert.Contains("已被他人转为报关单", page.Content(), StringComparison.Ordinal);
        Assert.Contains("我填的订单", page.QuerySelector("[data-merge='/orderNo']")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("[data-merge] input"));
    }

    private static HuaihuaPilotZone.Declarations.DeclarationNumber Number(string text) => HuaihuaPilotZone.Declarations.DeclarationNumber.Parse(text, null);

    /// <summary>A draft in version 2 that two people have before them.</summary>
    private async Task<(Visitor First, Visitor Second, string Number)> OpenAsync()
    {
        var first = await portal.VisitAsAsync("luggage");
        var number = await Filing.OpenAsync(first);
        await Filing.SaveAsync(first, number, new() { ["Note"] = "原先的", ["Goods[0].Gname"] = "箱子" });
        return (first, await portal.VisitAsAsync("filer"), number);
    }

    private static async Task<IHtmlDocument> ConflictAsync(Visitor visitor, string number, Dictionary<string, string?> fields)
    {
        // a line that the other person took out stands on this person's page still
        fields.TryAdd("Goods[0].Gname", "箱子");
        var answer = await Filing.SaveAsync(visitor, number, fields);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        return await Visitor.ReadAsync(answer);
    }

    private static string? Checked(IHtmlDocument page, string key) => page.QuerySelector($"[data-merge='{key}'] input:checked")?.GetAttribute("value");

    /// <summary>Sends the merge page as it stands, with these choices.</summary>
    private static Task<HttpResponseMessage> SaveAsync(Visitor visitor, IHtmlDocument page, Dictionary<string, string?>? choices = null)
    {
        var form = page.QuerySelectorAll("form").OfType<IHtmlFormElement>().Single(f => f.GetAttribute("action")!.EndsWith("/merge/save", StringComparison.Ordinal));
        var fields = form.Elements.OfType<IHtmlInputElement>().Where(i => i.Name is not (null or "") && i.Name != "__RequestVerificationToken" && (i.Type != "radio" || i.IsChecked))
            .ToDictionary(i => i.Name!, i => (string?)i.Value, StringComparer.Ordinal);
        foreach (var (name, value) in choices ?? []) fields[name] = value;
        return visitor.ForgeAsync("/enterprise", form.GetAttribute("action")!, fields);
    }
}
