using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.BrowserTests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HuaihuaPilotZone.BrowserTests.Declarations;

/// <summary>C1 and N8: a dropped line, an expired session, a closed page and a second editor cost nobody a word.</summary>
public sealed class NeverLosingWorkTests(LivePortal portal)
{
    [Fact]
    public async Task What_is_typed_without_a_network_is_saved_once_it_is_back()
    {
        await using var window = await portal.OpenWindowAsAsync("luggage");
        var number = await window.OpenDraftAsync();
        window.Expect("net::ERR_INTERNET_DISCONNECTED");
        var state = window.Page.Locator("[data-save-state]");

        await window.Page.Context.SetOfflineAsync(true);
        await window.Field("OrderNo").FillAsync("OFFLINE-1");
        await Expect(state).ToContainTextAsync("网络断开，已存在本机");
        await window.Page.Context.SetOfflineAsync(false);
        await window.IsSavedAsync();

        await window.OpenEditAsync(number);
        await Expect(window.Field("OrderNo")).ToHaveValueAsync("OFFLINE-1");
        window.HasNoProblems();
    }

    [Fact]
    public async Task What_was_typed_without_a_network_comes_back_after_the_page_was_left_and_loaded_again()
    {
        await using var window = await portal.OpenWindowAsAsync("luggage");
        var number = await window.OpenDraftAsync();
        window.Expect("net::ERR_INTERNET_DISCONNECTED");
        await window.Page.Context.SetOfflineAsync(true);
        await window.Field("OrderNo").FillAsync("OFFLINE-2");
        await window.Field("Goods[0].Gname").FillAsync("断网时填的箱子");
        await Expect(window.Page.Locator("[data-save-state]")).ToContainTextAsync("网络断开");

        await window.LeaveAsync();
        await window.Page.Context.SetOfflineAsync(false);
        await window.OpenEditAsync(number);
        await Expect(window.Field("OrderNo")).ToHaveValueAsync("");
        await window.IsSoundAsync();
        await window.PressAsync("恢复");

        await window.IsSavedAsync();
        await window.OpenEditAsync(number);
        await Expect(window.Field("OrderNo")).ToHaveValueAsync("OFFLINE-2");
        await Expect(window.Field("Goods[0].Gname")).ToHaveValueAsync("断网时填的箱子");
    }

    [Fact]
    public async Task A_copy_that_comes_back_after_somebody_else_saved_is_merged_and_overwrites_nothing()
    {
        await using var mine = await portal.OpenWindowAsAsync("luggage");
        await using var theirs = await portal.OpenWindowAsAsync("filer");
        var number = await mine.OpenDraftAsync();
        mine.Expect("net::ERR_INTERNET_DISCONNECTED");
        mine.Expect("the server responded with a status of 409");
        await mine.Page.Context.SetOfflineAsync(true);
        await mine.Field("Note").FillAsync("我断网时填的");
        await Expect(mine.Page.Locator("[data-save-state]")).ToContainTextAsync("网络断开");
        await mine.LeaveAsync();
        await theirs.OpenEditAsync(number);
        await theirs.Field("Note").FillAsync("他填的备注");
        await theirs.Field("BillNo").FillAsync("他填的提单");
        await theirs.IsSavedAsync();

        await mine.Page.Context.SetOfflineAsync(false);
        await mine.OpenEditAsync(number);
        await mine.PressAsync("恢复");
        await mine.PressAsync("逐项合并");

        await Expect(mine.Page.Locator("[data-merge='/note']")).ToContainTextAsync("我断网时填的");
        await Expect(mine.Page.Locator("[data-merge='/billNo'] input[value=Theirs]")).ToBeCheckedAsync();
        await mine.Page.Locator("[data-merge='/note'] input[value=Mine]").CheckAsync();
        await mine.PressAsync("按选择合并并保存");
        await Expect(mine.Field("Note")).ToHaveValueAsync("我断网时填的");
        await Expect(mine.Field("BillNo")).ToHaveValueAsync("他填的提单");
        await Expect(mine.Page.GetByText("本机有一份未上传的修改")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Whose_session_ends_while_typing_signs_in_on_the_same_page_and_everything_is_saved()
    {
        await using var window = await portal.OpenWindowAsAsync("luggage");
        var number = await window.OpenDraftAsync();
        window.Expect("the server responded with a status of 401");
        var dialog = window.Page.Locator("dialog[open]");

        await window.EndSessionAsync();
        await window.Field("OrderNo").FillAsync("SESSION-1");
        await Expect(dialog).ToContainTextAsync("登录已过期");
        await window.IsSoundAsync();
        await dialog.GetByLabel("登录名或邮箱").FillAsync("luggage");
        await dialog.GetByLabel("密码").FillAsync("wrong-passw0rd");
        await window.PressAsync("登录并保存");
        await Expect(dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync("登录名或密码不对");
        await dialog.GetByLabel("密码").FillAsync(DemonstrationAccounts.Password);
        await window.PressAsync("登录并保存");

        await Expect(dialog).ToHaveCountAsync(0);
        await window.IsSavedAsync();
        await Expect(window.Field("OrderNo")).ToHaveValueAsync("SESSION-1");
        await window.Field("Note").FillAsync("登录后接着填");
        await window.PressAsync("保存草稿");
        await Expect(window.Page.Locator(".hh-toast")).ToContainTextAsync("草稿已保存");
        await window.OpenEditAsync(number);
        await Expect(window.Field("OrderNo")).ToHaveValueAsync("SESSION-1");
        await Expect(window.Field("Note")).ToHaveValueAsync("登录后接着填");
    }

    [Fact]
    public async Task Who_puts_the_sign_in_off_keeps_what_was_typed_and_finds_the_way_back()
    {
        await using var window = await portal.OpenWindowAsAsync("luggage");
        await window.OpenDraftAsync();
        window.Expect("the server responded with a status of 401");
        await window.EndSessionAsync();
        await window.Field("OrderNo").FillAsync("SESSION-2");
        await Expect(window.Page.Locator("dialog[open]")).ToBeVisibleAsync();

        await window.PressAsync("稍后再说");
        await Expect(window.Field("OrderNo")).ToHaveValueAsync("SESSION-2");
        await window.PressAsync("重新登录");
        await window.Page.Locator("dialog[open]").GetByLabel("登录名或邮箱").FillAsync("luggage");
        await window.Page.Locator("dialog[open]").GetByLabel("密码").FillAsync(DemonstrationAccounts.Password);
        await window.PressAsync("登录并保存");

        await window.IsSavedAsync();
    }

    [Fact]
    public async Task Two_people_on_one_draft_choose_between_their_values_and_neither_is_overwritten_unseen()
    {
        await using var first = await portal.OpenWindowAsAsync("luggage");
        await using var second = await portal.OpenWindowAsAsync("filer");
        var number = await first.OpenDraftAsync();
        await second.OpenEditAsync(number);
        second.Expect("the server responded with a status of 409");

        await first.Field("Note").FillAsync("先保存的");
        await first.Field("BillNo").FillAsync("他的提单");
        await first.IsSavedAsync();
        await second.Field("Note").FillAsync("后保存的");
        var conflict = second.Page.Locator("[data-conflict]");
        await Expect(conflict).ToContainTextAsync("先保存的");
        await Expect(conflict).ToContainTextAsync("后保存的");
        await second.IsSoundAsync();
        await second.PressAsync("逐项合并");
        await Expect(second.Page.Locator("h1")).ToContainTextAsync("合并两个人的修改");
        await second.IsSoundAsync();
        await second.Page.Locator("[data-merge='/note'] input[value=Mine]").CheckAsync();
        await second.PressAsync("按选择合并并保存");

        await Expect(second.Page.Locator(".hh-toast")).ToContainTextAsync("已合并并保存");
        await first.OpenEditAsync(number);
        await Expect(first.Field("Note")).ToHaveValueAsync("后保存的");
        await Expect(first.Field("BillNo")).ToHaveValueAsync("他的提单");
    }

    [Fact]
    public async Task Who_leaves_the_merge_page_without_choosing_still_has_what_was_typed()
    {
        await using var first = await portal.OpenWindowAsAsync("luggage");
        await using var second = await portal.OpenWindowAsAsync("filer");
        var number = await first.OpenDraftAsync();
        await second.OpenEditAsync(number);
        second.Expect("the server responded with a status of 409");
        await first.Field("Note").FillAsync("先保存的");
        await first.IsSavedAsync();
        await second.Field("Note").FillAsync("还没选的");
        await second.PressAsync("逐项合并");
        await Expect(second.Page.Locator("h1")).ToContainTextAsync("合并两个人的修改");

        await second.OpenEditAsync(number);
        await second.PressAsync("恢复");

        await Expect(second.Page.Locator("[data-conflict]")).ToContainTextAsync("还没选的");
    }

    [Fact]
    public async Task Where_a_value_came_from_goes_away_as_soon_as_it_is_changed()
    {
        await using var window = await portal.OpenWindowAsAsync("luggage");
        await window.OpenEditAsync(await window.OpenDraftAsync());
        var origin = window.Page.Locator("#EbcName-origin");
        await Expect(origin).ToHaveTextAsync("来自企业名录");

        await window.Field("EbcName").FillAsync("改过的名称");

        await Expect(origin).ToHaveCountAsync(0);
        await window.IsSavedAsync();
        await window.IsSoundAsync();
    }
}
