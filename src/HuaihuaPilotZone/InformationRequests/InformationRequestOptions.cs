using System.ComponentModel.DataAnnotations;

namespace HuaihuaPilotZone.InformationRequests;

/// <summary>Section "InformationRequests". Whether a park committee has this duty depends on its status, so the module can be switched off.</summary>
public sealed class InformationRequestOptions
{
    public const string Section = "InformationRequests";

    /// <summary>Off: its pages are not there and nothing leads to them.</summary>
    public bool IsOpen { get; set; } = true;

    /// <summary>Days after the answer that applicant, content and answer are kept.</summary>
    [Range(30, 3650)]
    public int KeptDays { get; set; } = 730;
}
