using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Imports;
using HuaihuaPilotZone.Imports.Lists;
using HuaihuaPilotZone.Imports.Sheets;

namespace HuaihuaPilotZone.Tests.Imports;

public sealed class MatchingColumnsTests
{
    private static readonly Dictionary<string, string> _nothing = [];

    [Fact]
    public void Every_column_of_the_template_is_found_by_its_own_heading()
    {
        var match = Match(_nothing, [.. ListColumns.All.Select(c => c.Label)]);

        Assert.Equal(ListColumns.All.Select(c => c.Name), match!.Targets);
    }

    [Fact]
    public void No_two_columns_share_a_heading_or_a_synonym()
    {
        var words = ListColumns.All.SelectMany(c => c.Synonyms.Append(c.Label).Append(c.Name).Select(w => (Word: ColumnMatcher.Fold(w), c.Name)).Distinct()).ToList();

        Assert.Empty(words.GroupBy(w => w.Word, StringComparer.Ordinal).Where(g => g.Select(w => w.Name).Distinct().Count() > 1).Select(g => g.Key));
    }

    [Theory]
    [InlineData("订单号", "/orderNo")]
    [InlineData("*订单编号 (必填)", "/orderNo")]
    [InlineData("HS CODE", "/goods/gcode")]
    [InlineData("ＨＳ编码", "/goods/gcode")]
    [InlineData("毛重（KG）", "/grossWeight")]
    [InlineData("商品总毛重", "/grossWeight")]
    [InlineData("快递单号", "/logisticsNo")]
    [InlineData("SKU", "/goods/itemNo")]
    public void Headings_as_people_write_them_are_understood(string heading, string expected) => Assert.Equal(expected, Match(_nothing, heading)!.Targets[0]);

    [Theory]
    [InlineData("仓库内部备注")]
    [InlineData("备注栏")]
    public void A_word_for_anything_is_matched_by_its_own_name_only(string heading) => Assert.Null(Match(_nothing, "订单号", heading)!.Targets[1]);

    [Fact]
    public void The_headings_may_stand_below_a_title()
    {
        var match = ColumnMatcher.Match([new(1, ["示例公司 11 月出口清单"]), new(2, []), new(3, ["订单号", "品名", "数量"])], ListColumns.All, _nothing);

        Assert.Equal(3, match!.HeadingRow);
        Assert.Equal(["/orderNo", "/goods/gname", "/goods/qty"], match.Targets);
    }

    [Fact]
    public void What_a_person_chose_is_remembered_also_that_a_column_is_not_used()
    {
        var remembered = new Dictionary<string, string> { [ColumnMatcher.Fold("内部编号")] = "/orderNo", [ColumnMatcher.Fold("订单号")] = "" };

        Assert.Equal(["/orderNo", null], Match(remembered, "内部编号", "订单号")!.Targets);
    }

    [Fact]
    public void A_file_without_any_known_heading_matches_nothing() => Assert.Null(Match(_nothing, "foo", "bar"));

    [Fact]
    public void Rows_of_one_order_become_one_document_and_findings_lead_back_to_their_rows()
    {
        var known = new ExportList { TradeMode = "9610", EbcName = "示例箱包有限公司" };
        ImportedRow[] rows =
        [
            new(5, new Dictionary<string, string> { ["/orderNo"] = "A-1", ["/netWeight"] = "3", ["/goods/gname"] = "拉杆箱", ["/goods/totalPrice"] = "1,200.50" }),
            new(9, new Dictionary<string, string> { ["/orderNo"] = "A-1", ["/netWeight"] = "4", ["/goods/gname"] = "手提包", ["/goods/totalPrice"] = "10" }),
        ];

        var list = ListAssembler.Assemble(known, rows);

        Assert.Equal("示例箱包有限公司", list.Document.EbcName);
        Assert.Equal(["拉杆箱", "手提包"], list.Document.Goods.Select(g => g.Gname));
        Assert.Equal("1210.5", list.Document.OrderGoodsValue);
        Assert.Equal(new HeaderDifference(9, "/netWeight", "4", "3"), Assert.Single(list.Differences));
        Assert.Equal((9, "/goods/gname"), list.PlaceOf("/goods/1/gname"));
        Assert.Equal((5, "/netWeight"), list.PlaceOf("/netWeight"));
        Assert.Equal((9, null), list.PlaceOf("/goods/1"));
    }

    private static ColumnMatch? Match(IReadOnlyDictionary<string, string> remembered, params string[] headings) =>
        ColumnMatcher.Match([new SheetRow(1, headings)], ListColumns.All, remembered);
}
