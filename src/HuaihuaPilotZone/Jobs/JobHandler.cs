using System.Text.Json;

namespace HuaihuaPilotZone.Jobs;

/// <summary>
/// Does one kind of job. A new kind is one class and one line, <c>services.AddJob&lt;MyHandler&gt;("room.what")</c>; see docs/jobs.md.
/// The handler works in steps that each end in <see cref="JobRun.ReportAsync"/>, and begins where <see cref="JobRun.Checkpoint{T}"/> says.
/// </summary>
public abstract class JobHandler
{
    /// <exception cref="JobFailedException">It cannot be done; trying again would not help.</exception>
    public abstract Task<JobResult> RunAsync(JobRun run, CancellationToken cancellation);
}

/// <summary>What came of a job.</summary>
/// <param name="Text">A sentence for its owner, Chinese.</param>
/// <param name="Link">Local address of what was made.</param>
public sealed record JobResult(string Text, string? Link = null);

/// <summary>A job cannot be done. The message is the sentence that its owner reads.</summary>
public sealed class JobFailedException(string message) : Exception(message);

/// <summary>The job was cancelled, or another instance has taken it over: stop here.</summary>
public sealed class JobStoppedException() : OperationCanceledException("The job is no longer this instance's to do.");

/// <summary>One run of a job: what to do, from where, and how to say how far it is.</summary>
public sealed class JobRun
{
    private readonly JobLeases _leases;
    private readonly Job _job;

    internal JobRun(JobLeases leases, Job job) => (_leases, _job) = (leases, job);

    public int JobId => _job.Id;

    public int? OwnerId => _job.OwnerId;

    public int? EnterpriseId => _job.EnterpriseId;

    /// <summary>What earlier runs have done.</summary>
    public long DoneBefore => _job.DoneCount;

    /// <exception cref="JsonException">The payload is not one of this type.</exception>
    public T Payload<T>() => JsonSerializer.Deserialize<T>(_job.Payload) ?? throw new JsonException($"Job {_job.Id} has no payload.");

    /// <summary>Where an earlier run came to; the default of the type at the very beginning.</summary>
    public T? Checkpoint<T>() => _job.Checkpoint is { } json ? JsonSerializer.Deserialize<T>(json) : default;

    /// <summary>
    /// Says how far the job is and keeps the lease. Called inside a transaction of the handler's context, the step and its checkpoint are
    /// kept together or not at all: a step is then never done twice.
    /// </summary>
    /// <param name="total">Null while unknown.</param>
    /// <param name="text">What is being done now, Chinese.</param>
    /// <param name="checkpoint">From where another run would go on; null leaves the earlier one.</param>
    /// <exception cref="JobStoppedException">It was cancelled or taken over; nothing was kept.</exception>
    public async Task ReportAsync(long done, long? total, string? text, object? checkpoint, CancellationToken cancellation)
    {
        var json = checkpoint is null ? null : JsonSerializer.Serialize(checkpoint);
        if (!await _leases.ReportAsync(_job, done, total, text, json, cancellation)) throw new JobStoppedException();
    }
}
