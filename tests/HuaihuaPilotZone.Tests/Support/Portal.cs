using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Data;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

[assembly: AssemblyFixture(typeof(HuaihuaPilotZone.Tests.Support.Portal))]

namespace HuaihuaPilotZone.Tests.Support;

/// <summary>
/// The whole portal in memory on its real migrations, with the demonstration data in it, so that other people's rows are always there.
/// One for all tests of a run: each test makes what it needs. With PILOTZONE_TEST_SQLSERVER set, the same suite runs against that server.
/// </summary>
public sealed class Portal : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly (string Key, string Value)[] _settings;
    private readonly IInterceptor[] _interceptors;
    private readonly bool _onlySeeds;

    private readonly string _folder = Directory.CreateTempSubdirectory("pilotzone-test-").FullName;
    private readonly Dictionary<string, CookieCollection> _signIns = [];
    private readonly SemaphoreSlim _gate = new(1, 1);

    public Portal()
        : this([], [])
    {
    }

    private Portal(IInterceptor[] interceptors, (string Key, string Value)[] settings, bool onlySeeds = false) => (_interceptors, _settings, _onlySeeds) = (interceptors, settings, onlySeeds);

    public TestClock Clock { get; } = new();

    /// <summary>A portal of one's own, for tests that move the clock or change the configuration. Dispose it.</summary>
    public static Portal Own(params (string Key, string Value)[] settings) => Own([], settings);

    /// <summary>A portal of one's own whose database is watched or disturbed by these. Dispose it.</summary>
    public static Portal Own(IInterceptor[] interceptors, params (string Key, string Value)[] settings)
    {
        var portal = new Portal(interceptors, settings);
        portal.CreateClient().Dispose();
        return portal;
    }

    /// <summary>Migrates and seeds in this folder and does nothing else: no worker runs there.</summary>
    internal static async Task SeedAsync(string folder)
    {
        await using var portal = new Portal([], [("ConnectionStrings:Sqlite", $"Data Source={Path.Combine(folder, SeededPortal.Database)}"), ("Files:Folder", Path.Combine(folder, SeededPortal.Files))], onlySeeds: true);
        portal.CreateClient().Dispose();
    }

    /// <summary>Where mail is written as files.</summary>
    public string Outbox => Path.Combine(_folder, "outbox");

    public ValueTask InitializeAsync()
    {
        // the first client starts the portal, which migrates and seeds before it listens
        CreateClient().Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Somebody without a sign-in.</summary>
    public Visitor Visit() => Visit(new CookieContainer());

    /// <summary>
    /// Somebody signed in through the sign-in page, such as one of <see cref="DemonstrationAccounts"/>. Each call is a browser of its own:
    /// tests run side by side, and a notice for one of them must not be shown to another.
    /// </summary>
    public async Task<Visitor> VisitAsAsync(string userName, string password = DemonstrationAccounts.Password)
    {
        await _gate.WaitAsync();
        try
        {
            var cookies = new CookieContainer();
            if (_signIns.TryGetValue(userName, out var known))
            {
                cookies.Add(known);
                return Visit(cookies);
            }
            var visitor = Visit(cookies);
            var answer = await visitor.SubmitAsync("/account/login", new() { ["Name"] = userName, ["Password"] = password });
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            _signIns[userName] = cookies.GetAllCookies();
            return visitor;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Ends all sign-ins that this fixture remembers; the next visit signs in anew, as after the clock was moved on.</summary>
    public void ForgetVisitors() => _signIns.Clear();

    /// <summary>Does something in a scope of the portal's services.</summary>
    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = Services.CreateAsyncScope();
        return await act(scope.ServiceProvider);
    }

    /// <inheritdoc cref="Mailbox.ReceiveAsync"/>
    public Task<string> ReceiveAsync(string address, string about = "") => new Mailbox(Outbox).ReceiveAsync(address, about);

    /// <inheritdoc cref="Mailbox.MailsTo"/>
    public List<string> MailsTo(string address) => new Mailbox(Outbox).MailsTo(address);

    public Task<T> WithDatabaseAsync<T>(Func<PortalDbContext, Task<T>> act) => InScopeAsync(s => act(s.GetRequiredService<PortalDbContext>()));

    private Visitor Visit(CookieContainer cookies)
    {
        var client = CreateDefaultClient(new CookieContainerHandler(cookies));
        client.BaseAddress = ClientOptions.BaseAddress;
        return new Visitor(client);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        NothingPersonalInLogs.Check(Path.Combine(_folder, "logs"));
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _gate.Dispose();
        await ForgetFolderAsync();
    }

    /// <summary>A log or a mail may be written at the last moment, after the folder was read and before it is removed.</summary>
    private async Task ForgetFolderAsync()
    {
        for (var round = 0; ; round++)
        {
            try
            {
                Directory.Delete(_folder, recursive: true);
                return;
            }
            catch (IOException) when (round < 20)
            {
                await Task.Delay(100);
            }
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("ReloadStaticAssetsAtRuntime", "false");
        builder.UseSetting("Webhooks:AllowLocal", "false");
        builder.UseSetting("Https:Redirect", "false");
        builder.UseSetting("Database:SeedDemonstration", "true");
        builder.UseSetting("Database:SqliteSynchronous", "NORMAL");
        builder.UseSetting("Logs:Folder", Path.Combine(_folder, "logs"));
        builder.UseSetting("Mail:Folder", Outbox);
        builder.UseSetting("Files:Folder", Path.Combine(_folder, SeededPortal.Files));
        // tests break things on purpose: nobody has to be told
        builder.UseSetting("Operations:Alerts", "false");
        builder.UseSetting("Shutdown:ReadinessSeconds", "0");
        builder.UseSetting("Workers:StartAfterSeconds", "0");
        builder.UseSetting("Personal:Keys:test", TestKeys.Encrypting);
        builder.UseSetting("Personal:MarkKey", TestKeys.Marking);
        // all visitors of the tests come from one address
        builder.UseSetting("RateLimits:PublicForms", "100000");
        builder.UseSetting("SignIn:AddressFailures", "100000");
        builder.UseSetting("RateLimits:PreCheck", "100000");
        builder.UseSetting("RateLimits:Planner", "100000");
        builder.UseSetting("RateLimits:Api", "100000");
        builder.UseSetting("RateLimits:Events", "100000");
        builder.UseSetting("RateLimits:Tracking", "100000");
        // one person is signed in by many tests at once, and many of them move the clock
        builder.UseSetting("SignIn:MostSessions", "1000");
        builder.UseSetting("SignIn:StaffIdleMinutes", "480");
        builder.UseSetting("SignIn:StaffLongestHours", "720");
        builder.UseSetting("SignIn:StepUpMinutes", "1440");
        if (Environment.GetEnvironmentVariable("PILOTZONE_TEST_SQLSERVER") is { Length: > 0 } server)
        {
            builder.UseSetting("Database:Provider", "SqlServer");
            builder.UseSetting("Database:MigrateAtStartup", "true");
            builder.UseSetting("ConnectionStrings:SqlServer", server);
        }
        else
        {
            var database = Path.Combine(_folder, SeededPortal.Database);
            builder.UseSetting("ConnectionStrings:Sqlite", $"Data Source={database}");
            // a second host of this portal comes to what the first has begun
            if (SeededPortal.Fits(_settings) && !File.Exists(database)) SeededPortal.CopyTo(_folder);
        }
        foreach (var (key, value) in _settings) builder.UseSetting(key, value);
        builder.ConfigureServices(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock))
            .ConfigureDbContext<SqlitePortalDbContext>(o => o.AddInterceptors(_interceptors))
            .ConfigureDbContext<SqlServerPortalDbContext>(o => o.AddInterceptors(_interceptors)));
        if (_onlySeeds) builder.ConfigureServices(SeededPortal.LeaveOutWorkers);
    }
}

/// <summary>Somebody at a browser without scripts: keeps cookies, sends forms with their hidden fields and anti-forgery token.</summary>
public sealed class Visitor(HttpClient client)
{
    private static readonly HtmlParser _parser = new();

    public HttpClient Client => client;

    public Task<HttpResponseMessage> GetAsync(string address) => client.GetAsync(new Uri(address, UriKind.Relative));

    /// <summary>Opens a page that must answer 200.</summary>
    public async Task<IHtmlDocument> OpenAsync(string address)
    {
        using var answer = await GetAsync(address);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address}: {(int)answer.StatusCode}");
        return await ReadAsync(answer);
    }

    /// <summary>Opens the page, fills the form that posts (the one with the given action, else the last on the page) and sends it; what is not mentioned goes as the page has it.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(string page, Dictionary<string, string?> values, string? action = null, string? button = null)
    {
        var document = await OpenAsync(page);
        var forms = document.QuerySelectorAll("form[method=post]").OfType<IHtmlFormElement>().ToList();
        var form = action is null
            ? forms.LastOrDefault(f => f.GetAttribute("action") is not ("/account/logout" or "/preferences"))
            : forms.FirstOrDefault(f => (f.GetAttribute("action") ?? page) == action)
            ?? forms.FirstOrDefault(f => document.QuerySelectorAll("button[formaction]").OfType<IHtmlButtonElement>().Any(b => b.Form == f && b.GetAttribute("formaction") == action));
        Assert.True(form is not null, $"{page} has no form that posts to {action ?? "somewhere"}.");
        return await SendAsync(action ?? form.GetAttribute("action") ?? page, Fields(form, values, button));
    }

    /// <summary>Posts fields as they are, with a token taken from the given page. For what no form of ours would send.</summary>
    public async Task<HttpResponseMessage> ForgeAsync(string tokenPage, string address, Dictionary<string, string?> values)
    {
        var document = await OpenAsync(tokenPage);
        var token = (document.QuerySelector("input[name=__RequestVerificationToken]") as IHtmlInputElement)?.Value;
        return await SendAsync(address, [.. values.Select(v => KeyValuePair.Create(v.Key, v.Value ?? "")), KeyValuePair.Create("__RequestVerificationToken", token ?? "")]);
    }

    public static async Task<IHtmlDocument> ReadAsync(HttpResponseMessage answer) =>
        await _parser.ParseDocumentAsync(await answer.Content.ReadAsStringAsync());

    private static List<KeyValuePair<string, string>> Fields(IHtmlFormElement form, Dictionary<string, string?> values, string? button)
    {
        var left = new Dictionary<string, string?>(values, StringComparer.Ordinal);
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var element in form.Elements)
        {
            var (name, value) = element switch
            {
                IHtmlInputElement { Type: "submit" or "button" or "file" } => (null, null),
                IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } => (null, null),
                IHtmlInputElement i => (i.Name, i.Value),
                IHtmlTextAreaElement t => (t.Name, t.Value),
                IHtmlSelectElement s => (s.Name, s.Value),
                _ => (null, null),
            };
            if (string.IsNullOrEmpty(name) || element.HasAttribute("disabled")) continue;
            if (values.TryGetValue(name, out var typed))
            {
                if (!left.Remove(name)) continue;
                value = typed;
            }
            fields.Add(KeyValuePair.Create(name, value ?? ""));
        }
        fields.AddRange(left.Select(v => KeyValuePair.Create(v.Key, v.Value ?? "")));
        if (button?.Split('=', 2) is [var buttonName, var buttonValue]) fields.Add(KeyValuePair.Create(buttonName, buttonValue));
        return fields;
    }

    private Task<HttpResponseMessage> SendAsync(string address, IEnumerable<KeyValuePair<string, string>> fields)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, UriKind.Relative)) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        return client.SendAsync(request);
    }
}
