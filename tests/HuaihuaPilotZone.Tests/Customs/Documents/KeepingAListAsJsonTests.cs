using HuaihuaPilotZone.Customs.Documents;

namespace HuaihuaPilotZone.Tests.Customs.Documents;

public class KeepingAListAsJsonTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void What_is_written_is_read_again(int lines)
    {
        var document = AValidList.Of(AValidList.OverseasWarehouse, lines);

        Assert.True(ExportListJson.TryDeserialize(ExportListJson.Serialize(document), out var read));

        Assert.Empty(ExportListDiff.Between(document, read));
        Assert.Equal(lines, read.Goods.Count);
        Assert.Equal(ExportListJson.Serialize(document), ExportListJson.Serialize(read));
    }

    [Fact]
    public void The_names_are_the_documents_own_and_Chinese_stays_legible()
    {
        var json = ExportListJson.Serialize(new ExportList { TradeMode = "9610", EbpCode = "无", Goods = [new GoodsLine { Gname = "绿茶<b>" }] });

        Assert.Equal("""{"tradeMode":"9610","ebpCode":"无","goods":[{"gname":"绿茶\u003Cb\u003E"}]}""", json);
    }

    [Fact]
    public void Numbers_booleans_nulls_and_unknown_names_do_not_disturb()
    {
        Assert.True(ExportListJson.TryDeserialize("""{"packNo":3,"netWeight":1.50,"note":true,"pod":null,"later":{"x":[1]},"goods":[{"qty":10,"new":[]}],}""", out var read));

        Assert.Equal(("3", "1.50", "true", null), (read.PackNo, read.NetWeight, read.Note, read.Pod));
        Assert.Equal("10", Assert.Single(read.Goods).Qty);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"9610\"")]
    [InlineData("{")]
    [InlineData("""{"packNo":{}}""")]
    [InlineData("""{"packNo":["3"]}""")]
    [InlineData("""{"goods":{}}""")]
    [InlineData("""{"goods":"x"}""")]
    [InlineData("""{"goods":[1]}""")]
    [InlineData("""{"goods":[null]}""")]
    [InlineData("""{"goods":[{"qty":[]}]}""")]
    [InlineData("""{"note":"\ud800"}""")]
    public void Other_shapes_are_refused_without_an_exception(string? json)
    {
        Assert.False(ExportListJson.TryDeserialize(json, out var read));
        Assert.Null(read);
    }

    [Fact]
    public void Half_a_pair_of_surrogates_is_written_as_a_replacement_character()
    {
        var json = ExportListJson.Serialize(new ExportList { Note = "a\uD800b" });

        Assert.True(ExportListJson.TryDeserialize(json, out var read));
        Assert.Equal("a\uFFFDb", read.Note);
    }

    [Fact]
    public void Goods_that_are_null_are_no_goods()
    {
        Assert.True(ExportListJson.TryDeserialize("""{"goods":null}""", out var read));
        Assert.Empty(read.Goods);
    }

    [Fact]
    public void Changes_are_named_field_by_field_in_the_order_of_the_form()
    {
        var old = AValidList.Of(AValidList.Retail);
        var changed = (old with { NetWeight = "43", Note = "" }).WithLine(1, g => g with { Price = "9", BarCode = null });
        var shorter = changed with { Goods = [changed.Goods[0]] };

        Assert.Equal(
            [new FieldChange("/netWeight", "净重（千克）", "44", "43"), new FieldChange("/goods/1/barCode", "商品第 2 项：条形码", "无", null), new FieldChange("/goods/1/price", "商品第 2 项：单价", "8", "9")],
            ExportListDiff.Between(old, changed));
        Assert.Equal(13, ExportListDiff.Between(changed, shorter).Count);
        Assert.All(ExportListDiff.Between(changed, shorter), c => Assert.Null(c.New));
        Assert.All(ExportListDiff.Between(shorter, changed), c => Assert.Null(c.Old));
    }
}
