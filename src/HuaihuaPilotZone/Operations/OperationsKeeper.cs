using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Operations;

/// <summary>Writes down what this instance knows of itself, and sweeps what is too old.</summary>
public sealed class OperationsKeeper(PortalDbContext db, InstanceIdentity me, ErrorNotes errors, RouteTimes times, IOptions<OperationsOptions> options, ChinaTime time)
{
    /// <summary>Routes of an instance that are shown.</summary>
    public const int MostRoutes = 100;

    private const int MegabyteBits = 20;

    /// <summary>How long the times of an instance that is gone are shown.</summary>
    private static readonly TimeSpan _timesKept = TimeSpan.FromHours(1);

    /// <summary>How long instances that are gone are shown.</summary>
    private static readonly TimeSpan _instancesKept = TimeSpan.FromDays(30);

    /// <summary>A sign of life.</summary>
    /// <param name="folder">Where the log is kept; its disk is looked at.</param>
    public async Task BeatAsync(string folder, CancellationToken cancellation)
    {
        var (now, free, memory) = (time.UtcNow, new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace >> MegabyteBits, Environment.WorkingSet >> MegabyteBits);
        var seen = await db.PortalInstances.Where(i => i.Id == me.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.SeenAt, now).SetProperty(i => i.FreeMegabytes, free).SetProperty(i => i.MemoryMegabytes, memory), cancellation);
        if (seen == 1) return;
        db.PortalInstances.Add(new PortalInstance
        {
            Id = me.Id,
            Name = me.Name,
            Version = me.Version,
            StartedAt = me.StartedAt,
            SeenAt = now,
            FreeMegabytes = free,
            MemoryMegabytes = memory,
        });
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>The instance stops in order.</summary>
    public Task StopAsync(CancellationToken cancellation)
    {
        var now = time.UtcNow;
        return db.PortalInstances.Where(i => i.Id == me.Id).ExecuteUpdateAsync(set => set.SetProperty(i => i.SeenAt, now).SetProperty(i => i.StoppedAt, now), cancellation);
    }

    /// <summary>Keeps the faults that were noted since the last call.</summary>
    internal async Task KeepErrorsAsync(CancellationToken cancellation)
    {
        if (errors.Take() is not { Count: > 0 } taken) return;
        db.ErrorNotes.AddRange(taken);
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Writes the times of this instance's slowest routes anew.</summary>
    public Task KeepTimesAsync(CancellationToken cancellation) => db.InTransactionAsync(
        async token =>
        {
            var now = time.UtcNow;
            await db.RouteTimings.Where(t => t.InstanceId == me.Id).ExecuteDeleteAsync(token);
            var slowest = times.Slowest(MostRoutes).DistinctBy(t => Texts.Cut(t.Route, RouteTiming.RouteMaxLength), StringComparer.Ordinal);
            db.RouteTimings.AddRange(slowest.Select(t => new RouteTiming
            {
                InstanceId = me.Id,
                Route = Texts.Cut(t.Route, RouteTiming.RouteMaxLength),
                Count = t.Count,
                P50 = t.P50,
                P95 = t.P95,
                Most = t.Most,
                At = now,
            }));
            await db.SaveChangesAsync(token);
            return Outcome.Done;
        },
        cancellation);

    /// <summary>Forgets what nobody looks up any more.</summary>
    public async Task SweepAsync(CancellationToken cancellation)
    {
        var now = time.UtcNow;
        var (old, timesBefore, goneBefore) = (now.AddDays(-options.Value.KeptDays), now - _timesKept, now - _instancesKept);
        await db.RouteTimings.Where(t => t.At < timesBefore).ExecuteDeleteAsync(cancellation);
        await db.PortalInstances.Where(i => i.SeenAt < goneBefore && !db.RouteTimings.Any(t => t.InstanceId == i.Id)).ExecuteDeleteAsync(cancellation);
        await db.Incidents.Where(i => i.EndedAt != null && i.EndedAt < old).ExecuteDeleteAsync(cancellation);
        await db.ErrorNotes.Where(n => n.At < old).ExecuteDeleteAsync(cancellation);
        var first = await db.ErrorNotes.OrderByDescending(n => n.Id).Skip(options.Value.MostErrors).Select(n => (int?)n.Id).FirstOrDefaultAsync(cancellation);
        if (first is { } id) await db.ErrorNotes.Where(n => n.Id <= id).ExecuteDeleteAsync(cancellation);
    }
}
