using System.ComponentModel.DataAnnotations;

namespace HuaihuaPilotZone.Tracking;

/// <summary>Section "Events".</summary>
public sealed class EventOptions
{
    /// <summary>Events of one call.</summary>
    [Range(1, 5000)]
    public int MostPerCall { get; set; } = 500;

    /// <summary>Events that may wait for their commit; more are answered with 429.</summary>
    [Range(1, 100_000)]
    public int MostWaiting { get; set; } = 5000;

    /// <summary>Events that are written in one transaction.</summary>
    [Range(1, 10_000)]
    public int MostPerCommit { get; set; } = 1000;
}
