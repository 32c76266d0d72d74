using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Operations;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Operations;

/// <summary>The address bar of the list of faults. Whatever stands in it, a list is shown.</summary>
public sealed record ErrorQuery(string? Q, string? Dir, int? Page)
{
    public bool IsNarrowed => !string.IsNullOrWhiteSpace(Q);

    public ErrorFilter ToFilter() => new(Q, OldestFirst: !SortChoice.IsDescending(Dir, usual: true));
}

/// <summary>The address bar of the list of times.</summary>
public sealed record TimingQuery(string? Q, string? Sort, string? Dir, int? Page)
{
    public bool IsNarrowed => !string.IsNullOrWhiteSpace(Q);

    public TimingFilter ToFilter()
    {
        var sort = SortChoice.Of(Sort, TimingSort.P95);
        return new(Q, sort, SortChoice.IsDescending(Dir, usual: sort != TimingSort.Route));
    }
}

/// <summary>The address bar of the list of incidents.</summary>
/// <param name="State">open or ended; anything else for both.</param>
public sealed record IncidentQuery(string? State, string? Rule, string? Dir, int? Page)
{
    public bool IsNarrowed => ToFilter() is not { IsOpen: null, Rule: null };

    public IncidentFilter ToFilter() => new(
        State switch { "open" => true, "ended" => false, _ => null },
        Enum.TryParse<OperationsRule>(Rule, ignoreCase: true, out var rule) && Enum.IsDefined(rule) ? rule : null,
        OldestFirst: !SortChoice.IsDescending(Dir, usual: true));
}

/// <summary>The address bar of the list of calls that did not get through.</summary>
/// <param name="State">given-up or trying; anything else for both.</param>
public sealed record FailedCallQuery(string? Q, string? State, string? Dir, int? Page)
{
    public bool IsNarrowed => State is "given-up" or "trying" || !string.IsNullOrWhiteSpace(Q);

    public FailedCallFilter ToFilter() => new(Q, State switch { "given-up" => true, "trying" => false, _ => null }, OldestFirst: !SortChoice.IsDescending(Dir, usual: true));
}

/// <summary>A list with what it was narrowed to.</summary>
public sealed record OperationsList<TQuery, TRow>(TQuery Query, Page<TRow> Rows);

/// <summary>Words and tones of the board.</summary>
internal static class OperationsWords
{
    public static string Tone(this InstanceState state) => state switch
    {
        InstanceState.Alive => "ok",
        InstanceState.Stopped => "mute",
        InstanceState.Lost => "bad",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    /// <summary>How long something has waited, such as 3 分 20 秒.</summary>
    public static string Age(TimeSpan age) => age switch
    {
        { TotalSeconds: < 1 } => "没有积压",
        { TotalMinutes: < 1 } => $"{Math.Floor(age.TotalSeconds):0} 秒",
        { TotalHours: < 1 } => $"{Math.Floor(age.TotalMinutes):0} 分钟",
        _ => $"{Math.Floor(age.TotalHours):0} 小时 {age.Minutes} 分",
    };

    /// <summary>Where the entries of a queue are listed.</summary>
    public static string ListOf(QueueKind kind) => kind switch
    {
        QueueKind.Jobs => "/park/jobs",
        QueueKind.Mails => "/park/messages",
        QueueKind.Webhooks => "/park/operations/webhooks",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
