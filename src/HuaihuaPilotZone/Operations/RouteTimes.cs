using System.Collections.Concurrent;

namespace HuaihuaPilotZone.Operations;

/// <summary>How long one route took over the last hour.</summary>
public sealed record RouteTime(string Route, int Count, int P50, int P95, int Most);

/// <summary>
/// Times of this instance's requests by route, over the last hour. A time is a count in one of 48 classes, each a quarter longer than the one
/// before, in one of twelve slots of five minutes; so memory does not grow with the requests, and a percentile is right to a quarter. Thread-safe.
/// </summary>
public sealed class RouteTimes(TimeProvider clock)
{
    /// <summary>Routes that are told apart; there are fewer patterns than that.</summary>
    public const int MostRoutes = 2000;

    private const int Slots = 12;

    private static readonly TimeSpan _slot = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, Hour> _routes = new(StringComparer.Ordinal);

    private long Now => clock.GetUtcNow().UtcTicks / _slot.Ticks;

    /// <summary>A request was answered.</summary>
    /// <param name="route">Method and route pattern.</param>
    public void Add(string route, TimeSpan took)
    {
        if (!_routes.TryGetValue(route, out var hour))
        {
            if (_routes.Count >= MostRoutes) return;
            hour = _routes.GetOrAdd(route, static _ => new Hour());
        }

        hour.Add(Now, took.TotalMilliseconds);
    }

    /// <summary>The slowest routes by their 95th percentile.</summary>
    public IReadOnlyList<RouteTime> Slowest(int most)
    {
        var now = Now;
        return [.. _routes.Select(r => r.Value.Look(r.Key, now)).OfType<RouteTime>().OrderByDescending(t => t.P95).ThenBy(t => t.Route, StringComparer.Ordinal).Take(most)];
    }

    private sealed class Hour
    {
        private const int Classes = 48;

        private static readonly double[] _bounds = [.. Enumerable.Range(0, Classes).Select(i => Math.Pow(1.25, i))];

        private readonly Lock _gate = new();
        private readonly int[,] _counts = new int[Slots, Classes];
        private readonly double[] _most = new double[Slots];
        private readonly long[] _slotOf = new long[Slots];

        public void Add(long now, double milliseconds)
        {
            var found = Array.BinarySearch(_bounds, milliseconds);
            var index = Math.Min(found < 0 ? ~found : found, Classes - 1);
            lock (_gate)
            {
                var slot = (int)(now % Slots);
                if (_slotOf[slot] != now)
                {
                    for (var i = 0; i < Classes; i++) _counts[slot, i] = 0;
                    (_most[slot], _slotOf[slot]) = (0, now);
                }

                _counts[slot, index]++;
                _most[slot] = Math.Max(_most[slot], milliseconds);
            }
        }

        /// <returns>Null where nothing was asked in the last hour.</returns>
        public RouteTime? Look(string route, long now)
        {
            Span<int> sums = stackalloc int[Classes];
            sums.Clear();
            var (count, most) = (0, 0d);
            lock (_gate)
            {
                for (var slot = 0; slot < Slots; slot++)
                {
                    if (now - _slotOf[slot] >= Slots) continue;
                    most = Math.Max(most, _most[slot]);
                    for (var i = 0; i < Classes; i++) count += _counts[slot, i];
                    for (var i = 0; i < Classes; i++) sums[i] += _counts[slot, i];
                }
            }

            return count == 0 ? null : new RouteTime(route, count, Percentile(sums, count, 0.5, most), Percentile(sums, count, 0.95, most), (int)Math.Ceiling(most));
        }

        /// <summary>Upper end of the class that the nearest rank lies in; never more than the longest time.</summary>
        private static int Percentile(ReadOnlySpan<int> sums, int count, double share, double most)
        {
            var (rank, seen) = ((int)Math.Ceiling(count * share), 0);
            for (var i = 0; i < sums.Length; i++)
            {
                if ((seen += sums[i]) >= rank) return (int)Math.Ceiling(Math.Min(_bounds[i], most));
            }

            return (int)Math.Ceiling(most);
        }
    }
}
