using System.Net;
using HuaihuaPilotZone.Tests.Support;

namespace HuaihuaPilotZone.Tests.Investment;

public sealed class OfferingOpportunitiesTests(Portal portal)
{
    private const string Home = "/park/opportunities";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_opportunity_is_public_when_staff_publish_it_and_gone_when_they_close_it()
    {
        var (admin, visitor) = (await portal.VisitAsAsync("admin"), portal.Visit());
        await visitor.OpenAsync("/opportunities");
        var page = (await admin.SubmitAsync($"{Home}/new", Opportunity("test-offer-a", "测试招商项目甲"), $"{Home}/new")).LedTo();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/opportunities/test-offer-a")).StatusCode);

        (await admin.SubmitAsync(page, [], $"{page}/publish")).LedTo();

        Assert.NotNull((await visitor.OpenAsync("/opportunities")).QuerySelector("[data-opportunity='test-offer-a']"));
        var shown = (await visitor.OpenAsync("/opportunities/test-offer-a")).Content();
        foreach (var text in new[] { "找测试企业", "测试条件", "1,000 至 5,000 m²", "测试招商局 0745-2700000", "测试来源", "2026-03", "演示" }) Assert.Contains(text, shown, StringComparison.Ordinal);
        Assert.Contains("测试招商项目甲", (await visitor.OpenAsync("/search?q=测试招商项目甲")).Content(), StringComparison.Ordinal);
        Assert.Contains("/opportunities/test-offer-a", await (await visitor.GetAsync("/sitemap/1.xml")).Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        (await admin.SubmitAsync(page, [], $"{page}/close")).LedTo();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/opportunities/test-offer-a")).StatusCode);
        Assert.Null((await visitor.OpenAsync("/opportunities")).QuerySelector("[data-opportunity='test-offer-a']"));
    }

    [Fact]
    public async Task A_person_a_missing_source_and_a_taken_address_are_refused()
    {
        var admin = await portal.VisitAsAsync("admin");
        var values = Opportunity("test-offer-b", "测试招商项目乙");
        values["Office"] = "张三 13800000000";
        values["Wanted"] = "有意者发邮件到 someone@example.invalid";
        values["MostArea"] = "10";
        await (await admin.SubmitAsync($"{Home}/new", values, $"{Home}/new")).RefusedWithAsync("手机号码", "邮箱", "最大面积不能小于最小面积");
        values = Opportunity("test-offer-b", "测试招商项目乙");
        values["Source"] = "";
        await (await admin.SubmitAsync($"{Home}/new", values, $"{Home}/new")).RefusedWithAsync("请写明来源");
        values["Source"] = "测试来源";
        values["OpenUntil"] = "2026-11-01";
        var page = (await admin.SubmitAsync($"{Home}/new", values, $"{Home}/new")).LedTo();

        await (await admin.SubmitAsync($"{Home}/new", values, $"{Home}/new")).RefusedWithAsync("已有招商项目使用这个网址短名");
        Assert.Contains("截止日期已过", await admin.NoticeAfterAsync(await admin.SubmitAsync(page, [], $"{page}/publish")), StringComparison.Ordinal);
        (await admin.SubmitAsync(page, new() { ["Conditions"] = "先写的条件" }, page)).LedTo();
        await (await admin.SubmitAsync(page, new() { ["Version"] = "1", ["Conditions"] = "后写的条件" }, page)).RefusedWithAsync("他人已改为：先写的条件");
        Assert.Single((await admin.OpenAsync($"{Home}?q=测试招商项目乙&state=Draft")).QuerySelectorAll("tr[data-opportunity]"));
        Assert.Null((await (await portal.VisitAsAsync("auditor")).OpenAsync(page)).QuerySelector("main form[method=post]"));
    }

    [Fact]
    public async Task The_invented_ones_say_so_and_are_read_in_English()
    {
        var page = (await portal.Visit().OpenAsync("/en/opportunities/demo-luggage-parts")).Content();

        foreach (var text in new[] { "Demonstration", "Parts for luggage makers", "Whom to ask" }) Assert.Contains(text, page, StringComparison.Ordinal);
        var industry = (await portal.Visit().OpenAsync("/opportunities")).QuerySelectorAll("nav.hh-tabs a[href*='industry=']").Select(a => a.GetAttribute("href")!).ToList();
        Assert.True(industry.Count >= 2);
        Assert.Single((await portal.Visit().OpenAsync(industry[0])).QuerySelectorAll("[data-opportunity^='demo-']"));
    }

    private static Dictionary<string, string?> Opportunity(string slug, string title) => new()
    {
        ["Slug"] = slug,
        ["Title"] = title,
        ["Wanted"] = "找测试企业",
        ["Conditions"] = "测试条件",
        ["LeastArea"] = "1000",
        ["MostArea"] = "5000",
        ["Office"] = "测试招商局 0745-2700000",
        ["Source"] = "测试来源",
        ["SourceStatus"] = "Demonstration",
        ["AsOf"] = "2026-03",
    };
}
