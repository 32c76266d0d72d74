using System.ComponentModel.DataAnnotations;

namespace HuaihuaPilotZone.Jobs;

/// <summary>Section "Jobs".</summary>
public sealed class JobOptions
{
    /// <summary>How many jobs this instance works on at a time; 0 leaves them to other instances.</summary>
    [Range(0, 16)]
    public int Parallel { get; set; } = 1;

    /// <summary>Seconds without a sign of life after which another instance takes a job over.</summary>
    [Range(10, 3600)]
    public int LeaseSeconds { get; set; } = 60;

    /// <summary>Runs without a step forward after which a job has failed.</summary>
    [Range(1, 20)]
    public int MostAttempts { get; set; } = 3;

    /// <summary>Days that ended jobs are kept.</summary>
    [Range(1, 3650)]
    public int KeptDays { get; set; } = 90;

    public TimeSpan Lease => TimeSpan.FromSeconds(LeaseSeconds);
}
