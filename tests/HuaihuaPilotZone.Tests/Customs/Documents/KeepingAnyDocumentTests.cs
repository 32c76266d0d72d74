using HuaihuaPilotZone.Customs.Codes;
using HuaihuaPilotZone.Customs.Documents;

namespace HuaihuaPilotZone.Tests.Customs.Documents;

public class KeepingAnyDocumentTests
{
    public static TheoryData<string> Kinds => [.. DocumentSchemas.All.Select(s => s.Noun)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Fields_stand_at_the_index_they_carry_under_names_of_their_own(string noun)
    {
        var schema = Schema(noun);

        Assert.Equal(Enumerable.Range(0, schema.Header.Count), schema.Header.Select(f => f.Index));
        Assert.Equal(Enumerable.Range(0, schema.Collections.Count), schema.Collections.Select(c => c.Collection.Index));
        if (!schema.IsApplication) Assert.Equal("goods", schema.Goods.Collection.Name);
        foreach (var (collection, fields) in schema.Collections)
        {
            Assert.Equal(Enumerable.Range(0, fields.Count), fields.Select(f => f.Index));
            Assert.All(fields, f => Assert.Equal(collection, f.Collection));
            Assert.Equal(fields.Count, fields.Select(f => f.Name).Distinct(StringComparer.Ordinal).Count());
        }

        string[] names = [.. schema.Header.Select(f => f.Name), .. schema.Collections.Select(c => c.Collection.Name)];
        Assert.Equal(names.Length, names.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(schema.Header.Select(f => f.Section).Order(), schema.Header.Select(f => f.Section));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_field_can_be_written_by_its_pointer_kept_as_JSON_and_seen_as_a_difference(string noun)
    {
        var document = Document(noun);
        foreach (var (_, path) in AValidDeclaration.Places(document))
        {
            var changed = DocumentPath.Set(document, path, "改了")!;

            Assert.Equal("改了", DocumentPath.Get(changed, path));
            Assert.Equal([path], DocumentDiff.Between(document, changed).Select(c => c.Path));
            Assert.True(DocumentJson.TryDeserialize(document.Schema, DocumentJson.Serialize(changed), out var read));
            Assert.Empty(DocumentDiff.Between(changed, read));
            Assert.NotEqual(path, document.Schema.Label(path));
        }
    }

    [Theory]
    [InlineData("/containers/0/containerId", "集装箱第 1 项：集装箱号")]
    [InlineData("/edocs", "随附单据")]
    [InlineData("/documents/1", "随附单证第 2 项")]
    [InlineData("/goods/1/totalPrice", "商品第 2 项：总价")]
    [InlineData("/ebpCode", "/ebpCode")]
    public void A_place_in_a_declaration_has_a_label(string path, string label) => Assert.Equal(label, DocumentSchemas.CustomsDeclaration.Label(path));

    [Fact]
    public void A_declaration_keeps_its_lines_under_their_own_names_and_leaves_out_empty_collections()
    {
        var document = new CustomsDocument(DocumentSchemas.CustomsDeclaration).With(DeclarationFields.TradeMode, "0110").WithLines("containers", [new() { ["containerId"] = "X" }]);

        Assert.Equal("""{"tradeMode":"0110","goods":[],"containers":[{"containerId":"X"}]}""", DocumentJson.Serialize(document));
    }

    [Fact]
    public void A_list_goes_both_ways_through_the_general_document()
    {
        var list = AValidList.Of(AValidList.OverseasWarehouse, 3);

        Assert.Empty(ExportListDiff.Between(list, ExportList.From(list.ToDocument())));
        Assert.Throws<ArgumentException>(() => ExportList.From(new CustomsDocument(DocumentSchemas.CustomsDeclaration)));
        Assert.Throws<ArgumentException>(() => DocumentDiff.Between(list.ToDocument(), new CustomsDocument(DocumentSchemas.CustomsDeclaration)));
    }

    [Fact]
    public void Every_code_list_of_a_field_has_rows_with_a_source()
    {
        var tables = CustomsTables.BuiltIn();
        var lists = DocumentSchemas.All.SelectMany(s => s.Header.Concat(s.Collections.SelectMany(c => c.Fields))).Select(f => f.CodeList).Where(l => l != CodeList.None).Distinct();

        Assert.All(lists, list => Assert.NotEmpty(tables.Rows(list, AValidList.Today)));
        Assert.All(lists.Where(l => l is not (CodeList.StatisticsFlags or CodeList.Ports)), list => Assert.All(tables.Rows(list, AValidList.Today), r => Assert.NotEmpty(r.Source)));
        Assert.Equal("怀化", tables.Find(CodeList.Districts, "43139", AValidList.Today)?.Name);
        Assert.Equal("一般征税", tables.Find(CodeList.TaxNatures, "101", AValidList.Today)?.Name);
    }

    private static DocumentSchema Schema(string noun) => DocumentSchemas.All.Single(s => s.Noun == noun);

    private static CustomsDocument Document(string noun) => Schema(noun) switch
    {
        { IsApplication: true, Scope: var scope } => AValidApplication.Of(scope),
        { Scope: DocumentScope.List } => AValidList.Of(AValidList.Retail).ToDocument(),
        _ => AValidDeclaration.Of(AValidDeclaration.GeneralTrade),
    };
}
