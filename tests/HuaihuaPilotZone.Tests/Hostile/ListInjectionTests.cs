using System.Collections.Concurrent;
using System.Net;
using AngleSharp.Html.Dom;
using CsvHelper;
using CsvHelper.Configuration;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Hostile;

/// <summary>What is typed into lists is looked for and never carried out: neither by the database, nor by the page, nor by a spreadsheet.</summary>
[Collection(OnHostileGround.Name)]
public sealed class ListInjectionTests(HostileGround ground)
{
    private const int Side = 4;

    private static readonly string[] _hostile = ["' OR '1'='1' --", "\"; DROP TABLE \"Enterprises\"; --", "1) UNION SELECT \"PasswordHash\" FROM \"Users\" --", "%_[a-z]\\", "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>", "-99999999999999999999"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_parameter_of_any_page_is_carried_out()
    {
        var people = await ground.Portal.WithDatabaseAsync(db => Task.FromResult(db.Users.Count()));
        var parameters = Parameters();
        var tries = ground.Pages.SelectMany(p => parameters.GetValueOrDefault(Door(p.Address), []).SelectMany(n => _hostile.Select(v => (p.Person, p.Address, Name: n, Value: v)))).ToList();
        var offences = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(tries, new ParallelOptions { MaxDegreeOfParallelism = Side, CancellationToken = Cancellation }, async (t, _) =>
        {
            using var answer = await ground.Visitors[t.Person].Client.GetAsync(new Uri($"{t.Address}{(t.Address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{t.Name}={Uri.EscapeDataString(t.Value)}", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Cancellation);
            if ((int)answer.StatusCode >= 500) offences.Add($"{t.Address}?{t.Name}={t.Value}: {(int)answer.StatusCode}");
            if (answer.Content.Headers.ContentType?.MediaType != "text/html") return;
            var text = await answer.Content.ReadAsStringAsync(Cancellation);
            if (text.Contains("<script>alert(1)", StringComparison.Ordinal) || text.Contains("<img src=x", StringComparison.Ordinal)) offences.Add($"{t.Address}?{t.Name}: markup comes back as markup");
            if (text.Contains("AQAAAA", StringComparison.Ordinal)) offences.Add($"{t.Address}?{t.Name}: a password's hash is shown");
        });

        Assert.True(tries.Count > 800, $"Only {tries.Count} values were tried.");
        Rule.HoldsEverywhere(offences);
        Assert.Equal(people, await ground.Portal.WithDatabaseAsync(db => Task.FromResult(db.Users.Count())));
    }

    [Fact]
    public async Task A_wildcard_is_looked_for_as_the_sign_it_is()
    {
        var offences = new List<string>();
        var lists = 0;
        foreach (var (person, address) in ground.Pages.Where(p => !p.Address.Contains("export", StringComparison.Ordinal)))
        {
            using var all = await ground.Visitors[person].GetAsync(address);
            if (all.StatusCode != HttpStatusCode.OK || all.Content.Headers.ContentType?.MediaType != "text/html") continue;
            var page = await Visitor.ReadAsync(all);
            if (page.QuerySelector("main form[method=get] input[name=q]") is null || Rows(page) == 0) continue;
            lists++;
            // the roster is searched by the letters and digits of names: a word without any is no word, and the list stays whole
            if (address.StartsWith("/park/enterprises", StringComparison.Ordinal)) continue;
            foreach (var sign in new[] { "%", "_", "[a-z]%" })
            {
                var found = await ground.Visitors[person].OpenAsync($"{address.Split('?')[0]}?q={Uri.EscapeDataString(sign)}");
                if (found.QuerySelectorAll("main tbody tr").Any(r => r.TextContent.Trim().Length > 40 && !r.TextContent.Contains(sign[0], StringComparison.Ordinal)) && Rows(found) >= Rows(page) && Rows(page) > 1) offences.Add($"{address}: '{sign}' finds everything");
            }
        }

        Assert.True(lists > 15, $"Only {lists} lists were searched.");
        Rule.HoldsEverywhere(offences);
    }

    [Fact]
    public async Task No_export_gives_a_spreadsheet_something_to_calculate()
    {
        var offences = new List<string>();
        var (files, tamed) = (0, 0);
        foreach (var (person, address) in ground.Pages.Where(p => p.Address.Split('?')[0].EndsWith(".csv", StringComparison.Ordinal)))
        {
            using var answer = await ground.Visitors[person].GetAsync(address);
            if (answer.StatusCode != HttpStatusCode.OK) continue;
            files++;
            using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(Cancellation));
            using var csv = new CsvParser(reader, new CsvConfiguration(System.Globalization.CultureInfo.InvariantCulture) { BadDataFound = null });
            while (await csv.ReadAsync())
            {
                foreach (var cell in csv.Record ?? [])
                {
                    if (cell.StartsWith("'=", StringComparison.Ordinal)) tamed++;
                    if (cell is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] && !decimal.TryParse(cell, System.Globalization.CultureInfo.InvariantCulture, out _)) offences.Add($"{address}: {cell}");
                }
            }
        }

        Assert.True(files > 20, $"Only {files} exports were read.");
        Assert.True(tamed > 20, $"Only {tamed} formulas came to an export.");
        Rule.HoldsEverywhere(offences);
    }

    private static int Rows(IHtmlDocument page) => page.QuerySelectorAll("main tbody tr").Length;

    /// <summary>What each address binds from its query, by door.</summary>
    private Dictionary<string, IReadOnlyList<string>> Parameters() => ground.Portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true && e.Metadata.GetMetadata<ControllerActionDescriptor>() is not null)
        .GroupBy(e => Door("/" + e.RoutePattern.RawText!.TrimStart('/')), StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g.SelectMany(e => e.Metadata.GetMetadata<ControllerActionDescriptor>()!.Parameters.SelectMany(p => Names(p.Name, p.ParameterType)
            .Where(n => !e.RoutePattern.Parameters.Any(r => string.Equals(r.Name, n, StringComparison.OrdinalIgnoreCase))))).Distinct(StringComparer.Ordinal)], StringComparer.Ordinal);

    private static IEnumerable<string> Names(string name, Type type) => type == typeof(CancellationToken) ? []
        : type.Namespace?.StartsWith("HuaihuaPilotZone", StringComparison.Ordinal) == true && type is { IsClass: true } ? type.GetProperties().Where(p => p.CanWrite).Select(p => p.Name)
        : [name];

    /// <summary>An address without what changes from record to record.</summary>
    private static string Door(string address) => string.Join('/', address.Split('?')[0].Split('/').Select(p => p.StartsWith('{') || p.Any(char.IsAsciiDigit) ? "*" : p));
}
