using System.Reflection;
using System.Text.RegularExpressions;
using HuaihuaPilotZone.Tests.Support;

namespace HuaihuaPilotZone.Tests.House;

/// <summary>What the documents list is what there is.</summary>
public sealed partial class DocumentsTests
{
    /// <summary>Keys that the framework reads.</summary>
    private static readonly string[] _frameworkKeys = ["Urls", "AllowedHosts"];

    [Fact]
    public void Every_key_of_the_configuration_is_documented_and_every_documented_key_is_read()
    {
        var sources = HouseCode.Sources("*.cs").Select(File.ReadAllText).ToList();
        var known = sources.SelectMany(s => SingleKeys().Matches(s)).Select(m => m.Groups["key"].Value)
            .Concat(sources.SelectMany(s => ConnectionStrings().Matches(s)).Select(m => $"ConnectionStrings:{m.Groups["key"].Value}"))
            .Concat(sources.SelectMany(s => Sections().Matches(s)).SelectMany(KeysOf))
            .Concat(_frameworkKeys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

        var documented = FirstCells("configuration.md").TakeWhile(k => k != "ASPNETCORE_ENVIRONMENT").Order(StringComparer.Ordinal);

        Assert.Equal(known, documented);
    }

    [Fact]
    public void Every_class_in_the_table_of_words_exists()
    {
        var types = new[] { HouseCode.Customs, HouseCode.Library, HouseCode.Web }.SelectMany(a => a.GetTypes()).ToLookup(t => t.Name.Split('`')[0], StringComparer.Ordinal);

        Rule.HoldsEverywhere(Names().Matches(string.Join('\n', Rows("words.md").Select(r => r[^1]))).Select(m => m.Groups["name"].Value)
            .Where(n => n.Split('.') is var parts && !types[parts[0]].Any(t => parts.Length == 1 || t.GetMember(parts[1]).Length > 0))
            .Select(n => $"{n} is in docs/words.md and nowhere in the code"));
    }

    private static IEnumerable<string> KeysOf(Match binding)
    {
        var types = new[] { HouseCode.Library, HouseCode.Web }.SelectMany(a => a.GetTypes()).ToList();
        var options = types.Single(t => t.Name == binding.Groups["type"].Value);
        var section = binding.Groups["literal"] is { Success: true } literal
            ? literal.Value
            : (string)types.Single(t => t.Name == binding.Groups["holder"].Value).GetField(binding.Groups["constant"].Value)!.GetRawConstantValue()!;
        return options.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite).Select(p => $"{section}:{p.Name}");
    }

    private static IEnumerable<string> FirstCells(string document) => Rows(document).Select(r => Names().Match(r[0])).Where(m => m.Success).Select(m => m.Groups["name"].Value);

    private static IEnumerable<string[]> Rows(string document) => File.ReadLines(Path.Combine(HouseCode.Root, "docs", document))
        .Where(l => l.StartsWith("| ", StringComparison.Ordinal)).Select(l => l.Trim('|').Split('|', StringSplitOptions.TrimEntries));

    [GeneratedRegex(@"onfiguration(?:\[|\.GetValue\()""(?<key>[A-Za-z:]+)""", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex SingleKeys();

    [GeneratedRegex("""GetConnectionString\("(?<key>\w+)"\)""", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex ConnectionStrings();

    [GeneratedRegex("""AddOptions<(?<type>\w+)>\(\)\s*\.BindConfiguration\((?:"(?<literal>[^"]+)"|(?<holder>\w+)\.(?<constant>\w+))\)""", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Sections();

    [GeneratedRegex("`(?<name>[A-Za-z_][A-Za-z0-9_.:]*)`", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Names();
}
