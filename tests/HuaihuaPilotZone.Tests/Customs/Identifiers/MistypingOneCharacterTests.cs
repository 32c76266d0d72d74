using HuaihuaPilotZone.Customs.Identifiers;

namespace HuaihuaPilotZone.Tests.Customs.Identifiers;

public class MistypingOneCharacterTests
{
    private static readonly DateOnly _today = new(2026, 11, 22);

    [Theory]
    [InlineData("91431200MA4QRT1BOR", "91431200MA4QRT1B0R")]
    [InlineData("9I431200MA4QRT1B0R", "91431200MA4QRT1B0R")]
    [InlineData("9143Z200MA4QRT1B0R", null)]
    [InlineData("9143120OMA4QRT1B0R", "91431200MA4QRT1B0R")]
    [InlineData("91431200AM4QRT1B0R", "91431200MA4QRT1B0R")]
    [InlineData("91431200MA4QRT180R", "91431200MA4QRT1B0R")]
    [InlineData("91431200MA4QRT1B1R", null)]
    [InlineData("91431200MA4QRT1B0", null)]
    public void A_credit_code_with_one_slip_is_repaired_and_any_other_is_not(string typed, string? repair) => Assert.Equal(repair, UnifiedSocialCreditCode.Check(typed)!.Repair);

    [Theory]
    [InlineData("HHCU10O0010", "HHCU1000010")]
    [InlineData("HHCU1OO0010", null)]
    [InlineData("HHUC1000010", "HHCU1000010")]
    [InlineData("HHCU1000011", null)]
    [InlineData("HHCU100001", null)]
    public void A_container_number_likewise(string typed, string? repair) => Assert.Equal(repair, ContainerNumber.Check(typed)!.Repair);

    [Theory]
    [InlineData("hhcu 10o0010", "HHCU10O0010", 6, "HHCU1000010", "可能是第 7 位的“O”应为“0”，即 HHCU1000010。")]
    [InlineData("HHUC1000010", "HHUC1000010", 2, "HHCU1000010", "可能是第 3、4 位写反了，应为 HHCU1000010。")]
    [InlineData("HHCU1000011", "HHCU1000011", null, null, "请对照箱体核对。")]
    [InlineData("HHCX1000051", "HHCX1000051", 3, null, "集装箱号第 4 位应为 U、J 或 Z，填的是“X”。")]
    [InlineData("", "", null, null, "没有填写集装箱号。")]
    public void Whoever_types_a_container_number_is_told_the_likely_wrong_character(string typed, string kept, int? place, string? proposal, string end)
    {
        var check = ContainerNumber.Examine(typed);

        Assert.Equal((kept, false, place, proposal), (check.Normalised, check.IsValid, check.LikelyWrongPlace, check.Proposal));
        Assert.EndsWith(end, check.Problem, StringComparison.Ordinal);
        Assert.True(proposal is null || ContainerNumber.Examine(proposal) == new ContainerNumberCheck(proposal, true, null, null, null));
    }

    [Theory]
    [InlineData("6931234567890", null)]
    [InlineData("6391234567899", null)]
    [InlineData("693123456789B", null)]
    [InlineData("693I234567899", "6931234567899")]
    public void A_bar_code_likewise(string typed, string? repair) => Assert.Equal(repair, Gtin.Check(typed)!.Repair);

    [Theory]
    [InlineData("431202199003071203", "431202199003071230")]
    [InlineData("43120219900307123O", "431202199003071230")]
    [InlineData("431202199003071231", null)]
    public void An_identity_number_likewise(string typed, string? repair) => Assert.Equal(repair, ResidentIdNumber.Check(typed, _today)!.Repair);

    [Fact]
    public void Every_repair_is_right_and_differs_by_one_slip()
    {
        foreach (var right in new[] { "91431200MA4QRT1B0R", "914301001837601243", "12431200MB0X12343B" })
        {
            for (var i = 0; i + 1 < right.Length; i++)
            {
                var typed = string.Concat(right.AsSpan(0, i), [right[i + 1], right[i]], right.AsSpan(i + 2));
                if (UnifiedSocialCreditCode.Check(typed)?.Repair is { } repair) Assert.Null(UnifiedSocialCreditCode.Check(repair));
            }
        }
    }
}
