namespace HuaihuaPilotZone.Corridors.Keeping;

/// <summary>Somebody who has to know when a corridor is suspended on other days than before. Rooms that hold something on its departures add theirs.</summary>
public interface ICorridorWatcher
{
    /// <summary>The statuses of a corridor were changed: as a part of the transaction that does it.</summary>
    /// <param name="corridor">With its statuses as they are now.</param>
    /// <param name="before">When it was suspended until now.</param>
    Task FollowAsync(Corridor corridor, SuspendedDays before, CancellationToken cancellation);

    /// <summary>How many of what is held would fall into other days than before.</summary>
    Task<int> CountAsync(int corridorId, SuspendedDays before, SuspendedDays after, CancellationToken cancellation);
}
