using System.Net;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Content;

/// <summary>A published page gets another address; the old one never breaks.</summary>
public sealed class MovingPagesTests(Portal portal)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_old_address_of_a_news_item_leads_to_the_new_one_in_both_languages()
    {
        var (editor, edit) = await PublishAsync("moving-first", "搬家的资讯鸊鷉");

        await MoveAsync(editor, edit, "moving-second");

        Assert.Equal((HttpStatusCode.MovedPermanently, "/news/moving-second"), await AskAsync("/news/moving-first"));
        Assert.Equal((HttpStatusCode.MovedPermanently, "/en/news/moving-second"), await AskAsync("/en/news/moving-first"));
        Assert.Equal(HttpStatusCode.OK, (await AskAsync("/news/moving-second")).Status);
        var results = await portal.Visit().OpenAsync("/search?q=%E9%B8%8A%E9%B7%89");
        Assert.Equal("/news/moving-second", Assert.Single(results.QuerySelectorAll("[data-result]")).GetAttribute("data-result"));
    }

    [Fact]
    public async Task Nobody_is_sent_twice_and_an_address_that_is_used_again_shows_its_page()
    {
        var (editor, edit) = await PublishAsync("chain-a", "连着搬家的资讯");
        await MoveAsync(editor, edit, "chain-b");
        await MoveAsync(editor, edit, "chain-c");

        Assert.Equal((HttpStatusCode.MovedPermanently, "/news/chain-c"), await AskAsync("/news/chain-a"));
        Assert.Equal((HttpStatusCode.MovedPermanently, "/news/chain-c"), await AskAsync("/news/chain-b"));

        await MoveAsync(editor, edit, "chain-a");

        Assert.Equal(HttpStatusCode.OK, (await AskAsync("/news/chain-a")).Status);
        Assert.Equal((HttpStatusCode.MovedPermanently, "/news/chain-a"), await AskAsync("/news/chain-c"));
        Assert.Equal(2, await portal.WithDatabaseAsync(db => db.MovedAddresses.CountAsync(m => m.Target == "/news/chain-a", Cancellation)));
    }

    [Fact]
    public async Task An_address_is_refused_that_is_written_wrongly_or_belongs_to_another_page()
    {
        var (editor, edit) = await PublishAsync("refused-one", "网址被拒的资讯");
        var (_, other) = await PublishAsync("refused-two", "占着网址的资讯");
        await MoveAsync(editor, other, "refused-three");

        await (await editor.SubmitAsync(edit + "/address", new() { ["Slug"] = "大写 Slug" })).RefusedWithAsync("小写字母");
        await (await editor.SubmitAsync(edit + "/address", new() { ["Slug"] = "refused-three" })).RefusedWithAsync("已有另一页使用");
        await (await editor.SubmitAsync(edit + "/address", new() { ["Slug"] = "refused-two" })).RefusedWithAsync("仍在跳转");
        await (await editor.SubmitAsync(edit + "/address", new() { ["Slug"] = "refused-one" })).RefusedWithAsync("一样");

        Assert.Equal(HttpStatusCode.OK, (await AskAsync("/news/refused-one")).Status);
    }

    [Fact]
    public async Task A_service_keeps_its_old_address_too()
    {
        var (id, slug) = await portal.WithDatabaseAsync(async db =>
        {
            var service = await db.ServiceItems.AsNoTracking().Where(s => s.State == PublicationState.Published).OrderByDescending(s => s.Id).FirstAsync(Cancellation);
            return (service.Id, service.Slug);
        });
        var editor = await portal.VisitAsAsync("editor");

        await MoveAsync(editor, $"/park/services/{id}", slug + "-moved");
        Assert.Equal((HttpStatusCode.MovedPermanently, $"/services/{slug}-moved"), await AskAsync($"/services/{slug}"));

        await MoveAsync(editor, $"/park/services/{id}", slug);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync($"/services/{slug}")).Status);
    }

    [Fact]
    public async Task A_draft_has_no_address_to_keep_and_a_reviewer_may_not_move()
    {
        var (_, edit) = await PublishAsync("reviewer-moves", "评审不能搬家");
        var editor = await portal.VisitAsAsync("editor");
        var draft = (await editor.SubmitAsync("/park/news/new", Item("not-yet", "还没有发布的资讯"))).Headers.Location!.ToString();

        Assert.Equal(HttpStatusCode.NotFound, (await editor.GetAsync(draft + "/address")).StatusCode);
        var reviewer = await portal.VisitAsAsync("reviewer");
        Assert.Equal(HttpStatusCode.Forbidden, (await reviewer.SubmitAsync(edit + "/address", new() { ["Slug"] = "taken-over" })).StatusCode);
    }

    private async Task<(Visitor Editor, string Edit)> PublishAsync(string slug, string title)
    {
        var editor = await portal.VisitAsAsync("editor");
        var edit = (await editor.SubmitAsync("/park/news/new", Item(slug, title))).Headers.Location!.ToString();
        await editor.SubmitAsync(edit, [], edit + "/publish");
        return (editor, edit);
    }

    private static async Task MoveAsync(Visitor editor, string edit, string slug) => Assert.Equal(edit, (await editor.SubmitAsync(edit + "/address", new() { ["Slug"] = slug })).LedTo());

    private async Task<(HttpStatusCode Status, string? Location)> AskAsync(string path)
    {
        using var answer = await portal.Visit().GetAsync(path);
        return (answer.StatusCode, answer.Headers.Location?.ToString());
    }

    private static Dictionary<string, string?> Item(string slug, string title) => new()
    {
        ["Title"] = title,
        ["Slug"] = slug,
        ["Summary"] = "摘要",
        ["Body"] = "正文。",
        ["Column"] = "Notice",
    };
}
