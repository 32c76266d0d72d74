using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Operations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Jobs;

/// <summary>A kind of job that this build can do.</summary>
/// <param name="Page">Where its owner watches it; null for the list of jobs at a desk.</param>
public sealed record JobKind(string Name, string? Page = null);

/// <summary>Takes one job, lets its handler work and notes what came of it.</summary>
public sealed class JobRunner(IServiceScopeFactory scopes, IEnumerable<JobKind> kinds, ErrorNotes errors, IOptions<JobOptions> options, TimeProvider clock, ILogger<JobRunner> logger)
{
    private readonly IReadOnlyList<string> _kinds = [.. kinds.Select(k => k.Name)];

    /// <returns>Whether there was a job.</returns>
    public async Task<bool> RunNextAsync(CancellationToken stopping)
    {
        if (_kinds.Count == 0) return false;
        await using var scope = scopes.CreateAsyncScope();
        var leases = scope.ServiceProvider.GetRequiredService<JobLeases>();
        if (await leases.TakeAsync(_kinds, stopping) is not { } job) return false;
        if (job.CancelAskedAt is not null) await leases.StopAsync(job, stopping);
        else if (!await leases.IsHopelessAsync(job, stopping)) await RunAsync(leases, job, stopping);
        return true;
    }

    private async Task RunAsync(JobLeases leases, Job job, CancellationToken stopping)
    {
        using var span = PortalMeter.Source.StartActivity("job");
        span?.SetTag("job.kind", job.Kind);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var heart = BeatAsync(job, ended);
        try
        {
            var result = await WorkAsync(job, ended.Token);
            await leases.FinishAsync(job, result, CancellationToken.None);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await leases.ReleaseAsync(job, CancellationToken.None);
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // by the heartbeat, which saw that it was cancelled or lost; what is lost stays as it is
            await leases.StopAsync(job, CancellationToken.None);
        }
        catch (JobStoppedException)
        {
            await leases.StopAsync(job, CancellationToken.None);
        }
        catch (JobFailedException e)
        {
            await leases.FailAsync(job, e.Message, CancellationToken.None);
        }
        catch (Exception e)
        {
            logger.LogError(e, "Job {JobId} of kind {Kind} broke", job.Id, job.Kind);
            errors.Add(string.Create(CultureInfo.InvariantCulture, $"job-{job.Id}"), job.Kind, e);
            await leases.FaultAsync(job, CancellationToken.None);
        }
        finally
        {
            await ended.CancelAsync();
            await heart;
        }
    }

    private async Task<JobResult> WorkAsync(Job job, CancellationToken cancellation)
    {
        // a scope of its own: whatever the handler leaves behind must not be saved with the bookkeeping
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        if (job.OwnerId is { } owner) services.GetRequiredService<Actor>().Is(owner, job.OwnerName);
        var run = new JobRun(services.GetRequiredService<JobLeases>(), job);
        return await services.GetRequiredKeyedService<JobHandler>(job.Kind).RunAsync(run, cancellation);
    }

    /// <summary>Keeps the lease while the handler is busy between two reports, and stops the handler when it is no longer held.</summary>
    private async Task BeatAsync(Job job, CancellationTokenSource ended)
    {
        try
        {
            while (true)
            {
                await Task.Delay(options.Value.Lease / 3, clock, ended.Token);
                await using var scope = scopes.CreateAsyncScope();
                if (await scope.ServiceProvider.GetRequiredService<JobLeases>().RenewAsync(job, ended.Token) == LeaseState.Held) continue;
                await ended.CancelAsync();
                return;
            }
        }
        catch (OperationCanceledException)
        {
            // the handler has come to its end
        }
        catch (Exception e)
        {
            // without a heartbeat the lease runs out and another instance takes over; the next report of this one will notice
            logger.LogError(e, "The heartbeat of job {JobId} failed", job.Id);
        }
    }
}
