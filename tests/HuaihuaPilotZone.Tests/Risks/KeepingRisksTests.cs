using System.Net;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Risks;

/// <summary>Editors write, publish and take back notices of risks; nothing without scope and source.</summary>
public sealed class KeepingRisksTests(Portal portal)
{
    private const string Home = RiskScenes.Home;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_cannot_be_read_or_shown_is_refused_at_its_field_and_what_was_typed_stays()
    {
        var editor = await portal.VisitAsAsync("editor");
        var empty = RiskScenes.Form("没有范围");
        await (await editor.SubmitAsync($"{Home}/new", empty, $"{Home}/new")).RefusedWithAsync("国别、商品编码和通道至少填一项");
        var wrong = RiskScenes.Form("写错的提示", "LAO、不存在国", "4202 4 42A");
        (wrong["Until"], wrong["SourceOn"], wrong["SourceAddress"]) = ("2026-10-01", "2099-01-01", "javascript:alert(1)");
        wrong["Body"] = "![图](/media/x)\n\n请拨打 13800000000";

        var page = await (await editor.SubmitAsync($"{Home}/new", wrong, $"{Home}/new")).RefusedWithAsync();

        Assert.Equal("LAO、不存在国", page.Value("Countries"));
        wrong["SourceAddress"] = null;
        page = await (await editor.SubmitAsync($"{Home}/new", wrong, $"{Home}/new")).RefusedWithAsync(
            "“不存在国”不在国别", "“4”应是 2 至 10 位数字", "“42A”应是 2 至 10 位数字", "结束日期不能早于开始日期", "来源日期不能晚于今天", "正文不放图片", "公开页面不写个人信息");
        Assert.Equal("写错的提示", page.Value("Title"));
        var unsourced = RiskScenes.Form("没有来源", "LAO");
        unsourced["Source"] = "";
        await (await editor.SubmitAsync($"{Home}/new", unsourced, $"{Home}/new")).RefusedWithAsync("请写明来源");
        Assert.Equal(0, await portal.WithDatabaseAsync(db => db.RiskNotices.CountAsync(n => n.Title == "写错的提示" || n.Title == "没有来源", Cancellation)));
    }

    [Fact]
    public async Task Countries_are_understood_by_code_old_number_and_name_and_the_second_of_two_people_is_told()
    {
        var editor = await portal.VisitAsAsync("editor");
        var page = await editor.WriteAsync(RiskScenes.Form("认得国别", "lao，越南 116", "0709、07"));

        var saved = await editor.OpenAsync(page);
        Assert.Equal("JPN、LAO、VNM", saved.Value("Countries"));
        Assert.Equal("07、0709", saved.Value("Goods"));

        (await editor.SubmitAsync(page, new() { ["Countries"] = "LAO" }, page)).LedTo();
        await (await editor.SubmitAsync(page, new() { ["Version"] = "1", ["Countries"] = "VNM" }, page)).RefusedWithAsync("他人已改为：LAO");
        Assert.Equal(HttpStatusCode.NotFound, (await editor.GetAsync($"{Home}/999999")).StatusCode);
    }

    [Fact]
    public async Task What_is_over_is_not_published_and_what_was_withdrawn_is_seen_by_staff_alone_until_it_is_published_again()
    {
        var editor = await portal.VisitAsAsync("editor");
        var over = RiskScenes.Form("早已过去", "LAO");
        (over["From"], over["Until"]) = ("2020-01-01", "2020-02-01");
        var page = await editor.WriteAsync(over);
        Assert.Contains("结束日期已过", await editor.NoticeAfterAsync(await editor.SubmitAsync(page, [], $"{page}/publish")), StringComparison.Ordinal);
        (await editor.SubmitAsync(page, new() { ["Until"] = "2099-01-01" }, page)).LedTo();
        (await editor.SubmitAsync(page, [], $"{page}/publish")).LedTo();
        var number = await portal.NumberAsync(page);
        Assert.Contains("早已过去", (await portal.Visit().OpenAsync($"/risks/{number}")).Content(), StringComparison.Ordinal);
        Assert.Contains("已经发布", await editor.NoticeAfterAsync(await editor.ForgeAsync(page, $"{page}/publish", new() { ["version"] = "3" })), StringComparison.Ordinal);
        // what the public reads already may be brought to its end
        (await editor.SubmitAsync(page, new() { ["Until"] = "2020-03-01" }, page)).LedTo();
        (await editor.SubmitAsync(page, [], $"{page}/publish")).LedTo();
        Assert.NotNull((await portal.Visit().OpenAsync($"/risks/{number}")).QuerySelector("[data-over]"));

        await (await editor.SubmitAsync($"{page}/withdraw", [], $"{page}/withdraw")).RefusedWithAsync("请写明");
        (await editor.SubmitAsync($"{page}/withdraw", new() { ["Reason"] = "写错了" }, $"{page}/withdraw")).LedTo();

        Assert.Equal(HttpStatusCode.NotFound, (await portal.Visit().GetAsync($"/risks/{number}")).StatusCode);
        Assert.Contains("结束日期已过", await editor.NoticeAfterAsync(await editor.SubmitAsync(page, [], $"{page}/publish")), StringComparison.Ordinal);
        (await editor.SubmitAsync(page, new() { ["Until"] = "2099-01-01" }, page)).LedTo();
        (await editor.SubmitAsync(page, [], $"{page}/publish")).LedTo();
        await portal.Visit().OpenAsync($"/risks/{number}");
        var history = (await editor.OpenAsync(page)).Content();
        foreach (var act in new[] { "新建风险提示", "修改风险提示", "发布风险提示", "撤回风险提示", "写错了" }) Assert.Contains(act, history, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_is_narrowed_sorted_and_sent_as_a_file_and_an_auditor_changes_nothing()
    {
        var editor = await portal.VisitAsAsync("editor");
        var first = await editor.WriteAsync(RiskScenes.Form("列表里的甲", "LAO", "1001"));
        var second = RiskScenes.Form("列表里的乙", "VNM", "1001");
        (second["From"], second["Severity"]) = ("2026-10-01", "Severe");
        await editor.WriteAsync(second);

        var rows = (await editor.OpenAsync($"{Home}?q=列表里的")).QuerySelectorAll("tr[data-risk]");
        Assert.Equal(2, rows.Length);
        Assert.Contains("列表里的甲", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("列表里的乙", (await editor.OpenAsync($"{Home}?q=列表里的&sort=From&dir=asc")).QuerySelector("tr[data-risk]")!.TextContent, StringComparison.Ordinal);
        Assert.Single((await editor.OpenAsync($"{Home}?q=列表里的&severity=Severe")).QuerySelectorAll("tr[data-risk]"));
        Assert.Empty((await editor.OpenAsync($"{Home}?q=列表里的&present=true")).QuerySelectorAll("tr[data-risk]"));
        var file = await (await editor.GetAsync($"{Home}/export.csv?q=列表里的&state=Draft")).Content.ReadAsStringAsync(Cancellation);
        foreach (var text in new[] { "列表里的甲", "列表里的乙", "LAO", "1001", "草稿" }) Assert.Contains(text, file, StringComparison.Ordinal);

        var auditor = await portal.VisitAsAsync("auditor");
        Assert.Null((await auditor.OpenAsync(first)).QuerySelector("main form[method=post]"));
        Assert.Contains("列表里的甲的摘要", (await auditor.OpenAsync(first)).Content(), StringComparison.Ordinal);
    }
}
