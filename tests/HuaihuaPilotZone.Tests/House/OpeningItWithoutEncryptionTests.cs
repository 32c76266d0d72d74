using System.Net;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Tests.Support;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Http;

namespace HuaihuaPilotZone.Tests.House;

/// <summary>Outside Development forms need HTTPS: a portal that has none says so, instead of breaking at every form.</summary>
public sealed class OpeningItWithoutEncryptionTests
{
    private const string Title = "这里要用加密连接（HTTPS）打开";

    [Fact]
    public async Task A_form_over_plain_http_is_answered_with_what_to_do_and_reading_goes_on()
    {
        await using var own = Outside();
        var plain = new Visitor(own.CreateClient(new() { BaseAddress = new Uri("http://portal.example"), AllowAutoRedirect = false }));

        using var form = await plain.GetAsync("/account/login");
        var page = await Visitor.ReadAsync(form);
        Assert.Equal(HttpStatusCode.Forbidden, form.StatusCode);
        Assert.Equal(Title, page.QuerySelector("h1")!.TextContent);
        Assert.Contains("http:// 改成 https://", page.Content(), StringComparison.Ordinal);
        Assert.Contains("Proxies:Known", page.Content(), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("main form"));
        Assert.False(form.Headers.Contains("Set-Cookie"));

        using var english = await plain.GetAsync("/en/account/login");
        Assert.Equal((HttpStatusCode.Forbidden, "This needs an encrypted connection (HTTPS)"), (english.StatusCode, (await Visitor.ReadAsync(english)).QuerySelector("h1")!.TextContent));
        Assert.Equal(HttpStatusCode.OK, (await plain.GetAsync("/news")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await plain.GetAsync("/health/live")).StatusCode);
    }

    [Fact]
    public async Task A_form_that_is_sent_over_plain_http_is_not_taken_and_its_cookies_stay_as_strict_as_before()
    {
        await using var own = Outside();
        var plain = new Visitor(own.CreateClient(new() { BaseAddress = new Uri("http://portal.example"), AllowAutoRedirect = false }));
        var encrypted = new Visitor(own.CreateClient(new() { BaseAddress = new Uri("https://portal.example"), AllowAutoRedirect = false }));

        using var fields = new FormUrlEncodedContent(new Dictionary<string, string> { ["Name"] = "filer", ["Password"] = DemonstrationAccounts.Password });
        using var sent = await plain.Client.PostAsync(new Uri("/account/login", UriKind.Relative), fields, TestContext.Current.CancellationToken);
        using var opened = await encrypted.GetAsync("/account/login");
        using var unproved = await encrypted.Client.PostAsync(new Uri("/account/login", UriKind.Relative), fields, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.Forbidden, Title), (sent.StatusCode, (await Visitor.ReadAsync(sent)).QuerySelector("h1")!.TextContent));
        Assert.DoesNotContain(DemonstrationAccounts.Password, await sent.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
        var cookie = Assert.Single(opened.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith("__Host-hh-form=", cookie, StringComparison.Ordinal);
        Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("max-age=31536000; includeSubDomains", Assert.Single(opened.Headers.GetValues("Strict-Transport-Security")));
        Assert.False(sent.Headers.Contains("Strict-Transport-Security"));
        // a form without its token is another matter
        Assert.Equal(HttpStatusCode.BadRequest, unproved.StatusCode);
    }

    [Fact]
    public async Task It_is_said_once_at_the_start_and_is_no_fault_of_the_program()
    {
        var folder = Directory.CreateTempSubdirectory("pilotzone-log-").FullName;
        await using (var own = Outside(("Logs:Folder", folder)))
        {
            var plain = new Visitor(own.CreateClient(new() { BaseAddress = new Uri("http://portal.example"), AllowAutoRedirect = false }));
            for (var round = 0; round < 2; round++) Assert.Equal(HttpStatusCode.Forbidden, (await plain.GetAsync("/account/login")).StatusCode);
        }

        var lines = await ReadLogAsync(folder);
        Directory.Delete(folder, recursive: true);

        Assert.Single(lines, l => l.Contains("门户只能用没有加密的 http 打开", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, l => l.Contains("\"Level\":\"Error\"", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, l => l.Contains("SecurePolicy", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Staging", "10.0.0.5")]
    [InlineData("Development", "")]
    public async Task Behind_a_named_proxy_and_in_development_nothing_is_said(string environment, string known)
    {
        var folder = Directory.CreateTempSubdirectory("pilotzone-log-").FullName;
        await using (var own = Portal.Own(("environment", environment), ("SignIn:StaffTwoFactor", "Required"), ("Proxies:Known", known), ("Logs:Folder", folder)))
        {
            using var answer = await own.Visit().GetAsync("/health/live");
        }

        var lines = await ReadLogAsync(folder);
        Directory.Delete(folder, recursive: true);
        Assert.DoesNotContain(lines, l => l.Contains("门户只能用没有加密的 http 打开", StringComparison.Ordinal));
    }

    [Fact]
    public void Any_other_fault_stays_a_fault()
    {
        var request = new DefaultHttpContext().Request;

        Assert.False(PlainForms.IsRefusal(new InvalidOperationException("something else") { Source = "HuaihuaPilotZone.Web" }, request));
        Assert.True(PlainForms.IsRefusal(new InvalidOperationException("refused") { Source = "Microsoft.AspNetCore.Antiforgery" }, request));
        request.Scheme = "https";
        Assert.False(PlainForms.IsRefusal(new InvalidOperationException("refused") { Source = "Microsoft.AspNetCore.Antiforgery" }, request));
        Assert.False(PlainForms.IsRefusal(null, request));
    }

    private static Portal Outside(params (string Key, string Value)[] settings) =>
        Portal.Own([("environment", "Staging"), ("SignIn:StaffTwoFactor", "Required"), .. settings]);

    private static async Task<List<string>> ReadLogAsync(string folder)
    {
        List<string> lines = [];
        foreach (var path in Directory.GetFiles(folder, "*.jsonl"))
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(file);
            lines.AddRange((await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries));
        }

        return lines;
    }
}
