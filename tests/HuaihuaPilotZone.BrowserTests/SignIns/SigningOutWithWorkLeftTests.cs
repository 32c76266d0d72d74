using HuaihuaPilotZone.BrowserTests.Declarations;
using HuaihuaPilotZone.BrowserTests.Support;
using static Microsoft.Playwright.Assertions;

namespace HuaihuaPilotZone.BrowserTests.SignIns;

/// <summary>Signing out leaves nothing of a draft on the device, and nobody loses one unasked.</summary>
public sealed class SigningOutWithWorkLeftTests(LivePortal portal)
{
    [Fact]
    public async Task Who_signs_out_with_a_draft_that_was_never_sent_is_asked_and_then_the_browser_keeps_nothing()
    {
        await using var window = await portal.OpenWindowAsAsync("luggage");
        await window.OpenDraftAsync();
        window.Expect("net::ERR_INTERNET_DISCONNECTED");
        await window.Page.Context.SetOfflineAsync(true);
        await window.Field("OrderNo").FillAsync("LEFT-1");
        await Expect(window.Page.Locator("[data-save-state]")).ToContainTextAsync("网络断开");
        await window.LeaveAsync();
        await window.Page.Context.SetOfflineAsync(false);
        await window.OpenAsync("/enterprise");
        Assert.Equal(1, await CopiesAsync(window));

        await SignOutAsync(window);
        await Expect(window.Page.Locator("dialog[open]")).ToContainTextAsync("放弃 1 份未上传的修改？");
        await window.IsSoundAsync();
        await window.PressAsync("取消");
        await Expect(window.Page.Locator("dialog[open]")).ToHaveCountAsync(0);
        Assert.Equal(1, await CopiesAsync(window));

        await SignOutAsync(window);
        await window.PressAsync("放弃并退出");
        await Expect(window.Page.Locator("form[action='/account/logout']")).ToHaveCountAsync(0);
        Assert.Equal(0, await CopiesAsync(window));
        window.HasNoProblems();
    }

    private static async Task SignOutAsync(Window window) => await window.Page.EvaluateAsync("() => document.querySelector(\"form[action='/account/logout']\").requestSubmit()");

    private static Task<int> CopiesAsync(Window window) => window.Page.EvaluateAsync<int>("() => Object.keys(localStorage).filter(k => k.startsWith('hh-draft:')).length");
}
