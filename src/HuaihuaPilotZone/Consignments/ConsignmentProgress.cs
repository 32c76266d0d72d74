using HuaihuaPilotZone.Corridors;

namespace HuaihuaPilotZone.Consignments;

/// <summary>How far the goods of a consignment have come.</summary>
public enum ProgressStage
{
    /// <summary>待发运: nothing was reported of them.</summary>
    Waiting,

    /// <summary>在途: left a place and not reported at the next one.</summary>
    Moving,

    /// <summary>中途停靠: at a place on the way.</summary>
    Stopped,

    /// <summary>已到达: at the last place; its owner has not said that they were delivered.</summary>
    Arrived,

    /// <summary>已送达: its owner says so.</summary>
    Delivered,

    /// <summary>已取消.</summary>
    Cancelled,
}

/// <summary>Where a step stands.</summary>
public enum StepStanding
{
    Done,
    Now,
    Ahead,
}

/// <summary>A departure from a place of a consignment, or an arrival there. Times are UTC.</summary>
/// <param name="Node">Null for a place that the network does not know.</param>
/// <param name="Actual">Null also for a step that was passed and of which nothing was reported.</param>
public sealed record ProgressStep(string Place, Node? Node, bool IsDeparture, DateTime? Planned, DateTime? Estimated, DateTime? Actual, StepStanding Standing)
{
    /// <summary>When it happened, or is expected.</summary>
    public DateTime? At => Standing == StepStanding.Done ? Actual : Estimated ?? Planned;

    /// <summary>How much later than planned it happened or is expected; negative for earlier, null where one of the times is not known.</summary>
    public TimeSpan? Delay => (Standing == StepStanding.Done ? Actual : Estimated) - Planned;
}

/// <summary>The steps of a consignment from its first departure to its last arrival. How far it has come is what was reported, never what the clock or its owner's plan says.</summary>
public sealed record ConsignmentProgress(ProgressStage Stage, IReadOnlyList<ProgressStep> Steps)
{
    /// <summary>From how much on a later arrival is worth a word.</summary>
    private static readonly TimeSpan _late = TimeSpan.FromHours(1);

    /// <summary>The step that is waited for; null when all are done.</summary>
    public ProgressStep? Next => Steps.FirstOrDefault(s => s.Standing == StepStanding.Now);

    /// <summary>Which step that is, from 1; the number of all when they are done.</summary>
    public int Number => Math.Min(Steps.Count(s => s.Standing == StepStanding.Done) + 1, Steps.Count);

    /// <summary>The arrival at the last place.</summary>
    public ProgressStep Last => Steps[^1];

    /// <summary>Whether it is expected later than planned.</summary>
    public bool IsLate => Next is not null && Last.Delay >= _late;

    /// <param name="stops">In order, at least two.</param>
    public static ConsignmentProgress Of(ConsignmentState state, IReadOnlyList<ConsignmentStop> stops)
    {
        List<(ConsignmentStop Stop, bool IsDeparture)> moves = [.. stops.SelectMany((s, i) => Moves(s, i, stops.Count))];
        var last = state == ConsignmentState.Delivered ? moves.Count - 1 : moves.FindLastIndex(m => ActualOf(m) is not null);
        return new ConsignmentProgress(StageOf(state, moves, last), [.. moves.Select((m, i) => Step(m, i <= last ? StepStanding.Done : i == last + 1 ? StepStanding.Now : StepStanding.Ahead))]);
    }

    private static ProgressStage StageOf(ConsignmentState state, List<(ConsignmentStop Stop, bool IsDeparture)> moves, int last) => state switch
    {
        ConsignmentState.Delivered => ProgressStage.Delivered,
        ConsignmentState.Cancelled => ProgressStage.Cancelled,
        _ when last < 0 => ProgressStage.Waiting,
        _ when last == moves.Count - 1 => ProgressStage.Arrived,
        _ => moves[last].IsDeparture ? ProgressStage.Moving : ProgressStage.Stopped,
    };

    private static IEnumerable<(ConsignmentStop Stop, bool IsDeparture)> Moves(ConsignmentStop stop, int index, int count)
    {
        if (index > 0) yield return (stop, false);
        if (index < count - 1) yield return (stop, true);
    }

    private static DateTime? ActualOf((ConsignmentStop Stop, bool IsDeparture) move) => move.IsDeparture ? move.Stop.DepartureActual : move.Stop.ArrivalActual;

    private static ProgressStep Step((ConsignmentStop Stop, bool IsDeparture) move, StepStanding standing)
    {
        var (planned, estimated) = move.IsDeparture ? (move.Stop.DeparturePlanned, move.Stop.DepartureEstimated) : (move.Stop.ArrivalPlanned, move.Stop.ArrivalEstimated);
        return new ProgressStep(move.Stop.Place, move.Stop.Node, move.IsDeparture, planned, estimated, ActualOf(move), standing);
    }
}

public static class ProgressWords
{
    public static string Word(this ProgressStage stage) => stage switch
    {
        ProgressStage.Waiting => "待发运",
        ProgressStage.Moving => "在途",
        ProgressStage.Stopped => "中途停靠",
        ProgressStage.Arrived => "已到达",
        ProgressStage.Delivered => "已送达",
        ProgressStage.Cancelled => "已取消",
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, null),
    };
}
