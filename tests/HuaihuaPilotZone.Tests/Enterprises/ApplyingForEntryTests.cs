using System.Net;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Enterprises.Applications;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Enterprises;

public sealed class ApplyingForEntryTests(Portal portal)
{
    private const string Page = "/enterprises/apply";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_visitor_applies_and_gets_a_number()
    {
        var code = CreditCode.Next();

        var address = (await portal.Visit().SubmitAsync(Page, Filling("申请测试甲公司", code))).LedTo();

        Assert.Matches("^/enterprises/apply/RZ-20261122-[0-9]{4}$", address);
        var receipt = (await portal.Visit().OpenAsync(address)).Content();
        Assert.Contains(address[(address.LastIndexOf('/') + 1)..], receipt, StringComparison.Ordinal);
        Assert.DoesNotContain("申请测试甲公司", receipt, StringComparison.Ordinal);
        var stored = await FindAsync(code);
        Assert.Equal((PrivacyNotice.Version, portal.Clock.GetUtcNow().UtcDateTime), (stored.PrivacyNoticeVersion, stored.PrivacyNoticeAcceptedAt));
        Assert.Equal(HttpStatusCode.NotFound, (await portal.Visit().GetAsync("/enterprises/apply/RZ-20261122-9999")).StatusCode);
    }

    [Fact]
    public async Task Everything_wrong_is_said_at_once_and_what_was_typed_stays()
    {
        var answer = await portal.Visit().SubmitAsync(Page, new()
        {
            ["Name"] = "",
            ["CreditCode"] = "123",
            ["Type"] = "",
            ["Website"] = "ftp://x",
            ["Intent"] = "",
            ["ContactName"] = "",
            ["ContactPhone"] = "abc",
            ["ContactEmail"] = "abc",
        });

        var page = await answer.RefusedWithAsync(
            "请填写企业名称", "统一社会信用代码应为 18 位", "请选择企业类型", "网址应以", "请写明入驻后想开展的业务", "请填写联系人姓名", "电话只能用数字", "邮箱格式不对", "请阅读隐私说明");
        Assert.Equal("123", page.Value("CreditCode"));
        Assert.Equal("abc", page.Value("ContactPhone"));
    }

    [Fact]
    public async Task A_program_that_fills_every_field_is_refused_and_the_next_page_has_the_trap_empty()
    {
        var code = CreditCode.Next();
        var values = Filling("申请测试乙公司", code);
        values["Fax"] = "0745-1";

        var page = await (await portal.Visit().SubmitAsync(Page, values)).RefusedWithAsync("页面上隐藏的一栏被自动填写了");

        Assert.Equal("", page.Value("Fax"));
        Assert.Equal(0, await CountAsync(code));
    }

    [Fact]
    public async Task A_second_application_for_the_same_code_is_kindly_refused_also_at_the_same_moment()
    {
        var code = CreditCode.Next();

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => portal.Visit().SubmitAsync(Page, Filling("申请测试丙公司", code))));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);
        foreach (var answer in answers.Where(a => a.StatusCode != HttpStatusCode.Redirect)) await answer.RefusedWithAsync("这个信用代码已有一份申请在处理中");
        Assert.Equal(1, await CountAsync(code));
    }

    [Fact]
    public async Task Applications_sent_at_once_get_different_numbers()
    {
        var codes = Enumerable.Range(0, 6).Select(_ => CreditCode.Next()).ToList();

        var addresses = await Task.WhenAll(codes.Select(async c => (await portal.Visit().SubmitAsync(Page, Filling("申请测试丁公司", c))).LedTo()));

        Assert.Equal(6, addresses.Distinct().Count());
    }

    [Fact]
    public async Task An_enterprise_of_the_roster_is_told_to_ask_for_an_account()
    {
        await (await portal.Visit().SubmitAsync(Page, Filling("申请测试戊公司", "91431299MA0000015J"))).RefusedWithAsync("这家企业已经入驻");
    }

    [Fact]
    public async Task An_approval_makes_the_record_and_invites_the_contact_as_its_administrator()
    {
        var code = CreditCode.Next();
        var number = await ApplyAsync("申请测试己公司", code, "contact.ji@example.invalid");
        var admin = await portal.VisitAsAsync("admin");
        var page = $"/park/applications/{number}";

        var answer = await admin.SubmitAsync(page, new() { ["Stage"] = "Interested", ["On"] = "2026-11-21" }, $"{page}/approve");

        var shown = await admin.OpenAsync(answer.LedTo());
        var link = Mailbox.LinkIn(shown.QuerySelector("#invitation-link")!.TextContent);
        Assert.Equal(link, Mailbox.LinkIn(await portal.ReceiveAsync("contact.ji@example.invalid", "申请测试己公司")));
        Assert.Null((await admin.OpenAsync(page)).QuerySelector("#invitation-link"));
        var id = await portal.IdOfAsync(code);
        var record = (await admin.OpenAsync($"/park/enterprises/{id}")).Content();
        foreach (var text in new[] { "申请测试己公司", "意向", number, "联**", "000-****5678" }) Assert.Contains(text, record, StringComparison.Ordinal);
        var contact = portal.Visit();
        Assert.Equal("/enterprise", (await contact.SubmitAsync(link, new()
        {
            ["UserName"] = "contact.ji",
            ["Password"] = "a-good-passw0rd",
            ["PasswordAgain"] = "a-good-passw0rd",
            ["AcceptsNotice"] = "true",
        })).LedTo());
        Assert.Contains("申请测试己公司", (await contact.OpenAsync("/enterprise/profile")).Content(), StringComparison.Ordinal);
        await contact.OpenAsync("/enterprise/profile/filing");
    }

    [Fact]
    public async Task A_refusal_needs_a_reason_and_tells_the_contact()
    {
        var code = CreditCode.Next();
        var number = await ApplyAsync("申请测试庚公司", code, "contact.geng@example.invalid");
        var admin = await portal.VisitAsAsync("admin");
        var page = $"/park/applications/{number}";

        await (await admin.SubmitAsync(page, new() { ["Reason"] = "" }, $"{page}/refuse")).RefusedWithAsync("请写明原因");
        (await admin.SubmitAsync(page, new() { ["Reason"] = "请补充仓储需要。" }, $"{page}/refuse")).LedTo();

        Assert.Contains("请补充仓储需要。", await portal.ReceiveAsync("contact.geng@example.invalid", number), StringComparison.Ordinal);
        Assert.Contains("未批准", (await admin.OpenAsync(page)).Content(), StringComparison.Ordinal);
        Assert.False(await portal.WithDatabaseAsync(db => db.Enterprises.AnyAsync(e => e.CreditCode == code, Cancellation)));
        Assert.StartsWith("/enterprises/apply/RZ-", (await portal.Visit().SubmitAsync(Page, Filling("申请测试庚公司", code))).LedTo(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_several_decisions_at_once_exactly_one_counts()
    {
        var code = CreditCode.Next();
        var number = await ApplyAsync("申请测试辛公司", code);
        var admin = await portal.VisitAsAsync("admin");
        var page = $"/park/applications/{number}";

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => i % 2 == 0
            ? admin.ForgeAsync(page, $"{page}/approve", new() { ["Stage"] = "Signed", ["On"] = "2026-11-22" })
            : admin.ForgeAsync(page, $"{page}/refuse", new() { ["Reason"] = "不符合条件" })));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);
        foreach (var answer in answers.Where(a => a.StatusCode != HttpStatusCode.Redirect)) await answer.RefusedWithAsync("这份申请已由示例管理员处理");
        var application = await FindAsync(code);
        Assert.Equal(application.State == ApplicationState.Approved, await portal.WithDatabaseAsync(db => db.Enterprises.AnyAsync(e => e.CreditCode == code, Cancellation)));
    }

    [Fact]
    public async Task An_approval_of_a_code_that_came_into_the_roster_meanwhile_is_refused_and_stays_open()
    {
        var code = CreditCode.Next();
        var number = await ApplyAsync("申请测试壬公司", code);
        await portal.HasEnterpriseAsync("先到的公司", creditCode: code);
        var admin = await portal.VisitAsAsync("admin");
        var page = $"/park/applications/{number}";

        await (await admin.SubmitAsync(page, [], $"{page}/approve")).RefusedWithAsync("名录里已有这个信用代码：先到的公司。");

        Assert.Equal(ApplicationState.Submitted, (await FindAsync(code)).State);
    }

    [Fact]
    public async Task A_stage_that_an_entry_cannot_begin_with_is_refused()
    {
        var number = await ApplyAsync("申请测试癸公司", CreditCode.Next());
        var admin = await portal.VisitAsAsync("admin");
        var page = $"/park/applications/{number}";

        var answer = await admin.ForgeAsync(page, $"{page}/approve", new() { ["Stage"] = "Operating", ["On"] = "2026-12-01" });

        await answer.RefusedWithAsync("入驻时的阶段只能是“签约”或“意向”。", "阶段开始日期不能晚于今天。");
    }

    [Fact]
    public async Task The_queue_shows_what_waits_and_only_administrators_decide()
    {
        var number = await ApplyAsync("申请测试子公司", CreditCode.Next());
        var reviewer = await portal.VisitAsAsync("reviewer");

        Assert.Contains(number, (await reviewer.OpenAsync($"/park/applications?q={number}")).Content(), StringComparison.Ordinal);
        Assert.DoesNotContain(number, (await reviewer.OpenAsync($"/park/applications?state=Refused&q={number}")).Content().Replace($"“{number}”", "", StringComparison.Ordinal), StringComparison.Ordinal);
        var page = await reviewer.OpenAsync($"/park/applications/{number}");
        Assert.Null(page.QuerySelector("form[action$='/approve'], form[action$='/refuse']"));
        Assert.Equal(HttpStatusCode.Forbidden, (await reviewer.ForgeAsync("/account/password", $"/park/applications/{number}/approve", new() { ["Stage"] = "Signed", ["On"] = "2026-11-22" })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await reviewer.GetAsync("/park/applications/RZ-1")).StatusCode);
    }

    [Fact]
    public async Task The_queue_is_narrowed_ordered_and_taken_along_without_the_people()
    {
        var numbers = new List<string>();
        foreach (var name in new[] { "排队测试乙公司", "排队测试甲公司", "排队测试丙公司" }) numbers.Add(await ApplyAsync(name, CreditCode.Next()));
        var reviewer = await portal.VisitAsAsync("reviewer");
        async Task<IEnumerable<string>> ShownAsync(string address) => (await reviewer.OpenAsync(address)).QuerySelectorAll("tbody tr td.ttl a").Select(a => a.GetAttribute("href")!.Split('/')[^1]);

        numbers.Reverse();
        Assert.Equal(numbers, await ShownAsync("/park/applications?q=排队测试"));
        numbers.Reverse();
        Assert.Equal(numbers, await ShownAsync("/park/applications?q=排队测试&sort=Submitted&dir=asc"));
        Assert.Equal(3, (await ShownAsync("/park/applications?q=排队测试&sort=Name&dir=asc")).Count());
        Assert.Empty(await ShownAsync("/park/applications?q=排队测试&type=Logistics"));

        using var answer = await reviewer.GetAsync("/park/applications/export.csv?q=排队测试");
        var lines = (await answer.Content.ReadAsStringAsync(Cancellation)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(4, lines.Length);
        Assert.All(numbers, n => Assert.Contains(lines, l => l.Contains(n, StringComparison.Ordinal)));
        Assert.DoesNotContain(lines, l => l.Contains("example.invalid", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, (await reviewer.GetAsync("/park/applications/export.xlsx")).StatusCode);
    }

    [Fact]
    public async Task Whoever_sends_too_many_forms_is_asked_to_wait()
    {
        await using var strict = new Portal();
        await using var limited = strict.WithWebHostBuilder(b => b.UseSetting("RateLimits:PublicForms", "2"));
        var visitor = new Visitor(limited.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false }));

        for (var i = 0; i < 2; i++) (await visitor.SubmitAsync("/account/reset", new() { ["Name"] = "nobody" })).LedTo();
        var third = await visitor.SubmitAsync("/account/reset", new() { ["Name"] = "nobody" });

        Assert.Equal(HttpStatusCode.TooManyRequests, third.StatusCode);
        Assert.Contains("操作太频繁", (await Visitor.ReadAsync(third)).Content(), StringComparison.Ordinal);
        await visitor.OpenAsync("/account/reset");
    }

    private static Dictionary<string, string?> Filling(string name, string code, string email = "applicant@example.invalid") => new()
    {
        ["Name"] = name,
        ["CreditCode"] = code,
        ["Type"] = "CrossBorderCommerce",
        ["Intent"] = "示例：出口箱包。",
        ["ContactName"] = "联系人己",
        ["ContactPhone"] = "000-12345678",
        ["ContactEmail"] = email,
        ["AcceptsNotice"] = "true",
    };

    private async Task<string> ApplyAsync(string name, string code, string email = "applicant@example.invalid")
    {
        var address = (await portal.Visit().SubmitAsync(Page, Filling(name, code, email))).LedTo();
        return address[(address.LastIndexOf('/') + 1)..];
    }

    private Task<EntryApplication> FindAsync(string code) => portal.WithDatabaseAsync(db => db.EntryApplications.SingleAsync(a => a.CreditCode == code, Cancellation));

    private Task<int> CountAsync(string code) => portal.WithDatabaseAsync(db => db.EntryApplications.CountAsync(a => a.CreditCode == code, Cancellation));
}
