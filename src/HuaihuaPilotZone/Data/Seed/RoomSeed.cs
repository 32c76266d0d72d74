namespace HuaihuaPilotZone.Data.Seed;

/// <summary>What one room brings into an empty database. Both acts may run at every start and add only what is missing.</summary>
public abstract class RoomSeed
{
    /// <summary>Rooms that others refer to come first.</summary>
    public abstract int Order { get; }

    /// <summary>Reference data: always.</summary>
    public virtual Task EnsureReferenceAsync(CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Demonstration data, visibly marked as such: only where it was asked for.</summary>
    public virtual Task EnsureDemonstrationAsync(CancellationToken cancellation) => Task.CompletedTask;
}
