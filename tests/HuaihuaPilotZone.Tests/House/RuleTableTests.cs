using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.PreCheck;
using HuaihuaPilotZone.Tests.Support;

namespace HuaihuaPilotZone.Tests.House;

public sealed partial class RuleTableTests
{
    [Fact]
    public void The_documents_name_every_rule_with_the_facts_it_covers()
    {
        var table = File.ReadAllLines(Docs()).Where(l => l.StartsWith("| ", StringComparison.Ordinal) && l.Contains('-', StringComparison.Ordinal))
            .Select(l => l.Split('|', StringSplitOptions.TrimEntries)).Where(c => c.Length == 7 && c[1].Length > 4 && c[1][^4] == '-')
            .ToDictionary(c => c[1], c => (Title: c[2], Facts: c[4], Documents: c[5]), StringComparer.Ordinal);

        Assert.Equal(RuleCatalogue.All.Select(r => r.Id).Order(StringComparer.Ordinal), table.Keys.Order(StringComparer.Ordinal));
        Assert.All(RuleCatalogue.All, r => Assert.Equal((r.Title, r.Facts, Documents(r.Scope)), table[r.Id]));
    }

    [Fact]
    public void Every_check_of_the_facts_is_a_rule_or_is_named_with_the_place_where_it_is_instead()
    {
        string[] checks =
        [
            .. Ids("X", 17), .. Ids("R", 15), .. Ids("D", 7), .. Ids("E", 28),
            .. Enumerable.Range(1, 19).Select(n => string.Create(CultureInfo.InvariantCulture, $"R-{n:00}")),
        ];
        var covered = RuleCatalogue.All.SelectMany(r => Fact().Matches(r.Facts).Select(m => m.Value)).ToHashSet(StringComparer.Ordinal);
        var elsewhere = File.ReadAllLines(Docs()).Select(l => l.Split('|', StringSplitOptions.TrimEntries)).Where(c => c.Length == 5 && Fact().Match(c[1]).Length == c[1].Length).ToList();
        var types = new[] { HouseCode.Customs, HouseCode.Library, HouseCode.Web }.SelectMany(a => a.GetTypes()).ToLookup(t => t.Name, StringComparer.Ordinal);

        Assert.Equal([], checks.Where(c => !covered.Contains(c) && !elsewhere.Exists(e => e[1] == c)));
        Assert.Equal([], elsewhere.Where(e => covered.Contains(e[1])).Select(e => e[1]));
        Assert.Equal([], elsewhere.SelectMany(e => Place().Matches(e[3]).Select(m => m.Groups["name"].Value.Split('.'))).Where(p => !types[p[0]].Any(t => p.Length == 1 || t.GetMember(p[1]).Length > 0)).Select(p => string.Join('.', p)));
    }

    private static IEnumerable<string> Ids(string letters, int last) => Enumerable.Range(1, last).Select(n => string.Create(CultureInfo.InvariantCulture, $"{letters}{n}"));

    [GeneratedRegex(@"\b(?:R-[0-9]{2}|[XDER][0-9]{1,2})\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Fact();

    [GeneratedRegex("`(?<name>[A-Za-z.]+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Place();

    private static string Documents(DocumentScope scope) =>
        string.Join('、', DocumentSchemas.All.Where(s => scope.HasFlag(s.Scope)).Select(s => s.Noun));

    private static string Docs([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "docs", "rules.md"));
}
