using System.Net;
using AngleSharp.Html.Dom;
using HuaihuaPilotZone.Tests.Support;
using HuaihuaPilotZone.Web.Setup;

namespace HuaihuaPilotZone.Tests.Look;

/// <summary>The language of a public page is part of its address.</summary>
public sealed class ReadingInEnglishTests(Portal portal)
{
    private static readonly string[] _pages =
    [
        "/", "/news", "/news/rcep-2022", "/policies", "/corridors", "/corridors/china-laos", "/dry-port", "/enterprises", "/enterprises/apply", "/rules",
        "/codes", "/developers", "/search", "/privacy", "/accessibility", "/about", "/account/login",
    ];

    [Fact]
    public async Task Every_page_answers_in_English_under_its_English_address()
    {
        foreach (var address in _pages)
        {
            var english = await portal.Visit().OpenAsync(PageAddress.InEnglish(address));
            var chinese = await portal.Visit().OpenAsync(address);

            Assert.True(english.DocumentElement.GetAttribute("lang") == "en", address);
            Assert.Equal("Skip to main content", english.QuerySelector(".hh-skip")?.TextContent);
            Assert.True(chinese.DocumentElement.GetAttribute("lang") == "zh-CN", address);
        }
    }

    [Fact]
    public async Task Nothing_but_the_address_decides_about_the_language()
    {
        var visitor = portal.Visit();
        visitor.Client.DefaultRequestHeaders.Add("Cookie", "hh-prefs=theme=light&contrast=normal&text=normal&lang=en");
        visitor.Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");

        Assert.Equal("zh-CN", (await visitor.OpenAsync("/news")).DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task Every_link_and_form_of_an_English_page_leads_to_an_English_page_or_to_a_desk()
    {
        string[] withoutLanguage = ["/park", "/enterprise", "/api", "/openapi", "/media"];
        foreach (var address in _pages)
        {
            var page = await portal.Visit().OpenAsync(PageAddress.InEnglish(address));
            var links = page.QuerySelectorAll("a[href^='/']:not([hreflang])").Select(a => a.GetAttribute("href")!)
                .Concat(page.QuerySelectorAll("form[action^='/']").Select(f => f.GetAttribute("action")!))
                .Concat(page.QuerySelectorAll("input[data-suggest]").Select(i => i.GetAttribute("data-suggest")!)).ToList();

            Assert.NotEmpty(links);
            Assert.All(links, l => Assert.True(l == "/en" || l.StartsWith("/en/", StringComparison.Ordinal) || l.StartsWith("/en?", StringComparison.Ordinal)
                || withoutLanguage.Any(w => l == w || l.StartsWith(w + "/", StringComparison.Ordinal)), $"{address}: {l}"));
        }
    }

    [Theory]
    [InlineData("/", "/en")]
    [InlineData("/news?column=Notice&page=2", "/en/news?column=Notice&page=2")]
    [InlineData("/search?q=a%26b", "/en/search?q=a%26b")]
    public async Task The_switch_keeps_the_reader_on_the_page_with_all_that_was_chosen(string chinese, string english)
    {
        Assert.Equal(english, Switch(await portal.Visit().OpenAsync(chinese)));
        Assert.Equal(chinese, Switch(await portal.Visit().OpenAsync(english)));
    }

    [Fact]
    public async Task A_page_names_its_one_address_and_its_other_language()
    {
        foreach (var (asked, own) in new[] { ("/policies", "/policies"), ("/en/policies", "/en/policies"), ("/EN/policies", "/en/policies") })
        {
            var page = await portal.Visit().OpenAsync(asked);

            Assert.Equal("http://localhost:5080" + own, page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
            Assert.Equal("http://localhost:5080/policies", Alternate(page, "zh-CN"));
            Assert.Equal("http://localhost:5080/en/policies", Alternate(page, "en"));
            Assert.Equal("http://localhost:5080/policies", Alternate(page, "x-default"));
        }
    }

    [Fact]
    public async Task A_page_that_is_not_there_says_so_in_English_and_names_no_address()
    {
        using var answer = await portal.Visit().GetAsync("/en/news/never-was");
        var page = await Visitor.ReadAsync(answer);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Null(page.QuerySelector("link[rel=canonical]"));
    }

    [Theory]
    [InlineData("/en/park")]
    [InlineData("/en/enterprise")]
    [InlineData("/en/api/v1/declarations")]
    [InlineData("/en/en/news")]
    [InlineData("/english")]
    public async Task A_desk_a_machine_and_a_second_prefix_have_no_English_address(string address)
    {
        using var answer = await portal.Visit().GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Who_signs_in_on_an_English_page_stays_among_them_and_comes_to_a_desk_as_ever()
    {
        var stranger = portal.Visit();
        using var asked = await stranger.GetAsync("/en/inbox");
        Assert.Equal("/en/account/login?returnUrl=%2Finbox", asked.LedTo());

        using var signedIn = await stranger.SubmitAsync(asked.LedTo(), new() { ["Name"] = "editor", ["Password"] = HuaihuaPilotZone.Accounts.DemonstrationAccounts.Password });
        Assert.Equal("/en/inbox", signedIn.LedTo());
        Assert.Equal("/park", (await stranger.OpenAsync("/en")).QuerySelector(".hh-masthead a.btn-primary")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_change_of_look_comes_back_to_the_English_page()
    {
        var visitor = portal.Visit();

        using var changed = await visitor.SubmitAsync("/en/news?page=2", new() { ["text"] = "large" }, action: "/en/preferences");

        Assert.Equal("/en/news?page=2", changed.LedTo());
    }

    private static string? Switch(IHtmlDocument page) => page.QuerySelector("a[data-language]")!.GetAttribute("href");

    private static string? Alternate(IHtmlDocument page, string language) => page.QuerySelector($"link[rel=alternate][hreflang='{language}']")!.GetAttribute("href");
}
