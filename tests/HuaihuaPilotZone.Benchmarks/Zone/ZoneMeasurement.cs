using System.Diagnostics;
using System.Globalization;
using static System.FormattableString;

namespace HuaihuaPilotZone.Benchmarks.Zone;

/// <summary>
/// A whole zone under mixed traffic, on loopback and bounded in time: <code>zone make FOLDER 1|10|100</code> makes it, <code>zone load FOLDER 1|10|100 SECONDS PEOPLE</code>
/// asks portal and bare server in turns, <code>zone start FOLDER [PUBLISHED]</code> measures the way to the first page and the memory at rest.
/// </summary>
internal static class ZoneMeasurement
{
    private const string BarePort = "5994";
    private const string Bare = "http://127.0.0.1:" + BarePort;
    private const int WarmSeconds = 20;

    private static readonly TimeSpan _look = TimeSpan.FromSeconds(15);
    private static readonly string[] _open = ["--RateLimits:Api", "100000000", "--RateLimits:Events", "100000000", "--RateLimits:Tracking", "100000000", "--Proxies:Known", "127.0.0.1"];

    public static Task RunAsync(string[] args) => args switch
    {
        ["make", var folder, var size] => ZoneMaker.RunAsync(Path.GetFullPath(folder), ZoneSize.Parse(size)),
        ["load", var folder, var size, var seconds, var people] =>
            LoadAsync(Path.GetFullPath(folder), ZoneSize.Parse(size), TimeSpan.FromSeconds(int.Parse(seconds, CultureInfo.InvariantCulture)), int.Parse(people, CultureInfo.InvariantCulture)),
        ["start", var folder] => StartAsync(Path.GetFullPath(folder), AppContext.BaseDirectory),
        ["start", var folder, var published] => StartAsync(Path.GetFullPath(folder), Path.GetFullPath(published)),
        ["bare", var port, var folder, var pages] => ZoneBare.RunAsync(port, folder, new Uri(pages)),
        _ => throw new ArgumentException("zone make FOLDER SIZE | zone load FOLDER SIZE SECONDS PEOPLE | zone start FOLDER [PUBLISHED]", nameof(args)),
    };

    private static async Task LoadAsync(string folder, ZoneSize size, TimeSpan length, int people)
    {
        var traffic = await ZoneTraffic.PrepareAsync(folder, size);
        using var portal = new ZoneLoad(traffic, MeasuredPortal.Root, isBare: false);
        using var bare = new ZoneLoad(traffic, Bare, isBare: true);
        await using (var measured = await MeasuredPortal.StartAsync(folder, _open))
        {
            await portal.SignInAsync();
            await bare.SignInAsync();
            using var baseline = MeasuredPortal.Run("HuaihuaPilotZone.Benchmarks.dll", "zone", "bare", BarePort, folder, MeasuredPortal.Root);
            try
            {
                await MeasuredPortal.WaitAsync(new Uri(Bare + "/same?path=/"));
                await bare.RunAsync(TimeSpan.FromSeconds(WarmSeconds / 4), people, counts: false);
                await bare.RunAsync(TimeSpan.FromSeconds(Math.Min(60, length.TotalSeconds)), people, counts: true);
            }
            finally
            {
                baseline.Kill(entireProcessTree: true);
                await baseline.WaitForExitAsync();
            }
            await portal.RunAsync(TimeSpan.FromSeconds(WarmSeconds), people, counts: false);
            var memory = WatchAsync(measured.Process, length);
            await portal.RunAsync(length, people, counts: true);
            Console.WriteLine(Invariant($"memory, MB, every {_look.TotalSeconds:0} s: {string.Join(' ', await memory)}"));
        }
        Print(size, portal, bare, people);
    }

    private static void Print(ZoneSize size, ZoneLoad portal, ZoneLoad bare, int people)
    {
        Console.WriteLine(Invariant($"{size.Times}x, {people} people: portal {portal.PerSecond:0} requests a second, bare {bare.PerSecond:0}, ratio {bare.PerSecond / portal.PerSecond:0.0}"));
        Console.WriteLine("| request | answers | p50 ms | p95 ms | p99 ms | bare p50 ms | ratio of p50 |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|");
        var baseline = bare.Times;
        foreach (var (name, times) in portal.Times.OrderBy(t => t.Key, StringComparer.Ordinal))
        {
            var (p50, bare50) = (At(times, 0.5), At(baseline[name], 0.5));
            Console.WriteLine(Invariant($"| {name} | {times.Count} | {p50:0.0} | {At(times, 0.95):0.0} | {At(times, 0.99):0.0} | {bare50:0.0} | {p50 / bare50:0.0} |"));
        }
        foreach (var (what, count) in portal.Failures.Concat(bare.Failures)) Console.WriteLine(Invariant($"FAILED {what}: {count} times"));
    }

    private static double At(List<double> sorted, double share) => sorted[(int)((sorted.Count - 1) * share)];

    private static async Task<List<long>> WatchAsync(Process process, TimeSpan length)
    {
        var seen = new List<long>();
        for (var watch = Stopwatch.StartNew(); watch.Elapsed + _look < length;)
        {
            await Task.Delay(_look);
            seen.Add(MegabytesOf(process));
        }
        return seen;
    }

    /// <summary>Memory that is the process's own, without the files that it has mapped: what a second portal on the machine would need.</summary>
    private static long OwnMegabytesOf(Process process)
    {
        const string Name = "RssAnon:";
        var line = File.ReadLines(Invariant($"/proc/{process.Id}/status")).First(l => l.StartsWith(Name, StringComparison.Ordinal));
        return long.Parse(line[Name.Length..].Replace("kB", "", StringComparison.Ordinal).Trim(), CultureInfo.InvariantCulture) / 1024;
    }

    private static long MegabytesOf(Process process)
    {
        process.Refresh();
        return process.WorkingSet64 / 1024 / 1024;
    }

    /// <summary>The second start of a built portal with the demonstration data: until the first page is there, and its memory when nobody asks for anything.</summary>
    private static async Task StartAsync(string folder, string portalFolder)
    {
        MeasuredPortal.PortalFolder = portalFolder;
        await using (var first = await MeasuredPortal.StartAsync(folder)) await first.StopAsync();
        using var client = new HttpClient { BaseAddress = new Uri(MeasuredPortal.Root) };
        for (var turn = 0; turn < 5; turn++)
        {
            var watch = Stopwatch.StartNew();
            var starting = MeasuredPortal.StartAsync(folder);
            while (true)
            {
                try
                {
                    await client.GetStringAsync(new Uri("/", UriKind.Relative));
                    break;
                }
                catch (HttpRequestException)
                {
                    await Task.Delay(10);
                }
            }
            var page = watch.Elapsed;
            await using var portal = await starting;
            await Task.Delay(TimeSpan.FromSeconds(20));
            Console.WriteLine(Invariant($"first page after {page.TotalSeconds:0.00} s; {MegabytesOf(portal.Process)} MB after 20 s at rest, {OwnMegabytesOf(portal.Process)} MB of them its own"));
            await portal.StopAsync();
        }
    }
}
