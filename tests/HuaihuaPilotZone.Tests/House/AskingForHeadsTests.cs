using System.Net;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.House;

/// <summary>Link checkers, monitors and download managers ask for the head of an address before, or instead of, reading it.</summary>
public sealed class AskingForHeadsTests(Portal portal)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/")]
    [InlineData("/policies")]
    [InlineData("/en/news")]
    [InlineData("/account/login")]
    [InlineData("/sitemap.xml")]
    [InlineData("/timetable.csv")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/health/live")]
    [InlineData("/nothing-here")]
    [InlineData("/park")]
    [InlineData("/account/logout")]
    public async Task The_head_says_what_the_whole_answer_says(string address)
    {
        var client = portal.Visit().Client;
        using var question = new HttpRequestMessage(HttpMethod.Head, address);
        using var head = await client.SendAsync(question, Cancellation);
        using var whole = await client.GetAsync(new Uri(address, UriKind.Relative), Cancellation);

        Assert.Equal(whole.StatusCode, head.StatusCode);
        Assert.Equal(whole.Content.Headers.ContentType?.ToString(), head.Content.Headers.ContentType?.ToString());
        Assert.Equal(whole.Headers.Location, head.Headers.Location);
        Assert.Equal(whole.Headers.ETag, head.Headers.ETag);
        Assert.Equal(whole.Headers.CacheControl?.ToString(), head.Headers.CacheControl?.ToString());
        Assert.True(head.Headers.Contains("Content-Security-Policy"));
    }

    [Fact]
    public async Task A_page_is_kept_for_readers_when_only_its_head_was_asked_for()
    {
        await using var own = Portal.Own();
        var client = own.Visit().Client;
        using var question = new HttpRequestMessage(HttpMethod.Head, "/about");
        using var head = await client.SendAsync(question, Cancellation);
        using var whole = await client.GetAsync(new Uri("/about", UriKind.Relative), Cancellation);

        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(head.Headers.ETag, whole.Headers.ETag);
        Assert.True(whole.Headers.Contains("Content-Security-Policy"));
        Assert.Contains("</html>", await whole.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_can_be_read_can_be_asked_for_its_head_and_nothing_else_can()
    {
        var offences = portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(e => (e.RoutePattern.RawText, Methods: e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods))
            .Where(e => e.Methods is { Count: > 0 } methods && methods.Contains("GET") != methods.Contains("HEAD"))
            .Select(e => e.RawText ?? "");

        Rule.HoldsEverywhere(offences);
    }
}
