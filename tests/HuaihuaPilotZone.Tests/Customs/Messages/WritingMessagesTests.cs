using System.Globalization;
using System.Text;
using System.Xml.Linq;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.Messages;
using HuaihuaPilotZone.Customs.PreCheck;

namespace HuaihuaPilotZone.Tests.Customs.Messages;

public class WritingMessagesTests
{
    private static readonly XNamespace _ceb = CebWriter.Namespace;

    [Fact]
    public void A_list_is_written_byte_for_byte_as_agreed()
    {
        var document = AValidList.Of(AValidList.Retail, 1) with { Note = "易碎 <轻放>\r\n& 防潮", PackNo = "003", NetWeight = "32.500", GrossWeight = "３５" };

        var xml = Text(WriteLists(document));

        Assert.Equal(Golden("""
            <?xml version="1.0" encoding="utf-8"?>
            <ceb:CEB603Message guid="00000000-0000-0000-0000-00000000000A" version="1.0" xmlns:ceb="http://www.chinaport.gov.cn/ceb">
            <ceb:Inventory><ceb:InventoryHead>
            <ceb:guid>00000000-0000-0000-0000-00000000000B</ceb:guid><ceb:appType>1</ceb:appType><ceb:appTime>20261122080910</ceb:appTime><ceb:appStatus>1</ceb:appStatus>
            <ceb:customsCode>4999</ceb:customsCode><ceb:ebpCode>91431299MA00000015</ceb:ebpCode><ceb:ebpName>示例平台企业01</ceb:ebpName><ceb:orderNo>DD20261120000001</ceb:orderNo>
            <ceb:logisticsCode>91431299MA00000290</ceb:logisticsCode><ceb:logisticsName>示例物流企业01</ceb:logisticsName><ceb:logisticsNo>YD20261120000001</ceb:logisticsNo>
            <ceb:copNo>HH-20261122-0001</ceb:copNo><ceb:ieFlag>E</ceb:ieFlag><ceb:portCode>7208</ceb:portCode><ceb:ieDate>20261120</ceb:ieDate><ceb:statisticsFlag>B</ceb:statisticsFlag>
            <ceb:agentCode>91431299MA0000003B</ceb:agentCode><ceb:agentName>示例报关企业01</ceb:agentName><ceb:ebcCode>91431299MA00000028</ceb:ebcCode><ceb:ebcName>示例箱包企业01</ceb:ebcName>
            <ceb:ownerCode>91431299MA00000028</ceb:ownerCode><ceb:ownerName>示例箱包企业01</ceb:ownerName><ceb:tradeMode>9610</ceb:tradeMode><ceb:trafMode>4</ceb:trafMode>
            <ceb:country>141</ceb:country><ceb:POD>1553</ceb:POD><ceb:freight>20</ceb:freight><ceb:fCurrency>502</ceb:fCurrency><ceb:fFlag>3</ceb:fFlag>
            <ceb:insuredFee>0</ceb:insuredFee><ceb:iCurrency>502</ceb:iCurrency><ceb:iFlag>3</ceb:iFlag><ceb:wrapType>2</ceb:wrapType><ceb:packNo>3</ceb:packNo>
            <ceb:grossWeight>35</ceb:grossWeight><ceb:netWeight>32.5</ceb:netWeight><ceb:note>易碎 &lt;轻放&gt;&#xD;
            ↵&amp; 防潮</ceb:note></ceb:InventoryHead>
            <ceb:InventoryList><ceb:gnum>1</ceb:gnum><ceb:itemNo>XB-0001</ceb:itemNo><ceb:itemName>拉杆箱</ceb:itemName><ceb:gcode>4202129000</ceb:gcode><ceb:gname>拉杆箱</ceb:gname>
            <ceb:gmodel>品牌：示例；材质：塑料面；规格：20 寸；型号：XB20</ceb:gmodel><ceb:barCode>6931234567899</ceb:barCode><ceb:country>141</ceb:country><ceb:currency>502</ceb:currency>
            <ceb:qty>10</ceb:qty><ceb:qty1>10</ceb:qty1><ceb:qty2>32</ceb:qty2><ceb:unit>007</ceb:unit><ceb:unit1>007</ceb:unit1><ceb:unit2>035</ceb:unit2>
            <ceb:price>25.5</ceb:price><ceb:totalPrice>255</ceb:totalPrice></ceb:InventoryList></ceb:Inventory>
            <ceb:BaseTransfer><ceb:copCode>91431299MA0000003B</ceb:copCode><ceb:copName>示例报关企业01</ceb:copName><ceb:dxpMode>DXP</ceb:dxpMode><ceb:dxpId>DXPENT0000000001</ceb:dxpId></ceb:BaseTransfer>
            </ceb:CEB603Message>
            """), xml);
    }

    [Fact]
    public void An_order_is_written_byte_for_byte_as_agreed()
    {
        var xml = Text(WriteOrders(AValidList.Of(AValidList.OverseasWarehouse, 1)));

        Assert.Equal(Golden("""
            <?xml version="1.0" encoding="utf-8"?>
            <ceb:CEB303Message guid="00000000-0000-0000-0000-00000000000A" version="1.0" xmlns:ceb="http://www.chinaport.gov.cn/ceb">
            <ceb:Order><ceb:OrderHead>
            <ceb:guid>00000000-0000-0000-0000-00000000000B</ceb:guid><ceb:appType>1</ceb:appType><ceb:appTime>20261122080910</ceb:appTime><ceb:appStatus>1</ceb:appStatus>
            <ceb:orderType>W</ceb:orderType><ceb:orderNo>DD20261120000001</ceb:orderNo><ceb:ebpCode>91431299MA00000015</ceb:ebpCode><ceb:ebpName>示例平台企业01</ceb:ebpName>
            <ceb:ebcCode>91431299MA00000028</ceb:ebcCode><ceb:ebcName>示例箱包企业01</ceb:ebcName><ceb:goodsValue>255</ceb:goodsValue><ceb:freight>20</ceb:freight><ceb:currency>502</ceb:currency>
            </ceb:OrderHead>
            <ceb:OrderList><ceb:gnum>1</ceb:gnum><ceb:itemNo>XB-0001</ceb:itemNo><ceb:itemName>拉杆箱</ceb:itemName><ceb:itemDescribe>20 寸旅行箱</ceb:itemDescribe><ceb:barCode>6931234567899</ceb:barCode>
            <ceb:unit>007</ceb:unit><ceb:currency>502</ceb:currency><ceb:qty>10</ceb:qty><ceb:price>25.5</ceb:price><ceb:totalPrice>255</ceb:totalPrice></ceb:OrderList></ceb:Order>
            <ceb:BaseTransfer><ceb:copCode>91431299MA0000003B</ceb:copCode><ceb:copName>示例报关企业01</ceb:copName><ceb:dxpMode>DXP</ceb:dxpMode><ceb:dxpId>DXPENT0000000001</ceb:dxpId></ceb:BaseTransfer>
            </ceb:CEB303Message>
            """), xml);
    }

    [Theory]
    [InlineData(AValidList.Retail, 1, 1)]
    [InlineData(AValidList.BusinessToBusiness, 3, 2)]
    [InlineData(AValidList.OverseasWarehouse, 100, 100)]
    public void What_is_written_keeps_order_lengths_and_required_elements(string mode, int documents, int lines)
    {
        ExportList[] lists = [.. Enumerable.Repeat(AValidList.Of(mode, lines), documents)];

        Assert.Empty(SchemaChecker.Check(Parse(WriteLists(lists))));
        Assert.Empty(SchemaChecker.Check(Parse(WriteOrders(lists))));
    }

    [Fact]
    public void Every_optional_element_stands_in_its_place_when_it_is_filled()
    {
        var full = AValidList.Of(AValidList.Retail) with
        {
            TrafName = "示例班车",
            VoyageNo = "20261120",
            BillNo = "TD1",
            TotalPackageNo = "ZB1",
            LoctNo = "CS01",
            LicenseNo = "26-AB-123456",
            Note = "备注",
        };
        full = full.WithLine(1, g => g with { Qty2 = "48", Unit2 = "125", Note = "行备注" });

        var list = Parse(WriteLists(full));

        Assert.Empty(SchemaChecker.Check(list));
        string[] optional = ["trafName", "voyageNo", "billNo", "totalPackageNo", "loctNo", "licenseNo", "note"];
        Assert.All(optional, name => Assert.NotNull(list.Descendants(_ceb + "InventoryHead").Single().Element(_ceb + name)));
        Assert.Equal("125", list.Descendants(_ceb + "InventoryList").Last().Element(_ceb + "unit2")?.Value);
        Assert.Empty(SchemaChecker.Check(Parse(WriteOrders(full))));
    }

    [Theory]
    [InlineData(AValidList.Retail, "E")]
    [InlineData(AValidList.BusinessToBusiness, "B")]
    [InlineData(AValidList.OverseasWarehouse, "W")]
    public void The_kind_of_order_follows_the_mode(string mode, string orderType) =>
        Assert.Equal(orderType, Parse(WriteOrders(AValidList.Of(mode))).Descendants(_ceb + "orderType").Single().Value);

    [Fact]
    public void Every_document_of_a_message_has_its_own_number_and_all_are_upper_case()
    {
        var count = 0;
        var batch = Batch(AValidList.Of(AValidList.Retail), AValidList.Of(AValidList.Retail)) with { NewGuid = () => (++count).ToString("x36", CultureInfo.InvariantCulture) };
        using var output = new MemoryStream();

        Assert.True(CebWriter.WriteLists(output, batch, AValidList.Tables, TestContext.Current.CancellationToken).IsWritten);

        var message = Parse(output.ToArray());
        Assert.Equal(["1", "2", "3"], new[] { message.Root!.Attribute("guid")!.Value }.Concat(message.Descendants(_ceb + "guid").Select(g => g.Value)).Select(g => g.TrimStart('0')));
        Assert.Equal(36, CebBatch.RandomGuid().Length);
        Assert.DoesNotContain(CebBatch.RandomGuid(), char.IsAsciiLetterLower);
    }

    [Fact]
    public void There_is_no_byte_order_mark() => Assert.Equal((byte)'<', WriteLists(AValidList.Of(AValidList.Retail))[0]);

    [Fact]
    public void The_checker_of_these_tests_notices_what_is_wrong()
    {
        var right = Text(WriteLists(AValidList.Of(AValidList.Retail, 1)));
        (string From, string To)[] faults =
        [
            ("<ceb:country>141</ceb:country><ceb:POD>1553</ceb:POD>", "<ceb:POD>1553</ceb:POD><ceb:country>141</ceb:country>"),
            ("<ceb:wrapType>2</ceb:wrapType>", ""),
            ("<ceb:wrapType>2</ceb:wrapType>", "<ceb:wrapType>22</ceb:wrapType>"),
            ("<ceb:freight>20</ceb:freight>", "<ceb:freight>20.0</ceb:freight>"),
            ("<ceb:gnum>1</ceb:gnum>", "<ceb:gnum>2</ceb:gnum>"),
            ("<ceb:ieFlag>E</ceb:ieFlag>", "<ceb:ieFlag>E</ceb:ieFlag><ceb:ieFlag>E</ceb:ieFlag>"),
            ("<ceb:dxpMode>DXP</ceb:dxpMode>", ""),
            (" version=\"1.0\" xmlns", " xmlns"),
        ];

        Assert.All(faults, f => Assert.NotEmpty(SchemaChecker.Check(XDocument.Parse(right.Replace(f.From, f.To, StringComparison.Ordinal)))));
    }

    private static byte[] WriteLists(params ExportList[] documents) => Written((output, batch) => CebWriter.WriteLists(output, batch, AValidList.Tables), documents);

    private static byte[] WriteOrders(params ExportList[] documents) => Written((output, batch) => CebWriter.WriteOrders(output, batch, AValidList.Tables), documents);

    private static byte[] Written(Func<Stream, CebBatch, MessageOutcome> write, ExportList[] documents)
    {
        using var output = new MemoryStream();
        Assert.Empty(write(output, Batch(documents)).Refusals);
        Assert.True(output.CanWrite);
        return output.ToArray();
    }

    private static CebBatch Batch(params ExportList[] documents)
    {
        var next = 10;
        return new CebBatch(
            [.. documents.Select((d, i) => new CebItem(d, FormattableString.Invariant($"HH-20261122-{i + 1:D4}")))],
            new Transmission("91431299MA0000003B", "示例报关企业01", "DXPENT0000000001"),
            new DateTimeOffset(2026, 11, 22, 0, 9, 10, TimeSpan.Zero),
            () => FormattableString.Invariant($"00000000-0000-0000-0000-{next++:x12}"));
    }

    private static XDocument Parse(byte[] bytes) => XDocument.Parse(Text(bytes));

    private static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);

    // the message is one line; the golden text is broken for reading, and ↵ marks a line feed that belongs to a value
    private static string Golden(string text) => text.Replace("\r", "", StringComparison.Ordinal).Replace("\n↵", "↵", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal).Replace("↵", "\n", StringComparison.Ordinal);
}
