using System.Threading.Channels;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Tracking;

/// <summary>
/// Where reported events wait for their commit. So many may wait and no more: the sender of one more is told to come again, so that memory stays
/// bounded and nobody waits for long. An answer is given only after the transaction that holds the events was committed.
/// </summary>
public sealed class EventIntake(IOptions<EventOptions> options)
{
    // bounded by the number of events, which the channel does not know
    private readonly Channel<WaitingEvents> _waiting = Channel.CreateUnbounded<WaitingEvents>(new UnboundedChannelOptions { SingleReader = true });

    private int _count;

    /// <summary>Hands events in and waits until they are kept.</summary>
    /// <returns>An answer for each, in their order; null when too many wait already, or the portal stops: the same call is welcome a little later.</returns>
    public async Task<IReadOnlyList<EventResult>?> SubmitAsync(EventSubmission submission, CancellationToken cancellation)
    {
        if (submission.Events.Count == 0) return [];
        if (Interlocked.Add(ref _count, submission.Events.Count) > options.Value.MostWaiting)
        {
            Interlocked.Add(ref _count, -submission.Events.Count);
            return null;
        }
        var waiting = new WaitingEvents(submission);
        // the portal stops
        if (!_waiting.Writer.TryWrite(waiting)) return null;
        return await waiting.Answer.Task.WaitAsync(cancellation);
    }

    /// <summary>Waits for events, then takes as many calls as go into one commit.</summary>
    /// <returns>Empty once nothing comes any more.</returns>
    internal async Task<IReadOnlyList<WaitingEvents>> TakeAsync(CancellationToken cancellation)
    {
        var taken = new List<WaitingEvents>();
        if (!await _waiting.Reader.WaitToReadAsync(cancellation)) return taken;
        var events = 0;
        while (events < options.Value.MostPerCommit && _waiting.Reader.TryRead(out var next))
        {
            taken.Add(next);
            events += next.Submission.Events.Count;
        }
        return taken;
    }

    /// <summary>Nothing is written any more: whoever waits is told to come again, to this instance after its start or to another one.</summary>
    internal void Close()
    {
        _waiting.Writer.TryComplete();
        while (_waiting.Reader.TryRead(out var waiting)) waiting.Answer.TrySetResult(null);
    }

    /// <summary>They need not wait any more, whatever became of them.</summary>
    internal void Done(IReadOnlyList<WaitingEvents> taken) => Interlocked.Add(ref _count, -taken.Sum(t => t.Submission.Events.Count));
}

/// <summary>A call that waits for its commit.</summary>
internal sealed class WaitingEvents(EventSubmission submission)
{
    public EventSubmission Submission { get; } = submission;

    /// <summary>Null: come again.</summary>
    public TaskCompletionSource<IReadOnlyList<EventResult>?> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
