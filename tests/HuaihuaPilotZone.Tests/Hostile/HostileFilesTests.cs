using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using HuaihuaPilotZone.Tests.Api;
using HuaihuaPilotZone.Tests.Files;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Hostile;

/// <summary>
/// Every form that takes a file and every call that takes a body gets files that would blow up, read what lies on this machine, are two things
/// at once, or are named after another folder.
/// </summary>
[Collection(OnHostileGround.Name)]
public sealed class HostileFilesTests(HostileGround ground)
{
    /// <summary>Stands in a file of this machine that no answer may quote.</summary>
    private const string Planted = "PLANTED-ON-THIS-MACHINE";

    private const int LongestSeconds = 60;

    private static readonly string _planted = Plant();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_form_is_harmed_by_a_file()
    {
        var forms = ground.Forms.Where(f => f.Files.Count > 0).ToList();
        Assert.True(forms.Count > 8, $"Only {forms.Count} forms take files.");
        var offences = new List<string>();
        foreach (var form in forms)
        {
            foreach (var (name, content) in Files())
            {
                using var body = new MultipartFormDataContent();
                foreach (var (key, value) in form.Fields) body.Add(new StringContent(value), key);
                foreach (var field in form.Files)
                {
                    var part = new ByteArrayContent(content);
                    part.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
                    body.Add(part, field, name);
                }
                await SendAsync(form.Person, HttpMethod.Post, form.Address, body, [], $"{form}: {name}", offences);
            }
        }

        Rule.HoldsEverywhere(offences);
    }

    [Fact]
    public async Task No_call_is_harmed_by_what_it_carries()
    {
        var key = await ApiSystem.KeyAsync(ground.Portal);
        var offences = new List<string>();
        foreach (var address in new[] { "/api/v1/pre-check", "/api/v1/declarations", "/api/v1/declarations/batch", "/api/v1/receipts", "/api/v1/events", "/api/v1/readings" })
        {
            foreach (var (name, type, content) in Bodies())
            {
                using var body = new ByteArrayContent(content);
                body.Headers.ContentType = new MediaTypeHeaderValue(type);
                await SendAsync("nobody", HttpMethod.Post, address, body, [("Authorization", $"Bearer {key}")], $"{address}: {name}", offences);
            }
        }

        Rule.HoldsEverywhere(offences);
    }

    [Theory]
    [InlineData(2_000, HttpStatusCode.OK)]
    [InlineData(2_001, HttpStatusCode.BadRequest)]
    public async Task A_small_file_cannot_ask_for_an_endless_answer(int lines, HttpStatusCode expected)
    {
        using var body = new StringContent($"{{\"tradeMode\":\"9610\",\"goods\":[{string.Join(',', Enumerable.Repeat("{}", lines))}]}}", Encoding.UTF8, "application/json");

        using var answer = await ground.Visitors["nobody"].Client.PostAsync(new Uri("/api/v1/pre-check", UriKind.Relative), body, Cancellation);

        Assert.Equal(expected, answer.StatusCode);
        if (expected == HttpStatusCode.BadRequest) Assert.Contains("2,000", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_kept_has_a_plain_name_without_a_folder()
    {
        var names = await ground.Portal.WithDatabaseAsync(db => db.StoredFiles.AsNoTracking().OrderBy(f => f.Id).Take(1000).Select(f => f.Name).ToListAsync(Cancellation));

        Rule.HoldsEverywhere(names.Where(n => n.Contains('/', StringComparison.Ordinal) || n.Contains('\\', StringComparison.Ordinal) || n.Any(char.IsControl) || n.Contains('\u202E', StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("/media/..%2f..%2fappsettings.json")]
    [InlineData("/media/%2e%2e%2f%2e%2e%2fportal.db")]
    [InlineData("/..%2fappsettings.json")]
    [InlineData("/css/..%2f..%2fappsettings.json")]
    [InlineData("/%2e%2e/%2e%2e/appsettings.json")]
    [InlineData("/..%5c..%5cappsettings.json")]
    [InlineData("/openapi/..%2f..%2fappsettings.json")]
    [InlineData("/appsettings.json")]
    [InlineData("/App_Data/portal.db")]
    [InlineData("/.git/config")]
    [InlineData("/web.config")]
    [InlineData("/feeds/news/..%2f..%2fx.atom")]
    [InlineData("/sitemap/..%2f1.xml")]
    public async Task No_address_leads_out_of_the_site(string address)
    {
        using var answer = await ground.Visitors["nobody"].Client.GetAsync(new Uri(address, UriKind.Relative), Cancellation);

        Assert.True((int)answer.StatusCode is 302 or 400 or 404, $"{(int)answer.StatusCode}");
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.DoesNotContain("ConnectionStrings", text, StringComparison.Ordinal);
        Assert.DoesNotContain("SQLite format", text, StringComparison.Ordinal);
    }

    private async Task SendAsync(string person, HttpMethod method, string address, HttpContent body, (string Name, string Value)[] headers, string name, List<string> offences)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative)) { Content = body };
        foreach (var (header, value) in headers) request.Headers.TryAddWithoutValidation(header, value);
        var watch = Stopwatch.StartNew();
        using var answer = await ground.Visitors[person].Client.SendAsync(request, Cancellation);
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        if ((int)answer.StatusCode >= 500) offences.Add($"{name}: {(int)answer.StatusCode}");
        if (text.Contains(Planted, StringComparison.Ordinal)) offences.Add($"{name}: the answer quotes a file of this machine");
        if (text.Contains("Exception", StringComparison.Ordinal)) offences.Add($"{name}: the answer speaks of an exception");
        if (watch.Elapsed.TotalSeconds > LongestSeconds) offences.Add($"{name}: took {watch.Elapsed.TotalSeconds:0} s");
    }

    private static IEnumerable<(string Name, byte[] Content)> Files()
    {
        yield return ("bomb.xml", Text(Laughs()));
        yield return ("entity.xml", Text(Entity()));
        yield return ("parameter.xml", Text(ParameterEntity()));
        yield return ("deep.xml", Text(string.Concat(Enumerable.Repeat("<a>", 100_000))));
        yield return ("bomb.xlsx", SampleFiles.Zip((SampleFiles.OfficeTypes, Plain("<Types/>")), ("xl/workbook.xml", Zeros(300)), ("xl/worksheets/sheet1.xml", Zeros(300))));
        yield return ("entity.xlsx", SampleFiles.Zip((SampleFiles.OfficeTypes, "<Types/>"), ("xl/workbook.xml", Entity()), ("xl/worksheets/sheet1.xml", Laughs()), ("xl/sharedStrings.xml", Laughs())));
        yield return ("many.xlsx", SampleFiles.Zip([.. Enumerable.Range(0, 20_000).Select(i => ($"xl/x{i}.xml", Plain(""))).Prepend((SampleFiles.OfficeTypes, Plain("<Types/>")))]));
        yield return ("bomb.docx", SampleFiles.Zip((SampleFiles.OfficeTypes, Plain("<Types/>")), ("word/document.xml", Zeros(300))));
        yield return ("entity.docx", SampleFiles.Zip((SampleFiles.OfficeTypes, "<Types/>"), ("word/document.xml", Entity()), ("docProps/core.xml", Entity())));
        yield return ("slip.xlsx", SampleFiles.Zip((SampleFiles.OfficeTypes, "<Types/>"), ("../../../../tmp/slipped.xml", "x"), ("xl/workbook.xml", "<w/>")));
        yield return ("both.png", [.. SampleFiles.Png(), .. SampleFiles.Zip(("a", "b"))]);
        yield return ("page.png", Text("<html><script>alert(1)</script>"));
        yield return ("page.pdf", [.. SampleFiles.Pdf("<html><script>alert(1)</script>"), .. Text("<html>")]);
        yield return ("page.html", Text("<html><script>alert(1)</script>"));
        yield return ("page.svg", Text("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"));
        yield return ("../../../tmp/up.csv", Text("a,b\n1,2\n"));
        yield return ("..\\..\\up.csv", Text("a,b\n1,2\n"));
        yield return ("\u202Efdp.csv", Text("a,b\n1,2\n"));
        yield return ("wide.csv", Text(string.Join(',', Enumerable.Repeat("x", 50_000)) + "\n" + string.Join(',', Enumerable.Repeat("1", 50_000))));
        yield return ("open.csv", Text("a,b\n\"1,2\n"));
        yield return ("zero.csv", [.. Text("a,b\n"), 0, 0, 0, .. Text(",\uFFFE\n")]);
        yield return ("empty.xlsx", []);
    }

    private static IEnumerable<(string Name, string Type, byte[] Content)> Bodies()
    {
        yield return ("bomb", "application/xml", Text(Laughs()));
        yield return ("entity", "application/xml", Text(Entity()));
        yield return ("parameter entity", "text/xml", Text(ParameterEntity()));
        yield return ("deep XML", "application/xml", Text(string.Concat(Enumerable.Repeat("<a>", 200_000))));
        yield return ("deep JSON", "application/json", Text(new string('[', 200_000)));
        yield return ("deep objects", "application/json", Text(string.Concat(Enumerable.Repeat("{\"a\":", 100_000))));
        yield return ("huge", "application/json", Text($"{{\"note\":\"{new string('长', 3_000_000)}\"}}"));
        yield return ("many lines", "application/json", Text($"{{\"tradeMode\":\"9610\",\"goods\":[{string.Join(',', Enumerable.Repeat("{}", 200_000))}]}}"));
        yield return ("huge number", "application/json", Text($"{{\"packNo\":{new string('9', 100_000)}}}"));
        yield return ("same name often", "application/json", Text($"{{{string.Join(',', Enumerable.Repeat("\"tradeMode\":\"9610\"", 50_000))}}}"));
        yield return ("half a pair", "application/json", Text("{\"tradeMode\":\"9610\",\"note\":\"\\ud800\",\"events\":[{\"eventID\":\"\\udc00\"}],\"readings\":[{\"device\":\"\\ud800\"}]}"));
        yield return ("half a pair as name", "application/json", Text("{\"\\ud800\":1}"));
        yield return ("NUL", "application/json", Text("{\"tradeMode\":\"9610\",\"note\":\"a\\u0000b\",\"events\":[{\"eventID\":\"\\u0000\"}]}"));
        yield return ("not UTF-8", "application/json", [(byte)'{', (byte)'"', 0xC0, 0xAF, (byte)'"', (byte)':', (byte)'1', (byte)'}']);
        yield return ("prototype", "application/json", Text("{\"__proto__\":{\"isAdmin\":true},\"$type\":\"System.Diagnostics.Process\"}"));
        yield return ("nothing", "application/json", []);
        yield return ("null", "application/json", Text("null"));
        yield return ("encoding that is none", "application/xml", Text("<?xml version=\"1.0\" encoding=\"nonsense\"?><a/>"));
        yield return ("utf-7", "application/xml", Text("<?xml version=\"1.0\" encoding=\"utf-7\"?><a/>"));
    }

    private static string Laughs() => $"<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY l0 \"lol\">{string.Concat(Enumerable.Range(1, 12).Select(i => $"<!ENTITY l{i} \"{string.Concat(Enumerable.Repeat($"&l{i - 1};", 10))}\">"))}]><l>&l12;</l>";

    private static string Entity() => $"<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY f SYSTEM \"{new Uri(_planted).AbsoluteUri}\">]><CEB603Message><guid>&f;</guid></CEB603Message>";

    private static string ParameterEntity() => $"<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY % p SYSTEM \"{new Uri(_planted).AbsoluteUri}\"> %p;]><l/>";

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private static Action<Stream> Plain(string text) => s => s.Write(Text(text));

    private static Action<Stream> Zeros(int megabytes) => s =>
    {
        var block = new byte[1 << 20];
        for (var i = 0; i < megabytes; i++) s.Write(block);
    };

    private static string Plant()
    {
        var path = Path.Combine(Path.GetTempPath(), "pilotzone-planted.txt");
        File.WriteAllText(path, Planted);
        return path;
    }
}
