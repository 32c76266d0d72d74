using System.Text.Json;

namespace HuaihuaPilotZone.Backups;

/// <summary>What lies in a backup, so that it can be checked before anything is restored from it.</summary>
public sealed record BackupManifest
{
    public const string FileName = "manifest.json";
    public const string DatabaseName = "portal.db";
    public const string FilesFolder = "files";

    /// <summary>The present form of backups.</summary>
    public const int PresentFormat = 1;

    private static readonly JsonSerializerOptions _json = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public required int Format { get; init; }

    /// <summary>UTC; the database is as it was then or a moment later.</summary>
    public required DateTime MadeAt { get; init; }

    /// <summary>The last migration of the database.</summary>
    public required string Migration { get; init; }

    /// <summary>SHA-256 of the copy of the database, hexadecimal.</summary>
    public required string DatabaseHash { get; init; }

    public required long DatabaseBytes { get; init; }

    /// <summary>Rows of each table.</summary>
    public required SortedDictionary<string, long> Rows { get; init; }

    /// <summary>Uploaded files.</summary>
    public required int Files { get; init; }

    public required long FileBytes { get; init; }

    /// <summary>SHA-256 over the names of all files, which are the hashes of their contents, in order.</summary>
    public required string FilesHash { get; init; }

    /// <summary>Number and hash of the last block of the journal's chain; null before the first.</summary>
    public string? JournalHead { get; init; }

    /// <summary>What the checks of the copy found; null when all was well.</summary>
    public string? Fault { get; init; }

    /// <summary>Whether each table has the rows that were counted, and there is no other table.</summary>
    public bool Holds(IReadOnlyDictionary<string, long> rows) => rows.Count == Rows.Count && rows.All(t => Rows.TryGetValue(t.Key, out var count) && count == t.Value);

    public Task WriteAsync(string folder, CancellationToken cancellation) => File.WriteAllTextAsync(Path.Combine(folder, FileName), JsonSerializer.Serialize(this, _json), cancellation);

    /// <exception cref="BackupException">There is no manifest, or none that this build can read.</exception>
    public static async Task<BackupManifest> ReadAsync(string folder, CancellationToken cancellation)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path)) throw new BackupException($"{folder} 不是备份：没有 {FileName}。");
        BackupManifest? manifest;
        try
        {
            manifest = JsonSerializer.Deserialize<BackupManifest>(await File.ReadAllTextAsync(path, cancellation), _json);
        }
        catch (JsonException)
        {
            manifest = null;
        }

        return manifest is { Format: PresentFormat } ? manifest : throw new BackupException($"{path} 读不懂，可能由别的版本写成，或已损坏。");
    }
}

/// <summary>A backup or restore cannot be done; the message says why and what to do.</summary>
public sealed class BackupException(string message) : Exception(message);
