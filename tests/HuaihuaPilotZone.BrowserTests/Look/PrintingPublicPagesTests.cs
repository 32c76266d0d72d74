using HuaihuaPilotZone.BrowserTests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HuaihuaPilotZone.BrowserTests.Look;

/// <summary>Public pages on paper: dark on white whatever the look of the screen, without what only a screen needs, with the address of the page.</summary>
public sealed class PrintingPublicPagesTests(LivePortal portal)
{
    private const string Comparison = "/planner?from=huaihua&to=vientiane&ready=2026-11-24T09:00&tonnes=20";

    [Theory]
    [InlineData("/policies/*")]
    [InlineData("/news/*")]
    [InlineData("/services/*")]
    [InlineData("/enterprises/*")]
    [InlineData("/corridors/*")]
    [InlineData("/statistics/trains")]
    [InlineData("/letters/XJ-20260101-0001")]
    [InlineData("/en/policies/*")]
    [InlineData(Comparison)]
    public async Task A_page_is_printed_dark_on_white_with_its_address(string address)
    {
        await using var window = await portal.OpenWindowAsync();
        await window.OpenFirstAsync(address);
        await window.ChooseLookAsync(theme: "dark", contrast: "more");
        await window.Page.ReloadAsync();

        await window.Page.EmulateMediaAsync(new() { Media = Media.Print });

        await window.IsSoundInLookAsync(Window.Paper, "print");
        await Expect(window.Page.Locator("body")).ToHaveCSSAsync("background-color", "rgb(255, 255, 255)");
        await Expect(window.Page.Locator("main h1").First).ToBeVisibleAsync();
        foreach (var part in new[] { ".hh-masthead", ".hh-topbar", ".hh-footer", ".hh-crumbs" })
        {
            if (await window.Page.Locator(part).CountAsync() > 0) await Expect(window.Page.Locator(part).First).ToBeHiddenAsync();
        }

        await Expect(window.Page.Locator(".hh-printonly").First).ToContainTextAsync(new Uri(window.Page.Url).AbsolutePath);
    }

    [Fact]
    public async Task A_comparison_of_routes_is_printed_without_the_question_and_with_what_its_numbers_rest_on()
    {
        await using var window = await portal.OpenWindowAsync();
        await window.OpenAsync(Comparison);
        var sources = window.Page.Locator("[data-route-card='1'] details table").First;
        await Expect(sources).ToBeHiddenAsync();

        await window.Page.EmulateMediaAsync(new() { Media = Media.Print });

        await Expect(sources).ToBeVisibleAsync();
        await Expect(sources).ToContainTextAsync("公里");
        await Expect(window.Page.Locator("form[action='/planner']")).ToBeHiddenAsync();
        await Expect(window.Page.Locator("[data-front]")).ToBeVisibleAsync();
        await Expect(window.Page.Locator(".hh-printonly").First).ToContainTextAsync("to=vientiane");
    }
}
