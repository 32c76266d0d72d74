using System.Globalization;

namespace HuaihuaPilotZone.Benchmarks.Crash;

/// <summary>What a drill came to.</summary>
/// <param name="Offences">Everything that is not as it must be; empty when all is well.</param>
internal sealed record CrashResult(IReadOnlyList<string> Offences, string Summary);

/// <summary>
/// Kills the portal with kill -9 in the middle of filing, booking, importing, publishing and receiving events, starts it again and looks what
/// is there: <code>crash KILLS SEED</code>. It shows the death of the process, not that of the machine.
/// </summary>
internal static class CrashDrill
{
    private const int OrdersPerRound = 60;
    private const int TextsPerRound = 20;

    private static readonly TimeSpan _settling = TimeSpan.FromMinutes(2);

    public static async Task RunAsync(string[] args)
    {
        if (args is not [var kills, var seed]) throw new ArgumentException("crash KILLS SEED", nameof(args));
        var result = await RunAsync(int.Parse(kills, CultureInfo.InvariantCulture), int.Parse(seed, CultureInfo.InvariantCulture), Console.Out);
        Console.WriteLine(result.Summary);
        foreach (var offence in result.Offences) Console.WriteLine(offence);
        if (result.Offences.Count > 0) Environment.ExitCode = 1;
    }

    /// <param name="seed">Decides when the portal is killed.</param>
    public static async Task<CrashResult> RunAsync(int kills, int seed, TextWriter log)
    {
        await using var portal = new CrashPortal();
        await portal.StartAsync();
        await using var work = new CrashWork(portal);
        var scene = await work.LayOutAsync();
        var clients = new CrashClients(portal, scene);
        var random = new Random(seed);
        for (var kill = 1; kill <= kills; kill++)
        {
            var batch = await work.UploadAsync(scene.Enterprise, OrdersPerRound, kill);
            var alive = TimeSpan.FromMilliseconds(random.Next(1500, 4000));
            await log.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"kill {kill} after {alive.TotalMilliseconds:0} ms"));
            using var stop = new CancellationTokenSource();
            var running = clients.RunAsync(stop.Token);
            await clients.BeginAsync(_settling);
            await WorkAsync(work, scene, batch, kill, alive);
            await portal.KillAsync();
            await stop.CancelAsync();
            await running;
            // what is due while the portal is dead is published in its first round, which the next kill may meet
            await work.ScheduleAsync(TextsPerRound, kill);
            await portal.StartAsync();
            await CommitAsync(work, scene, batch);
        }

        return await AuditAsync(portal, clients);
    }

    private static async Task WorkAsync(CrashWork work, CrashScene scene, int batch, int round, TimeSpan alive)
    {
        var until = DateTime.UtcNow + alive;
        while (DateTime.UtcNow < until)
        {
            if (await work.CommitAsync(scene.Enterprise, batch)) break;
            await Task.Delay(100);
        }

        // the import is under way now
        if (until - DateTime.UtcNow is { Ticks: > 0 } left) await Task.Delay(left);
        else await Task.Delay(round % 2 * 50);
    }

    /// <summary>What the kill did not let be ordered is ordered now.</summary>
    private static async Task CommitAsync(CrashWork work, CrashScene scene, int batch)
    {
        for (var until = DateTime.UtcNow + _settling; DateTime.UtcNow < until; await Task.Delay(250))
        {
            if (await work.CommitAsync(scene.Enterprise, batch) || await work.IsOrderedAsync(batch)) return;
        }
    }

    private static async Task<CrashResult> AuditAsync(CrashPortal portal, CrashClients clients)
    {
        await using var audit = new CrashAudit(portal);
        await audit.SettleAsync(_settling);
        var offences = await audit.LookAsync(clients);
        var summary = await audit.SummaryAsync(clients);
        await portal.KillAsync();
        var (code, said) = await portal.CommandAsync("verify-journal");
        if (code != 0) offences.Add($"the journal is not whole: {said}");
        return new CrashResult(offences, summary);
    }
}
