using HuaihuaPilotZone.BrowserTests.Declarations;
using HuaihuaPilotZone.BrowserTests.Support;
using HuaihuaPilotZone.Imports.Sheets;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HuaihuaPilotZone.BrowserTests.Imports;

/// <summary>9810 lists out of a spreadsheet with errors, from the file to a draft that the park has passed; every page on the way is looked at.</summary>
public sealed class ImportingListsTests(LivePortal portal)
{
    private const string Mode = "9810";
    private const int ManyOrders = 1500;

    // rows of the file: 2 good, 3 and 4 one good order, 5 and 6 the same error, 7 an error of its own, 8 stays wrong
    private const int MisspelledOnce = 5;
    private const int MisspelledAgain = 6;
    private const int WrongCount = 7;
    private const int StaysWrong = 8;

    [Fact]
    public async Task A_spreadsheet_with_errors_is_mended_imported_and_one_of_its_drafts_passes()
    {
        await using var filer = await portal.OpenWindowAsAsync("luggage");
        await using var reviewer = await portal.OpenWindowAsAsync("reviewer");

        await UploadAsync(filer, ListSheet.File("海外仓订单.xlsx", Rows()));
        await MatchAsync(filer);
        await LookAtProblemsAsync(filer);
        await RepairCellAsync(filer);
        await RepairKindAsync(filer);
        await DownloadFailedAsync(filer);
        await CommitAsync(filer);

        var number = await OpenDraftAsync(filer);
        await SubmitAsync(filer, number);
        await reviewer.PassAsync(number);
        await FindBatchAsync(filer);
    }

    [Fact]
    public async Task How_far_a_large_file_is_can_be_seen_and_the_page_left_meanwhile()
    {
        await using var window = await portal.OpenWindowAsAsync("luggage");
        // the page keeps what it shows for as long as nobody answers its question how far the job is
        await window.Page.RouteAsync("**/jobs/*/progress", route => route.AbortAsync());
        window.Expect("net::ERR_FAILED");
        await UploadAsync(window, ListSheet.File("很多订单.xlsx", [.. Enumerable.Range(0, ManyOrders).Select(_ => ListSheet.Row())]));
        await window.PressAsync("读取并核对");

        await Expect(window.Page.Locator("progress")).ToBeVisibleAsync();
        await Expect(window.Page.Locator("main")).ToContainTextAsync("可以离开这个页面");
        await window.IsSoundAsync();
        var address = window.Page.Url;
        await window.OpenAsync("/enterprise");
        await window.Page.UnrouteAsync("**/jobs/*/progress");
        await window.OpenAsync(address);

        await Expect(window.Page.Locator("main")).ToContainTextAsync($"导入 {ManyOrders:N0} 行", new() { Timeout = 90_000 });
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "放弃" }).ClickAsync();
        await Expect(window.Page.Locator("h1")).ToContainTextAsync("放弃这次导入？");
        await window.PressAsync("放弃");
        await Expect(window.Page.Locator("h1")).ToContainTextAsync("已放弃");
        await window.IsSoundAsync();
    }

    private static Dictionary<string, string>[] Rows()
    {
        var two = ListSheet.Row(("/orderGoodsValue", "643.2"), ("/goods/qty", "12"), ("/goods/qty1", "34.2"), ("/goods/totalPrice", "321.6"));
        return
        [
            ListSheet.Row(), two, two.With(("/goods/itemNo", "T-2")),
            ListSheet.Row(("/goods/country", "火星")), ListSheet.Row(("/goods/country", "火星")), ListSheet.Row(("/packNo", "四箱")), ListSheet.Row(("/goods/gcode", "42021210")),
        ];
    }

    private static async Task UploadAsync(Window window, FilePayload file)
    {
        await window.OpenAsync("/enterprise/imports");
        await window.IsSoundAsync();
        await window.Page.Locator("main .hh-apphead").GetByRole(AriaRole.Link, new() { Name = "导入文件" }).ClickAsync();
        await Expect(window.Page.Locator("main")).ToContainTextAsync("模板");
        await window.IsSoundAsync();
        await window.Page.Locator("[name=Variant]").SelectOptionAsync(Mode);
        await window.Page.Locator("[name=File]").SetInputFilesAsync(file);
        await window.PressAsync("上传");
        await Expect(window.Page.Locator("h1")).ToHaveTextAsync("匹配列");
    }

    private static async Task MatchAsync(Window window)
    {
        await window.IsSoundAsync();
        await Expect(window.Page.GetByLabel("“订单号”的含义")).ToHaveValueAsync("/orderNo");
        await Expect(window.Page.GetByLabel("“HS编码”的含义")).ToHaveValueAsync("/goods/gcode");
        await window.Page.GetByLabel($"“{ListSheet.OwnHeading}”的含义").SelectOptionAsync("不导入");
        await window.PressAsync("读取并核对");
        await Expect(window.Page.Locator(".hh-formfoot")).ToContainTextAsync("将导入 3 行（2 份草稿），跳过 4 行");
    }

    private static async Task LookAtProblemsAsync(Window window)
    {
        await Expect(Cell(window, MisspelledOnce, "/goods/country")).ToHaveValueAsync("火星");
        await Expect(Cell(window, WrongCount, "/packNo")).ToHaveValueAsync("四箱");
        await Expect(Row(window, StaysWrong).Locator(".why a").First).ToHaveAttributeAsync("href", "/rules/HS-001");
        await Expect(Kind(window, "/goods/country").Locator(".at")).ToHaveTextAsync("2 处");
        await HasNoErrorAsync(window, 2);
        await window.IsSoundAsync();
        await window.Page.Locator("main .hh-pipe a").First.ClickAsync();
        await Expect(Row(window, 2)).ToContainTextAsync("由“美国”转换");
        await window.IsSoundAsync();
    }

    private static async Task RepairCellAsync(Window window)
    {
        await Cell(window, WrongCount, "/packNo").FillAsync("4箱");
        await Row(window, WrongCount).GetByRole(AriaRole.Button, new() { Name = "改好" }).ClickAsync();
        await Expect(window.Page.Locator(".hh-toast")).ToContainTextAsync($"第 {WrongCount} 行已修改并重新核对。");
        await Expect(window.Page.Locator(".hh-formfoot")).ToContainTextAsync("将导入 4 行（3 份草稿），跳过 3 行");
    }

    private static async Task RepairKindAsync(Window window)
    {
        var kind = Kind(window, "/goods/country");
        await kind.GetByText("统一改值").ClickAsync();
        await window.IsSoundAsync();
        await kind.GetByLabel("新内容").FillAsync("美国");
        await kind.GetByRole(AriaRole.Button, new() { Name = "全部改为" }).ClickAsync();
        await Expect(window.Page.Locator(".hh-toast")).ToContainTextAsync("2 处已修改并重新核对。");
        await HasNoErrorAsync(window, MisspelledOnce);
        await HasNoErrorAsync(window, MisspelledAgain);
        await Expect(window.Page.Locator(".hh-formfoot")).ToContainTextAsync("将导入 6 行（5 份草稿），跳过 1 行");
        await window.IsSoundAsync();
    }

    private static async Task DownloadFailedAsync(Window window)
    {
        var download = await window.Page.RunAndWaitForDownloadAsync(() => window.Page.GetByRole(AriaRole.Link, new() { Name = "下载有问题的行" }).ClickAsync());
        await using var content = await download.CreateReadStreamAsync();
        using var file = new MemoryStream();
        await content.CopyToAsync(file, TestContext.Current.CancellationToken);
        file.Position = 0;
        var rows = SheetReader.Read(file, SheetFormat.Xlsx).ToList();
        Assert.Equal(2, rows.Count);
        Assert.Equal(("原行号", "问题"), (rows[0][0], rows[0].Cells[^1]));
        Assert.Equal($"{StaysWrong}", rows[1][0]);
        Assert.Contains("42021210", rows[1].Cells);
        Assert.Contains("（HS-001）", rows[1].Cells[^1], StringComparison.Ordinal);
    }

    private static async Task CommitAsync(Window window)
    {
        await window.PressAsync("导入 6 行");
        await Expect(window.Page.Locator("main")).ToContainTextAsync("导入了 5 份草稿。其余 1 行没有导入");
        await Expect(window.Page.Locator("[data-result]")).ToHaveCountAsync(5);
        await Expect(window.Page.GetByRole(AriaRole.Link, new() { Name = "下载没有导入的行" })).ToBeVisibleAsync();
        await window.IsSoundAsync();
    }

    private static async Task<string> OpenDraftAsync(Window window)
    {
        var row = window.Page.Locator("[data-result]").Nth(1);
        var number = (await row.GetAttributeAsync("data-result"))!;
        await row.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(window.Page.Locator("h1")).ToContainTextAsync(number);
        await window.IsSoundAsync();
        return number;
    }

    private static async Task SubmitAsync(Window window, string number)
    {
        await window.OpenEditAsync(number);
        await Expect(window.Field("TradeMode")).ToHaveValueAsync(Mode);
        await Expect(window.Field("Goods[1].ItemNo")).ToHaveValueAsync("T-2");
        await window.IsSoundAsync();
        await window.PressAsync("提交，请园区协助核对");
        await Expect(window.Page.Locator("h1")).ToContainTextAsync("已提交");
        await window.IsSoundAsync();
    }

    private static async Task FindBatchAsync(Window window)
    {
        await window.OpenAsync("/enterprise/imports?stage=Committed&q=海外仓");
        await Expect(window.Page.Locator("[data-import]").First).ToContainTextAsync("已导入");
        await window.IsSoundAsync();
    }

    private static Task HasNoErrorAsync(Window window, int row) => Expect(Row(window, row).Locator(".text-bad")).ToHaveCountAsync(0);

    private static ILocator Row(Window window, int number) => window.Page.Locator($"[data-row='{number}']");

    private static ILocator Cell(Window window, int row, string column) => Row(window, row).Locator($"[data-cell='{column}']");

    private static ILocator Kind(Window window, string column) => window.Page.Locator($"[data-kind][data-column='{column}']");
}
