using System.ComponentModel.DataAnnotations;

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
}
