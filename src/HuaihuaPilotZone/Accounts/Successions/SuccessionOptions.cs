using System.ComponentModel.DataAnnotations;

namespace HuaihuaPilotZone.Accounts.Successions;

/// <summary>Section "Successions".</summary>
public sealed class SuccessionOptions
{
    public const string Section = "Successions";

    /// <summary>Days that the present administrators have to object; the portal's own rule.</summary>
    [Range(1, 60)]
    public int ObjectionDays { get; set; } = 7;
}
