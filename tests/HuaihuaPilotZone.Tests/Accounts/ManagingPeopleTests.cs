using System.Net;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Accounts;

public sealed class ManagingPeopleTests(Portal portal)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Roles_are_given_and_taken_and_the_persons_open_session_ends()
    {
        var person = await portal.HasPersonAsync(StaffRoles.Auditor);
        var session = await portal.VisitAsAsync(person.UserName!);
        await session.OpenAsync("/park");
        var administrator = await portal.VisitAsAsync("admin");

        await SetRolesAsync(administrator, person, StaffRoles.Reviewer);

        Assert.Equal(HttpStatusCode.Redirect, (await session.GetAsync("/park")).StatusCode);
        var line = await LastLineAsync(person);
        Assert.Equal(AccountActs.RolesChanged, line.Act);
        Assert.Equal(("审计员", "审核员"), (line.Changes[0].OldValue, line.Changes[0].NewValue));
        Assert.Equal("示例管理员", line.UserName);
    }

    [Fact]
    public async Task A_disabled_persons_open_session_ends_and_they_cannot_sign_in_until_they_are_enabled()
    {
        var person = await portal.HasPersonAsync(StaffRoles.Reviewer);
        var session = await portal.VisitAsAsync(person.UserName!);
        await session.OpenAsync("/park");
        var administrator = await portal.VisitAsAsync("admin");

        await administrator.SubmitAsync($"/park/people/{person.Id}", new() { ["Reason"] = "离职" }, $"/park/people/{person.Id}/disable");

        Assert.Equal(HttpStatusCode.Redirect, (await session.GetAsync("/park")).StatusCode);
        await (await SignInAsync(person)).RefusedWithAsync("这个账号已停用");
        Assert.Contains(person.DisplayName, (await administrator.OpenAsync("/park/people?view=Disabled")).Content(), StringComparison.Ordinal);

        await administrator.SubmitAsync($"/park/people/{person.Id}", new() { ["Reason"] = "返岗" }, $"/park/people/{person.Id}/enable");
        Assert.Equal("/park", (await SignInAsync(person)).LedTo());
    }

    [Fact]
    public async Task Somebody_whose_address_todays_rules_refuse_is_kept_out_as_well()
    {
        var person = await HasRefusedAddressAsync();
        var administrator = await portal.VisitAsAsync("admin");

        await administrator.SubmitAsync($"/park/people/{person.Id}", new() { ["Reason"] = "离职" }, $"/park/people/{person.Id}/disable");

        await (await SignInAsync(person)).RefusedWithAsync("这个账号已停用");
    }

    [Fact]
    public async Task Somebody_whose_address_todays_rules_refuse_is_given_other_roles_and_chooses_a_new_password()
    {
        var person = await HasRefusedAddressAsync();

        await SetRolesAsync(await portal.VisitAsAsync("admin"), person, StaffRoles.Auditor);

        var line = await LastLineAsync(person);
        Assert.Equal((AccountActs.RolesChanged, "审核员", "审计员"), (line.Act, line.Changes[0].OldValue, line.Changes[0].NewValue));
        const string Password = "zebra violin ladder";
        var self = await portal.VisitAsAsync(person.UserName!);
        (await self.SubmitAsync("/account/password", new() { ["CurrentPassword"] = DemonstrationAccounts.Password, ["Password"] = Password, ["PasswordAgain"] = Password })).LedTo();
        Assert.Equal("/park", (await portal.Visit().SubmitAsync("/account/login", new() { ["Name"] = person.UserName, ["Password"] = Password })).LedTo());
    }

    [Fact]
    public async Task Disabling_needs_a_reason_and_nobody_disables_themselves()
    {
        var person = await portal.HasPersonAsync(StaffRoles.ParkAdministrator);
        var administrator = await portal.VisitAsAsync(person.UserName!);
        var other = await portal.HasPersonAsync();

        var answer = await administrator.SubmitAsync($"/park/people/{other.Id}", new() { ["Reason"] = " " }, $"/park/people/{other.Id}/disable");
        await answer.RefusedWithAsync("请写明原因。");
        Assert.Null((await administrator.OpenAsync($"/park/people/{person.Id}")).QuerySelector("form[action$='/disable']"));
        var self = await administrator.ForgeAsync($"/park/people/{person.Id}", $"/park/people/{person.Id}/disable", new() { ["Reason"] = "试试" });
        Assert.StartsWith("不能停用自己的账号", await administrator.NoticeAfterAsync(self), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_administrator_stays_also_when_two_take_the_role_from_each_other_at_once()
    {
        await using var own = new Portal();
        await own.InitializeAsync();
        var first = await AdministratorAsync(own, "admin");
        for (var round = 0; round < 4; round++)
        {
            var second = await own.HasPersonAsync(StaffRoles.ParkAdministrator);
            var (a, b) = (await SignInAsync(own, first.UserName!), await SignInAsync(own, second.UserName!));

            await Task.WhenAll(TakeRoleAsync(a, second), TakeRoleAsync(b, first));

            var left = await AdministratorsAsync(own);
            Assert.Single(left);
            first = left[0];
        }
        var last = await SignInAsync(own, first.UserName!);
        var answer = await last.SubmitAsync($"/park/people/{first.Id}", new() { ["Roles"] = StaffRoles.Auditor }, $"/park/people/{first.Id}/roles");
        Assert.StartsWith("至少要保留一位可登录的园区管理员", await last.NoticeAfterAsync(answer), StringComparison.Ordinal);
        Assert.Single(await AdministratorsAsync(own));
    }

    [Fact]
    public async Task Only_administrators_come_to_the_people_page_or_change_anything_there()
    {
        var reviewer = await portal.VisitAsAsync("reviewer");
        var person = await portal.HasPersonAsync();

        Assert.Equal(HttpStatusCode.Forbidden, (await reviewer.GetAsync("/park/people")).StatusCode);
        var forged = await reviewer.ForgeAsync("/account/password", $"/park/people/{person.Id}/roles", new() { ["Roles"] = StaffRoles.ParkAdministrator });
        Assert.Equal(HttpStatusCode.Forbidden, forged.StatusCode);
        Assert.DoesNotContain("人员与权限", (await reviewer.OpenAsync("/park")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_are_found_by_name_and_an_unknown_number_is_not_there()
    {
        var person = await portal.HasPersonAsync(StaffRoles.Auditor);
        var administrator = await portal.VisitAsAsync("admin");

        var page = await administrator.OpenAsync($"/park/people?q={person.UserName!.ToUpperInvariant()}");
        Assert.Contains(person.DisplayName, page.Content(), StringComparison.Ordinal);
        Assert.DoesNotContain("示例审核员", page.Content(), StringComparison.Ordinal);
        Assert.Contains("没有找到", (await administrator.OpenAsync("/park/people?q=nobody-of-this-name")).Content(), StringComparison.Ordinal);
        Assert.Contains("示例箱包有限公司（企业管理员）", (await administrator.OpenAsync("/park/people?view=Enterprises&q=luggage")).Content(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.GetAsync("/park/people/999999")).StatusCode);
    }

    /// <summary>As one that an earlier build or another program has written.</summary>
    private async Task<PortalUser> HasRefusedAddressAsync()
    {
        var person = await portal.HasPersonAsync(StaffRoles.Reviewer);
        await portal.WithDatabaseAsync(db => db.Users.Where(u => u.Id == person.Id).ExecuteUpdateAsync(u => u.SetProperty(x => x.Email, "not an address"), Cancellation));
        return person;
    }

    private Task<HttpResponseMessage> SignInAsync(PortalUser person) =>
        portal.Visit().SubmitAsync("/account/login", new() { ["Name"] = person.UserName, ["Password"] = DemonstrationAccounts.Password });

    private static async Task<Visitor> SignInAsync(Portal own, string userName)
    {
        var visitor = own.Visit();
        (await visitor.SubmitAsync("/account/login", new() { ["Name"] = userName, ["Password"] = DemonstrationAccounts.Password })).LedTo();
        return visitor;
    }

    private static Task<HttpResponseMessage> TakeRoleAsync(Visitor administrator, PortalUser from) =>
        administrator.ForgeAsync("/account/reset", $"/park/people/{from.Id}/roles", new() { ["Roles"] = StaffRoles.Auditor });

    private static async Task SetRolesAsync(Visitor administrator, PortalUser person, string role) =>
        (await administrator.ForgeAsync($"/park/people/{person.Id}", $"/park/people/{person.Id}/roles", new() { ["Roles"] = role })).LedTo();

    private Task<JournalLine> LastLineAsync(PortalUser person) => portal.WithDatabaseAsync(db => db.Journal.Include(l => l.Changes)
        .Where(l => l.Subject == JournalSubjects.Account && l.SubjectKey == person.UserName).OrderByDescending(l => l.Id).FirstAsync(Cancellation));

    private static Task<PortalUser> AdministratorAsync(Portal own, string userName) => own.WithDatabaseAsync(db => db.Users.SingleAsync(u => u.UserName == userName, Cancellation));

    private static Task<List<PortalUser>> AdministratorsAsync(Portal own) => own.WithDatabaseAsync(db =>
        (from given in db.UserRoles
         join role in db.Roles on given.RoleId equals role.Id
         join user in db.Users on given.UserId equals user.Id
         where role.Name == StaffRoles.ParkAdministrator && !user.IsDisabled
         select user).ToListAsync(Cancellation));
}
