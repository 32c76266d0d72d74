using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Messages;
using HuaihuaPilotZone.Operations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Jobs;

/// <summary>Whether a run may go on.</summary>
public enum LeaseState
{
    Held,

    /// <summary>Somebody asked to stop the job.</summary>
    CancelAsked,

    /// <summary>Another instance has it.</summary>
    Lost,
}

/// <summary>Who works on which job. Each act is one conditional UPDATE that names the lease, so that of several instances one succeeds and a late one changes nothing.</summary>
public sealed class JobLeases(PortalDbContext db, Outbox outbox, InstanceIdentity instance, IEnumerable<JobKind> known, IOptions<JobOptions> options, ChinaTime time)
{
    private const int Candidates = 10;
    private const string Interrupted = "处理多次中断，已停止。请重新执行；仍不成功请把任务编号告诉园区管理员。";

    /// <summary>Takes the job that has waited longest among those of the given kinds that nobody works on.</summary>
    public async Task<Job?> TakeAsync(IReadOnlyCollection<string> kinds, CancellationToken cancellation)
    {
        var now = time.UtcNow;
        var free = await Free(kinds, now).OrderBy(j => j.DueAt).ThenBy(j => j.Id).Select(j => j.Id).Take(Candidates).ToListAsync(cancellation);
        foreach (var id in free)
        {
            var (lease, until) = (instance.NewLease(), now + options.Value.Lease);
            var taken = await Free(kinds, now).Where(j => j.Id == id).ExecuteUpdateAsync(
                set => set.SetProperty(j => j.State, JobState.Running).SetProperty(j => j.Lease, lease).SetProperty(j => j.LeasedUntil, until)
                    .SetProperty(j => j.Attempts, j => j.Attempts + 1).SetProperty(j => j.RunStartedAt, now).SetProperty(j => j.RunStartedFrom, j => j.DoneCount),
                cancellation);
            if (taken == 1 && await db.Jobs.AsNoTracking().SingleOrDefaultAsync(j => j.Id == id && j.Lease == lease, cancellation) is { } job) return job;
        }
        return null;
    }

    /// <summary>A sign of life.</summary>
    public async Task<LeaseState> RenewAsync(Job job, CancellationToken cancellation)
    {
        var until = time.UtcNow + options.Value.Lease;
        if (await Mine(job).Where(j => j.CancelAskedAt == null).ExecuteUpdateAsync(set => set.SetProperty(j => j.LeasedUntil, until), cancellation) == 1) return LeaseState.Held;
        return await Mine(job).AnyAsync(cancellation) ? LeaseState.CancelAsked : LeaseState.Lost;
    }

    /// <summary>Notes how far a run is; a sign of life besides.</summary>
    /// <param name="checkpoint">JSON; null leaves the earlier one.</param>
    /// <returns>False when the run must stop: somebody asked to, or another instance has the job.</returns>
    public async Task<bool> ReportAsync(Job job, long done, long? total, string? text, string? checkpoint, CancellationToken cancellation)
    {
        var now = time.UtcNow;
        var (until, said) = (now + options.Value.Lease, text is null ? null : Texts.Cut(text, Job.ProgressMaxLength));
        return await Mine(job).Where(j => j.CancelAskedAt == null).ExecuteUpdateAsync(
            set => set.SetProperty(j => j.Attempts, j => done > j.DoneCount ? 1 : j.Attempts)
                .SetProperty(j => j.DoneCount, done).SetProperty(j => j.TotalCount, total)
                .SetProperty(j => j.ProgressText, said).SetProperty(j => j.ProgressAt, now)
                .SetProperty(j => j.Checkpoint, j => checkpoint ?? j.Checkpoint)
                .SetProperty(j => j.LeasedUntil, until),
            cancellation) == 1;
    }

    /// <summary>The job is done; its owner is told.</summary>
    public Task<bool> FinishAsync(Job job, JobResult result, CancellationToken cancellation) =>
        EndAsync(job, JobState.Done, "已完成", result.Text, result.Link, cancellation);

    /// <summary>The job has failed for good; its owner is told.</summary>
    /// <param name="reason">A sentence for the owner.</param>
    public Task<bool> FailAsync(Job job, string reason, CancellationToken cancellation) => EndAsync(job, JobState.Failed, "未完成", reason, null, cancellation);

    /// <summary>The job was stopped as asked.</summary>
    public async Task<bool> StopAsync(Job job, CancellationToken cancellation)
    {
        var now = time.UtcNow;
        return await Mine(job).ExecuteUpdateAsync(
            set => set.SetProperty(j => j.State, JobState.Canceled).SetProperty(j => j.EndedAt, now).SetProperty(j => j.Lease, (string?)null)
                .SetProperty(j => j.LeasedUntil, (DateTime?)null), cancellation) == 1;
    }

    /// <summary>After a fault: tries again a little later, or fails when that has been done often enough.</summary>
    public async Task<bool> FaultAsync(Job job, CancellationToken cancellation)
    {
        // counted anew by every step forward, so the stored number decides and not the one the run began with
        var attempts = await Mine(job).Select(j => j.Attempts).SingleOrDefaultAsync(cancellation);
        if (attempts >= options.Value.MostAttempts) return await FailAsync(job, $"处理中出现意外，已试 {attempts} 次。请稍后重新执行；仍不成功请把任务编号 {job.Id} 告诉园区管理员。", cancellation);
        return await LetGoAsync(job, time.UtcNow + Pause(attempts), countsAttempt: true, cancellation);
    }

    /// <summary>The portal is being stopped: another instance, or this one after its restart, goes on at once.</summary>
    public Task<bool> ReleaseAsync(Job job, CancellationToken cancellation) => LetGoAsync(job, time.UtcNow, countsAttempt: false, cancellation);

    /// <summary>Whether the runs of this job have died too often without a step forward; if so, it has failed now.</summary>
    public async Task<bool> IsHopelessAsync(Job job, CancellationToken cancellation) =>
        job.Attempts > options.Value.MostAttempts && await FailAsync(job, Interrupted, cancellation);

    /// <summary>Forgets jobs that ended long ago.</summary>
    /// <returns>How many.</returns>
    public Task<int> ForgetOldAsync(CancellationToken cancellation)
    {
        var before = time.UtcNow.AddDays(-options.Value.KeptDays);
        return db.Jobs.Where(j => j.EndedAt != null && j.EndedAt < before).ExecuteDeleteAsync(cancellation);
    }

    private async Task<bool> LetGoAsync(Job job, DateTime due, bool countsAttempt, CancellationToken cancellation) => await Mine(job).ExecuteUpdateAsync(
        set => set.SetProperty(j => j.State, JobState.Waiting).SetProperty(j => j.DueAt, due).SetProperty(j => j.Lease, (string?)null)
            .SetProperty(j => j.Attempts, j => countsAttempt ? j.Attempts : j.Attempts - 1).SetProperty(j => j.LeasedUntil, (DateTime?)null), cancellation) == 1;

    private async Task<bool> EndAsync(Job job, JobState state, string word, string text, string? link, CancellationToken cancellation)
    {
        var outcome = await db.InTransactionAsync(
            async token =>
            {
                var (now, said) = (time.UtcNow, Texts.Cut(text, Job.ResultMaxLength));
                var ended = await Mine(job).ExecuteUpdateAsync(
                    set => set.SetProperty(j => j.State, state).SetProperty(j => j.EndedAt, now).SetProperty(j => j.Outcome, said).SetProperty(j => j.OutcomeLink, link)
                        .SetProperty(j => j.Lease, (string?)null).SetProperty(j => j.LeasedUntil, (DateTime?)null), token);
                if (ended == 0) return Outcome.Refused("lost");
                if (job.OwnerId is { } owner)
                {
                    var address = known.FirstOrDefault(k => k.Name == job.Kind)?.Page ?? (job.EnterpriseId is null ? $"/park/jobs/{job.Id}" : $"/enterprise/jobs/{job.Id}");
                    await outbox.NotifyAsync(Audience.Person(owner), new NoticeDraft(MessageKind.JobEnded, $"{job.Title}：{word}", $"{job.Title}：{word}。{said}", address, job.EnterpriseId), token);
                    await db.SaveChangesAsync(token);
                }
                return Outcome.Done;
            },
            cancellation);
        return outcome.IsDone;
    }

    /// <summary>
    /// What nobody works on. A lease that ends later than any taken now could, and a wait that is longer than any, come from a clock that was set back
    /// since; a job that was never tried waits for nothing. Twice the longest is allowed, since clocks of several machines differ a little.
    /// </summary>
    private IQueryable<Job> Free(IReadOnlyCollection<string> kinds, DateTime now)
    {
        var (lease, wait) = (now + (options.Value.Lease * 2), now + (Pause(options.Value.MostAttempts) * 2));
        return db.Jobs.Where(j => kinds.Contains(j.Kind)
            && ((j.State == JobState.Waiting && (j.DueAt <= now || j.Attempts == 0 || j.DueAt > wait)) || (j.State == JobState.Running && (j.LeasedUntil < now || j.LeasedUntil > lease))));
    }

    private static TimeSpan Pause(int attempts) => TimeSpan.FromSeconds(10 * attempts * attempts);

    private IQueryable<Job> Mine(Job job) => db.Jobs.Where(j => j.Id == job.Id && j.Lease == job.Lease && j.State == JobState.Running);
}
