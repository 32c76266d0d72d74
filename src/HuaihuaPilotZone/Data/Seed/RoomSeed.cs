namespace HuaihuaPilotZone.Data.Seed;

/// <summary>What one room brings into an empty database. Both acts add only what is missing; they run when the database meets a build for the first time (<see cref="SeedMark"/>).</summary>
public abstract class RoomSeed
{
    /// <summary>Rooms that others refer to come first.</summary>
    public abstract int Order { get; }

    /// <summary>Whether its reference data rests on more than the build, so that it is looked after at every start.</summary>
    public virtual bool IsForEveryStart => false;

    /// <summary>Reference data: always.</summary>
    public virtual Task EnsureReferenceAsync(CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Demonstration data, visibly marked as such: only where it was asked for.</summary>
    public virtual Task EnsureDemonstrationAsync(CancellationToken cancellation) => Task.CompletedTask;
}
