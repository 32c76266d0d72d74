using HuaihuaPilotZone.Customs.Codes;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.PreCheck;

namespace HuaihuaPilotZone.Tests.Customs.PreCheck;

public class CheckingAListBeforeSubmissionTests
{
    [Theory]
    [InlineData(AValidList.Retail, 1)]
    [InlineData(AValidList.Retail, 100)]
    [InlineData(AValidList.BusinessToBusiness, 2)]
    [InlineData(AValidList.OverseasWarehouse, 2)]
    public void A_valid_list_has_no_finding_of_any_kind(string mode, int lines)
    {
        var result = AValidList.Check(AValidList.Of(mode, lines));

        Assert.Empty(result.Findings);
        Assert.False(result.HasMustFix);
        Assert.False(result.DateIsAssumed);
        Assert.Equal(RuleCatalogue.Version, result.RuleSetVersion);
        Assert.Equal(RuleCatalogue.All.Count(r => r.AppliesTo(DocumentScope.List, new DateOnly(2026, 11, 20))), result.RulesPassed);
    }

    [Fact]
    public void With_the_shipped_tables_alone_only_what_staff_must_load_is_doubted()
    {
        var result = PreChecker.Run(AValidList.Of(AValidList.BusinessToBusiness), CustomsTables.BuiltIn(), AValidList.Today, AValidList.Lookups);

        // no office of Huaihua, no rates and no ten-digit tariff are shipped, because no source for them could be read
        Assert.Equal(["OFFICE-002", "VALUE-002", "HS-009"], result.Findings.Select(f => f.RuleId));
        Assert.False(result.HasMustFix);
    }

    [Fact]
    public void Ten_digit_codes_that_are_not_loaded_are_named_once_for_the_whole_list()
    {
        var result = PreChecker.Run(AValidList.Of(AValidList.Retail, 100), CustomsTables.BuiltIn(), AValidList.Today, AValidList.Lookups);

        var finding = Assert.Single(result.Findings, f => f.RuleId == "HS-009");
        Assert.Contains("共 100 项：第 1、2、3、4、5、6、7、8、9、10 项等", finding.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void All_findings_come_at_once_in_the_order_of_the_form()
    {
        var header = AValidList.Of(AValidList.Retail) with { NetWeight = "90", EbcName = null, TradeMode = null };
        var document = header.WithLine(1, g => g with { TotalPrice = "90", Gname = null }).WithLine(0, g => g with { Qty1 = "9", ItemNo = null });

        var result = PreChecker.Run(document, AValidList.Tables, AValidList.Today, new NoLookups());

        Assert.Equal(
            ["", "/tradeMode", "/ebcName", "/orderGoodsValue", "/netWeight", "/netWeight", "/goods/0/itemNo", "/goods/0/qty1", "/goods/1/gname", "/goods/1/totalPrice"],
            result.Findings.Select(f => f.Path));
        Assert.Equal(["PROFILE-001", "REQUIRED-001", "REQUIRED-001", "ORDER-001", "WEIGHT-002", "WEIGHT-003", "REQUIRED-002", "QTY-004", "REQUIRED-002", "PRICE-002"], result.Findings.Select(f => f.RuleId));
        Assert.Equal(8, result.MustFixCount);
        Assert.Equal(2, result.AdviceCount);
    }

    [Fact]
    public void The_same_list_gets_the_same_answer()
    {
        var document = AValidList.Of(AValidList.Retail) with { NetWeight = "900", Pod = "VNM777" };

        Assert.Equal(AValidList.Check(document).Findings, AValidList.Check(document).Findings);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("someday")]
    public void Without_a_readable_export_date_the_day_of_the_caller_is_used_and_said(string? typed)
    {
        var result = AValidList.Check(AValidList.Of(AValidList.Retail) with { IeDate = typed });

        Assert.True(result.DateIsAssumed);
        Assert.Equal(AValidList.Today, result.Date);
    }

    [Fact]
    public void Rules_of_the_export_date_are_used_not_those_of_today()
    {
        var header = AValidList.Of(AValidList.BusinessToBusiness) with { OrderGoodsValue = "1096" };
        var expensive = header.WithLine(0, g => g with { Price = "100", TotalPrice = "1000" });

        var before = AValidList.Check(expensive with { IeDate = "2020-06-30" });
        var after = AValidList.Check(expensive with { IeDate = "2020-07-01" });

        Assert.DoesNotContain(before.Findings, f => f.RuleId == "VALUE-001");
        Assert.Contains(before.Findings, f => f.RuleId == "MODE-004");
        Assert.Contains(after.Findings, f => f.RuleId == "VALUE-001");
        Assert.DoesNotContain(after.Findings, f => f.RuleId == "MODE-004");
        Assert.Equal(new DateOnly(2020, 7, 1), after.Date);
    }

    [Theory]
    [InlineData("2026-11-20", false)]
    [InlineData("2026-10-31", true)]
    public void An_office_counts_only_in_its_time(string exportDate, bool isDoubted)
    {
        var tables = AValidList.Tables.WithOffices([new CustomsOffice("4998", "示例新海关", From: new DateOnly(2026, 11, 1))]);

        var result = PreChecker.Run(AValidList.Of(AValidList.Retail) with { CustomsCode = "4998", IeDate = exportDate }, tables, AValidList.Today, AValidList.Lookups);

        Assert.Equal(isDoubted, result.Findings.Any(f => f.RuleId == "OFFICE-002"));
    }

    [Theory]
    [InlineData("4999.99", false)]
    [InlineData("5000", false)]
    [InlineData("5000.01", true)]
    public void The_value_limit_is_five_thousand_yuan_inclusive(string total, bool isAbove)
    {
        var header = AValidList.Of(AValidList.OverseasWarehouse, 1) with { OrderCurrency = "CNY", FreightCurrency = "CNY", OrderGoodsValue = total };
        var document = header.WithLine(0, g => g with { Qty = "1", Qty1 = "1", Price = total, TotalPrice = total, Currency = "CNY" });

        var result = AValidList.Check(document);

        Assert.Equal(isAbove, result.HasMustFix);
        Assert.Equal(isAbove, result.Findings.Any(f => f.RuleId == "VALUE-001"));
    }

    [Fact]
    public void Retail_exports_have_no_value_limit()
    {
        var document = AValidList.Of(AValidList.Retail, 1).WithLine(0, g => g with { Price = "25500", TotalPrice = "255000" }) with { OrderGoodsValue = "255000" };

        Assert.Empty(AValidList.Check(document).Findings);
    }

    [Theory]
    [InlineData("3", "33.333", "99.99")]
    [InlineData("1000", "3.33", "3333.33")]
    [InlineData("3", "3.33333", "10")]
    public void A_rounded_unit_price_is_no_fault(string quantity, string price, string total)
    {
        var document = Priced(quantity, price, total);

        Assert.DoesNotContain(AValidList.Check(document).Findings, f => f.RuleId == "PRICE-002");
    }

    [Theory]
    [InlineData("3", "33.333", "99.97")]
    [InlineData("1000", "3.33", "3340")]
    [InlineData("10", "25.5", "255.1")]
    public void A_difference_that_no_rounding_explains_is_a_fault(string quantity, string price, string total)
    {
        var document = Priced(quantity, price, total);

        Assert.Contains(AValidList.Check(document).Findings, f => f.RuleId == "PRICE-002");
    }

    [Fact]
    public void In_an_approved_zone_retail_summary_statistics_may_use_four_digits()
    {
        var document = AValidList.Of(AValidList.Retail).WithLine(0, g => g with { Gcode = "4202000000" }) with { StatisticsFlag = "A" };

        Assert.Empty(PreChecker.Run(document, AValidList.ApprovedTables, AValidList.Today, AValidList.Lookups).Findings);
    }

    [Fact]
    public void In_an_approved_zone_business_exports_may_use_six_digits_but_not_four()
    {
        var six = AValidList.Of(AValidList.BusinessToBusiness).WithLine(0, g => g with { Gcode = "4202120000" });
        var four = six.WithLine(0, g => g with { Gcode = "4202000000" });

        Assert.Empty(PreChecker.Run(six, AValidList.ApprovedTables, AValidList.Today, AValidList.Lookups).Findings);
        Assert.Contains(PreChecker.Run(four, AValidList.ApprovedTables, AValidList.Today, AValidList.Lookups).Findings, f => f.RuleId == "HS-005");
    }

    [Fact]
    public void A_foreign_platform_without_a_code_and_an_unregistered_producer_are_accepted()
    {
        var document = AValidList.Of(AValidList.Retail) with { EbpCode = "无", OwnerCode = "NO", AgentCode = "4313960001" };

        Assert.Empty(AValidList.Check(document).Findings);
    }

    private static ExportList Priced(string quantity, string price, string total) =>
        AValidList.Of(AValidList.Retail, 1).WithLine(0, g => g with { Qty = quantity, Qty1 = quantity, Price = price, TotalPrice = total }) with { OrderGoodsValue = total };
}
