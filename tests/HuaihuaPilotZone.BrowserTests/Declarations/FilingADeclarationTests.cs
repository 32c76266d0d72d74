using System.Xml.Linq;
using HuaihuaPilotZone.BrowserTests.Support;
using HuaihuaPilotZone.Tests.Declarations;
using static Microsoft.Playwright.Assertions;

namespace HuaihuaPilotZone.BrowserTests.Declarations;

/// <summary>A 9710 报关单 from the four questions to the file for the Single Window, by the filer and the reviewer.</summary>
public sealed class FilingADeclarationTests(LivePortal portal)
{
    [Fact]
    public async Task A_declaration_with_errors_is_mended_reviewed_and_handed_over()
    {
        await using var filer = await portal.OpenWindowAsAsync("luggage");
        await using var reviewer = await portal.OpenWindowAsAsync("reviewer");

        var number = await filer.OpenDraftAsync("境外企业", "超过 5,000 元", "用报关单");
        await TypeWithErrorsAsync(filer);
        await RepairNumbersAsync(filer);
        await ChooseContainerAsync(filer);
        await filer.PressAsync("提交，请园区协助核对");
        await Expect(filer.Page.Locator("h1")).ToContainTextAsync("已提交");
        await filer.IsSoundAsync();
        await reviewer.PassAsync(number);

        var message = await DownloadAsync(filer, number);
        Assert.Equal(["643.2", "80", "HHCU1000010"], [Value(message, "DeclTotal"), Value(message, "GrossWet"), Value(message, "ContainerId")]);
    }

    private static async Task TypeWithErrorsAsync(Window window)
    {
        var wrong = Filing.ValidDeclaration();
        (wrong["Goods[0].TotalPrice"], wrong["GrossWeight"], wrong["Containers[0].ContainerId"]) = ("6432", "8", "HHCU10O0010");
        await window.Page.Locator("#containers [data-row-add]").ClickAsync();
        await window.FillAsync(wrong);
        await window.IsSavedAsync();
        await window.PressAsync("提交，请园区协助核对");
        await Expect(window.Page.Locator("[data-error-summary]")).ToContainTextAsync("总价不等于数量乘单价");
        await window.IsSoundAsync();
    }

    // The gross weight can be known to be too low, not what it was: the person takes the repair and corrects what they know better.
    private static async Task RepairNumbersAsync(Window window)
    {
        await Expect(window.Page.Locator("#repairs-title")).ToHaveTextAsync("最少改 2 处");
        await window.Page.Locator("[data-precheck] button[name=Repair][value*='/goods/0/totalPrice=643.2']").First.ClickAsync();
        await Expect(window.Field("Goods[0].TotalPrice")).ToHaveValueAsync("643.2");
        await Expect(window.Page.Locator("#repairs-title")).ToHaveCountAsync(0);
        await window.Field("GrossWeight").FillAsync("80");
        await window.IsSavedAsync();
    }

    private static async Task ChooseContainerAsync(Window window)
    {
        await window.Page.Locator("[data-precheck] button[name=apply][data-path='/containers/0/containerId'][data-value='HHCU1000010']").ClickAsync();
        await Expect(window.Field("Containers[0].ContainerId")).ToHaveValueAsync("HHCU1000010");
        await Expect(window.Page.Locator("[data-filter=MustFix] b")).ToHaveTextAsync("0");
        await window.IsSoundAsync();
    }

    private static async Task<XDocument> DownloadAsync(Window window, string number)
    {
        await window.OpenAsync($"/enterprise/declarations/{number}");
        await Expect(window.Page.Locator("main")).ToContainTextAsync("国际贸易单一窗口");
        await window.IsSoundAsync();
        var download = await window.Page.RunAndWaitForDownloadAsync(() => window.Page.Locator("main a[href$='/files/declaration.xml']").ClickAsync());
        await using var stream = await download.CreateReadStreamAsync();
        return await XDocument.LoadAsync(stream, LoadOptions.None, TestContext.Current.CancellationToken);
    }

    private static string Value(XDocument message, string element) => message.Descendants().First(e => e.Name.LocalName == element).Value;
}
