using System.ComponentModel.DataAnnotations;

namespace HuaihuaPilotZone.Corridors.Planning;

/// <summary>Section "Planner".</summary>
public sealed class PlannerOptions
{
    /// <summary>Labels that one question may make: by count and not by time, so that the same question always gets the same answer.</summary>
    [Range(1, 100_000_000)]
    public int MostLabels { get; set; } = RoutePlanner.MostLabels;
}
