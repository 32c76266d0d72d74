using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using HuaihuaPilotZone.Tests.Support;

namespace HuaihuaPilotZone.Tests.House;

/// <summary>docs/dependencies.md is what the projects and the client pin; with PILOTZONE_WRITE_DOCS set it is written anew.</summary>
public sealed partial class ListingDependenciesTests
{
    private static readonly string _page = Path.Combine(HouseCode.Root, "docs", "dependencies.md");

    [Fact]
    public async Task The_page_lists_every_version_that_is_pinned()
    {
        var kept = File.Exists(_page) ? await File.ReadAllTextAsync(_page, TestContext.Current.CancellationToken) : "";
        var head = kept.Contains("## .NET packages", StringComparison.Ordinal) ? kept[..kept.IndexOf("## .NET packages", StringComparison.Ordinal)] : "# Dependencies\n\nAs of 2026-01-01.\n\n";
        var lists = Lists();
        if (Environment.GetEnvironmentVariable("PILOTZONE_WRITE_DOCS") is { Length: > 0 })
            await File.WriteAllTextAsync(_page, kept = Day().Replace(head, string.Create(CultureInfo.InvariantCulture, $"As of {DateTime.UtcNow:yyyy-MM-dd}."), 1) + lists, TestContext.Current.CancellationToken);

        Assert.Equal(lists, kept[Math.Max(0, kept.IndexOf("## .NET packages", StringComparison.Ordinal))..]);
        Assert.Matches(Day(), kept);
    }

    [Fact]
    public void The_page_never_calls_unaudited_versions_clean()
    {
        var text = File.ReadAllText(_page);

        Assert.Contains("**Audit: not run.**", text, StringComparison.Ordinal);
        Assert.DoesNotContain("no known vulnerabilities", text, StringComparison.OrdinalIgnoreCase);
    }

    private static string Lists()
    {
        var page = new StringBuilder("## .NET packages\n\n| package | version | for |\n|---|---|---|\n");
        foreach (var (name, version, use) in Packages().OrderBy(p => p.Name, StringComparer.Ordinal)) page.Append(CultureInfo.InvariantCulture, $"| {name} | {version} | {use} |\n");
        page.Append("\n## Packages of the pages\n\n| package | version | for | licence |\n|---|---|---|---|\n");
        foreach (var line in ClientPackages()) page.Append(CultureInfo.InvariantCulture, $"| {line} |\n");
        return page.ToString();
    }

    private static IEnumerable<(string Name, string Version, string Use)> Packages()
    {
        var props = XDocument.Load(Path.Combine(HouseCode.Root, "Directory.Packages.props")).Root!;
        var variables = props.Elements("PropertyGroup").Elements().ToDictionary(e => $"$({e.Name.LocalName})", e => e.Value, StringComparer.Ordinal);
        foreach (var group in props.Elements("ItemGroup"))
        {
            var use = group.Attribute("Label")?.Value switch { "Application" => "application", "Tests" => "tests", "Analyzers" => "analysis", _ => "pinned transitive" };
            foreach (var package in group.Elements())
            {
                var version = package.Attribute("Version")!.Value;
                yield return (package.Attribute("Include")!.Value, variables.GetValueOrDefault(version, version), use);
            }
        }
    }

    private static IEnumerable<string> ClientPackages()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(HouseCode.Root, "src", "HuaihuaPilotZone.Web", "client", "package-lock.json")));
        return [.. file.RootElement.GetProperty("packages").EnumerateObject().Where(p => p.Name.Length > 0)
            .Select(p => (Name: p.Name[(p.Name.LastIndexOf("node_modules/", StringComparison.Ordinal) + "node_modules/".Length)..], Version: p.Value.GetProperty("version").GetString()!,
                Use: p.Value.TryGetProperty("dev", out _) ? "build" : "pages", Licence: p.Value.TryGetProperty("license", out var licence) ? licence.GetString() : ""))
            .Distinct().OrderBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.Version, StringComparer.Ordinal).Select(p => $"{p.Name} | {p.Version} | {p.Use} | {p.Licence}")];
    }

    [GeneratedRegex(@"As of \d{4}-\d{2}-\d{2}\.", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Day();
}
