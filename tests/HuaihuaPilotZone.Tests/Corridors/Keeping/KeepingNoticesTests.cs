using HuaihuaPilotZone.Corridors;
using HuaihuaPilotZone.Corridors.Notices;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Corridors.Keeping;

[Collection(NetworkPortal.Name)]
public sealed class KeepingNoticesTests(NetworkPortal network)
{
    private const string Home = "/park/network/notices";

    private readonly Portal _portal = network.Portal;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_notice_about_a_border_post_stands_with_every_corridor_that_uses_it()
    {
        var admin = await _portal.VisitAsAsync("admin");
        var mohan = await IdAsync("mohan");

        var address = (await admin.SubmitAsync($"{Home}/new", Typed(mohan, "测试：磨憨临时关闭"))).LedTo();

        Assert.Contains("测试：磨憨临时关闭", await OfCorridorAsync("china-laos"));
        Assert.DoesNotContain("测试：磨憨临时关闭", await OfCorridorAsync("zhanjiang"));
        var list = await (await _portal.VisitAsAsync("auditor")).OpenAsync($"{Home}?q=磨憨临时&kind=Closed&present=true");
        Assert.Contains("有效", list.QuerySelector($"[data-notice='{address[(address.LastIndexOf('/') + 1)..]}']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("测试：磨憨临时关闭", await (await admin.GetAsync($"{Home}/export.csv?q=磨憨临时")).Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        await admin.SubmitAsync(address, new() { ["Until"] = "2026-11-22T09:00", ["From"] = "2026-11-20T09:00" }, address);
        Assert.DoesNotContain("测试：磨憨临时关闭", await OfCorridorAsync("china-laos"));
    }

    [Fact]
    public async Task A_notice_about_a_leg_stands_with_the_corridors_of_the_leg_only()
    {
        var admin = await _portal.VisitAsAsync("admin");
        var leg = await _portal.WithDatabaseAsync(db => db.Legs.Where(l => l.From!.Slug == "kunming" && l.To!.Slug == "mohan").Select(l => l.Id).SingleAsync(Cancellation));
        var typed = Typed(null, "测试：昆磨延误");
        (typed["LegId"], typed["Kind"]) = ($"{leg}", "Delay");

        (await admin.SubmitAsync($"{Home}/new", typed)).LedTo();

        Assert.Contains("测试：昆磨延误", await OfCorridorAsync("china-laos"));
        Assert.DoesNotContain("测试：昆磨延误", await OfCorridorAsync("china-myanmar"));
    }

    [Theory]
    [InlineData("NodeId", "", "请选择一个节点或一个区段")]
    [InlineData("LegId", "1", "二者选一")]
    [InlineData("NodeId", "2147483647", "没有这个节点")]
    [InlineData("Until", "2026-11-22T08:00", "结束时间应晚于开始时间")]
    [InlineData("From", "", "请填写开始时间")]
    [InlineData("From", "0001-01-01T00:00", "2000 至 2200 年")]
    [InlineData("Kind", "", "请选择类型")]
    [InlineData("Title", "", "请填写标题")]
    [InlineData("Text", "", "请填写内容")]
    [InlineData("Source", "", "没有来源的提示不能发布")]
    [InlineData("SourceAddress", "不是网址", "网址")]
    public async Task What_does_not_fit_is_refused_with_what_was_typed(string field, string value, string refusal)
    {
        var typed = Typed(await IdAsync("mohan"), "测试：不成立");
        typed[field] = value;

        var page = await (await (await _portal.VisitAsAsync("admin")).ForgeAsync($"{Home}/new", $"{Home}/new", typed)).RefusedWithAsync(refusal);

        Assert.Equal(typed["Text"], page.Value("Text"));
        Assert.Equal(typed["From"] == "0001-01-01T00:00" ? "0001-01-01T00:00" : typed["From"], page.Value("From"));
    }

    [Fact]
    public async Task The_second_of_two_is_told_what_the_first_one_wrote()
    {
        var admin = await _portal.VisitAsAsync("admin");
        var address = (await admin.SubmitAsync($"{Home}/new", Typed(await IdAsync("mohan"), "测试：两人"))).LedTo();
        await admin.SubmitAsync(address, new() { ["Title"] = "测试：第一人" }, address);

        await (await admin.SubmitAsync(address, new() { ["Title"] = "测试：第二人", ["Version"] = "1" }, address)).RefusedWithAsync("他人已改为：测试：第一人");
        await (await admin.ForgeAsync(address, $"{address}/withdraw", new() { ["Version"] = "1", ["Reason"] = "写错了" })).RefusedWithAsync("他人已修改这条提示");
    }

    [Fact]
    public async Task A_mistake_is_taken_back_with_a_reason_and_is_then_left_as_it_is()
    {
        var admin = await _portal.VisitAsAsync("admin");
        var address = (await admin.SubmitAsync($"{Home}/new", Typed(await IdAsync("mohan"), "测试：写错的"))).LedTo();

        await (await admin.SubmitAsync($"{address}/withdraw", new() { ["Reason"] = "" })).RefusedWithAsync("请写明撤回原因");
        Assert.Equal(address, (await admin.SubmitAsync($"{address}/withdraw", new() { ["Reason"] = "口岸没有关闭" })).LedTo());

        var page = await admin.OpenAsync(address);
        Assert.Contains("口岸没有关闭", page.Content(), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("main form[method=post]"));
        Assert.DoesNotContain("测试：写错的", await OfCorridorAsync("china-laos"));
        await (await admin.ForgeAsync(Home + "/new", address, Typed(await IdAsync("mohan"), "测试：再改"))).RefusedWithAsync("已经撤回的提示不能再修改");
        await (await admin.SubmitAsync($"{address}/withdraw", new() { ["Reason"] = "再撤一次" })).RefusedWithAsync("已经撤回");
        Assert.Equal([NetworkActs.NoticeAdded, NetworkActs.NoticeWithdrawn], await _portal.ActsAsync(JournalSubjects.Network, $"notice-{address[(address.LastIndexOf('/') + 1)..]}"));
    }

    private Task<int> IdAsync(string slug) => _portal.WithDatabaseAsync(db => db.Nodes.Where(n => n.Slug == slug).Select(n => n.Id).SingleAsync(Cancellation));

    private Task<List<string>> OfCorridorAsync(string slug) => _portal.InScopeAsync(async s =>
    {
        var corridor = (await s.GetRequiredService<CorridorService>().FindAsync(slug, Cancellation))!;
        return (await s.GetRequiredService<NoticeDesk>().OfCorridorAsync(corridor.Id, Cancellation)).Select(n => n.Title).ToList();
    });

    private static Dictionary<string, string?> Typed(int? node, string title) => new()
    {
        ["NodeId"] = node is { } id ? $"{id}" : "",
        ["Kind"] = "Closed",
        ["From"] = "2026-11-22T08:00",
        ["Until"] = "2026-11-25T08:00",
        ["Title"] = title,
        ["Text"] = "测试内容",
        ["Source"] = "测试来源",
    };
}
