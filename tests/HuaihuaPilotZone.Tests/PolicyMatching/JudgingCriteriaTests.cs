using System.Reflection;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.PolicyMatching;

namespace HuaihuaPilotZone.Tests.PolicyMatching;

public sealed class JudgingCriteriaTests
{
    private static readonly Verdict[] _all = Enum.GetValues<Verdict>();

    private static readonly FactSheet _full = new(
        1, EnterpriseType.CrossBorderCommerce, [3, 5], 2, EnterpriseStage.Operating, new DateOnly(2025, 3, 1), "91431299MA0000015J", "4313961001", "4900", 12, 4, 2);

    [Fact]
    public void Two_values_count_together_as_Kleene_says()
    {
        foreach (var a in _all)
        {
            Assert.Equal(a, Kleene.Not(Kleene.Not(a)));
            foreach (var b in _all)
            {
                Assert.Equal(a == Verdict.NotMet || b == Verdict.NotMet ? Verdict.NotMet : a == Verdict.Met && b == Verdict.Met ? Verdict.Met : Verdict.Unknown, Kleene.All([a, b]));
                Assert.Equal(Kleene.Not(Kleene.All([Kleene.Not(a), Kleene.Not(b)])), Kleene.Any([a, b]));
                Assert.Equal(Kleene.All([b, a]), Kleene.All([a, b]));
            }
        }
        Assert.Equal(Verdict.Unknown, Kleene.Not(Verdict.Unknown));
    }

    [Fact]
    public void What_is_settled_stays_settled_whatever_a_missing_fact_turns_out_to_be()
    {
        var random = new Random(20261128);
        for (var i = 0; i < 2000; i++)
        {
            var tree = Tree(random, 3);
            var gaps = Gaps(random);
            var before = Evaluation.Of(tree, gaps).Root.Verdict;
            var after = Evaluation.Of(tree, _full).Root.Verdict;
            Assert.True(before == Verdict.Unknown || before == after, $"{CriteriaTrees.Write(tree)}: {before} became {after}");
        }
    }

    [Fact]
    public void A_fact_that_nobody_has_entered_is_never_unmet()
    {
        var nothing = new FactSheet(1, EnterpriseType.Other, [], null, EnterpriseStage.Signed, null, "", null, null, 0, 0, 0);
        foreach (var fact in Enum.GetValues<EnterpriseFact>().Where(f => nothing.Of(f).Count == 0))
        {
            foreach (var op in FactCatalogue.Of(fact).Operators)
                Assert.Equal(Verdict.Unknown, Evaluation.Judge(new Condition(fact, op, ["1"]), nothing));
        }
        Assert.Equal(6, Enum.GetValues<EnterpriseFact>().Count(f => nothing.Of(f).Count == 0));
    }

    [Theory]
    [InlineData(EnterpriseFact.Type, ConditionOperator.IsOneOf, "CrossBorderCommerce", true)]
    [InlineData(EnterpriseFact.Type, ConditionOperator.IsNoneOf, "CrossBorderCommerce", false)]
    [InlineData(EnterpriseFact.Industry, ConditionOperator.IsOneOf, "5", true)]
    [InlineData(EnterpriseFact.Industry, ConditionOperator.IsNoneOf, "3", false)]
    [InlineData(EnterpriseFact.ParkArea, ConditionOperator.IsOneOf, "1", false)]
    [InlineData(EnterpriseFact.SignedOn, ConditionOperator.NotBefore, "2025-03-01", true)]
    [InlineData(EnterpriseFact.SignedOn, ConditionOperator.NotAfter, "2025-02-28", false)]
    [InlineData(EnterpriseFact.Division, ConditionOperator.StartsWith, "4312", true)]
    [InlineData(EnterpriseFact.CustomsCode, ConditionOperator.StartsWith, "4313", true)]
    [InlineData(EnterpriseFact.CustomsOffice, ConditionOperator.StartsWith, "51", false)]
    [InlineData(EnterpriseFact.Filings, ConditionOperator.AtLeast, "12", true)]
    [InlineData(EnterpriseFact.FilingsOfLastYear, ConditionOperator.AtMost, "3", false)]
    [InlineData(EnterpriseFact.Released, ConditionOperator.AtLeast, "10", false)]
    public void Each_fact_is_compared_by_its_kind(EnterpriseFact fact, ConditionOperator op, string value, bool isMet) =>
        Assert.Equal(isMet ? Verdict.Met : Verdict.NotMet, Evaluation.Judge(new Condition(fact, op, [value]), _full));

    [Fact]
    public void With_exactly_one_condition_short_a_policy_is_a_near_miss_and_with_two_it_is_not()
    {
        var met = new CriteriaGroup(GroupKind.All, [Filings("10"), Type(nameof(EnterpriseType.CrossBorderCommerce)), new CriteriaGroup(GroupKind.None, [Filings("100")])]);
        Assert.Equal(MatchStanding.Met, Evaluation.Of(met, _full).Standing);

        var missing = Assert.Single(Evaluation.Of(met, _full with { Filings = 9 }).Missing);
        Assert.Equal((EnterpriseFact.Filings, "10", false), (missing.Condition.Fact, missing.Condition.Values[0], missing.IsExcluding));
        Assert.True(Assert.Single(Evaluation.Of(met, _full with { Filings = 100 }).Missing).IsExcluding);
        Assert.Equal(MatchStanding.NearMiss, Evaluation.Of(met, _full with { Filings = 9 }).Standing);
        Assert.Equal(MatchStanding.NearMiss, Evaluation.Of(met, _full with { Filings = 100 }).Standing);
        Assert.Equal(MatchStanding.NotMet, Evaluation.Of(met, _full with { Filings = 9, Type = EnterpriseType.Other }).Standing);
    }

    [Fact]
    public void Either_of_two_conditions_may_be_the_one_that_is_short()
    {
        var either = new CriteriaGroup(GroupKind.Any, [Filings("100"), Type(nameof(EnterpriseType.Logistics))]);

        Assert.Equal([EnterpriseFact.Filings, EnterpriseFact.Type], Evaluation.Of(either, _full).Missing.Select(s => s.Condition.Fact));
    }

    [Fact]
    public void A_missing_fact_is_asked_of_whoever_can_supply_it()
    {
        var tree = new CriteriaGroup(GroupKind.All, [new Condition(EnterpriseFact.CustomsCode, ConditionOperator.StartsWith, ["4313"]), new Condition(EnterpriseFact.ParkArea, ConditionOperator.IsOneOf, ["2"])]);

        var evaluation = Evaluation.Of(tree, _full with { CustomsCode = null, ParkAreaId = null });

        Assert.Equal(MatchStanding.Unknown, evaluation.Standing);
        Assert.Equal([FactSupplier.Customs, FactSupplier.Park], evaluation.Asks.Select(a => a.Supplier));
        Assert.Empty(Evaluation.Of(tree, _full with { CustomsCode = null, ParkAreaId = 1 }).Asks);
    }

    [Fact]
    public void Criteria_come_back_as_they_were_written()
    {
        var random = new Random(4);
        for (var i = 0; i < 200; i++)
        {
            var text = CriteriaTrees.Write(Tree(random, 4));
            Assert.Equal(text, CriteriaTrees.Write(CriteriaTrees.Read(text)));
        }
    }

    [Fact]
    public void The_facts_are_these_and_none_is_about_a_person()
    {
        EnterpriseFact[] closed =
        [
            EnterpriseFact.Type, EnterpriseFact.Industry, EnterpriseFact.ParkArea, EnterpriseFact.Stage, EnterpriseFact.SignedOn, EnterpriseFact.Division,
            EnterpriseFact.CustomsCode, EnterpriseFact.CustomsOffice, EnterpriseFact.Filings, EnterpriseFact.FilingsOfLastYear, EnterpriseFact.Released,
        ];
        Assert.Equal(closed, Enum.GetValues<EnterpriseFact>());
        Assert.Equal(closed, FactCatalogue.All.Select(f => f.Fact));
        string[] sheet = ["EnterpriseId", "Type", "IndustryIds", "ParkAreaId", "Stage", "SignedOn", "CreditCode", "CustomsCode", "CustomsOffice", "Filings", "FilingsOfLastYear", "Released"];
        Assert.Equal(sheet, typeof(FactSheet).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(p => p.Name));
    }

    private static Condition Filings(string least) => new(EnterpriseFact.Filings, ConditionOperator.AtLeast, [least]);

    private static Condition Type(string type) => new(EnterpriseFact.Type, ConditionOperator.IsOneOf, [type]);

    private static CriteriaGroup Tree(Random random, int depth) => new(
        (GroupKind)random.Next(3), [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => depth > 0 && random.Next(3) == 0 ? (Criterion)Tree(random, depth - 1) : Any(random))]);

    private static Condition Any(Random random)
    {
        var definition = FactCatalogue.All[random.Next(FactCatalogue.All.Count)];
        var op = definition.Operators[random.Next(definition.Operators.Count)];
        return new Condition(definition.Fact, op, [definition.Kind switch
        {
            FactKind.Number => random.Next(20).ToString(System.Globalization.CultureInfo.InvariantCulture),
            FactKind.Day => random.Next(2) == 0 ? "2024-01-01" : "2026-01-01",
            FactKind.Code => random.Next(2) == 0 ? "43" : "99",
            _ => random.Next(2) == 0 ? _full.Of(definition.Fact)[0] : "9",
        }]);
    }

    /// <summary>The same enterprise with some facts not entered.</summary>
    private static FactSheet Gaps(Random random) => _full with
    {
        IndustryIds = random.Next(2) == 0 ? [] : _full.IndustryIds,
        ParkAreaId = random.Next(2) == 0 ? null : _full.ParkAreaId,
        SignedOn = random.Next(2) == 0 ? null : _full.SignedOn,
        CreditCode = random.Next(2) == 0 ? "" : _full.CreditCode,
        CustomsCode = random.Next(2) == 0 ? null : _full.CustomsCode,
        CustomsOffice = random.Next(2) == 0 ? null : _full.CustomsOffice,
    };
}
