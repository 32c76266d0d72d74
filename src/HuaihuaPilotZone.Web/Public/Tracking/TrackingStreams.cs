using System.Text;
using HuaihuaPilotZone.Tracking;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Web.Public.Tracking;

/// <summary>
/// Live views: each asks the database now and then whether anything has changed, so that what another instance was told is seen as well.
/// So many may be open and no more, and each ends after a while; browsers come back by themselves.
/// </summary>
public sealed class TrackingStreams(IServiceScopeFactory scopes, IOptions<TrackingOptions> options, IHostApplicationLifetime lifetime, TimeProvider clock)
{
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan _longest = TimeSpan.FromMinutes(10);
    private const int PausesBetweenSigns = 10;

    private int _open;

    /// <summary>Takes a place; null when all are taken.</summary>
    public IDisposable? Enter()
    {
        if (Interlocked.Increment(ref _open) <= options.Value.MostStreams) return new Place(this);
        Interlocked.Decrement(ref _open);
        return null;
    }

    /// <summary>Writes until the reader goes, the portal stops or the time is over.</summary>
    public async Task RunAsync(Stream output, IReadOnlyList<int> consignments, CancellationToken cancellation)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation, lifetime.ApplicationStopping);
        using var timer = new PeriodicTimer(_pause, clock);
        try
        {
            var seen = await StampAsync(consignments, ending.Token);
            await WriteAsync(output, "retry: 5000\n: open\n\n", ending.Token);
            for (var round = 1; round < _longest / _pause && await timer.WaitForNextTickAsync(ending.Token); round++)
            {
                if (await StampAsync(consignments, ending.Token) is var now && now != seen)
                {
                    seen = now;
                    await WriteAsync(output, "event: changed\ndata: 1\n\n", ending.Token);
                }
                else if (round % PausesBetweenSigns == 0)
                {
                    // a sign of life, so that nothing between us takes the silence for an end
                    await WriteAsync(output, ": here\n\n", ending.Token);
                }
            }
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // the reader has gone, or the portal stops
        }
    }

    private async Task<DateTime?> StampAsync(IReadOnlyList<int> consignments, CancellationToken cancellation)
    {
        // a scope for each question: a stream of minutes must not hold a connection
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<TrackingLookup>().StampAsync(consignments, cancellation);
    }

    private static async Task WriteAsync(Stream output, string text, CancellationToken cancellation)
    {
        await output.WriteAsync(Encoding.UTF8.GetBytes(text), cancellation);
        await output.FlushAsync(cancellation);
    }

    private sealed class Place(TrackingStreams streams) : IDisposable
    {
        private int _left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0) Interlocked.Decrement(ref streams._open);
        }
    }
}

/// <summary>The empty form may be found; what somebody asked is nobody else's business.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NotForIndexesWhenAskedAttribute : ResultFilterAttribute
{
    public override void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.HttpContext.Request.QueryString.HasValue) context.HttpContext.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
    }
}
