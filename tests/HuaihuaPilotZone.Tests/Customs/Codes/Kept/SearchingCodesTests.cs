using HuaihuaPilotZone.Customs.Codes;
using HuaihuaPilotZone.Customs.Codes.Kept;

namespace HuaihuaPilotZone.Tests.Customs.Codes.Kept;

/// <summary>C18: people type 2, 4, 6, 8 or 10 digits in any notation, a name, an old number or a word of their own.</summary>
public sealed class SearchingCodesTests
{
    private static readonly DateOnly _day = new(2026, 11, 22);

    private static readonly CodeSearch _search = CodeSearch.Of(
        CustomsTables.BuiltIn().WithTariffLines(
        [
            new TariffLine("4202121000", "示例塑料面箱包", "007", "035"),
            new TariffLine("4202129000", "示例纺织面箱包", "007", "035"),
            new TariffLine("4202190000", "示例其他箱包", "007", "035", new DateOnly(2027, 1, 1)),
            new TariffLine("0902109000", "示例绿茶", "035", null, null, new DateOnly(2025, 12, 31)),
            new TariffLine("0902101000", "示例花茶", "035", null),
        ]),
        [new(CodeTableId.Units, "035", "公斤"), new(CodeTableId.Tariff, "4202129000", "拉杆箱"), new(CodeTableId.Tariff, "4202129000", "Trolley case"), new(CodeTableId.Countries, "LAO", "寮国")]);

    /// <summary>Forty inputs: what is typed, the table looked in (or all), and the code that has to come first.</summary>
    public static TheoryData<string, string?, string> Inputs => new()
    {
        { "42", "Headings", "4202" },
        { "4202", null, "4202" },
        { "42.02", null, "4202" },
        { "42 02", null, "4202" },
        { "４２０２", null, "4202" },
        { "420212", null, "420212" },
        { "4202.12", null, "420212" },
        { "4202 12", null, "420212" },
        { "42-02-12", null, "420212" },
        { " 420212 ", null, "420212" },
        { "42021290", null, "4202129000" },
        { "4202.1290", null, "4202129000" },
        { "4202.12.90", null, "4202129000" },
        { "4202129000", null, "4202129000" },
        { "4202.12.90.00", null, "4202129000" },
        { "4202 1290 00", null, "4202129000" },
        { "４２０２．１２．９０．００", null, "4202129000" },
        { "4202129000\n", null, "4202129000" },
        { "0902", null, "0902" },
        { "09021010", null, "0902101000" },
        { "42021", "Tariff", "4202121000" },
        { "拉杆箱", null, "4202129000" },
        { "trolleycase", null, "4202129000" },
        { "TROLLEY CASE", null, "4202129000" },
        { "示例花茶", null, "0902101000" },
        { "花茶", "Tariff", "0902101000" },
        { "usd", null, "USD" },
        { "ＵＳＤ", null, "USD" },
        { "美元", null, "USD" },
        { "502", "Currencies", "USD" },
        { "142", "Countries", "CHN" },
        { "老挝", null, "LAO" },
        { "寮国", null, "LAO" },
        { "越南", "Countries", "VNM" },
        { "035", "Units", "035" },
        { "千克", "Units", "035" },
        { "公斤", null, "035" },
        { "9710", null, "9710" },
        { "chn 867", null, "CHN867" },
        { "钦州", "Ports", "CHN867" },
    };

    [Theory]
    [MemberData(nameof(Inputs))]
    public void What_is_typed_finds_its_code_first(string typed, string? table, string code) =>
        Assert.Equal(code, _search.Find(typed, table is null ? null : Enum.Parse<CodeTableId>(table), _day)[0].Row.Code);

    [Fact]
    public void The_table_holds_forty_inputs() => Assert.Equal(40, Inputs.Count);

    [Theory]
    [InlineData("")]
    [InlineData(" . - ")]
    [InlineData("不存在的名称")]
    [InlineData("99999999999999")]
    [InlineData("\uD800")]
    public void What_fits_nothing_finds_nothing(string typed) => Assert.Empty(_search.Find(typed, null, _day));

    [Fact]
    public void A_code_is_found_only_on_days_on_which_it_holds()
    {
        Assert.Empty(_search.Find("4202190000", null, _day));
        Assert.NotEmpty(_search.Find("4202190000", null, new DateOnly(2027, 1, 1)));
        Assert.Empty(_search.Find("0902109000", null, _day));
        Assert.NotEmpty(_search.Find("0902109000", null, new DateOnly(2025, 12, 31)));
    }

    [Fact]
    public void A_hit_says_why_it_was_found()
    {
        Assert.Equal((CodeHitKind.Synonym, "公斤"), (_search.Find("公斤", null, _day)[0].Kind, _search.Find("公斤", null, _day)[0].Word));
        Assert.Equal(CodeHitKind.OldCode, _search.Find("502", CodeTableId.Currencies, _day)[0].Kind);
        Assert.Equal(CodeHitKind.CodeStart, _search.Find("42021290", CodeTableId.Tariff, _day)[0].Kind);
    }

    [Fact]
    public void The_nomenclature_narrows_step_by_step()
    {
        Assert.Contains(_search.Narrow("", _day), s => s.Prefix == "42" && s.Codes == 2);
        Assert.Contains(_search.Narrow("42", _day), s => s is { Prefix: "4202", Name: not null, Codes: 2 });
        Assert.Contains(_search.Narrow("4202", _day), s => s.Prefix == "420212");
        Assert.Equal(["42021210", "42021290"], _search.Narrow("420212", _day).Select(s => s.Prefix));
        Assert.Equal("示例纺织面箱包", Assert.Single(_search.Narrow("42021290", _day)).Name);
        Assert.Equal(["42", "4202", "420212", "42021290", "4202129000"], _search.Path("4202.12.90.00", _day).Select(s => s.Prefix));
        Assert.Empty(_search.Path("77", _day));
    }
}
