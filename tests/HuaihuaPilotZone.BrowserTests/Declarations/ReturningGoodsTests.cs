using System.Xml.Linq;
using HuaihuaPilotZone.BrowserTests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HuaihuaPilotZone.BrowserTests.Declarations;

/// <summary>Goods that left with a list come back: from the finished list to the CEB213 for the Single Window.</summary>
public sealed class ReturningGoodsTests(LivePortal portal)
{
    private static readonly XNamespace _ceb = "http://www.chinaport.gov.cn/ceb";

    private static readonly string[] _written = ["tradeMode", "invtNo", "gnum", "qty", "qty1"];

    [Fact]
    public async Task Part_of_a_finished_list_is_returned_and_no_more_than_went_out()
    {
        await using var filer = await portal.OpenWindowAsAsync("luggage");
        await using var reviewer = await portal.OpenWindowAsAsync("reviewer");

        var list = await filer.FinishListAsync(reviewer);
        var number = await OpenReturnAsync(filer, list);
        await AskForTooMuchAsync(filer);
        await SubmitAsync(filer);
        await reviewer.PassAsync(number);

        await filer.OpenAsync($"/enterprise/declarations/{number}");
        await filer.IsSoundAsync();
        var message = await filer.DownloadMessageAsync("下载 CEB213");
        Assert.Equal(_ceb + "CEB213Message", message.Root!.Name);
        Assert.Equal(["9661", "49992026E000000001", "1", "10", "28.5"], _written.Select(e => message.Descendants(_ceb + e).First().Value));
        await LeavesTheRestAsync(filer, list, number);
    }

    private static async Task<string> OpenReturnAsync(Window window, string list)
    {
        await window.OpenAsync($"/enterprise/declarations/{list}");
        await Expect(window.Page.Locator("h1")).ToContainTextAsync("已移交");
        await window.IsSoundAsync();
        await window.PressAsync("退货");
        await Expect(window.Field("TradeMode")).ToHaveValueAsync("9661");
        await Expect(window.Field("Goods[0].Qty")).ToHaveValueAsync("24");
        await window.Page.WaitForLoadStateAsync(LoadState.Load);
        await window.IsSoundAsync();
        return window.DraftNumber();
    }

    private static async Task AskForTooMuchAsync(Window window)
    {
        await window.FillAsync(new Dictionary<string, string?>
        {
            ["InvtNo"] = "49992026E000000001",
            ["Reason"] = "买家退货",
            ["BillNo"] = "T-BACK-9",
            ["TrafName"] = "示例列车",
            ["VoyageNo"] = "T-9",
            ["Goods[0].Qty"] = "25",
        });
        await window.IsSavedAsync();
        await window.PressAsync("提交，请园区协助核对");
        await Expect(window.Page.Locator("[data-error-summary]")).ToContainTextAsync("退货数量超过可退");
        await Expect(window.Finding("RETURN-005")).ToContainTextAsync("24");
        await window.IsSoundAsync();
    }

    private static async Task SubmitAsync(Window window)
    {
        await window.FillAsync(new Dictionary<string, string?> { ["Goods[0].Qty"] = "10", ["Goods[0].Qty1"] = "28.5" });
        await Expect(window.Finding("RETURN-005")).ToHaveCountAsync(0);
        await window.IsSavedAsync();
        await window.PressAsync("提交，请园区协助核对");
        await Expect(window.Page.Locator("h1")).ToContainTextAsync("已提交");
        await window.IsSoundAsync();
    }

    /// <summary>The list names its return, and the next one may take what is left.</summary>
    private static async Task LeavesTheRestAsync(Window window, string list, string number)
    {
        await window.OpenAsync($"/enterprise/declarations/{list}");
        await Expect(window.Page.Locator("[aria-labelledby='applications-title']")).ToContainTextAsync(number);
        await window.IsSoundAsync();
        await window.PressAsync("退货");
        await Expect(window.Field("Goods[0].Qty")).ToHaveValueAsync("14");
    }
}
