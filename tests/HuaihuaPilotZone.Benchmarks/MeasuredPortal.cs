using System.Diagnostics;

namespace HuaihuaPilotZone.Benchmarks;

/// <summary>The portal in a process of its own, on a database of its own in a temporary folder, as it runs when published.</summary>
internal sealed class MeasuredPortal : IAsyncDisposable
{
    public const string Root = "http://127.0.0.1:5991";

    private readonly string _folder = Directory.CreateTempSubdirectory("pilotzone-pages-").FullName;
    private readonly Process _process;

    private MeasuredPortal() => _process = Run(
        "HuaihuaPilotZone.Web.dll",
        "--environment", "Measuring", "--urls", Root, "--Https:Redirect", "false", "--Database:SeedDemonstration", "true",
        // nothing looks for changed assets in a published folder
        "--ReloadStaticAssetsAtRuntime", "false",
        "--ConnectionStrings:Sqlite", $"Data Source={Path.Combine(_folder, "portal.db")}", "--Logs:Folder", Path.Combine(_folder, "logs"),
        "--Files:Folder", Path.Combine(_folder, "files"), "--Mail:Folder", Path.Combine(_folder, "mail"));

    /// <summary>Starts the portal and waits until it is ready.</summary>
    public static async Task<MeasuredPortal> StartAsync()
    {
        var portal = new MeasuredPortal();
        await WaitAsync(new Uri(Root + "/health/ready"));
        return portal;
    }

    /// <summary>Runs an assembly that lies beside this one, in a process of its own.</summary>
    public static Process Run(string assembly, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = AppContext.BaseDirectory, UseShellExecute = false, RedirectStandardOutput = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, assembly));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        // an unread pipe would stop the process when it is full
        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        return process;
    }

    /// <summary>Waits until an address answers.</summary>
    /// <exception cref="InvalidOperationException">It does not within two minutes.</exception>
    public static async Task WaitAsync(Uri address)
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

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
