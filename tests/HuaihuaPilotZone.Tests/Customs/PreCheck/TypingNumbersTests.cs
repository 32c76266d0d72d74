namespace HuaihuaPilotZone.Tests.Customs.PreCheck;

public class TypingNumbersTests
{
    [Theory]
    [InlineData("20")]
    [InlineData("20.0")]
    [InlineData("0020.000000")]
    [InlineData("99999999999999.99999")]
    [InlineData("0.00001")]
    public void A_plain_number_is_taken_as_it_is(string typed) => Assert.DoesNotContain(Findings(typed), f => f.Path == "/freight");

    [Theory]
    [InlineData("1,234.5", "1234.5")]
    [InlineData("1，234，567", "1234567")]
    [InlineData("２０．５", "20.5")]
    [InlineData(" 20 ", "20")]
    [InlineData("+20", "20")]
    [InlineData("20。5", "20.5")]
    [InlineData(".5", "0.5")]
    [InlineData("5.", "5")]
    [InlineData("1 000", "1000")]
    [InlineData("-0", "0")]
    public void A_number_in_another_dress_is_proposed_plain(string typed, string plain)
    {
        var finding = Assert.Single(Findings(typed), f => f.Path == "/freight");

        Assert.Equal("NUMBER-005", finding.RuleId);
        Assert.Equal(plain, finding.Proposal?.Value);
    }

    [Theory]
    [InlineData("1,2")]
    [InlineData("12,34.5")]
    [InlineData("1.2.3")]
    [InlineData(",")]
    [InlineData(".")]
    [InlineData("-")]
    [InlineData("二十")]
    [InlineData("20元")]
    [InlineData("1e3")]
    [InlineData("0x10")]
    [InlineData("NaN")]
    [InlineData("٢٠")]
    public void What_is_no_number_is_never_guessed(string typed)
    {
        var finding = Assert.Single(Findings(typed), f => f.Path == "/freight");

        Assert.Equal("NUMBER-001", finding.RuleId);
        Assert.Null(finding.Proposal);
    }

    [Theory]
    [InlineData("-1", "NUMBER-002")]
    [InlineData("－1,000.5", "NUMBER-002")]
    [InlineData("0.123456", "NUMBER-003")]
    [InlineData("123456789012345", "NUMBER-004")]
    [InlineData("99999999999999999999999999999999999999", "NUMBER-004")]
    public void A_number_out_of_bounds_is_named(string typed, string ruleId) =>
        Assert.Equal(ruleId, Assert.Single(Findings(typed), f => f.Path == "/freight").RuleId);

    [Theory]
    [InlineData("0.123456", "0.12346")]
    [InlineData("1.000005", "1.00001")]
    [InlineData("0.000001", null)]
    public void Too_many_decimals_are_rounded_unless_nothing_would_be_left(string typed, string? rounded) =>
        Assert.Equal(rounded, Assert.Single(Findings(typed), f => f.RuleId == "NUMBER-003").Proposal?.Value);

    private static IReadOnlyList<HuaihuaPilotZone.Customs.PreCheck.Finding> Findings(string typed) =>
        AValidList.Check(AValidList.Of(AValidList.Retail) with { Freight = typed, OrderCurrency = "USD", FreightCurrency = "CNY" }).Findings;
}
