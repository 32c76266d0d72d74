using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using HuaihuaPilotZone.Accounts.SignIns;
using HuaihuaPilotZone.ApiKeys;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Web.Public.Developers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OtpNet;
using static System.FormattableString;

namespace HuaihuaPilotZone.Benchmarks.Zone;

/// <summary>One kind of request: how often it comes, and what the portal and the bare server are asked for it.</summary>
/// <param name="Share">In a hundred.</param>
/// <param name="Portal">A request for a number drawn at random.</param>
/// <param name="Bare">The same of the bare server.</param>
internal sealed record ZoneRequest(string Name, int Share, Who By, Func<int, HttpRequestMessage> Portal, Func<int, HttpRequestMessage> Bare);

/// <summary>Whose sign-in a request carries.</summary>
internal enum Who
{
    Anybody,
    Filer,
    BusyFiler,
    Staff,
    Program,
    Carrier,
}

/// <summary>The mixed traffic of a zone: readers, filers, staff and feeds of events.</summary>
internal sealed class ZoneTraffic
{
    public const int EventsPerCall = 20;

    private static readonly string[] _pages = ["/", "/news", "/policies", "/corridors", "/about"];
    private static readonly string[] _words = ["出口退运", "国际班列", "箱包", "怀化", "单一窗口", "冷链", "跨境电商", "政策"];

    private readonly ZoneSize _size;
    private readonly string[] _own;
    private readonly string[] _consignments;
    private int _next;

    private ZoneTraffic(ZoneSize size, string[] own, string[] consignments, string filingKey, string carrierKey, string staffSecret) =>
        (_size, _own, _consignments, FilingKey, CarrierKey, StaffSecret) = (size, own, consignments, filingKey, carrierKey, staffSecret);

    public string FilingKey { get; }

    public string CarrierKey { get; }

    /// <summary>Of the administrator's app: park staff sign in in two steps.</summary>
    public string StaffSecret { get; }

    public IReadOnlyList<ZoneRequest> Requests() =>
    [
        new("public page that everybody reads", 30, Who.Anybody, n => Get(_pages[n % _pages.Length]), n => Get($"/same?path={_pages[n % _pages.Length]}")),
        new("one of all articles", 15, Who.Anybody, n => Get(Invariant($"/news/z-{n % _size.Articles}")), n => Get(Invariant($"/article?p=z-{n % _size.Articles}"))),
        new("search", 5, Who.Anybody, n => Get($"/search?q={_words[n % _words.Length]}"), n => Get($"/search?p={_words[n % _words.Length]}")),
        new("directory of enterprises", 5, Who.Anybody, n => Get(Invariant($"/enterprises?page={1 + (n % 25)}")), n => Get(Invariant($"/directory?p={n % 25 * 20}"))),
        new("following a consignment", 5, Who.Anybody, n => Get($"/tracking?numbers={_consignments[n % _consignments.Length]}"), n => Get($"/consignment?p={_consignments[n % _consignments.Length]}")),
        new("own declarations", 6, Who.Filer, n => Get(Invariant($"/enterprise/declarations?page={1 + (n % 5)}")), _ => Get("/declarations?p=1")),
        new("own declarations, 5 % of all", 4, Who.BusyFiler, n => Get(Invariant($"/enterprise/declarations?page={1 + (n % 5)}")), _ => Get("/declarations?p=2")),
        new("one declaration", 8, Who.Filer, n => Get($"/enterprise/declarations/{_own[n % _own.Length]}"), n => Get($"/declaration?p={_own[n % _own.Length]}")),
        new("filing a draft by the interface", 4, Who.Program, _ => Post("/api/v1/declarations", ApiSamples.ListOf(DateOnly.FromDateTime(DateTime.UtcNow), Invariant($"ZL-{Environment.ProcessId}-{Interlocked.Increment(ref _next)}"))), n => Post("/file", Invariant($"{n}"))),
        new("roster", 5, Who.Staff, n => Get(Invariant($"/park/enterprises?stage=Operating&page={1 + (n % 5)}")), n => Get(Invariant($"/roster?p={n % 5 * 20}"))),
        new("declarations to review", 5, Who.Staff, _ => Get("/park/declarations"), _ => Get("/queue?p=0")),
        new("events, twenty a call", 8, Who.Carrier, _ => Post("/api/v1/events", Events()), _ => Post("/events", Events())),
    ];

    /// <summary>Keys and numbers of the zone in a folder; the portal may not run meanwhile.</summary>
    public static async Task<ZoneTraffic> PrepareAsync(string folder, ZoneSize size)
    {
        await using var host = ZoneMaker.Host(folder);
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var keys = scope.ServiceProvider.GetRequiredService<ApiKeyService>();
        var filer = await db.Enterprises.Where(e => e.CreditCode == "91431299MA0000015J").Select(e => e.Id).SingleAsync();
        var carrier = await db.Enterprises.Where(e => e.Type == EnterpriseType.Logistics && e.Stage == EnterpriseStage.Operating).OrderBy(e => e.Id).Select(e => e.Id).FirstAsync();
        var filing = await keys.IssueAsync(filer, "量测", ApiScopes.All, null, CancellationToken.None);
        var reporting = await keys.IssueAsync(carrier, "量测", ApiScopes.ReportEvents, null, CancellationToken.None);
        var own = await db.Declarations.Where(d => d.EnterpriseId == filer && d.OrderNo!.StartsWith("Z-")).OrderBy(d => d.Id).Take(500).Select(d => d.Number).ToListAsync();
        var consignments = await db.Consignments.Where(c => c.WaybillNo!.StartsWith("Z-")).OrderBy(c => c.Id).Take(500).Select(c => c.Number).ToArrayAsync();
        return new ZoneTraffic(size, [.. own.Select(n => n.ToString())], consignments, filing.Value.Token, reporting.Value.Token, await SetUpAsync(folder, scope.ServiceProvider));
    }

    /// <summary>Sets the administrator's app up at the first time, and remembers its secret beside the database.</summary>
    private static async Task<string> SetUpAsync(string folder, IServiceProvider services)
    {
        var kept = Path.Combine(folder, "staff-secret.txt");
        if (File.Exists(kept)) return await File.ReadAllTextAsync(kept);
        var factors = services.GetRequiredService<SecondFactors>();
        var admin = await services.GetRequiredService<PortalDbContext>().Users.Where(u => u.UserName == "admin").Select(u => u.Id).SingleAsync();
        var secret = (await factors.BeginAsync(admin, CancellationToken.None)).Secret.Replace(" ", "", StringComparison.Ordinal);
        if (await factors.ConfirmAsync(admin, CodeOf(secret, DateTime.UtcNow), CancellationToken.None) is { IsDone: false }) throw new InvalidOperationException("The second factor could not be set up.");
        await File.WriteAllTextAsync(kept, secret);
        return secret;
    }

    public static string CodeOf(string secret, DateTime at) => new Totp(Base32Encoding.ToBytes(secret)).ComputeTotp(at);

    private static HttpRequestMessage Get(string address) => new(HttpMethod.Get, new Uri(address, UriKind.Relative));

    private static HttpRequestMessage Post(string address, string json)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, new Uri(address, UriKind.Relative)) { Content = new StringContent(json, Encoding.UTF8) };
        message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return message;
    }

    private string Events()
    {
        var now = DateTimeOffset.UtcNow;
        var body = new StringBuilder("{\"events\":[");
        for (var i = 0; i < EventsPerCall; i++)
        {
            var number = Interlocked.Increment(ref _next);
            body.Append(i == 0 ? "" : ",").Append(CultureInfo.InvariantCulture, $$"""
                {"eventID":"L-{{Environment.ProcessId}}-{{number}}","eventType":"TRANSPORT","eventClassifierCode":"ACT","transportEventTypeCode":"ARRI","eventDateTime":"{{now:yyyy-MM-dd'T'HH:mm:ss'Z'}}","consignment":"{{_consignments[number % _consignments.Length]}}","location":"怀化","modeOfTransport":"RAIL"}
                """);
        }
        return body.Append("]}").ToString();
    }
}
