using System.ComponentModel.DataAnnotations;

namespace HuaihuaPilotZone.SiteChecks;

/// <summary>Section "SiteChecks".</summary>
public sealed class SiteCheckOptions
{
    public const string Section = "SiteChecks";

    /// <summary>Whether the nightly inspection asks other sites whether the pages are there that published texts link to.</summary>
    public bool ForeignLinks { get; set; }

    /// <summary>Most addresses of other sites that are asked in one night.</summary>
    [Range(1, 5000)]
    public int MostForeignLinks { get; set; } = 200;
}
