using System.Globalization;
using System.Security.Cryptography;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Files;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Journal.Seals;
using HuaihuaPilotZone.Personal.Keys;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Backups;

/// <summary>
/// Makes a backup of a SQLite portal while it is running and writing: first the database, as it stands at one moment, then the uploaded files
/// that it knows. Files are named by their content and are kept for a while after nothing refers to them, so those of that moment are all there.
/// </summary>
internal sealed class BackupMaker(PortalDbContext db, IFileStorage storage, PersonalKeyRing keys, IOptions<JournalOptions> options, PortalJournal journal, ChinaTime time)
{
    /// <summary>Makes a backup in a folder that is not there yet. Half a backup never bears that name.</summary>
    /// <exception cref="BackupException">It cannot be made.</exception>
    public async Task<BackupManifest> MakeAsync(string path, CancellationToken cancellation)
    {
        if (!db.Database.IsSqlite()) throw new BackupException("这个命令只备份 SQLite。SQL Server 请按 docs/backup.md 用 BACKUP DATABASE 备份数据库，并备份文件目录。");
        if (File.Exists(path) || (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any())) throw new BackupException($"{path} 已存在且不是空目录。请换一个目录名，旧的备份不会被覆盖。");
        var half = $"{Path.TrimEndingDirectorySeparator(path)}.partial-{Guid.NewGuid():N}";
        Directory.CreateDirectory(half);
        BackupManifest manifest;
        try
        {
            manifest = await FillAsync(half, cancellation);
            if (Directory.Exists(path)) Directory.Delete(path);
            Directory.Move(half, path);
        }
        catch
        {
            Directory.Delete(half, recursive: true);
            throw;
        }

        await NoteAsync(manifest, cancellation);
        return manifest;
    }

    /// <summary>Noted in the running portal, which says so when the last good one has become old.</summary>
    private Task NoteAsync(BackupManifest manifest, CancellationToken cancellation)
    {
        if (manifest.Fault is not null) return Task.CompletedTask;
        journal.Write(JournalSubjects.Backup, manifest.MadeAt.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture), BackupActs.Made, string.Create(CultureInfo.InvariantCulture, $"{manifest.Files} 个文件"));
        return db.SaveChangesAsync(cancellation);
    }

    private async Task<BackupManifest> FillAsync(string folder, CancellationToken cancellation)
    {
        var (madeAt, database) = (time.UtcNow, Path.Combine(folder, BackupManifest.DatabaseName));
        var copy = new SqliteCopy(database);
        await CopyDatabaseAsync(copy, cancellation);
        await copy.CloseAsync(cancellation);
        var hashes = await copy.FileHashesAsync(cancellation);
        var bytes = 0L;
        foreach (var hash in hashes) bytes += await CopyFileAsync(hash, Path.Combine(folder, BackupManifest.FilesFolder), cancellation);
        var damage = await copy.DamageAsync(cancellation);
        var verdict = await copy.VerifyJournalAsync(options, time, keys, cancellation);
        var manifest = new BackupManifest
        {
            Format = BackupManifest.PresentFormat,
            MadeAt = madeAt,
            Migration = (await db.Database.GetAppliedMigrationsAsync(cancellation)).Last(),
            DatabaseHash = await copy.HashAsync(cancellation),
            DatabaseBytes = new FileInfo(database).Length,
            Rows = await copy.CountAsync(cancellation),
            Files = hashes.Count,
            FileBytes = bytes,
            FilesHash = SqliteCopy.HashOf(hashes),
            JournalHead = verdict.Head,
            Fault = damage ?? verdict.Fault?.Words,
        };
        await manifest.WriteAsync(folder, cancellation);
        return manifest;
    }

    /// <summary>By SQLite's own online copy: one reading transaction, which holds up no writer.</summary>
    private async Task CopyDatabaseAsync(SqliteCopy copy, CancellationToken cancellation)
    {
        await db.Database.OpenConnectionAsync(cancellation);
        await using var target = new SqliteConnection(copy.ConnectionString);
        await target.OpenAsync(cancellation);
        ((SqliteConnection)db.Database.GetDbConnection()).BackupDatabase(target);
    }

    /// <returns>Bytes.</returns>
    private async Task<long> CopyFileAsync(string hash, string folder, CancellationToken cancellation)
    {
        var place = Path.Combine(folder, hash[..2]);
        Directory.CreateDirectory(place);
        try
        {
            await using var source = storage.OpenRead(hash);
            await using var target = new FileStream(Path.Combine(place, hash), FileMode.CreateNew, FileAccess.ReadWrite);
            await source.CopyToAsync(target, cancellation);
            target.Flush(flushToDisk: true);
            target.Position = 0;
            var found = Convert.ToHexStringLower(await SHA256.HashDataAsync(target, cancellation));
            return found == hash ? target.Length : throw new BackupException($"上传的文件 {hash} 内容已损坏，没有备份。请先从以前的备份取回它。");
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new BackupException($"上传的文件 {hash} 不见了，没有备份。请核对 Files:Folder 是不是这个门户的目录，或从以前的备份取回它。");
        }
    }
}
