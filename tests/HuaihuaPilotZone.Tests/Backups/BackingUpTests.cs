using System.Text.Json.Nodes;
using HuaihuaPilotZone.Backups;
using HuaihuaPilotZone.Benchmarks.Crash;
using Microsoft.Data.Sqlite;

namespace HuaihuaPilotZone.Tests.Backups;

/// <summary>The restore drill: back up the built portal under load, destroy its data, restore, compare.</summary>
public sealed class BackingUpTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_backup_under_load_brings_everything_back_that_was_acknowledged_before_it_began()
    {
        await using var portal = new CrashPortal();
        await portal.StartAsync();
        await using var work = new CrashWork(portal);
        var scene = await work.LayOutAsync();
        await work.UploadAsync(scene.Enterprise, orders: 5, round: 1);
        var clients = new CrashClients(portal, scene);
        using var stop = new CancellationTokenSource();
        var load = clients.RunAsync(stop.Token);
        await UntilAsync(() => clients.Submitted.Count >= 10 && clients.Booked.Count >= 2 && clients.Events.Count >= 20);
        var backup = Path.Combine(portal.Folder, "backups", "one");
        List<string> before = [.. clients.Submitted];

        var (code, said) = await portal.CommandAsync("backup", backup);
        var after = clients.Submitted.Count;
        Assert.True(code == 0, said);
        await UntilAsync(() => clients.Submitted.Count > after);
        var (running, why) = await portal.CommandAsync("restore", backup, "--overwrite");
        Assert.Equal(1, running);
        Assert.Contains("门户还在运行", why, StringComparison.Ordinal);
        await portal.KillAsync();
        await stop.CancelAsync();
        await load;

        SqliteConnection.ClearAllPools();
        foreach (var file in Directory.EnumerateFiles(portal.Folder, "portal.db*")) File.Delete(file);
        Directory.Delete(portal.Files, recursive: true);
        (code, said) = await portal.CommandAsync("restore", backup);
        Assert.True(code == 0, said);

        var manifest = await BackupManifest.ReadAsync(backup, Cancellation);
        Assert.Null(manifest.Fault);
        Assert.Equal(1, manifest.Files);
        await using (var audit = new CrashAudit(portal))
        {
            foreach (var (table, rows) in manifest.Rows) Assert.Equal((table, rows), (table, await audit.AskAsync($"SELECT COUNT(*) FROM \"{table}\"")));
            foreach (var number in before) Assert.Equal((number, 1), (number, await audit.AskAsync($"SELECT COUNT(*) FROM Submissions s JOIN Declarations d ON d.Id = s.DeclarationId WHERE d.Number = '{number}'")));
        }
        Assert.Equal(Path.GetFileName(Assert.Single(Content(backup))), Path.GetFileName(Assert.Single(Content(portal.Files))));
        await portal.StartAsync();
        using var client = new HttpClient { BaseAddress = portal.Root };
        Assert.True((await client.GetAsync(new Uri("/news", UriKind.Relative), Cancellation)).IsSuccessStatusCode);
    }

    [Fact]
    public async Task A_restore_overwrites_nothing_unasked_and_takes_nothing_that_is_damaged()
    {
        await using var portal = new CrashPortal();
        Assert.Equal(0, (await portal.CommandAsync("migrate")).Code);
        await using (var work = new CrashWork(portal)) await work.KeepFileAsync();
        var backup = Path.Combine(portal.Folder, "backups", "two");
        Assert.Equal(0, (await portal.CommandAsync("backup", backup)).Code);
        await using (var audit = new CrashAudit(portal)) Assert.Equal(1, await audit.AskAsync("SELECT COUNT(*) FROM JournalLines WHERE Subject = 'backup' AND Act = 'backup.made'"));

        await RefusedAsync(portal, "已存在且不是空目录", "backup", backup);
        await RefusedAsync(portal, "已有数据，没有恢复", "restore", backup);
        await RefusedAsync(portal, "不是备份", "restore", portal.Folder, "--overwrite");
        var (code, said) = await portal.CommandAsync("restore", backup, "--overwrite");
        Assert.True(code == 0, said);
        Assert.Contains("原来的数据库改名为", said, StringComparison.Ordinal);
        Assert.Single(Directory.EnumerateFiles(portal.Folder, "portal.db.before-restore-*"));

        var file = Assert.Single(Content(backup));
        await ChangeAsync(file);
        await RefusedAsync(portal, "内容已损坏，没有恢复", "restore", backup, "--overwrite");
        File.Delete(file);
        await RefusedAsync(portal, "备份不完整，没有恢复", "restore", backup, "--overwrite");
        await ChangeAsync(Path.Combine(backup, BackupManifest.DatabaseName));
        await RefusedAsync(portal, "与清单的哈希不符", "restore", backup, "--overwrite");
        await RewriteAsync(backup, m => m["migration"] = "20991231235959_Newer");
        await RefusedAsync(portal, "比本版本新", "restore", backup, "--overwrite");
        await RewriteAsync(backup, m => m["format"] = 99);
        await RefusedAsync(portal, "读不懂", "restore", backup, "--overwrite");
        Assert.Equal(0, (await portal.CommandAsync("verify-journal")).Code);
    }

    private static async Task RefusedAsync(CrashPortal portal, string sentence, params string[] arguments)
    {
        var (code, said) = await portal.CommandAsync(arguments);
        Assert.Equal(1, code);
        Assert.Contains(sentence, said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Content(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(f => Path.GetFileName(f).Length == 64);

    private static async Task ChangeAsync(string file)
    {
        var bytes = await File.ReadAllBytesAsync(file, Cancellation);
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(file, bytes, Cancellation);
    }

    private static async Task RewriteAsync(string backup, Action<JsonNode> change)
    {
        var path = Path.Combine(backup, BackupManifest.FileName);
        var manifest = JsonNode.Parse(await File.ReadAllTextAsync(path, Cancellation))!;
        change(manifest);
        await File.WriteAllTextAsync(path, manifest.ToJsonString(), Cancellation);
    }

    private static async Task UntilAsync(Func<bool> isDone)
    {
        for (var tries = 0; tries < 600 && !isDone(); tries++) await Task.Delay(100, Cancellation);
        Assert.True(isDone());
    }
}
