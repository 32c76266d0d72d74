using System.ComponentModel.DataAnnotations;

namespace HuaihuaPilotZone.PublicPages;

/// <summary>Section "PublicPages".</summary>
public sealed class PublicPageOptions
{
    public const string Section = "PublicPages";

    /// <summary>False makes every page anew for every request.</summary>
    public bool Keep { get; set; } = true;

    /// <summary>Memory for kept pages.</summary>
    [Range(1, 1024)]
    public int MostMegabytes { get; set; } = 64;

    /// <summary>How often an instance looks for what others have changed.</summary>
    [Range(1, 3600)]
    public int LookSeconds { get; set; } = 1;
}
