using System.Linq.Expressions;

namespace HuaihuaPilotZone.Corridors.Timetable;

/// <summary>Tells departures whose corridor runs on their day from those whose corridor is suspended then.</summary>
internal static class RunningWays
{
    /// <summary>As <see cref="Corridor.StatusOn"/> says it; a departure of no corridor runs.</summary>
    public static Expression<Func<Departure, bool>> Runs { get; } = d => d.Service!.Corridor == null
        || (d.Service.Corridor.Standings.Any(s => s.From <= d.Day)
            ? !d.Service.Corridor.Standings.Any(s => s.Status == CorridorStatus.Suspended && s.From <= d.Day && !d.Service.Corridor.Standings.Any(later => later.From > s.From && later.From <= d.Day))
            : d.Service.Corridor.Status != CorridorStatus.Suspended);
}
