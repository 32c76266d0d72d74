using HuaihuaPilotZone.BrowserTests.Support;
using Microsoft.Playwright;

namespace HuaihuaPilotZone.BrowserTests.Look;

/// <summary>The public pages without a mouse.</summary>
public sealed class WalkingByKeyboardTests(LivePortal portal)
{
    /// <summary>More stops than any page has: a walk that does not end is a trap.</summary>
    private const int MostStops = 400;

    /// <summary>
    /// The element that has the focus: null where none has; otherwise its words, where it stands in the document, and what a person who
    /// sees it would miss.
    /// </summary>
    private const string Focused = """
        () => {
            const here = document.activeElement;
            if (!here || here === document.body) return null;
            const box = here.getBoundingClientRect();
            const style = getComputedStyle(here);
            const marks = [style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0, style.boxShadow !== 'none'];
            const x = Math.min(Math.max(box.x + box.width / 2, 0), innerWidth - 1), y = Math.min(Math.max(box.y + box.height / 2, 0), innerHeight - 1);
            const top = document.elementFromPoint(x, y);
            const problems = [];
            if (box.width === 0 || box.height === 0) problems.push('has no size');
            if (box.bottom <= 0 || box.top >= innerHeight) problems.push('is out of sight');
            else if (top && !here.contains(top) && !top.contains(here) && !top.closest('label')) problems.push('is covered by ' + top.outerHTML.slice(0, 80));
            window.walked ??= new Set();
            // the parts of a date are stops of one field, and the browser marks the later ones itself
            const isPart = window.last === here;
            if (!isPart && !marks.some(m => m)) problems.push('shows no focus');
            const isKnown = window.walked.has(here) && !isPart;
            window.last = here;
            window.walked.add(here);
            return { html: here.outerHTML.slice(0, 120), isKnown, problems };
        }
        """;

    /// <summary>Everything that can be clicked and was not met, but for the unchosen buttons of a group, which arrows lead to.</summary>
    private const string NeverMet = """
        () => [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
            .filter(e => e.checkVisibility() && !e.disabled && e.type !== 'hidden' && e.tabIndex >= 0 && !window.walked.has(e) && e.type !== 'radio')
            .map(e => e.outerHTML.slice(0, 120))
        """;

    [Theory]
    [InlineData("/")]
    [InlineData("/news")]
    [InlineData("/policies/*")]
    [InlineData("/search?q=%E6%B5%B7%E5%A4%96%E4%BB%93")]
    [InlineData("/enterprises")]
    [InlineData("/corridors")]
    [InlineData("/services/*")]
    [InlineData("/letters/new")]
    [InlineData("/statistics")]
    [InlineData("/subscriptions")]
    [InlineData("/privacy")]
    public async Task Every_link_and_field_is_reached_in_turn_seen_and_left_again(string address)
    {
        await using var window = await portal.OpenWindowAsync();
        await window.OpenFirstAsync(address);

        List<string> problems = [];
        var stops = 0;
        while (await NextAsync(window) is { IsKnown: false } stop)
        {
            problems.AddRange(stop.Problems.Select(p => $"{stop.Html} {p}"));
            Assert.True(++stops < MostStops, $"The walk on {address} does not end: {stop.Html}");
        }

        problems.AddRange((await window.Page.EvaluateAsync<string[]>(NeverMet)).Select(e => $"never met: {e}"));
        Assert.True(problems.Count == 0, $"{address}\n{string.Join('\n', problems)}");
        Assert.True(stops > 3, $"{address}: only {stops} stops");
    }

    [Fact]
    public async Task The_first_stop_leads_past_the_menus_to_the_content()
    {
        await using var window = await portal.OpenWindowAsync();
        await window.OpenAsync("/news");

        await window.Page.Keyboard.PressAsync("Tab");
        await window.Page.Keyboard.PressAsync("Enter");
        await window.Page.Keyboard.PressAsync("Tab");

        Assert.True(await window.Page.EvaluateAsync<bool>("() => document.getElementById('main').contains(document.activeElement)"));
    }

    [Fact]
    public async Task The_menu_of_a_phone_and_the_choice_of_looks_open_and_close_by_keyboard()
    {
        await using var window = await portal.OpenWindowAsync();
        await window.Page.SetViewportSizeAsync(Window.Phone.Width, Window.Phone.Height);
        await window.OpenAsync("/");

        var menu = window.Page.Locator("[data-toggle=menu]");
        await menu.FocusAsync();
        await window.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(window.Page.Locator("#menu a").First).ToBeVisibleAsync();

        var looks = window.Page.Locator(".hh-topbar details.hh-menu");
        await looks.Locator("summary").FocusAsync();
        await window.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(looks.Locator("button[name=theme]")).ToBeVisibleAsync();
        await window.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(looks.Locator("button[name=theme]")).ToBeHiddenAsync();
        await Assertions.Expect(looks.Locator("summary")).ToBeFocusedAsync();
    }

    private static async Task<Stop?> NextAsync(Window window)
    {
        await window.Page.Keyboard.PressAsync("Tab");
        return await window.Page.EvaluateAsync<Stop?>(Focused);
    }

    private sealed class Stop
    {
        public string Html { get; set; } = "";

        public bool IsKnown { get; set; }

        public string[] Problems { get; set; } = [];
    }
}
