using System.Globalization;

namespace HuaihuaPilotZone.Enterprises.Merging;

/// <summary>A field of two records side by side.</summary>
/// <param name="Key">How a form names it.</param>
/// <param name="TakesOther">What stays where nobody chooses: the kept record's value, or the one that is not empty.</param>
public sealed record MergeFieldRow(string Key, string Label, string? Kept, string? Other, bool TakesOther)
{
    public bool IsSame => string.Equals(Kept, Other, StringComparison.Ordinal);
}

/// <summary>The fields of a record that staff choose between in a merge. Lists are no fields: they are united.</summary>
internal static class MergeFields
{
    private static readonly Field[] _fields =
    [
        new("Name", "中文名称", (e, _) => e.Name, (to, from) => to.Name = from.Name),
        new("EnglishName", "英文名称", (e, _) => e.EnglishName, (to, from) => to.EnglishName = from.EnglishName),
        new("CreditCode", "统一社会信用代码", (e, _) => e.CreditCode, (to, from) => (to.CreditCode, to.CreditCodeNote) = (from.CreditCode, from.CreditCodeNote)),
        new("CustomsCode", "海关注册编码", (e, _) => e.CustomsCode, (to, from) => to.CustomsCode = from.CustomsCode),
        new("Type", "企业类型", (e, _) => e.Type.Word(), (to, from) => to.Type = from.Type),
        new("Area", "片区", (e, c) => c.AreaName(e.ParkAreaId), (to, from) => to.ParkAreaId = from.ParkAreaId),
        new("Stage", "阶段", (e, _) => string.Create(CultureInfo.InvariantCulture, $"{e.Stage.Word()}（{e.StageSince:yyyy-MM-dd} 起）"), (to, from) => (to.Stage, to.StageSince) = (from.Stage, from.StageSince)),
        new("Address", "地址", (e, _) => e.Address, (to, from) => to.Address = from.Address),
        new("Website", "网站", (e, _) => e.Website, (to, from) => to.Website = from.Website),
        new("Summary", "简介", (e, _) => e.Summary, (to, from) => to.Summary = from.Summary),
        new("IsPublic", "公开展示", (e, _) => e.IsPublic ? "是" : "否", (to, from) => to.IsPublic = from.IsPublic),
        new("Suspended", "停用", (e, _) => e.SuspendedAt is null ? "否" : "是", (to, from) => to.SuspendedAt = from.SuspendedAt),
        .. Filing(),
    ];

    /// <summary>All fields of two records, with what stays where nobody chooses.</summary>
    public static IReadOnlyList<MergeFieldRow> Compare(Enterprise kept, Enterprise other, RosterChoices choices) => [.. _fields.Select(f =>
    {
        var (own, theirs) = (f.Read(kept, choices), f.Read(other, choices));
        return new MergeFieldRow(f.Key, f.Label, own, theirs, string.IsNullOrEmpty(own) && !string.IsNullOrEmpty(theirs));
    })];

    /// <summary>Writes the chosen values of the other record into the kept one.</summary>
    /// <param name="keys">Keys of the fields whose value is the other record's.</param>
    public static void Write(Enterprise kept, Enterprise other, IReadOnlyCollection<string> keys)
    {
        foreach (var field in _fields.Where(f => keys.Contains(f.Key, StringComparer.Ordinal))) field.Write(kept, other);
    }

    private static IEnumerable<Field> Filing()
    {
        // label and value of every field of the profile, in one order
        var labels = new FilingData().Describe();
        return labels.Select((line, at) => new Field(
            string.Create(CultureInfo.InvariantCulture, $"Filing{at}"), line.Label, (e, _) => FilingData.Of(e.FilingProfile).Describe()[at].Value, (to, from) => WriteFiling(to, from, at)));
    }

    private static void WriteFiling(Enterprise to, Enterprise from, int at)
    {
        var (own, theirs) = (FilingData.Of(to.FilingProfile), FilingData.Of(from.FilingProfile));
        if (to.FilingProfile is null && theirs.Describe()[at].Value is null) return;
        to.FilingProfile ??= new FilingProfile();
        own.With(at, theirs).WriteTo(to.FilingProfile);
    }

    private sealed record Field(string Key, string Label, Func<Enterprise, RosterChoices, string?> Read, Action<Enterprise, Enterprise> Write);
}
