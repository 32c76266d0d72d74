using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace HuaihuaPilotZone.BrowserTests.Support;

/// <summary>
/// One person's browser window. It writes down whatever a visitor should never meet: errors of scripts, errors in the console,
/// refused resources, and requests that leave the portal (which are aborted).
/// </summary>
public sealed class Window : IAsyncDisposable
{
    /// <summary>Fields too narrow to type into and buttons whose words are cut off.</summary>
    private const string CrampedControls = """
        () => [...document.querySelectorAll('.form-control, .form-select, .btn')].filter(c => c.checkVisibility()).flatMap(c =>
            c.matches('.btn') ? (c.scrollWidth > c.clientWidth + 1 ? [`cut off: ${c.outerHTML}`] : []) : c.offsetWidth > 0 && c.offsetWidth < 56 ? [`narrow: ${c.outerHTML}`] : [])
        """;

    /// <summary>Buttons of an action bar that lie under the tab bar of phones.</summary>
    private const string CoveredButtons = """
        () => [...document.querySelectorAll('.hh-formfoot--bar .btn')].filter(b => b.checkVisibility()).flatMap(b => {
            const { x, y, width, height } = b.getBoundingClientRect();
            return document.elementFromPoint(x + width / 2, y + height / 2)?.closest('.hh-tabbar') ? [`covered: ${b.outerHTML}`] : [];
        })
        """;

    private static readonly string _axe = new BundledAxeScriptProvider().GetScript();
    private static readonly AxeRules _everyRule = new("tag", ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]);

    /// <summary>What another look can break: a look changes colours and sizes, the elements stay as they are.</summary>
    private static readonly AxeRules _rulesOfLooks = new("rule", ["color-contrast", "link-in-text-block", "target-size"]);

    /// <summary>Links that start like a record's page and lead to none.</summary>
    private const string NotARecord = ":not([href$='/new']):not([href$='/apply']):not([href$='/invite']):not([href*='/export.'])";

    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _problems = new();
    private readonly ConcurrentBag<string> _expected = [];

    private Window(IBrowserContext context, IPage page) => (_context, Page) = (context, page);

    public static ViewportSize Desktop => new() { Width = 1440, Height = 900 };

    public static ViewportSize Phone => new() { Width = 390, Height = 844 };

    /// <summary>What a window of 1280 px shows at 400 % (WCAG 2.2, 1.4.10).</summary>
    public static ViewportSize FourTimes => new() { Width = 320, Height = 256 };

    /// <summary>What an A4 sheet shows between its margins.</summary>
    public static ViewportSize Paper => new() { Width = 680, Height = 1008 };

    public IPage Page { get; private set; }

    public static async Task<Window> OfAsync(IBrowserContext context, Uri root)
    {
        var window = new Window(context, await context.NewPageAsync());
        await context.RouteAsync(address => !address.StartsWith(root.ToString(), StringComparison.Ordinal), route =>
        {
            window._problems.Enqueue("request outside the portal: " + route.Request.Url);
            return route.AbortAsync();
        });
        window.Watch();
        return window;
    }

    /// <summary>Closes the page as somebody who closes the tab, without a question, and opens an empty one beside it.</summary>
    public async Task ReopenAsync()
    {
        var left = Page;
        Page = await _context.NewPageAsync();
        Watch();
        await left.CloseAsync();
    }

    /// <summary>Opens a page of the portal that must answer 200.</summary>
    public async Task OpenAsync(string address)
    {
        var answer = await Page.GotoAsync(address);
        Assert.True(answer is { Status: 200 }, $"{address}: {answer?.Status}");
    }

    /// <summary>
    /// Opens a page; "/news/*" is the first page of that kind that /news links to, "/declarations/*/edit" its edit page.
    /// </summary>
    public async Task OpenFirstAsync(string address)
    {
        if (address.Split('*') is not [var start, var end])
        {
            await OpenAsync(address);
            return;
        }
        await OpenAsync(start.TrimEnd('/'));
        var link = Page.Locator($"main a[href^='{start}']{(end.Length > 0 ? $"[href$='{end}']" : "")}{NotARecord}").First;
        await OpenAsync((await link.GetAttributeAsync("href"))!);
    }

    /// <summary>Words of a console error that the test brings about on purpose.</summary>
    public void Expect(string words) => _expected.Add(words);

    public async Task SignInAsync(string userName, string password)
    {
        await OpenAsync("/account/login");
        await Page.Locator("[name=Name]").FillAsync(userName);
        await Page.Locator("[name=Password]").FillAsync(password);
        await Page.Locator("main form button[type=submit]").ClickAsync();
        await Assertions.Expect(Page.Locator("[name=Password]")).ToHaveCountAsync(0);
    }

    /// <summary>Chooses a look, as the buttons in the top bar do.</summary>
    public Task ChooseLookAsync(string theme = "light", string contrast = "normal", string text = "normal") => _context.AddCookiesAsync(
        [new() { Name = "hh-prefs", Value = $"theme={theme}&contrast={contrast}&text={text}", Url = Page.Url }]);

    /// <summary>Looks at the page that is shown, on a desktop and on a phone: axe finds nothing, nothing runs over the edge, nothing went wrong so far.</summary>
    public async Task IsSoundAsync()
    {
        await IsSoundAtAsync(Phone);
        await IsSoundAtAsync(Desktop);
    }

    /// <summary>As <see cref="IsSoundAsync"/>, at one size.</summary>
    public Task IsSoundAtAsync(ViewportSize size, string photograph = "light") => IsSoundAtAsync(size, photograph, _everyRule);

    /// <summary>
    /// As <see cref="IsSoundAtAsync(ViewportSize, string)"/>, for a page that was judged by every rule in the usual look: axe asks only what a look can break.
    /// </summary>
    public Task IsSoundInLookAsync(ViewportSize size, string look) => IsSoundAtAsync(size, look, _rulesOfLooks);

    private async Task IsSoundAtAsync(ViewportSize size, string look, AxeRules rules)
    {
        await Page.SetViewportSizeAsync(size.Width, size.Height);
        await PhotographAsync(size, look);
        var offences = (await RunAxeAsync(rules)).ToList();
        var width = await Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
        if (width > size.Width) offences.Add($"the page is {width} px wide");
        offences.AddRange(await Page.EvaluateAsync<string[]>(CrampedControls));
        offences.AddRange(await Page.EvaluateAsync<string[]>(CoveredButtons));
        offences.AddRange(_problems);
        Assert.True(offences.Count == 0, $"{Page.Url} at {size.Width} px, {look}:\n{string.Join('\n', offences)}");
    }

    /// <summary>Nothing of the page runs over the edge, so that it is read without scrolling sideways.</summary>
    public async Task FitsAsync(ViewportSize size)
    {
        await Page.SetViewportSizeAsync(size.Width, size.Height);
        await PhotographAsync(size, "light");
        var wide = await Page.EvaluateAsync<string[]>("""
            () => document.documentElement.scrollWidth <= innerWidth ? [] : [`the page is ${document.documentElement.scrollWidth} px wide`, ...[...document.querySelectorAll('main *')]
                .filter(e => e.getBoundingClientRect().right > innerWidth + 1).slice(0, 5).map(e => e.outerHTML.slice(0, 120))]
            """);
        Assert.True(wide.Length == 0, $"{Page.Url} at {size.Width} px:\n{string.Join('\n', wide)}");
    }

    /// <summary>Nothing went wrong in this window so far.</summary>
    public void HasNoProblems() => Assert.True(_problems.IsEmpty, string.Join('\n', _problems));

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private void Watch()
    {
        Page.Console += (_, message) =>
        {
            if (message.Type == "error" && !_expected.Any(e => message.Text.Contains(e, StringComparison.Ordinal))) _problems.Enqueue($"console at {message.Location}: {message.Text}");
        };
        Page.PageError += (_, error) => _problems.Enqueue("script: " + error);
    }

    /// <summary>
    /// What axe has against the page. The package's own RunAxe opens a second page and carries every passed element over;
    /// asking for violations only takes a tenth of the time.
    /// </summary>
    private async Task<string[]> RunAxeAsync(AxeRules rules)
    {
        if (await Page.EvaluateAsync<bool>("() => typeof axe === 'undefined'")) await Page.EvaluateAsync(_axe);
        return await Page.EvaluateAsync<string[]>("""
            async rules => {
                const { violations } = await axe.run(document, { resultTypes: ['violations'], runOnly: rules });
                // what lay behind an edge or a bar is judged where it is scrolled to
                const isClear = e => {
                    e.scrollIntoView({ block: 'center' });
                    const { x, width, height, top, bottom } = e.getBoundingClientRect();
                    return width >= 24 && height >= 24 && [top + 1, bottom - 1].every(y => e.contains(document.elementFromPoint(x + width / 2, y)));
                };
                const counts = (v, n) => !(v.id === 'target-size' && n.failureSummary.includes('partially obscured') && isClear(document.querySelector(n.target[0])));
                return violations.flatMap(v => v.nodes.filter(n => counts(v, n)).slice(0, 5).map(n => `axe ${v.id}: ${n.failureSummary.split('\n').slice(1, 3).join(' ')} ${n.html}`));
            }
            """, new
        {
            type = rules.Type,
            values = rules.Values,
        });
    }

    /// <summary>With PILOTZONE_SCREENSHOTS set to a folder, every page that is looked at is photographed there.</summary>
    private async Task PhotographAsync(ViewportSize size, string look)
    {
        if (Environment.GetEnvironmentVariable("PILOTZONE_SCREENSHOTS") is not { Length: > 0 } folder) return;
        var name = new Uri(Page.Url).AbsolutePath.Trim('/').Replace('/', '-');
        await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{(name.Length == 0 ? "home" : name)}-{size.Width}-{look}.png"), FullPage = true });
    }

    /// <summary>Rules of axe, named by "tag" or one by one ("rule").</summary>
    private sealed record AxeRules(string Type, string[] Values);
}
