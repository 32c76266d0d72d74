using HuaihuaPilotZone.BrowserTests.Support;
using HuaihuaPilotZone.Tests.Declarations;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HuaihuaPilotZone.BrowserTests.Declarations;

public sealed class EditingADraftTests(LivePortal portal)
{
    [Fact]
    public async Task What_is_typed_is_saved_by_itself_and_the_page_says_so()
    {
        await using var window = await portal.OpenWindowAsAsync("luggage");
        var number = await window.OpenDraftAsync();
        var state = window.Page.Locator("[data-save-state]");

        await window.Field("OrderNo").PressSequentiallyAsync("AUTO-1");
        await Expect(state).ToHaveTextAsync("有未保存的修改");
        await window.IsSavedAsync();

        await window.OpenEditAsync(number);
        await Expect(window.Field("OrderNo")).ToHaveValueAsync("AUTO-1");
        window.HasNoProblems();
    }

    [Fact]
    public async Task The_panel_follows_what_is_typed_and_a_proposal_is_applied_and_taken_back()
    {
        await using var window = await portal.OpenWindowAsAsync("luggage");
        var number = await window.OpenDraftAsync();
        var total = window.Field("Goods[0].TotalPrice");
        var undo = window.Page.Locator("[data-precheck] [data-fix^='PRICE-002']").GetByRole(AriaRole.Button, new() { Name = "撤销" });

        await window.FillAsync(new Dictionary<string, string?> { ["Goods[0].Qty"] = "24", ["Goods[0].Price"] = "26.8", ["Goods[0].TotalPrice"] = "600" });
        await Expect(window.Finding("PRICE-002")).ToContainTextAsync("643.2");
        await Expect(total).ToHaveAttributeAsync("aria-invalid", "true");

        await window.Finding("PRICE-002").GetByRole(AriaRole.Button, new() { Name = "采用建议" }).ClickAsync();
        await Expect(total).ToHaveValueAsync("643.2");
        await Expect(undo).ToBeVisibleAsync();
        await Expect(window.Finding("PRICE-002")).ToHaveCountAsync(0);

        await undo.ClickAsync();
        await Expect(total).ToHaveValueAsync("600");
        await Expect(window.Finding("PRICE-002")).ToBeVisibleAsync();
        await window.OpenEditAsync(number);
        await Expect(total).ToHaveValueAsync("600");
        window.HasNoProblems();
    }

    [Fact]
    public async Task The_goods_are_filled_in_without_a_mouse()
    {
        await using var window = await portal.OpenWindowAsAsync("luggage");
        await window.OpenDraftAsync();
        var keys = window.Page.Keyboard;

        await window.Field("Goods[0].ItemNo").FocusAsync();
        await keys.TypeAsync("A-1");
        await keys.PressAsync("Tab");
        await keys.TypeAsync("拉杆箱");
        await keys.PressAsync("Enter");
        await Expect(window.Field("Goods[1].ItemName")).ToBeFocusedAsync();
        await keys.TypeAsync("手提箱");
        await keys.PressAsync("ArrowUp");
        await Expect(window.Field("Goods[0].ItemName")).ToBeFocusedAsync();
        await keys.PressAsync("ArrowLeft");
        await Expect(window.Field("Goods[0].ItemNo")).ToBeFocusedAsync();
        await Expect(window.Page.Locator("#goods [data-row-count]")).ToHaveTextAsync("2 项");
        await window.IsSavedAsync();

        await window.Page.Locator("#goods [data-row-remove]").First.PressAsync("Enter");
        await Expect(window.Field("Goods[0].ItemName")).ToHaveValueAsync("手提箱");
        await window.Page.Locator(".hh-toast").GetByRole(AriaRole.Button, new() { Name = "撤销" }).PressAsync("Enter");
        await Expect(window.Field("Goods[0].ItemName")).ToHaveValueAsync("拉杆箱");
        await Expect(window.Field("Goods[1].ItemName")).ToHaveValueAsync("手提箱");
        window.HasNoProblems();
    }

    [Fact]
    public async Task A_customs_declaration_is_edited_and_printed_on_sound_pages()
    {
        await using var window = await portal.OpenWindowAsAsync("luggage");
        var number = await window.OpenDraftAsync("境外企业", "超过 5,000 元", "用报关单");

        await window.IsSoundAsync();
        await window.Page.Locator("#goods [data-row-add]").ClickAsync();
        await Expect(window.Page.Locator("#goods [data-row-count]")).ToHaveTextAsync("2 项");
        await window.IsSavedAsync();
        await window.OpenAsync($"/enterprise/declarations/{number}");
        await window.IsSoundAsync();
        await window.OpenAsync($"/enterprise/declarations/{number}/print");
        await window.IsSoundAsync();
    }

    [Fact]
    public async Task Everything_works_as_plain_forms_where_no_script_runs()
    {
        await using var window = await portal.OpenWindowAsAsync("luggage", hasScripts: false);
        var number = await window.OpenDraftAsync();
        var wrong = Filing.Valid();
        wrong["Goods[0].TotalPrice"] = "600";
        await window.FillAsync(wrong);

        await window.PressAsync("提交，请园区协助核对");
        await Expect(window.Page.Locator("[data-error-summary]")).ToContainTextAsync("总价不等于数量乘单价");
        await window.Page.Locator("[data-precheck] [data-rule='PRICE-002'] [data-apply]").ClickAsync();
        await Expect(window.Field("Goods[0].TotalPrice")).ToHaveValueAsync("643.2");
        await window.Page.Locator("#goods [data-row-add]").ClickAsync();
        await Expect(window.Field("Goods[1].ItemNo")).ToBeVisibleAsync();
        await window.Page.Locator("#goods [data-row-remove]").Nth(1).ClickAsync();
        await Expect(window.Field("Goods[1].ItemNo")).ToHaveCountAsync(0);
        await window.PressAsync("提交，请园区协助核对");

        await Expect(window.Page.Locator("h1")).ToContainTextAsync("已提交");
        Assert.EndsWith(number, window.Page.Url, StringComparison.Ordinal);
        window.HasNoProblems();
    }
}
