using System.Net;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Tests.Support;

namespace HuaihuaPilotZone.Tests.Accounts;

public sealed class KeepingAPasswordTests(Portal portal)
{
    private const string NewPassword = "an0ther-password";

    [Fact]
    public async Task A_new_password_ends_the_other_sessions_and_keeps_this_one()
    {
        var person = await portal.HasPersonAsync();
        var (here, elsewhere) = (await SignInAsync(person), await SignInAsync(person));

        var answer = await here.SubmitAsync("/account/password", Changing(DemonstrationAccounts.Password));

        Assert.StartsWith("密码已修改", await here.NoticeAfterAsync(answer), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await elsewhere.GetAsync("/account/password")).StatusCode);
        await SignInAsync(person, NewPassword);
    }

    [Fact]
    public async Task A_wrong_current_password_changes_nothing_and_has_to_wait_after_five_times()
    {
        var person = await portal.HasPersonAsync();
        var visitor = await SignInAsync(person);

        for (var i = 0; i < 5; i++) await (await visitor.SubmitAsync("/account/password", Changing("not-this-one-1"))).RefusedWithAsync("当前密码不对。");

        await (await visitor.SubmitAsync("/account/password", Changing(DemonstrationAccounts.Password))).RefusedWithAsync("连续多次密码不对");
    }

    [Theory]
    [InlineData("1234567890")]
    [InlineData("qwertyuiop")]
    [InlineData("password123")]
    [InlineData("aaaaaaaaaaaaaaa")]
    [InlineData("huaihua2026")]
    [InlineData("pilotzone1")]
    public async Task A_password_that_is_guessed_soon_is_refused(string password)
    {
        var person = await portal.HasPersonAsync();
        var visitor = await SignInAsync(person);

        await (await visitor.SubmitAsync("/account/password", new() { ["CurrentPassword"] = DemonstrationAccounts.Password, ["Password"] = password, ["PasswordAgain"] = password })).RefusedWithAsync("这个密码太常见");
    }

    [Fact]
    public async Task A_password_that_stands_in_the_operators_list_of_breached_ones_is_refused()
    {
        const string Breached = "zebra violin ladder";
        var list = Path.GetTempFileName();
        await File.WriteAllTextAsync(list, SearchingBreachedPasswordsTests.ListOf(Breached, "another of them"), TestContext.Current.CancellationToken);
        await using (var own = Portal.Own(("SignIn:BreachedPasswords", list)))
        {
            var person = await own.HasPersonAsync();
            var visitor = await own.VisitAsAsync(person.UserName!);

            Dictionary<string, string?> Choice(string password) => new() { ["CurrentPassword"] = DemonstrationAccounts.Password, ["Password"] = password, ["PasswordAgain"] = password };
            await (await visitor.SubmitAsync("/account/password", Choice(Breached))).RefusedWithAsync("这个密码在已经泄露的密码名单里");
            (await visitor.SubmitAsync("/account/password", Choice("zebra violin lad-der"))).LedTo();
        }
        File.Delete(list);
    }

    [Fact]
    public async Task A_password_that_is_the_name_twice_is_refused_and_one_of_small_letters_alone_is_taken()
    {
        var person = await portal.HasPersonAsync();
        var visitor = await SignInAsync(person);
        var named = $"{person.UserName}{person.UserName}";

        await (await visitor.SubmitAsync("/account/password", new() { ["CurrentPassword"] = DemonstrationAccounts.Password, ["Password"] = named, ["PasswordAgain"] = named })).RefusedWithAsync("这个密码太常见");
        await visitor.SubmitAsync("/account/password", new() { ["CurrentPassword"] = DemonstrationAccounts.Password, ["Password"] = "zebra violin ladder", ["PasswordAgain"] = "zebra violin ladder" });
        await SignInAsync(person, "zebra violin ladder");
    }

    [Fact]
    public async Task A_forgotten_password_is_replaced_by_a_link_that_works_once()
    {
        var person = await portal.HasPersonAsync();
        var stale = await SignInAsync(person);

        Assert.Equal("/account/reset/sent", (await portal.Visit().SubmitAsync("/account/reset", new() { ["Name"] = person.Email })).LedTo());
        var link = Mailbox.LinkIn(await portal.ReceiveAsync(person.Email!, "新密码"));
        var answer = await portal.Visit().SubmitAsync(link, Choosing(NewPassword));

        Assert.Equal("/account/login", answer.LedTo());
        await SignInAsync(person, NewPassword);
        Assert.Equal(HttpStatusCode.Redirect, (await stale.GetAsync("/account/password")).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await portal.Visit().GetAsync(link)).StatusCode);
    }

    [Fact]
    public async Task A_weak_new_password_leaves_the_link_open()
    {
        var person = await portal.HasPersonAsync();
        await portal.Visit().SubmitAsync("/account/reset", new() { ["Name"] = person.UserName });
        var link = Mailbox.LinkIn(await portal.ReceiveAsync(person.Email!, "新密码"));

        await (await portal.Visit().SubmitAsync(link, Choosing("tooshort"))).RefusedWithAsync("密码至少 10 个字符。");

        Assert.Equal("/account/login", (await portal.Visit().SubmitAsync(link, Choosing(NewPassword))).LedTo());
    }

    [Fact]
    public async Task The_answer_does_not_tell_whether_there_is_an_account_and_many_requests_send_one_mail()
    {
        var person = await portal.HasPersonAsync();

        foreach (var name in new[] { "nobody.here@example.invalid", person.Email, person.UserName })
            Assert.Equal("/account/reset/sent", (await portal.Visit().SubmitAsync("/account/reset", new() { ["Name"] = name })).LedTo());

        await portal.ReceiveAsync(person.Email!);
        // mail is delivered in order: whatever was sent to this person before this one is there when it is
        var witness = await portal.HasPersonAsync();
        await portal.Visit().SubmitAsync("/account/reset", new() { ["Name"] = witness.UserName });
        await portal.ReceiveAsync(witness.Email!);
        Assert.Single(portal.MailsTo(person.Email!));
        Assert.Empty(portal.MailsTo("nobody.here@example.invalid"));
    }

    [Fact]
    public async Task A_link_cannot_be_turned_against_another_account()
    {
        var (person, victim) = (await portal.HasPersonAsync(), await portal.HasPersonAsync());
        await portal.Visit().SubmitAsync("/account/reset", new() { ["Name"] = person.UserName });
        var link = Mailbox.LinkIn(await portal.ReceiveAsync(person.Email!));
        var tampered = link.Replace($"/account/reset/{person.Id}", $"/account/reset/{victim.Id}", StringComparison.Ordinal);

        Assert.NotEqual(link, tampered);
        Assert.Equal(HttpStatusCode.Gone, (await portal.Visit().GetAsync(tampered)).StatusCode);
        var token = link[(link.IndexOf("token=", StringComparison.Ordinal) + 6)..];
        var forged = await portal.Visit().ForgeAsync("/account/reset", $"/account/reset/{victim.Id}", new() { ["Token"] = token, ["Password"] = NewPassword, ["PasswordAgain"] = NewPassword });
        Assert.Equal(HttpStatusCode.Gone, forged.StatusCode);
        await SignInAsync(victim);
    }

    [Fact]
    public async Task A_disabled_person_gets_no_link()
    {
        var person = await portal.HasPersonAsync();
        var administrator = await portal.VisitAsAsync("admin");
        await administrator.SubmitAsync($"/park/people/{person.Id}", new() { ["Reason"] = "离职" }, $"/park/people/{person.Id}/disable");

        Assert.Equal("/account/reset/sent", (await portal.Visit().SubmitAsync("/account/reset", new() { ["Name"] = person.UserName })).LedTo());

        var witness = await portal.HasPersonAsync();
        await portal.Visit().SubmitAsync("/account/reset", new() { ["Name"] = witness.UserName });
        await portal.ReceiveAsync(witness.Email!);
        Assert.Empty(portal.MailsTo(person.Email!));
    }

    private static Dictionary<string, string?> Changing(string current) => new() { ["CurrentPassword"] = current, ["Password"] = NewPassword, ["PasswordAgain"] = NewPassword };

    private static Dictionary<string, string?> Choosing(string password) => new() { ["Password"] = password, ["PasswordAgain"] = password };

    private async Task<Visitor> SignInAsync(PortalUser person, string password = DemonstrationAccounts.Password)
    {
        var visitor = portal.Visit();
        (await visitor.SubmitAsync("/account/login", new() { ["Name"] = person.UserName, ["Password"] = password })).LedTo();
        return visitor;
    }
}
