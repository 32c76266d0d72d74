using System.ComponentModel.DataAnnotations;

namespace HuaihuaPilotZone.Personal;

/// <summary>Section "Privacy": how soon people are answered and how long what names them is kept.</summary>
public sealed class PrivacyOptions
{
    public const string Section = "Privacy";

    /// <summary>Working days within which a request is answered; the portal's own promise, as the privacy notice says it.</summary>
    [Range(1, 60)]
    public int RequestDays { get; set; } = 15;

    /// <summary>Hour in Huaihua from which the night's look at what is to end may begin.</summary>
    [Range(0, 23)]
    public int RetentionHour { get; set; } = 2;

    /// <summary>Days that a notice is kept.</summary>
    [Range(30, 3650)]
    public int NoticeDays { get; set; } = 730;

    /// <summary>Days after which a mail that could not be delivered is deleted.</summary>
    [Range(7, 3650)]
    public int FailedMailDays { get; set; } = 90;

    /// <summary>Days after its end that an invitation still says to whom it went.</summary>
    [Range(7, 3650)]
    public int InvitationDays { get; set; } = 180;

    /// <summary>Days after the decision that an entry application still names its contact.</summary>
    [Range(30, 3650)]
    public int ApplicationDays { get; set; } = 730;

    /// <summary>Days after its end that a lead still names its contact and participants.</summary>
    [Range(30, 3650)]
    public int LeadDays { get; set; } = 730;

    /// <summary>Days after its end that an import of the roster keeps what it has overwritten.</summary>
    [Range(30, 3650)]
    public int ImportDays { get; set; } = 180;

    /// <summary>Days after the decision that a succession still says who asked.</summary>
    [Range(30, 3650)]
    public int SuccessionDays { get; set; } = 730;

    /// <summary>Days that a passage through the gate still says by which vehicle.</summary>
    [Range(30, 3650)]
    public int VehicleDays { get; set; } = 730;

    /// <summary>Days that the journal keeps old and new values of personal fields.</summary>
    [Range(180, 3650)]
    public int JournalValueDays { get; set; } = 1095;

    /// <summary>Rows of an export of one's own data beyond which a job makes it.</summary>
    [Range(100, 100_000)]
    public int ExportRows { get; set; } = 5000;

    /// <summary>Days that such an export can be downloaded; then its content is removed.</summary>
    [Range(1, 30)]
    public int ExportDays { get; set; } = 7;

    /// <summary>Days that ended consents and answered requests are kept as proof.</summary>
    [Range(180, 3650)]
    public int ProofDays { get; set; } = 1095;
}
