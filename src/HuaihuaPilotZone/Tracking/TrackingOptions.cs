using System.ComponentModel.DataAnnotations;

namespace HuaihuaPilotZone.Tracking;

/// <summary>Section "Tracking".</summary>
public sealed class TrackingOptions
{
    /// <summary>Minutes by which an arrival or departure may be later than expected before an alert is raised.</summary>
    [Range(1, 10_080)]
    public int LateMinutes { get; set; } = 120;

    /// <summary>Minutes without a reading after which a sensor counts as silent.</summary>
    [Range(1, 10_080)]
    public int SilentSensorMinutes { get; set; } = 120;

    /// <summary>Days that readings of sensors are kept.</summary>
    [Range(1, 3650)]
    public int ReadingsKeptDays { get; set; } = 90;

    /// <summary>Live views that this instance keeps open at a time.</summary>
    [Range(0, 10_000)]
    public int MostStreams { get; set; } = 200;

    internal AlertLimits Limits => new(TimeSpan.FromMinutes(LateMinutes), TimeSpan.FromMinutes(SilentSensorMinutes));
}
