using System.Net;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Accounts.SignIns;

/// <summary>A portal whose staff have to have a second factor, as everywhere outside Development.</summary>
public sealed class TwoStepPortal : IAsyncDisposable
{
    public Portal Portal { get; } = Portal.Own(("SignIn:StaffTwoFactor", "Required"));

    public ValueTask DisposeAsync() => Portal.DisposeAsync();
}

public sealed class SigningInWithTwoStepsTests(TwoStepPortal fixture) : IClassFixture<TwoStepPortal>
{
    private const string Start = "/account/second-factor/start";

    private readonly Portal _portal = fixture.Portal;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Somebody_of_the_staff_without_a_second_factor_is_led_to_set_it_up_and_gets_nowhere_else()
    {
        var person = await _portal.HasPersonAsync(StaffRoles.ParkAdministrator);
        var visitor = _portal.Visit();

        Assert.Equal(Start, (await visitor.GivePasswordAsync(person.UserName!, returnUrl: "/park/people")).LedTo());
        foreach (var page in new[] { "/park", "/inbox", "/account/password", "/account/second-factor" })
            Assert.Contains("/account/login", (await visitor.GetAsync(page)).Headers.Location?.ToString(), StringComparison.Ordinal);

        var (_, codes) = await visitor.SetUpAsync(_portal, Start);

        Assert.Equal(10, codes.Distinct(StringComparer.Ordinal).Count());
        await visitor.OpenAsync("/park/people");
    }

    [Fact]
    public async Task The_page_shows_the_secret_as_a_picture_and_as_text_and_is_kept_nowhere()
    {
        var person = await _portal.HasPersonAsync(StaffRoles.ContentEditor);
        var visitor = _portal.Visit();
        await visitor.GivePasswordAsync(person.UserName!);

        using var answer = await visitor.GetAsync(Start);
        var page = await Visitor.ReadAsync(answer);

        Assert.NotNull(page.QuerySelector(".hh-qr svg"));
        Assert.Empty(page.QuerySelectorAll("main [style]"));
        Assert.Matches("^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$", page.QuerySelector("[data-secret]")!.TextContent);
        Assert.Contains("no-store", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal(page.QuerySelector("[data-secret]")!.TextContent, (await visitor.OpenAsync(Start)).QuerySelector("[data-secret]")!.TextContent);
    }

    [Fact]
    public async Task A_wrong_first_code_sets_nothing_up()
    {
        var person = await _portal.HasPersonAsync(StaffRoles.ContentEditor);
        var visitor = _portal.Visit();
        await visitor.GivePasswordAsync(person.UserName!);

        await (await visitor.SubmitAsync(Start, new() { ["Code"] = "12345" })).RefusedWithAsync("验证码不对");
        await (await visitor.SubmitAsync(Start, new() { ["Code"] = "" })).RefusedWithAsync("请填写应用显示的 6 位验证码。");

        Assert.False(await IsOnAsync(person));
    }

    [Fact]
    public async Task With_a_second_factor_the_password_alone_opens_nothing_and_the_code_does()
    {
        var (person, app) = await HasFactorAsync();
        var visitor = _portal.Visit();

        Assert.Equal("/account/code", (await visitor.GivePasswordAsync(person.UserName!, returnUrl: "/park/declarations")).LedTo());
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/park")).StatusCode);
        await (await visitor.GiveCodeAsync("000000")).RefusedWithAsync("验证码不对");

        Assert.Equal("/park/declarations", (await visitor.GiveCodeAsync(app.Code())).LedTo());
        await visitor.OpenAsync("/park");
    }

    [Fact]
    public async Task A_code_counts_once()
    {
        var (person, app) = await HasFactorAsync();
        var (first, second) = (_portal.Visit(), _portal.Visit());
        await first.GivePasswordAsync(person.UserName!);
        await second.GivePasswordAsync(person.UserName!);

        Assert.Equal("/park", (await first.GiveCodeAsync(app.Code())).LedTo());

        await (await second.GiveCodeAsync(app.Code())).RefusedWithAsync("验证码不对，或已经用过");
        // an earlier one is not taken after a later one either
        await (await second.GiveCodeAsync(app.Code(-1))).RefusedWithAsync("验证码不对，或已经用过");
    }

    [Fact]
    public async Task Of_many_who_send_the_same_code_at_once_one_gets_in()
    {
        var (person, app) = await HasFactorAsync();
        var visitors = Enumerable.Range(0, 4).Select(_ => _portal.Visit()).ToList();
        foreach (var visitor in visitors) await visitor.GivePasswordAsync(person.UserName!);
        var code = app.Code();

        var answers = await Task.WhenAll(visitors.Select(v => v.GiveCodeAsync(code)));

        Assert.Equal(1, answers.Count(a => a.StatusCode == HttpStatusCode.Redirect));
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(1, true)]
    [InlineData(-2, false)]
    [InlineData(2, false)]
    public async Task A_phone_may_be_half_a_minute_off_and_no_more(int steps, bool isTaken)
    {
        var (person, app) = await HasFactorAsync();
        var visitor = _portal.Visit();
        await visitor.GivePasswordAsync(person.UserName!);

        using var answer = await visitor.GiveCodeAsync(app.Code(steps));

        Assert.Equal(isTaken ? HttpStatusCode.Redirect : HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_recovery_code_lets_in_once_and_the_person_is_told()
    {
        var person = await _portal.HasPersonAsync(StaffRoles.Reviewer);
        var visitor = _portal.Visit();
        await visitor.GivePasswordAsync(person.UserName!);
        var (_, codes) = await visitor.SetUpAsync(_portal, Start);
        var (lost, thief) = (_portal.Visit(), _portal.Visit());
        await lost.GivePasswordAsync(person.UserName!);
        await thief.GivePasswordAsync(person.UserName!);

        Assert.Equal("/park", (await lost.GiveCodeAsync(codes[3].ToUpperInvariant())).LedTo());
        await (await thief.GiveCodeAsync(codes[3])).RefusedWithAsync("恢复码不对，或已经用过。");

        Assert.Contains("还剩 9 个", (await lost.OpenAsync("/account/second-factor")).Content(), StringComparison.Ordinal);
        Assert.Contains("用了一个恢复码", (await lost.OpenAsync("/inbox")).Content(), StringComparison.Ordinal);
        Assert.Equal(0, await _portal.WithDatabaseAsync(db => db.RecoveryCodes.CountAsync(c => codes.Contains(c.Hash), Cancellation)));
    }

    [Fact]
    public async Task New_recovery_codes_replace_the_old_ones()
    {
        var person = await _portal.HasPersonAsync(StaffRoles.Reviewer);
        var visitor = _portal.Visit();
        await visitor.GivePasswordAsync(person.UserName!);
        var (_, old) = await visitor.SetUpAsync(_portal, Start);

        var page = await Visitor.ReadAsync(await visitor.SubmitAsync("/account/second-factor", [], "/account/second-factor/codes"));
        var fresh = page.QuerySelectorAll("[data-recovery-codes] code").Select(c => c.TextContent).ToList();

        Assert.Equal(10, fresh.Except(old, StringComparer.Ordinal).Count());
        var other = _portal.Visit();
        await other.GivePasswordAsync(person.UserName!);
        await (await other.GiveCodeAsync(old[0])).RefusedWithAsync("恢复码不对");
        Assert.Equal("/park", (await other.GiveCodeAsync(fresh[0])).LedTo());
    }

    [Fact]
    public async Task Staff_can_change_the_device_and_cannot_turn_it_off()
    {
        var person = await _portal.HasPersonAsync(StaffRoles.Reviewer);
        var visitor = _portal.Visit();
        await visitor.GivePasswordAsync(person.UserName!);
        var (old, _) = await visitor.SetUpAsync(_portal, Start);

        Assert.Null((await visitor.OpenAsync("/account/second-factor")).QuerySelector("form[action$='/off']"));
        using var forged = await visitor.ForgeAsync("/account/second-factor", "/account/second-factor/off", []);
        Assert.Contains("只能更换设备，不能关闭", await visitor.NoticeAfterAsync(forged), StringComparison.Ordinal);

        var (fresh, _) = await visitor.SetUpAsync(_portal);
        var other = _portal.Visit();
        await other.GivePasswordAsync(person.UserName!);
        await (await other.GiveCodeAsync(old.Code(1))).RefusedWithAsync("验证码不对");
        Assert.Equal("/park", (await other.GiveCodeAsync(fresh.Code(1))).LedTo());
    }

    [Fact]
    public async Task A_portal_can_require_it_of_people_of_enterprises_too()
    {
        await using var own = Portal.Own(("SignIn:EnterpriseTwoFactor", "Required"));
        var person = await own.HasPersonAsync();
        var visitor = own.Visit();

        Assert.Equal(Start, (await visitor.GivePasswordAsync(person.UserName!)).LedTo());
        Assert.Contains("/account/login", (await visitor.GetAsync("/inbox")).Headers.Location?.ToString(), StringComparison.Ordinal);
        await visitor.SetUpAsync(own, Start);
        await visitor.OpenAsync("/inbox");
        Assert.Contains("不能关闭", await visitor.NoticeAfterAsync(await visitor.ForgeAsync("/account/second-factor", "/account/second-factor/off", [])), StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_of_enterprises_choose_it_and_can_turn_it_off_again()
    {
        var person = await _portal.HasPersonAsync();
        await _portal.HasMembershipAsync(person, await _portal.HasEnterpriseAsync("两步验证示例有限公司"));
        var visitor = await _portal.VisitAsAsync(person.UserName!);
        Assert.NotNull((await visitor.OpenAsync("/account/second-factor")).QuerySelector("a[href='/account/second-factor/device']"));
        await visitor.SetUpAsync(_portal);
        Assert.Equal("/account/code", (await _portal.Visit().GivePasswordAsync(person.UserName!)).LedTo());

        await visitor.SubmitAsync("/account/second-factor", [], "/account/second-factor/off");

        Assert.False(await IsOnAsync(person));
        Assert.Equal("/enterprise", (await _portal.Visit().GivePasswordAsync(person.UserName!)).LedTo());
        await visitor.OpenAsync("/enterprise");
    }

    [Fact]
    public async Task An_administrator_resets_anothers_second_factor_with_a_reason_and_they_are_told()
    {
        var (person, app) = await HasFactorAsync();
        var reviewer = _portal.Visit();
        await reviewer.GivePasswordAsync(person.UserName!);
        await reviewer.GiveCodeAsync(app.Code());
        var administrator = _portal.Visit();
        await administrator.GivePasswordAsync((await _portal.HasPersonAsync(StaffRoles.ParkAdministrator)).UserName!);
        await administrator.SetUpAsync(_portal, Start);
        var reset = $"/park/people/{person.Id}/second-factor/reset";

        await (await administrator.SubmitAsync($"/park/people/{person.Id}", new() { ["Reason"] = "" }, reset)).RefusedWithAsync("请写明原因。");
        using var done = await administrator.SubmitAsync($"/park/people/{person.Id}", new() { ["Reason"] = "手机丢失，已当面核实" }, reset);

        Assert.StartsWith("两步验证已重置", await administrator.NoticeAfterAsync(done), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await reviewer.GetAsync("/park")).StatusCode);
        Assert.Contains("手机丢失，已当面核实", await _portal.ReceiveAsync(person.Email!, "两步验证"), StringComparison.Ordinal);
        var line = await _portal.WithDatabaseAsync(db => db.Journal.OrderBy(e => e.Id).LastAsync(e => e.SubjectKey == person.UserName, Cancellation));
        Assert.Equal((AccountActs.SecondFactorReset, "手机丢失，已当面核实"), (line.Act, line.Note));
        Assert.Equal(Start, (await reviewer.GivePasswordAsync(person.UserName!)).LedTo());
    }

    [Fact]
    public async Task The_second_step_is_open_for_a_quarter_of_an_hour_and_a_new_password_closes_it()
    {
        var (person, _) = await HasFactorAsync();
        var visitor = _portal.Visit();
        await visitor.GivePasswordAsync(person.UserName!);
        _portal.Later(TimeSpan.FromMinutes(16));

        Assert.Equal("/account/login", (await visitor.GetAsync("/account/code")).LedTo());

        await visitor.GivePasswordAsync(person.UserName!);
        await _portal.WithDatabaseAsync(db => db.Users.Where(u => u.Id == person.Id).ExecuteUpdateAsync(set => set.SetProperty(u => u.SecurityStamp, "another"), Cancellation));
        Assert.Equal("/account/login", (await visitor.GetAsync("/account/code")).LedTo());
    }

    private async Task<(PortalUser Person, Authenticator App)> HasFactorAsync()
    {
        var person = await _portal.HasPersonAsync(StaffRoles.Reviewer);
        var visitor = _portal.Visit();
        await visitor.GivePasswordAsync(person.UserName!);
        var (app, _) = await visitor.SetUpAsync(_portal, Start);
        // the code of the set-up is used up
        _portal.Later(TimeSpan.FromMinutes(2));
        return (person, app);
    }

    private Task<bool> IsOnAsync(PortalUser person) => _portal.WithDatabaseAsync(db => db.Users.Where(u => u.Id == person.Id).Select(u => u.TwoFactorEnabled).SingleAsync(Cancellation));
}
