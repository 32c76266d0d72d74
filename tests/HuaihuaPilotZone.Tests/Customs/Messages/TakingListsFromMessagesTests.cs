using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.Messages;

namespace HuaihuaPilotZone.Tests.Customs.Messages;

public class TakingListsFromMessagesTests
{
    [Theory]
    [InlineData(AValidList.Retail, 1)]
    [InlineData(AValidList.BusinessToBusiness, 2)]
    [InlineData(AValidList.OverseasWarehouse, 100)]
    public void A_list_and_its_order_come_back_as_they_were_typed(string mode, int lines)
    {
        var document = AValidList.Of(mode, lines) with { TrafName = "示例班车", Note = "备注", GrossWeight = "3000" };

        var mapped = ExportListReader.Read(List(document), Order(document), AValidList.Tables);

        Assert.Empty(mapped.Notes);
        Assert.Equal(ExportListJson.Serialize(document), ExportListJson.Serialize(mapped.Document));
    }

    [Fact]
    public void The_order_alone_and_the_list_alone_give_what_they_carry()
    {
        var document = AValidList.Of(AValidList.BusinessToBusiness);

        var order = ExportListReader.Read(null, Order(document), AValidList.Tables).Document;
        var list = ExportListReader.Read(List(document), null, AValidList.Tables).Document;

        Assert.Equal(("9710", document.OrderGoodsValue, null), (order.TradeMode, order.OrderGoodsValue, order.NetWeight));
        Assert.Equal((document.NetWeight, null, "2026-11-20"), (list.NetWeight, list.OrderGoodsValue, list.IeDate));
        Assert.Null(ExportListReader.Read(null, Order(AValidList.Of(AValidList.Retail)), AValidList.Tables).Document.TradeMode);
        Assert.Throws<ArgumentException>(() => ExportListReader.Read(null, null, AValidList.Tables));
        Assert.Throws<ArgumentException>(() => ExportListReader.Read(Order(document), null, AValidList.Tables));
    }

    [Theory]
    [InlineData("country", "/country", "399")]
    [InlineData("country", "/country", "699")]
    [InlineData("POD", "/pod", "141")]
    [InlineData("wrapType", "/wrapType", "7")]
    [InlineData("trafMode", "/trafMode", "9")]
    public void An_old_code_that_stands_for_several_is_told_and_never_guessed(string element, string path, string code)
    {
        var list = List(AValidList.Of(AValidList.Retail));
        list.Head[element] = code;

        var mapped = ExportListReader.Read(list, null, AValidList.Tables);

        var note = Assert.Single(mapped.Notes);
        Assert.Equal((MappingNoteKind.AmbiguousCode, path, code), (note.Kind, note.Path, note.Value));
        Assert.True(note.Candidates.Count > 1);
        Assert.Null(DocumentPath.Get(mapped.Document, path));
    }

    [Theory]
    [InlineData("country", "/country", "999", MappingNoteKind.UnknownCode)]
    [InlineData("country", "/country", "VNM", MappingNoteKind.NewCode)]
    [InlineData("fCurrency", "/freightCurrency", "USD", MappingNoteKind.NewCode)]
    public void A_code_of_the_wrong_generation_or_none_is_kept_and_told(string element, string path, string code, MappingNoteKind kind)
    {
        var list = List(AValidList.Of(AValidList.Retail));
        list.Head[element] = code;

        var mapped = ExportListReader.Read(list, null, AValidList.Tables);

        Assert.Equal((kind, path), mapped.Notes.Select(n => (n.Kind, n.Path)).Single());
        Assert.Equal(code, DocumentPath.Get(mapped.Document, path));
    }

    [Fact]
    public void Where_list_and_order_differ_the_list_wins_and_the_difference_is_told()
    {
        var document = AValidList.Of(AValidList.BusinessToBusiness, 3);
        var order = Order((document with { EbpName = "另一平台", TradeMode = AValidList.OverseasWarehouse }).WithLine(1, g => g with { Qty = "13", Price = "8.00" }));
        order.Head["ebcCode"] = null;

        var mapped = ExportListReader.Read(List(document), order, AValidList.Tables);

        Assert.Equal(["/ebpName", "/goods/1/qty", "/tradeMode"], mapped.Notes.Select(n => n.Path).Order(StringComparer.Ordinal));
        Assert.All(mapped.Notes, n => Assert.Equal(MappingNoteKind.Differs, n.Kind));
        Assert.Equal(ExportListJson.Serialize(document), ExportListJson.Serialize(mapped.Document));
    }

    [Fact]
    public void Lines_are_put_together_by_their_numbers()
    {
        var document = AValidList.Of(AValidList.Retail, 3);
        var shuffled = new MessageRecord(List(document).Block);
        Copy(List(document).Head, shuffled.Head);
        foreach (var line in List(document).Of("InventoryList").Reverse()) Copy(line, shuffled.AddLine());

        var mapped = ExportListReader.Read(shuffled, Order(document), AValidList.Tables);
        Assert.Empty(mapped.Notes);
        Assert.Equal(ExportListJson.Serialize(document), ExportListJson.Serialize(mapped.Document));

        shuffled.Records[1]["gnum"] = "1";
        Assert.Contains(MappingNoteKind.LineNumbers, ExportListReader.Read(shuffled, null, AValidList.Tables).Notes.Select(n => n.Kind));
    }

    [Fact]
    public void What_belongs_to_special_areas_is_taken_over()
    {
        var list = List(AValidList.Of(AValidList.Retail));
        list.Head["emsNo"] = "T4999";
        list.Of("InventoryList").First()["itemRecordNo"] = "1";

        var mapped = ExportListReader.Read(list, null, AValidList.Tables);

        Assert.Empty(mapped.Notes);
        Assert.Equal(("T4999", "1"), (mapped.Document.EmsNo, mapped.Document.Goods[0].ItemRecordNo));
    }

    private delegate MessageOutcome Writing(Stream output, CebBatch batch, HuaihuaPilotZone.Customs.Codes.CustomsTables tables, CancellationToken cancellation);

    private static MessageRecord List(ExportList document) => ReadBack(CebWriter.WriteLists, document);

    private static MessageRecord Order(ExportList document) => ReadBack(CebWriter.WriteOrders, document);

    private static MessageRecord ReadBack(Writing write, ExportList document)
    {
        using var output = new MemoryStream();
        Assert.Empty(write(output, new CebBatch([new CebItem(document, "HH-1")], SampleMessages.Transmission, SampleMessages.Now, CebBatch.RandomGuid), AValidList.Tables, TestContext.Current.CancellationToken).Refusals);
        return Assert.Single(SampleMessages.Read(output.ToArray()).Entities);
    }

    private static void Copy(MessageRecord from, MessageRecord to)
    {
        foreach (var element in from.Block.Elements) to[element.Name] = from[element.Name];
    }
}
