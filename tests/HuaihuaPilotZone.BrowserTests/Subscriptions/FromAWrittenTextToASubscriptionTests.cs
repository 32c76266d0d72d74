using System.Globalization;
using System.Text.RegularExpressions;
using HuaihuaPilotZone.BrowserTests.Support;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content.Editorial;
using HuaihuaPilotZone.Subscriptions;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HuaihuaPilotZone.BrowserTests.Subscriptions;

/// <summary>A text is written, reviewed, scheduled, published, read, found, and its reader is mailed the next one; every page on the way is looked at.</summary>
public sealed partial class FromAWrittenTextToASubscriptionTests(LivePortal portal)
{
    private const string Title = "浏览器订阅：铁海联运班列调整";
    private const string Next = "浏览器订阅：第二条通知";
    private const string Address = "browser.reader@example.invalid";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_text_is_written_reviewed_scheduled_published_read_found_and_its_reader_is_told_of_the_next()
    {
        await using var editor = await portal.OpenWindowAsAsync("editor");
        await using var reviewer = await portal.OpenWindowAsAsync("reviewer");
        await using var reader = await portal.OpenWindowAsync();

        var desk = await WriteAsync(editor, Title);
        await ReviewAsync(editor, reviewer, desk);
        await ScheduleAsync(editor, desk);
        await reader.OpenAsync("/news?column=Notice");
        await Expect(reader.Page.Locator("main")).Not.ToContainTextAsync(Title);

        await ComeOutAsync();
        await ReadAndFindAsync(reader);
        Clock.Set(Clock.GetUtcNow().AddMinutes(1));
        await SubscribeAsync(reader);
        await ConfirmAsync(reader);

        var next = await WriteAsync(editor, Next);
        await editor.Page.Locator($"form[action='{next}/submit'] button").ClickAsync();
        await Expect(editor.Page.Locator("[data-step='InReview']")).ToBeVisibleAsync();
        await reviewer.OpenAsync(next);
        await reviewer.Page.Locator($"form[action='{next}/approve'] button").ClickAsync();
        await Expect(reviewer.Page.Locator("[data-step='Approved']")).ToBeVisibleAsync();
        await editor.OpenAsync(next);
        await editor.Page.Locator($"form[action='{next}/publish'] button").ClickAsync();
        await Expect(editor.Page.Locator("[data-state='Published']")).ToBeVisibleAsync();
        await MailAsync();

        var mail = await new Mailbox(portal.Outbox).ReceiveAsync(Address, Next);
        Assert.DoesNotContain(Title, mail, StringComparison.Ordinal);
        Assert.Contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click", mail, StringComparison.Ordinal);
        await reader.OpenAsync(LinkIn(mail, "/news/"));
        await Expect(reader.Page.Locator("h1")).ToHaveTextAsync(Next);
        await LeaveAsync(reader, LinkIn(mail, "/subscriptions/leave"));
        reader.HasNoProblems();
    }

    [Fact]
    public async Task The_form_says_what_is_wrong_keeps_what_was_typed_and_the_desk_shows_the_numbers()
    {
        await using var reader = await portal.OpenWindowAsync(hasScripts: false);
        await reader.OpenAsync("/subscriptions");
        await reader.Page.Locator("[name=Address]").FillAsync("浏览器@example.invalid");
        await reader.Page.Locator("main form[action='/subscriptions'] button[type=submit]").ClickAsync();
        await Expect(reader.Page.Locator(".hh-errsum")).ToContainTextAsync("请至少选择一个主题");
        await Expect(reader.Page.Locator("#Address-error")).ToContainTextAsync("半角符号");
        await Expect(reader.Page.Locator("[name=Address]")).ToHaveValueAsync("浏览器@example.invalid");

        await using var scripted = await portal.OpenWindowAsync();
        await scripted.OpenAsync("/en/subscriptions?topic=services");
        await scripted.IsSoundAsync();
        await using var admin = await portal.OpenWindowAsAsync("admin");
        await admin.OpenAsync("/park/subscriptions");
        await admin.IsSoundAsync();
        await admin.Page.Locator("form[action='/park/subscriptions/pause'] button").ClickAsync();
        await Expect(admin.Page.Locator("#Reason-error")).ToContainTextAsync("请写明暂停的原因");
        await admin.IsSoundAsync();
    }

    /// <returns>Its address at the desk.</returns>
    private static async Task<string> WriteAsync(Window window, string title)
    {
        await window.OpenAsync("/park/news/new");
        var text = window.Page.GetByRole(AriaRole.Textbox, new() { Name = "正文" });
        await text.ClickAsync();
        await window.Page.Keyboard.TypeAsync("自下月起，班列每周增开一列。");
        await window.Page.Locator("[name=Title]").FillAsync(title);
        await window.Page.Locator("[name=Column]").SelectOptionAsync("Notice");
        await window.Page.Locator("[name=Summary]").FillAsync("班列时刻调整。");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "保存草稿" }).ClickAsync();
        await Expect(window.Page.Locator(".hh-toast")).ToContainTextAsync("草稿已保存");
        return new Uri(window.Page.Url).AbsolutePath;
    }

    private static async Task ReviewAsync(Window editor, Window reviewer, string desk)
    {
        await editor.IsSoundAsync();
        await editor.Page.Locator($"form[action='{desk}/submit'] button").ClickAsync();
        await Expect(editor.Page.Locator("[data-step='InReview']")).ToBeVisibleAsync();
        await reviewer.OpenAsync("/park/editorial");
        await reviewer.IsSoundAsync();
        await reviewer.Page.Locator($"[data-text='{desk}'] a").First.ClickAsync();
        await Expect(reviewer.Page.Locator($"form[action='{desk}/approve'] button")).ToBeVisibleAsync();
        await reviewer.IsSoundAsync();
        await reviewer.Page.Locator($"form[action='{desk}/approve'] button").ClickAsync();
        await Expect(reviewer.Page.Locator("[data-step='Approved']")).ToBeVisibleAsync();
    }

    private async Task ScheduleAsync(Window window, string desk)
    {
        await window.OpenAsync($"{desk}/schedule");
        await window.IsSoundAsync();
        var at = ChinaTime.FromUtc(Clock.GetUtcNow().UtcDateTime).AddMinutes(5).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);
        await window.Page.Locator("[name=At]").FillAsync(at);
        await window.Page.Locator("main form button").ClickAsync();
        await Expect(window.Page.Locator("[data-step='Approved']")).ToContainTextAsync("定于");
    }

    /// <summary>The time comes, and the publisher with it.</summary>
    private async Task ComeOutAsync()
    {
        Clock.Set(Clock.GetUtcNow().AddMinutes(6));
        await using var scope = portal.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ScheduledPublications>().PublishDueAsync(Cancellation);
    }

    private static async Task ReadAndFindAsync(Window window)
    {
        await window.OpenAsync("/news?column=Notice");
        await window.Page.GetByRole(AriaRole.Link, new() { Name = Title }).ClickAsync();
        await Expect(window.Page.Locator("h1")).ToHaveTextAsync(Title);
        await Expect(window.Page.Locator(".hh-prose")).ToContainTextAsync("每周增开一列");
        await window.IsSoundAsync();
        var read = new Uri(window.Page.Url).AbsolutePath;
        await window.OpenAsync($"/search?q={Uri.EscapeDataString("铁海联运班列调整")}");
        await Expect(window.Page.Locator($"[data-result='{read}']")).ToBeVisibleAsync();
        await window.IsSoundAsync();
    }

    private static async Task SubscribeAsync(Window window)
    {
        await window.OpenAsync("/news?column=Notice");
        await window.IsSoundAsync();
        await window.Page.Locator("[data-subscribe] a[href^='/subscriptions']").ClickAsync();
        await Expect(window.Page.Locator("#topic-news-Notice")).ToBeCheckedAsync();
        await window.IsSoundAsync();
        await window.Page.Locator("[name=Frequency][value=AtOnce]").CheckAsync();
        await window.Page.Locator("[name=Address]").FillAsync(Address);
        await window.Page.Locator("[name=AcceptsNotice]").CheckAsync();
        await window.Page.Locator("main form[action='/subscriptions'] button[type=submit]").ClickAsync();
        await Expect(window.Page.Locator("h1")).ToHaveTextAsync("请查收邮件");
        await window.IsSoundAsync();
    }

    private async Task ConfirmAsync(Window window)
    {
        var mail = await new Mailbox(portal.Outbox).ReceiveAsync(Address, "请确认订阅");
        await window.OpenAsync(LinkIn(mail, "/subscriptions/confirm"));
        await window.IsSoundAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "确认订阅" }).ClickAsync();
        await Expect(window.Page.Locator("h1")).ToHaveTextAsync("更改订阅");
        await Expect(window.Page.Locator(".hh-toast")).ToContainTextAsync("订阅已确认");
        await window.IsSoundAsync();
    }

    /// <summary>The round of the worker that tells subscribers.</summary>
    private async Task MailAsync()
    {
        await using var scope = portal.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Announcer>().AnnounceNewAsync(Cancellation);
        await scope.ServiceProvider.GetRequiredService<SubscriptionPost>().SendDueAsync(Cancellation);
    }

    private static async Task LeaveAsync(Window window, string address)
    {
        await window.OpenAsync(address);
        await window.IsSoundAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "退订" }).ClickAsync();
        await Expect(window.Page.Locator("#left")).ToContainTextAsync("已退订");
        await window.IsSoundAsync();
    }

    private TestClock Clock => (TestClock)portal.Services.GetRequiredService<TimeProvider>();

    private static string LinkIn(string mail, string part) =>
        new Uri(Link().Matches(mail).Select(m => m.Value).First(l => l.Contains(part, StringComparison.Ordinal))).PathAndQuery;

    [GeneratedRegex(@"https?://[^\s<>]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
