using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using HuaihuaPilotZone.Tests.Api;
using HuaihuaPilotZone.Tests.Support;

namespace HuaihuaPilotZone.Tests.Hostile;

/// <summary>
/// Valid requests, recorded on every page, with something wrong about them: 500 by default, as many as PILOTZONE_MUTATIONS says otherwise,
/// from the seed PILOTZONE_SEED or a fixed one. What comes back is never a fault, never a word of the machine, and nothing of another's.
/// </summary>
[Collection(OnHostileGround.Name)]
public sealed partial class MutationTests(HostileGround ground)
{
    private const int FixedSeed = 20261122;
    private const int Usual = 500;
    private const int Side = 4;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_request_with_something_wrong_about_it_is_answered_in_plain_words()
    {
        var seed = Number("PILOTZONE_SEED", FixedSeed);
        var count = Number("PILOTZONE_MUTATIONS", Usual);
        var recorded = await RecordedAsync();
        Assert.True(recorded.Count > 500, $"Only {recorded.Count} requests were recorded.");
        var offences = new ConcurrentBag<string>();
        var statuses = new ConcurrentDictionary<int, int>();
        await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = Side, CancellationToken = Cancellation }, async (i, _) =>
        {
            // each has a source of chance of its own, so that one of them can be repeated alone
            var mutator = new Mutator(new Random(unchecked((seed * 397) ^ i)));
            var sent = mutator.Mutate(recorded[mutator.Choose(recorded.Count)]);
            var status = await SendAsync(sent, $"seed {seed}, number {i}", offences);
            statuses.AddOrUpdate(status, 1, (_, n) => n + 1);
        });

        TestContext.Current.SendDiagnosticMessage($"seed {seed}: {string.Join(", ", statuses.OrderBy(s => s.Key).Select(s => $"{s.Key} × {s.Value}"))}");
        Rule.HoldsEverywhere(offences);
        Assert.True(statuses.GetValueOrDefault(200) > count / 10, "Hardly any request came through to a page.");
        Assert.True(statuses.Count > 3, "The answers are too much alike: the mutations do not reach what they should.");
    }

    private async Task<int> SendAsync(HostileRequest sent, string name, ConcurrentBag<string> offences)
    {
        try
        {
            using var request = sent.Build();
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
            limit.CancelAfter(TimeSpan.FromSeconds(60));
            using var answer = await ground.Visitors[sent.Person].Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            var status = (int)answer.StatusCode;
            if (status >= 500) offences.Add($"{name}: {status} for {sent}");
            if (answer.Content.Headers.ContentType?.MediaType is "text/event-stream") return status;
            var text = await answer.Content.ReadAsStringAsync(limit.Token);
            if (Machine().Match(text) is { Success: true } word) offences.Add($"{name}: '{word.Value}' stands in the answer to {sent}");
            if (sent.Person is not ("admin" or "editor" or "reviewer") && text.Contains(HostileGround.Canary, StringComparison.Ordinal)) offences.Add($"{name}: what belongs to another enterprise stands in the answer to {sent}");
            return status;
        }
        // a request that no client can send is none
        catch (Exception fault) when (fault is UriFormatException or FormatException or NotSupportedException || fault is InvalidOperationException { Message: "The path contains null characters." })
        {
            return 0;
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !Cancellation.IsCancellationRequested)
        {
            offences.Add($"{name}: {fault.GetType().Name} {fault.Message} for {sent}");
            return 0;
        }
    }

    private async Task<List<HostileRequest>> RecordedAsync()
    {
        var key = await ApiSystem.KeyAsync(ground.Portal);
        var document = await ApiSystem.DocumentAsync(ground.Portal);
        (string, string)[] bearer = [("Authorization", $"Bearer {key}"), ("If-Match", "\"1\"")];
        var number = await ground.Portal.WithDatabaseAsync(db => Task.FromResult(db.Declarations.Where(d => d.EnterpriseId != ground.OtherEnterprise).OrderBy(d => d.Id).Select(d => d.Number).First().ToString()));
        return
        [
            .. ground.Pages.Select(p => new HostileRequest(p.Person, "GET", p.Address, [], null, null, [])),
            .. ground.Forms.SelectMany(f => Enumerable.Repeat(new HostileRequest(f.Person, "POST", f.Address, f.Fields, null, f.Files.Count > 0 ? "multipart/form-data" : null, []), 2)),
            .. Enumerable.Repeat(new HostileRequest("nobody", "POST", "/api/v1/pre-check", [], document, "application/json", []), 20),
            .. Enumerable.Repeat(new HostileRequest("nobody", "POST", "/api/v1/declarations", [], document, "application/json", bearer), 20),
            .. Enumerable.Repeat(new HostileRequest("nobody", "POST", "/api/v1/declarations/batch", [], $"{{\"documents\":[{document}]}}", "application/json", bearer), 10),
            .. Enumerable.Repeat(new HostileRequest("nobody", "PUT", $"/api/v1/declarations/{number}", [], document, "application/json", bearer), 10),
            .. Enumerable.Repeat(new HostileRequest("nobody", "GET", "/api/v1/declarations?limit=5", [], null, null, bearer), 10),
            .. Enumerable.Repeat(new HostileRequest("nobody", "POST", "/api/v1/events", [], """{"events":[{"eventID":"M-1","eventType":"TRANSPORT","eventClassifierCode":"ACT","transportEventTypeCode":"DEPA","eventDateTime":"2026-11-22T02:00:00Z","consignment":"X","location":"怀化"}]}""", "application/json", bearer), 10),
            .. Enumerable.Repeat(new HostileRequest("nobody", "POST", "/api/v1/readings", [], """{"readings":[{"consignment":"X","device":"D","at":"2026-11-22T02:00:00Z","temperature":4.5}]}""", "application/json", bearer), 10),
            .. Enumerable.Repeat(new HostileRequest("nobody", "POST", "/api/v1/receipts", [], await SampleAsync("/developers/samples/receipt.xml?number=" + number), "application/xml", bearer), 10),
            .. Enumerable.Repeat(new HostileRequest("nobody", "POST", "/api/v1/pre-check", [], await SampleAsync("/developers/samples/list.xml"), "application/xml", []), 20),
        ];
    }

    private async Task<string> SampleAsync(string address) => await (await ground.Visitors["nobody"].GetAsync(address)).Content.ReadAsStringAsync(Cancellation);

    private static int Number(string variable, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var said) ? said : usual;

    /// <summary>What only a machine would say.</summary>
    [GeneratedRegex(@"[A-Z][a-zA-Z]+Exception\b|\n?   at [A-Z][\w.]+\(|SQLite Error|Object reference not set|Value cannot be null|Parameter '|Stack trace|The value '|The (?:input|field|JSON) |is not valid for |HuaihuaPilotZone\.[A-Z]|Microsoft\.(?:Asp|Ent|Ext)|System\.[A-Z]\w+\.", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Machine();
}
