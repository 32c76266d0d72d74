using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors;

namespace HuaihuaPilotZone.Consignments.Replanning;

/// <summary>Why another way is proposed.</summary>
public enum ReplanCause
{
    /// <summary>节点或区段关闭.</summary>
    Closure,

    /// <summary>车次停开.</summary>
    Cancellation,

    /// <summary>晚点或赶不上衔接.</summary>
    Delay,
}

/// <summary>What has become of a proposal.</summary>
public enum ReplanState
{
    /// <summary>待决定.</summary>
    Open,

    /// <summary>已采用.</summary>
    Accepted,

    /// <summary>保持原计划.</summary>
    Declined,

    /// <summary>已被更新的建议取代, or the consignment has ended.</summary>
    Outdated,

    /// <summary>没有可替代的路线: the planner answered that there is none.</summary>
    NoRoute,

    /// <summary>未能计算: the planner was not asked, or gave no answer. It is asked again after <see cref="Replan.TriedAgainAfter"/>.</summary>
    Unplanned,
}

/// <summary>改线建议: another way for a consignment whose planned way is closed, cancelled or late, with the difference. Its owner decides; nothing moves by itself.</summary>
public sealed class Replan : IVersioned
{
    public const int TextMaxLength = 300;

    /// <summary>How long an answer that could not be computed stands before it is tried again: the timetable grows and consignments are corrected.</summary>
    public static readonly TimeSpan TriedAgainAfter = TimeSpan.FromHours(6);

    public int Id { get; init; }

    public required int ConsignmentId { get; init; }

    public Consignment? Consignment { get; init; }

    public required ReplanCause Cause { get; init; }

    /// <summary>Id of the notice, the departure or the alert. With the cause and the consignment it is unique: nothing is proposed twice for one matter.</summary>
    public required int CauseId { get; init; }

    /// <summary>What has happened, as its owner reads it; and why nothing could be computed, where that is so.</summary>
    public required string Text { get; init; }

    public required ReplanState State { get; set; }

    /// <summary>The stop from which the way changes.</summary>
    public required int FromSequence { get; init; }

    /// <summary>UTC; when the planned way would come to its end, as planned or estimated last; null where nobody said.</summary>
    public DateTime? OldArrivesAt { get; init; }

    /// <summary>UTC; null where there is no route.</summary>
    public DateTime? NewArrivesAt { get; init; }

    /// <summary>Hundredths of a yuan from that stop on; null where a price is missing.</summary>
    public long? OldCents { get; init; }

    public long? NewCents { get; init; }

    /// <summary>Grams of CO2 from that stop on; null where a distance or factor is missing.</summary>
    public long? OldGrams { get; init; }

    public long? NewGrams { get; init; }

    /// <summary>Kilograms that costs and CO2 were computed with.</summary>
    public required int Kilograms { get; init; }

    /// <summary>Whether the weight is that of the booking; otherwise one tonne stood in for it.</summary>
    public required bool IsWeightKnown { get; init; }

    public required int Containers { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>UTC.</summary>
    public DateTime? DecidedAt { get; set; }

    public string? DecidedBy { get; set; }

    public List<ReplanRide> Rides { get; init; } = [];

    public int Version { get; set; }

    /// <summary>
    /// Whether the same question got the same answer: whoever reads one need not read the other. A delay grows by one alert after another,
    /// and each of them asks the same; a closure or a departure that does not run is a question of its own.
    /// </summary>
    public bool SaysTheSameAs(Replan other) =>
        Cause == other.Cause && (Cause == ReplanCause.Delay || CauseId == other.CauseId) && FromSequence == other.FromSequence && Kilograms == other.Kilograms && Containers == other.Containers
        && (Rides.Count > 0 || State == other.State) && NewCents == other.NewCents && NewGrams == other.NewGrams && Way().SequenceEqual(other.Way());

    private IEnumerable<(int From, int To, DateTime Leaves, DateTime Arrives)> Way() => Rides.OrderBy(r => r.Position).Select(r => (r.FromId, r.ToId, r.LeavesAt, r.ArrivesAt));
}

/// <summary>A ride of the proposed way.</summary>
public sealed class ReplanRide
{
    public const int NameMaxLength = 60;
    public const int DepartureMaxLength = 30;

    public int ReplanId { get; init; }

    /// <summary>From 0.</summary>
    public required int Position { get; init; }

    public required int FromId { get; init; }

    public Node? From { get; init; }

    public required int ToId { get; init; }

    public Node? To { get; init; }

    /// <summary>Number of the departure; null for a leg that is used at any time.</summary>
    public string? Departure { get; init; }

    /// <summary>Name of the service, or how the leg is travelled.</summary>
    public required string Name { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime LeavesAt { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime ArrivesAt { get; init; }

    public required long Cents { get; init; }

    public required long Grams { get; init; }
}

public static class ReplanWords
{
    public static string Word(this ReplanCause cause) => cause switch
    {
        ReplanCause.Closure => "通行受阻",
        ReplanCause.Cancellation => "车次停开",
        ReplanCause.Delay => "晚点",
        _ => throw new ArgumentOutOfRangeException(nameof(cause), cause, null),
    };

    public static string Word(this ReplanState state) => state switch
    {
        ReplanState.Open => "待决定",
        ReplanState.Accepted => "已采用",
        ReplanState.Declined => "保持原计划",
        ReplanState.Outdated => "已失效",
        ReplanState.NoRoute => "没有可替代的路线",
        ReplanState.Unplanned => "未能计算",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}
