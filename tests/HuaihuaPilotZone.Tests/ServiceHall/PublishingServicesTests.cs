using System.Net;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.ServiceHall;
using HuaihuaPilotZone.Tests.Files;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.ServiceHall;

/// <summary>Editors draw up a service, are told everything that is missing, and publish it whole.</summary>
public sealed class PublishingServicesTests(Portal portal)
{
    private const string New = "/park/services/new";
    private const string Script = "<script>alert(1)</script><img src=x onerror=alert(2)>";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_incomplete_service_is_not_published_and_every_gap_is_named_at_its_field()
    {
        var editor = await portal.VisitAsAsync("editor");
        var address = (await editor.SubmitAsync(New, new() { ["Title"] = "没写完的事项", ["Slug"] = "trial-gaps" })).LedTo();

        var page = await (await editor.SubmitAsync(address, [], $"{address}/publish")).RefusedWithAsync(
            "缺少一句话说明", "缺少服务对象", "缺少企业所处阶段", "缺少设定依据", "缺少申请条件", "缺少办理材料", "缺少承诺时限", "缺少法定时限", "缺少费用", "缺少办理流程", "缺少联系方式");

        foreach (var field in new[] { "Summary", "Audiences", "Stages", "Basis", "Conditions", "NeedsNoMaterials", "PromisedDays", "LegalDays", "Fee", "Steps", "Contact" })
        {
            Assert.NotNull(page.QuerySelector($".hh-errsum a[href='#{field}']"));
            Assert.NotNull(page.QuerySelector($"#{field}"));
        }
        Assert.Equal(HttpStatusCode.NotFound, (await portal.Visit().GetAsync("/services/trial-gaps")).StatusCode);
        Assert.Equal(PublicationState.Draft, (await FindAsync("trial-gaps")).State);
    }

    [Fact]
    public async Task A_whole_service_with_a_form_is_published_found_downloaded_and_withdrawn()
    {
        var editor = await portal.VisitAsAsync("editor");
        var address = (await editor.SubmitAsync(New, Whole("完整的测试事项", "trial-whole", noMaterials: false))).LedTo();
        await (await editor.SubmitAsync(address, [], $"{address}/publish")).RefusedWithAsync("缺少办理材料");
        var version = (await editor.OpenAsync(address)).Value("Version");
        (await editor.UploadAsync(address, $"{address}/materials", new() { ["Version"] = version, ["Name"] = "申请表", ["Note"] = "一份", ["IsRequired"] = "true" }, ("申请表.docx", SampleFiles.Docx()))).LedTo();

        Assert.Contains("已发布", await editor.NoticeAfterAsync(await editor.SubmitAsync(address, [], $"{address}/publish")), StringComparison.Ordinal);

        var page = await portal.Visit().OpenAsync("/services/trial-whole");
        var form = await portal.Visit().GetAsync(page.QuerySelector("a[download]")!.GetAttribute("href")!);
        Assert.Equal("attachment", form.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal(SampleFiles.Docx().Length, (await form.Content.ReadAsByteArrayAsync(Cancellation)).Length);
        Assert.NotNull((await portal.Visit().OpenAsync("/search?q=完整的测试事项")).QuerySelector("[data-result='/services/trial-whole']"));
        var published = (await FindAsync("trial-whole")).PublishedAt;

        await editor.SubmitAsync($"{address}/withdraw", new() { ["Reason"] = "测试" }, $"{address}/withdraw");

        Assert.Equal(HttpStatusCode.NotFound, (await portal.Visit().GetAsync("/services/trial-whole")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await portal.Visit().GetAsync(page.QuerySelector("a[download]")!.GetAttribute("href")!)).StatusCode);
        Assert.Null((await portal.Visit().OpenAsync("/search?q=完整的测试事项")).QuerySelector("[data-result='/services/trial-whole']"));
        await editor.SubmitAsync(address, [], $"{address}/publish");
        Assert.Equal(published, (await FindAsync("trial-whole")).PublishedAt);
    }

    [Fact]
    public async Task What_is_published_stays_whole_and_keeps_its_address()
    {
        var editor = await portal.VisitAsAsync("editor");
        var address = await PublishAsync(editor, "保持完整的事项", "trial-kept");

        await (await editor.SubmitAsync(address, new() { ["Basis"] = "" }, address)).RefusedWithAsync("缺少设定依据");
        await (await editor.SubmitAsync(address, new() { ["Slug"] = "trial-other" }, address)).RefusedWithAsync("网址短名不能再改");
        Assert.Contains("平台服务事项", (await portal.Visit().OpenAsync("/services/trial-kept")).Content(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_of_two_editors_is_told_what_the_first_wrote()
    {
        var editor = await portal.VisitAsAsync("editor");
        var address = (await editor.SubmitAsync(New, Whole("两人编辑的事项", "trial-two"))).LedTo();
        (await editor.SubmitAsync(address, new() { ["Fee"] = "不收费（甲）" }, address)).LedTo();

        var page = await (await editor.SubmitAsync(address, new() { ["Version"] = "1", ["Fee"] = "不收费（乙）" }, address)).RefusedWithAsync("他人已保存了修改", "他人已改为：不收费（甲）");

        Assert.Equal("不收费（乙）", page.Value("Fee"));
        await (await editor.SubmitAsync(address, new() { ["Slug"] = "entry-registration" }, address)).RefusedWithAsync("已有另一个事项使用");
    }

    [Theory]
    [InlineData("Slug", "Bad Slug", "网址短名只用小写字母")]
    [InlineData("PromisedDays", "-1", "承诺时限应在")]
    [InlineData("LegalDays", "9999", "法定时限应在")]
    [InlineData("PromisedDays", "abc", "无法识别")]
    [InlineData("Title", "", "请填写事项名称")]
    public async Task What_cannot_be_is_refused_and_stays_typed(string field, string value, string message)
    {
        var page = await (await (await portal.VisitAsAsync("editor")).SubmitAsync(New, new(Whole("不会保存的事项", "trial-never")) { [field] = value })).RefusedWithAsync(message);

        Assert.Equal(value, page.Value(field));
    }

    [Fact]
    public async Task A_script_in_any_field_is_shown_as_text_and_a_form_that_could_run_is_not_taken()
    {
        var editor = await portal.VisitAsAsync("editor");
        var values = Whole($"脚本{Script}", "trial-script", noMaterials: false);
        foreach (var field in new[] { "Summary", "Basis", "Conditions", "LimitNote", "Fee", "Steps", "Contact" }) values[field] = Script;
        var address = (await editor.SubmitAsync(New, values)).LedTo();
        Task<HttpResponseMessage> AddAsync(string name, byte[] content) => AddMaterialAsync(editor, address, Script, (name, content));
        await (await AddAsync("表.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"u8.ToArray())).RefusedWithAsync();
        await (await AddAsync("表.html", "<html><script>alert(1)</script></html>"u8.ToArray())).RefusedWithAsync();
        (await AddAsync("../../" + Script + ".pdf", SampleFiles.Pdf())).LedTo();
        (await editor.SubmitAsync(address, [], $"{address}/publish")).LedTo();

        foreach (var page in new[] { "/services", "/services/trial-script", "/search?q=脚本" })
        {
            var shown = await portal.Visit().OpenAsync(page);
            Assert.Empty(shown.QuerySelectorAll("main script, main img[onerror], [onerror]"));
        }
        foreach (var page in new[] { "/park/services", address, $"{address}/preview" }) Assert.Empty((await editor.OpenAsync(page)).QuerySelectorAll("main script, [onerror]"));
        var name = (await portal.Visit().OpenAsync("/services/trial-script")).QuerySelector("a[download]")!.TextContent;
        Assert.DoesNotContain("..", name, StringComparison.Ordinal);
        await editor.SubmitAsync($"{address}/withdraw", new() { ["Reason"] = "测试" }, $"{address}/withdraw");
    }

    [Fact]
    public async Task Over_posting_publishes_nothing_and_others_may_not_edit()
    {
        var editor = await portal.VisitAsAsync("editor");
        var address = (await editor.SubmitAsync(New, new(Whole("多报的事项", "trial-over")) { ["State"] = "Published", ["PublishedAt"] = "2020-01-01", ["IsDemonstration"] = "true" })).LedTo();
        var saved = await FindAsync("trial-over");
        Assert.Equal((PublicationState.Draft, null, false), (saved.State, saved.PublishedAt, saved.IsDemonstration));

        foreach (var person in new[] { "reviewer", "auditor" })
        {
            var other = await portal.VisitAsAsync(person);
            foreach (var act in new[] { "", "/publish", "/withdraw", "/materials", "/materials/1/remove" }) Assert.Equal(HttpStatusCode.Forbidden, (await other.ForgeAsync("/park/services", address + act, [])).StatusCode);
        }
        Assert.Equal(HttpStatusCode.Redirect, (await portal.Visit().GetAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await editor.GetAsync("/park/services/2147483647")).StatusCode);
    }

    [Fact]
    public async Task The_last_paper_of_a_published_service_stays()
    {
        var editor = await portal.VisitAsAsync("editor");
        var address = (await editor.SubmitAsync(New, Whole("材料测试事项", "trial-papers", noMaterials: false))).LedTo();
        await AddMaterialAsync(editor, address, "唯一的材料", null);
        (await editor.SubmitAsync(address, [], $"{address}/publish")).LedTo();
        var remove = (await editor.OpenAsync(address)).QuerySelector("[data-material] form")!.GetAttribute("action")!;

        Assert.Contains("至少要有一份材料", await editor.NoticeAfterAsync(await editor.SubmitAsync(address, [], remove)), StringComparison.Ordinal);
        await (await AddMaterialAsync(editor, address, "", null)).RefusedWithAsync("请填写材料名称");
    }

    private static async Task<string> PublishAsync(Visitor editor, string title, string slug)
    {
        var address = (await editor.SubmitAsync(New, Whole(title, slug))).LedTo();
        (await editor.SubmitAsync(address, [], $"{address}/publish")).LedTo();
        return address;
    }

    private static async Task<HttpResponseMessage> AddMaterialAsync(Visitor editor, string address, string name, (string, byte[])? file) => await editor.UploadAsync(
        address, $"{address}/materials", new() { ["Version"] = (await editor.OpenAsync(address)).Value("Version"), ["Name"] = name, ["IsRequired"] = "true" }, file);

    private static Dictionary<string, string?> Whole(string title, string slug, bool noMaterials = true) => new()
    {
        ["Title"] = title,
        ["Slug"] = slug,
        ["Summary"] = "测试用的事项。",
        ["Audiences"] = "Enterprise",
        ["Stages"] = "Records",
        ["Basis"] = "平台服务事项。",
        ["Conditions"] = "没有条件。",
        ["NeedsNoMaterials"] = noMaterials ? "true" : "false",
        ["PromisedDays"] = "3",
        ["LegalDays"] = "",
        ["HasNoLegalLimit"] = "true",
        ["LimitNote"] = "测试",
        ["Fee"] = "不收费。",
        ["Desk"] = "None",
        ["Steps"] = "第一步：填写\n第二步：提交",
        ["Contact"] = "示例窗口，电话待填写",
    };

    private Task<ServiceItem> FindAsync(string slug) => portal.WithDatabaseAsync(db => db.ServiceItems.AsNoTracking().SingleAsync(s => s.Slug == slug, Cancellation));
}
