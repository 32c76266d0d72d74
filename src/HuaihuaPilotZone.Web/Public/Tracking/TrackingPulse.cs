using System.Collections.Concurrent;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Tracking;

namespace HuaihuaPilotZone.Web.Public.Tracking;

/// <summary>
/// Asks the database every two seconds for all live views of this instance together whether anything has changed, so that what another instance
/// was told is seen as well and a thousand readers cost one question. With no view open it asks nothing.
/// </summary>
public sealed class TrackingPulse(IServiceScopeFactory scopes, ILogger<TrackingPulse> logger) : BackgroundService
{
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<TrackingWatch, bool> _watches = new();

    /// <summary>Begins to watch; what is reported from now on is told. Dispose it.</summary>
    public async Task<TrackingWatch> WatchAsync(IReadOnlyList<int> consignments, CancellationToken cancellation)
    {
        var watch = new TrackingWatch(consignments, gone => _watches.TryRemove(gone, out _));
        watch.See(await StampsAsync(consignments, cancellation));
        _watches[watch] = true;
        return watch;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_pause);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) await LookAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // the portal stops
        }
    }

    private async Task LookAsync(CancellationToken cancellation)
    {
        if (_watches.IsEmpty) return;
        try
        {
            var watches = _watches.Keys;
            var stamps = await StampsAsync([.. watches.SelectMany(w => w.Consignments).Distinct()], cancellation);
            foreach (var watch in watches) watch.See(stamps);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            logger.LogError(e, "Live views could not be brought up to date");
        }
    }

    private async Task<IReadOnlyDictionary<int, DateTime>> StampsAsync(IReadOnlyList<int> consignments, CancellationToken cancellation)
    {
        // a scope for each question: a stream of minutes must not hold a connection
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<TrackingLookup>().StampsAsync(consignments, cancellation);
    }
}

/// <summary>Some consignments that a reader follows.</summary>
public sealed class TrackingWatch(IReadOnlyList<int> consignments, Action<TrackingWatch> leave) : IDisposable
{
    private readonly News _news = new();
    private DateTime? _seen;

    public IReadOnlyList<int> Consignments => consignments;

    /// <summary>Waits until something has changed, at most the given time.</summary>
    /// <returns>Whether something has.</returns>
    public Task<bool> ChangedAsync(TimeSpan most, CancellationToken cancellation) => _news.WaitAsync(most, cancellation);

    public void Dispose()
    {
        leave(this);
        _news.Dispose();
    }

    /// <summary>Compares with what was seen before; the first time there is nothing to compare with.</summary>
    internal void See(IReadOnlyDictionary<int, DateTime> stamps)
    {
        var latest = consignments.Max(id => stamps.TryGetValue(id, out var at) ? at : DateTime.MinValue);
        if (_seen is { } before && before != latest) _news.Ring();
        _seen = latest;
    }

    private sealed class News : Bell;
}
