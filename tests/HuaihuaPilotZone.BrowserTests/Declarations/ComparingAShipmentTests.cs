using System.Text;
using System.Xml.Linq;
using HuaihuaPilotZone.BrowserTests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HuaihuaPilotZone.BrowserTests.Declarations;

/// <summary>Documents of one shipment that contradict each other, side by side.</summary>
public sealed class ComparingAShipmentTests(LivePortal portal)
{
    private static readonly XNamespace _ceb = "http://www.chinaport.gov.cn/ceb";

    [Fact]
    public async Task Files_that_contradict_each_other_are_coloured_and_named_in_words_at_both_sizes()
    {
        await using var filer = await portal.OpenWindowAsAsync("luggage");
        await using var reviewer = await portal.OpenWindowAsAsync("reviewer");
        var number = await filer.SubmitListAsync();
        await reviewer.PassAsync(number);
        await filer.OpenAsync($"/enterprise/declarations/{number}");
        var (order, list) = (await filer.DownloadMessageAsync("下载 CEB303"), await filer.DownloadMessageAsync("下载 CEB603"));
        Set(order, "qty", "25");
        Set(order, "itemName", "另一种拉杆箱，名称长到在窄屏上要换几行才写得下");
        Set(list, "orderNo", "T-OTHER-ORDER");

        await filer.Page.GetByRole(AriaRole.Link, new() { Name = "并排核对" }).ClickAsync();
        await Expect(filer.Page.Locator("[name=Number]")).ToHaveValueAsync(number);
        await filer.IsSoundAsync();
        await filer.Page.Locator("[name=Number]").FillAsync("");
        await filer.Page.Locator("[name=Files]").SetInputFilesAsync([File("order.xml", order), File("list.xml", list), File("waybill.xml", Waybill(list))]);
        await filer.PressAsync("并排核对");

        var summary = filer.Page.Locator("[data-cross-summary]");
        await Expect(summary).ToContainTextAsync("第 1 项的数量不一致：订单是“25”，清单是“24”。");
        await Expect(summary).ToContainTextAsync("T-OTHER-ORDER");
        await Expect(filer.Page.Locator("[data-compared='CROSS-023']")).ToHaveClassAsync("hh-row--bad");
        await Expect(filer.Page.Locator("[data-compared='CROSS-009']")).ToContainTextAsync("79");
        await filer.IsSoundAsync();
        foreach (var size in new[] { Window.Phone, Window.Desktop })
        {
            await filer.Page.SetViewportSizeAsync(size.Width, size.Height);
            Assert.NotEqual(await ColourAsync(filer, "CROSS-024"), await ColourAsync(filer, "CROSS-023"));
        }
    }

    /// <summary>What one sees behind the result of a comparison: the cell's own colour or else that of its row.</summary>
    private static Task<string> ColourAsync(Window window, string rule) => window.Page.Locator($"[data-compared='{rule}'] td").Last
        .EvaluateAsync<string>("cell => [cell, cell.parentElement].map(e => getComputedStyle(e).backgroundColor).find(c => c !== 'rgba(0, 0, 0, 0)') ?? 'none'");

    /// <summary>A waybill that weighs other than its list says.</summary>
    private static XDocument Waybill(XDocument list)
    {
        var head = list.Descendants(_ceb + "InventoryHead").First();
        XElement Same(string name) => new(_ceb + name, head.Element(_ceb + name)?.Value);
        return new XDocument(new XElement(_ceb + "CEB505Message", new XAttribute("guid", "A0000000-0000-4000-8000-000000000505"), new XAttribute("version", "1.0"),
            new XElement(_ceb + "Logistics",
                new XElement(_ceb + "guid", "B0000000-0000-4000-8000-000000000505"), new XElement(_ceb + "appType", "1"), new XElement(_ceb + "appTime", "20261122100000"), new XElement(_ceb + "appStatus", "2"),
                Same("logisticsCode"), Same("logisticsName"), Same("logisticsNo"), Same("freight"), Same("insuredFee"), new XElement(_ceb + "currency", "502"),
                new XElement(_ceb + "grossWeight", "79"), Same("packNo"), Same("ebcCode"), Same("ebcName"))));
    }

    private static void Set(XDocument message, string element, string value) => message.Descendants(_ceb + element).First().Value = value;

    private static FilePayload File(string name, XDocument message) => new() { Name = name, MimeType = "text/xml", Buffer = Encoding.UTF8.GetBytes(message.ToString()) };
}
