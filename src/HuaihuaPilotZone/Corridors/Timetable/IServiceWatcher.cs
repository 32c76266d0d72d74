namespace HuaihuaPilotZone.Corridors.Timetable;

/// <summary>Somebody who has to know when a service belongs to another corridor than before. Rooms that hold something on its departures add theirs.</summary>
public interface IServiceWatcher
{
    /// <summary>A service was moved to another corridor, or to none: as a part of the transaction that does it, after its departures have followed.</summary>
    /// <param name="former">Id of the corridor that it belonged to until now; null for none.</param>
    Task MovedAsync(int serviceId, int? former, CancellationToken cancellation);

    /// <summary>How many of what is held on its departures to come would belong to another corridor with it.</summary>
    Task<int> CountAsync(int serviceId, CancellationToken cancellation);
}
