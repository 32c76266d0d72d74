using System.Diagnostics;
using System.Text;
using HuaihuaPilotZone.Tracking;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Web.Public.Tracking;

/// <summary>
/// Live views, fed by <see cref="TrackingPulse"/>. So many may be open and no more, and each ends after a while or when the portal stops;
/// browsers come back by themselves.
/// </summary>
public sealed class TrackingStreams(TrackingPulse pulse, IOptions<TrackingOptions> options, IHostApplicationLifetime lifetime)
{
    private static readonly TimeSpan _betweenSigns = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan _longest = TimeSpan.FromMinutes(10);

    private int _open;

    /// <summary>Answers with a live view of some consignments (server-sent events): nothing where there are none, and 503 while all places are taken.</summary>
    public async Task<IActionResult> AnswerAsync(HttpResponse response, IReadOnlyList<int> consignments, CancellationToken cancellation)
    {
        // an answer without content tells the browser not to ask again
        if (consignments.Count == 0) return new NoContentResult();
        using var place = Enter();
        if (place is null)
        {
            response.Headers.RetryAfter = "60";
            return new StatusCodeResult(StatusCodes.Status503ServiceUnavailable);
        }
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";
        // proxies would otherwise wait for more before they pass anything on
        response.Headers["X-Accel-Buffering"] = "no";
        await RunAsync(response.Body, consignments, cancellation);
        return new EmptyResult();
    }

    /// <summary>Takes a place; null when all are taken or the portal is being stopped.</summary>
    private Place? Enter()
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested) return null;
        if (Interlocked.Increment(ref _open) <= options.Value.MostStreams) return new Place(this);
        Interlocked.Decrement(ref _open);
        return null;
    }

    /// <summary>Writes until the reader goes, the portal stops or the time is over.</summary>
    private async Task RunAsync(Stream output, IReadOnlyList<int> consignments, CancellationToken cancellation)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation, lifetime.ApplicationStopping);
        try
        {
            using var watch = await pulse.WatchAsync(consignments, ending.Token);
            await WriteAsync(output, "retry: 5000\n: open\n\n", ending.Token);
            for (var started = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(started) < _longest;)
            {
                // a sign of life in between, so that nothing between us takes the silence for an end
                var text = await watch.ChangedAsync(_betweenSigns, ending.Token) ? "event: changed\ndata: 1\n\n" : ": here\n\n";
                await WriteAsync(output, text, ending.Token);
            }
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // the reader has gone, or the portal stops
        }
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
