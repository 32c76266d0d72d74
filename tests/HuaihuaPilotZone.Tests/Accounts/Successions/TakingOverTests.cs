using System.Globalization;
using System.Net;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Accounts.Successions;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Tests.Files;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Accounts.Successions;

public sealed class TakingOverTests(Portal portal)
{
    private const string Form = "/enterprises/take-over";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_the_time_to_object_the_park_makes_a_new_administrator_and_ends_the_former_one()
    {
        var (enterprise, former, code) = await EnterpriseAsync("接任甲公司");
        var number = await AskAsync(code, "take.over1@example.invalid");
        var admin = await portal.VisitAsAsync("admin");
        var place = $"/park/successions/{number}";

        var file = await (await admin.ForgeAsync("/park/successions", $"/park/successions/export.csv?q={code}", [])).Content.ReadAsStringAsync(Cancellation);
        Assert.Contains($"{number},接任甲公司,{code},待处理", file, StringComparison.Ordinal);
        Assert.Equal(2, file.Trim().Split('\n').Length);
        Assert.True(await portal.WithDatabaseAsync(db => db.Journal.AnyAsync(l => l.Note == "CSV：接任申请（按条件）", Cancellation)));
        Assert.Contains("申请接任贵企业的管理员", (await (await portal.VisitAsAsync(former.UserName!)).OpenAsync("/inbox")).Content(), StringComparison.Ordinal);
        var page = await admin.OpenAsync(place);
        Assert.Contains("期满后才能同意", page.Content(), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("button[formaction$='/approve']"));
        await (await DecideAsync(admin, number, "approve")).RefusedWithAsync("期满后才能同意");
        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync(page.QuerySelector("a[href*='/files/']")!.GetAttribute("href")!)).StatusCode);

        await EndObjectionTimeAsync(number);
        Assert.Equal(place, (await DecideAsync(admin, number, "approve")).LedTo());

        var visitor = portal.Visit();
        var answer = await visitor.SubmitAsync(Mailbox.LinkIn(await portal.ReceiveAsync("take.over1@example.invalid", "邀请")), new()
        {
            ["UserName"] = "take.over1",
            ["Password"] = "a-good-passw0rd",
            ["PasswordAgain"] = "a-good-passw0rd",
            ["AcceptsNotice"] = "true",
            ["NoticeVersion"] = PrivacyNotice.Version,
        });
        Assert.Equal("/enterprise", answer.LedTo());
        await visitor.OpenAsync("/enterprise/people");
        Assert.NotNull((await MembershipAsync(former, enterprise)).EndedAt);
        await (await DecideAsync(admin, number, "refuse")).RefusedWithAsync("已由示例管理员处理");
    }

    [Fact]
    public async Task A_member_who_asks_with_their_own_address_becomes_administrator_at_once()
    {
        var (enterprise, former, code) = await EnterpriseAsync("接任乙公司");
        await portal.WithDatabaseAsync(db => db.Users.Where(u => u.Id == former.Id).ExecuteUpdateAsync(set => set.SetProperty(u => u.IsDisabled, true), Cancellation));
        var filer = await portal.HasPersonAsync();
        await portal.HasMembershipAsync(filer, enterprise, MembershipRole.EnterpriseFiler);
        var number = await AskAsync(code, filer.Email!);

        // nobody who can sign in is left to object
        Assert.Equal($"/park/successions/{number}", (await DecideAsync(await portal.VisitAsAsync("admin"), number, "approve")).LedTo());

        Assert.Equal(MembershipRole.EnterpriseAdministrator, (await MembershipAsync(filer, enterprise)).Role);
    }

    [Fact]
    public async Task An_objection_is_told_to_the_park_and_changes_what_it_decides_on()
    {
        var (_, former, code) = await EnterpriseAsync("接任丙公司");
        var number = await AskAsync(code, "take.over3@example.invalid");
        var admin = await portal.VisitAsAsync("admin");
        var version = (await admin.OpenAsync($"/park/successions/{number}")).Value("Version");
        var visitor = await portal.VisitAsAsync(former.UserName!);
        var place = $"/enterprise/people/successions/{number}";

        Assert.Equal(place, (await visitor.SubmitAsync(place, new() { ["Objection"] = "不是我们的意思" }, place)).LedTo());
        await (await visitor.ForgeAsync("/enterprise", place, new() { ["Objection"] = "再说一次" })).RefusedWithAsync("不能再提出异议");

        await EndObjectionTimeAsync(number);
        await (await admin.ForgeAsync("/park", $"/park/successions/{number}/approve", new() { ["Reason"] = "材料齐全", ["Version"] = version })).RefusedWithAsync("这份申请有了变化");
        Assert.Contains("不是我们的意思", (await admin.OpenAsync($"/park/successions/{number}")).Content(), StringComparison.Ordinal);
        Assert.Equal($"/park/successions/{number}", (await DecideAsync(admin, number, "refuse")).LedTo());
        Assert.Contains("未获同意", await portal.ReceiveAsync("take.over3@example.invalid", number), StringComparison.Ordinal);
        Assert.Null((await MembershipAsync(former, (await portal.IdOfAsync(code)))).EndedAt);
    }

    [Fact]
    public async Task A_stranger_learns_nothing_of_the_roster_and_gets_nowhere_without_proof()
    {
        var (_, _, known) = await EnterpriseAsync("接任丁公司");
        var unknown = CreditCode.Next();

        var numbers = new[] { await AskAsync(known, "nosy@example.invalid"), await AskAsync(unknown, "nosy@example.invalid") };

        Assert.All(numbers, n => Assert.StartsWith("JJ-", n, StringComparison.Ordinal));
        await (await DecideAsync(await portal.VisitAsAsync("admin"), numbers[1], "approve")).RefusedWithAsync("名录里没有这个信用代码");
        await (await SendAsync(known, "nosy@example.invalid", null)).RefusedWithAsync("请上传证明材料");
        await (await SendAsync(known, "nosy@example.invalid", ("授权书.pdf", "MZ not a document"u8.ToArray()))).RefusedWithAsync("授权书.pdf");
        // the papers are for the park alone, and so is the list
        foreach (var person in new[] { "luggage", "auditor", "editor" })
            Assert.Equal(HttpStatusCode.Forbidden, (await (await portal.VisitAsAsync(person)).GetAsync($"/park/successions/{numbers[0]}/files/1")).StatusCode);
    }

    [Fact]
    public async Task Administrators_of_other_enterprises_neither_see_nor_stop_it()
    {
        var (_, _, code) = await EnterpriseAsync("接任戊公司");
        var number = await AskAsync(code, "take.over5@example.invalid");
        var stranger = await portal.VisitAsAsync("luggage");
        var place = $"/enterprise/people/successions/{number}";

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(place)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.ForgeAsync("/enterprise", place, new() { ["Objection"] = "示例" })).StatusCode);
        Assert.Null(await portal.WithDatabaseAsync(db => db.Successions.Where(s => s.Number == number).Select(s => s.ObjectedAt).SingleAsync(Cancellation)));
    }

    [Fact]
    public async Task Of_two_decisions_at_once_one_counts()
    {
        var (enterprise, former, code) = await EnterpriseAsync("接任己公司");
        var number = await AskAsync(code, "take.over6@example.invalid");
        await EndObjectionTimeAsync(number);
        var version = await portal.WithDatabaseAsync(db => db.Successions.Where(s => s.Number == number).Select(s => s.Version).SingleAsync(Cancellation));

        var outcomes = await Task.WhenAll(
            portal.InScopeAsync(s => s.GetRequiredService<SuccessionDesk>().ApproveAsync(number, version, "材料齐全", endsFormer: true, Cancellation)),
            portal.InScopeAsync(s => s.GetRequiredService<SuccessionDesk>().RefuseAsync(number, version, "材料不全", Cancellation)));

        Assert.Single(outcomes, o => o.IsDone);
        Assert.Equal(outcomes[0].IsDone, (await MembershipAsync(former, enterprise)).EndedAt is not null);
    }

    private async Task<(int Enterprise, PortalUser Former, string Code)> EnterpriseAsync(string name)
    {
        var code = CreditCode.Next();
        var enterprise = await portal.HasEnterpriseAsync(name, creditCode: code);
        var former = await portal.HasPersonAsync();
        await portal.HasMembershipAsync(former, enterprise);
        return (enterprise, former, code);
    }

    private Task<string> AskAsync(string code, string email) => AskAsync(code, email, ("授权书.pdf", SampleFiles.Pdf()));

    private async Task<string> AskAsync(string code, string email, (string Name, byte[] Content) file)
    {
        await using var content = new MemoryStream(file.Content);
        return await portal.InScopeAsync(async s =>
        {
            var kept = await s.GetRequiredService<HuaihuaPilotZone.Files.FileCabinet>().KeepAsync(file.Name, content, Cancellation);
            var asked = await s.GetRequiredService<SuccessionRequests>().AskAsync(
                new SuccessionRequest(code, new SuccessionPerson("接任人", "总经理", "000-00000000", email), "原管理员已离职", new PrivacyConsent(true, PrivacyNotice.Version)), [kept.Value], Cancellation);
            return asked.Value;
        });
    }

    private async Task<HttpResponseMessage> SendAsync(string code, string email, (string Name, byte[] Content)? file)
    {
        // as of a form that was opened a minute ago
        var opened = portal.Clock.GetUtcNow().UtcDateTime.AddMinutes(-1).Ticks.ToString(CultureInfo.InvariantCulture);
        var stamp = portal.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("HuaihuaPilotZone.FormStamps").Protect(opened);
        return await portal.Visit().UploadAsync(Form, Form, new()
        {
            ["CreditCode"] = code,
            ["Reason"] = "原管理员已离职",
            ["Name"] = "接任人",
            ["Position"] = "总经理",
            ["Phone"] = "000-00000000",
            ["Email"] = email,
            ["Stamp"] = stamp,
            ["AcceptsNotice"] = "true",
            ["NoticeVersion"] = PrivacyNotice.Version,
        }, file);
    }

    private static async Task<HttpResponseMessage> DecideAsync(Visitor admin, string number, string decision)
    {
        var version = (await admin.OpenAsync($"/park/successions/{number}")).QuerySelector("input[name=Version]")?.GetAttribute("value") ?? "1";
        return await admin.ForgeAsync("/park", $"/park/successions/{number}/{decision}", new() { ["Reason"] = "已核对授权书", ["EndsFormer"] = "true", ["Version"] = version });
    }

    // the clock is everybody's, so the time to object is moved instead
    private Task<int> EndObjectionTimeAsync(string number) => portal.WithDatabaseAsync(db => db.Successions.Where(s => s.Number == number)
        .ExecuteUpdateAsync(set => set.SetProperty(s => s.ObjectionUntil, ChinaTime.DayOf(portal.Clock.GetUtcNow().UtcDateTime).AddDays(-1)), Cancellation));

    private Task<Membership> MembershipAsync(PortalUser person, int enterprise) =>
        portal.WithDatabaseAsync(db => db.Memberships.AsNoTracking().SingleAsync(m => m.UserId == person.Id && m.EnterpriseId == enterprise, Cancellation));
}
