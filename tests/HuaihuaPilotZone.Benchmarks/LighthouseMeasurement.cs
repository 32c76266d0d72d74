using System.Diagnostics;
using System.Text;
using System.Text.Json;
using static System.FormattableString;

namespace HuaihuaPilotZone.Benchmarks;

/// <summary>
/// Lighthouse (npm, run by npx) with its mobile preset on public pages, by the Chromium of this machine. `lighthouse [PATH…]`; the medians of
/// <see cref="Runs"/> runs replace the table between the two marks of docs/performance.md.
/// </summary>
internal static class LighthouseMeasurement
{
    private const string Version = "12.8.2";
    private const int Runs = 3;

    /// <summary>Chromium now and then begins its trace too late (NO_NAVSTART); such a run has measured nothing and is made again.</summary>
    private const int Tries = 4;

    private const string Start = "<!-- lighthouse: written by the benchmarks -->";
    private const string End = "<!-- lighthouse ends -->";

    /// <summary>Home, list, detail, search, directory, and what is heaviest.</summary>
    private static readonly string[] _usual = ["/", "/news", "/policies/hhpz-2026-00001", "/search", "/enterprises", "/statistics"];

    private static readonly string[] _categories = ["performance", "accessibility", "best-practices", "seo"];

    public static async Task RunAsync(string[] paths)
    {
        await using var portal = await MeasuredPortal.StartAsync();
        var table = new StringBuilder(Invariant($"Date: {DateTime.UtcNow:yyyy-MM-dd}, Lighthouse {Version}, mobile preset, median of {Runs} runs.\n\n"))
            .Append("| page | performance | accessibility | best practices | SEO | first content, ms | largest content, ms | blocked, ms | on the wire, KB |\n")
            .Append("|---|---:|---:|---:|---:|---:|---:|---:|---:|\n");
        foreach (var path in paths.Length > 0 ? paths : _usual) table.Append(await MeasureAsync(path)).Append('\n');
        Console.WriteLine(table);
        Write(table.ToString());
    }

    private static async Task<string> MeasureAsync(string path)
    {
        using var client = new HttpClient();
        // what the first visitor after a start waits for is no property of the page
        for (var times = 0; times < 20; times++) (await client.GetAsync(new Uri(MeasuredPortal.Root + path))).EnsureSuccessStatusCode();
        List<double[]> runs = [];
        for (var run = 0; run < Runs; run++) runs.Add(await AuditAsync(MeasuredPortal.Root + path));
        double Median(int column) => runs.Select(r => r[column]).Order().ElementAt(Runs / 2);
        return Invariant($"| `{path}` | {Median(0):0} | {Median(1):0} | {Median(2):0} | {Median(3):0} | {Median(4):0} | {Median(5):0} | {Median(6):0} | {Median(7):0} |");
    }

    /// <returns>Four scores of 100, three times in ms, and KB on the wire.</returns>
    private static async Task<double[]> AuditAsync(string address)
    {
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            if (await TryAuditAsync(address) is { } audit) return audit;
        }

        throw new InvalidOperationException($"Lighthouse could not measure {address} in {Tries} tries.");
    }

    /// <returns>Null where Lighthouse said that it could not measure.</returns>
    private static async Task<double[]?> TryAuditAsync(string address)
    {
        var start = new ProcessStartInfo("npx") { UseShellExecute = false, RedirectStandardOutput = true };
        foreach (var argument in (string[])["--yes", $"lighthouse@{Version}", address, "--quiet", "--form-factor=mobile", "--output=json", "--chrome-flags=--headless=new --no-sandbox --disable-gpu"])
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) return null;
        var report = JsonDocument.Parse(said).RootElement;
        double Number(string audit) => report.GetProperty("audits").GetProperty(audit).GetProperty("numericValue").GetDouble();
        return
        [
            .. _categories.Select(c => report.GetProperty("categories").GetProperty(c).GetProperty("score").GetDouble() * 100),
            Number("first-contentful-paint"), Number("largest-contentful-paint"), Number("total-blocking-time"), Number("total-byte-weight") / 1024,
        ];
    }

    private static void Write(string table)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "HuaihuaPilotZone.sln"))) folder = folder.Parent;
        if (folder is null) throw new InvalidOperationException("docs/performance.md was not found above the benchmarks.");
        var file = Path.Combine(folder.FullName, "docs", "performance.md");
        var text = File.ReadAllText(file);
        var (from, to) = (text.IndexOf(Start, StringComparison.Ordinal), text.IndexOf(End, StringComparison.Ordinal));
        if (from < 0 || to < from) throw new InvalidOperationException($"{file} has lost its two marks.");
        File.WriteAllText(file, string.Concat(text.AsSpan(0, from + Start.Length), "\n", table, text.AsSpan(to)));
    }
}
