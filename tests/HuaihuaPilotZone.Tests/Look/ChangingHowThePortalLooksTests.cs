using System.Net;
using HuaihuaPilotZone.Tests.Support;
using HuaihuaPilotZone.Web.Setup;

namespace HuaihuaPilotZone.Tests.Look;

public sealed class ChangingHowThePortalLooksTests(Portal portal)
{
    [Fact]
    public async Task One_choice_changes_and_the_others_stay()
    {
        var visitor = portal.Visit();
        await ChangeAsync(visitor, new() { ["theme"] = "dark" });

        await ChangeAsync(visitor, new() { ["text"] = "large" });

        var html = (await visitor.OpenAsync("/account/login")).DocumentElement;
        Assert.Equal("dark", html.GetAttribute("data-bs-theme"));
        Assert.Equal("large", html.GetAttribute("data-text"));
        Assert.Equal("normal", html.GetAttribute("data-contrast"));
    }

    [Fact]
    public async Task The_choice_is_kept_in_a_cookie_that_scripts_cannot_read()
    {
        using var answer = await ChangeAsync(portal.Visit(), new() { ["contrast"] = "more" });

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith("hh-prefs=", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("/account/login?returnUrl=%2Fpark", "/account/login?returnUrl=%2Fpark")]
    [InlineData("https://elsewhere.example/", "/")]
    [InlineData("//elsewhere.example/", "/")]
    [InlineData(null, "/")]
    public async Task The_visitor_comes_back_to_a_page_of_this_site_only(string? asked, string expected)
    {
        using var answer = await ChangeAsync(portal.Visit(), new() { ["text"] = "large", ["returnUrl"] = asked });

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(expected, answer.Headers.Location?.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("lang=en")]
    [InlineData("theme=purple&text=<script>&contrast")]
    [InlineData("%%%&&&===")]
    public void A_cookie_that_makes_no_sense_is_the_default(string? cookie) => Assert.Equal(SitePreferences.Default, SitePreferences.Parse(cookie));

    [Fact]
    public void What_is_written_is_read_again()
    {
        var preferences = new SitePreferences(IsDark: true, HasMoreContrast: true, HasLargeText: true);

        Assert.Equal(preferences, SitePreferences.Parse(preferences.Format()));
        Assert.Equal(SitePreferences.Default, preferences.With("light", "normal", "normal"));
    }

    private static async Task<HttpResponseMessage> ChangeAsync(Visitor visitor, Dictionary<string, string?> choice)
    {
        using var content = new FormUrlEncodedContent(choice.Where(c => c.Value is not null).Select(c => KeyValuePair.Create(c.Key, c.Value!)));
        return await visitor.Client.PostAsync(new Uri("/preferences", UriKind.Relative), content, TestContext.Current.CancellationToken);
    }
}
