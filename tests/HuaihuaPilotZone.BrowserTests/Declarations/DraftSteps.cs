using System.Text.RegularExpressions;
using System.Xml.Linq;
using HuaihuaPilotZone.BrowserTests.Support;
using HuaihuaPilotZone.Tests.Declarations;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HuaihuaPilotZone.BrowserTests.Declarations;

/// <summary>What a filer does on the page of a draft, in one line each.</summary>
internal static partial class DraftSteps
{
    /// <summary>Answers the four questions, for a retail shipment where nothing else is said, and opens the draft in the proposed mode; gives its number.</summary>
    /// <param name="proposal">Words of the proposal that must follow.</param>
    public static async Task<string> OpenDraftAsync(this Window window, string buyer = "境外个人消费者（零售）", string worth = "不超过 5,000 元", string proposal = "建议：9610")
    {
        await window.OpenAsync("/enterprise/declarations/new");
        return await window.AnswerAsync(buyer, worth, proposal);
    }

    /// <summary>The same from the questions, to which a link has led.</summary>
    public static async Task<string> AnswerAsync(this Window window, string buyer, string worth, string proposal)
    {
        foreach (var answer in new[] { buyer, worth, "都不涉及", "不是" }) await window.Page.GetByLabel(answer, new() { Exact = true }).CheckAsync();
        await window.PressAsync("看建议");
        await Expect(window.Page.Locator("main .hh-callout")).ToContainTextAsync(proposal);
        await window.PressAsync("新建草稿");
        await Expect(window.Page).ToHaveURLAsync(EditAddress());
        // what is typed before the page's scripts run is nobody's to save
        await window.Page.WaitForLoadStateAsync(LoadState.Load);
        return window.DraftNumber();
    }

    /// <summary>The number of the document whose page is shown.</summary>
    public static string DraftNumber(this Window window) => NumberPattern().Match(window.Page.Url).Value;

    /// <summary>Files a list that passes the check and submits it; gives its number.</summary>
    public static async Task<string> SubmitListAsync(this Window window)
    {
        var number = await window.OpenDraftAsync();
        await window.FillAsync(Filing.Valid());
        await window.IsSavedAsync();
        await window.PressAsync("提交，请园区协助核对");
        await Expect(window.Page.Locator("h1")).ToContainTextAsync("已提交");
        return number;
    }

    /// <summary>A list that was submitted, passed by the reviewer and handed over; gives its number.</summary>
    public static async Task<string> FinishListAsync(this Window window, Window reviewer)
    {
        var number = await window.SubmitListAsync();
        await reviewer.PassAsync(number);
        await window.OpenAsync($"/enterprise/declarations/{number}");
        await window.Page.Locator("[name=On]").FillAsync("2026-11-22");
        await window.PressAsync("记为已移交");
        await Expect(window.Page.Locator("h1")).ToContainTextAsync("已移交");
        return number;
    }

    /// <summary>The reviewer looks at what was submitted and passes it.</summary>
    public static async Task PassAsync(this Window reviewer, string number)
    {
        await reviewer.OpenAsync($"/park/declarations/{number}");
        await reviewer.IsSoundAsync();
        await reviewer.PressAsync("核对通过");
        await Expect(reviewer.Page.Locator(".hh-toast")).ToContainTextAsync("已核对通过");
    }

    /// <summary>Downloads the message whose link begins with these words.</summary>
    public static async Task<XDocument> DownloadMessageAsync(this Window window, string words)
    {
        var download = await window.Page.RunAndWaitForDownloadAsync(() => window.Page.GetByRole(AriaRole.Link, new() { Name = words }).ClickAsync());
        await using var content = await download.CreateReadStreamAsync();
        return await XDocument.LoadAsync(content, LoadOptions.None, TestContext.Current.CancellationToken);
    }

    /// <summary>The sign-in runs out while the page stands open; an answer that is still under way could bring the cookie back.</summary>
    public static async Task EndSessionAsync(this Window window)
    {
        await window.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await window.Page.Context.ClearCookiesAsync(new() { Name = "hh-sign-in" });
    }

    public static Task OpenEditAsync(this Window window, string number) => window.OpenAsync($"/enterprise/declarations/{number}/edit");

    /// <summary>Leaves the page as somebody who closes it.</summary>
    public static Task LeaveAsync(this Window window) => window.ReopenAsync();

    /// <summary>The field of a draft by the name it is sent under.</summary>
    public static ILocator Field(this Window window, string name) => window.Page.Locator($"#draft [name='{name}']");

    public static async Task FillAsync(this Window window, IEnumerable<KeyValuePair<string, string?>> values)
    {
        foreach (var (name, value) in values)
        {
            var field = window.Field(name);
            if (await field.EvaluateAsync<bool>("f => f instanceof HTMLSelectElement")) await field.SelectOptionAsync(value ?? "");
            else await field.FillAsync(value ?? "");
        }
    }

    /// <summary>A finding of the panel, by its rule.</summary>
    public static ILocator Finding(this Window window, string rule) => window.Page.Locator($"[data-precheck] [data-rule='{rule}']");

    /// <summary>The line that says whether the draft is saved.</summary>
    public static Task IsSavedAsync(this Window window) => Expect(window.Page.Locator("[data-save-state]")).ToContainTextAsync("草稿已自动保存");

    /// <summary>Presses the button with these words in the main part of the page, or in the question that it asks.</summary>
    public static Task PressAsync(this Window window, string words) =>
        window.Page.Locator("main, dialog[open]").GetByRole(AriaRole.Button, new() { Name = words, Exact = true }).Last.ClickAsync();

    [GeneratedRegex("/enterprise/declarations/HH-[0-9]+-[0-9]+/edit", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EditAddress();

    [GeneratedRegex("HH-[0-9]{8}-[0-9]{6}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NumberPattern();
}
