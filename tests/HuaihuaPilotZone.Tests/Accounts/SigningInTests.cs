using System.Net;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Tests.Support;

namespace HuaihuaPilotZone.Tests.Accounts;

public sealed class SigningInTests(Portal portal)
{
    [Theory]
    [InlineData("admin", "/park")]
    [InlineData("luggage", "/enterprise")]
    [InlineData("luggage@example.invalid", "/enterprise")]
    public async Task A_person_comes_to_the_desk_they_belong_to(string name, string desk)
    {
        var visitor = portal.Visit();

        var answer = await visitor.SubmitAsync("/account/login", new() { ["Name"] = name, ["Password"] = DemonstrationAccounts.Password });

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(desk, answer.Headers.Location?.ToString());
        await visitor.OpenAsync(desk);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_name_get_the_same_sentence()
    {
        foreach (var name in new[] { "auditor", "nobody" })
        {
            var answer = await portal.Visit().SubmitAsync("/account/login", new() { ["Name"] = name, ["Password"] = "not-this-one" });
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Contains("登录名或密码不对。", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task After_five_wrong_passwords_an_unknown_browser_has_to_wait_also_with_the_right_one()
    {
        var person = await portal.HasPersonAsync();
        for (var i = 0; i < 5; i++) await portal.Visit().SubmitAsync("/account/login", new() { ["Name"] = person.UserName, ["Password"] = "not-this-one" });

        var answer = await portal.Visit().SubmitAsync("/account/login", new() { ["Name"] = person.UserName, ["Password"] = DemonstrationAccounts.Password });

        await answer.RefusedWithAsync("登录名或密码不对。连续输错后，要等一会儿才能再试");
    }

    [Fact]
    public async Task An_account_that_has_to_wait_is_answered_like_one_that_does_not_exist()
    {
        var person = await portal.HasPersonAsync();
        for (var i = 0; i < 5; i++) await portal.Visit().SubmitAsync("/account/login", new() { ["Name"] = person.UserName, ["Password"] = "not-this-one" });

        var locked = await portal.Visit().SubmitAsync("/account/login", new() { ["Name"] = person.UserName, ["Password"] = "not-this-one" });
        var unknown = await portal.Visit().SubmitAsync("/account/login", new() { ["Name"] = "nobody.at.all", ["Password"] = "not-this-one" });

        Assert.Equal(await SaidAsync(unknown), await SaidAsync(locked));

        static async Task<string> SaidAsync(HttpResponseMessage answer) =>
            string.Join('|', (await Visitor.ReadAsync(answer)).QuerySelectorAll("[data-error-summary] li").Select(e => e.TextContent.Trim()));
    }

    [Fact]
    public async Task A_link_to_another_site_is_not_followed_after_signing_in()
    {
        var answer = await portal.Visit().SubmitAsync(
            "/account/login?returnUrl=https%3A%2F%2Felsewhere.example", new() { ["Name"] = "editor", ["Password"] = DemonstrationAccounts.Password });

        Assert.Equal("/park", answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_desk_sends_a_stranger_to_the_sign_in_page_and_a_wrong_role_away()
    {
        var stranger = await portal.Visit().GetAsync("/park");
        Assert.StartsWith("http://localhost/account/login", stranger.Headers.Location?.ToString(), StringComparison.Ordinal);

        var filer = await portal.VisitAsAsync("filer");
        Assert.Equal(HttpStatusCode.Forbidden, (await filer.GetAsync("/park")).StatusCode);
    }
}
