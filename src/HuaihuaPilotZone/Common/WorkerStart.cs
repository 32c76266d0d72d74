using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Common;

/// <summary>Section "Workers".</summary>
public sealed class WorkerOptions
{
    /// <summary>Seconds that the portal listens before its workers begin their first rounds; 0 begins them at once.</summary>
    [Range(0, 300)]
    public int StartAfterSeconds { get; set; } = 3;
}

/// <summary>
/// When the workers of an instance begin. Their first rounds prepare hundreds of statements, on threads that the first readers then wait for:
/// so they begin a while after the portal listens, one after the other.
/// </summary>
public sealed class WorkerStart(IHostApplicationLifetime lifetime, IOptions<WorkerOptions> options, TimeProvider time)
{
    private static readonly TimeSpan _between = TimeSpan.FromMilliseconds(50);

    private int _waiting;

    /// <summary>Waits for the turn of one worker.</summary>
    /// <exception cref="OperationCanceledException">The portal stops.</exception>
    public async Task WaitAsync(CancellationToken stopping)
    {
        if (options.Value.StartAfterSeconds == 0) return;
        var turn = Interlocked.Increment(ref _waiting);
        var listens = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(listens.SetResult);
        await listens.Task.WaitAsync(stopping);
        await Task.Delay(TimeSpan.FromSeconds(options.Value.StartAfterSeconds) + _between * turn, time, stopping);
    }
}
