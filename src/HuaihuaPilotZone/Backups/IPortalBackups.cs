namespace HuaihuaPilotZone.Backups;

/// <summary>What was restored.</summary>
/// <param name="KeptAside">Where the database of before lies now; null where there was none.</param>
/// <param name="Warning">What the checks found that a restore cannot mend; null when all was well.</param>
public sealed record RestoredBackup(BackupManifest Manifest, string? KeptAside, string? Warning);

/// <summary>Backups of the whole portal: database and uploaded files. SQLite only; SQL Server is backed up by its own means, see docs/backup.md.</summary>
public interface IPortalBackups
{
    /// <summary>Makes a backup in a folder that is not there yet, also while the portal runs and writes.</summary>
    /// <exception cref="BackupException">It cannot be made.</exception>
    Task<BackupManifest> MakeAsync(string path, CancellationToken cancellation);

    /// <summary>Brings a backup back while the portal is stopped.</summary>
    /// <param name="path">Folder of the backup.</param>
    /// <param name="overwrite">Whether data that is there may be put aside.</param>
    /// <exception cref="BackupException">It cannot be restored; nothing that was there has changed.</exception>
    Task<RestoredBackup> RestoreAsync(string path, bool overwrite, CancellationToken cancellation);
}

internal sealed class PortalBackups(BackupMaker maker, BackupRestorer restorer) : IPortalBackups
{
    public Task<BackupManifest> MakeAsync(string path, CancellationToken cancellation) => maker.MakeAsync(path, cancellation);

    public Task<RestoredBackup> RestoreAsync(string path, bool overwrite, CancellationToken cancellation) => restorer.RestoreAsync(path, overwrite, cancellation);
}
