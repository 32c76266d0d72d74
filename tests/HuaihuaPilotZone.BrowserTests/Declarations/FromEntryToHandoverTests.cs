using System.Xml.Linq;
using HuaihuaPilotZone.BrowserTests.Support;
using HuaihuaPilotZone.Tests.Customs.Messages;
using HuaihuaPilotZone.Tests.Declarations;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HuaihuaPilotZone.BrowserTests.Declarations;

/// <summary>The portal's main job from beginning to end, by three people at their own browsers; every page on the way is looked at.</summary>
public sealed class FromEntryToHandoverTests(LivePortal portal)
{
    private const string Name = "全程测试箱包有限公司";
    private const string Email = "whole.way@example.invalid";
    private const string Password = "a-good-passw0rd";

    private static readonly XNamespace _ceb = "http://www.chinaport.gov.cn/ceb";

    private readonly string _code = CreditCode.Next();

    [Fact]
    public async Task An_applicant_becomes_a_member_files_a_list_and_hands_it_over()
    {
        await using var enterprise = await portal.OpenWindowAsync();
        await using var admin = await portal.OpenWindowAsAsync("admin");
        await using var reviewer = await portal.OpenWindowAsAsync("reviewer");

        await ApplyAsync(enterprise);
        await ApproveAsync(admin);
        await AcceptInvitationAsync(enterprise);
        await FillInProfileAsync(enterprise);

        var number = await FileWithErrorsAsync(enterprise);
        await MendAndSubmitAsync(enterprise);
        await ReturnAsync(reviewer, number);
        await MendAndResubmitAsync(enterprise, number);
        await PassAsync(reviewer, number);

        await DownloadAsync(enterprise, number);
        await HandOverAsync(enterprise, number);
    }

    private async Task ApplyAsync(Window window)
    {
        await window.OpenAsync("/enterprises/apply");
        await window.IsSoundAsync();
        var page = window.Page;
        await page.GetByLabel("企业名称").FillAsync(Name);
        await page.Locator("[name=CreditCode]").FillAsync(_code);
        await page.Locator("[name=Type]").SelectOptionAsync("CrossBorderCommerce");
        await page.Locator("[name=Intent]").FillAsync("从怀化出口箱包。");
        await page.Locator("[name=ContactName]").FillAsync("全程测试联系人");
        await page.Locator("[name=ContactPhone]").FillAsync("000-12345678");
        await page.Locator("[name=ContactEmail]").FillAsync(Email);
        await page.Locator("[name=AcceptsNotice]").CheckAsync();
        await page.Locator("main form button[type=submit]").ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("RZ-20261122-");
        await window.IsSoundAsync();
    }

    private static async Task ApproveAsync(Window window)
    {
        await window.OpenAsync("/park/applications");
        await window.IsSoundAsync();
        await window.Page.GetByRole(AriaRole.Link, new() { Name = Name }).ClickAsync();
        await Expect(window.Page.Locator("h1")).ToContainTextAsync(Name);
        await window.IsSoundAsync();
        await window.PressAsync("批准入驻");
        await Expect(window.Page.Locator("#invitation-link")).ToBeVisibleAsync();
        await window.IsSoundAsync();
    }

    private async Task AcceptInvitationAsync(Window window)
    {
        var mail = await new Mailbox(portal.Outbox).ReceiveAsync(Email, Name);
        await window.OpenAsync(Mailbox.LinkIn(mail));
        await window.IsSoundAsync();
        var page = window.Page;
        await page.Locator("[name=UserName]").FillAsync("whole.way");
        await page.Locator("[name=Password]").FillAsync(Password);
        await page.Locator("[name=PasswordAgain]").FillAsync(Password);
        await page.Locator("[name=AcceptsNotice]").CheckAsync();
        await page.Locator("main form button[type=submit]").ClickAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync("全程测试联系人");
        await window.IsSoundAsync();
    }

    private async Task FillInProfileAsync(Window window)
    {
        await window.OpenAsync("/enterprise/profile/filing");
        await window.IsSoundAsync();
        foreach (var (name, value) in new Dictionary<string, string>
        {
            ["DxpId"] = "DXPENT0000000099",
            ["TransmissionCode"] = _code,
            ["TransmissionName"] = Name,
            ["PlatformCode"] = "无",
            ["PlatformName"] = "示例境外平台",
            ["CarrierCode"] = "91431299MA00000318",
            ["CarrierName"] = "示例国际货运代理有限公司",
            ["CustomsOffice"] = "4900",
            ["PortOffice"] = "7200",
        })
        {
            await window.Page.Locator($"[name={name}]").FillAsync(value);
        }
        await window.PressAsync("保存");
        await Expect(window.Page.Locator("main")).ToContainTextAsync("DXPENT0000000099");
        await window.IsSoundAsync();
    }

    private static async Task<string> FileWithErrorsAsync(Window window)
    {
        await window.OpenAsync("/enterprise/declarations/new");
        await window.IsSoundAsync();
        var number = await window.OpenDraftAsync();
        await window.IsSoundAsync();
        var wrong = Filing.Valid();
        wrong["Country"] = "502";
        wrong["OrderGoodsValue"] = "12";
        wrong["NetWeight"] = "90";
        wrong["Goods[0].TotalPrice"] = "600";
        await window.FillAsync(wrong);
        await window.PressAsync("提交，请园区协助核对");
        await Expect(window.Page.Locator("[data-error-summary]")).ToBeFocusedAsync();
        await Expect(window.Page.Locator("[data-error-summary] li")).Not.ToHaveCountAsync(0);
        await window.IsSoundAsync();
        return number;
    }

    private static async Task MendAndSubmitAsync(Window window)
    {
        foreach (var (name, mended) in new[] { ("Country", "USA"), ("Goods[0].TotalPrice", "643.2"), ("OrderGoodsValue", "643.2") })
        {
            var path = await window.Field(name).GetAttributeAsync("data-path");
            await window.Page.Locator($"[data-precheck] [data-apply][data-path='{path}'][data-value='{mended}']").ClickAsync();
            await Expect(window.Field(name)).ToHaveValueAsync(mended);
        }
        await window.Field("NetWeight").FillAsync("68.4");
        await Expect(window.Page.Locator("[data-filter=MustFix] b")).ToHaveTextAsync("0");
        await window.IsSoundAsync();
        await window.PressAsync("提交，请园区协助核对");
        await Expect(window.Page.Locator("h1")).ToContainTextAsync("已提交");
        await window.IsSoundAsync();
    }

    private static async Task ReturnAsync(Window window, string number)
    {
        await OpenReviewAsync(window, number);
        await window.IsSoundAsync();
        await window.Page.Locator("[name='Points[0].Path']").SelectOptionAsync("/packNo");
        await window.Page.Locator("[name='Points[0].Reason']").FillAsync("与装箱单不符，应为 5 件。");
        await window.PressAsync("退回修改");
        await Expect(window.Page.Locator("dialog[open]")).ToContainTextAsync(number);
        await window.IsSoundAsync();
        await window.PressAsync("退回修改");
        await Expect(window.Page.Locator(".hh-toast")).ToContainTextAsync("已退回");
        await window.IsSoundAsync();
    }

    private static async Task MendAndResubmitAsync(Window window, string number)
    {
        await window.OpenEditAsync(number);
        await Expect(window.Page.Locator("main")).ToContainTextAsync("与装箱单不符，应为 5 件。");
        await window.IsSoundAsync();
        await window.Field("PackNo").FillAsync("5");
        await window.IsSavedAsync();
        await window.PressAsync("提交，请园区协助核对");
        await Expect(window.Page.Locator("h1")).ToContainTextAsync("已提交");
    }

    private static async Task PassAsync(Window window, string number)
    {
        await OpenReviewAsync(window, number);
        await Expect(window.Page.Locator("[data-at='/packNo']").First).ToContainTextAsync("5");
        await window.IsSoundAsync();
        await window.PressAsync("核对通过");
        await Expect(window.Page.Locator(".hh-toast")).ToContainTextAsync("已核对通过");
    }

    private static async Task OpenReviewAsync(Window window, string number)
    {
        await window.OpenAsync("/park/declarations");
        await window.Page.GetByRole(AriaRole.Link, new() { Name = number }).ClickAsync();
        await Expect(window.Page.Locator("h1")).ToContainTextAsync(number);
    }

    private async Task DownloadAsync(Window window, string number)
    {
        await window.OpenAsync($"/enterprise/declarations/{number}");
        await Expect(window.Page.Locator("h1")).ToContainTextAsync("已通过");
        await window.IsSoundAsync();
        var order = await DownloadAsync(window, "下载 CEB303", _ceb + "CEB303Message");
        var list = await DownloadAsync(window, "下载 CEB603", _ceb + "CEB603Message");
        Assert.Equal(number.Replace("-", "", StringComparison.Ordinal), Value(list, "copNo"));
        Assert.Equal((_code, _code), (Value(list, "ebcCode"), Value(order, "ebcCode")));
        // old letters and numbers of the customs, derived from the codes that were filed: USA, USA264, USD, 22
        Assert.Equal(["502", "3154", "502", "2"], [Value(list, "country"), Value(list, "POD"), Value(list, "fCurrency"), Value(list, "wrapType")]);
        Assert.Equal(["5", "68.4", "643.2"], [Value(list, "packNo"), Value(list, "netWeight"), Value(list, "totalPrice")]);
        Assert.Equal(["DXPENT0000000099", "1"], [Value(list, "dxpId"), Value(list, "appStatus")]);
    }

    private static async Task<XDocument> DownloadAsync(Window window, string words, XName root)
    {
        var message = await window.DownloadMessageAsync(words);
        Assert.Equal(root, message.Root!.Name);
        Assert.Empty(SchemaChecker.Check(message));
        return message;
    }

    private static string Value(XDocument message, string element) => message.Descendants(_ceb + element).First().Value;

    private static async Task HandOverAsync(Window window, string number)
    {
        await Expect(window.Page.Locator("h1")).ToContainTextAsync("已通过");
        await window.Page.Locator("[name=On]").FillAsync("2026-11-22");
        await window.PressAsync("记为已移交");
        await Expect(window.Page.Locator("h1")).ToContainTextAsync("已移交");
        await window.IsSoundAsync();
        await window.OpenAsync($"/enterprise/declarations/{number}/print");
        await Expect(window.Page.Locator("body")).ToContainTextAsync("依法申报在国际贸易单一窗口办理");
        await window.IsSoundAsync();
    }
}
