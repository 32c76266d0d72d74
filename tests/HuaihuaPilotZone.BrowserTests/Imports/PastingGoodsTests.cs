using HuaihuaPilotZone.BrowserTests.Declarations;
using HuaihuaPilotZone.BrowserTests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HuaihuaPilotZone.BrowserTests.Imports;

/// <summary>A block that was copied in a spreadsheet goes into the goods of a draft, read as files are.</summary>
public sealed class PastingGoodsTests(LivePortal portal)
{
    private const string Block = "HS编码\t品名\t数量\t单位\t币种\r\n4202.12.1000\t拉杆箱\t1,200\t个\t美元\r\n4202121000\t\"手提箱\n小号\"\t５\t7\tusd\r\n";

    private static readonly string[] _fields = ["Gcode", "Gname", "Qty", "Unit", "Currency"];
    private static readonly string[] _permissions = ["clipboard-read", "clipboard-write"];

    [Fact]
    public async Task A_block_with_headings_fills_the_rows_as_the_portal_reads_it_and_is_saved()
    {
        await using var window = await portal.OpenWindowAsAsync("luggage");
        var number = await window.OpenDraftAsync();

        await PasteAsync(window, "Goods[0].ItemNo", Block);

        await HasLineAsync(window, 0, "4202121000", "拉杆箱", "1200", "007", "USD");
        await HasLineAsync(window, 1, "4202121000", "手提箱 小号", "5", "007", "USD");
        await Expect(window.Page.Locator("#goods [data-row-count]")).ToHaveTextAsync("2 项");
        await Expect(window.Page.Locator(".hh-toast")).ToContainTextAsync("已粘贴 2 行 5 列。");
        await Expect(window.Page.Locator("#goods [data-total=Qty]")).ToHaveTextAsync("1,205");
        await window.IsSavedAsync();
        await window.IsSoundAsync();
        await window.OpenEditAsync(number);
        await HasLineAsync(window, 1, "4202121000", "手提箱 小号", "5", "007", "USD");
    }

    [Fact]
    public async Task A_block_without_headings_goes_to_the_right_and_down_from_the_cell_it_is_pasted_into()
    {
        await using var window = await portal.OpenWindowAsAsync("luggage");
        await window.OpenDraftAsync();
        await window.Field("Goods[0].Gname").FillAsync("留着的箱子");
        await window.Page.Locator("#goods [data-row-add]").ClickAsync();

        await PasteAsync(window, "Goods[1].Qty", "1,200\t个\n7 件\t件");

        await Expect(window.Field("Goods[2].Qty")).ToHaveValueAsync("7");
        await Expect(window.Field("Goods[1].Qty")).ToHaveValueAsync("1200");
        await Expect(window.Field("Goods[1].Unit")).ToHaveValueAsync("007");
        await Expect(window.Field("Goods[2].Unit")).ToHaveValueAsync("011");
        await Expect(window.Field("Goods[0].Gname")).ToHaveValueAsync("留着的箱子");
        await Expect(window.Field("Goods[0].Qty")).ToHaveValueAsync("");
        window.HasNoProblems();
    }

    [Fact]
    public async Task One_cell_is_pasted_where_the_caret_is_as_in_any_field()
    {
        await using var window = await portal.OpenWindowAsAsync("luggage");
        await window.OpenDraftAsync();
        await window.Field("Goods[0].Gname").FillAsync("拉杆箱");

        await PasteAsync(window, "Goods[0].Gname", "，小号");

        await Expect(window.Field("Goods[0].Gname")).ToHaveValueAsync("拉杆箱，小号");
        window.HasNoProblems();
    }

    [Fact]
    public async Task Without_a_network_the_cells_are_taken_as_they_are()
    {
        await using var window = await portal.OpenWindowAsAsync("luggage");
        await window.OpenDraftAsync();
        window.Expect("net::ERR_FAILED");
        await window.Page.RouteAsync("**/paste/read", route => route.AbortAsync());

        await PasteAsync(window, "Goods[0].ItemNo", "N-1\t箱子\nN-2\t提包");

        await Expect(window.Field("Goods[1].ItemName")).ToHaveValueAsync("提包");
        await Expect(window.Field("Goods[0].ItemNo")).ToHaveValueAsync("N-1");
        await window.IsSavedAsync();
        window.HasNoProblems();
    }

    [Fact]
    public async Task The_page_for_pasting_takes_a_block_from_whoever_does_not_use_the_grid()
    {
        await using var window = await portal.OpenWindowAsAsync("luggage");
        await window.OpenDraftAsync();
        await window.Page.Locator("#goods").GetByRole(AriaRole.Link, new() { Name = "粘贴" }).ClickAsync();
        await Expect(window.Page.Locator("h1")).ToHaveTextAsync("粘贴商品");
        await window.IsSoundAsync();
        await window.PressAsync("粘贴并保存");
        await Expect(window.Page.Locator("main")).ToContainTextAsync("请粘贴表格里的商品");
        await window.IsSoundAsync();

        await window.Page.GetByLabel("粘贴的内容").FillAsync(Block);
        await window.PressAsync("粘贴并保存");

        await Expect(window.Page.Locator(".hh-toast")).ToContainTextAsync("已粘贴 2 项商品并保存。");
        await HasLineAsync(window, 1, "4202121000", "手提箱 小号", "5", "007", "USD");
        await window.IsSoundAsync();
    }

    /// <summary>Puts a text on the clipboard and pastes it by the keyboard.</summary>
    private static async Task PasteAsync(Window window, string field, string text)
    {
        await window.Page.Context.GrantPermissionsAsync(_permissions);
        await window.Page.EvaluateAsync("text => navigator.clipboard.writeText(text)", text);
        await window.Field(field).FocusAsync();
        await window.Page.Keyboard.PressAsync("End");
        await window.Page.Keyboard.PressAsync("Control+V");
    }

    private static async Task HasLineAsync(Window window, int line, params string[] values)
    {
        foreach (var (field, value) in _fields.Zip(values)) await Expect(window.Field($"Goods[{line}].{field}")).ToHaveValueAsync(value);
    }
}
