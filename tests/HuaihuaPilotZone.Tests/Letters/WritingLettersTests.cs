using System.Net;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Letters;
using HuaihuaPilotZone.Tests.Files;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Letters;

/// <summary>The public writes without a sign-in and follows its letter with number and query code.</summary>
public sealed class WritingLettersTests(QuickPortal quick) : IClassFixture<QuickPortal>
{
    private const string Page = Correspondence.Page;
    private const string Script = "<script>alert(1)</script><img src=x onerror=alert(2)>";

    private readonly Portal _portal = quick.Portal;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_letter_comes_in_with_a_number_and_a_code_shown_once_and_its_writer_is_kept_encrypted()
    {
        var visitor = _portal.Visit();
        var received = (await visitor.SubmitAsync(Page, Correspondence.Filling("第一封来信"))).LedTo();
        var page = await visitor.OpenAsync(received);
        var (number, code) = (page.QuerySelector("#letter-number")!.TextContent, page.QuerySelector("#letter-code")!.TextContent);

        Assert.Matches("^XJ-20261122-[0-9]{4}$", number);
        Assert.Matches("^[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}$", code);
        Assert.Equal("/letters/status", (await visitor.GetAsync(received)).LedTo());
        var stored = await _portal.LetterAsync(number);
        Assert.Equal((PrivacyNotice.Version, 5), (stored.PrivacyNoticeVersion, stored.LimitDays));
        Assert.DoesNotContain("写信人甲", stored.ProtectedWriter!, StringComparison.Ordinal);
        Assert.DoesNotContain("12345678", stored.ProtectedWriter!, StringComparison.Ordinal);
        Assert.DoesNotContain(code.Replace("-", "", StringComparison.Ordinal), stored.CodeHash, StringComparison.OrdinalIgnoreCase);
        var status = await _portal.LookAsync(number, code);
        Assert.Contains("待受理", status.Content(), StringComparison.Ordinal);
        Assert.Contains("2026-11-27", status.Content(), StringComparison.Ordinal);
        Assert.Contains("第一封来信", (await _portal.LookAsync(number.ToLowerInvariant(), code.Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant())).Content(), StringComparison.Ordinal);
        Assert.True(await _portal.WithDatabaseAsync(db => db.Notices.AnyAsync(n => n.Link == $"/park/letters/{number}", Cancellation)));
    }

    [Theory]
    [InlineData("/policies/hhpz-2026-00001")]
    [InlineData("/news/demo-trial-run")]
    public async Task A_page_leads_to_a_letter_about_a_mistake_on_it(string address)
    {
        var link = (await _portal.Visit().OpenAsync(address)).QuerySelector("main a[href^='/letters/new']")!.GetAttribute("href")!;
        var form = await _portal.Visit().OpenAsync(link);

        Assert.Equal($"网站纠错：{address}", form.Value("Title"));
        Assert.Equal(nameof(LetterKind.Suggestion), form.Value("Kind"));
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("javascript:alert(1)")]
    public async Task An_address_elsewhere_stands_in_no_letter(string address) =>
        Assert.Equal("", (await _portal.Visit().OpenAsync("/letters/new?about=" + Uri.EscapeDataString(address))).Value("Title") ?? "");

    [Fact]
    public async Task Everything_wrong_is_said_at_once_and_what_was_typed_stays()
    {
        var page = await (await _portal.Visit().SubmitAsync(Page, new() { ["Kind"] = "", ["Title"] = "", ["Body"] = "写过的内容", ["Name"] = "", ["Phone"] = "", ["Email"] = "abc" }))
            .RefusedWithAsync("请选择来信类型", "请填写标题", "请填写姓名", "邮箱格式不对", "请阅读隐私说明");

        Assert.Equal("写过的内容", page.Value("Body"));
        await (await _portal.Visit().SubmitAsync(Page, new(Correspondence.Filling("没有联系方式")) { ["Phone"] = "" })).RefusedWithAsync("电话和邮箱至少填写一个");
        await (await _portal.Visit().SubmitAsync(Page, new(Correspondence.Filling("旧版说明")) { ["NoticeVersion"] = "2001-01" })).RefusedWithAsync("隐私说明刚有更新");
    }

    [Fact]
    public async Task Only_a_report_may_be_anonymous_and_then_nobody_is_kept()
    {
        await (await _portal.Visit().SubmitAsync(Page, new(Correspondence.Filling("匿名投诉", "Complaint")) { ["IsAnonymous"] = "true" })).RefusedWithAsync("只有举报可以匿名");

        var (number, code) = await _portal.WriteAsync(new(Correspondence.Filling("匿名举报", "Report")) { ["IsAnonymous"] = "true", ["Name"] = "", ["Phone"] = "" });

        var stored = await _portal.LetterAsync(number);
        Assert.Null(stored.ProtectedWriter);
        Assert.False(stored.WantsPublication);
        Assert.Contains("举报", (await _portal.LookAsync(number, code)).Content(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_fills_the_trap_posts_at_once_or_keeps_the_form_is_refused()
    {
        var page = await (await _portal.Visit().SubmitAsync(Page, new(Correspondence.Filling("陷阱")) { ["Fax"] = "1" })).RefusedWithAsync("页面上隐藏的一栏被自动填写了");
        Assert.Equal("", page.Value("Fax"));
        await (await _portal.Visit().SubmitAsync(Page, new(Correspondence.Filling("伪造")) { ["Stamp"] = "forged" })).RefusedWithAsync("页面打开得太久或已失效");
        await using var slow = Portal.Own();
        var visitor = slow.Visit();
        var stamp = await slow.StampAsync();

        var shown = await (await visitor.SubmitAsync(Page, Correspondence.Filling("太快"))).RefusedWithAsync("提交得太快");
        Assert.Equal("太快", shown.Value("Title"));
        slow.Clock.Set(slow.Clock.GetUtcNow().AddSeconds(4));
        Assert.Equal("/letters/received", (await visitor.SubmitAsync(Page, new(Correspondence.Filling("不快不慢")) { ["Stamp"] = stamp })).LedTo());
        slow.Clock.Set(slow.Clock.GetUtcNow().AddHours(25));
        await (await visitor.SubmitAsync(Page, new(Correspondence.Filling("太久")) { ["Stamp"] = stamp })).RefusedWithAsync("页面打开得太久");
    }

    [Fact]
    public async Task Files_are_looked_into_and_only_those_who_answer_get_them()
    {
        var values = Correspondence.Filling("带附件的来信");
        values["Stamp"] = await _portal.StampAsync();
        values["NoticeVersion"] = PrivacyNotice.Version;
        await (await _portal.Visit().UploadAsync(Page, Page, values, ("图.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"u8.ToArray()))).RefusedWithAsync("图.svg");
        await (await _portal.Visit().UploadAsync(Page, Page, values, ("页.pdf", "<html><script>alert(1)</script></html>"u8.ToArray()))).RefusedWithAsync("页.pdf");
        var visitor = _portal.Visit();
        var page = await visitor.OpenAsync((await visitor.UploadAsync(Page, Page, values, ($"..\\..\\{Script}.pdf", SampleFiles.Pdf()))).LedTo());
        var number = page.QuerySelector("#letter-number")!.TextContent;
        var file = Assert.Single((await _portal.LetterAsync(number)).Files);
        Assert.DoesNotContain("..", file.File!.Name, StringComparison.Ordinal);
        var address = $"/park/letters/{number}/files/{file.Id}";

        var desk = await (await _portal.VisitAsAsync("admin")).OpenAsync($"/park/letters/{number}");
        Assert.Empty(desk.QuerySelectorAll("main script, [onerror]"));
        var sent = await (await _portal.VisitAsAsync("admin")).GetAsync(address);
        Assert.Equal("attachment", sent.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await _portal.VisitAsAsync("auditor")).GetAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await _portal.Visit().GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task A_wrong_code_opens_nothing_and_says_no_more_than_for_an_unknown_number()
    {
        var (number, code) = await _portal.WriteAsync(Correspondence.Filling("别人的来信"));

        foreach (var (n, c) in new[] { (number, "AAAA-AAAA-AAAA"), ("XJ-20200101-0001", code), (number, new string('A', 20)), (number, "' OR 1=1 --") })
        {
            var page = await _portal.LookAsync(n, c);
            Assert.Contains("编号或查询码不对", page.Content(), StringComparison.Ordinal);
            Assert.Null(page.QuerySelector("#status"));
        }
        await (await _portal.Visit().SubmitAsync("/letters/status", new() { ["Number"] = "", ["Code"] = "" })).RefusedWithAsync("请填写编号", "请填写查询码");
        Assert.Equal(HttpStatusCode.NotFound, (await _portal.Visit().GetAsync($"/letters/{number}")).StatusCode);
    }

    [Fact]
    public async Task Guessing_codes_is_slowed_down()
    {
        await using var strict = Portal.Own(("RateLimits:PublicForms", "3"));
        var visitor = strict.Visit();

        for (var i = 0; i < 3; i++) Assert.Equal(HttpStatusCode.OK, (await visitor.SubmitAsync("/letters/status", new() { ["Number"] = "XJ-20261122-0001", ["Code"] = $"AAAA-AAAA-AAA{i}" })).StatusCode);

        Assert.Equal(HttpStatusCode.TooManyRequests, (await visitor.SubmitAsync("/letters/status", new() { ["Number"] = "XJ-20261122-0001", ["Code"] = "AAAA-AAAA-AAAA" })).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await visitor.ForgeAsync("/letters/status", "/letters/rate", new() { ["Rating"] = "1" })).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await visitor.ForgeAsync("/letters/status", Page, [])).StatusCode);
    }

    [Fact]
    public async Task Letters_sent_at_once_get_numbers_and_codes_of_their_own()
    {
        var sent = await Task.WhenAll(Enumerable.Range(0, 5).Select(i => _portal.WriteAsync(Correspondence.Filling($"同时来信 {i}"))));

        Assert.Equal(5, sent.Select(s => s.Number).Distinct().Count());
        Assert.Equal(5, sent.Select(s => s.Code).Distinct().Count());
    }

    [Fact]
    public async Task Over_posting_answers_nothing()
    {
        var (number, _) = await _portal.WriteAsync(new(Correspondence.Filling("多报字段")) { ["State"] = "Answered", ["Reply"] = "假答复", ["PublicState"] = "Published", ["AssigneeId"] = "1", ["Rating"] = "5" });

        var stored = await _portal.LetterAsync(number);
        Assert.Equal((LetterState.Received, null, null, null), (stored.State, stored.Reply, stored.AssigneeId, stored.Rating));
        Assert.Equal(HuaihuaPilotZone.Content.PublicationState.Draft, stored.PublicState);
    }
}
