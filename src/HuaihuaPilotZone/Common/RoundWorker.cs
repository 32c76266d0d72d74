using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HuaihuaPilotZone.Common;

/// <summary>Works in the background in rounds: at once while there is work, when its bell rings, and otherwise when the time of a round has passed.</summary>
/// <param name="start">When its first round comes.</param>
/// <param name="every">Time between two rounds without work.</param>
/// <param name="bell">Rings when this instance has added work; null where only the time counts.</param>
public abstract class RoundWorker(WorkerStart start, TimeSpan every, Bell? bell, ILogger logger) : BackgroundService
{
    private readonly long _roundsPerDay = Math.Max(1, TimeSpan.FromDays(1).Ticks / every.Ticks);

    /// <summary>Whether its first round comes with the start, because requests rest on it.</summary>
    protected virtual bool BeginsAtOnce => false;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => LoopAsync(WorkAsync, stoppingToken);

    /// <summary>Does what is due.</summary>
    /// <param name="isNewDay">True in the first round and then about once a day: time to tidy up.</param>
    /// <returns>Whether more may be due at once.</returns>
    protected abstract Task<bool> WorkAsync(bool isNewDay, CancellationToken cancellation);

    /// <summary>Goes round until the portal stops. A round that fails, such as for a database that cannot be reached, is tried again in the next.</summary>
    protected async Task LoopAsync(Func<bool, CancellationToken, Task<bool>> work, CancellationToken stopping)
    {
        try
        {
            if (!BeginsAtOnce) await start.WaitAsync(stopping);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        for (var round = 0L; !stopping.IsCancellationRequested; round++)
        {
            try
            {
                if (await work(round % _roundsPerDay == 0, stopping)) continue;
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                logger.LogError(e, "A round of {Worker} failed", GetType().Name);
            }

            try
            {
                await (bell?.WaitAsync(every, stopping) ?? Task.Delay(every, stopping));
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }
}
