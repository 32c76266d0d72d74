using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace HuaihuaPilotZone.Benchmarks.Crash;

/// <summary>The built portal as a process that can be killed and started again on the same data.</summary>
internal sealed class CrashPortal : IAsyncDisposable
{
    /// <summary>Keys of personal columns, the same for the portal and for whoever works beside it.</summary>
    public static readonly IReadOnlyList<(string Key, string Value)> Keys = [("Personal:Keys:drill", Key(1)), ("Personal:MarkKey", Key(2))];

    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(2);

    private readonly int _port = FreePort();
    private readonly bool _ownsFolder;
    private Process? _process;

    /// <param name="folder">Where its data lies; null for a temporary one.</param>
    public CrashPortal(string? folder = null) => (_ownsFolder, Folder) = (folder is null, folder ?? Directory.CreateTempSubdirectory("pilotzone-crash-").FullName);

    public string Folder { get; }

    public Uri Root => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{_port}"));

    public string ConnectionString => $"Data Source={Path.Combine(Folder, "portal.db")}";

    public string Mail => Path.Combine(Folder, "mail");

    public string Files => Path.Combine(Folder, "files");

    /// <summary>Starts the portal and waits until it is ready.</summary>
    public async Task StartAsync()
    {
        _process = Run("--urls", Root.ToString());
        _ = _process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        var complained = _process.StandardError.ReadToEndAsync();
        using var client = new HttpClient { BaseAddress = Root };
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < _patience; await Task.Delay(100))
        {
            if (_process.HasExited) throw new InvalidOperationException($"The portal did not start: {await complained}");
            try
            {
                if ((await client.GetAsync(new Uri("/health/ready", UriKind.Relative))).IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // not listening yet
            }
        }

        throw new InvalidOperationException("The portal did not get ready.");
    }

    /// <summary>kill -9: it has no chance to tidy up.</summary>
    public async Task KillAsync()
    {
        if (_process is null) return;
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    /// <summary>Runs one of the program's commands to its end.</summary>
    public async Task<(int Code, string Said)> CommandAsync(params string[] arguments)
    {
        using var process = Run(arguments);
        var said = process.StandardOutput.ReadToEndAsync();
        var complained = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await said + await complained);
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (_ownsFolder) Directory.Delete(Folder, recursive: true);
    }

    private Process Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = Folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        string[] settings =
        [
            // cookies go over http in Development only
            "--environment", "Development", "--Https:Redirect", "false", "--Database:SeedDemonstration", "true", "--ReloadStaticAssetsAtRuntime", "false",
            "--RateLimits:Events", "1000000", "--RateLimits:Api", "1000000", "--Jobs:LeaseSeconds", "10", "--Bookings:ConfirmAtOnce", "true",
            "--ConnectionStrings:Sqlite", ConnectionString, "--Logs:Folder", Path.Combine(Folder, "logs"), "--Files:Folder", Files, "--Mail:Folder", Mail,
        ];
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "HuaihuaPilotZone.Web.dll"), .. arguments, .. settings, .. Keys.SelectMany(k => new[] { $"--{k.Key}", k.Value })]) start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    private static string Key(byte filling) => Convert.ToBase64String([.. Enumerable.Repeat(filling, 32)]);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
