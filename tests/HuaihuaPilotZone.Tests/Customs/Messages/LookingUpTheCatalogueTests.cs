using HuaihuaPilotZone.Customs.Messages;

namespace HuaihuaPilotZone.Tests.Customs.Messages;

public class LookingUpTheCatalogueTests
{
    /// <summary>Elements of each block, counted in the field tables of the facts and not in the tables under test.</summary>
    public static TheoryData<string, string, int> Counts => new()
    {
        { "CEB303Message", "OrderHead", 14 }, { "CEB303Message", "OrderList", 11 }, { "CEB403Message", "Receipts", 16 }, { "CEB505Message", "Logistics", 17 },
        { "CEB507Message", "ArrivalHead", 19 }, { "CEB507Message", "ArrivalList", 4 }, { "CEB509Message", "DepartureHead", 17 }, { "CEB509Message", "DepartureList", 4 },
        { "CEB603Message", "InventoryHead", 48 }, { "CEB603Message", "InventoryList", 19 }, { "CEB605Message", "InvtCancel", 14 }, { "CEB607Message", "WayBillHead", 21 },
        { "CEB607Message", "WayBillList", 5 }, { "CEB213Message", "InvtRefundHead", 28 }, { "CEB213Message", "InvtRefundList", 11 }, { "CEB215Message", "InvtRefundDetail", 20 },
        { "CEB701Message", "SummaryApplyHead", 22 }, { "CEB701Message", "SummaryApplyList", 1 }, { "CEB792Message", "SummaryResultHead", 20 }, { "CEB792Message", "SummaryResultList", 5 },
        { "CEB311Message", "OrderHead", 30 }, { "CEB311Message", "OrderList", 13 }, { "CEB411Message", "PaymentHead", 18 }, { "CEB511Message", "LogisticsHead", 19 },
        { "CEB513Message", "LogisticsStatus", 10 }, { "CEB621Message", "InventoryHead", 47 }, { "CEB621Message", "InventoryList", 20 }, { "CEB623Message", "InvtCancel", 24 },
        { "CEB625Message", "InvtRefundHead", 24 }, { "CEB625Message", "InvtRefundList", 6 }, { "CEB711Message", "DeliveryHead", 19 }, { "CEB711Message", "DeliveryList", 3 },
        { "CEB604Message", "InventoryReturn", 12 }, { "CEB816Message", "TaxHeadRd", 15 }, { "CEB816Message", "TaxListRd", 6 }, { "CEB818Message", "TaxHeadStatus", 7 }, { "CEB900Message", "MessageReturn", 7 },
        { "DecMessage", "DecHead", 92 }, { "DecMessage", "DecFreeTxt", 7 }, { "DecMessage", "DecSign", 12 }, { "DecMessage", "EdocRealation", 11 },
    };

    [Theory]
    [MemberData(nameof(Counts))]
    public void Every_block_has_all_its_elements(string message, string block, int elements) => Assert.Equal(elements, Block(message, block).Elements.Count);

    [Fact]
    public void Orders_and_lists_are_as_the_independent_copy_says()
    {
        Same(CebSchemas.OrderHead, Block("CEB303Message", "OrderHead"));
        Same(CebSchemas.OrderList, Block("CEB303Message", "OrderList"));
        Same(CebSchemas.InventoryHead, Block("CEB603Message", "InventoryHead"));
        Same(CebSchemas.InventoryList, Block("CEB603Message", "InventoryList"));
        Same(CebSchemas.BaseTransfer, Block("CEB603Message", "BaseTransfer"));

        static void Same(IReadOnlyList<SchemaElement> schema, BlockLayout block) =>
            Assert.Equal(schema, block.Elements.Select(e => new SchemaElement(e.Name, e.Type.Notation, e.Need == ElementNeed.Required)));
    }

    [Fact]
    public void The_catalogue_holds_all_messages_to_send_and_their_answers()
    {
        var ceb = MessageCatalogue.All.Where(m => m.Family is MessageFamily.Export or MessageFamily.Import).ToList();

        Assert.Equal((19, 23), (ceb.Count(m => m.IsSent), ceb.Count(m => !m.IsSent)));
        Assert.All(MessageCatalogue.All.Where(m => m.Receipt is not null), m => Assert.False(MessageCatalogue.Get(m.Receipt!).IsSent));
        Assert.All(MessageCatalogue.All, m => Assert.All(m.NaturalKey, k => Assert.True(Has(m.Root, k), $"{m.Name} {k}")));
        Assert.Equal(["CEB213Message", "CEB214Message", "CEB215Message", "CEB216Message"], ceb.Where(m => m.Since is not null).Select(m => m.Name).Order(StringComparer.Ordinal));

        static bool Has(BlockLayout block, string element) => block.Find(element) is not null || block.Blocks.Any(b => Has(b, element));
    }

    [Fact]
    public void Signature_and_extension_change_places_between_export_and_import()
    {
        Assert.Equal(["BaseTransfer", "BaseSubscribe", "Signature", "ExtendMessage"], MessageCatalogue.Get("CEB603Message").Root.Blocks.Skip(1).Select(b => b.Name));
        Assert.Equal(["BaseTransfer", "BaseSubscribe", "ExtendMessage", "Signature"], MessageCatalogue.Get("CEB621Message").Root.Blocks.Skip(1).Select(b => b.Name));
        Assert.Equal("InventoryReturn", Assert.Single(MessageCatalogue.Get("CEB604Message").Root.Blocks).Name);
    }

    [Theory]
    [InlineData("CEB603Message", "InventoryList", 1, 100)]
    [InlineData("CEB621Message", "InventoryList", 1, 99)]
    [InlineData("CEB607Message", "WayBillList", 1, null)]
    [InlineData("CEB507Message", "ArrivalList", 0, null)]
    [InlineData("CEB711Message", "Delivery", 1, 1)]
    [InlineData("CEB816Message", "Tax", 1, null)]
    [InlineData("DecMessage", "DecList", 0, 50)]
    [InlineData("DecMessage", "Container", 0, 500)]
    public void Blocks_repeat_as_often_as_the_specification_allows(string message, string block, int least, int? most) =>
        Assert.Equal((least, most), (Block(message, block).Least, Block(message, block).Most));

    [Fact]
    public void Everything_has_a_Chinese_name()
    {
        foreach (var message in MessageCatalogue.All) Named(message.Root);

        static void Named(BlockLayout block)
        {
            Assert.True(block.Label.Length > 0, block.Name);
            Assert.All(block.Elements, e => Assert.True(e.Label.Length > 0, $"{block.Name} {e.Name}"));
            foreach (var inner in block.Blocks) Named(inner);
        }
    }

    private static BlockLayout Block(string message, string name) => Find(MessageCatalogue.Get(message).Root, name) ?? throw new ArgumentException("There is no such block.", nameof(name));

    private static BlockLayout? Find(BlockLayout parent, string name) => parent.FindBlock(name) ?? parent.Blocks.Select(b => Find(b, name)).FirstOrDefault(b => b is not null);
}
