using HuaihuaPilotZone.Customs.Identifiers;

namespace HuaihuaPilotZone.Tests.Customs.Identifiers;

/// <summary>Vectors: customs facts D1 and mission D5, all invented or published.</summary>
public class TypingACreditCodeTests
{
    [Theory]
    [InlineData("91431200MA4QRT1B0R")]
    [InlineData("91431200MA7HHX9C3R")]
    [InlineData("914301001837601243")]
    [InlineData("12431200MB0X12343B")]
    [InlineData("92431202MA4PABCD4D")]
    [InlineData("91431200MA0000X15R")]
    [InlineData("93431200MA4000119R")]
    [InlineData("91350100M000100Y43")]
    public void A_right_code_passes_both_checks(string code)
    {
        Assert.Null(UnifiedSocialCreditCode.Check(code));
        Assert.True(UnifiedSocialCreditCode.HasRightOrganisationCode(code));
    }

    [Theory]
    [InlineData("91431299MA00000015")]
    [InlineData("91431299MA00000028")]
    [InlineData("91431299MA0000003B")]
    [InlineData("91431299MA00000290")]
    public void The_check_of_the_whole_decides(string code) => Assert.Null(UnifiedSocialCreditCode.Check(code));

    [Theory]
    [InlineData(" 91431200ma4qrt1b0r ")]
    [InlineData("9143 1200-MA4Q RT1B-0R")]
    [InlineData("９１４３１２００ＭＡ４ＱＲＴ１Ｂ０Ｒ")]
    public void Blanks_hyphens_case_and_width_do_not_matter(string typed)
    {
        Assert.Null(UnifiedSocialCreditCode.Check(typed));
        Assert.Equal("91431200MA4QRT1B0R", UnifiedSocialCreditCode.Normalize(typed));
    }

    [Theory]
    [InlineData(null, IdentifierFault.Missing, null, "没有填写统一社会信用代码。")]
    [InlineData(" ", IdentifierFault.Missing, null, "没有填写统一社会信用代码。")]
    [InlineData("91431200MA4QRT1B0", IdentifierFault.Length, null, "统一社会信用代码应为 18 位，还差 1 位。")]
    [InlineData("91431200MA4QRT1B0RRR", IdentifierFault.Length, null, "统一社会信用代码应为 18 位，多了 2 位。")]
    [InlineData("91431200MA4QRT1BOR", IdentifierFault.Character, 17, "统一社会信用代码第 17 位是“O”，代码中不使用这个字符，可能应为“0”。")]
    [InlineData("9I431200MA4QRT1B0R", IdentifierFault.Character, 2, "统一社会信用代码第 2 位是“I”，代码中不使用这个字符，可能应为“1”。")]
    [InlineData("914312*0MA4QRT1B0R", IdentifierFault.Character, 7, "统一社会信用代码第 7 位是“*”，代码中不使用这个字符。")]
    [InlineData("91A31200MA4QRT1B0R", IdentifierFault.Character, 3, "统一社会信用代码第 3 至 8 位是行政区划，应为数字，第 3 位是“A”。")]
    [InlineData("91431200MA4QRT1B0T", IdentifierFault.CheckCharacter, 18, "统一社会信用代码的校验位不符：按前 17 位推算，第 18 位应为“R”，填的是“T”。请对照营业执照。")]
    [InlineData("91431200MA4QRT1B1R", IdentifierFault.BothChecks, null, "统一社会信用代码的两个校验位都不符，其中有一位填错。请对照营业执照。")]
    public void A_wrong_code_is_told_what_is_wrong_and_where(string? typed, IdentifierFault fault, int? position, string message) =>
        Assert.Equal(new IdentifierProblem(fault, message, position), UnifiedSocialCreditCode.Check(typed)! with { Repair = null });

    [Fact]
    public void Two_neighbours_that_changed_places_are_pointed_out()
    {
        var problem = UnifiedSocialCreditCode.Check("91431200MA4RQT1B0R");

        Assert.Equal(IdentifierFault.BothChecks, problem?.Fault);
        Assert.Equal(12, problem?.Position);
        Assert.Contains("第 12、13 位可能颠倒，应为“QR”", problem?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_look_alike_is_pointed_out()
    {
        var problem = UnifiedSocialCreditCode.Check("91431200MA4QRT180R");

        Assert.Equal(16, problem?.Position);
        Assert.Contains("第 16 位“8”可能应为“B”", problem?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_single_wrong_character_is_noticed()
    {
        const string Code = "91431200MA4QRT1B0R";
        const string Symbols = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        for (var i = 0; i < Code.Length; i++)
        {
            foreach (var other in Symbols.Where(c => c != Code[i]))
            {
                Assert.NotNull(UnifiedSocialCreditCode.Check(Code[..i] + other + Code[(i + 1)..]));
            }
        }
    }

    [Theory]
    [InlineData("91431299MA00000015")]
    [InlineData("abc")]
    [InlineData(null)]
    [InlineData("一二三四五六七八九十一二三四五六七八")]
    public void Only_a_credit_code_can_have_a_right_organisation_code(string? text) => Assert.False(UnifiedSocialCreditCode.HasRightOrganisationCode(text));
}
