using HuaihuaPilotZone.BrowserTests.Support;

namespace HuaihuaPilotZone.BrowserTests.Look;

/// <summary>Every public page on a desktop and on a phone, in the dark and with high contrast.</summary>
public sealed class LookingAtPublicPagesTests(LivePortal portal)
{
    /// <summary>Addresses; one that ends in /* stands for the first link of that kind on the page before the star.</summary>
    public static TheoryData<string> Addresses { get; } =
    [
        "/", "/news", "/news/*", "/policies", "/policies/*", "/corridors", "/corridors/*", "/dry-port", "/timetable", "/timetable/*", "/planner", "/planner?from=huaihua&to=vientiane&ready=2026-11-23T09:00&tonnes=20", "/planner?from=huaihua&to=huaihua&ready=x&tonnes=x", "/tracking", "/tracking?numbers=MWCU6059785", "/receipts", "/receipts?number=XJ-20261122-9999-R&code=AAAAAAAA", "/parks", "/parks/dry-port-e-commerce-park", "/enterprises", "/enterprises/*",
        "/enterprises/apply", "/enterprises/changes", "/enterprises/take-over", "/open-data", "/opportunities", "/opportunities/*", "/risks", "/risks/*", "/rcep", "/chains", "/chains/*", "/tools/settlement-cost", "/tools/deadlines", "/tools/deadlines?rule=letter-consultation&on=2026-09-30", "/tools/deadlines/departures", "/tools/deadlines/departures/*", "/rules", "/rules/*", "/search", "/search?q=%E6%B5%B7%E5%A4%96%E4%BB%93", "/codes", "/codes?q=4202", "/developers", "/services", "/services/*", "/letters", "/letters/XJ-20260101-0001", "/letters/new", "/letters/status", "/subscriptions", "/information-requests", "/information-requests/new", "/information-requests/status", "/statistics", "/statistics/trains", "/status", "/site-map", "/about", "/privacy", "/accessibility", "/account/login", "/account/reset",
        "/en/", "/en/policies", "/en/statistics",
    ];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task A_public_page_is_sound_in_every_look(string address)
    {
        await using var window = await portal.OpenWindowAsync();
        await window.OpenFirstAsync(address);

        await window.IsSoundAsync();
        await window.ChooseLookAsync(theme: "dark");
        await window.Page.ReloadAsync();
        await window.IsSoundInLookAsync(Window.Desktop, "dark");
        await window.ChooseLookAsync(contrast: "more");
        await window.Page.ReloadAsync();
        await window.IsSoundInLookAsync(Window.Desktop, "contrast");
        await window.ChooseLookAsync(text: "large");
        await window.Page.ReloadAsync();
        await window.IsSoundInLookAsync(Window.Phone, "large");
        await window.ChooseLookAsync();
        await window.Page.ReloadAsync();
        await window.FitsAsync(Window.FourTimes);
    }

    [Fact]
    public async Task A_missing_page_is_sound()
    {
        await using var window = await portal.OpenWindowAsync();
        // Chromium writes every answer of 400 and above into the console
        window.Expect("the server responded with a status of 404");
        await window.Page.GotoAsync("/no-such-page");

        await window.IsSoundAsync();
    }
}
