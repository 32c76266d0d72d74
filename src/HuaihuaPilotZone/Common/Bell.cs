namespace HuaihuaPilotZone.Common;

/// <summary>Wakes a worker of this instance when something was added for it, so that it need not wait for its next round.</summary>
public abstract class Bell : IDisposable
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
    /// <returns>Whether somebody rang.</returns>
    public Task<bool> WaitAsync(TimeSpan most, CancellationToken cancellation) => _rung.WaitAsync(most, cancellation);

    public void Dispose()
    {
        _rung.Dispose();
        GC.SuppressFinalize(this);
    }
}
