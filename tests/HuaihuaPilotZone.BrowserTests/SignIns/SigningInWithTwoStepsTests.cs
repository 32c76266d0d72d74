using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.BrowserTests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HuaihuaPilotZone.BrowserTests.SignIns;

/// <summary>The administrator of an enterprise sets up an app, comes back with a code, and is asked once more before a dangerous act.</summary>
public sealed class SigningInWithTwoStepsTests(LivePortal portal)
{
    private const string KeyName = "示例企业系统";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_app_is_set_up_and_its_code_signs_in_and_keeps_what_was_typed(bool hasScripts)
    {
        var name = hasScripts ? "two.steps" : "two.steps.plain";
        var userId = await portal.HasTwoStepPersonAsync(name);
        await using var window = await portal.OpenWindowAsAsync(name, hasScripts: hasScripts);
        var page = window.Page;

        await window.OpenAsync("/account/second-factor");
        await LookAsync(window, hasScripts);
        await page.GetByRole(AriaRole.Link, new() { Name = "开启两步验证" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "设置两步验证" })).ToBeVisibleAsync();
        await LookAsync(window, hasScripts);
        var secret = (await page.Locator("[data-secret]").TextContentAsync())!.Replace(" ", "", StringComparison.Ordinal);
        await page.Locator("[name=Code]").FillAsync(portal.CodeOf(secret, 0));
        await page.GetByRole(AriaRole.Button, new() { Name = "确认" }).ClickAsync();
        await Expect(page.Locator("[data-recovery-codes] li")).ToHaveCountAsync(10);
        await LookAsync(window, hasScripts);
        await page.GetByRole(AriaRole.Link, new() { Name = "已保存，继续" }).ClickAsync();
        await Expect(page.GetByText("还剩 10 个")).ToBeVisibleAsync();
        await LookAsync(window, hasScripts);

        await window.OpenAsync("/account/sessions");
        await LookAsync(window, hasScripts);
        await page.GetByRole(AriaRole.Button, new() { Name = "退出" }).First.ClickAsync();

        await window.SignInAsync(name, DemonstrationAccounts.Password);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "输入验证码" })).ToBeVisibleAsync();
        await LookAsync(window, hasScripts);
        // the clock stands still, and the code of the set-up is used up
        await page.Locator("[name=Code]").FillAsync(portal.CodeOf(secret, 1));
        await page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/enterprise$", default, TimeSpan.FromSeconds(1)));

        await portal.ProvedLongAgoAsync(userId);
        await window.OpenAsync("/enterprise/api-keys");
        await page.Locator("[name=Name]").FillAsync(KeyName);
        await page.Locator("form[action='/enterprise/api-keys'] button[type=submit], form[action='/enterprise/api-keys'] button:not([type])").First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "请确认是您本人" })).ToBeVisibleAsync();
        await LookAsync(window, hasScripts);
        await portal.ForgetLastStepAsync(userId);
        await page.Locator("[name=StepUpProof]").FillAsync(portal.CodeOf(secret, 1));
        await page.GetByRole(AriaRole.Button, new() { Name = "确认并继续" }).ClickAsync();
        await Expect(page.GetByText(KeyName).First).ToBeVisibleAsync();
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/enterprise/api-keys$", default, TimeSpan.FromSeconds(1)));
        window.HasNoProblems();
    }

    /// <summary>axe is a script: without scripts only the size is looked at.</summary>
    private static async Task LookAsync(Window window, bool hasScripts)
    {
        if (hasScripts) await window.IsSoundAsync();
    }
}
