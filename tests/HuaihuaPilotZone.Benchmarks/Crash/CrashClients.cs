using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Web.Public.Developers;

namespace HuaihuaPilotZone.Benchmarks.Crash;

/// <summary>Clients that file, book and report until the portal dies under them, and remember what was acknowledged.</summary>
internal sealed partial class CrashClients(CrashPortal portal, CrashScene scene)
{
    private const int EventsPerCall = 10;

    private readonly CookieContainer _cookies = new();
    private int _next;

    /// <summary>Numbers of declarations whose submission was acknowledged.</summary>
    public ConcurrentBag<string> Submitted { get; } = [];

    /// <summary>Numbers of bookings that were acknowledged as sent.</summary>
    public ConcurrentBag<string> Booked { get; } = [];

    public ConcurrentBag<string> Events { get; } = [];

    /// <summary>Answers that no client should get while the portal is alive.</summary>
    public ConcurrentBag<string> Faults { get; } = [];

    public async Task RunAsync(CancellationToken stop)
    {
        using var filer = Client(scene.FilerKey);
        using var reporter = Client(scene.CarrierKey);
        await Task.WhenAll(
            LoopAsync(() => FileAsync(filer, stop), stop), LoopAsync(() => FileAsync(filer, stop), stop), LoopAsync(() => FileAsync(filer, stop), stop),
            LoopAsync(() => ReportAsync(reporter, stop), stop), BookAsync(stop));
    }

    /// <summary>Waits until one of each was acknowledged: a slow machine is not killed before there is anything to lose.</summary>
    public async Task BeginAsync(TimeSpan patience)
    {
        for (var until = DateTime.UtcNow + patience; DateTime.UtcNow < until && (Submitted.IsEmpty || Booked.IsEmpty || Events.IsEmpty);) await Task.Delay(50);
    }

    /// <summary>Files so many, each acknowledged before the next.</summary>
    public async Task FileAsync(int count)
    {
        using var filer = Client(scene.FilerKey);
        for (var i = 0; i < count; i++) await FileAsync(filer, CancellationToken.None);
    }

    private static async Task LoopAsync(Func<Task> act, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await act();
            }
            catch (Exception e) when (e is HttpRequestException or OperationCanceledException or IOException or JsonException)
            {
                // the portal died, or is not there yet: what was not acknowledged is not counted
                if (stop.IsCancellationRequested) return;
                await Task.Delay(50, CancellationToken.None);
            }
        }
    }

    private async Task FileAsync(HttpClient client, CancellationToken stop)
    {
        var number = $"C-{Guid.NewGuid():N}"[..20];
        using var content = new StringContent(ApiSamples.ListOf(DateOnly.FromDateTime(DateTime.UtcNow.AddHours(8)), number), Encoding.UTF8, "application/json");
        using var created = await client.PostAsync(new Uri("/api/v1/declarations", UriKind.Relative), content, stop);
        if (await AnswerAsync(created, HttpStatusCode.Created, stop) is not { } draft) return;
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/api/v1/declarations/{draft.GetProperty("number").GetString()}/submit", UriKind.Relative));
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{draft.GetProperty("version").GetInt32()}\"");
        using var submitted = await client.SendAsync(request, stop);
        if (await AnswerAsync(submitted, HttpStatusCode.OK, stop) is { } answer) Submitted.Add(answer.GetProperty("number").GetString()!);
    }

    private async Task ReportAsync(HttpClient client, CancellationToken stop)
    {
        var first = Interlocked.Add(ref _next, EventsPerCall);
        var events = Enumerable.Range(first, EventsPerCall).Select(i => new
        {
            eventID = string.Create(CultureInfo.InvariantCulture, $"C-{i}"),
            eventType = "TRANSPORT",
            eventClassifierCode = "ACT",
            transportEventTypeCode = i % 2 == 0 ? "ARRI" : "DEPA",
            eventDateTime = DateTime.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            consignment = scene.Consignment,
            location = "怀化",
            modeOfTransport = "RAIL",
        });
        using var content = new StringContent(JsonSerializer.Serialize(new { events }), Encoding.UTF8, "application/json");
        using var sent = await client.PostAsync(new Uri("/api/v1/events", UriKind.Relative), content, stop);
        if (await AnswerAsync(sent, HttpStatusCode.OK, stop) is not { } answer) return;
        foreach (var item in answer.GetProperty("items").EnumerateArray().Where(i => i.GetProperty("answer").GetString() != "refused")) Events.Add(item.GetProperty("eventID").GetString()!);
    }

    private async Task BookAsync(CancellationToken stop)
    {
        using var handler = new HttpClientHandler { CookieContainer = _cookies, AllowAutoRedirect = false };
        using var browser = new HttpClient(handler) { BaseAddress = portal.Root };
        var page = $"/enterprise/bookings/new?departure={scene.Departure}&from=huaihua&to=kunming";
        await LoopAsync(
            async () =>
            {
                using var form = await browser.GetAsync(new Uri(page, UriKind.Relative), stop);
                if (form.StatusCode != HttpStatusCode.OK)
                {
                    await SignInAsync(browser, stop);
                    return;
                }
                using var sent = await SendAsync(browser, await form.Content.ReadAsStringAsync(stop), "/enterprise/bookings/new", stop,
                    ("Departure", scene.Departure), ("From", "huaihua"), ("To", "kunming"), ("Standard20", "1"), ("Goods", "演练"), ("GrossKilograms", "1000"), ("Send", "true"));
                if (sent.StatusCode == HttpStatusCode.Redirect) Booked.Add(sent.Headers.Location!.ToString().Split('/')[^1]);
                else if (sent.StatusCode == HttpStatusCode.InternalServerError) Faults.Add($"booking: {(int)sent.StatusCode}");
            },
            stop);
    }

    private static async Task SignInAsync(HttpClient browser, CancellationToken stop)
    {
        var page = await browser.GetStringAsync(new Uri("/account/login", UriKind.Relative), stop);
        using var answer = await SendAsync(browser, page, "/account/login", stop, ("Name", "luggage"), ("Password", DemonstrationAccounts.Password));
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient browser, string page, string address, CancellationToken stop, params (string Name, string Value)[] fields)
    {
        var token = Token().Match(page).Groups[1].Value;
        var content = new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
        return browser.PostAsync(new Uri(address, UriKind.Relative), content, stop);
    }

    /// <returns>Null where it was not what was asked for.</returns>
    private async Task<JsonElement?> AnswerAsync(HttpResponseMessage answer, HttpStatusCode wanted, CancellationToken stop)
    {
        var text = await answer.Content.ReadAsStringAsync(stop);
        if (answer.StatusCode == wanted) return JsonDocument.Parse(text).RootElement;
        // busy is no fault: nothing was acknowledged, and a client sends it again
        if (answer.StatusCode is HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests) return null;
        Faults.Add($"{answer.RequestMessage?.RequestUri?.AbsolutePath}: {(int)answer.StatusCode} {text}");
        return null;
    }

    private HttpClient Client(string key)
    {
        var client = new HttpClient { BaseAddress = portal.Root, Timeout = TimeSpan.FromSeconds(30) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
