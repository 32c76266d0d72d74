using HuaihuaPilotZone.BrowserTests.Support;
using static Microsoft.Playwright.Assertions;

namespace HuaihuaPilotZone.BrowserTests.Corridors;

/// <summary>Staff keep the timetable, the public reads it.</summary>
public sealed class KeepingTheTimetableTests(LivePortal portal)
{
    [Fact]
    public async Task A_departure_that_staff_cancel_is_struck_out_for_everybody_with_its_reason()
    {
        const string number = "SZ01-20261212";
        await using var admin = await portal.OpenWindowAsAsync("admin");
        await using var anybody = await portal.OpenWindowAsync();
        await anybody.OpenAsync("/timetable?corridor=shenzhen&from=2026-12-12&until=2026-12-12");
        await Expect(anybody.Page.Locator($"[data-departure='{number}'] a[href^='/enterprise/bookings/new']")).ToBeVisibleAsync();

        await admin.OpenAsync($"/park/timetable/departures/{number}");
        await admin.IsSoundAsync();
        await admin.Page.Locator("form[action$='/cancel'] textarea, form[action$='/cancel'] input:not([type=hidden])").First.FillAsync("浏览器演示停开");
        await admin.Page.Locator("form[action$='/cancel'] button").ClickAsync();
        await Expect(admin.Page.Locator("main")).ToContainTextAsync("浏览器演示停开");

        await anybody.Page.ReloadAsync();
        await Expect(anybody.Page.Locator($"[data-departure='{number}'] del")).ToBeVisibleAsync();
        await anybody.IsSoundAsync();
        await anybody.Page.Locator($"[data-departure='{number}'] a").First.ClickAsync();
        await Expect(anybody.Page.Locator("main")).ToContainTextAsync("浏览器演示停开");
        await anybody.IsSoundAsync();
    }
}
