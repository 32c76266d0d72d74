using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Journal;

namespace HuaihuaPilotZone.Enterprises.Showcase;

/// <summary>What an enterprise writes about something that it shows.</summary>
public sealed record ShowcaseData(ShowcaseKind Kind, string Name, string? EnglishName, string? Text, string? Number, DateOnly? ValidTo)
{
    public static ShowcaseData Of(ShowcaseItem item) => new(item.Kind, item.Name, item.EnglishName, item.Text, item.Number, item.ValidTo);

    public ShowcaseData Tidied() => new(Kind, Name.Trim(), Texts.Tidy(EnglishName), Texts.Tidy(Text), Texts.Tidy(Number), ValidTo);

    internal void WriteTo(ShowcaseItem item) =>
        (item.Kind, item.Name, item.EnglishName, item.Text, item.Number, item.ValidTo) = (Kind, Name, EnglishName, Text, Number, ValidTo);

    /// <summary>Label and value of every field as people read them.</summary>
    internal IReadOnlyList<(string Label, string? Value)> Describe() =>
    [
        ("类别", Kind.Word()), ("名称", Name), ("英文名称", EnglishName), ("介绍", Text), ("编号", Number), ("有效期至", ValidTo?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
    ];

    internal IReadOnlyList<FieldChange> Changes(ShowcaseData now) =>
        [.. Describe().Zip(now.Describe()).Where(p => p.First.Value != p.Second.Value).Select(p => new FieldChange(p.First.Label, p.First.Value, p.Second.Value))];
}

/// <summary>What a list is narrowed to.</summary>
/// <param name="EnterpriseId">Only those of one enterprise.</param>
/// <param name="OldestFirst">What has waited longest first.</param>
public sealed record ShowcaseFilter(string? Text = null, ShowcaseKind? Kind = null, ShowcaseState? State = null, int? EnterpriseId = null, bool OldestFirst = false);

/// <summary>Something shown, in a list.</summary>
public sealed record ShowcaseRow(
    int Id, int EnterpriseId, string EnterpriseName, ShowcaseKind Kind, string Name, string? EnglishName, string? Text, string? Number, DateOnly? ValidTo,
    ShowcaseState State, string? Reason, DateTime MovedAt, bool IsDemonstration, int Version);
