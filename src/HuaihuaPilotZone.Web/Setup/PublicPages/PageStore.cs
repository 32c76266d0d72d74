using System.Collections.Concurrent;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.PublicPages;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Web.Setup.PublicPages;

/// <summary>The kept pages of this instance, and what was read for pages of single records: as many as fit, the least asked for goes first.</summary>
public sealed class PageStore : IDisposable
{
    /// <summary>How long a page may be served while the database cannot be reached.</summary>
    private static readonly TimeSpan _longest = TimeSpan.FromHours(24);

    private static readonly TimeSpan _fresh = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, HitCount> _hits = new(StringComparer.Ordinal);
    private readonly MemoryCache _pages;
    private readonly PublicChanges _changes;
    private readonly TimeProvider _clock;

    public PageStore(IOptions<PublicPageOptions> options, PublicChanges changes, TimeProvider clock)
    {
        _pages = new MemoryCache(new MemoryCacheOptions { SizeLimit = options.Value.MostMegabytes * 1024L * 1024 });
        (_changes, _clock) = (changes, clock);
    }

    /// <summary>Until when what is made now is right, UTC: ten minutes, but not past midnight, since validity depends on the day.</summary>
    public static DateTimeOffset FreshUntil(ChinaTime time)
    {
        var (soon, midnight) = (time.UtcNow + _fresh, ChinaTime.StartOf(time.Today.AddDays(1)));
        return new DateTimeOffset(soon < midnight ? soon : midnight);
    }

    /// <summary>The page that answers a request now; null when there is none, or something that it shows has changed.</summary>
    /// <param name="unreachableSince">Since when the database cannot be reached: then a page is served also when its day has passed.</param>
    public KeptPage? Find(string key, out DateTime? unreachableSince)
    {
        unreachableSince = _changes.UnreachableSince;
        if (!_pages.TryGetValue(key, out KeptPage? page) || page!.Count != _changes.Count(page.Topics)) return null;
        return unreachableSince is not null || _clock.GetUtcNow() < page.FreshUntil ? page : null;
    }

    public void Keep(string key, KeptPage page) => _pages.Set(key, page, new MemoryCacheEntryOptions { Size = page.Size, AbsoluteExpirationRelativeToNow = _longest });

    /// <summary>
    /// What the page of one record shows; null when it was not read yet, something about its topics has changed, its day has passed, or the
    /// database cannot be reached: a page without a notice must not look as if nothing were wrong.
    /// </summary>
    public KeptModel? FindModel(string key) =>
        _changes.UnreachableSince is null && _pages.TryGetValue(key, out KeptModel? kept) && kept!.Count == _changes.Count(kept.Topics) && _clock.GetUtcNow() < kept.FreshUntil
            ? kept
            : null;

    public void KeepModel(string key, KeptModel kept) => _pages.Set(key, kept, new MemoryCacheEntryOptions { Size = kept.Size, AbsoluteExpirationRelativeToNow = _fresh });

    /// <summary>The count of all hits of one route.</summary>
    public HitCount HitsOf(string route) => _hits.GetOrAdd(route, _ => new HitCount());

    /// <summary>How often pages of each route were served since the last call.</summary>
    public IEnumerable<(string Route, long Times)> TakeHits() => _hits.Select(h => (h.Key, h.Value.Take())).Where(h => h.Item2 > 0);

    public void Dispose() => _pages.Dispose();
}

/// <summary>Counts how often something was served; thread-safe.</summary>
public sealed class HitCount
{
    private long _times;

    public void Add() => Interlocked.Increment(ref _times);

    /// <returns>The count since the last call.</returns>
    public long Take() => Interlocked.Exchange(ref _times, 0);
}
