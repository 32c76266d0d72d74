using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Journal;

namespace HuaihuaPilotZone.Content;

/// <summary>One field of a text as it is edited.</summary>
/// <param name="Name">Property of the form, where a refusal is shown.</param>
/// <param name="Label">Chinese name, as the journal has it.</param>
/// <param name="Value">What stands in it, as a person reads it.</param>
internal sealed record EditedField(string Name, string Label, string? Value);

/// <summary>Compares two states of a text field by field: for the journal, and for the second of two people who saved.</summary>
internal static class Edits
{
    /// <summary>The field of a refusal that means "somebody else saved in between".</summary>
    public const string VersionField = nameof(IVersioned.Version);

    private const int ShownLength = 200;

    public static IEnumerable<FieldChange> Changes(IReadOnlyList<EditedField> before, IReadOnlyList<EditedField> after) =>
        before.Zip(after, (old, now) => new FieldChange(old.Label, old.Value, now.Value));

    /// <summary>Tells the second person that they came second, and beside each field what the first person wrote there.</summary>
    public static Outcome Conflict(IReadOnlyList<EditedField> saved, IReadOnlyList<EditedField> typed)
    {
        var differing = saved.Zip(typed, (s, t) => (Saved: s, Typed: t)).Where(p => !string.Equals(p.Saved.Value, p.Typed.Value, StringComparison.Ordinal)).ToList();
        return Outcome.Refused(
        [
            new Refusal(VersionField, $"您打开之后，他人已保存了修改，有 {differing.Count} 处与您填写的不同。核对后再次保存，将以您的内容为准。"),
            .. differing.Select(p => new Refusal(p.Saved.Name, $"他人已改为：{Short(p.Saved.Value)}")),
        ]);
    }

    private static string Short(string? value) => value switch
    {
        null or "" => "（空）",
        { Length: > ShownLength } => string.Concat(value.AsSpan(0, ShownLength), "……"),
        _ => value,
    };
}
