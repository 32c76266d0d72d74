using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Journal;

namespace HuaihuaPilotZone.Corridors.Keeping;

/// <summary>What changed on a day of a part of the network, against what it was before.</summary>
/// <param name="From">The first day of it; <see cref="DateOnly.MinValue"/> for what has always held.</param>
/// <param name="Changes">Of the first state all that it says.</param>
public sealed record Turn(DateOnly From, IReadOnlyList<FieldChange> Changes);

/// <summary>Tells what something was from time to time by what changed.</summary>
internal static class Turns
{
    /// <summary>So many states one history is read of.</summary>
    public const int Most = 500;

    /// <param name="states">Oldest first.</param>
    public static IReadOnlyList<Turn> Of(IEnumerable<(DateOnly From, List<EditedField> Facts)> states)
    {
        var turns = new List<Turn>();
        List<EditedField>? before = null;
        foreach (var (from, facts) in states)
        {
            List<FieldChange> changes = before is null ? facts.ConvertAll(f => new FieldChange(f.Label, null, f.Value)) : [.. Edits.Changes(before, facts)];
            // what was changed and changed back on one day has left nothing
            if (changes.RemoveAll(c => !c.IsChange) < facts.Count) turns.Insert(0, new Turn(from, changes));
            before = facts;
        }
        return turns;
    }
}
