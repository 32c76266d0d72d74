using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.BrowserTests.SignIns;
using HuaihuaPilotZone.BrowserTests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HuaihuaPilotZone.BrowserTests.Look;

/// <summary>The pages of the second step and the question before dangerous acts: picture, secret, codes, refusals, in every look.</summary>
public sealed class LookingAtSecondStepsTests(LivePortal portal)
{
    [Theory]
    [InlineData("light", "normal")]
    [InlineData("dark", "normal")]
    [InlineData("light", "more")]
    public async Task The_pages_of_the_second_step_are_sound_in_every_look(string theme, string contrast)
    {
        var name = $"two.looks.{theme}.{contrast}";
        var userId = await portal.HasTwoStepPersonAsync(name);
        await using var window = await portal.OpenWindowAsAsync(name);
        await window.ChooseLookAsync(theme, contrast);
        var page = window.Page;
        Task LookAsync() => LookAtAsync(window, theme, contrast);

        await window.OpenAsync("/account/second-factor");
        await LookAsync();
        await portal.ProvedLongAgoAsync(userId);
        await window.OpenAsync("/account/confirm?returnUrl=%2Faccount%2Fsecond-factor%2Fdevice");
        await LookAsync();
        await AnswerAsync(window, "StepUpProof", "not-this-one", "确认并继续");
        await Expect(page.Locator(".hh-errsum")).ToBeVisibleAsync();
        await LookAsync();
        await AnswerAsync(window, "StepUpProof", DemonstrationAccounts.Password, "确认并继续");

        await Expect(page.Locator(".hh-qr svg")).ToBeVisibleAsync();
        await LookAsync();
        var secret = (await page.Locator("[data-secret]").TextContentAsync())!.Replace(" ", "", StringComparison.Ordinal);
        await AnswerAsync(window, "Code", "000000", "确认");
        await Expect(page.Locator(".hh-errsum")).ToBeVisibleAsync();
        await LookAsync();
        await AnswerAsync(window, "Code", portal.CodeOf(secret, 0), "确认");
        await Expect(page.Locator("[data-recovery-codes] li")).ToHaveCountAsync(10);
        await LookAsync();
        await window.OpenAsync("/account/second-factor");
        await LookAsync();

        await portal.ProvedLongAgoAsync(userId);
        await window.OpenAsync("/account/confirm?returnUrl=%2Faccount%2Fsessions");
        await LookAsync();
        await window.OpenAsync("/account/sessions");
        await LookAsync();
        await page.EvaluateAsync("() => document.querySelector(\"form[action='/account/logout']\").requestSubmit()");
        await Expect(page.Locator("form[action='/account/logout']")).ToHaveCountAsync(0);

        await window.SignInAsync(name, DemonstrationAccounts.Password);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "输入验证码" })).ToBeVisibleAsync();
        await LookAsync();
        await AnswerAsync(window, "Code", "000000", "登录");
        await Expect(page.Locator(".hh-errsum")).ToBeVisibleAsync();
        await LookAsync();
        await window.OpenAsync("/en/account/code");
        await LookAsync();
    }

    private static async Task AnswerAsync(Window window, string field, string answer, string button)
    {
        await window.Page.Locator($"main [name={field}]").FillAsync(answer);
        await window.Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
    }

    private static async Task LookAtAsync(Window window, string theme, string contrast)
    {
        if (theme == "light" && contrast == "normal")
        {
            await window.IsSoundAsync();
            return;
        }
        await window.IsSoundInLookAsync(Window.Phone, theme + contrast);
        await window.IsSoundInLookAsync(Window.Desktop, theme + contrast);
    }
}
