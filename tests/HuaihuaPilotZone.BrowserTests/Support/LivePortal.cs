using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(HuaihuaPilotZone.BrowserTests.Support.LivePortal))]

namespace HuaihuaPilotZone.BrowserTests.Support;

/// <summary>
/// The whole portal on a real port, on a SQLite file of its own with the demonstration data in it, and one Chromium for all tests.
/// Without Chromium the tests are skipped with one line; where CI is set they fail, since a skip would pass unseen there.
/// </summary>
public sealed class LivePortal : WebApplicationFactory<Program>, IAsyncLifetime
{
    private const string NoBrowser = "No Chromium: install it (Debian: apt-get install chromium fonts-noto-cjk) or set PILOTZONE_CHROMIUM to a browser's path.";

    /// <summary>Longest wait for anything on a page, in milliseconds; two cores may be busy with the other suite.</summary>
    private const float Patience = 20_000;

    private static readonly string[] _arguments =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("pilotzone-browser-").FullName;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>The address of the home page.</summary>
    public Uri Root { get; private set; } = new("http://localhost");

    /// <summary>Where mail is written as files.</summary>
    public string Outbox => Path.Combine(_folder, "outbox");

    public async ValueTask InitializeAsync()
    {
        if (FindBrowser() is not { } path)
        {
            if (Environment.GetEnvironmentVariable("CI") is { Length: > 0 }) throw new InvalidOperationException(NoBrowser);
            TestContext.Current.SendDiagnosticMessage(NoBrowser);
            return;
        }
        UseKestrel(0);
        StartServer();
        Root = ClientOptions.BaseAddress;
        Assertions.SetDefaultExpectTimeout(Patience);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = _arguments });
    }

    /// <summary>A browser window of its own, with nobody signed in.</summary>
    /// <param name="hasScripts">False: a browser that runs no JavaScript.</param>
    public async Task<Window> OpenWindowAsync(bool hasScripts = true)
    {
        Assert.SkipWhen(_browser is null, NoBrowser);
        var context = await _browser.NewContextAsync(new()
        {
            BaseURL = Root.ToString(),
            Locale = "zh-CN",
            TimezoneId = "Asia/Shanghai",
            ReducedMotion = ReducedMotion.Reduce,
            JavaScriptEnabled = hasScripts,
            ViewportSize = Window.Desktop,
        });
        context.SetDefaultTimeout(Patience);
        return await Window.OfAsync(context, Root);
    }

    /// <summary>A browser window in which somebody has signed in through the sign-in page.</summary>
    public async Task<Window> OpenWindowAsAsync(string userName, string password = DemonstrationAccounts.Password, bool hasScripts = true)
    {
        var window = await OpenWindowAsync(hasScripts);
        await window.SignInAsync(userName, password);
        return window;
    }

    public override async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        await base.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("ReloadStaticAssetsAtRuntime", "false");
        builder.UseSetting("Https:Redirect", "false");
        builder.UseSetting("Operations:Alerts", "false");
        builder.UseSetting("Shutdown:ReadinessSeconds", "0");
        builder.UseSetting("Workers:StartAfterSeconds", "0");
        builder.UseSetting("Database:SeedDemonstration", "true");
        builder.UseSetting("Database:SqliteSynchronous", "NORMAL");
        builder.UseSetting("ConnectionStrings:Sqlite", $"Data Source={Path.Combine(_folder, "portal.db")}");
        builder.UseSetting("Logs:Folder", Path.Combine(_folder, "logs"));
        builder.UseSetting("Mail:Folder", Outbox);
        builder.UseSetting("RateLimits:PublicForms", "100000");
        // one person is signed in by many tests at once
        builder.UseSetting("SignIn:MostSessions", "1000");
        builder.UseSetting("RateLimits:Planner", "100000");
        // the clock of the tests stands still
        builder.UseSetting("PublicForms:LeastSeconds", "0");
        builder.ConfigureServices(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new TestClock())));
    }

    private static string? FindBrowser()
    {
        string[] usual =
        [
            "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/microsoft-edge",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            @"C:\Program Files\Google\Chrome\Application\chrome.exe",
            @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
        ];
        return (Environment.GetEnvironmentVariable("PILOTZONE_CHROMIUM") is { Length: > 0 } named ? [named] : usual).FirstOrDefault(File.Exists);
    }
}
