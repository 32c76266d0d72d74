using System.ComponentModel.DataAnnotations;

namespace HuaihuaPilotZone.Subscriptions;

/// <summary>Section "Subscriptions".</summary>
public sealed class SubscriptionOptions
{
    public const string Section = "Subscriptions";

    /// <summary>Hours in which the link to confirm can be used.</summary>
    [Range(1, 168)]
    public int ConfirmHours { get; set; } = 48;

    /// <summary>Days after which an address that nobody confirmed is deleted.</summary>
    [Range(1, 30)]
    public int UnconfirmedDays { get; set; } = 7;

    /// <summary>Minutes after which the form sends another mail to the same address.</summary>
    [Range(1, 1440)]
    public int MinutesBetweenMails { get; set; } = 60;

    /// <summary>Hour of the day, in Huaihua, from which the digests of a day go out.</summary>
    [Range(0, 23)]
    public int DigestHour { get; set; } = 8;
}
