using System.Diagnostics;

namespace HuaihuaPilotZone.Benchmarks;

/// <summary>The portal in a process of its own, as it runs when published, on a database of its own.</summary>
internal sealed class MeasuredPortal : IAsyncDisposable
{
    public const string Root = "http://127.0.0.1:5991";

    /// <summary>Keys of personal columns, so that a measurement can write beside the portal.</summary>
    public static readonly IReadOnlyDictionary<string, string?> Keys = new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["Personal:Keys:measured"] = Convert.ToBase64String(Enumerable.Range(1, 32).Select(n => (byte)n).ToArray()),
        ["Personal:MarkKey"] = Convert.ToBase64String(Enumerable.Range(101, 32).Select(n => (byte)n).ToArray()),
    };

    /// <summary>Where the portal's assembly lies: beside this one, or where it was published.</summary>
    public static string PortalFolder { get; set; } = AppContext.BaseDirectory;

    private readonly string _folder;
    private readonly bool _isKept;

    private MeasuredPortal(string? folder, string[] settings)
    {
        (_folder, _isKept) = (folder ?? Directory.CreateTempSubdirectory("pilotzone-pages-").FullName, folder is not null);
        Process = Run(
            Path.Combine(PortalFolder, "HuaihuaPilotZone.Web.dll"),
            [
                "--environment", "Measuring", "--urls", Root, "--Https:Redirect", "false", "--Database:SeedDemonstration", "true",
                // nothing looks for changed assets in a published folder
                "--ReloadStaticAssetsAtRuntime", "false",
                "--ConnectionStrings:Sqlite", DatabaseIn(_folder), "--Logs:Folder", Path.Combine(_folder, "logs"),
                "--Files:Folder", Path.Combine(_folder, "files"), "--Mail:Folder", Path.Combine(_folder, "mail"), .. KeySettings, .. settings,
            ]);
    }

    /// <summary>The keys as a command line has them.</summary>
    public static string[] KeySettings => [.. Keys.SelectMany(k => new[] { $"--{k.Key}", k.Value! })];

    public Process Process { get; }

    /// <summary>Starts the portal and waits until it is ready.</summary>
    /// <param name="folder">Where database, files and logs stand and stay; without one they are thrown away at the end.</param>
    /// <param name="settings">More of them, each a name with -- and a value.</param>
    public static async Task<MeasuredPortal> StartAsync(string? folder = null, params string[] settings)
    {
        var portal = new MeasuredPortal(folder, settings);
        await WaitAsync(new Uri(Root + "/health/ready"));
        return portal;
    }

    public static string DatabaseIn(string folder) => $"Data Source={Path.Combine(folder, "portal.db")}";

    /// <summary>Runs an assembly in a process of its own, from its folder.</summary>
    /// <param name="assembly">The name of one that lies beside this one, or its path.</param>
    public static Process Run(string assembly, params string[] arguments)
    {
        var path = Path.Combine(AppContext.BaseDirectory, assembly);
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = Path.GetDirectoryName(path), UseShellExecute = false, RedirectStandardOutput = true };
        start.ArgumentList.Add(path);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        // an unread pipe would stop the process when it is full
        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        return process;
    }

    /// <summary>Makes a database by the portal's own command, in a process of its own: what migrations take is no part of what is measured.</summary>
    /// <exception cref="InvalidOperationException">It could not be made.</exception>
    public static async Task MigrateAsync(string database)
    {
        using var process = Run("HuaihuaPilotZone.Web.dll", ["migrate", "--environment", "Measuring", "--ConnectionStrings:Sqlite", $"Data Source={database}", "--Logs:Folder", Path.Combine(Path.GetDirectoryName(database)!, "logs"), .. KeySettings]);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"The database {database} could not be made.");
    }

    /// <summary>Waits until an address answers.</summary>
    /// <exception cref="InvalidOperationException">It does not within two minutes.</exception>
    public static async Task WaitAsync(Uri address)
    {
        using var client = new HttpClient();
        for (var tries = 0; tries < 1200; tries++)
        {
            try
            {
                if ((await client.GetAsync(address)).IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // not listening yet
            }

            await Task.Delay(100);
        }

        throw new InvalidOperationException($"{address} did not answer.");
    }

    /// <summary>Asks the process to end, as a service manager does, and waits for it.</summary>
    public async Task StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", Process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        await Process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!Process.HasExited) Process.Kill(entireProcessTree: true);
        await Process.WaitForExitAsync();
        Process.Dispose();
        if (!_isKept) Directory.Delete(_folder, recursive: true);
    }
}
