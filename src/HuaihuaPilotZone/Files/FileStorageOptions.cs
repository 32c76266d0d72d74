using System.ComponentModel.DataAnnotations;

namespace HuaihuaPilotZone.Files;

/// <summary>Section "Files".</summary>
public sealed class FileStorageOptions
{
    /// <summary>Folder of the stored files, relative to the content root; never below wwwroot.</summary>
    [Required]
    public string Folder { get; set; } = "App_Data/files";

    /// <summary>Megabytes that one file may have.</summary>
    [Range(1, 28)]
    public int MostMegabytes { get; set; } = 20;

    public long MostBytes => MostMegabytes * 1024L * 1024L;
}
