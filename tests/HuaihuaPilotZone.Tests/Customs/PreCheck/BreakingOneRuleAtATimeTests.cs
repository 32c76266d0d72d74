using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.PreCheck;

namespace HuaihuaPilotZone.Tests.Customs.PreCheck;

public class BreakingOneRuleAtATimeTests
{
    public static TheoryData<string> Cases => [.. RuleCases.All.Select(c => c.Name)];

    public static TheoryData<string> CasesWithProposal => [.. RuleCases.All.Where(c => c.Proposal is not null).Select(c => c.Name)];

    public static TheoryData<string> CasesWithChoice => [.. RuleCases.All.Where(c => c.Choice.Count > 0).Select(c => c.Name)];

    [Fact]
    public void Every_rule_has_a_case_in_each_kind_of_document_it_looks_at()
    {
        foreach (var scope in new[] { DocumentScope.List, DocumentScope.Declaration })
        {
            var broken = RuleCases.All.Where(c => c.Scope == scope).Select(c => c.RuleId).ToHashSet(StringComparer.Ordinal);

            Assert.Equal([], RuleCatalogue.Of(scope).Select(r => r.Id).Where(id => !broken.Contains(id)));
        }
    }

    [Fact]
    public void Every_rule_that_looks_at_applications_is_broken_in_one_of_them()
    {
        var generated = AValidApplication.Kinds.SelectMany(k => Mutations.Of(k.Noun, AValidApplication.Of(k.Scope))).Select(m => m.RuleId);
        var broken = RuleCases.All.Where(c => (c.Scope & DocumentScope.Applications) != DocumentScope.None).Select(c => c.RuleId).Concat(generated).ToHashSet(StringComparer.Ordinal);

        Assert.Equal([], RuleCatalogue.Of(DocumentScope.Applications).Select(r => r.Id).Where(id => !broken.Contains(id)));
    }

    [Fact]
    public void Every_rule_that_looks_at_goods_declared_on_their_way_back_is_broken_there()
    {
        var broken = RuleCases.All.Where(c => c.Scope == DocumentScope.ReturnDeclaration).Select(c => c.RuleId).Concat(Mutations.Of("退运报关单", AValidReturnDeclaration.Document).Select(m => m.RuleId)).ToHashSet(StringComparer.Ordinal);

        Assert.Equal([], RuleCatalogue.Of(DocumentScope.ReturnDeclaration).Select(r => r.Id).Where(id => !broken.Contains(id)));
    }

    [Fact]
    public void Every_case_names_a_rule_of_the_catalogue() => Assert.All(RuleCases.All, c => Assert.NotNull(RuleCatalogue.Find(c.RuleId)));

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_rule_speaks_at_its_place_and_no_other_rule_does(string name)
    {
        var broken = RuleCases.Find(name);

        var findings = broken.Run(broken.Broken).Findings;

        Assert.Contains(findings, f => f.RuleId == broken.RuleId && f.Path == broken.Path);
        var others = findings.Where(f => f.RuleId != broken.RuleId).Select(f => f.RuleId).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        Assert.Equal(broken.Also.Order(StringComparer.Ordinal), others);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_finding_tells_what_the_catalogue_says_and_shows_the_value_seen(string name)
    {
        var broken = RuleCases.Find(name);
        var document = broken.Broken;

        var finding = broken.Run(document).Findings.First(f => f.RuleId == broken.RuleId && f.Path == broken.Path);

        var rule = RuleCatalogue.Find(broken.RuleId)!;
        Assert.Equal(rule.Severity, finding.Severity);
        Assert.Equal(rule.Title, finding.Title);
        Assert.Equal(rule.BasisFor(broken.Scope).Kind, finding.Basis.Kind);
        Assert.Equal(DocumentPath.Get(document, finding.Path), finding.Value);
        Assert.EndsWith("。", finding.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(CasesWithProposal))]
    public void The_proposal_is_the_expected_one(string name)
    {
        var broken = RuleCases.Find(name);

        var finding = broken.Run(broken.Broken).Findings.First(f => f.RuleId == broken.RuleId && f.Path == broken.Path);

        Assert.Equal(broken.Proposal, finding.Proposal?.Value);
    }

    [Theory]
    [MemberData(nameof(CasesWithChoice))]
    public void The_choice_is_the_expected_one_and_each_of_its_values_removes_the_finding(string name)
    {
        var broken = RuleCases.Find(name);
        var document = broken.Broken;

        var finding = broken.Run(document).Findings.First(f => f.RuleId == broken.RuleId && f.Path == broken.Path);

        Assert.Null(finding.Proposal);
        Assert.Equal(broken.Choice, finding.Alternatives.Select(a => a.Value));
        Assert.All(finding.Alternatives, a => Assert.DoesNotContain(broken.Run(DocumentPath.Set(document, a.Path, a.Value)!).Findings, f => f.RuleId == finding.RuleId && f.Path == finding.Path));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Applying_any_proposal_removes_the_finding_that_made_it(string name)
    {
        var broken = RuleCases.Find(name);
        var document = broken.Broken;

        foreach (var finding in broken.Run(document).Findings.Where(f => f.Proposal is not null))
        {
            var mended = DocumentPath.Set(document, finding.Proposal!.Path, finding.Proposal.Value);

            Assert.NotNull(mended);
            Assert.DoesNotContain(broken.Run(mended).Findings, f => f.RuleId == finding.RuleId && f.Path == finding.Path);
        }
    }
}
