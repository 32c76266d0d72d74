using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HuaihuaPilotZone.Tests.Webhooks;

/// <summary>An event as it arrived.</summary>
internal sealed record Arrival(string Body, string Id, string Timestamp, string Signature);

/// <summary>An enterprise's system that really listens, on a port of the machine's choice.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Arrival> _arrivals = new();

    private Receiver(WebApplication app) => _app = app;

    /// <summary>What it answers; for 3xx it points to <see cref="RedirectTo"/>.</summary>
    public HttpStatusCode Answer { get; set; } = HttpStatusCode.OK;

    public string? RedirectTo { get; set; }

    public IReadOnlyList<Arrival> Arrivals => [.. _arrivals];

    public string Url => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/hook";

    public static async Task<Receiver> ListenAsync(int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var app = builder.Build();
        var receiver = new Receiver(app);
        app.MapPost("/hook", receiver.TakeAsync);
        await app.StartAsync();
        return receiver;
    }

    /// <summary>Waits for so many arrivals; events are sent in the background.</summary>
    public async Task<IReadOnlyList<Arrival>> WaitAsync(int count)
    {
        var until = DateTime.UtcNow + _patience;
        while (_arrivals.Count < count)
        {
            if (DateTime.UtcNow > until) throw new TimeoutException($"Only {_arrivals.Count} of {count} events came.");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
        return Arrivals;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var headers = context.Request.Headers;
        _arrivals.Enqueue(new Arrival(await reader.ReadToEndAsync(), headers["Webhook-Id"].ToString(), headers["Webhook-Timestamp"].ToString(), headers["Webhook-Signature"].ToString()));
        if (RedirectTo is not null) context.Response.Headers.Location = RedirectTo;
        context.Response.StatusCode = (int)Answer;
    }
}
