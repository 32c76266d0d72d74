using HuaihuaPilotZone.Customs.Codes;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.PreCheck;

namespace HuaihuaPilotZone.Tests.Customs.PreCheck;

public class CheckingADeclarationBeforeSubmissionTests
{
    public static TheoryData<string, string> RequiredPlaces =>
        [.. AValidDeclaration.Modes.SelectMany(mode => AValidDeclaration.Places(AValidDeclaration.Of(mode)).Where(p => p.Field.IsRequired(mode)).Select(p => (mode, p.Path)))];

    [Theory]
    [InlineData(AValidDeclaration.GeneralTrade, 1)]
    [InlineData(AValidDeclaration.GeneralTrade, 50)]
    [InlineData(AValidList.BusinessToBusiness, 2)]
    [InlineData(AValidList.OverseasWarehouse, 2)]
    public void A_valid_declaration_has_no_finding_of_any_kind(string mode, int lines)
    {
        var result = AValidDeclaration.Check(AValidDeclaration.Of(mode, lines));

        Assert.Empty(result.Findings);
        Assert.False(result.DateIsAssumed);
        Assert.Equal(AValidList.Today, result.Date);
        Assert.Equal(RuleCatalogue.Of(DocumentScope.Declaration).Count(r => r.AppliesTo(DocumentScope.Declaration, AValidList.Today)), result.RulesPassed);
    }

    [Fact]
    public void With_the_shipped_tables_alone_only_what_staff_must_load_is_doubted()
    {
        var result = PreChecker.Run(AValidDeclaration.Of(AValidDeclaration.GeneralTrade), CustomsTables.BuiltIn(), AValidList.Today, AValidList.Lookups);

        Assert.Equal(["OFFICE-002", "HS-009"], result.Findings.Select(f => f.RuleId));
    }

    [Theory]
    [MemberData(nameof(RequiredPlaces))]
    public void A_required_field_that_is_empty_must_be_filled(string mode, string path)
    {
        var result = AValidDeclaration.Check(DocumentPath.Set(AValidDeclaration.Of(mode), path, null)!);

        Assert.Contains(result.Findings, f => f.Path == path && f.Severity == Severity.MustFix && f.RuleId is "REQUIRED-001" or "REQUIRED-002" or "REQUIRED-003");
    }

    [Fact]
    public void The_required_fields_are_those_of_the_column_declare()
    {
        // DespPortCode and GoodsPlace are for imports; constants and what E-Port or customs add are not typed (facts B3)
        string[] head =
        [
            "AgentCode", "AgentName", "CustomMaster", "DistinatePort", "GrossWet", "IEPort", "NetWt", "OwnerName", "PackNo", "TradeCode", "TradeCountry", "TradeMode", "TradeName",
            "TrafMode", "TransMode", "WrapType", "CopName", "CopCode", "EntryType", "TypistNo", "InputerName", "OwnerCodeScc", "AgentCodeScc", "TradeCoScc", "PromiseItmes",
            "TradeAreaCode", "EntyPortCode", "DeclareName",
        ];
        string[] goods =
            ["CodeTS", "DeclPrice", "DutyMode", "GName", "OriginCountry", "TradeCurr", "DeclTotal", "GQty", "FirstQty", "GUnit", "FirstUnit", "DestinationCountry", "DistrictCode"];

        Assert.Equal(head.Order(StringComparer.Ordinal), Required(DocumentSchemas.CustomsDeclaration.Header));
        Assert.Equal(goods.Order(StringComparer.Ordinal), Required(DocumentSchemas.CustomsDeclaration.Goods.Fields));
    }

    [Fact]
    public void On_the_form_origin_is_origin_and_the_message_swaps_the_two()
    {
        Assert.Equal("DecList/DestinationCountry", DeclarationGoods.OriginCountry.DeclarationElement);
        Assert.Equal("DecList/OriginCountry", DeclarationGoods.DestinationCountry.DeclarationElement);
        Assert.Equal("原产国（地区）", DeclarationGoods.OriginCountry.Label);
        Assert.Equal("最终目的国（地区）", DeclarationGoods.DestinationCountry.Label);
    }

    [Fact]
    public void A_list_finding_never_rests_on_the_filling_rules_and_a_declaration_finding_never_on_the_list_message()
    {
        Assert.All(AValidList.Check(new ExportList { Goods = [new GoodsLine()] }).Findings, f => Assert.DoesNotContain("填制规范", f.Basis.Document, StringComparison.Ordinal));
        var empty = new CustomsDocument(DocumentSchemas.CustomsDeclaration);
        Assert.All(AValidDeclaration.Check(empty.With(DeclarationGoods.Lines, [new DocumentLine(empty.Schema.Goods)])).Findings, f => Assert.DoesNotContain("CEB", f.Basis.Document + f.Basis.Article, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2", "COSCO STAR", "081E", true)]
    [InlineData("3", "K1234567", "20261122", true)]
    [InlineData("5", "CZ3051", null, true)]
    [InlineData("6", "BG123456789CN", "20261122", true)]
    [InlineData("9", "自行车", null, false)]
    [InlineData("4", "@4999202612345678", null, false)]
    public void What_a_transport_mode_wants_and_no_more_is_no_finding(string mode, string? name, string? voyage, bool hasBill)
    {
        var document = AValidDeclaration.Of(AValidDeclaration.GeneralTrade)
            .With(DeclarationFields.TrafMode, mode).With(DeclarationFields.TrafName, name).With(DeclarationFields.VoyageNo, voyage).With(DeclarationFields.BillNo, hasBill ? "B1" : null);

        Assert.Empty(AValidDeclaration.Check(document).Findings);
    }

    [Theory]
    [InlineData("1", "100", "10")]
    [InlineData("2", "100", null)]
    [InlineData("3", null, null)]
    [InlineData("3", "0", null)]
    [InlineData("4", null, "10")]
    [InlineData("7", "100", "10")]
    public void Costs_that_go_with_the_terms_are_no_finding(string terms, string? freight, string? insurance)
    {
        var document = AValidDeclaration.Of(AValidDeclaration.GeneralTrade).With(DeclarationFields.TransMode, terms)
            .With(DeclarationFields.FeeMark, freight is null ? null : "3").With(DeclarationFields.FeeRate, freight).With(DeclarationFields.FeeCurrency, freight is null ? null : "USD")
            .With(DeclarationFields.InsuranceMark, insurance is null ? null : "1").With(DeclarationFields.InsuranceRate, insurance);

        Assert.Empty(AValidDeclaration.Check(document).Findings);
    }

    [Fact]
    public void Goods_that_stay_in_the_country_are_declared_to_China()
    {
        var document = AValidDeclaration.Of(AValidDeclaration.GeneralTrade).With(DeclarationFields.TrafMode, "7").With(DeclarationFields.TrafName, null).With(DeclarationFields.VoyageNo, null)
            .With(DeclarationFields.TradeCountry, "CHN").With(DeclarationFields.TradeArea, "CHN").With(DeclarationFields.DestinationPort, "CHN000");

        Assert.Empty(AValidDeclaration.Check(document).Findings);
    }

    [Theory]
    [InlineData("2024-04-09", "WEIGHT-005")]
    [InlineData("2024-04-10", "WEIGHT-004")]
    public void A_weight_below_one_kilogram_is_judged_by_the_rule_of_the_day(string day, string ruleId)
    {
        var document = AValidDeclaration.Of(AValidDeclaration.GeneralTrade).With(DeclarationFields.NetWeight, "0.505");

        var result = PreChecker.Run(document, AValidList.Tables, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), AValidList.Lookups);

        Assert.Equal([ruleId], result.Findings.Where(f => f.RuleId is "WEIGHT-004" or "WEIGHT-005").Select(f => f.RuleId));
    }

    [Fact]
    public void An_empty_declaration_names_every_required_field_and_the_missing_goods()
    {
        var result = AValidDeclaration.Check(new CustomsDocument(DocumentSchemas.CustomsDeclaration));

        string[] required = [.. DocumentSchemas.CustomsDeclaration.Header.Where(f => f.IsRequired(null)).Select(f => f.PathAt()), "/goods"];
        Assert.Equal(required, result.Findings.Where(f => f.Severity == Severity.MustFix).Select(f => f.Path));
    }

    private static IEnumerable<string> Required(IEnumerable<Field> fields) =>
        fields.Where(f => f.IsRequired("0110")).Select(f => f.DeclarationElement!.Split('/')[1]).Order(StringComparer.Ordinal);
}
