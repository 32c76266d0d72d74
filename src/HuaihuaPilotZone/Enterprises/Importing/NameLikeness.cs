using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Enterprises.Finding;
using HuaihuaPilotZone.Search.Text;

namespace HuaihuaPilotZone.Enterprises.Importing;

/// <summary>Whether two names may be names of one enterprise, and why, in words.</summary>
internal static class NameLikeness
{
    /// <summary>Shorter names have too little in common with anything: one character then is half of what tells firms apart.</summary>
    private const int LeastForOneCharacter = 5;

    private const int LeastForSound = 3;

    // longest first
    private static readonly string[] _forms =
        ["集团股份有限公司", "集团有限责任公司", "集团有限公司", "有限责任公司", "股份有限公司", "有限公司", "农民专业合作社", "专业合作社", "合作社", "集团公司", "集团", "公司", "商行", "经营部", "厂"];

    /// <summary>What tells a name from others: without place and legal form.</summary>
    public static string CoreOf(string name)
    {
        var text = RosterKeys.WithoutPlace(RosterKeys.Text(name));
        return Array.Find(_forms, f => text.Length > f.Length && text.EndsWith(f, StringComparison.Ordinal)) is { } form ? text[..^form.Length] : text;
    }

    /// <summary>A sentence that says which characters differ; null for names that are not similar.</summary>
    /// <param name="name">The name in the file.</param>
    /// <param name="other">A name in the roster.</param>
    public static string? Explain(string name, string other)
    {
        if (name == other) return "名称完全相同";
        if (RosterKeys.Text(name) == RosterKeys.Text(other)) return "名称只有括号、空格、全半角或大小写不同";
        var (core, their) = (CoreOf(name), CoreOf(other));
        if (core == their) return $"名称去掉地名和组织形式后都是“{core}”";
        if (core.Length == their.Length && core.Length >= LeastForSound && Pinyin.IsAvailable && Pinyin.Spell(core) == Pinyin.Spell(their)) return $"名称读音相同，{Differing(core, their)}";
        if (Math.Min(core.Length, their.Length) < LeastForOneCharacter || Spelling.Distance(core, their, 1) > 1) return null;
        return $"名称只差一处：{OneDifference(core, their)}";
    }

    private static string Differing(string core, string their) =>
        string.Join('、', core.Select((c, i) => (c, i)).Where(p => their[p.i] != p.c).Select(p => string.Create(CultureInfo.InvariantCulture, $"“{core}”第 {p.i + 1} 个字是“{p.c}”，名录里是“{their[p.i]}”")));

    private static string OneDifference(string core, string their)
    {
        var start = 0;
        while (start < Math.Min(core.Length, their.Length) && core[start] == their[start]) start++;
        return (core.Length - their.Length) switch
        {
            > 0 => string.Create(CultureInfo.InvariantCulture, $"文件里的“{core}”比名录多了第 {start + 1} 个字“{core[start]}”"),
            < 0 => string.Create(CultureInfo.InvariantCulture, $"文件里的“{core}”比名录少了“{their[start]}”"),
            _ when start + 1 < core.Length && core[start] == their[start + 1] && core[start + 1] == their[start] => $"“{core[start]}{core[start + 1]}”在名录里是“{their[start]}{their[start + 1]}”",
            _ => string.Create(CultureInfo.InvariantCulture, $"“{core}”第 {start + 1} 个字是“{core[start]}”，名录里是“{their[start]}”"),
        };
    }
}
