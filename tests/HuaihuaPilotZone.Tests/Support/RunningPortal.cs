using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Support;

/// <summary>A database and folders that several processes share, filled with the demonstration data. What a test has to prepare is prepared while none of them runs.</summary>
public sealed class SharedGround : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pilotzone-shared-");

    public string Folder => _folder.FullName;

    public string ConnectionString => $"Data Source={Path.Combine(Folder, "portal.db")}";

    /// <summary>Fills the database, in this process and with the tests' clock.</summary>
    public async Task PrepareAsync(Func<Portal, Task> prepare)
    {
        await using var portal = Portal.Own(
            ("ConnectionStrings:Sqlite", ConnectionString), ("Files:Folder", Path.Combine(Folder, "files")), ("Jobs:Parallel", "0"));
        await prepare(portal);
    }

    /// <summary>Looks into the database from outside, as a third one would.</summary>
    public async Task<T> WithDatabaseAsync<T>(Func<PortalDbContext, Task<T>> act)
    {
        var builder = PortalDatabase.UseSqlite(new DbContextOptionsBuilder<SqlitePortalDbContext>(), ConnectionString, new());
        await using var db = new SqlitePortalDbContext((DbContextOptions<SqlitePortalDbContext>)builder.Options);
        return await act(db);
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }
}

/// <summary>The built portal in a process of its own.</summary>
public sealed class RunningPortal : IAsyncDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;

    private RunningPortal(Process process, Uri root) => (_process, Root) = (process, root);

    public Uri Root { get; }

    public int ProcessId => _process.Id;

    public int ExitCode => _process.ExitCode;

    /// <summary>Starts an instance and waits until it is ready.</summary>
    public static async Task<RunningPortal> StartAsync(SharedGround ground, string name, params (string Key, string Value)[] settings)
    {
        var root = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = AppContext.BaseDirectory, UseShellExecute = false, RedirectStandardOutput = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "HuaihuaPilotZone.Web.dll"));
        (string Key, string Value)[] usual =
        [
            ("environment", "Development"), ("SignIn:StaffTwoFactor", "Offered"), ("urls", root.ToString()), ("Https:Redirect", "false"), ("ReloadStaticAssetsAtRuntime", "false"),
            ("Database:SeedDemonstration", "true"), ("Database:SqliteSynchronous", "NORMAL"), ("ConnectionStrings:Sqlite", ground.ConnectionString),
            ("Logs:Folder", Path.Combine(ground.Folder, "logs", name)), ("Files:Folder", Path.Combine(ground.Folder, "files")), ("Mail:Folder", Path.Combine(ground.Folder, "mail")),
            ("Personal:Keys:test", TestKeys.Encrypting), ("Personal:MarkKey", TestKeys.Marking), ("Webhooks:AllowLocal", "false"), ("Shutdown:ReadinessSeconds", "0"), ("Workers:StartAfterSeconds", "0"),
            ("Jobs:LeaseSeconds", "10"), ("Operations:LookSeconds", "1"), ("Operations:Alerts", "false"), ("RateLimits:PreCheck", "100000"), ("RateLimits:Tracking", "100000"),
        ];
        foreach (var (key, value) in usual.Concat(settings)) start.ArgumentList.Add($"--{key}={value}");
        var portal = new RunningPortal(Process.Start(start)!, root);
        // an unread pipe would stop the process when it is full
        _ = portal._process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        await portal.WaitUntilReadyAsync();
        return portal;
    }

    /// <summary>A browser at this instance; with the cookies of another one it is the same browser, sent here by a balancer.</summary>
    public Visitor Visit(CookieContainer? cookies = null) => new(new HttpClient(new SocketsHttpHandler { CookieContainer = cookies ?? new CookieContainer(), AllowAutoRedirect = false }) { BaseAddress = Root });

    /// <summary>Ends it as a power cut would.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    /// <summary>Asks it to stop in order, as a service manager does.</summary>
    public async Task TerminateAsync()
    {
        using var kill = Process.Start("kill", $"-TERM {ProcessId}");
        await kill.WaitForExitAsync();
    }

    public async Task<bool> HasExitedAsync(TimeSpan most)
    {
        using var patience = new CancellationTokenSource(most);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await KillAsync();
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task WaitUntilReadyAsync()
    {
        using var client = new HttpClient { BaseAddress = Root };
        for (var started = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(started) < _patience && !_process.HasExited; await Task.Delay(100))
        {
            try
            {
                using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
                if (answer.IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // not listening yet
            }
        }

        Assert.Fail($"The portal did not start{(_process.HasExited ? $", exit code {_process.ExitCode}" : "")}.");
    }
}
