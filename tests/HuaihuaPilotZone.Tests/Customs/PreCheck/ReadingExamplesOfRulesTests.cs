using HuaihuaPilotZone.Customs.PreCheck;
using HuaihuaPilotZone.Customs.PreCheck.Examples;

namespace HuaihuaPilotZone.Tests.Customs.PreCheck;

/// <summary>Each rule is shown at work; that it speaks alone, and that its fix mends, is tested with all other breaks.</summary>
public class ReadingExamplesOfRulesTests
{
    public static TheoryData<string> Rules => [.. RuleCatalogue.All.Select(r => r.Id)];

    public static TheoryData<string> Compared => [.. RuleExamples.Compared.Select(c => c.RuleId)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_rule_has_an_example_that_says_what_was_typed_and_what_the_rule_answers(string id)
    {
        var example = RuleExamples.Of(id);

        Assert.NotNull(example);
        Assert.EndsWith("。", example.Sentence, StringComparison.Ordinal);
        Assert.True(example.Values.Count > 0 || example.Circumstance != ExampleCircumstance.None || example.Sentence.StartsWith("没有", StringComparison.Ordinal), "nothing says what is wrong");
        Assert.All(example.Values, v => Assert.NotEqual(v.Before, v.After));
    }

    [Fact]
    public void No_rule_has_two_examples() =>
        Assert.Equal(RuleCatalogue.All.Select(r => r.Id).Order(StringComparer.Ordinal), RuleExamples.All.Select(e => e.RuleId).Concat(RuleExamples.Compared.Select(e => e.RuleId)).Order(StringComparer.Ordinal));

    [Fact]
    public void Nothing_is_wrong_with_a_sample_before_it_is_broken()
    {
        var sound = RuleExamples.All.Where(e => e.Steps.Count > 0 && e.Circumstance == ExampleCircumstance.None);

        Assert.All(sound, e => Assert.Empty(e.Check(e.Sound).Findings));
    }

    [Theory]
    [MemberData(nameof(Compared))]
    public void A_comparison_is_answered_by_its_rule_alone(string id)
    {
        var example = RuleExamples.Compared.Single(c => c.RuleId == id);

        Assert.Equal([id, .. example.Also], example.Rows.Where(r => r.Mismatch is not null).Select(r => r.Rule.Id).Distinct(StringComparer.Ordinal).OrderBy(r => r != id));
    }

    [Fact]
    public void The_example_of_net_above_gross_is_the_sentence_of_the_pre_check()
    {
        var shown = RuleExamples.Of("WEIGHT-002")!;

        Assert.Equal(["毛重（千克）"], shown.Values.Select(v => v.Label));
        Assert.Equal("净重 44 千克大于毛重 43 千克，多出 1 千克。请核对两个重量是否填反。", shown.Sentence);
        Assert.Null(shown.Fix);
        Assert.Equal("25.5", RuleExamples.Of("NUMBER-003")!.Fix);
        Assert.Equal(["91431200MA4QRT1B0R"], RuleExamples.Of("PARTY-002")!.Choice);
    }
}
