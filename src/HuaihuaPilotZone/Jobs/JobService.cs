using System.Globalization;
using System.Text.Json;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Jobs;

/// <summary>Rings when a job was added.</summary>
public sealed class JobBell : Bell;

/// <summary>Whose jobs somebody may see and stop.</summary>
public sealed record JobScope
{
    private JobScope()
    {
    }

    /// <summary>All, for administrators.</summary>
    public static JobScope All { get; } = new() { IsAll = true };

    internal bool IsAll { get; private init; }

    internal int? EnterpriseId { get; private init; }

    internal int? OwnerId { get; private init; }

    public static JobScope OfEnterprise(int enterpriseId) => new() { EnterpriseId = enterpriseId };

    /// <summary>What a member of staff has started for the park.</summary>
    public static JobScope OfStaff(int userId) => new() { OwnerId = userId };
}

/// <summary>Starts jobs, shows them and stops them. A job is added beside the change that wants it; the caller saves both or neither.</summary>
public sealed class JobService(PortalDbContext db, JobBell bell, PortalJournal journal, Actor actor, ChinaTime time) : IDisposable
{
    public const string CanceledAct = "job.canceled";
    public const string RestartedAct = "job.restarted";

    private bool _hasAdded;

    /// <summary>Adds a job; its id is known once the caller has saved.</summary>
    /// <param name="kind">A kind that was registered with <c>AddJob</c>.</param>
    /// <param name="title">What it does, Chinese.</param>
    /// <param name="payload">What its handler needs; becomes JSON.</param>
    public Job Add(string kind, string title, object payload, int? enterpriseId)
    {
        var job = new Job
        {
            Kind = kind,
            Title = Texts.Cut(title, Job.TitleMaxLength),
            Payload = JsonSerializer.Serialize(payload),
            OwnerId = actor.UserId,
            OwnerName = actor.Name,
            EnterpriseId = enterpriseId,
            CreatedAt = time.UtcNow,
            DueAt = time.UtcNow,
        };
        db.Jobs.Add(job);
        _hasAdded = true;
        return job;
    }

    /// <summary>The newest first, without payload and checkpoint.</summary>
    public Task<Page<JobView>> ListAsync(JobScope scope, PageRequest page, CancellationToken cancellation) =>
        In(scope).OrderByDescending(j => j.Id).Select(JobView.Projection).ToPageAsync(page, cancellation);

    /// <summary>Null when there is none or it is not theirs.</summary>
    public Task<JobView?> FindAsync(JobScope scope, int id, CancellationToken cancellation) =>
        In(scope).Where(j => j.Id == id).Select(JobView.Projection).SingleOrDefaultAsync(cancellation);

    /// <summary>Stops a job: at once while it waits, at its next step while it runs.</summary>
    public Task<Outcome> CancelAsync(JobScope scope, int id, CancellationToken cancellation) => db.InTransactionAsync(
        async token =>
        {
            var now = time.UtcNow;
            var stopped = await In(scope).Where(j => j.Id == id && j.State == JobState.Waiting).ExecuteUpdateAsync(
                set => set.SetProperty(j => j.State, JobState.Canceled).SetProperty(j => j.CancelAskedAt, now).SetProperty(j => j.EndedAt, now), token);
            if (stopped == 0)
            {
                stopped = await In(scope).Where(j => j.Id == id && j.State == JobState.Running && j.CancelAskedAt == null)
                    .ExecuteUpdateAsync(set => set.SetProperty(j => j.CancelAskedAt, now), token);
            }
            if (stopped == 0) return Outcome.Refused("这个任务已经结束，或已在取消。");
            return await NoteAsync(id, CanceledAct, token);
        },
        cancellation);

    /// <summary>Starts a failed or cancelled job again, from where it came to.</summary>
    public Task<Outcome> RestartAsync(JobScope scope, int id, CancellationToken cancellation) => db.InTransactionAsync(
        async token =>
        {
            var now = time.UtcNow;
            var again = await In(scope).Where(j => j.Id == id && (j.State == JobState.Failed || j.State == JobState.Canceled)).ExecuteUpdateAsync(
                set => set.SetProperty(j => j.State, JobState.Waiting).SetProperty(j => j.Attempts, 0).SetProperty(j => j.DueAt, now)
                    .SetProperty(j => j.CancelAskedAt, (DateTime?)null).SetProperty(j => j.EndedAt, (DateTime?)null)
                    .SetProperty(j => j.Outcome, (string?)null).SetProperty(j => j.OutcomeLink, (string?)null),
                token);
            if (again == 0) return Outcome.Refused("只有未完成或已取消的任务可以重新执行。");
            _hasAdded = true;
            return await NoteAsync(id, RestartedAct, token);
        },
        cancellation);

    /// <summary>The scope ends after its transaction: what was added may be fetched now.</summary>
    public void Dispose()
    {
        if (_hasAdded) bell.Ring();
    }

    private async Task<Outcome> NoteAsync(int id, string act, CancellationToken cancellation)
    {
        journal.Write(JournalSubjects.Job, id.ToString(CultureInfo.InvariantCulture), act);
        await db.SaveChangesAsync(cancellation);
        return Outcome.Done;
    }

    private IQueryable<Job> In(JobScope scope) => scope switch
    {
        { IsAll: true } => db.Jobs,
        { EnterpriseId: { } enterprise } => db.Jobs.Where(j => j.EnterpriseId == enterprise),
        _ => db.Jobs.Where(j => j.EnterpriseId == null && j.OwnerId == scope.OwnerId),
    };
}
