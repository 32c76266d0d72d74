using System.Net;
using HuaihuaPilotZone.Tests.Support;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Setup.Running;

namespace HuaihuaPilotZone.Tests.Running;

/// <summary>Nobody's word for an address is taken but a named proxy's.</summary>
public sealed class BehindAProxyTests
{
    [Theory]
    [InlineData("", "10.0.0.5", "10.0.0.5")]
    [InlineData("10.0.0.5", "10.0.0.5", "203.0.113.9")]
    [InlineData("10.0.0.0/24", "10.0.0.77", "203.0.113.9")]
    [InlineData("10.0.0.0/24", "10.0.1.5", "10.0.1.5")]
    public async Task Only_a_named_proxy_is_believed(string known, string sender, string seen)
    {
        await using var portal = Portal.Own(("Proxies:Known", known));

        var context = await portal.Server.SendAsync(c =>
        {
            c.Connection.RemoteIpAddress = IPAddress.Parse(sender);
            c.Request.Path = "/health/live";
            c.Request.Headers["X-Forwarded-For"] = "203.0.113.9";
            c.Request.Headers["X-Forwarded-Proto"] = "https";
        }, TestContext.Current.CancellationToken);

        Assert.Equal(seen, context.Connection.RemoteIpAddress!.ToString());
        Assert.Equal(seen == "203.0.113.9" ? "https" : "http", context.Request.Scheme);
    }

    [Fact]
    public async Task A_second_address_in_the_header_is_a_strangers_word()
    {
        await using var portal = Portal.Own(("Proxies:Known", "10.0.0.5"));

        var context = await portal.Server.SendAsync(c =>
        {
            c.Connection.RemoteIpAddress = IPAddress.Parse("10.0.0.5");
            c.Request.Path = "/health/live";
            c.Request.Headers["X-Forwarded-For"] = "198.51.100.1, 203.0.113.9";
        }, TestContext.Current.CancellationToken);

        Assert.Equal("203.0.113.9", context.Connection.RemoteIpAddress!.ToString());
    }

    [Fact]
    public void The_switch_that_believes_everybody_stops_the_start() =>
        Assert.Contains("FORWARDEDHEADERS", Assert.Throws<SetupException>(() => Settings.Of(("ForwardedHeaders_Enabled", "true")).AddPortalRunning()).Message, StringComparison.Ordinal);

    [Fact]
    public void A_proxy_that_is_no_address_stops_the_start() =>
        Assert.Contains("Proxies:Known", Assert.Throws<SetupException>(() => Settings.Of(("Proxies:Known", "balancer")).AddPortalRunning()).Message, StringComparison.Ordinal);
}
