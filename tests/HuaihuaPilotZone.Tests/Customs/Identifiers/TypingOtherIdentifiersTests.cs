using HuaihuaPilotZone.Customs.Identifiers;

namespace HuaihuaPilotZone.Tests.Customs.Identifiers;

/// <summary>Vectors: customs facts D2 to D6 and mission D5.</summary>
public class TypingOtherIdentifiersTests
{
    private static readonly DateOnly _today = new(2026, 11, 22);

    [Theory]
    [InlineData("HHCU1000010")]
    [InlineData("HHCU1000025")]
    [InlineData("HHCU1000030")]
    [InlineData("HHCU1000051")]
    [InlineData("MWCU6059784")]
    [InlineData("CSQU3054383")]
    [InlineData("XXXU0000050")]
    [InlineData("XXXU0000018")]
    [InlineData("XXXU0000023")]
    [InlineData("XXXU0000039")]
    [InlineData("csqu 305438-3")]
    public void A_right_container_number_passes(string number) => Assert.Null(ContainerNumber.Check(number));

    [Theory]
    [InlineData("HHCU1000052", IdentifierFault.CheckCharacter, 11, "集装箱号的校验位不符：按前 10 位推算，末位应为 1，填的是 2。请对照箱体核对。")]
    [InlineData("HHCX1000051", IdentifierFault.Structure, 4, "集装箱号第 4 位应为 U、J 或 Z，填的是“X”。")]
    [InlineData("HHC01000051", IdentifierFault.Character, 4, "集装箱号第 4 位应为字母，填的是“0”。")]
    [InlineData("HHCU10O0051", IdentifierFault.Character, 7, "集装箱号第 7 位应为数字，填的是“O”。")]
    [InlineData("HHCU100005", IdentifierFault.Length, null, "集装箱号应为 4 个字母加 7 位数字，还差 1 位。")]
    [InlineData("HHCU10000510", IdentifierFault.Length, null, "集装箱号应为 4 个字母加 7 位数字，多了 1 位。")]
    [InlineData(null, IdentifierFault.Missing, null, "没有填写集装箱号。")]
    public void A_wrong_container_number_is_told_where(string? number, IdentifierFault fault, int? position, string message) =>
        Assert.Equal(new IdentifierProblem(fault, message, position), ContainerNumber.Check(number)! with { Repair = null });

    [Theory]
    [InlineData("4313960001")]
    [InlineData("4313W60ABC")]
    [InlineData("4313960a1z")]
    public void A_customs_code_is_judged_by_its_shape(string code) => Assert.Null(CustomsRegistrationCode.Check(code));

    [Theory]
    [InlineData("43A3960001", IdentifierFault.Character, 3)]
    [InlineData("43139A0001", IdentifierFault.Character, 6)]
    [InlineData("431396A001", IdentifierFault.Character, 7)]
    [InlineData("4313_60001", IdentifierFault.Character, 5)]
    [InlineData("43139600001", IdentifierFault.Length, null)]
    [InlineData("431396000", IdentifierFault.Length, null)]
    [InlineData("", IdentifierFault.Missing, null)]
    public void A_wrong_customs_code_is_told_where(string code, IdentifierFault fault, int? position)
    {
        var problem = CustomsRegistrationCode.Check(code);

        Assert.Equal(fault, problem?.Fault);
        Assert.Equal(position, problem?.Position);
    }

    [Theory]
    [InlineData("431202199003071230")]
    [InlineData("431224198511200020")]
    [InlineData("431202199003071222")]
    [InlineData("431202200002290031")]
    public void A_right_identity_number_passes(string number) => Assert.Null(ResidentIdNumber.Check(number, _today));

    [Theory]
    [InlineData("431225200102290017", IdentifierFault.Structure, "身份证号第 7 至 14 位是出生日期，这一天不存在。")]
    [InlineData("431202199003071231", IdentifierFault.CheckCharacter, "身份证号的校验位不符，其中有一位填错。请对照证件。")]
    [InlineData("431202203003071230", IdentifierFault.Structure, "身份证号第 7 至 14 位是出生日期，应在 1900 年至今天之间。")]
    [InlineData("431202189912311230", IdentifierFault.Structure, "身份证号第 7 至 14 位是出生日期，应在 1900 年至今天之间。")]
    [InlineData("4312021990030712X0", IdentifierFault.Character, "身份证号第 17 位应为数字。")]
    [InlineData("43120219900307123A", IdentifierFault.Character, "身份证号第 18 位应为数字或 X。")]
    [InlineData("43120219900307123", IdentifierFault.Length, "身份证号应为 18 位，还差 1 位。")]
    [InlineData("4312021990030712300", IdentifierFault.Length, "身份证号应为 18 位，多了 1 位。")]
    [InlineData(null, IdentifierFault.Missing, "没有填写身份证号。")]
    public void A_wrong_identity_number_is_told_why(string? number, IdentifierFault fault, string message)
    {
        var problem = ResidentIdNumber.Check(number, _today);

        Assert.Equal(fault, problem?.Fault);
        Assert.Equal(message, problem?.Message);
    }

    [Fact]
    public void An_identity_number_ending_in_x_may_be_typed_in_lower_case()
    {
        // the only last character that fits these 17 digits is X
        var right = Enumerable.Range(0, 10).Select(i => "43120219900307" + i + "00").Select(d => d + "x").Where(n => ResidentIdNumber.Check(n, _today) is null).ToArray();

        Assert.NotEmpty(right);
        Assert.All(right, n => Assert.All("0123456789", digit => Assert.NotNull(ResidentIdNumber.Check(n[..17] + digit, _today))));
    }

    [Theory]
    [InlineData("6931234567899")]
    [InlineData("6900123456781")]
    [InlineData("06900123456781")]
    [InlineData("96312346")]
    [InlineData("880123456782")]
    [InlineData("693 1234 567899")]
    public void A_right_bar_code_passes(string code) => Assert.Null(Gtin.Check(code));

    [Theory]
    [InlineData("6931234567890", IdentifierFault.CheckCharacter, "条形码的校验位不符：按前面各位推算，末位应为 9，填的是 0。")]
    [InlineData("693123456789", IdentifierFault.CheckCharacter, "条形码的校验位不符：按前面各位推算，末位应为 8，填的是 9。")]
    [InlineData("69312345678", IdentifierFault.Length, "条形码应为 8、12、13 或 14 位数字，填了 11 位。")]
    [InlineData("69312A4567899", IdentifierFault.Character, "条形码第 6 位应为数字，填的是“A”。")]
    [InlineData("", IdentifierFault.Missing, "没有填写条形码。")]
    public void A_wrong_bar_code_is_told_why(string code, IdentifierFault fault, string message)
    {
        var problem = Gtin.Check(code);

        Assert.Equal(fault, problem?.Fault);
        Assert.Equal(message, problem?.Message);
    }

    [Theory]
    [InlineData("4202")]
    [InlineData("420212")]
    [InlineData("42021290")]
    [InlineData("4202129000")]
    [InlineData("4202.12 9000")]
    [InlineData("9801001000")]
    public void A_tariff_code_of_an_existing_chapter_passes(string code) => Assert.Null(HsCode.Check(code));

    [Theory]
    [InlineData("7702129000", IdentifierFault.Structure, "商品编码以 77 开头，协调制度没有第 77 章。")]
    [InlineData("0002", IdentifierFault.Structure, "商品编码以 00 开头，协调制度没有第 00 章。")]
    [InlineData("42021", IdentifierFault.Length, "商品编码应为 4、6、8 或 10 位数字，填了 5 位。")]
    [InlineData("42", IdentifierFault.Length, "商品编码应为 4、6、8 或 10 位数字，填了 2 位。")]
    [InlineData("4202A2", IdentifierFault.Character, "商品编码第 5 位应为数字，填的是“A”。")]
    [InlineData(null, IdentifierFault.Missing, "没有填写商品编码。")]
    public void A_wrong_tariff_code_is_told_why(string? code, IdentifierFault fault, string message)
    {
        var problem = HsCode.Check(code);

        Assert.Equal(fault, problem?.Fault);
        Assert.Equal(message, problem?.Message);
    }
}
