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
    private const string Portal = "http://127.0.0.1:5991";
    private const string Bare = "http://127.0.0.1:5992";

    public static async Task RunAsync(string[] paths)
    {
        var folder = Directory.CreateTempSubdirectory("pilotzone-pages-").FullName;
        using var kept = Start(folder, "HuaihuaPilotZone.Web.dll", PortalArguments(folder));
        try
        {
            await WaitAsync(new Uri(Portal + "/health/ready"));
            Console.WriteLine("| page | bytes | bare, requests/s | portal, requests/s | ratio | median of turns |");
            Console.WriteLine("|---|---:|---:|---:|---:|---:|");
            foreach (var path in paths.Length > 0 ? paths : ["/", "/news", "/policies", "/about"]) await MeasureAsync(folder, path);
        }
        finally
        {
            kept.Kill(entireProcessTree: true);
            await kept.WaitForExitAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync(string folder, string path)
    {
        using var bare = Start(folder, "HuaihuaPilotZone.Benchmarks.dll", ["bare", "5992", Portal + path]);
        try
        {
            await WaitAsync(new Uri(Bare));
            using var client = new HttpClient();
            client.DefaultRequestHeaders.Add("Accept-Encoding", "br");
            var bytes = (await client.GetByteArrayAsync(new Uri(Portal + path))).Length;
            // both warm before anything counts
            await LoadAsync(Bare + path, seconds: 4);
            await LoadAsync(Portal + path, seconds: 4);
            List<(double Bare, double Portal)> turns = [];
            for (var turn = 0; turn < Turns; turn++) turns.Add((await LoadAsync(Bare + path, seconds: 4), await LoadAsync(Portal + path, seconds: 4)));
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

    private static string[] PortalArguments(string folder) =>
    [
        "--environment", "Measuring", "--urls", Portal, "--Https:Redirect", "false", "--Database:SeedDemonstration", "true",
        "--ConnectionStrings:Sqlite", $"Data Source={Path.Combine(folder, "portal.db")}", "--Logs:Folder", Path.Combine(folder, "logs"),
        "--Files:Folder", Path.Combine(folder, "files"), "--Mail:Folder", Path.Combine(folder, "mail"),
    ];

    private static Process Start(string folder, string assembly, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = AppContext.BaseDirectory, UseShellExecute = false, RedirectStandardOutput = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, assembly));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        // an unread pipe would stop the process when it is full
        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        return process;
    }

    private static async Task WaitAsync(Uri address)
    {
        using var client = new HttpClient();
        for (var tries = 0; tries < 240; tries++)
        {
            try
            {
                if ((await client.GetAsync(address)).IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // not listening yet
            }

            await Task.Delay(500);
        }

        throw new InvalidOperationException($"{address} did not answer.");
    }

    [GeneratedRegex(@"Requests/sec:\s+(?<rate>[\d.]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PerSecond();
}
