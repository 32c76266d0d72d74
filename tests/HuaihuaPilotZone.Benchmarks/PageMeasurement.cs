using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using static System.FormattableString;

namespace HuaihuaPilotZone.Benchmarks;

/// <summary>
/// Requests per second of public pages against a bare Kestrel endpoint that returns the same bytes, by wrk on loopback, in turns.
/// `pages [PATH…]`; needs wrk (Debian package). The portal runs on a database of its own in a temporary folder.
/// </summary>
internal static partial class PageMeasurement
{
    private const int Turns = 5;
    private const string Bare = "http://127.0.0.1:5992";

    public static async Task RunAsync(string[] paths)
    {
        await using var portal = await MeasuredPortal.StartAsync();
        Console.WriteLine("| page | bytes | bare, requests/s | portal, requests/s | ratio | median of turns |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|");
        foreach (var path in paths.Length > 0 ? paths : ["/", "/news", "/policies", "/about"]) await MeasureAsync(path);
    }

    private static async Task MeasureAsync(string path)
    {
        using var bare = MeasuredPortal.Run("HuaihuaPilotZone.Benchmarks.dll", "bare", "5992", MeasuredPortal.Root + path);
        try
        {
            await MeasuredPortal.WaitAsync(new Uri(Bare));
            using var client = new HttpClient();
            client.DefaultRequestHeaders.Add("Accept-Encoding", "br");
            var bytes = (await client.GetByteArrayAsync(new Uri(MeasuredPortal.Root + path))).Length;
            // both warm before anything counts: a page has thousands of methods to be compiled for good
            await LoadAsync(Bare + path, seconds: 5);
            await LoadAsync(MeasuredPortal.Root + path, seconds: 90);
            List<(double Bare, double Portal)> turns = [];
            for (var turn = 0; turn < Turns; turn++) turns.Add((await LoadAsync(Bare + path, seconds: 4), await LoadAsync(MeasuredPortal.Root + path, seconds: 4)));
            var ratio = turns.Select(t => t.Portal / t.Bare).Order().ElementAt(Turns / 2);
            Console.WriteLine(Invariant($"| {path} | {bytes} | {turns.Average(t => t.Bare):0} | {turns.Average(t => t.Portal):0} | {turns.Sum(t => t.Portal) / turns.Sum(t => t.Bare):0.00} | {ratio:0.00} |"));
        }
        finally
        {
            bare.Kill(entireProcessTree: true);
            await bare.WaitForExitAsync();
        }
    }

    private static async Task<double> LoadAsync(string address, int seconds)
    {
        var start = new ProcessStartInfo("wrk") { UseShellExecute = false, RedirectStandardOutput = true, ArgumentList = { "-t1", "-c32", Invariant($"-d{seconds}s"), "-H", "Accept-Encoding: br", address } };
        using var load = Process.Start(start)!;
        var said = await load.StandardOutput.ReadToEndAsync();
        await load.WaitForExitAsync();
        if (said.Contains("Non-2xx", StringComparison.Ordinal)) throw new InvalidOperationException($"{address} did not answer 200:\n{said}");
        return double.Parse(PerSecond().Match(said).Groups["rate"].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"Requests/sec:\s+(?<rate>[\d.]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PerSecond();
}
