using HuaihuaPilotZone.Customs.Documents;

namespace HuaihuaPilotZone.Tests.Customs.Documents;

public class PointingIntoAListTests
{
    [Theory]
    [InlineData("/netWeight", "净重（千克）")]
    [InlineData("/goods/1/totalPrice", "商品第 2 项：总价")]
    [InlineData("/goods/1", "商品第 2 项")]
    [InlineData("/goods", "商品")]
    [InlineData("", "整份单证")]
    [InlineData("/nothing", "/nothing")]
    public void A_place_has_a_label(string path, string label) => Assert.Equal(label, FieldMap.Label(path));

    [Theory]
    [InlineData("9810", "海外仓名称")]
    [InlineData("9610", "电商平台名称")]
    [InlineData(null, "电商平台名称")]
    public void Under_9810_the_warehouse_takes_the_place_of_the_platform(string? mode, string label) => Assert.Equal(label, FieldMap.Label("/ebpName", mode));

    [Fact]
    public void Every_field_can_be_read_and_written_by_its_pointer()
    {
        string[] paths = [.. FieldMap.Header.Select(DocumentPath.Of), .. FieldMap.Goods.Select(f => DocumentPath.Of(f, 1))];

        Assert.All(paths, path =>
        {
            var document = AValidList.Of(AValidList.Retail);

            var changed = DocumentPath.Set(document, path, "改了");

            Assert.NotNull(changed);
            Assert.Equal("改了", DocumentPath.Get(changed, path));
            Assert.Equal([path], ExportListDiff.Between(document, changed).Select(c => c.Path));
        });
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("netWeight")]
    [InlineData("/NetWeight")]
    [InlineData("/netWeight/")]
    [InlineData("/goods")]
    [InlineData("/goods/0")]
    [InlineData("/goods/2/qty")]
    [InlineData("/goods/-1/qty")]
    [InlineData("/goods/+1/qty")]
    [InlineData("/goods/01/qty")]
    [InlineData("/goods/1/nothing")]
    [InlineData("/goods/1/qty/0")]
    [InlineData("/goods/99999999999999/qty")]
    [InlineData("/other/1/qty")]
    public void A_pointer_to_no_field_is_refused(string? path)
    {
        var document = AValidList.Of(AValidList.Retail);

        Assert.False(DocumentPath.TryGet(document, path, out _));
        Assert.Null(DocumentPath.Get(document, path));
        Assert.Null(DocumentPath.Set(document, path, "x"));
    }

    [Fact]
    public void The_document_that_is_changed_stays_as_it_was()
    {
        var document = AValidList.Of(AValidList.Retail);

        DocumentPath.Set(document, "/goods/0/qty", "99");

        Assert.Equal("10", document.Goods[0].Qty);
    }

    [Fact]
    public void Fields_stand_at_the_index_they_carry_and_cover_the_document()
    {
        Assert.Equal(Enumerable.Range(0, FieldMap.Header.Count), FieldMap.Header.Select(f => f.Index));
        Assert.Equal(Enumerable.Range(0, FieldMap.Goods.Count), FieldMap.Goods.Select(f => f.Index));
        Assert.Equal(Names(typeof(ExportList)).Where(n => n != "goods").Order(StringComparer.Ordinal), FieldMap.Header.Select(f => f.Name).Order(StringComparer.Ordinal));
        Assert.Equal(Names(typeof(GoodsLine)).Order(StringComparer.Ordinal), FieldMap.Goods.Select(f => f.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Sections_follow_each_other_and_have_titles()
    {
        var sections = FieldMap.Header.Select(f => f.Section).ToArray();

        Assert.Equal(sections.Order(), sections);
        Assert.Equal(["基本信息", "参与方", "订单", "物流与运输", "金额费用", "重量包装", "商品"], Enum.GetValues<FormSection>().Select(FieldMap.SectionTitle));
    }

    private static IEnumerable<string> Names(Type type) =>
        type.GetProperties().Where(p => p.CanWrite).Select(p => char.ToLowerInvariant(p.Name[0]) + p.Name[1..]);
}
