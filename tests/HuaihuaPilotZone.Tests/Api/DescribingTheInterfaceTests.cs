using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using HuaihuaPilotZone.ApiKeys;
using HuaihuaPilotZone.Tests.Support;
using HuaihuaPilotZone.Web.Public.Developers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Api;

/// <summary>What is said about the interface is what it does.</summary>
public sealed partial class DescribingTheInterfaceTests(Portal portal)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_route_of_the_interface_is_described_with_words_answers_and_examples()
    {
        using var document = JsonDocument.Parse(await portal.Visit().Client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative), Cancellation));
        var paths = document.RootElement.GetProperty("paths");
        var routes = portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText?.TrimStart('/').StartsWith("api/v1/", StringComparison.Ordinal) == true)
            .SelectMany(e => e.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Where(m => m != "HEAD").Select(m => (Path: "/" + e.RoutePattern.RawText!.TrimStart('/'), Method: m))).ToList();

        Assert.Equal(ApiOperations.All.Select(o => o.Line).Order(StringComparer.Ordinal), routes.Select(r => $"{r.Method} {r.Path}").Order(StringComparer.Ordinal));
        var offences = new List<string>();
        foreach (var (path, method) in routes)
        {
            if (!paths.TryGetProperty(path, out var item) || !item.TryGetProperty(method.ToLowerInvariant(), out var operation))
            {
                offences.Add($"{method} {path} is not in the document");
                continue;
            }
            if (!operation.TryGetProperty("operationId", out _) || operation.GetProperty("summary").GetString()!.Length < 3) offences.Add($"{method} {path} has no words");
            if (operation.TryGetProperty("requestBody", out var body)) offences.AddRange(WithoutExample(body, $"{method} {path} body"));
            offences.AddRange(operation.GetProperty("responses").EnumerateObject().Where(r => r.Name != "204").SelectMany(r => WithoutExample(r.Value, $"{method} {path} {r.Name}")));
            if (path != "/api/v1/pre-check" && !operation.TryGetProperty("security", out _)) offences.Add($"{method} {path} says nothing of a key");
        }

        Rule.HoldsEverywhere(offences);
        Assert.Equal(routes.Count, paths.EnumerateObject().Sum(p => p.Value.EnumerateObject().Count()));
    }

    [Fact]
    public async Task Every_line_of_the_page_works_in_its_order()
    {
        var shell = new Shell(portal, await ApiSystem.KeyAsync(portal, scopes: ApiScopes.All | ApiScopes.ReportEvents));
        var page = await portal.Visit().OpenAsync("/en/developers");
        var lines = page.QuerySelectorAll("[data-curl]").ToDictionary(l => l.GetAttribute("data-curl") is { Length: > 0 } id ? id : l.TextContent.Split("samples/")[1].Split('?', '"', ' ')[0], l => l.TextContent);
        string[] order = ["list.json", "list.xml", "lists.json", "PreCheck", "CreateMany", "Create", "List", "Show", "Replace", "Withdraw", "list.json", "Create", "Submit", "Message", "receipt.xml", "TakeReceipts", "Receipts", "events.json", "ReportEvents", "readings.json", "ReportReadings"];
        Assert.Equal(lines.Keys.Order(StringComparer.Ordinal), order.Distinct().Order(StringComparer.Ordinal));

        foreach (var id in order)
        {
            if (id == "Message") await PassAsync(shell.Number);
            // the second draft is another one
            var line = shell.Ran.Contains(id) ? lines[id].Replace("sample-1", "sample-1b", StringComparison.Ordinal) : lines[id];
            var (status, said) = await shell.RunAsync(id, line);
            Assert.True(status is >= 200 and < 300, $"{line}\n{status} {said}");
        }

        // whatever answers with a version is followed by the line that takes it
        var then = page.QuerySelectorAll("[data-then]").ToDictionary(l => l.GetAttribute("data-then")!, l => l.TextContent);
        Assert.Equal(["Create", "Replace", "Show", "Submit"], then.Keys.Order(StringComparer.Ordinal));
        Assert.All(then, t => Assert.Contains("-D head.txt", lines[t.Key], StringComparison.Ordinal));
        Assert.All(then.Values, t => Assert.Contains("VERSION=$(grep -i '^etag' head.txt", t, StringComparison.Ordinal));
        Assert.Contains("\"text\": \"放行\"", shell.Said["Receipts"], StringComparison.Ordinal);
        Assert.Contains("CEB603Message", shell.Files["CEB603.xml"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_stands_in_the_footer_and_speaks_both_languages()
    {
        var visitor = portal.Visit();
        Assert.NotNull((await visitor.OpenAsync("/")).QuerySelector("footer a[href='/developers']"));
        var page = await visitor.OpenAsync("/en/developers");

        Assert.Equal("Interface for your own systems", page.QuerySelector("h1")!.TextContent);
        Assert.DoesNotContain(page.QuerySelectorAll("main p, main h2, main h3"), e => Chinese().IsMatch(e.TextContent));
    }

    private async Task PassAsync(string number)
    {
        var reviewer = await portal.VisitAsAsync("reviewer");
        await reviewer.SubmitAsync($"/park/declarations/{number}", [], $"/park/declarations/{number}/pass");
    }

    private static IEnumerable<string> WithoutExample(JsonElement holder, string name)
    {
        if (!holder.TryGetProperty("content", out var content) || !content.EnumerateObject().Any()) return [name + " has no content"];
        return content.EnumerateObject().Where(c => !c.Value.TryGetProperty("example", out _) && !c.Value.TryGetProperty("examples", out _)).Select(c => $"{name} {c.Name} has no example");
    }

    [GeneratedRegex("[\u4e00-\u9fff]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Chinese();

    /// <summary>Runs a curl line as a shell would, with the variables of the page.</summary>
    private sealed partial class Shell(Portal portal, string key)
    {
        public Dictionary<string, string> Files { get; } = new(StringComparer.Ordinal);

        public HashSet<string> Ran { get; } = new(StringComparer.Ordinal);

        public string Number { get; private set; } = "";

        /// <summary>What was answered, by line.</summary>
        public Dictionary<string, string> Said { get; } = new(StringComparer.Ordinal);

        private string Version { get; set; } = "";

        public async Task<(int Status, string Said)> RunAsync(string id, string line)
        {
            var words = Words().Matches(line).Select(m => m.Value.Trim('"').Replace("$BASE", "", StringComparison.Ordinal).Replace("$KEY", key, StringComparison.Ordinal)
                .Replace("$NUMBER", Number, StringComparison.Ordinal).Replace("$VERSION", Version, StringComparison.Ordinal)).ToList();
            Assert.Equal("curl", words[0]);
            using var request = new HttpRequestMessage(HttpMethod.Get, (Uri?)null);
            var (headers, method, output) = (new List<(string Name, string Value)>(), (string?)null, (string?)null);
            for (var i = 1; i < words.Count; i++)
            {
                switch (words[i])
                {
                    case "-sS" or "-i": break;
                    case "-X": method = words[++i]; break;
                    case "-D": Assert.Equal("head.txt", words[++i]); break;
                    case "-o": output = words[++i]; break;
                    case "-H": headers.Add((words[++i].Split(": ")[0], words[i].Split(": ", 2)[1])); break;
                    case "--data-binary": request.Content = new StringContent(Files[words[++i].TrimStart('@')]); break;
                    default: request.RequestUri = new Uri(words[i], UriKind.Relative); break;
                }
            }
            request.Method = new HttpMethod(method ?? (request.Content is null ? "GET" : "POST"));
            if (request.Content is not null) request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
            foreach (var (name, value) in headers)
            {
                if (name == "Content-Type") request.Content!.Headers.ContentType = new MediaTypeHeaderValue(value);
                else Assert.True(request.Headers.TryAddWithoutValidation(name, value));
            }
            using var answer = await portal.Visit().Client.SendAsync(request, Cancellation);
            var said = await answer.Content.ReadAsStringAsync(Cancellation);
            Said[id] = said;
            if (output is not null) Files[output] = said;
            if (answer.Headers.Location is { } made) Number = made.OriginalString.Split('/')[^1];
            if (answer.Headers.ETag is { } tag) Version = tag.Tag.Trim('"');
            Ran.Add(id);
            return ((int)answer.StatusCode, said);
        }

        [GeneratedRegex("\"[^\"]*\"|[^ ]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
        private static partial Regex Words();
    }
}
