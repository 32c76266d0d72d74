using System.Net;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Investment;
using HuaihuaPilotZone.Messages;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Investment;

public sealed class PromotingInvestmentTests(Portal portal)
{
    private const string Home = "/park/investment";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_lead_goes_from_visit_to_visit_and_signs_into_the_roster_with_its_visit_log()
    {
        var admin = await portal.VisitAsAsync("admin");
        var page = await HasLeadAsync(admin, "招商测试甲公司");
        (await admin.SubmitAsync(page, Visit("2026-11-20", "对方希望十二月看厂房"), $"{page}/visits")).LedTo();
        await (await admin.SubmitAsync(page, Visit("2026-11-23", "还没有到的日子"), $"{page}/visits")).RefusedWithAsync("走访日期不能晚于今天");
        var half = Visit("2026-11-21", "只写了日期");
        half["NextStep"] = "";
        await (await admin.SubmitAsync(page, half, $"{page}/visits")).RefusedWithAsync("写了日期的，请写明下一步做什么");
        await (await admin.ForgeAsync(page, $"{page}/stage", Stage("Signed", version: 2))).RefusedWithAsync("签约的，请用“签约入名录”");
        (await admin.SubmitAsync(page, Stage("Talking"), $"{page}/stage")).LedTo();
        await (await admin.SubmitAsync($"{page}/sign", new() { ["CreditCode"] = "91431299MA000001", ["Type"] = "Manufacturing" }, $"{page}/sign")).RefusedWithAsync("统一社会信用代码");
        await (await admin.SubmitAsync($"{page}/sign", new() { ["CreditCode"] = CreditCode.Next(), ["Type"] = "Manufacturing", ["On"] = "2026-11-23" }, $"{page}/sign")).RefusedWithAsync("日期不能晚于今天");
        var code = CreditCode.Next();

        var record = (await admin.SubmitAsync($"{page}/sign", new() { ["CreditCode"] = code, ["Type"] = "Manufacturing" }, $"{page}/sign")).LedTo();

        var enterprise = await portal.WithDatabaseAsync(db => db.Enterprises.Include(e => e.Contacts).Include(e => e.Tags).SingleAsync(e => e.CreditCode == code, Cancellation));
        Assert.Equal((EnterpriseStage.Signed, "招商测试甲公司", "000-7654321"), (enterprise.Stage, enterprise.Name, Assert.Single(enterprise.Contacts).Phone));
        Assert.Single(enterprise.Tags);
        var link = (await admin.OpenAsync(record)).QuerySelectorAll("a").Single(a => a.GetAttribute("href") == $"{page}#visits");
        Assert.Contains("走访 1 次", link.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Contains("对方希望十二月看厂房", (await admin.OpenAsync(page)).QuerySelector("#visits")!.TextContent, StringComparison.Ordinal);
        await (await admin.ForgeAsync(page, $"{page}/sign", new() { ["CreditCode"] = CreditCode.Next(), ["Type"] = "Manufacturing", ["On"] = "2026-11-22", ["Version"] = "9" })).RefusedWithAsync("“签约”之后不能直接转为“签约”");
    }

    [Fact]
    public async Task A_company_that_the_roster_has_is_offered_instead_of_a_second_record()
    {
        var (admin, code) = (await portal.VisitAsAsync("admin"), CreditCode.Next());
        var known = await portal.InScopeAsync(async s => (await s.GetRequiredService<EnterpriseService>().CreateAsync(
            new EnterpriseData { Name = "早有意向的公司", CreditCode = code, Type = EnterpriseType.Logistics }, EnterpriseStage.Interested, new DateOnly(2026, 6, 1), Cancellation)).Value);
        var page = await HasLeadAsync(admin, "早有意向公司（简称）");
        (await admin.SubmitAsync(page, Stage("Talking"), $"{page}/stage")).LedTo();

        var offered = await (await admin.SubmitAsync($"{page}/sign", new() { ["CreditCode"] = code, ["Type"] = "Logistics" }, $"{page}/sign")).RefusedWithAsync("名录里已有这个信用代码：早有意向的公司");
        Assert.Equal($"{known}", offered.QuerySelector("[data-match]")!.GetAttribute("data-match"));
        var other = await portal.HasEnterpriseAsync("别家公司");
        await (await admin.ForgeAsync(page, $"{page}/sign", new() { ["CreditCode"] = code, ["Type"] = "Logistics", ["On"] = "2026-11-22", ["Version"] = "2", ["ExistingId"] = $"{other}" })).RefusedWithAsync("信用代码已不同");
        (await admin.ForgeAsync(page, $"{page}/sign", new() { ["CreditCode"] = code, ["Type"] = "Logistics", ["On"] = "2026-11-22", ["Version"] = "2", ["ExistingId"] = $"{known}" })).LedTo();

        Assert.Equal((1, EnterpriseStage.Signed), await portal.WithDatabaseAsync(async db => (await db.Enterprises.CountAsync(e => e.CreditCode == code, Cancellation), (await db.Enterprises.SingleAsync(e => e.CreditCode == code, Cancellation)).Stage)));
        Assert.Equal(known, await portal.WithDatabaseAsync(db => db.Leads.Where(l => l.Company == "早有意向公司（简称）").Select(l => l.EnterpriseId).SingleAsync(Cancellation)));
    }

    [Fact]
    public async Task Of_several_who_sign_a_lead_at_once_one_counts_and_one_record_is_made()
    {
        var admin = await portal.VisitAsAsync("admin");
        var page = await HasLeadAsync(admin, "同时签约公司");
        (await admin.SubmitAsync(page, Stage("Talking"), $"{page}/stage")).LedTo();
        var number = page.Split('/')[^1];

        var signed = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => portal.InScopeAsync(s => s.GetRequiredService<LeadSigning>().SignAsync(
            number, 2, new SigningData(CreditCode.Next(), null, EnterpriseType.Manufacturing, null, new DateOnly(2026, 11, 22), null), Cancellation))));

        Assert.Equal(1, signed.Count(s => s.IsDone));
        Assert.Equal(1, await portal.WithDatabaseAsync(db => db.Enterprises.CountAsync(e => e.Name == "同时签约公司", Cancellation)));
    }

    [Fact]
    public async Task The_owner_is_told_once_on_the_day_of_the_next_step_and_anew_of_another_day()
    {
        await using var own = Portal.Own();
        var admin = await own.VisitAsAsync("admin");
        var owner = await own.WithDatabaseAsync(db => db.Users.Where(u => u.UserName == "admin").Select(u => u.Id).SingleAsync(Cancellation));
        var page = await HasLeadAsync(admin, "提醒公司", owner: owner);
        await HasLeadAsync(admin, "以后再说公司", nextOn: "2026-12-20", owner: owner);
        Task<int> SendAsync() => own.InScopeAsync(s => s.GetRequiredService<LeadReminders>().SendDueAsync(Cancellation));
        Task<List<string>> NoticesAsync() => own.WithDatabaseAsync(db => db.Notices.Where(n => n.Kind == MessageKind.LeadDue && n.UserId == owner && n.Link == page).OrderBy(n => n.Id).Select(n => n.Title).ToListAsync(Cancellation));
        await SendAsync();
        Assert.Empty(await NoticesAsync());

        own.Clock.Set(new DateTimeOffset(2026, 12, 1, 2, 0, 0, TimeSpan.Zero));
        await Task.WhenAll(SendAsync(), SendAsync(), SendAsync());
        await SendAsync();

        Assert.Equal(["招商下一步到期：提醒公司"], await NoticesAsync());
        own.ForgetVisitors();
        admin = await own.VisitAsAsync("admin");
        (await admin.SubmitAsync($"{page}/edit", new() { ["NextStepOn"] = "2026-12-01" }, $"{page}/edit")).LedTo();
        await SendAsync();
        Assert.Equal(2, (await NoticesAsync()).Count);
    }

    [Fact]
    public async Task What_is_overdue_comes_first_and_the_list_is_narrowed_ordered_and_taken_along()
    {
        var admin = await portal.VisitAsAsync("admin");
        var later = await HasLeadAsync(admin, "=次序公司一", nextOn: "2026-12-24", area: "300");
        var overdue = await HasLeadAsync(admin, "次序公司二", nextOn: "2026-11-10", area: "100");
        var lost = await HasLeadAsync(admin, "次序公司三", nextOn: "2026-11-01", area: "200");
        (await admin.SubmitAsync(lost, Stage("Lost"), $"{lost}/stage")).LedTo();
        async Task<List<string>> LeadsAsync(string query) => [.. (await admin.OpenAsync($"{Home}?{query}")).QuerySelectorAll("tr[data-lead]").Select(r => $"{Home}/{r.GetAttribute("data-lead")}")];

        Assert.Equal([overdue, later, lost], await LeadsAsync("q=次序公司"));
        Assert.Equal([later, lost, overdue], await LeadsAsync("q=次序公司&sort=area&dir=desc"));
        Assert.Equal([overdue], await LeadsAsync("q=次序公司&overdue=true"));
        Assert.Equal([lost], await LeadsAsync("q=次序公司&stage=Lost"));
        Assert.Contains("没有符合条件的线索", (await admin.OpenAsync($"{Home}?q=没有这家")).Content(), StringComparison.Ordinal);
        var csv = await (await admin.ForgeAsync(Home, $"{Home}/export.csv?q=次序公司", [])).Content.ReadAsStringAsync(Cancellation);
        Assert.Contains("'=次序公司一", csv, StringComparison.Ordinal);
        Assert.Contains("000-7654321", csv, StringComparison.Ordinal);
        var auditor = await portal.VisitAsAsync("auditor");
        var without = await (await auditor.ForgeAsync(Home, $"{Home}/export.csv?q=次序公司", [])).Content.ReadAsStringAsync(Cancellation);
        Assert.Contains("次序公司二", without, StringComparison.Ordinal);
        Assert.DoesNotContain("000-7654321", without, StringComparison.Ordinal);
        Assert.DoesNotContain("招商联系人", (await auditor.OpenAsync(overdue)).Content(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.GetAsync($"{overdue}/edit")).StatusCode);
        Assert.True(await portal.WithDatabaseAsync(db => db.Journal.CountAsync(l => l.Act == InvestmentActs.LeadsExported, Cancellation)) >= 2);
    }

    [Fact]
    public async Task The_second_of_two_who_edit_a_lead_sees_what_the_first_one_wrote_and_nothing_comes_too_late()
    {
        var admin = await portal.VisitAsAsync("admin");
        var page = await HasLeadAsync(admin, "两人修改公司");
        (await admin.SubmitAsync($"{page}/edit", new() { ["Remark"] = "先写的备注" }, $"{page}/edit")).LedTo();

        await (await admin.SubmitAsync($"{page}/edit", new() { ["Version"] = "1", ["Remark"] = "后写的备注" }, $"{page}/edit")).RefusedWithAsync("他人已保存了修改", "他人已改为：先写的备注");
        await (await admin.SubmitAsync(page, Stage("Talking", version: 1), $"{page}/stage")).RefusedWithAsync("他人已修改这条线索");
        var late = Visit("2026-11-20", "来晚了的走访");
        late["Version"] = "1";
        Assert.Equal("来晚了的走访", (await (await admin.SubmitAsync(page, late, $"{page}/visits")).RefusedWithAsync("他人已修改这条线索")).Value("Text"));
        await (await admin.SubmitAsync($"{Home}/new", new() { ["ContactPhone"] = "12", ["NextStep"] = "打电话", ["WantedArea"] = "1.234" }, $"{Home}/new")).RefusedWithAsync("请填写企业名称", "请写明联系人姓名", "电话只能用数字", "请选择来源");
        await (await admin.SubmitAsync($"{Home}/new", new() { ["Company"] = "无效", ["Source"] = "Fair", ["NextStep"] = "打电话", ["WantedArea"] = "1.234" }, $"{Home}/new")).RefusedWithAsync("请写明下一步的日期", "最多两位小数");
    }

    [Fact]
    public async Task The_persons_of_a_lost_lead_are_erased_also_from_its_history()
    {
        var admin = await portal.VisitAsAsync("admin");
        var page = await HasLeadAsync(admin, "清除个人公司");
        (await admin.SubmitAsync(page, Visit("2026-11-20", "见了面"), $"{page}/visits")).LedTo();
        await (await admin.ForgeAsync(page, $"{page}/erase-persons", new() { ["EraseReason"] = "本人要求" })).RefusedWithAsync("流失或签约后可以清除");
        (await admin.SubmitAsync(page, Stage("Lost"), $"{page}/stage")).LedTo();
        await (await admin.ForgeAsync(page, $"{page}/visits", Visit("2026-11-21", "流失以后"))).RefusedWithAsync("重新接洽后再登记走访");

        (await admin.SubmitAsync(page, new() { ["EraseReason"] = "本人要求" }, $"{page}/erase-persons")).LedTo();

        var shown = (await admin.OpenAsync(page)).Content();
        foreach (var person in new[] { "招商联系人", "000-7654321", "走访参加人" }) Assert.DoesNotContain(person, shown, StringComparison.Ordinal);
        Assert.Contains("见了面", shown, StringComparison.Ordinal);
        Assert.Contains("个人信息已清除", shown, StringComparison.Ordinal);
    }

    private static async Task<string> HasLeadAsync(Visitor admin, string company, string nextOn = "2026-11-30", string area = "1200.5", int? owner = null)
    {
        var tag = (await admin.OpenAsync($"{Home}/new")).QuerySelectorAll("#IndustryTagId option").Select(o => o.GetAttribute("value")).First(v => !string.IsNullOrEmpty(v));
        return (await admin.SubmitAsync($"{Home}/new", new()
        {
            ["Company"] = company,
            ["ContactName"] = "招商联系人",
            ["ContactPhone"] = "000-7654321",
            ["IndustryTagId"] = tag,
            ["WantedArea"] = area,
            ["Source"] = "Fair",
            ["OwnerId"] = $"{owner}",
            ["NextStep"] = "打电话",
            ["NextStepOn"] = nextOn,
        }, $"{Home}/new")).LedTo();
    }

    private static Dictionary<string, string?> Visit(string on, string text) => new()
    {
        ["VisitedOn"] = on,
        ["Participants"] = "走访参加人",
        ["Text"] = text,
        ["NextStep"] = "约看厂房",
        ["NextStepOn"] = "2026-12-05",
    };

    private static Dictionary<string, string?> Stage(string to, int? version = null)
    {
        var values = new Dictionary<string, string?> { ["To"] = to, ["StageOn"] = "2026-11-22", ["Reason"] = "测试原因" };
        if (version is { } known) values["Version"] = $"{known}";
        return values;
    }
}
