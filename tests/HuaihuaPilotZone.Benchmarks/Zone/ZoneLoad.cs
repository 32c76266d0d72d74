using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using HuaihuaPilotZone.Accounts;
using static System.FormattableString;

namespace HuaihuaPilotZone.Benchmarks.Zone;

/// <summary>So many people at once, each asking for the next thing as soon as the last is answered; how long each kind of request took.</summary>
internal sealed partial class ZoneLoad(ZoneTraffic traffic, string root, bool isBare) : IDisposable
{
    private readonly Dictionary<Who, HttpClient> _clients = [];
    private readonly ConcurrentDictionary<string, ConcurrentBag<double>> _times = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _failures = new(StringComparer.Ordinal);

    /// <summary>Milliseconds by kind of request, in order.</summary>
    public IReadOnlyDictionary<string, List<double>> Times => _times.ToDictionary(t => t.Key, t => t.Value.Order().ToList(), StringComparer.Ordinal);

    /// <summary>Answers that were none, by kind and status.</summary>
    public IReadOnlyDictionary<string, int> Failures => _failures;

    public double PerSecond { get; private set; }

    public async Task SignInAsync()
    {
        foreach (var who in Enum.GetValues<Who>()) _clients[who] = Client();
        _clients[Who.Program].DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", traffic.FilingKey);
        _clients[Who.Carrier].DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", traffic.CarrierKey);
        if (isBare) return;
        await SignInAsync(_clients[Who.Filer], "filer");
        await SignInAsync(_clients[Who.BusyFiler], "tea");
        await SignInAsync(_clients[Who.Staff], "admin");
        // the next code but one: the last one was used up when the app was set up
        await PostAsync(_clients[Who.Staff], "/account/code", [new("Code", ZoneTraffic.CodeOf(traffic.StaffSecret, DateTime.UtcNow.AddSeconds(30)))]);
    }

    /// <param name="counts">False: to get warm.</param>
    public async Task RunAsync(TimeSpan length, int people, bool counts)
    {
        var requests = traffic.Requests();
        var watch = Stopwatch.StartNew();
        var done = await Task.WhenAll(Enumerable.Range(0, people).Select(async person =>
        {
            var random = new Random(person);
            var answered = 0;
            while (watch.Elapsed < length)
            {
                await AskAsync(Draw(requests, random), random.Next(), counts);
                answered++;
            }
            return answered;
        }));
        PerSecond = done.Sum() / watch.Elapsed.TotalSeconds;
    }

    public void Dispose()
    {
        foreach (var client in _clients.Values) client.Dispose();
    }

    private static ZoneRequest Draw(IReadOnlyList<ZoneRequest> requests, Random random)
    {
        var at = random.Next(requests.Sum(r => r.Share));
        return requests.First(r => (at -= r.Share) < 0);
    }

    private async Task AskAsync(ZoneRequest request, int number, bool counts)
    {
        using var message = (isBare ? request.Bare : request.Portal)(number);
        var watch = Stopwatch.StartNew();
        using var answer = await _clients[request.By].SendAsync(message, HttpCompletionOption.ResponseContentRead);
        if (!counts) return;
        if (answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.Accepted) _times.GetOrAdd(request.Name, _ => []).Add(watch.Elapsed.TotalMilliseconds);
        else _failures.AddOrUpdate(Invariant($"{request.Name}: {(int)answer.StatusCode}"), 1, (_, n) => n + 1);
    }

    private HttpClient Client()
    {
        var client = new HttpClient(new BehindProxy()) { BaseAddress = new Uri(root) };
        client.DefaultRequestHeaders.Add("Accept-Encoding", "br");
        return client;
    }

    private static Task SignInAsync(HttpClient client, string name) => PostAsync(client, "/account/login", [new("Name", name), new("Password", DemonstrationAccounts.Password)]);

    /// <exception cref="InvalidOperationException">The form came back.</exception>
    private static async Task PostAsync(HttpClient client, string address, IEnumerable<KeyValuePair<string, string>> fields)
    {
        var page = new Uri(address, UriKind.Relative);
        using var ask = new HttpRequestMessage(HttpMethod.Get, page);
        ask.Headers.AcceptEncoding.ParseAdd("identity");
        using var shown = await client.SendAsync(ask);
        var token = Token().Match(await shown.Content.ReadAsStringAsync()).Groups["token"].Value;
        using var form = new FormUrlEncodedContent([.. fields, new("__RequestVerificationToken", token)]);
        using var answer = await client.PostAsync(page, form);
        if (answer.StatusCode != HttpStatusCode.Redirect) throw new InvalidOperationException($"{address} did not let in: {(int)answer.StatusCode}.");
    }

    /// <summary>Speaks for a proxy that ends the encryption: the portal's cookies are for encrypted connections only, and a container of cookies would keep them back.</summary>
    private sealed class BehindProxy() : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        private readonly ConcurrentDictionary<string, string> _cookies = new(StringComparer.Ordinal);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Add("X-Forwarded-Proto", "https");
            if (!_cookies.IsEmpty) request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(c => $"{c.Key}={c.Value}")));
            var answer = await base.SendAsync(request, cancellationToken);
            if (!answer.Headers.TryGetValues("Set-Cookie", out var set)) return answer;
            foreach (var cookie in set.Select(c => c.Split(';')[0].Split('=', 2)))
            {
                if (cookie[1].Length > 0) _cookies[cookie[0]] = cookie[1];
                else _cookies.TryRemove(cookie[0], out _);
            }
            return answer;
        }
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
