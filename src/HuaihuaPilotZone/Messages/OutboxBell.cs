namespace HuaihuaPilotZone.Messages;

/// <summary>Wakes the delivery of this instance when something was added, so that it need not wait for its next round.</summary>
public sealed class OutboxBell : IDisposable
{
    private readonly SemaphoreSlim _rung = new(0, 1);

    public void Ring()
    {
        try
        {
            _rung.Release();
        }
        catch (SemaphoreFullException)
        {
            // it is ringing already
        }
    }

    /// <summary>Waits until somebody rings, at most the given time.</summary>
    public async Task WaitAsync(TimeSpan most, CancellationToken cancellation) => await _rung.WaitAsync(most, cancellation);

    public void Dispose() => _rung.Dispose();
}
