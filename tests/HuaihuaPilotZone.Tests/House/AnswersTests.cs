using System.Globalization;
using System.Net;
using System.Text.Json;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Tests.Support;

namespace HuaihuaPilotZone.Tests.House;

/// <summary>What every answer carries, what the health pages say, and what a request leaves in the log.</summary>
public sealed class AnswersTests(Portal portal)
{
    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/park", HttpStatusCode.Redirect)]
    [InlineData("/nothing-here", HttpStatusCode.NotFound)]
    [InlineData("/health/live", HttpStatusCode.OK)]
    [InlineData("/favicon.svg", HttpStatusCode.OK)]
    public async Task Nothing_comes_from_elsewhere_nothing_is_framed_and_nothing_is_guessed(string address, HttpStatusCode status)
    {
        var answer = await portal.Visit().GetAsync(address);

        Assert.Equal(status, answer.StatusCode);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("DENY", Assert.Single(answer.Headers.GetValues("X-Frame-Options")));
        Assert.EndsWith("require-trusted-types-for 'script'; trusted-types portal" + (address == "/park" ? " ProseMirrorClipboard" : ""), policy, StringComparison.Ordinal);
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Cross-Origin-Opener-Policy")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Cross-Origin-Resource-Policy")));
        Assert.All(Assert.Single(answer.Headers.GetValues("Permissions-Policy")).Split(", "), p => Assert.EndsWith("=()", p, StringComparison.Ordinal));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Cookies_are_out_of_reach_of_scripts_and_travel_only_encrypted_where_the_page_did()
    {
        using var client = portal.CreateClient(new() { BaseAddress = new Uri("https://localhost"), AllowAutoRedirect = false });
        var visitor = new Visitor(client);

        var page = await visitor.GetAsync("/account/login");
        var answer = await visitor.SubmitAsync("/account/login", new() { ["Name"] = "auditor", ["Password"] = DemonstrationAccounts.Password });

        // what is taken away carries nothing
        var cookies = page.Headers.GetValues("Set-Cookie").Concat(answer.Headers.GetValues("Set-Cookie")).Where(c => !c.Contains("=;", StringComparison.Ordinal)).ToList();
        Assert.Contains(cookies, c => c.StartsWith("hh-form=", StringComparison.Ordinal));
        Assert.Contains(cookies, c => c.StartsWith("hh-sign-in=", StringComparison.Ordinal));
        Assert.All(cookies, c => Assert.Contains("; secure", c, StringComparison.OrdinalIgnoreCase));
        Assert.All(cookies, c => Assert.Contains("; httponly", c, StringComparison.OrdinalIgnoreCase));
        Assert.All(cookies, c => Assert.Contains("; samesite=", c, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Outside_development_every_cookie_belongs_to_this_host_alone_and_travels_encrypted()
    {
        await using var own = Portal.Own(("environment", "Staging"), ("SignIn:StaffTwoFactor", "Required"));
        using var client = own.CreateClient(new() { BaseAddress = new Uri("https://localhost"), AllowAutoRedirect = false });
        var visitor = new Visitor(client);

        var answers = new List<HttpResponseMessage>
        {
            await visitor.GetAsync("/account/login"),
            await visitor.SubmitAsync("/account/login", new() { ["Name"] = "auditor", ["Password"] = DemonstrationAccounts.Password }),
            await visitor.SubmitAsync("/account/login", new() { ["Name"] = "filer", ["Password"] = DemonstrationAccounts.Password }),
            await visitor.SubmitAsync("/account/sessions", [], "/preferences"),
        };

        var cookies = answers.SelectMany(a => a.Headers.TryGetValues("Set-Cookie", out var set) ? set : []).ToList();
        foreach (var name in new[] { "hh-form", "hh-second-step", "hh-sign-in", "hh-browser", "hh-prefs" })
            Assert.Contains(cookies, c => c.StartsWith($"__Host-{name}=", StringComparison.Ordinal));
        Assert.All(cookies, c => Assert.StartsWith("__Host-hh-", c, StringComparison.Ordinal));
        Assert.All(cookies, c => Assert.Contains("; path=/", c, StringComparison.OrdinalIgnoreCase));
        Assert.All(cookies, c => Assert.DoesNotContain("; domain=", c, StringComparison.OrdinalIgnoreCase));
        Assert.All(cookies.Where(c => !c.Contains("=;", StringComparison.Ordinal)), c => Assert.Contains("; secure", c, StringComparison.OrdinalIgnoreCase));
        await visitor.OpenAsync("/enterprise");
    }

    [Fact]
    public async Task Outside_development_the_portal_is_reached_encrypted_only()
    {
        await using var own = Portal.Own(("environment", "Staging"), ("SignIn:StaffTwoFactor", "Required"), ("Https:Redirect", "true"), ("https_port", "443"));
        using var plain = own.CreateClient(new() { BaseAddress = new Uri("http://portal.example"), AllowAutoRedirect = false });
        using var encrypted = own.CreateClient(new() { BaseAddress = new Uri("https://portal.example"), AllowAutoRedirect = false });

        var led = await plain.GetAsync(new Uri("/news", UriKind.Relative), TestContext.Current.CancellationToken);
        var page = await encrypted.GetAsync(new Uri("/news", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal("https://portal.example/news", led.Headers.Location?.ToString());
        Assert.Equal("max-age=31536000; includeSubDomains", Assert.Single(page.Headers.GetValues("Strict-Transport-Security")));
    }

    [Fact]
    public async Task A_program_that_comes_without_encryption_is_told_so_and_never_led_on()
    {
        await using var own = Portal.Own(("environment", "Staging"), ("SignIn:StaffTwoFactor", "Required"), ("Https:Redirect", "true"), ("https_port", "443"));
        using var plain = own.CreateClient(new() { BaseAddress = new Uri("http://portal.example"), AllowAutoRedirect = false });

        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post })
        {
            using var answer = await plain.SendAsync(new HttpRequestMessage(method, new Uri("/api/v1/declarations", UriKind.Relative)), TestContext.Current.CancellationToken);
            Assert.Equal((HttpStatusCode.Forbidden, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
            Assert.Null(answer.Headers.Location);
            Assert.Contains("https-only", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }

        // whoever watches the portal stands beside it
        Assert.Equal(HttpStatusCode.OK, (await plain.GetAsync(new Uri("/health/live", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Signing_out_has_the_browser_clear_what_it_keeps_of_the_portal()
    {
        var person = await portal.HasPersonAsync();
        var visitor = await portal.VisitAsAsync(person.UserName!);
        Assert.False((await visitor.GetAsync("/account/sessions")).Headers.Contains("Clear-Site-Data"));

        using var answer = await visitor.SubmitAsync("/account/sessions", [], "/account/logout");

        Assert.Equal("\"storage\"", Assert.Single(answer.Headers.GetValues("Clear-Site-Data")));
        Assert.Equal("/", answer.LedTo());
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task The_health_pages_answer_strangers(string address) =>
        Assert.Equal("Healthy", await (await portal.Visit().GetAsync(address)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

    [Fact]
    public async Task A_request_leaves_its_route_status_and_person_in_the_log_and_nothing_that_was_typed()
    {
        var folder = Directory.CreateTempSubdirectory("pilotzone-log-").FullName;
        await using (var own = Portal.Own(("Logs:Folder", folder)))
        {
            await own.Visit().SubmitAsync("/account/login", new() { ["Name"] = "typed-name", ["Password"] = "typed-password" });
            await (await own.VisitAsAsync("filer")).GetAsync("/enterprise/declarations/HH-20200101-000001?q=typed-word");
            await own.Visit().GetAsync("/typed-address");
        }

        var lines = Log(folder);
        Directory.Delete(folder, recursive: true);

        Assert.Contains(lines, l => l is { Method: "POST", Route: "/account/login", Status: 200, User: null });
        Assert.Contains(lines, l => l is { Method: "GET", Route: "/enterprise/declarations/{number}", Status: 404, User: { Length: > 0 } });
        Assert.Contains(lines, l => l is { Method: "GET", Route: "/{*path}", Status: 404 });
        Assert.All(lines, l => Assert.DoesNotContain("typed-", l.Whole, StringComparison.Ordinal));
        Assert.All(lines, l => Assert.DoesNotContain("HH-20200101", l.Whole, StringComparison.Ordinal));
    }

    private static List<(string? Method, string? Route, int? Status, string? User, string Whole)> Log(string folder)
    {
        using var file = new FileStream(Assert.Single(Directory.GetFiles(folder, "*.jsonl")), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line =>
        {
            var properties = JsonDocument.Parse(line).RootElement.TryGetProperty("Properties", out var p) ? p : default;
            string? Text(string name) => properties.ValueKind == JsonValueKind.Object && properties.TryGetProperty(name, out var v) && v.ValueKind != JsonValueKind.Null ? v.ToString() : null;
            return (Text("RequestMethod"), Text("Route"), int.TryParse(Text("StatusCode"), CultureInfo.InvariantCulture, out var status) ? status : (int?)null, Text("UserId"), line);
        })];
    }
}
