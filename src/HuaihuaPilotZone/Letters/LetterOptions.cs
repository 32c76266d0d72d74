using System.ComponentModel.DataAnnotations;

namespace HuaihuaPilotZone.Letters;

/// <summary>Section "Letters".</summary>
public sealed class LetterOptions
{
    public const string Section = "Letters";

    /// <summary>Working days within which a 咨询 is answered; the portal's own promise.</summary>
    [Range(1, 60)]
    public int ConsultationDays { get; set; } = 5;

    /// <summary>Working days within which the other kinds are answered.</summary>
    [Range(1, 60)]
    public int OtherDays { get; set; } = 15;

    /// <summary>Days after the answer that writer, text and files are kept.</summary>
    [Range(30, 3650)]
    public int KeptDays { get; set; } = 730;

    public int LimitOf(LetterKind kind) => kind == LetterKind.Consultation ? ConsultationDays : OtherDays;
}
