using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace HuaihuaPilotZone.Files;

/// <summary>Where the content of files lies.</summary>
public enum FileStorageKind
{
    /// <summary>A folder; several instances share it through a network file system.</summary>
    Folder,

    /// <summary>The database, where instances share no folder.</summary>
    Database,
}

/// <summary>Section "Files".</summary>
public sealed class FileStorageOptions
{
    /// <summary>Files that were kept in the other place are not found there: move them before this is changed.</summary>
    public FileStorageKind Storage { get; set; }

    /// <summary>Folder of the stored files, relative to the content root; never below wwwroot.</summary>
    [Required]
    public string Folder { get; set; } = "App_Data/files";

    /// <summary>Megabytes that one file may have.</summary>
    [Range(1, 28)]
    public int MostMegabytes { get; set; } = 20;

    public long MostBytes => MostMegabytes * 1024L * 1024L;

    /// <summary>Host and port of a ClamAV daemon that looks through uploads, such as clamav:3310; empty for none.</summary>
    public string? Scanner { get; set; }

    /// <summary>Seconds that it may take for one file.</summary>
    [Range(1, 300)]
    public int ScannerSeconds { get; set; } = 30;

    /// <summary>Null for none, and for what is no host with a port.</summary>
    internal static (string Host, int Port)? ReadScanner(string? address) =>
        address?.LastIndexOf(':') is > 0 and var at && int.TryParse(address.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65535 ? (address[..at], port) : null;
}
