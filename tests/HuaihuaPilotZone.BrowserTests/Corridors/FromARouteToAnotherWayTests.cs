using System.Globalization;
using System.Text.RegularExpressions;
using HuaihuaPilotZone.BrowserTests.Declarations;
using HuaihuaPilotZone.BrowserTests.Support;
using HuaihuaPilotZone.Consignments.Replanning;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Tests.Declarations;
using HuaihuaPilotZone.Tracking;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Microsoft.Playwright.Assertions;

namespace HuaihuaPilotZone.BrowserTests.Corridors;

/// <summary>An enterprise compares routes, books, declares, joins both in a consignment, is followed by the public, sees live what its carrier reports, settles an alert, is told that the border is closed, and takes another way.</summary>
public sealed class FromARouteToAnotherWayTests(LivePortal portal)
{
    private const string Goods = "浏览器拉杆箱";
    private const string Carrier = "示例国际货运代理有限公司";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Routes_are_compared_one_is_booked_followed_closed_and_planned_anew()
    {
        await using var owner = await portal.OpenWindowAsAsync("luggage");
        await using var admin = await portal.OpenWindowAsAsync("admin");
        await using var anybody = await portal.OpenWindowAsync();

        await CompareAsync(owner);
        var booking = await BookAsync(owner);
        var declaration = await DeclareAsync(owner, booking);
        var consignment = await JoinAsync(owner, booking, declaration);
        await FollowAsync(anybody, consignment);
        await SeeLiveAsync(owner, consignment);
        await SettleAlertAsync(owner, consignment);
        await CloseTheBorderAsync(admin);
        await using (var scope = portal.Services.CreateAsyncScope()) await scope.ServiceProvider.GetRequiredService<Replanner>().LookAsync(Cancellation);
        await anybody.OpenAsync("/corridors/china-laos");
        await Expect(anybody.Page.Locator("[data-notices]")).ToContainTextAsync("浏览器演示关闭");
        await anybody.IsSoundAsync();
        await DecideAsync(owner, consignment);
    }

    private static async Task CompareAsync(Window window)
    {
        await window.OpenAsync("/planner");
        await window.IsSoundAsync();
        var page = window.Page;
        await page.Locator("#To").SelectOptionAsync("vientiane");
        await page.Locator("#Ready").FillAsync("2026-11-24T09:00");
        await page.Locator("#Tonnes").FillAsync("20");
        await page.Locator("#Containers").FillAsync("1");
        await page.Locator("form[action='/planner'] button.btn-primary").ClickAsync();
        await Expect(page.Locator("[data-front] tbody tr").First).ToBeVisibleAsync();
        Assert.True(await page.Locator("[data-front] tbody tr").CountAsync() >= 2);
        await page.Locator("[data-route-card='1'] summary").First.ClickAsync();
        await Expect(page.Locator("[data-route-card='1'] details").First).ToContainTextAsync("未查到任何区段的运价");
        await window.IsSoundAsync();
        await page.Locator("[data-route-card='1'] a[href^='/enterprise/bookings/new']").First.ClickAsync();
    }

    private static async Task<string> BookAsync(Window window)
    {
        var page = window.Page;
        await Expect(page.Locator("[name=Standard20]")).ToBeVisibleAsync();
        await window.IsSoundAsync();
        await page.Locator("[name=Standard20]").FillAsync("1");
        await page.Locator("[name=Goods]").FillAsync(Goods);
        await page.Locator("[name=GrossKilograms]").FillAsync("20000");
        await page.Locator("button[name=Send]:visible").First.ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("DC-20261122-");
        await window.IsSoundAsync();
        return page.Url[(page.Url.LastIndexOf('/') + 1)..];
    }

    /// <summary>Goes from the booking to a new declaration of what was booked, writes and submits it, and joins it to the booking; gives its number.</summary>
    private static async Task<string> DeclareAsync(Window window, string booking)
    {
        await window.Page.Locator("[data-join] a[href='/enterprise/declarations/new']").ClickAsync();
        await Expect(window.Page).ToHaveURLAsync(new Regex("/enterprise/declarations/new$", RegexOptions.None, TimeSpan.FromSeconds(1)));
        var number = await window.AnswerAsync("境外企业", "超过 5,000 元", "用报关单");
        var values = Filing.ValidDeclaration();
        (values["ContractNo"], values["BillNo"]) = ("T-CONTRACT-ROUTE", "T-BILL-ROUTE");
        await window.Page.Locator("#containers [data-row-add]").ClickAsync();
        await window.FillAsync(values);
        await window.IsSavedAsync();
        await window.PressAsync("提交，请园区协助核对");
        await Expect(window.Page.Locator("h1")).ToContainTextAsync("已提交");
        await window.OpenAsync($"/enterprise/bookings/{booking}");
        await window.Page.Locator("[data-join] [name=Declaration]").FillAsync(number);
        await window.Page.Locator("[data-join] form[action$='/declarations'] button").ClickAsync();
        await Expect(window.Page.Locator($"[data-join] a[href='/enterprise/declarations/{number}']")).ToBeVisibleAsync();
        await window.IsSoundAsync();
        return number;
    }

    private async Task<string> JoinAsync(Window window, string booking, string declaration)
    {
        var departure = await DatabaseAsync(db => db.Departures.Include(d => d.Stops).ThenInclude(s => s.Node).SingleAsync(d => db.Bookings.Any(b => b.Number == booking && b.DepartureId == d.Id), Cancellation));
        var page = window.Page;
        await window.OpenAsync($"/enterprise/bookings/{booking}");
        await page.Locator("a[href^='/enterprise/consignments/new?booking=']").ClickAsync();
        await Expect(page.Locator("[name=BookingNo]")).ToHaveValueAsync(booking);
        await window.IsSoundAsync();
        await Expect(page.Locator("[name=Declarations]")).ToHaveValueAsync(declaration);
        await page.Locator("[name=Providers]").FillAsync(Carrier);
        await page.Locator("[name=IsTrackable][type=checkbox]").CheckAsync();
        var stops = departure.Stops.OrderBy(s => s.Position).ToList();
        for (var i = 0; i < stops.Count; i++)
        {
            await Expect(page.Locator($"[name='Stops[{i}].Place']")).ToHaveValueAsync(stops[i].Node!.Name);
            if (i > 0) await Expect(page.Locator($"[name='Stops[{i}].Arrival']")).ToHaveValueAsync(Local(stops[i].ArrivesAt));
        }
        await page.Locator("main form button[type=submit]:visible").First.ClickAsync();
        await Expect(page.Locator("[data-timeline]")).ToBeVisibleAsync();
        await Expect(page.Locator($"a[href='/enterprise/declarations/{declaration}']").First).ToBeVisibleAsync();
        await window.IsSoundAsync();
        return page.Url[(page.Url.LastIndexOf('/') + 1)..];
    }

    private static async Task FollowAsync(Window window, string consignment)
    {
        await window.OpenAsync("/tracking");
        await window.IsSoundAsync();
        await window.OpenAsync($"/tracking?numbers={consignment}");
        await Expect(window.Page.Locator("main")).ToContainTextAsync("万象");
        await Expect(window.Page.Locator("main")).Not.ToContainTextAsync(Goods);
        await window.IsSoundAsync();
    }

    /// <summary>The carrier reports a late arrival while the owner's page is open, which reads itself anew.</summary>
    private async Task SeeLiveAsync(Window window, string consignment)
    {
        var page = window.Page;
        await page.RunAndWaitForResponseAsync(() => window.OpenAsync($"/enterprise/consignments/{consignment}"), r => r.Url.EndsWith($"{consignment}/stream", StringComparison.Ordinal));
        var (carrier, last) = await DatabaseAsync(async db => (
            await db.Enterprises.Where(e => e.Name == Carrier).Select(e => e.Id).SingleAsync(Cancellation),
            await db.ConsignmentStops.Where(s => s.Consignment!.Number == consignment).OrderByDescending(s => s.Sequence).FirstAsync(Cancellation)));
        var said = await DatabaseAsync(db => db.Consignments.Where(c => c.Number == consignment).Select(c => c.CreatedAt).SingleAsync(Cancellation));
        await using (var scope = portal.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<EventWriter>().WriteAsync(
                [new EventSubmission(carrier, EventSource.Interface, [new ReportedEvent(
                    "/events/0", "BROWSER-LATE-1", EventKind.Transport, EventClassifier.Estimated, EventCodes.Arrival, last.ArrivalPlanned!.Value.AddHours(10), said, new ConsignmentReference(consignment, null, null, null), last.Place, null, null, null, null, null)])],
                Cancellation);
            await scope.ServiceProvider.GetRequiredService<ConsignmentWatch>().LookAsync(Cancellation);
        }
        // the tests' clock stands still, and a live view tells what has another time than before
        await DatabaseAsync(db => db.Consignments.Where(c => c.Number == consignment).ExecuteUpdateAsync(set => set.SetProperty(c => c.TouchedAt, said.AddSeconds(1)), Cancellation));
        await Expect(page.Locator("[data-timeline]")).ToContainTextAsync($"预计到达 {last.Place}");
        await Expect(page.Locator("[data-alert=Late]")).ToContainTextAsync("推迟到");
        await window.IsSoundAsync();
    }

    private static async Task SettleAlertAsync(Window window, string consignment)
    {
        await window.OpenAsync($"/enterprise/alerts?q={consignment}");
        await window.IsSoundAsync();
        var page = window.Page;
        await page.Locator("[data-alert-id] form[action$='/acknowledge'] button").ClickAsync();
        await window.OpenAsync($"/enterprise/alerts?q={consignment}");
        await Expect(page.Locator("[data-alert-id]")).ToContainTextAsync("处理中");
        await page.Locator("[data-alert-id] [name=Note]").FillAsync("已与收货人改约");
        await page.Locator("[data-alert-id] form[action$='/close'] button").ClickAsync();
        await window.OpenAsync($"/enterprise/alerts?q={consignment}");
        await Expect(page.Locator("[data-alert-id]")).ToContainTextAsync("已与收货人改约");
    }

    private async Task CloseTheBorderAsync(Window window)
    {
        var mohan = await DatabaseAsync(db => db.Nodes.Where(n => n.Slug == "mohan").Select(n => n.Id).SingleAsync(Cancellation));
        await window.OpenAsync("/park/network/notices/new");
        await window.IsSoundAsync();
        var page = window.Page;
        await page.Locator("#NodeId").SelectOptionAsync(mohan.ToString(CultureInfo.InvariantCulture));
        await page.Locator("#Kind").SelectOptionAsync("Closed");
        await page.Locator("#From").FillAsync("2026-11-24T00:00");
        await page.Locator("#Until").FillAsync("2026-12-02T00:00");
        await page.Locator("#Title").FillAsync("浏览器演示关闭");
        await page.Locator("#Text").FillAsync("演示：口岸临时关闭。");
        await page.Locator("#Source").FillAsync("演示来源");
        await page.Locator("main form button[type=submit]:visible, main form button:not([type]):visible").First.ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("浏览器演示关闭");
        await window.IsSoundAsync();
    }

    private static async Task DecideAsync(Window window, string consignment)
    {
        await window.OpenAsync($"/enterprise/consignments/{consignment}");
        var page = window.Page;
        await Expect(page.Locator("[data-replan=Closure] [data-difference]")).ToContainTextAsync("碳排放");
        await window.IsSoundAsync();
        await page.Locator("[data-replan] button[value=Accept]").ClickAsync();
        await Expect(page.Locator("[data-replan-state=Accepted]")).ToBeVisibleAsync();
        await window.IsSoundAsync();
    }

    private async Task<T> DatabaseAsync<T>(Func<PortalDbContext, Task<T>> read)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<PortalDbContext>());
    }

    private static string Local(DateTime utc) => HuaihuaPilotZone.Common.ChinaTime.FromUtc(utc).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
}
