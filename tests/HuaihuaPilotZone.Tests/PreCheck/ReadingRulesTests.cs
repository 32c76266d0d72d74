using System.Globalization;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.PreCheck;
using HuaihuaPilotZone.Customs.PreCheck.Examples;
using HuaihuaPilotZone.Tests.Support;

namespace HuaihuaPilotZone.Tests.PreCheck;

/// <summary>Whoever was told the id of a rule reads what it checks and sees it at work.</summary>
public sealed class ReadingRulesTests(Portal portal)
{
    [Fact]
    public async Task The_list_of_rules_shows_for_each_what_it_checks_an_example_its_basis_and_its_validity()
    {
        var page = await portal.Visit().OpenAsync("/rules");

        Assert.All(RuleCatalogue.All, rule =>
        {
            var row = page.GetElementById(rule.Id)!.TextContent;
            Assert.Contains(rule.Title, row, StringComparison.Ordinal);
            Assert.Contains(RuleExamples.Of(rule.Id)!.Sentence, row, StringComparison.Ordinal);
            Assert.Contains(rule.Basis.ValidFrom?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "未注明", row, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task The_list_is_narrowed_by_words_a_document_and_a_degree()
    {
        async Task<List<string>> FoundAsync(string address) => [.. (await portal.Visit().OpenAsync(address)).QuerySelectorAll("table.hh-table tbody tr").Select(r => r.Id!)];

        Assert.Equal(["WEIGHT-002"], await FoundAsync("/rules?q=weight-002"));
        var weights = await FoundAsync("/en/rules?q=" + Uri.EscapeDataString("净重 毛重") + "&document=Declaration&severity=MustFix");
        Assert.Contains("WEIGHT-002", weights);
        Assert.All(weights, id => Assert.True(RuleCatalogue.Find(id)! is { Severity: Severity.MustFix } rule && rule.Scope.HasFlag(DocumentScope.Declaration), id));
        Assert.Equal(RuleCatalogue.All.Where(r => r.Scope == DocumentScope.None).Select(r => r.Id), await FoundAsync("/rules?document=None"));
        // what is no document and no degree narrows nothing
        Assert.Equal(RuleCatalogue.All.Count, (await FoundAsync("/rules?document=7&severity=x")).Count);
        var nothing = await portal.Visit().OpenAsync("/rules?q=" + Uri.EscapeDataString("<b>没有"));
        Assert.Contains("没有符合的规则", nothing.Content(), StringComparison.Ordinal);
        Assert.Equal("<b>没有", nothing.QuerySelector("main [name=q]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_rule_shows_what_was_typed_what_it_answered_and_the_fix_in_both_languages()
    {
        var chinese = (await portal.Visit().OpenAsync("/rules/NUMBER-003")).GetElementById("example")!.TextContent;
        var english = (await portal.Visit().OpenAsync("/en/rules/NUMBER-003")).GetElementById("example")!.TextContent;

        Assert.All(["25.500001", "小数", "可以直接采用25.5"], words => Assert.Contains(words, chinese, StringComparison.Ordinal));
        Assert.All(["25.500001", "What the pre-check answers", "Can be taken as it is"], words => Assert.Contains(words, english, StringComparison.Ordinal));
        Assert.Contains("TEXT-001", (await portal.Visit().OpenAsync("/rules/TEXT-001")).GetElementById("example")!.QuerySelector("[data-example]")!.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_has_to_be_so_beside_the_document_is_said_in_words()
    {
        foreach (var rule in RuleExamples.All.Where(e => e.Circumstance != ExampleCircumstance.None).DistinctBy(e => e.Circumstance).Select(e => e.RuleId))
        {
            foreach (var language in new[] { "", "/en" })
            {
                var said = (await portal.Visit().OpenAsync($"{language}/rules/{rule}")).GetElementById("example")!.QuerySelector(".body > p")!.TextContent;
                Assert.DoesNotContain("Circumstance.", said, StringComparison.Ordinal);
                Assert.NotEmpty(said);
            }
        }
    }
}
