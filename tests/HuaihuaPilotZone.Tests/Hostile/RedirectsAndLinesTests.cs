using System.Net;
using System.Text.Json;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Tests.Support;

namespace HuaihuaPilotZone.Tests.Hostile;

/// <summary>Nobody is sent to another site, and nobody writes a header, a cookie or a line of the log of their own.</summary>
public sealed class RedirectsAndLinesTests(Portal portal)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Elsewhere { get; } =
    [
        "https://example.invalid/", "//example.invalid", "///example.invalid", "/\\example.invalid", "\\\\example.invalid", "/\t/example.invalid", " //example.invalid", "javascript:alert(1)", "data:text/html,x",
        "/%2f/example.invalid", "/@example.invalid:80\r\nSet-Cookie: a=b", "http:example.invalid", "~//example.invalid", "/\u0000/example.invalid", "\u2066//example.invalid",
    ];

    [Theory]
    [MemberData(nameof(Elsewhere))]
    public async Task After_signing_in_one_stays_on_this_site(string address)
    {
        var visitor = portal.Visit();

        var answer = await visitor.SubmitAsync($"/account/login?returnUrl={Uri.EscapeDataString(address)}", new() { ["Name"] = "filer", ["Password"] = DemonstrationAccounts.Password, ["ReturnUrl"] = address });

        // an address that cannot be read is refused with the form it stood in
        Assert.True((int)answer.StatusCode is 200 or 302 or 400, $"{(int)answer.StatusCode}");
        StaysHere(answer, mustLead: false);
    }

    [Theory]
    [MemberData(nameof(Elsewhere))]
    public async Task After_choosing_a_look_one_stays_on_this_site(string address)
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("theme", "dark"), KeyValuePair.Create("returnUrl", address)]);

        using var answer = await portal.Visit().Client.PostAsync(new Uri("/preferences", UriKind.Relative), form, Cancellation);

        StaysHere(answer);
    }

    [Theory]
    [InlineData("/news%0d%0aSet-Cookie:%20a=b")]
    [InlineData("/en/%0d%0aSet-Cookie:%20a=b")]
    [InlineData("/news/x%0d%0aLocation:%20https://example.invalid")]
    [InlineData("//example.invalid/..")]
    [InlineData("/en//example.invalid")]
    [InlineData("/%5cexample.invalid")]
    [InlineData("/news/")]
    public async Task No_address_brings_a_header_of_its_own(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("http://localhost" + address));
        using var answer = await portal.Visit().Client.SendAsync(request, Cancellation);

        Assert.True((int)answer.StatusCode < 500);
        Assert.False(answer.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(c => c.StartsWith("a=b", StringComparison.Ordinal)));
        StaysHere(answer, mustLead: false);
    }

    [Fact]
    public async Task A_name_of_several_lines_is_one_line_of_the_log()
    {
        var folder = Directory.CreateTempSubdirectory("pilotzone-lines-");
        await using (var own = Portal.Own(("Logs:Folder", folder.FullName)))
        {
            var visitor = own.Visit();
            await visitor.SubmitAsync("/account/login", new() { ["Name"] = "admin\r\n{\"Level\":\"Fatal\",\"MessageTemplate\":\"forged\"}\nforged", ["Password"] = "not-this-one" });
            using var request = new HttpRequestMessage(HttpMethod.Get, "/news?q=%0d%0aforged");
            request.Headers.TryAddWithoutValidation("User-Agent", "x\u2028forged");
            using var answer = await visitor.Client.SendAsync(request, Cancellation);
        }

        var lines = folder.GetFiles().SelectMany(f => File.ReadAllLines(f.FullName)).ToList();
        folder.Delete(recursive: true);
        Assert.NotEmpty(lines);
        foreach (var line in lines)
        {
            using var entry = JsonDocument.Parse(line);
            Assert.NotEqual("forged", entry.RootElement.GetProperty("MessageTemplate").GetString());
        }
    }

    private static void StaysHere(HttpResponseMessage answer, bool mustLead = true)
    {
        if (mustLead) Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        if (answer.Headers.Location?.OriginalString is not { } location) return;
        Assert.Matches("^/(?![/\\\\])", location.StartsWith("http://localhost/", StringComparison.Ordinal) ? location["http://localhost".Length..] : location);
        Assert.DoesNotContain(location, char.IsControl);
    }
}
