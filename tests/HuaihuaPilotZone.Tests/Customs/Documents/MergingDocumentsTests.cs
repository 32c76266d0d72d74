using HuaihuaPilotZone.Customs.Documents;

namespace HuaihuaPilotZone.Tests.Customs.Documents;

public sealed class MergingDocumentsTests
{
    private static readonly IReadOnlyDictionary<string, MergeSide> _nothing = new Dictionary<string, MergeSide>();

    [Fact]
    public void Whatever_each_of_two_people_changed_is_in_the_merge_when_they_changed_different_things()
    {
        var start = AValidList.Of(AValidList.Retail).ToDocument();
        var schema = start.Schema;
        foreach (var (mineAt, theirsAt) in schema.Header.Zip(schema.Header.Skip(1)))
        {
            var (mine, theirs) = (start.With(mineAt, "我"), start.With(theirsAt, "他"));

            Assert.All(DocumentMerge.Between(start, theirs, mine), d => Assert.False(d.IsConflict));
            var merged = DocumentMerge.Resolve(start, theirs, mine, _nothing);
            Assert.Equal(("我", "他"), (merged[mineAt], merged[theirsAt]));
        }
    }

    [Fact]
    public void Two_documents_that_say_the_same_differ_nowhere_and_merge_into_themselves()
    {
        var document = AValidList.Of(AValidList.Retail).ToDocument();

        Assert.Empty(DocumentMerge.Between(document, document, document));
        Assert.Empty(DocumentMerge.Between(null, document, document));
        Assert.Equal(DocumentJson.Serialize(document), DocumentJson.Serialize(DocumentMerge.Resolve(document, document, document, _nothing)));
    }

    [Fact]
    public void Nothing_that_both_changed_is_decided_without_a_choice()
    {
        var start = new CustomsDocument(DocumentSchemas.ExportList);
        var (theirs, mine) = (start.With(HeaderFields.Note, "他"), start.With(HeaderFields.Note, "我"));

        Assert.True(Assert.Single(DocumentMerge.Between(start, theirs, mine)).IsConflict);
        Assert.Equal("我", DocumentMerge.Resolve(start, theirs, mine, new Dictionary<string, MergeSide> { ["/note"] = MergeSide.Mine })[HeaderFields.Note]);
    }

    [Fact]
    public void Lines_added_by_both_are_kept_and_the_same_line_only_once()
    {
        var start = new CustomsDocument(DocumentSchemas.ExportList);
        var theirs = Lines("甲", "乙");
        var mine = Lines("乙", "丙");

        Assert.Equal(["甲", "乙", "丙"], Names(DocumentMerge.Resolve(start, theirs, mine, _nothing)));
        var without = DocumentMerge.Between(start, theirs, mine).Single(d => d.Mine is not null);
        Assert.Equal(["甲", "乙"], Names(DocumentMerge.Resolve(start, theirs, mine, new Dictionary<string, MergeSide> { [without.Key] = MergeSide.Theirs })));
    }

    [Fact]
    public void A_line_taken_out_by_one_and_left_alone_by_the_other_is_gone_and_the_others_keep_their_changes()
    {
        var start = Lines("甲", "乙", "丙");
        var theirs = Lines("甲", "丙");
        var mine = start.With(GoodsFields.Gname, 2, "丙二");

        Assert.Equal(["甲", "丙二"], Names(DocumentMerge.Resolve(start, theirs, mine, _nothing)));
    }

    private static CustomsDocument Lines(params string[] names)
    {
        var start = new CustomsDocument(DocumentSchemas.ExportList);
        var goods = start.Schema.Goods;
        return start.With(goods.Collection, [.. names.Select(n => new DocumentLine(goods).With(GoodsFields.Gname, n))]);
    }

    private static IEnumerable<string?> Names(CustomsDocument document) => document.Goods.Select(g => g[GoodsFields.Gname]);
}
