using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Web.Setup.Running;

/// <summary>What belongs to running it in public: stopping in order, the proxies before it, seeing how it is.</summary>
public static class RunningSetup
{
    private static readonly char[] _between = [',', ';', ' '];

    public static void AddPortalRunning(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<ShutdownOptions>().BindConfiguration("Shutdown").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<Readiness>();
        services.AddHostedService(provider => provider.GetRequiredService<Readiness>());
        services.AddOptions<HostOptions>().Configure<IOptions<ShutdownOptions>, IHostEnvironment>((host, shutdown, environment) =>
            host.ShutdownTimeout = Readiness.WindowOf(shutdown.Value, environment) + TimeSpan.FromSeconds(shutdown.Value.DrainSeconds));
        services.AddExceptionHandler<NoteFaults>();
        services.AddHostedService<SettleWhenQuiet>();
        AddProxies(builder);
        builder.AddTelemetry();
    }

    /// <summary>Stands before everything else.</summary>
    public static void UsePortalRunning(this WebApplication app)
    {
        if (app.Services.GetRequiredService<ProxyTrust>().IsSet) app.UseForwardedHeaders();
        app.UseMiddleware<LetConnectionsGo>();
    }

    /// <summary>Who is asked for is believed of named proxies alone; without one nobody's word for an address is taken.</summary>
    private static void AddProxies(WebApplicationBuilder builder)
    {
        // the framework's own switch believes everybody who sends the header
        if (string.Equals(builder.Configuration["ForwardedHeaders_Enabled"], "true", StringComparison.OrdinalIgnoreCase))
            throw new SetupException("请去掉 ASPNETCORE_FORWARDEDHEADERS_ENABLED：它相信任何人自报的地址。改用 Proxies:Known 写明反向代理的地址。\nASPNETCORE_FORWARDEDHEADERS_ENABLED believes everybody; name the proxies in Proxies:Known instead.");
        var named = (builder.Configuration["Proxies:Known"] ?? "").Split(_between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var hops = builder.Configuration.GetValue("Proxies:Hops", 1);
        if (hops is < 1 or > 10) throw new SetupException("Proxies:Hops 为 1 至 10。 Proxies:Hops is 1 to 10.");
        List<IPAddress> addresses = [];
        List<System.Net.IPNetwork> networks = [];
        foreach (var name in named)
        {
            if (IPAddress.TryParse(name, out var address)) addresses.Add(address);
            else if (System.Net.IPNetwork.TryParse(name, out var network)) networks.Add(network);
            else throw new SetupException($"Proxies:Known 里的“{name}”不是 IP 地址或网段。 Proxies:Known holds '{name}', which is neither an address nor a network.");
        }

        builder.Services.AddSingleton(new ProxyTrust(named.Length > 0));
        builder.Services.Configure<ForwardedHeadersOptions>(o =>
        {
            o.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            o.ForwardLimit = hops;
            o.KnownProxies.Clear();
            o.KnownIPNetworks.Clear();
            foreach (var address in addresses) o.KnownProxies.Add(address);
            foreach (var network in networks) o.KnownIPNetworks.Add(network);
        });
    }

    /// <param name="IsSet">Whether there is a proxy whose word is taken.</param>
    private sealed record ProxyTrust(bool IsSet);
}
