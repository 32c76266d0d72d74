using System.Net;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Enterprises;

public sealed class ShowingProductsTests(Portal portal)
{
    private const string Home = "/enterprise/showcase";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_an_enterprise_shows_is_public_only_after_the_park_has_let_it_through_and_waits_again_when_changed()
    {
        var page = $"/enterprises/{await portal.IdOfAsync("91431299MA0000015J")}";
        var (filer, admin) = (await portal.VisitAsAsync("luggage"), await portal.VisitAsAsync("admin"));
        (await filer.SubmitAsync($"{Home}/new", Thing("展示行李箱", "Brand", "TM-777"), $"{Home}/new")).LedTo();
        Assert.DoesNotContain("展示行李箱", (await portal.Visit().OpenAsync(page)).Content(), StringComparison.Ordinal);
        var id = await IdAsync("展示行李箱");
        Assert.Contains("展示行李箱", (await admin.OpenAsync("/inbox")).Content(), StringComparison.Ordinal);

        await (await admin.SubmitAsync("/park/showcase?state=Waiting", new() { ["Reason"] = "" }, $"/park/showcase/{id}?state=Waiting", button: "Accept=false")).RefusedWithAsync("请写明为什么不能公开");
        await DecideAsync(admin, id, "false", "请改写简介");
        Assert.Contains("请改写简介", (await filer.OpenAsync(Home)).Content(), StringComparison.Ordinal);
        await DecideAsync(admin, id, "true", null);

        var shown = await portal.Visit().OpenAsync(page);
        Assert.Contains("展示行李箱", shown.QuerySelector("[data-shown=Brand]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("已公开展示", (await filer.OpenAsync("/inbox")).Content(), StringComparison.Ordinal);
        (await filer.SubmitAsync($"{Home}/{id}/edit", new() { ["Text"] = "新的介绍" }, $"{Home}/{id}/edit")).LedTo();
        Assert.DoesNotContain("展示行李箱", (await portal.Visit().OpenAsync(page)).Content(), StringComparison.Ordinal);
        await DecideAsync(admin, id, "true", null);
        (await filer.SubmitAsync(Home, [], $"{Home}/{id}/remove")).LedTo();
        Assert.DoesNotContain("展示行李箱", (await portal.Visit().OpenAsync(page)).Content(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_that_has_run_out_is_not_shown_and_one_without_a_number_is_refused()
    {
        var page = $"/enterprises/{await portal.IdOfAsync("91431299MA0000015J")}";
        var (filer, admin) = (await portal.VisitAsAsync("luggage"), await portal.VisitAsAsync("admin"));
        await (await filer.SubmitAsync($"{Home}/new", Thing("无号证书", "Certificate", ""), $"{Home}/new")).RefusedWithAsync("证书要有编号");
        await (await filer.SubmitAsync($"{Home}/new", Thing("", "Product", ""), $"{Home}/new")).RefusedWithAsync("请填写名称");
        foreach (var (name, until) in new[] { ("过期证书", "2026-11-21"), ("有效证书", "2026-11-22") })
        {
            var thing = Thing(name, "Certificate", "ZS-9");
            thing["ValidTo"] = until;
            (await filer.SubmitAsync($"{Home}/new", thing, $"{Home}/new")).LedTo();
            await DecideAsync(admin, await IdAsync(name), "true", null);
        }

        await (await filer.SubmitAsync($"{Home}/new", Thing("有效证书", "Certificate", "ZS-9"), $"{Home}/new")).RefusedWithAsync("已有这个名称");
        var shown = (await portal.Visit().OpenAsync(page)).Content();
        Assert.Contains("有效证书", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("过期证书", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_touches_what_another_enterprise_shows_and_of_two_decisions_one_counts()
    {
        var (filer, tea, admin) = (await portal.VisitAsAsync("luggage"), await portal.VisitAsAsync("tea"), await portal.VisitAsAsync("admin"));
        (await filer.SubmitAsync($"{Home}/new", Thing("<script>x</script>箱", "Product", ""), $"{Home}/new")).LedTo();
        var id = await IdAsync("<script>x</script>箱");

        Assert.Equal(HttpStatusCode.NotFound, (await tea.GetAsync($"{Home}/{id}/edit")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await tea.ForgeAsync($"{Home}/new", $"{Home}/{id}/edit", Thing("改名", "Product", ""))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await tea.ForgeAsync($"{Home}/new", $"{Home}/{id}/remove", new() { ["version"] = "1" })).StatusCode);
        var auditor = await portal.VisitAsAsync("auditor");
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.ForgeAsync("/account/password", $"/park/showcase/{id}", new() { ["Accept"] = "true", ["Version"] = "1" })).StatusCode);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => admin.ForgeAsync(
            "/park/showcase", $"/park/showcase/{id}", new() { ["Accept"] = i % 2 == 0 ? "true" : "false", ["Reason"] = "测试", ["Version"] = "1" })));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);
        Assert.Contains("&lt;script&gt;x&lt;/script&gt;箱", await (await admin.GetAsync("/park/showcase?q=箱")).Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Contains("没有符合条件的内容", (await admin.OpenAsync("/park/showcase?q=没有这个")).Content(), StringComparison.Ordinal);
        Assert.DoesNotContain("箱", await (await tea.GetAsync($"{Home}/export.csv")).Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Contains("script", await (await admin.GetAsync("/park/showcase/export.csv?dir=desc")).Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    private static Dictionary<string, string?> Thing(string name, string kind, string number) => new()
    {
        ["Name"] = name,
        ["Kind"] = kind,
        ["Number"] = number,
        ["Text"] = "示例介绍",
    };

    private Task<int> IdAsync(string name) => portal.WithDatabaseAsync(db => db.ShowcaseItems.Where(i => i.Name == name).Select(i => i.Id).SingleAsync(Cancellation));

    private static async Task DecideAsync(Visitor admin, int id, string accept, string? reason) =>
        (await admin.SubmitAsync("/park/showcase", new() { ["Reason"] = reason ?? "" }, $"/park/showcase/{id}", button: $"Accept={accept}")).LedTo();
}
