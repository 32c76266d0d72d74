using System.Net;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Accounts.SignIns;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Accounts.SignIns;

/// <summary>A portal with the limits that it has where nobody set others.</summary>
public sealed class UsualLimits : IAsyncDisposable
{
    public Portal Portal { get; } = Portal.Own(("SignIn:MostSessions", "3"), ("SignIn:StaffIdleMinutes", "60"), ("SignIn:StaffLongestHours", "12"));

    public ValueTask DisposeAsync() => Portal.DisposeAsync();
}

public sealed class KeepingSignInsTests(UsualLimits fixture) : IClassFixture<UsualLimits>
{
    private const string Page = "/account/sessions";
    private const string Chrome = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36";

    private readonly Portal _portal = fixture.Portal;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_person_sees_where_they_are_signed_in_and_ends_one_or_all_others()
    {
        var person = await _portal.HasPersonAsync();
        var (here, there, elsewhere) = (await SignInAsync(person, Chrome), await SignInAsync(person), await SignInAsync(person));

        var page = await here.OpenAsync(Page);
        Assert.Equal(3, page.QuerySelectorAll("[data-session]").Length);
        Assert.Contains("Chrome，Windows", page.QuerySelectorAll("[data-session]").Single(r => r.TextContent.Contains("这台设备", StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);

        // the one last begun, which is elsewhere's
        var last = page.QuerySelectorAll("[data-session]").Max(r => int.Parse(r.GetAttribute("data-session")!, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal("已退出那台设备。", await here.NoticeAfterAsync(await here.SubmitAsync(Page, [], $"{Page}/{last}/end")));
        Assert.Equal(HttpStatusCode.Redirect, (await elsewhere.GetAsync(Page)).StatusCode);
        await there.OpenAsync(Page);

        Assert.Equal("已退出其他 1 台设备。", await here.NoticeAfterAsync(await here.SubmitAsync(Page, [], $"{Page}/end-others")));
        Assert.Equal(HttpStatusCode.Redirect, (await there.GetAsync(Page)).StatusCode);
        await here.OpenAsync(Page);
    }

    [Fact]
    public async Task Nobody_ends_the_sign_in_of_somebody_else()
    {
        var (person, other) = (await _portal.HasPersonAsync(), await _portal.HasPersonAsync());
        var (mine, theirs) = (await SignInAsync(person), await SignInAsync(other));
        var id = await _portal.WithDatabaseAsync(db => db.SignInSessions.Where(s => s.UserId == other.Id).Select(s => s.Id).SingleAsync(Cancellation));

        Assert.Equal(HttpStatusCode.NotFound, (await mine.ForgeAsync(Page, $"{Page}/{id}/end", [])).StatusCode);

        await theirs.OpenAsync(Page);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_so_that_a_copied_cookie_is_worth_nothing()
    {
        var person = await _portal.HasPersonAsync();
        // the second visitor has the same cookies
        var (visitor, copy) = (await _portal.VisitAsAsync(person.UserName!), await _portal.VisitAsAsync(person.UserName!));
        await copy.OpenAsync(Page);

        await visitor.SubmitAsync(Page, [], "/account/logout");

        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync(Page)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await copy.GetAsync(Page)).StatusCode);
    }

    [Fact]
    public async Task One_sign_in_more_than_may_be_ends_the_oldest()
    {
        var person = await _portal.HasPersonAsync();
        var visitors = new List<Visitor>();
        for (var i = 0; i < 4; i++) visitors.Add(await SignInAsync(person));

        Assert.Equal(HttpStatusCode.Redirect, (await visitors[0].GetAsync(Page)).StatusCode);
        foreach (var visitor in visitors.Skip(1)) await visitor.OpenAsync(Page);
    }

    [Fact]
    public async Task Of_sign_ins_at_the_same_moment_no_more_last_than_may_be()
    {
        var person = await _portal.HasPersonAsync();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SignInAsync(person)));

        Assert.Equal(3, await _portal.WithDatabaseAsync(db => db.SignInSessions.CountAsync(s => s.UserId == person.Id && s.EndedAt == null, Cancellation)));
    }

    [Fact]
    public async Task Staff_who_do_nothing_for_an_hour_are_signed_out_and_people_of_enterprises_are_not()
    {
        var (staff, other) = (await _portal.HasPersonAsync(StaffRoles.Auditor), await _portal.HasPersonAsync());
        var (atPark, atEnterprise) = (await SignInAsync(staff), await SignInAsync(other));
        _portal.Later(TimeSpan.FromMinutes(50));
        await atPark.OpenAsync(Page);
        _portal.Later(TimeSpan.FromMinutes(50));
        await atPark.OpenAsync(Page);
        _portal.Later(TimeSpan.FromMinutes(66));

        Assert.Equal(HttpStatusCode.Redirect, (await atPark.GetAsync(Page)).StatusCode);
        await atEnterprise.OpenAsync(Page);
    }

    [Fact]
    public async Task Staff_are_signed_out_after_half_a_day_whatever_they_do()
    {
        var staff = await SignInAsync(await _portal.HasPersonAsync(StaffRoles.Auditor));
        for (var i = 0; i < 12; i++)
        {
            _portal.Later(TimeSpan.FromMinutes(55));
            await staff.OpenAsync(Page);
        }

        _portal.Later(TimeSpan.FromMinutes(61));

        Assert.Equal(HttpStatusCode.Redirect, (await staff.GetAsync(Page)).StatusCode);
    }

    [Fact]
    public async Task The_time_of_the_last_request_is_written_every_few_minutes_only()
    {
        var person = await _portal.HasPersonAsync();
        var visitor = await SignInAsync(person);
        var began = await SeenAsync(person);
        _portal.Later(TimeSpan.FromMinutes(4));
        await visitor.OpenAsync(Page);
        Assert.Equal(began, await SeenAsync(person));
        _portal.Later(TimeSpan.FromMinutes(2));
        await visitor.OpenAsync(Page);

        Assert.Equal(began.AddMinutes(6), await SeenAsync(person));
    }

    [Fact]
    public async Task A_sign_in_from_a_browser_that_the_account_was_never_seen_in_is_told_at_once()
    {
        var person = await _portal.HasPersonAsync();
        var known = await SignInAsync(person);
        Assert.DoesNotContain("新的浏览器", (await known.OpenAsync("/inbox")).Content(), StringComparison.Ordinal);
        await known.GivePasswordAsync(person.UserName!);
        Assert.DoesNotContain("新的浏览器", (await known.OpenAsync("/inbox")).Content(), StringComparison.Ordinal);

        await SignInAsync(person, Chrome);

        Assert.Contains("您的账号在新的浏览器上登录", (await known.OpenAsync("/inbox")).Content(), StringComparison.Ordinal);
        var mail = await _portal.ReceiveAsync(person.Email!, "新的浏览器");
        Assert.Contains("Chrome，Windows", mail, StringComparison.Ordinal);
        Assert.Contains("不能关闭", mail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0", "微信，iPhone")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox，Linux")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0", "Edge，Windows")]
    [InlineData("curl/8.0", "未知浏览器")]
    [InlineData(null, "未知浏览器")]
    public void A_browser_is_named_in_plain_words(string? said, string words) => Assert.Equal(words, SignInPlaces.BrowserWords(said));

    [Theory]
    [InlineData("203.0.113.9", "IPv4 203.0.113.*")]
    [InlineData("::ffff:203.0.113.9", "IPv4 203.0.113.*")]
    [InlineData("2001:db8:12:34::9", "IPv6 2001:db8:12:*")]
    public void An_address_is_shown_without_its_last_part(string address, string shown) => Assert.Equal(shown, SignInPlaces.Short(IPAddress.Parse(address)));

    private async Task<Visitor> SignInAsync(PortalUser person, string? browser = null)
    {
        var visitor = _portal.Visit();
        if (browser is not null) visitor.Client.DefaultRequestHeaders.UserAgent.ParseAdd(browser);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GivePasswordAsync(person.UserName!)).StatusCode);
        return visitor;
    }

    private Task<DateTime> SeenAsync(PortalUser person) => _portal.WithDatabaseAsync(db => db.SignInSessions.Where(s => s.UserId == person.Id).Select(s => s.LastSeenAt).SingleAsync(Cancellation));
}
