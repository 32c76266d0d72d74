using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.InformationRequests;
using HuaihuaPilotZone.Tests.Letters;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.InformationRequests;

/// <summary>A request for information from receipt to each of the seven kinds of answer, with its times in working days. The clock stands on Sunday, 22 November 2026.</summary>
public sealed class AskingForInformationTests(QuickPortal quick) : IClassFixture<QuickPortal>
{
    private const string New = "/information-requests/new";
    private const string Script = "<script>alert(1)</script><img src=x onerror=alert(2)>";

    private readonly Portal _portal = quick.Portal;

    public static TheoryData<RequestAnswer> Answers => [.. Enum.GetValues<RequestAnswer>()];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_request_comes_in_with_number_and_code_and_its_applicant_is_kept_encrypted()
    {
        var (number, code) = await AskAsync(_portal, Filling("2025 年入区企业名单"));

        Assert.Matches("^GK-20261122-[0-9]{4}$", number);
        var stored = await StoredAsync(_portal, number);
        Assert.Equal((RequestState.Received, PrivacyNotice.Version, null), (stored.State, stored.PrivacyNoticeVersion, stored.ConfirmedOn));
        foreach (var secret in new[] { "申请人甲", "X12345", "12345678" }) Assert.DoesNotContain(secret, stored.ProtectedApplicant!, StringComparison.Ordinal);
        Assert.Contains("收到，等待确认", (await LookAsync(_portal, number, code)).Content(), StringComparison.Ordinal);
        Assert.Contains("编号或查询码不对", (await LookAsync(_portal, number, "AAAA-AAAA-AAAA")).Content(), StringComparison.Ordinal);
        var desk = await (await _portal.VisitAsAsync("admin")).OpenAsync($"/park/information-requests/{number}");
        Assert.Contains("申**", desk.Content(), StringComparison.Ordinal);
        // seven working days: Monday 23 November is the first
        Assert.Equal("2026-12-01", desk.QuerySelector("[data-due]")!.GetAttribute("data-due"));
    }

    [Fact]
    public async Task Everything_wrong_is_said_at_once_and_what_was_typed_stays()
    {
        var page = await (await _portal.Visit().SubmitAsync(New, new() { ["Name"] = "写过的名字", ["IdentityKind"] = "ResidentId", ["IdentityNumber"] = "123", ["Content"] = "" }))
            .RefusedWithAsync("身份证号应为 18 位", "请写明所需信息", "请选择信息形式", "请选择获取方式", "请阅读隐私说明");
        Assert.Equal("写过的名字", page.Value("Name"));
        await (await _portal.Visit().SubmitAsync(New, new(Filling("没有联系方式")) { ["Phone"] = "" })).RefusedWithAsync("电话和邮箱至少填写一个");
        await (await _portal.Visit().SubmitAsync(New, new(Filling("邮寄")) { ["Delivery"] = "Post" })).RefusedWithAsync("请填写通信地址");
        await (await _portal.Visit().SubmitAsync(New, new(Filling("邮件")) { ["Delivery"] = "Mail" })).RefusedWithAsync("请填写邮箱");
        await (await _portal.Visit().SubmitAsync(New, new(Filling("陷阱")) { ["Fax"] = "1" })).RefusedWithAsync("页面上隐藏的一栏被自动填写了");
        await (await _portal.Visit().SubmitAsync(New, new(Filling("伪造")) { ["Stamp"] = "x" })).RefusedWithAsync("页面打开得太久或已失效");
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Each_kind_of_answer_has_its_template_is_not_sent_with_gaps_and_reaches_the_applicant(RequestAnswer kind)
    {
        var (number, code) = await AskAsync(_portal, Filling($"第 {(int)kind} 种答复"));
        await ActAsync(_portal, number, "confirm");
        var admin = await _portal.VisitAsAsync("admin");
        var page = $"/park/information-requests/{number}";

        var template = (await admin.OpenAsync($"{page}?kind={kind}")).Value("Text");

        Assert.Contains(AnswerTemplates.Open, template, StringComparison.Ordinal);
        Assert.Contains(number, template, StringComparison.Ordinal);
        await (await admin.SubmitAsync($"{page}?kind={kind}", [], $"{page}/answer")).RefusedWithAsync("还有没填写的“待填”内容");
        var text = string.Join("已填", template.Split('【').Select((part, i) => i == 0 ? part : part[(part.IndexOf('】', StringComparison.Ordinal) + 1)..]));
        (await admin.SubmitAsync($"{page}?kind={kind}", new() { ["Text"] = text }, $"{page}/answer")).LedTo();

        var stored = await StoredAsync(_portal, number);
        Assert.Equal((RequestState.Answered, kind), (stored.State, stored.AnswerKind));
        var status = await LookAsync(_portal, number, code);
        Assert.NotNull(status.QuerySelector($"[data-answer='{kind}']"));
        Assert.Contains("已填", status.Content(), StringComparison.Ordinal);
        Assert.Contains(kind.Word(), (await admin.OpenAsync("/park/information-requests?state=Answered")).QuerySelector($"[data-request='{number}']")!.TextContent, StringComparison.Ordinal);
        await (await ForgeAsync(admin, page, "answer", number, new() { ["Kind"] = kind.ToString(), ["Text"] = "再答一次" })).RefusedWithAsync("现在是“已答复”");
    }

    [Fact]
    public async Task What_is_missing_is_told_once_and_the_clock_begins_with_the_confirmation_after_the_correction()
    {
        await using var own = Portal.Own(Correspondence.AtOnce);
        var (number, code) = await AskAsync(own, new(Filling("不清楚的申请")) { ["Email"] = "asker@example.invalid" });
        await ActAsync(own, number, "correction", new() { ["Note"] = "请写明年份和文件名称。" });
        Assert.Contains(number, await own.ReceiveAsync("asker@example.invalid", number), StringComparison.Ordinal);
        var status = await LookAsync(own, number, code);
        Assert.Contains("请写明年份和文件名称。", status.Content(), StringComparison.Ordinal);
        await (await own.Visit().ForgeAsync("/information-requests/status", "/information-requests/correct", new() { ["Number"] = number, ["Code"] = code, ["Content"] = "" })).RefusedWithAsync("请写明所需信息");
        await (await own.Visit().ForgeAsync("/information-requests/status", "/information-requests/correct", new() { ["Number"] = number, ["Code"] = "AAAA-AAAA-AAAA", ["Content"] = "别人" })).RefusedWithAsync("编号或查询码不对");

        own.Clock.Set(own.Clock.GetUtcNow().AddDays(3));
        own.ForgetVisitors();
        var corrected = await Visitor.ReadAsync(await own.Visit().ForgeAsync("/information-requests/status", "/information-requests/correct", new() { ["Number"] = number, ["Code"] = code, ["Content"] = "2025 年年度统计表" }));

        Assert.Contains("2025 年年度统计表", corrected.Content(), StringComparison.Ordinal);
        await (await own.Visit().ForgeAsync("/information-requests/status", "/information-requests/correct", new() { ["Number"] = number, ["Code"] = code, ["Content"] = "再改一次" })).RefusedWithAsync("现在不需要补正");
        var admin = await own.VisitAsAsync("admin");
        var page = $"/park/information-requests/{number}";
        await (await ForgeAsync(admin, page, "correction", number, new() { ["Note"] = "还要补" })).RefusedWithAsync("已经告知过一次补正");
        await ActAsync(own, number, "confirm");
        // confirmed on Wednesday 25 November: 20 working days end on Wednesday 23 December
        Assert.Equal("2026-12-23", await DueAsync(own, number));
    }

    [Fact]
    public async Task After_seven_working_days_nothing_can_be_asked_for_any_more()
    {
        await using var own = Portal.Own(Correspondence.AtOnce);
        var (number, _) = await AskAsync(own, Filling("第七个工作日"));
        var (late, _) = await AskAsync(own, Filling("第八个工作日"));
        own.Clock.Set(own.Clock.GetUtcNow().AddDays(9));
        own.ForgetVisitors();
        await ActAsync(own, number, "correction", new() { ["Note"] = "12 月 1 日，第七个工作日。" });
        own.Clock.Set(own.Clock.GetUtcNow().AddDays(1));
        own.ForgetVisitors();
        var admin = await own.VisitAsAsync("admin");

        await (await ForgeAsync(admin, $"/park/information-requests/{late}", "correction", late, new() { ["Note"] = "太晚了" })).RefusedWithAsync("已超过 7 个工作日");
        Assert.Contains("已超期", (await admin.OpenAsync("/park/information-requests")).QuerySelector($"[data-request='{late}']")!.TextContent, StringComparison.Ordinal);
        await ActAsync(own, number, "abandon", new() { ["Note"] = "逾期没有补正。" });
        Assert.Equal(RequestState.Abandoned, (await StoredAsync(own, number)).State);
    }

    [Fact]
    public async Task The_time_is_20_working_days_is_extended_once_and_a_consultation_is_not_counted()
    {
        await using var own = Portal.Own(Correspondence.AtOnce);
        var (number, code) = await AskAsync(own, Filling("期限"));
        var page = $"/park/information-requests/{number}";
        await ActAsync(own, number, "confirm");
        Assert.Equal("2026-12-18", await DueAsync(own, number));

        await ActAsync(own, number, "consultation", new() { ["Note"] = "示例企业" });
        own.Clock.Set(own.Clock.GetUtcNow().AddDays(8));
        own.ForgetVisitors();
        // Sunday to Monday of the week after: six working days so far
        Assert.Equal("2026-12-28", await DueAsync(own, number));
        var admin = await own.VisitAsAsync("admin");
        Assert.Contains("2026-12-11", (await admin.OpenAsync(page)).Content(), StringComparison.Ordinal);
        await (await ForgeAsync(admin, page, "answer", number, new() { ["Kind"] = "Granted", ["Text"] = "答复" })).RefusedWithAsync("征求还没有结束");
        await ActAsync(own, number, "consultation/end");
        own.Clock.Set(own.Clock.GetUtcNow().AddDays(7));
        own.ForgetVisitors();
        Assert.Equal("2026-12-28", await DueAsync(own, number));
        admin = await own.VisitAsAsync("admin");
        await (await ForgeAsync(admin, page, "consultation", number, new() { ["Note"] = "再征求" })).RefusedWithAsync("已经征求过");
        await (await ForgeAsync(admin, page, "extension", number, Extension("21"))).RefusedWithAsync("最多延长 20 个工作日");
        await (await ForgeAsync(admin, page, "extension", number, new(Extension("5")) { ["ApprovedBy"] = "" })).RefusedWithAsync("须经政府信息公开工作机构负责人同意");

        await ActAsync(own, number, "extension", Extension("3"));

        Assert.Equal("2026-12-31", await DueAsync(own, number));
        await (await ForgeAsync(admin, page, "extension", number, Extension("3"))).RefusedWithAsync("已经延长过一次");
        Assert.Contains("已延长 3 个工作日", (await LookAsync(own, number, code)).Content(), StringComparison.Ordinal);
        await (await ForgeAsync(admin, page, "consultation/end", number, [])).RefusedWithAsync("没有正在进行的");
    }

    [Fact]
    public async Task A_deadline_into_a_year_without_arrangement_is_to_be_verified_and_one_that_is_over_is_not_extended()
    {
        await using var own = Portal.Own(Correspondence.AtOnce);
        var (number, _) = await AskAsync(own, Filling("跨年"));
        own.Clock.Set(new DateTimeOffset(2026, 12, 21, 2, 0, 0, TimeSpan.Zero));
        own.ForgetVisitors();
        await ActAsync(own, number, "confirm");
        var admin = await own.VisitAsAsync("admin");
        Assert.Contains("待核", (await admin.OpenAsync($"/park/information-requests/{number}")).Content(), StringComparison.Ordinal);

        own.Clock.Set(new DateTimeOffset(2027, 2, 21, 2, 0, 0, TimeSpan.Zero));
        own.ForgetVisitors();

        await (await ForgeAsync(await own.VisitAsAsync("admin"), $"/park/information-requests/{number}", "extension", number, Extension("5"))).RefusedWithAsync("答复期限已过");
    }

    [Fact]
    public async Task Acts_out_of_turn_and_of_the_second_of_two_are_refused()
    {
        var (number, _) = await AskAsync(_portal, Filling("不按顺序"));
        var admin = await _portal.VisitAsAsync("admin");
        var page = $"/park/information-requests/{number}";

        await (await ForgeAsync(admin, page, "answer", number, new() { ["Kind"] = "Granted", ["Text"] = "答复" })).RefusedWithAsync("现在是“收到”");
        await (await ForgeAsync(admin, page, "abandon", number, new() { ["Note"] = "放弃" })).RefusedWithAsync("现在是“收到”");
        await (await ForgeAsync(admin, page, "consultation", number, new() { ["Note"] = "第三方" })).RefusedWithAsync("现在是“收到”");
        await (await ForgeAsync(admin, page, "extension", number, Extension("5"))).RefusedWithAsync("现在是“收到”");
        await (await ForgeAsync(admin, page, "answer", number, [])).RefusedWithAsync("请选择答复类型", "请填写答复书");
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => admin.ForgeAsync(page, $"{page}/confirm", new() { ["version"] = "1" })));
        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync("/park/information-requests/GK-1")).StatusCode);
    }

    [Fact]
    public async Task Others_see_no_requests_and_guessing_is_slowed_down()
    {
        foreach (var person in new[] { "editor", "auditor", "filer" })
            Assert.Equal(HttpStatusCode.Forbidden, (await (await _portal.VisitAsAsync(person)).GetAsync("/park/information-requests")).StatusCode);
        await using var strict = Portal.Own(("RateLimits:PublicForms", "2"));
        var visitor = strict.Visit();
        for (var i = 0; i < 2; i++) Assert.Equal(HttpStatusCode.OK, (await visitor.SubmitAsync("/information-requests/status", new() { ["Number"] = "GK-20261122-0001", ["Code"] = $"AAAA-AAAA-AAA{i}" })).StatusCode);

        foreach (var address in new[] { "/information-requests/status", "/information-requests/correct", New })
            Assert.Equal(HttpStatusCode.TooManyRequests, (await visitor.ForgeAsync("/information-requests/status", address, [])).StatusCode);
    }

    [Fact]
    public async Task A_script_in_any_field_is_shown_as_text()
    {
        var (number, code) = await AskAsync(_portal, new(Filling(Script)) { ["Name"] = Script, ["IdentityNumber"] = "<b>1</b>", ["Address"] = Script });
        await ActAsync(_portal, number, "confirm");
        await ActAsync(_portal, number, "consultation", new() { ["Note"] = Script });
        await ActAsync(_portal, number, "consultation/end");
        await ActAsync(_portal, number, "extension", new(Extension("3")) { ["Reason"] = Script, ["ApprovedBy"] = Script });
        await ActAsync(_portal, number, "answer", new() { ["Kind"] = "Granted", ["Text"] = Script });

        var admin = await _portal.VisitAsAsync("admin");
        foreach (var page in new[] { "/park/information-requests", $"/park/information-requests/{number}" }) Assert.Empty((await admin.OpenAsync(page)).QuerySelectorAll("main script, [onerror], dd b"));
        Assert.Empty((await LookAsync(_portal, number, code)).QuerySelectorAll("main script, [onerror]"));
    }

    [Fact]
    public async Task Switched_off_there_is_no_page_and_no_way_to_one()
    {
        await using var off = Portal.Own(("InformationRequests:IsOpen", "false"));
        var admin = await off.VisitAsAsync("admin");

        foreach (var address in new[] { "/information-requests", New, "/information-requests/status", "/information-requests/received" }) Assert.Equal(HttpStatusCode.NotFound, (await off.Visit().GetAsync(address)).StatusCode);
        foreach (var address in new[] { "/park/information-requests", "/park/information-requests/GK-20261122-0001" }) Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await off.Visit().ForgeAsync("/account/login", New, Filling("关闭"))).StatusCode);
        Assert.Null((await off.Visit().OpenAsync("/")).QuerySelector("a[href*='information-requests']"));
        Assert.Null((await admin.OpenAsync("/park")).QuerySelector("a[href*='information-requests']"));
        Assert.NotNull((await _portal.Visit().OpenAsync("/")).QuerySelector("footer a[href='/information-requests']"));
    }

    [Fact]
    public async Task Deadlines_are_reminded_of_once_a_day_and_old_requests_are_erased()
    {
        await using var own = Portal.Own(Correspondence.AtOnce, ("InformationRequests:KeptDays", "30"));
        var (number, code) = await AskAsync(own, Filling("提醒和清除"));
        Task<int> RemindAsync() => own.InScopeAsync(s => s.GetRequiredService<InformationRequestClock>().RemindAsync(Cancellation));
        Assert.Equal(0, await RemindAsync());
        own.Clock.Set(own.Clock.GetUtcNow().AddDays(6));
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => RemindAsync()));
        Assert.Equal(1, await own.WithDatabaseAsync(db => db.Notices.CountAsync(n => n.Title.Contains(number) && n.Title.Contains("临近期限"), Cancellation)));
        own.ForgetVisitors();
        await ActAsync(own, number, "confirm");
        await ActAsync(own, number, "answer", new() { ["Kind"] = "Granted", ["Text"] = "答复" });

        own.Clock.Set(own.Clock.GetUtcNow().AddDays(31));
        await own.InScopeAsync(s => s.GetRequiredService<InformationRequestClock>().EraseOldAsync(Cancellation));

        var left = await StoredAsync(own, number);
        Assert.Equal((null, "", null, RequestAnswer.Granted), (left.ProtectedApplicant, left.Content, left.Answer, left.AnswerKind));
        Assert.Null((await LookAsync(own, number, code)).QuerySelector("#status"));
        own.ForgetVisitors();
        Assert.Contains("已按保存期限清除", (await (await own.VisitAsAsync("admin")).OpenAsync($"/park/information-requests/{number}")).Content(), StringComparison.Ordinal);
    }

    private static Dictionary<string, string?> Filling(string content) => new()
    {
        ["Name"] = "申请人甲",
        ["IdentityKind"] = "Other",
        ["IdentityNumber"] = "X12345",
        ["Phone"] = "000-12345678",
        ["Email"] = "",
        ["Content"] = content,
        ["WantedForm"] = "Electronic",
        ["Delivery"] = "Online",
        ["AcceptsNotice"] = "true",
    };

    private static Dictionary<string, string?> Extension(string days) => new() { ["Days"] = days, ["Reason"] = "需要查找档案", ["ApprovedBy"] = "示例负责人" };

    private static async Task<(string Number, string Code)> AskAsync(Portal portal, Dictionary<string, string?> values)
    {
        var visitor = portal.Visit();
        var page = await visitor.OpenAsync((await visitor.SubmitAsync(New, values)).LedTo());
        return (page.QuerySelector("#request-number")!.TextContent, page.QuerySelector("#request-code")!.TextContent);
    }

    private static async Task<IHtmlDocument> LookAsync(Portal portal, string number, string code) =>
        await Visitor.ReadAsync(await portal.Visit().SubmitAsync("/information-requests/status", new() { ["Number"] = number, ["Code"] = code }, "/information-requests/status"));

    private static async Task ActAsync(Portal portal, string number, string act, Dictionary<string, string?>? values = null)
    {
        var page = $"/park/information-requests/{number}";
        Assert.Equal(page, (await (await portal.VisitAsAsync("admin")).SubmitAsync(page, values ?? [], $"{page}/{act}")).LedTo());
    }

    /// <summary>Posts an act that the page does not offer, with the present version.</summary>
    private async Task<HttpResponseMessage> ForgeAsync(Visitor visitor, string page, string act, string number, Dictionary<string, string?> values) =>
        await visitor.ForgeAsync(page, $"{page}/{act}", new(values) { ["Version"] = await VersionAsync(visitor, page, number) });

    private async Task<string> VersionAsync(Visitor visitor, string page, string number)
    {
        var shown = (await visitor.OpenAsync(page)).QuerySelector("main input[name='version'], main input[name='Version']")?.GetAttribute("value");
        return shown ?? (await StoredAsync(_portal, number)).Version.ToString(CultureInfo.InvariantCulture);
    }

    private static async Task<string?> DueAsync(Portal portal, string number) =>
        (await (await portal.VisitAsAsync("admin")).OpenAsync($"/park/information-requests/{number}")).QuerySelector("[data-due]")?.GetAttribute("data-due");

    private static Task<InformationRequest> StoredAsync(Portal portal, string number) =>
        portal.WithDatabaseAsync(db => db.InformationRequests.AsNoTracking().SingleAsync(r => r.Number == number, Cancellation));
}
