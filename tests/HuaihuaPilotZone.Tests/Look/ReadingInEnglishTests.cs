using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using HuaihuaPilotZone.Tests.Support;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Look;

/// <summary>The language of a public page is part of its address.</summary>
public sealed partial class ReadingInEnglishTests(Portal portal)
{
    private static readonly string[] _items = ["/news/rcep-2022", "/policies/hhpz-2026-00001", "/corridors/china-laos", "/rules/MODE-003"];

    [Fact]
    public async Task Every_page_answers_in_English_under_its_English_address()
    {
        var pages = await PagesAsync();
        Assert.Superset(new HashSet<string>(["/", "/news", "/policies", "/enterprises/apply", "/search", "/about"]), pages.ToHashSet());
        foreach (var address in pages)
        {
            var english = await portal.Visit().OpenAsync(PageAddress.InEnglish(address));
            var chinese = await portal.Visit().OpenAsync(address);

            Assert.True(english.DocumentElement.GetAttribute("lang") == "en", address);
            Assert.Equal("Skip to main content", english.QuerySelector(".hh-skip")?.TextContent);
            Assert.True(chinese.DocumentElement.GetAttribute("lang") == "zh-CN", address);
        }
    }

    [Fact]
    public async Task No_page_shows_the_name_of_a_text_in_the_place_of_the_text()
    {
        foreach (var address in await PagesAsync())
        {
            foreach (var asked in new[] { address, PageAddress.InEnglish(address) })
            {
                var page = await portal.Visit().OpenAsync(asked);
                foreach (var code in page.QuerySelectorAll("code, pre, .code")) code.Remove();
                var name = NameOfAText().Match(page.DocumentElement.TextContent);
                Assert.False(name.Success, $"{asked}: {name.Value}");
            }
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
        foreach (var address in await PagesAsync())
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
        Assert.Equal("/news/never-was", Switch(page));
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

    /// <summary>Every page of the public site that needs no number or name, and one of each kind that does.</summary>
    private async Task<IReadOnlyList<string>> PagesAsync()
    {
        var routes = portal.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<ControllerActionDescriptor>() is not null && e.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Where(e => e.RoutePattern.Parameters.Count == 0 && e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(HttpMethods.Get) == true)
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/')).Where(a => PageAddress.HasLanguages(a)).Distinct(StringComparer.Ordinal).ToList();
        var pages = new List<string>(_items);
        foreach (var route in routes)
        {
            using var answer = await portal.Visit().GetAsync(route);
            if (answer is { StatusCode: HttpStatusCode.OK, Content.Headers.ContentType.MediaType: "text/html" }) pages.Add(route);
        }
        return pages;
    }

    private static string? Switch(IHtmlDocument page) => page.QuerySelector("a[data-language]")!.GetAttribute("href");

    private static string? Alternate(IHtmlDocument page, string language) => page.QuerySelector($"link[rel=alternate][hreflang='{language}']")!.GetAttribute("href");

    /// <summary>Such as Menu.Home: what a missing text shows itself as.</summary>
    [GeneratedRegex("""\b(?!Node\.Js|ASP\.NET)[A-Z][A-Za-z]+\.[A-Z][A-Za-z.]*[a-z]\b""", RegexOptions.None, 1000)]
    private static partial Regex NameOfAText();
}
