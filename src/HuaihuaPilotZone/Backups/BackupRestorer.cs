using System.Globalization;
using System.Security.Cryptography;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Files;
using HuaihuaPilotZone.Journal.Seals;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Backups;

/// <summary>
/// Brings a backup back: everything is checked first, the files are added (those of one content bear one name, so none is overwritten), and the
/// database takes its place by one renaming. Before that nothing has changed, after it everything has.
/// </summary>
internal sealed class BackupRestorer(PortalDbContext db, IFileStorage storage, IOptions<JournalOptions> options, ChinaTime time)
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const string Running = "门户还在运行，或别的程序打开着数据库，没有恢复。请先停止门户。";

    /// <param name="path">Folder of the backup.</param>
    /// <param name="overwrite">Whether data that is there may be put aside.</param>
    /// <exception cref="BackupException">It cannot be restored; nothing that was there has changed.</exception>
    public async Task<RestoredBackup> RestoreAsync(string path, bool overwrite, CancellationToken cancellation)
    {
        if (!db.Database.IsSqlite()) throw new BackupException("这个命令只恢复 SQLite。SQL Server 请按 docs/backup.md 恢复。");
        var manifest = await CheckAsync(path, cancellation);
        var target = new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource;
        if (!overwrite && (File.Exists(target) || (!storage.IsInDatabase && storage.Hashes().Any())))
            throw new BackupException($"{target} 或文件目录里已有数据，没有恢复。确定要用备份代替时，请加上 --overwrite；原来的数据库会改名保留。");
        var staged = $"{target}.restoring";
        foreach (var left in new[] { staged, $"{staged}-wal", $"{staged}-shm", $"{staged}-journal" }) File.Delete(left);
        try
        {
            var warning = await StageAsync(path, staged, manifest, cancellation);
            if (!storage.IsInDatabase) await AddFilesAsync(path, cancellation);
            return new RestoredBackup(manifest, await SwapAsync(staged, target, cancellation), warning);
        }
        catch
        {
            File.Delete(staged);
            throw;
        }
    }

    /// <summary>Holds a backup against its manifest.</summary>
    private async Task<BackupManifest> CheckAsync(string path, CancellationToken cancellation)
    {
        var manifest = await BackupManifest.ReadAsync(path, cancellation);
        var database = Path.Combine(path, BackupManifest.DatabaseName);
        if (!db.Database.GetMigrations().Contains(manifest.Migration, StringComparer.Ordinal))
            throw new BackupException($"备份的数据库结构（{manifest.Migration}）比本版本新。请用做备份的版本或更新的版本恢复。");
        if (!File.Exists(database) || await new SqliteCopy(database).HashAsync(cancellation) != manifest.DatabaseHash)
            throw new BackupException("备份里的数据库与清单的哈希不符，备份已损坏，没有恢复。");
        var names = new List<string>();
        foreach (var file in Files(path))
        {
            names.Add(Path.GetFileName(file));
            if (await HashAsync(file, cancellation) != names[^1]) throw new BackupException($"备份里的文件 {names[^1]} 内容已损坏，没有恢复。");
        }

        if (names.Count != manifest.Files || SqliteCopy.HashOf(names.Order(StringComparer.Ordinal)) != manifest.FilesHash)
            throw new BackupException("备份里的上传文件与清单不符，备份不完整，没有恢复。");
        return manifest;
    }

    /// <returns>What the journal's verification found; null when it is whole.</returns>
    private async Task<string?> StageAsync(string path, string staged, BackupManifest manifest, CancellationToken cancellation)
    {
        if (Path.GetDirectoryName(staged) is { Length: > 0 } folder) Directory.CreateDirectory(folder);
        await using (var source = File.OpenRead(Path.Combine(path, BackupManifest.DatabaseName)))
        await using (var copy = new FileStream(staged, FileMode.CreateNew))
        {
            await source.CopyToAsync(copy, cancellation);
            copy.Flush(flushToDisk: true);
        }

        var database = new SqliteCopy(staged);
        if (await database.DamageAsync(cancellation) is { } damage) throw new BackupException($"备份不能用：{damage}");
        if (!manifest.Holds(await database.CountAsync(cancellation))) throw new BackupException("备份里各表的行数与清单不符，没有恢复。");
        // the keys of encrypted columns may lie in this very database, so values and receipts are verified after the start
        var fault = manifest.Migration == db.Database.GetMigrations().Last() ? (await database.VerifyJournalAsync(options, time, keys: null, cancellation)).Fault?.Words : null;
        await database.OpenForWorkAsync(cancellation);
        return fault;
    }

    private async Task AddFilesAsync(string path, CancellationToken cancellation)
    {
        foreach (var file in Files(path))
        {
            var hash = Path.GetFileName(file);
            await using (var incoming = storage.Receive())
            {
                await using var source = File.OpenRead(file);
                await source.CopyToAsync(incoming.Stream, cancellation);
                await storage.KeepAsync(incoming, hash, cancellation);
            }

            await using var kept = storage.OpenRead(hash);
            if (Convert.ToHexStringLower(await SHA256.HashDataAsync(kept, cancellation)) != hash)
                throw new BackupException($"文件目录里原有的 {hash} 内容已损坏。请把文件目录移开后再恢复。");
        }
    }

    /// <returns>Where the database of before lies now.</returns>
    private async Task<string?> SwapAsync(string staged, string target, CancellationToken cancellation)
    {
        if (!File.Exists(target))
        {
            foreach (var left in new[] { $"{target}-wal", $"{target}-shm" }) File.Delete(left);
            File.Move(staged, target);
            return null;
        }

        var aside = string.Create(CultureInfo.InvariantCulture, $"{target}.before-restore-{time.UtcNow:yyyyMMdd'T'HHmmss'Z'}");
        await FoldAsync(target, aside, cancellation);
        // the file of before keeps a second name, then the new one takes its place in one step
        File.Replace(staged, target, aside);
        return aside;
    }

    /// <summary>Brings everything into the one file of the database, which also shows that nobody works on it. A log of a broken database goes aside with it.</summary>
    private static async Task FoldAsync(string target, string aside, CancellationToken cancellation)
    {
        try
        {
            await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = target, Pooling = false, DefaultTimeout = 1 }.ToString());
            await connection.OpenAsync(cancellation);
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA journal_mode=DELETE";
            if (await command.ExecuteScalarAsync(cancellation) is not "delete") throw new BackupException(Running);
        }
        catch (SqliteException e) when (e.SqliteErrorCode is Busy or Locked)
        {
            throw new BackupException(Running);
        }
        catch (SqliteException)
        {
            // it is broken, which may be why it is replaced
        }

        foreach (var ending in new[] { "-wal", "-shm" })
        {
            if (File.Exists(target + ending)) File.Move(target + ending, aside + ending);
        }
    }

    private static IEnumerable<string> Files(string path)
    {
        var folder = Path.Combine(path, BackupManifest.FilesFolder);
        return Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories) : [];
    }

    private static async Task<string> HashAsync(string file, CancellationToken cancellation)
    {
        await using var content = File.OpenRead(file);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellation));
    }
}
