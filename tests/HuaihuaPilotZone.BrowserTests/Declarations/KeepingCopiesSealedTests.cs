using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.BrowserTests.Support;
using static Microsoft.Playwright.Assertions;

namespace HuaihuaPilotZone.BrowserTests.Declarations;

/// <summary>What a browser keeps of an unsent draft can be read by the one who typed it, after signing in again, and by nobody else who opens that browser.</summary>
public sealed class KeepingCopiesSealedTests(LivePortal portal)
{
    private const string Offer = "本机有一份未上传的修改";

    [Fact]
    public async Task A_copy_is_unreadable_on_the_device_and_to_a_colleague_and_comes_back_to_who_typed_it()
    {
        await using var window = await portal.OpenWindowAsAsync("luggage");
        var number = await window.OpenDraftAsync();
        window.Expect("net::ERR_INTERNET_DISCONNECTED");
        await window.Page.Context.SetOfflineAsync(true);
        await window.Field("OrderNo").FillAsync("SEALED-1");
        await window.Field("Goods[0].Gname").FillAsync("封存的箱子");
        await Expect(window.Page.Locator("[data-save-state]")).ToContainTextAsync("网络断开，已存在本机");
        await window.LeaveAsync();
        await window.Page.Context.SetOfflineAsync(false);

        await window.OpenAsync("/enterprise");
        var kept = await window.Page.EvaluateAsync<string>("() => JSON.stringify(Object.entries(localStorage))");
        Assert.Contains(number, kept, StringComparison.Ordinal);
        Assert.DoesNotContain("SEALED-1", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("封存的箱子", kept, StringComparison.Ordinal);

        await window.EndSessionAsync();
        await window.SignInAsync("filer", DemonstrationAccounts.Password);
        await window.OpenEditAsync(number);
        await window.IsSoundAsync();
        await Expect(window.Page.GetByText(Offer)).ToHaveCountAsync(0);
        await Expect(window.Field("OrderNo")).ToHaveValueAsync("");

        await window.EndSessionAsync();
        await window.SignInAsync("luggage", DemonstrationAccounts.Password);
        await window.OpenEditAsync(number);
        await Expect(window.Page.GetByText(Offer)).ToBeVisibleAsync();
        await window.PressAsync("恢复");
        await window.IsSavedAsync();
        await Expect(window.Field("OrderNo")).ToHaveValueAsync("SEALED-1");
        await Expect(window.Field("Goods[0].Gname")).ToHaveValueAsync("封存的箱子");
        Assert.Equal(0, await window.Page.EvaluateAsync<int>("() => Object.keys(localStorage).length"));
    }

    [Fact]
    public async Task A_copy_from_before_copies_were_sealed_is_sealed_and_offered()
    {
        await using var window = await portal.OpenWindowAsAsync("luggage");
        var number = await window.OpenDraftAsync();
        await window.Page.EvaluateAsync(
            "number => localStorage.setItem('hh-draft:' + number, JSON.stringify({ version: document.querySelector('#draft [name=Version]').value, at: Date.now(), values: [['OrderNo', 'PLAIN-1']], wasSent: false }))", number);

        await window.OpenEditAsync(number);
        await Expect(window.Page.GetByText(Offer)).ToBeVisibleAsync();
        Assert.DoesNotContain("PLAIN-1", await window.Page.EvaluateAsync<string>("() => JSON.stringify(Object.entries(localStorage))"), StringComparison.Ordinal);
        await window.PressAsync("恢复");

        await window.IsSavedAsync();
        await Expect(window.Field("OrderNo")).ToHaveValueAsync("PLAIN-1");
    }
}
