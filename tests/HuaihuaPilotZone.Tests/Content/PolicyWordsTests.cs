using HuaihuaPilotZone.Content.Policies;

namespace HuaihuaPilotZone.Tests.Content;

/// <summary>Document numbers and validity, without the portal.</summary>
public sealed class PolicyWordsTests
{
    [Theory]
    [InlineData("湘政发〔2023〕9号", "湘政发〔2023〕9号")]
    [InlineData("湘政发[2023]9号", "湘政发〔2023〕9号")]
    [InlineData("湘政发(2023)09号", "湘政发〔2023〕9号")]
    [InlineData("湘政发（2023）第9号", "湘政发〔2023〕9号")]
    [InlineData(" 湘政发 【 2023 】 9 号 ", "湘政发〔2023〕9号")]
    [InlineData("湘政发［２０２３］９号", "湘政发〔2023〕9号")]
    [InlineData("财政部  海关总署 税务总局公告2026年第16号", "财政部 海关总署 税务总局公告2026年第16号")]
    public void A_number_has_one_form_however_it_is_typed(string typed, string kept)
    {
        Assert.Equal(kept, DocumentNumbers.Normalize(typed));
        Assert.True(DocumentNumbers.IsNumber(kept));
    }

    [Theory]
    [InlineData("湘政发〔23〕9号")]
    [InlineData("湘政发〔2023〕号")]
    [InlineData("〔2023〕9号")]
    [InlineData("湘政发〔2023〕9")]
    [InlineData("第9号")]
    public void What_is_not_a_number_is_not_taken_for_one(string typed) => Assert.False(DocumentNumbers.IsNumber(DocumentNumbers.Normalize(typed)));

    [Theory]
    [InlineData("[2023]9")]
    [InlineData("(2023)9号")]
    [InlineData("（2023）9")]
    [InlineData("湘政发 [2023] 9号")]
    [InlineData("综合试验区 衡阳")]
    public void A_query_finds_the_folded_text(string query)
    {
        var folded = DocumentNumbers.Fold("中国(衡阳)(株洲)跨境电子商务综合试验区实施方案\n湘政发〔2023〕9号");

        Assert.All(DocumentNumbers.Terms(query), term => Assert.Contains(term, folded, StringComparison.Ordinal));
        Assert.NotEmpty(DocumentNumbers.Terms(query));
    }

    [Theory]
    // effective, expires, repealed, amended, expected on 2027-01-01
    [InlineData(null, null, null, null, Validity.Unknown)]
    [InlineData("2027-01-01", null, null, null, Validity.InForce)]
    [InlineData("2027-01-02", null, null, null, Validity.NotYetInForce)]
    [InlineData("2020-01-01", "2026-12-31", null, null, Validity.Expired)]
    [InlineData("2020-01-01", "2027-01-01", null, null, Validity.Expiring)]
    [InlineData("2020-01-01", "2027-04-01", null, null, Validity.Expiring)]
    [InlineData("2020-01-01", "2027-04-02", null, null, Validity.InForce)]
    [InlineData("2020-01-01", "2028-01-01", "2027-01-01", null, Validity.Repealed)]
    [InlineData("2020-01-01", "2028-01-01", "2027-01-02", null, Validity.InForce)]
    [InlineData(null, "2026-12-31", null, null, Validity.Expired)]
    [InlineData(null, "2028-01-01", null, null, Validity.Unknown)]
    [InlineData("2028-01-01", "2027-02-01", null, null, Validity.NotYetInForce)]
    [InlineData("2020-01-01", "2027-02-01", null, "2027-01-01", Validity.Amended)]
    [InlineData("2020-01-01", null, null, "2027-01-02", Validity.InForce)]
    [InlineData("2020-01-01", null, "2026-01-01", "2025-01-01", Validity.Repealed)]
    [InlineData("2028-01-01", null, null, "2025-01-01", Validity.NotYetInForce)]
    [InlineData(null, null, null, "2025-01-01", Validity.Unknown)]
    public void Validity_follows_from_the_dates(string? effective, string? expires, string? repealed, string? amended, Validity expected) =>
        Assert.Equal(expected, PolicyValidity.On(new DateOnly(2027, 1, 1), Day(effective), Day(expires), Day(repealed), Day(amended)));

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
