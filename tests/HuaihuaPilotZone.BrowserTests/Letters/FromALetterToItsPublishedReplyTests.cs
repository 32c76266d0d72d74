using HuaihuaPilotZone.BrowserTests.Support;
using static Microsoft.Playwright.Assertions;

namespace HuaihuaPilotZone.BrowserTests.Letters;

/// <summary>A letter from its writer, without scripts, over the handler and the editor to the public page; every page on the way is looked at.</summary>
public sealed class FromALetterToItsPublishedReplyTests(LivePortal portal)
{
    private const string Title = "浏览器来信：怎样存放委托书？";

    [Fact]
    public async Task A_letter_is_written_answered_rated_published_and_read()
    {
        await using var writer = await portal.OpenWindowAsync();
        await using var admin = await portal.OpenWindowAsAsync("admin");
        await using var editor = await portal.OpenWindowAsAsync("editor");

        var (number, code) = await WriteAsync(writer);
        await AnswerAsync(admin, number);
        await RateAsync(writer, number, code);
        await PublishAsync(editor, number);

        await writer.OpenAsync("/letters");
        await writer.IsSoundAsync();
        await writer.Page.Locator($"[data-letter='{number}'] a").ClickAsync();
        await Expect(writer.Page.Locator("h1")).ToHaveTextAsync(Title);
        await Expect(writer.Page.Locator("main")).Not.ToContainTextAsync("浏览器写信人");
        await writer.IsSoundAsync();
    }

    private static async Task<(string Number, string Code)> WriteAsync(Window window)
    {
        await window.OpenAsync("/letters/new");
        await window.IsSoundAsync();
        var page = window.Page;
        await page.Locator("[name=Kind]").SelectOptionAsync("Consultation");
        await page.Locator("[name=Title]").FillAsync(Title);
        await page.Locator("[name=Body]").FillAsync("我是浏览器写信人，电话 13800001234，想存放委托书。");
        await page.Locator("[name=Name]").FillAsync("浏览器写信人");
        await page.Locator("[name=Phone]").FillAsync("000-12345678");
        await page.Locator("[name=WantsPublication][type=checkbox]").CheckAsync();
        await page.Locator("[name=AcceptsNotice]").CheckAsync();
        await page.Locator("main form button[type=submit]").ClickAsync();
        await Expect(page.Locator("#letter-number")).ToContainTextAsync("XJ-");
        await window.IsSoundAsync();
        return (await page.Locator("#letter-number").InnerTextAsync(), await page.Locator("#letter-code").InnerTextAsync());
    }

    private static async Task AnswerAsync(Window window, string number)
    {
        await window.OpenAsync("/park/letters");
        await window.IsSoundAsync();
        await window.OpenAsync($"/park/letters/{number}");
        await window.IsSoundAsync();
        await window.Page.Locator("[name=Reply]").FillAsync("浏览器写信人您好：请到文件库存放。");
        await window.Page.Locator("form[action$='/reply'] button").ClickAsync();
        await Expect(window.Page.Locator("main")).ToContainTextAsync("来信人还没有评价");
        await window.IsSoundAsync();
    }

    private static async Task RateAsync(Window window, string number, string code)
    {
        await window.OpenAsync("/letters/status");
        await window.IsSoundAsync();
        await window.Page.Locator("[name=Number]").FillAsync(number);
        await window.Page.Locator("[name=Code]").FillAsync(code);
        await window.Page.Locator("form[action='/letters/status'] button").ClickAsync();
        await Expect(window.Page.Locator("#status")).ToContainTextAsync("请到文件库存放");
        await window.IsSoundAsync();
        await window.Page.Locator("#Rating-5").CheckAsync();
        await window.Page.Locator("form[action='/letters/rate'] button").ClickAsync();
        await Expect(window.Page.Locator("[data-rated='5']")).ToBeVisibleAsync();
    }

    private static async Task PublishAsync(Window window, string number)
    {
        await window.OpenAsync("/park/letter-publications");
        await window.IsSoundAsync();
        await window.OpenAsync($"/park/letter-publications/{number}");
        var body = await window.Page.Locator("[name=Body]").InputValueAsync();
        foreach (var secret in new[] { "浏览器写信人", "13800001234" }) Assert.DoesNotContain(secret, body, StringComparison.Ordinal);
        await window.IsSoundAsync();
        await window.Page.Locator("form[action$='" + number + "'] button").ClickAsync();
        await Expect(window.Page.Locator(".hh-apphead a[href^='/letters/']")).ToBeVisibleAsync();
    }
}
