using HuaihuaPilotZone.Customs.Codes;
using HuaihuaPilotZone.Customs.Documents;

namespace HuaihuaPilotZone.Tests.Customs.Documents;

/// <summary>Cells as people type them become the values that documents write; what is not certain stays as it was.</summary>
public sealed class TypingCellsTests
{
    private static readonly DateOnly _day = new(2026, 11, 22);

    [Theory]
    [InlineData("2026/3/5", "2026-03-05")]
    [InlineData("2026年3月5日", "2026-03-05")]
    [InlineData("２０２６．３．５", "2026-03-05")]
    [InlineData("20260305", "2026-03-05")]
    [InlineData("2026-03-05 00:00:00", "2026-03-05")]
    [InlineData("46086", "2026-03-05")]
    [InlineData("2026.13.06", "2026.13.06")]
    [InlineData("12345", "12345")]
    [InlineData("下周三", "下周三")]
    public void A_day_is_read_in_every_common_form(string typed, string expected) => Assert.Equal(expected, Read(HeaderFields.IeDate, typed));

    [Theory]
    [InlineData("1,234.50", "1234.5")]
    [InlineData("１２３．５", "123.5")]
    [InlineData("643.2元", "643.2")]
    [InlineData("80 KG", "80")]
    [InlineData("80 千克", "80")]
    [InlineData("1,2,3", "1,2,3")]
    [InlineData("80吨", "80吨")]
    [InlineData("5万元", "5万元")]
    [InlineData("100美元", "100美元")]
    [InlineData("-3", "-3")]
    public void A_number_loses_separators_and_units_that_do_not_change_it(string typed, string expected) => Assert.Equal(expected, Read(HeaderFields.GrossWeight, typed));

    [Fact]
    public void A_code_may_be_typed_as_its_name_or_beside_it()
    {
        Assert.Equal("USD", Read(GoodsFields.Currency, "usd"));
        Assert.Equal("USD", Read(GoodsFields.Currency, "美元"));
        Assert.Equal("USD", Read(GoodsFields.Currency, "美金"));
        Assert.Equal("USD", Read(GoodsFields.Currency, "USD 美元"));
        Assert.Equal("USD", Read(GoodsFields.Currency, "美元（USD）"));
        Assert.Equal("VNM", Read(HeaderFields.Country, "越南"));
        Assert.Equal("007", Read(GoodsFields.Unit, "7"));
        Assert.Equal("007", Read(GoodsFields.Unit, "个"));
        Assert.Equal("035", Read(GoodsFields.Unit1, "千克"));
    }

    [Theory]
    [InlineData("902100090", "0902100090")]
    [InlineData("0902.10.00.90", "0902100090")]
    [InlineData("902990090", "902990090")]
    [InlineData("42021290", "42021290")]
    [InlineData("420212900", "420212900")]
    public void A_tariff_code_gets_the_zero_back_that_a_spreadsheet_dropped_where_only_that_can_be_meant(string typed, string expected) => Assert.Equal(expected, Read(GoodsFields.Gcode, typed));

    [Theory]
    [InlineData("铁路", "3")]
    [InlineData("中欧班列", "3")]
    [InlineData("空运", "5")]
    [InlineData("公路 ", "4")]
    [InlineData("海运", "2")]
    public void A_way_of_transport_may_be_called_what_people_call_it(string typed, string expected) => Assert.Equal(expected, Read(HeaderFields.TrafMode, typed));

    [Theory]
    [InlineData("纸箱", "22")]
    [InlineData("木箱", "23")]
    [InlineData("编织袋", "06")]
    // a word of one list means nothing in another
    [InlineData("铁路", "铁路")]
    public void So_may_a_packaging(string typed, string expected) => Assert.Equal(expected, Read(HeaderFields.WrapType, typed));

    [Fact]
    public void So_may_a_currency_and_a_unit()
    {
        Assert.Equal("CNY", Read(GoodsFields.Currency, "rmb"));
        Assert.Equal("035", Read(GoodsFields.Unit1, "kgs"));
    }

    [Fact]
    public void Two_codes_in_one_cell_are_left_for_a_person_to_see() => Assert.Equal("美元/人民币", Read(GoodsFields.Currency, "美元/人民币"));

    [Fact]
    public void The_sign_that_protects_from_formulas_is_taken_off_again() => Assert.Equal("-3", Read(HeaderFields.GrossWeight, "'-3"));

    [Theory]
    [InlineData("手提箱\n小号", "手提箱 小号")]
    [InlineData("手提箱 \r\n\r\n 小号\n", "手提箱 小号")]
    [InlineData("手提箱\t小号", "手提箱 小号")]
    public void A_cell_of_several_lines_becomes_one_line(string typed, string expected) => Assert.Equal(expected, Read(GoodsFields.Gname, typed));

    [Fact]
    public void Reading_a_value_again_changes_nothing()
    {
        foreach (var field in DocumentSchemas.ExportList.Header.Concat(DocumentSchemas.ExportList.Goods.Fields))
        {
            foreach (var typed in new[] { "2026/3/5", "1,234.50", "美元", "个", "越南", "4202.12.1000", " A-1 ", "" })
            {
                var once = Read(field, typed);
                Assert.Equal(once, Read(field, once));
            }
        }
    }

    private static string Read(Field field, string typed) => TypedCell.Read(field, typed, CustomsTables.BuiltIn(), _day);
}
