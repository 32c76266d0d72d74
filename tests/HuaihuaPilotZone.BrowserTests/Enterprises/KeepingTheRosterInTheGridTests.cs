using HuaihuaPilotZone.BrowserTests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HuaihuaPilotZone.BrowserTests.Enterprises;

/// <summary>Staff change single cells and many enterprises at once, and take both back.</summary>
public sealed class KeepingTheRosterInTheGridTests(LivePortal portal)
{
    [Fact]
    public async Task A_cell_is_changed_by_keyboard_and_taken_back_and_the_second_of_two_people_chooses()
    {
        const string list = "/park/enterprises?q=91431299MA00001031&cols=Area&cols=EnglishName&cols=Completeness";
        await using var first = await portal.OpenWindowAsAsync("admin");
        await using var second = await portal.OpenWindowAsAsync("admin");
        second.Expect("409");
        await first.OpenAsync(list);
        await second.OpenAsync(list);
        var (cell, other) = (Cell(first, "EnglishName"), Cell(second, "EnglishName"));

        await cell.FocusAsync();
        await first.Page.Keyboard.PressAsync("Enter");
        await first.Page.Keyboard.TypeAsync("Bamboo Works");
        await first.Page.Keyboard.PressAsync("Enter");
        await Expect(cell).ToContainTextAsync("Bamboo Works");
        await first.Page.GetByRole(AriaRole.Button, new() { Name = "撤销" }).ClickAsync();
        await Expect(cell).ToContainTextAsync("Demo Bamboo Co., Ltd.");
        await cell.FocusAsync();
        await first.Page.Keyboard.PressAsync("F2");
        await first.Page.Keyboard.TypeAsync("First Bamboo");
        await first.Page.Keyboard.PressAsync("Enter");
        await Expect(cell).ToContainTextAsync("First Bamboo");

        await other.DblClickAsync();
        await second.Page.Keyboard.TypeAsync("Second Bamboo");
        await second.Page.Keyboard.PressAsync("Enter");
        await Expect(other.GetByRole(AriaRole.Alert)).ToContainTextAsync("已改为“First Bamboo”");
        await second.IsSoundAtAsync(Window.Desktop);
        await other.GetByRole(AriaRole.Button, new() { Name = "仍改为“Second Bamboo”" }).ClickAsync();
        await Expect(other.Locator("[data-shown]")).ToHaveTextAsync("Second Bamboo");
        await first.OpenAsync(list);
        await Expect(Cell(first, "EnglishName")).ToContainTextAsync("Second Bamboo");
        await first.IsSoundAsync();
    }

    [Fact]
    public async Task Many_are_moved_after_a_preview_with_their_number_in_the_button_and_moved_back()
    {
        await using var window = await portal.OpenWindowAsAsync("admin");
        await window.OpenAsync("/park/enterprises?size=50");
        foreach (var name in new[] { "示例茶业有限公司", "示例食品有限公司" }) await window.Page.GetByLabel($"选中{name}").CheckAsync();
        await Expect(window.Page.Locator("[data-bulk-count]")).ToHaveTextAsync("已选 2 家");
        await window.IsSoundAtAsync(Window.Desktop);

        await window.Page.Locator("[data-bulk]").GetByRole(AriaRole.Button, new() { Name = "改片区" }).ClickAsync();
        await window.IsSoundAsync();
        await window.Page.Locator("main select").SelectOptionAsync(new SelectOptionValue { Label = "中方物流小镇" });
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "预览修改" }).ClickAsync();
        await Expect(window.Page.Locator("#preview")).ToContainTextAsync("中方物流小镇");
        await window.IsSoundAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "对 2 家改片区" }).ClickAsync();
        await Expect(window.Page.GetByRole(AriaRole.Button, new() { Name = "撤销 2 家" })).ToBeVisibleAsync();
        await Expect(window.Page.Locator("main table")).ToContainTextAsync("中方物流小镇");
        await window.IsSoundAsync();

        await window.Page.GetByRole(AriaRole.Button, new() { Name = "撤销 2 家" }).ClickAsync();
        await window.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "撤销 2 家" }).ClickAsync();
        await Expect(window.Page.Locator("h1")).ToContainTextAsync("已撤销");
        await window.OpenAsync("/park/enterprises?q=91431299MA0000023D");
        await Expect(window.Page.Locator("tbody")).ToContainTextAsync("城东片区");
    }

    private static ILocator Cell(Window window, string field) => window.Page.Locator($"tbody tr td[data-field='{field}']");
}
