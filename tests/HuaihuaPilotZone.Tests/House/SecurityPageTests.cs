using System.Text.RegularExpressions;
using HuaihuaPilotZone.Tests.Support;

namespace HuaihuaPilotZone.Tests.House;

/// <summary>docs/security.md names tests that are there, and speaks of every chapter of the standard once.</summary>
public sealed partial class SecurityPageTests
{
    /// <summary>Chapters that do not apply as a whole.</summary>
    private static readonly int[] _unused = [10, 17];

    private static readonly string _page = File.ReadAllText(Path.Combine(HouseCode.Root, "docs", "security.md"));

    [Fact]
    public void Every_test_that_the_page_names_exists()
    {
        var classes = Directory.EnumerateFiles(Path.Combine(HouseCode.Root, "tests"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(f => Classes().Matches(File.ReadAllText(f))).Select(m => m.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);
        var named = Names().Matches(_page).Select(m => m.Groups["name"].Value).Distinct(StringComparer.Ordinal).ToList();

        Assert.True(named.Count > 40, $"Only {named.Count} tests are named.");
        Rule.HoldsEverywhere(named.Where(n => !classes.Contains(n)));
    }

    [Fact]
    public void Every_requirement_is_spoken_of_once_and_says_how_it_is_shown_or_why_not()
    {
        var rows = _page.Split('\n').Where(l => Row().IsMatch(l)).Select(l => l.Trim('|').Split('|', StringSplitOptions.TrimEntries)).ToList();
        var numbers = rows.SelectMany(r => Expand(r[0])).ToList();

        Assert.Empty(numbers.GroupBy(n => n).Where(g => g.Count() > 1).Select(g => g.Key));
        Assert.Equal(Enumerable.Range(1, 17).Except(_unused), numbers.Select(n => n.Chapter).Distinct().Order());
        Assert.Equal(217, numbers.Count);
        Rule.HoldsEverywhere(rows.Where(r => r[^1].Length == 0 && !r[2].Contains("(F, this session", StringComparison.Ordinal)).Select(r => $"{r[0]}: says neither what shows it nor why nothing does"));
    }

    /// <summary>"1.4.1–1.4.3" and "3.3.1, 3.3.3" stand for each of their numbers.</summary>
    private static IEnumerable<(int Chapter, int Part, int Number)> Expand(string cell) => cell.Split(", ").SelectMany(c => c.Split('–') is [var from, var to]
        ? Enumerable.Range(Parse(from).Number, Parse(to).Number - Parse(from).Number + 1).Select(n => (Parse(from).Chapter, Parse(from).Part, n))
        : [Parse(c)]);

    private static (int Chapter, int Part, int Number) Parse(string number) => number.Split('.') is [var c, var p, var n]
        ? (int.Parse(c, System.Globalization.CultureInfo.InvariantCulture), int.Parse(p, System.Globalization.CultureInfo.InvariantCulture), int.Parse(n, System.Globalization.CultureInfo.InvariantCulture))
        : throw new FormatException(number);

    [GeneratedRegex(@"class\s+(?<name>\w+Tests)\b", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Classes();

    [GeneratedRegex(@"`(?<name>\w+Tests)`", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Names();

    [GeneratedRegex(@"^\| \d+\.\d+\.\d+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Row();
}
