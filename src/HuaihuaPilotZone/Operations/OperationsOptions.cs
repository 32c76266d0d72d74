using System.ComponentModel.DataAnnotations;

namespace HuaihuaPilotZone.Operations;

/// <summary>Section "Operations".</summary>
public sealed class OperationsOptions
{
    /// <summary>Whether incidents are looked for and told to administrators.</summary>
    public bool Alerts { get; set; } = true;

    /// <summary>Seconds between two looks, and between two signs of life.</summary>
    [Range(1, 300)]
    public int LookSeconds { get; set; } = 15;

    /// <summary>Instances that should be alive.</summary>
    [Range(1, 100)]
    public int Instances { get; set; } = 1;

    /// <summary>Minutes that the oldest job, mail or call of a webhook may be overdue.</summary>
    [Range(1, 1440)]
    public int QueueMinutes { get; set; } = 15;

    /// <summary>Faults of pages within ten minutes that are too many.</summary>
    [Range(1, 100000)]
    public int ErrorsInTenMinutes { get; set; } = 20;

    /// <summary>Mails given up within a day that are too many.</summary>
    [Range(1, 100000)]
    public int FailedMailsPerDay { get; set; } = 5;

    /// <summary>Megabytes that have to be free where an instance keeps its log.</summary>
    [Range(1, 10_000_000)]
    public long FreeMegabytes { get; set; } = 2048;

    /// <summary>Hours without which nightly work counts as not done.</summary>
    [Range(2, 720)]
    public int WorkHours { get; set; } = 36;

    /// <summary>Hours after which the last backup counts as old, and within which the first one is due; 0 where backups are watched by other means.</summary>
    [Range(0, 720)]
    public int BackupHours { get; set; } = 36;

    /// <summary>Days that faults and ended incidents can be looked up.</summary>
    [Range(1, 3650)]
    public int KeptDays { get; set; } = 180;

    /// <summary>Faults that are kept at most; the oldest go first.</summary>
    [Range(100, 1_000_000)]
    public int MostErrors { get; set; } = 20_000;

    /// <summary>Silence after which an instance counts as lost: four rounds, so that a slow one does not.</summary>
    public TimeSpan LostAfter => TimeSpan.FromSeconds(Math.Max(10, LookSeconds * 4));
}
