using HuaihuaPilotZone.Common;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HuaihuaPilotZone.Tracking;

/// <summary>Writes what waits in the intake, many calls in one transaction, and answers each after the commit.</summary>
internal sealed class EventCommitter(EventIntake intake, IServiceScopeFactory scopes, WatchBell bell, ILogger<EventCommitter> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (await intake.TakeAsync(stoppingToken) is { Count: > 0 } taken) await CommitAsync(taken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // what waits is told below
        }
        finally
        {
            intake.Close();
        }
    }

    /// <summary>What was taken is written even while the portal stops: somebody waits for the answer.</summary>
    private async Task CommitAsync(IReadOnlyList<WaitingEvents> taken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var answers = await scope.ServiceProvider.GetRequiredService<EventWriter>().WriteAsync([.. taken.Select(t => t.Submission)], CancellationToken.None);
            for (var i = 0; i < taken.Count; i++) taken[i].Answer.TrySetResult(answers[i]);
            foreach (var answer in answers.SelectMany(a => a)) PortalMeter.Reported(answer.Answer.ToString());
            bell.Ring();
        }
        catch (Exception e)
        {
            logger.LogError(e, "Events could not be written");
            foreach (var waiting in taken) waiting.Answer.TrySetException(e);
        }
        finally
        {
            intake.Done(taken);
        }
    }
}
