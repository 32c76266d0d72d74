using System.Net;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Accounts;

public sealed class AcceptingAnInvitationTests(Portal portal)
{
    private const string Password = "a-good-passw0rd";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_person_chooses_name_and_password_and_comes_to_the_enterprise_desk()
    {
        var enterprise = await portal.HasEnterpriseAsync("邀请测试甲公司");
        await portal.HasInvitationAsync(enterprise, "new.one@example.invalid", "新人甲");
        var mail = await portal.ReceiveAsync("new.one@example.invalid", "邀请测试甲公司");
        var visitor = portal.Visit();

        var answer = await visitor.SubmitAsync(Mailbox.LinkIn(mail), Choosing("new.one"));

        Assert.Equal("/enterprise", answer.LedTo());
        await visitor.OpenAsync("/enterprise");
        var user = await FindAsync("new.one");
        Assert.Equal("新人甲", user.DisplayName);
        Assert.Equal(PrivacyNotice.Version, user.PrivacyNoticeVersion);
        Assert.Equal(portal.Clock.GetUtcNow().UtcDateTime, user.PrivacyNoticeAcceptedAt);
        Assert.Equal(enterprise, Assert.Single(user.Memberships).EnterpriseId);
    }

    [Fact]
    public async Task The_consent_is_needed_and_what_was_typed_stays()
    {
        var token = await portal.HasInvitationAsync(await portal.HasEnterpriseAsync("邀请测试乙公司"), "no.consent@example.invalid");
        var visitor = portal.Visit();

        var answer = await visitor.SubmitAsync($"/account/invitation?token={token}", new()
        {
            ["UserName"] = "no.consent",
            ["Password"] = Password,
            ["PasswordAgain"] = "something else 1",
        }, "/account/invitation");

        var page = await answer.RefusedWithAsync("请阅读隐私说明，并勾选同意。", "两次输入的密码不一样");
        Assert.Equal("no.consent", page.Value("UserName"));
        Assert.False(await ExistsAsync("no.consent"));
    }

    [Fact]
    public async Task Consent_to_a_notice_that_was_not_shown_does_not_count()
    {
        var token = await portal.HasInvitationAsync(await portal.HasEnterpriseAsync("邀请测试丙公司"), "old.notice@example.invalid");
        var values = Choosing("old.notice");
        values["NoticeVersion"] = "2020-01";

        var answer = await portal.Visit().SubmitAsync($"/account/invitation?token={token}", values);

        await answer.RefusedWithAsync("隐私说明刚有更新");
        Assert.False(await ExistsAsync("old.notice"));
    }

    [Fact]
    public async Task A_weak_password_is_refused_and_the_link_still_works()
    {
        var token = await portal.HasInvitationAsync(await portal.HasEnterpriseAsync("邀请测试丁公司"), "weak@example.invalid");
        var values = Choosing("weak");
        (values["Password"], values["PasswordAgain"]) = ("short", "short");

        await (await portal.Visit().SubmitAsync($"/account/invitation?token={token}", values)).RefusedWithAsync("密码至少 10 个字符。", "这个密码太常见");

        Assert.Equal("/enterprise", (await portal.Visit().SubmitAsync($"/account/invitation?token={token}", Choosing("weak"))).LedTo());
    }

    [Fact]
    public async Task A_used_an_expired_a_withdrawn_and_an_invented_link_all_say_the_same()
    {
        var enterprise = await portal.HasEnterpriseAsync("邀请测试戊公司");
        var used = await portal.HasInvitationAsync(enterprise, "used@example.invalid");
        await portal.Visit().SubmitAsync($"/account/invitation?token={used}", Choosing("used.link"));
        var expired = await portal.HasInvitationAsync(enterprise, "expired@example.invalid");
        await portal.WithDatabaseAsync(db => db.Invitations.Where(i => i.Email == "expired@example.invalid")
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.ExpiresAt, portal.Clock.GetUtcNow().UtcDateTime), Cancellation));
        var withdrawn = await portal.HasInvitationAsync(enterprise, "withdrawn@example.invalid");
        var administrator = await portal.VisitAsAsync("admin");
        var id = await portal.WithDatabaseAsync(db => db.Invitations.Where(i => i.Email == "withdrawn@example.invalid").Select(i => i.Id).SingleAsync(Cancellation));
        await administrator.SubmitAsync("/park/people", [], $"/park/people/invitations/{id}/withdraw");

        foreach (var token in new[] { used, expired, withdrawn, "invented" })
        {
            var answer = await portal.Visit().GetAsync($"/account/invitation?token={token}");
            Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
            Assert.Contains("链接已不能使用", (await Visitor.ReadAsync(answer)).Content(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Of_two_people_with_one_link_exactly_one_gets_an_account()
    {
        var token = await portal.HasInvitationAsync(await portal.HasEnterpriseAsync("邀请测试己公司"), "", "同一链接");
        var visitors = Enumerable.Range(0, 4).Select(_ => portal.Visit()).ToList();
        foreach (var visitor in visitors) await visitor.OpenAsync($"/account/invitation?token={token}");

        var answers = await Task.WhenAll(visitors.Select((v, i) =>
        {
            var values = Choosing($"race{i}");
            values["Email"] = $"race{i}@example.invalid";
            values["Token"] = token;
            return v.ForgeAsync("/account/reset", "/account/invitation", values);
        }));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);
        Assert.Equal(3, answers.Count(a => a.StatusCode == HttpStatusCode.Gone));
        Assert.Equal(1, await portal.WithDatabaseAsync(db => db.Users.CountAsync(u => u.UserName!.StartsWith("race"), Cancellation)));
    }

    [Fact]
    public async Task An_address_with_an_account_accepts_by_signing_in()
    {
        var enterprise = await portal.HasEnterpriseAsync("邀请测试庚公司");
        var person = await portal.HasPersonAsync();
        var token = await portal.HasInvitationAsync(enterprise, person.Email!.ToUpperInvariant());
        var link = $"/account/invitation?token={token}";

        var stranger = await portal.Visit().OpenAsync(link);
        Assert.Contains("收到邀请的邮箱已有账号", stranger.Content(), StringComparison.Ordinal);
        Assert.Null(stranger.QuerySelector("form[action='/account/invitation']"));

        var visitor = await portal.VisitAsAsync(person.UserName!);
        var answer = await visitor.SubmitAsync(link, new() { ["AcceptsNotice"] = "true" }, "/account/invitation/join");

        Assert.Equal("/enterprise", answer.LedTo());
        Assert.Equal(enterprise, Assert.Single((await FindAsync(person.UserName!)).Memberships).EnterpriseId);
    }

    [Fact]
    public async Task A_person_who_opens_two_links_of_one_enterprise_at_once_belongs_to_it_once()
    {
        var enterprise = await portal.HasEnterpriseAsync("邀请测试癸公司");
        var person = await portal.HasPersonAsync();
        var token = await portal.HasInvitationAsync(enterprise, person.Email!);
        var accepted = await portal.InScopeAsync(async services =>
        {
            // the other link wins between this one's look and its save
            var db = services.GetRequiredService<PortalDbContext>();
            var won = false;
            db.SavingChanges += (_, _) =>
            {
                if (won || db.ChangeTracker.Entries<Membership>().All(e => e.State != EntityState.Added)) return;
                won = true;
                var now = portal.Clock.GetUtcNow().UtcDateTime;
                db.Database.ExecuteSql($"insert into Memberships (UserId, EnterpriseId, Role, Since) values ({person.Id}, {enterprise}, {nameof(MembershipRole.EnterpriseAdministrator)}, {now})");
            };
            return await services.GetRequiredService<InvitationAcceptance>().AcceptAsExistingAsync(token, person.Id, new PrivacyConsent(true, PrivacyNotice.Version), Cancellation);
        });

        Assert.True(accepted.IsDone);
        Assert.Equal(enterprise, Assert.Single((await FindAsync(person.UserName!)).Memberships).EnterpriseId);
    }

    [Fact]
    public async Task An_account_that_another_link_changes_at_the_same_moment_is_tried_again()
    {
        var enterprise = await portal.HasEnterpriseAsync("邀请测试子公司");
        var person = await portal.HasPersonAsync();
        var token = await portal.HasInvitationAsync(enterprise, person.Email!);
        var accepted = await portal.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            var won = false;
            db.SavingChanges += (_, _) =>
            {
                if (won || db.ChangeTracker.Entries<PortalUser>().All(e => e.State != EntityState.Modified)) return;
                won = true;
                db.Database.ExecuteSql($"update Users set ConcurrencyStamp = 'another' where Id = {person.Id}");
            };
            return await services.GetRequiredService<InvitationAcceptance>().AcceptAsExistingAsync(token, person.Id, new PrivacyConsent(true, PrivacyNotice.Version), Cancellation);
        });

        Assert.True(accepted.IsDone);
        Assert.Equal(enterprise, Assert.Single((await FindAsync(person.UserName!)).Memberships).EnterpriseId);
    }

    [Fact]
    public async Task No_link_makes_an_administrator_less_or_lifts_a_suspension()
    {
        var enterprise = await portal.HasEnterpriseAsync("邀请测试丑公司");
        var person = await portal.HasPersonAsync();
        await portal.HasMembershipAsync(person, enterprise);
        await portal.WithDatabaseAsync(db => db.Memberships.Where(m => m.UserId == person.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.SuspendedAt, portal.Clock.GetUtcNow().UtcDateTime), Cancellation));
        await portal.InScopeAsync(async s =>
        {
            var issued = await s.GetRequiredService<InvitationService>().InviteForEnterpriseAsync(enterprise, "示例", person.Email!, MembershipRole.EnterpriseFiler, Cancellation);
            return await s.GetRequiredService<InvitationAcceptance>().AcceptAsExistingAsync(issued.Value.Token, person.Id, new PrivacyConsent(true, PrivacyNotice.Version), Cancellation);
        });

        var membership = Assert.Single((await FindAsync(person.UserName!)).Memberships);
        Assert.Equal(MembershipRole.EnterpriseAdministrator, membership.Role);
        Assert.NotNull(membership.SuspendedAt);
    }

    [Fact]
    public async Task A_signed_in_person_cannot_take_an_invitation_to_somebody_else()
    {
        var enterprise = await portal.HasEnterpriseAsync("邀请测试辛公司");
        var token = await portal.HasInvitationAsync(enterprise, "somebody.else@example.invalid");
        var thief = await portal.HasPersonAsync();
        var visitor = await portal.VisitAsAsync(thief.UserName!);

        var page = await visitor.OpenAsync($"/account/invitation?token={token}");
        Assert.Contains("这份邀请发给了另一个邮箱", page.Content(), StringComparison.Ordinal);
        var answer = await visitor.ForgeAsync($"/account/invitation?token={token}", "/account/invitation/join", new()
        {
            ["Token"] = token,
            ["AcceptsNotice"] = "true",
            ["NoticeVersion"] = PrivacyNotice.Version,
        });

        await answer.RefusedWithAsync("这份邀请发给了另一个邮箱");
        Assert.Empty((await FindAsync(thief.UserName!)).Memberships);
        Assert.Equal("/enterprise", (await portal.Visit().SubmitAsync($"/account/invitation?token={token}", Choosing("right.one"))).LedTo());
    }

    [Fact]
    public async Task A_member_of_staff_is_invited_by_an_administrator_who_sees_the_link_once()
    {
        var administrator = await portal.VisitAsAsync("admin");

        var answer = await administrator.SubmitAsync("/park/people/invite", new()
        {
            ["Name"] = "新编辑",
            ["Email"] = "new.editor@example.invalid",
            ["Roles"] = StaffRoles.ContentEditor,
        });

        var page = await administrator.OpenAsync(answer.LedTo());
        var link = Mailbox.LinkIn(page.QuerySelector("#invitation-link")!.TextContent);
        Assert.Equal(link, Mailbox.LinkIn(await portal.ReceiveAsync("new.editor@example.invalid")));
        Assert.Null((await administrator.OpenAsync("/park/people")).QuerySelector("#invitation-link"));
        var editor = portal.Visit();
        Assert.Equal("/park", (await editor.SubmitAsync(link, Choosing("new.editor"))).LedTo());
        await editor.OpenAsync("/park");
    }

    [Fact]
    public async Task The_first_administrator_types_their_address_and_cannot_leave_it_out()
    {
        var token = await portal.InScopeAsync(async s => (await s.GetRequiredService<InvitationService>()
            .InviteStaffAsync("首位管理员", "", [StaffRoles.ParkAdministrator], Cancellation)).Value.Token);
        var link = $"/account/invitation?token={token}";

        await (await portal.Visit().SubmitAsync(link, Choosing("first.admin"))).RefusedWithAsync("请填写邮箱");

        var values = Choosing("first.admin");
        values["Email"] = "first.admin@example.invalid";
        var visitor = portal.Visit();
        Assert.Equal("/park", (await visitor.SubmitAsync(link, values)).LedTo());
        await visitor.OpenAsync("/park/people");
    }

    [Fact]
    public async Task A_taken_name_and_a_name_that_looks_like_an_address_are_refused()
    {
        var token = await portal.HasInvitationAsync(await portal.HasEnterpriseAsync("邀请测试壬公司"), "wants.name@example.invalid");

        await (await portal.Visit().SubmitAsync($"/account/invitation?token={token}", Choosing("ADMIN"))).RefusedWithAsync("这个登录名已有人使用");
        await (await portal.Visit().SubmitAsync($"/account/invitation?token={token}", Choosing("tea@example.invalid"))).RefusedWithAsync("登录名只能用字母、数字");
    }

    private static Dictionary<string, string?> Choosing(string userName) => new()
    {
        ["UserName"] = userName,
        ["Password"] = Password,
        ["PasswordAgain"] = Password,
        ["AcceptsNotice"] = "true",
        ["NoticeVersion"] = PrivacyNotice.Version,
    };

    private Task<PortalUser> FindAsync(string userName) =>
        portal.WithDatabaseAsync(db => db.Users.Include(u => u.Memberships).SingleAsync(u => u.UserName == userName, Cancellation));

    private Task<bool> ExistsAsync(string userName) => portal.WithDatabaseAsync(db => db.Users.AnyAsync(u => u.UserName == userName, Cancellation));
}
