using System.Text.RegularExpressions;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.PreCheck;

namespace HuaihuaPilotZone.Tests.Customs.PreCheck;

public partial class ReadingTheRuleCatalogueTests
{
    public static TheoryData<string> Ids => [.. RuleCatalogue.All.Select(r => r.Id)];

    [Fact]
    public void No_two_rules_share_an_id() => Assert.Equal(RuleCatalogue.All.Count, RuleCatalogue.All.Select(r => r.Id).Distinct(StringComparer.Ordinal).Count());

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_is_named_and_explained_in_the_house_voice(string id)
    {
        var rule = RuleCatalogue.Find(id)!;

        Assert.Matches(IdForm(), rule.Id);
        Assert.InRange(rule.Title.Length, 6, 12);
        Assert.InRange(rule.Explanation.Count(c => c == '。'), 1, 2);
        Assert.EndsWith("。", rule.Explanation, StringComparison.Ordinal);
        Assert.DoesNotContain(rule.Explanation + rule.Title, c => c is '!' or '！' or ',' or ';' or '?');
        Assert.NotEmpty(rule.Facts);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_rests_on_something_that_governs_the_document_it_looks_at(string id)
    {
        var rule = RuleCatalogue.Find(id)!;
        foreach (var scope in new[] { DocumentScope.List, DocumentScope.Declaration, DocumentScope.ReturnDeclaration }.Where(s => rule.Scope.HasFlag(s)))
        {
            var basis = rule.BasisFor(scope);

            Assert.NotEmpty(basis.Document);
            Assert.DoesNotContain(scope == DocumentScope.List ? "填制规范" : "CEB", basis.Document + basis.Article, StringComparison.Ordinal);
            if (scope != DocumentScope.List) Assert.DoesNotContain("海关跨境统一版", basis.Document, StringComparison.Ordinal);
            if (basis.Kind is BasisKind.Announcement or BasisKind.Experience) Assert.False(basis.Verified, "announcements were read in third parties' copies only");
        }
    }

    [GeneratedRegex("^[A-Z]+-[0-9]{3}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex IdForm();
}
