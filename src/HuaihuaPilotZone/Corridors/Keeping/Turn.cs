using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Corridors.Keeping;

/// <summary>What changed on a day of a part of the network, against what it was before.</summary>
/// <param name="From">The first day of it; <see cref="DateOnly.MinValue"/> for what has always held.</param>
/// <param name="Changes">Of the first state all that it says.</param>
public sealed record Turn(DateOnly From, IReadOnlyList<FieldChange> Changes);

/// <summary>Tells what something was from time to time by what changed.</summary>
internal static class Turns
{
    /// <summary>Why what is said now cannot be said from that day on. All kinds of records name that field alike.</summary>
    /// <param name="last">The first day of the state that is there; null where none is written down.</param>
    /// <param name="later">How what begins later is written down.</param>
    public static Outcome Refuse(DateOnly since, DateOnly? last, DateOnly today, string later)
    {
        if (since > today) return Outcome.Refused(nameof(NodeData.Since), $"起始日不能晚于今天。{later}");
        return since < last ? Outcome.Refused(nameof(NodeData.Since), string.Create(CultureInfo.InvariantCulture, $"{last:yyyy-MM-dd} 起已有一次变化，起始日不能更早。")) : Outcome.Done;
    }

    /// <summary>A page of what changed, the latest first.</summary>
    /// <param name="newestFirst">The states of one record.</param>
    /// <param name="tell">From which day a state held, and what it says.</param>
    public static async Task<Page<Turn>> ToTurnsAsync<TState>(this IQueryable<TState> newestFirst, PageRequest page, Func<TState, (DateOnly From, List<EditedField> Facts)> tell, CancellationToken cancellation)
    {
        var shown = await newestFirst.ToPageAsync(page, cancellation);
        // the last one of a full page is told against the one that comes after it
        var before = shown.Rows.Count < shown.Size ? [] : await newestFirst.Skip(shown.Number * shown.Size).Take(1).ToListAsync(cancellation);
        return shown.With(Of([.. shown.Rows.Concat(before).Select(tell)], shown.Rows.Count));
    }

    private static List<Turn> Of(List<(DateOnly From, List<EditedField> Facts)> states, int shown)
    {
        var turns = new List<Turn>();
        for (var i = 0; i < shown; i++)
        {
            var (from, facts) = states[i];
            List<FieldChange> changes = i + 1 == states.Count ? facts.ConvertAll(f => new FieldChange(f.Label, null, f.Value)) : [.. Edits.Changes(states[i + 1].Facts, facts)];
            // what was changed and changed back on one day has left nothing
            if (changes.RemoveAll(c => !c.IsChange) < facts.Count) turns.Add(new Turn(from, changes));
        }
        return turns;
    }
}
