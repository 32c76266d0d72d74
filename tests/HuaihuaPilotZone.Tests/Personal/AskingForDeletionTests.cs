using System.Globalization;
using System.Net;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Personal;
using HuaihuaPilotZone.Personal.Requests;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Personal;

/// <summary>Requests about one's own data, from the form to what stays after a deletion.</summary>
public sealed class AskingForDeletionTests(Portal portal)
{
    private const string Mine = "/account/privacy/requests";
    private const string Desk = "/park/privacy-requests";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_request_needs_a_kind_and_a_reason_and_one_of_a_kind_waits_at_a_time()
    {
        var person = await portal.HasPersonAsync();
        var visitor = await portal.VisitAsAsync(person.UserName!);

        await (await visitor.SubmitAsync(Mine, new() { ["Kind"] = "", ["Reason"] = "" })).RefusedWithAsync("请选择要更正、删除还是解释", "请写明原因");
        Assert.Equal(Mine, (await AskAsync(visitor, PrivacyRequestKind.Deletion)).LedTo());
        await (await AskAsync(visitor, PrivacyRequestKind.Deletion)).RefusedWithAsync("您已有一份同类的请求在办理");
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => AskAsync(visitor, PrivacyRequestKind.Explanation)));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);
        Assert.Equal(2, (await RequestsAsync(person.Id)).Count);
    }

    [Fact]
    public async Task Nobody_takes_back_anothers_request()
    {
        var (person, other) = (await portal.HasPersonAsync(), await portal.HasPersonAsync());
        var visitor = await portal.VisitAsAsync(person.UserName!);
        await AskAsync(visitor, PrivacyRequestKind.Correction);
        var request = Assert.Single(await RequestsAsync(person.Id));

        var stranger = await portal.VisitAsAsync(other.UserName!);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.ForgeAsync(Mine, $"{Mine}/{request.Number}/withdraw", [])).StatusCode);
        Assert.DoesNotContain(request.Number, (await stranger.OpenAsync(Mine)).Content(), StringComparison.Ordinal);
        Assert.Equal(Mine, (await visitor.SubmitAsync(Mine, [], $"{Mine}/{request.Number}/withdraw")).LedTo());
        await (await visitor.ForgeAsync(Mine, $"{Mine}/{request.Number}/withdraw", [])).RefusedWithAsync("这份请求已经办结");
        Assert.Equal(PrivacyRequestState.Withdrawn, (await RequestsAsync(person.Id))[0].State);
    }

    [Fact]
    public async Task The_desk_answers_a_correction_and_refuses_with_a_reason_only()
    {
        var person = await portal.HasPersonAsync();
        var visitor = await portal.VisitAsAsync(person.UserName!);
        await AskAsync(visitor, PrivacyRequestKind.Correction);
        await AskAsync(visitor, PrivacyRequestKind.Explanation);
        var requests = await RequestsAsync(person.Id);
        var (correction, explanation) = (requests[0].Number, requests[1].Number);
        var park = await portal.VisitAsAsync("admin");

        var listed = await park.OpenAsync($"{Desk}?q={correction}");
        Assert.DoesNotContain(person.DisplayName, listed.QuerySelector($"[data-privacy-request='{correction}']")!.TextContent, StringComparison.Ordinal);
        Assert.Equal($"{Desk}/{correction}", (await park.SubmitAsync($"{Desk}/{correction}", [], $"{Desk}/{correction}/take")).LedTo());
        await (await park.SubmitAsync($"{Desk}/{correction}", [], $"{Desk}/{correction}/answer")).RefusedWithAsync("请写明怎样处理的");
        await park.SubmitAsync($"{Desk}/{correction}", new() { ["Answer"] = "邮箱已更正" }, $"{Desk}/{correction}/answer");
        await (await park.SubmitAsync($"{Desk}/{explanation}", [], $"{Desk}/{explanation}/answer")).RefusedWithAsync("请写明");
        await park.ForgeAsync($"{Desk}/{explanation}", $"{Desk}/{explanation}/refuse", new() { ["Version"] = "1", ["Answer"] = "不是本人提出" });

        var page = await visitor.OpenAsync(Mine);
        Assert.Contains("邮箱已更正", page.QuerySelector($"[data-request='{correction}']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("未予办理", page.QuerySelector($"[data-request='{explanation}']")!.TextContent, StringComparison.Ordinal);
        await (await park.ForgeAsync(Desk + "/" + correction, $"{Desk}/{correction}/refuse", new() { ["Version"] = "3", ["Answer"] = "再来" })).RefusedWithAsync("这份请求现在是“已办结”");
        await (await park.ForgeAsync(Desk + "/" + correction, $"{Desk}/{correction}/take", new() { ["Version"] = "3" })).RefusedWithAsync("这份请求现在是“已办结”");
        await (await park.ForgeAsync(Desk + "/" + correction, $"{Desk}/{correction}/erase", new() { ["Version"] = "3", ["Answer"] = "x" })).RefusedWithAsync("这不是删除请求");
        Assert.Contains(correction, await (await park.GetAsync($"{Desk}/export.csv?q={correction}")).Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await park.GetAsync($"{Desk}/GX-20200101-0001")).StatusCode);
    }

    [Fact]
    public async Task After_approval_the_person_is_blanked_everywhere_and_numbered_records_stay()
    {
        var (person, enterprise) = await portal.HasColleagueAsync("示例删除有限公司", OwnData.Phone);
        var visitor = await portal.VisitAsAsync(person.UserName!);
        await visitor.SubmitAsync("/account/privacy", new() { ["Name"] = "将被删除的人" }, "/account/privacy/name");
        await AskAsync(visitor, PrivacyRequestKind.Deletion);
        var number = (await RequestsAsync(person.Id))[0].Number;
        var park = await portal.VisitAsAsync("admin");

        await (await park.SubmitAsync($"{Desk}/{number}", [], $"{Desk}/{number}/erase")).RefusedWithAsync("请写明核对的情况");
        await (await park.ForgeAsync($"{Desk}/{number}", $"{Desk}/{number}/answer", new() { ["Version"] = "1", ["Answer"] = "好" })).RefusedWithAsync("删除请求只能同意或不予办理");
        Assert.Equal($"{Desk}/{number}", (await park.SubmitAsync($"{Desk}/{number}", new() { ["Answer"] = "电话核对是本人" }, $"{Desk}/{number}/erase")).LedTo());

        Assert.Contains("/account/login", (await visitor.GetAsync("/account/privacy")).LedTo(), StringComparison.Ordinal);
        var user = await portal.WithDatabaseAsync(db => db.Users.AsNoTracking().SingleAsync(u => u.Id == person.Id, Cancellation));
        Assert.Equal((PersonalErasure.Nobody, null, null, null, true), (user.DisplayName, user.Email, user.PhoneNumber, user.PasswordHash, user.IsDisabled));
        var contacts = await portal.WithDatabaseAsync(db => db.Set<Contact>().AsNoTracking().Where(c => c.EnterpriseId == enterprise).OrderBy(c => c.Id).ToListAsync(Cancellation));
        Assert.Equal([(PersonalErasure.Nobody, null), ($"旁人{enterprise}", "13700002222")], contacts.Select(c => (c.Name, c.Phone)));
        var renamed = Assert.Single(await portal.LinesAsync(JournalSubjects.Account, person.UserName!), l => l.Act == PrivacyActs.Corrected);
        Assert.Equal((null, null), (renamed.Changes[0].Personal!.OldValue, renamed.Changes[0].Personal!.NewValue));
        Assert.True(PortalJournal.Matches(renamed.Changes[0].NewHash, renamed.Changes[0].Salt, "将被删除的人"));
        var request = Assert.Single(await RequestsAsync(person.Id));
        Assert.Equal((number, PrivacyRequestState.Done), (request.Number, request.State));
        Assert.Contains("个人信息保护法第四十七条", request.Remainder, StringComparison.Ordinal);
        Assert.All(await portal.WithDatabaseAsync(db => db.Memberships.AsNoTracking().Where(m => m.UserId == person.Id).ToListAsync(Cancellation)), m => Assert.NotNull(m.EndedAt));
        Assert.Contains("保存不少于六个月", await portal.ReceiveAsync(person.Email!, number), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_administrator_of_an_enterprise_stays_until_another_is_there()
    {
        var (person, enterprise) = await portal.HasColleagueAsync("示例唯一管理员有限公司", OwnData.Phone, MembershipRole.EnterpriseAdministrator);
        await AskAsync(await portal.VisitAsAsync(person.UserName!), PrivacyRequestKind.Deletion);
        var number = (await RequestsAsync(person.Id))[0].Number;
        var park = await portal.VisitAsAsync("admin");

        await (await park.SubmitAsync($"{Desk}/{number}", new() { ["Answer"] = "核对过" }, $"{Desk}/{number}/erase")).RefusedWithAsync("示例唯一管理员有限公司", "至少要保留一位");
        Assert.Equal(person.DisplayName, await portal.WithDatabaseAsync(db => db.Users.Where(u => u.Id == person.Id).Select(u => u.DisplayName).SingleAsync(Cancellation)));

        await portal.HasMembershipAsync(await portal.HasPersonAsync(), enterprise);
        Assert.Equal($"{Desk}/{number}", (await park.SubmitAsync($"{Desk}/{number}", new() { ["Answer"] = "核对过" }, $"{Desk}/{number}/erase")).LedTo());
    }

    [Fact]
    public async Task Nobody_decides_their_own_request_and_a_decision_on_an_old_version_is_refused()
    {
        var (staff, person) = (await portal.HasPersonAsync(StaffRoles.ParkAdministrator), await portal.HasPersonAsync());
        var visitor = await portal.VisitAsAsync(staff.UserName!);
        await AskAsync(visitor, PrivacyRequestKind.Correction);
        await AskAsync(await portal.VisitAsAsync(person.UserName!), PrivacyRequestKind.Correction);
        var (own, others) = ((await RequestsAsync(staff.Id))[0].Number, (await RequestsAsync(person.Id))[0].Number);

        await (await visitor.SubmitAsync($"{Desk}/{own}", [], $"{Desk}/{own}/take")).RefusedWithAsync("不能办理自己提出的请求");
        var both = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => visitor.ForgeAsync($"{Desk}/{others}", $"{Desk}/{others}/answer", new() { ["Version"] = "1", ["Answer"] = i.ToString(CultureInfo.InvariantCulture) })));

        Assert.Single(both, a => a.StatusCode == HttpStatusCode.Redirect);
    }

    private static Task<HttpResponseMessage> AskAsync(Visitor visitor, PrivacyRequestKind kind) => visitor.SubmitAsync(Mine, new() { ["Kind"] = kind.ToString(), ["Reason"] = "不再从事这项业务" });

    private Task<List<PrivacyRequest>> RequestsAsync(int userId) => portal.WithDatabaseAsync(db => db.PrivacyRequests.AsNoTracking().Where(r => r.UserId == userId).OrderBy(r => r.Id).ToListAsync(Cancellation));
}
