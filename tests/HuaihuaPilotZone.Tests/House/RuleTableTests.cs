using System.Runtime.CompilerServices;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.PreCheck;

namespace HuaihuaPilotZone.Tests.House;

public sealed class RuleTableTests
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

    private static string Documents(DocumentScope scope) =>
        string.Join('、', DocumentSchemas.All.Where(s => scope.HasFlag(s.Scope)).Select(s => s.Noun));

    private static string Docs([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "docs", "rules.md"));
}
