using System.Globalization;
using System.Net;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Accounts;

public sealed class ManagingColleaguesTests(Portal portal)
{
    private const string Home = "/enterprise/people";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_colleague_is_invited_by_mail_alone_and_the_link_can_be_withdrawn()
    {
        var (_, _, administrator) = await EnterpriseAsync("同事邀请公司");

        var answer = await administrator.SubmitAsync($"{Home}/invite", new() { ["Name"] = "新同事", ["Email"] = "colleague.one@example.invalid", ["Role"] = "EnterpriseFiler" });

        var page = await administrator.OpenAsync(answer.LedTo());
        var link = Mailbox.LinkIn(await portal.ReceiveAsync("colleague.one@example.invalid"));
        Assert.DoesNotContain(link[^20..], page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Contains("新同事", page.Content(), StringComparison.Ordinal);
        Assert.Equal("邀请已撤回，链接不能再用。", await administrator.NoticeAfterAsync(await administrator.SubmitAsync(Home, [], page.QuerySelector("form[action$='/withdraw']")!.GetAttribute("action"))));
        Assert.Equal(HttpStatusCode.Gone, (await portal.Visit().GetAsync(link)).StatusCode);
    }

    [Fact]
    public async Task A_colleague_is_suspended_resumed_and_removed_and_reads_of_it()
    {
        var (enterprise, _, administrator) = await EnterpriseAsync("同事暂停公司");
        var (person, id) = await ColleagueAsync(enterprise);
        var colleague = await portal.VisitAsAsync(person.UserName!);
        await colleague.OpenAsync("/enterprise");
        var old = await portal.HasInvitationAsync(enterprise, person.Email!);

        await administrator.SubmitAsync($"{Home}/{id}", new() { ["Reason"] = "调岗" }, $"{Home}/{id}/remove", button: null);
        Assert.Equal(HttpStatusCode.Forbidden, (await colleague.GetAsync("/enterprise")).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await portal.Visit().GetAsync($"/account/invitation?token={old}")).StatusCode);
        Assert.Contains("您已不再是同事暂停公司的成员", (await colleague.OpenAsync("/inbox")).Content(), StringComparison.Ordinal);

        await portal.WithDatabaseAsync(db => db.Memberships.Where(m => m.Id == id).ExecuteUpdateAsync(set => set.SetProperty(m => m.EndedAt, (DateTime?)null), Cancellation));
        Assert.Equal($"{Home}/{id}", (await administrator.ForgeAsync(Home, $"{Home}/{id}/suspend", new() { ["Reason"] = "休假" })).LedTo());
        Assert.Equal(HttpStatusCode.Forbidden, (await colleague.GetAsync("/enterprise")).StatusCode);
        Assert.Contains("已暂停", (await administrator.OpenAsync(Home)).Content(), StringComparison.Ordinal);
        await administrator.SubmitAsync($"{Home}/{id}", [], $"{Home}/{id}/resume");
        await colleague.OpenAsync("/enterprise");

        Assert.Equal(
            [EnterpriseActs.PersonResumed, EnterpriseActs.PersonSuspended, EnterpriseActs.PersonRemoved],
            await portal.WithDatabaseAsync(db => db.Journal.Where(l => l.Subject == JournalSubjects.Enterprise && l.SubjectKey == Key(enterprise) && l.Act.StartsWith("enterprise.person"))
                .OrderByDescending(l => l.Id).Select(l => l.Act).Take(3).ToListAsync(Cancellation)));
    }

    [Fact]
    public async Task A_role_is_given_and_a_reason_is_needed_to_take_somebody_away()
    {
        var (enterprise, _, administrator) = await EnterpriseAsync("同事身份公司");
        var (person, id) = await ColleagueAsync(enterprise);

        await administrator.SubmitAsync($"{Home}/{id}", new() { ["Role"] = "EnterpriseAdministrator" }, $"{Home}/{id}/role");
        await (await portal.VisitAsAsync(person.UserName!)).OpenAsync(Home);
        await (await administrator.ForgeAsync(Home, $"{Home}/{id}/remove", new() { ["Reason"] = " " })).RefusedWithAsync("请写明原因");
        await (await administrator.ForgeAsync(Home, $"{Home}/{id}/role", new() { ["Role"] = "ParkAdministrator" })).RefusedWithAsync("请选择身份。");
    }

    [Fact]
    public async Task Nobody_reaches_into_another_enterprise_and_a_filer_into_none()
    {
        var (enterprise, _, _) = await EnterpriseAsync("同事甲公司");
        var (filer, id) = await ColleagueAsync(enterprise);
        var (_, _, stranger) = await EnterpriseAsync("同事乙公司");
        await portal.HasInvitationAsync(enterprise, "not.yours@example.invalid");
        var invitation = await portal.WithDatabaseAsync(db => db.Invitations.Where(i => i.Email == "not.yours@example.invalid").Select(i => i.Id).SingleAsync(Cancellation));

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"{Home}/{id}")).StatusCode);
        foreach (var act in new[] { "role", "suspend", "remove", "resume" })
            Assert.Equal(HttpStatusCode.NotFound, (await TryAsync(stranger, $"{Home}/{id}/{act}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await TryAsync(stranger, $"{Home}/invitations/{invitation}/withdraw")).StatusCode);
        Assert.DoesNotContain("not.yours", (await stranger.OpenAsync(Home)).Content(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await portal.VisitAsAsync(filer.UserName!)).GetAsync(Home)).StatusCode);
        Assert.Equal((null, null), await portal.WithDatabaseAsync(db => db.Memberships.Where(m => m.Id == id).Select(m => new ValueTuple<DateTime?, DateTime?>(m.EndedAt, m.SuspendedAt)).SingleAsync(Cancellation)));
    }

    [Fact]
    public async Task The_last_administrator_stays_also_when_two_make_each_other_filers_at_once()
    {
        var (enterprise, first, _) = await EnterpriseAsync("同事最后公司");
        for (var round = 0; round < 3; round++)
        {
            var (second, secondId) = await ColleagueAsync(enterprise, MembershipRole.EnterpriseAdministrator);
            var firstId = await portal.WithDatabaseAsync(db => db.Memberships.Where(m => m.UserId == first.Id && m.EnterpriseId == enterprise).Select(m => m.Id).SingleAsync(Cancellation));

            await Task.WhenAll(ActAsync(first, p => p.ChangeRoleAsync(enterprise, secondId, MembershipRole.EnterpriseFiler, Cancellation)), ActAsync(second, p => p.ChangeRoleAsync(enterprise, firstId, MembershipRole.EnterpriseFiler, Cancellation)));

            var left = await portal.WithDatabaseAsync(db => db.Memberships.Include(m => m.User).Where(m => m.EnterpriseId == enterprise && m.Role == MembershipRole.EnterpriseAdministrator).ToListAsync(Cancellation));
            first = Assert.Single(left).User!;
        }

        var last = await portal.WithDatabaseAsync(db => db.Memberships.Where(m => m.UserId == first.Id && m.EnterpriseId == enterprise).Select(m => m.Id).SingleAsync(Cancellation));
        Assert.StartsWith("至少要保留一位", (await ActAsync(first, p => p.ChangeRoleAsync(enterprise, last, MembershipRole.EnterpriseFiler, Cancellation))).Refusals[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_serves_two_enterprises_looks_after_the_one_they_chose()
    {
        var (enterprise, person, administrator) = await EnterpriseAsync("同事切换甲公司");
        var other = await portal.HasEnterpriseAsync("同事切换乙公司");
        await portal.HasMembershipAsync(person, other);

        Assert.Contains("同事切换甲公司", (await administrator.OpenAsync(Home)).Content(), StringComparison.Ordinal);
        Assert.Equal("/enterprise", (await administrator.ForgeAsync("/enterprise/switch", "/enterprise/switch", new() { ["enterpriseId"] = Key(other) })).LedTo());
        Assert.Contains("同事切换乙公司", (await administrator.OpenAsync(Home)).Content(), StringComparison.Ordinal);
        Assert.NotEqual(enterprise, other);
    }

    private async Task<(int Enterprise, PortalUser Person, Visitor Visitor)> EnterpriseAsync(string name)
    {
        var enterprise = await portal.HasEnterpriseAsync(name);
        var person = await portal.HasPersonAsync();
        await portal.HasMembershipAsync(person, enterprise);
        return (enterprise, person, await portal.VisitAsAsync(person.UserName!));
    }

    private async Task<(PortalUser Person, int MembershipId)> ColleagueAsync(int enterprise, MembershipRole role = MembershipRole.EnterpriseFiler)
    {
        var person = await portal.HasPersonAsync();
        await portal.HasMembershipAsync(person, enterprise, role);
        return (person, await portal.WithDatabaseAsync(db => db.Memberships.Where(m => m.UserId == person.Id && m.EnterpriseId == enterprise).Select(m => m.Id).SingleAsync(Cancellation)));
    }

    private Task<Outcome> ActAsync(PortalUser person, Func<EnterprisePeople, Task<Outcome>> act) => portal.InScopeAsync(s =>
    {
        s.GetRequiredService<Actor>().Is(person.Id, person.DisplayName);
        return act(s.GetRequiredService<EnterprisePeople>());
    });

    /// <summary>What a forged form is answered with: a notice, or nothing there at all.</summary>
    private static Task<HttpResponseMessage> TryAsync(Visitor visitor, string address) =>
        visitor.ForgeAsync(Home, address, new() { ["Reason"] = "示例", ["Role"] = "EnterpriseAdministrator" });

    private static string Key(int id) => id.ToString(CultureInfo.InvariantCulture);
}
