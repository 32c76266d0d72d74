using System.Text;
using System.Xml;
using System.Xml.Linq;
using HuaihuaPilotZone.Customs.Messages;

namespace HuaihuaPilotZone.Tests.Customs.Messages;

public class WritingEveryMessageTests
{
    [Theory]
    [InlineData("CEB303Message", "guid appType appTime appStatus orderType orderNo ebpCode ebpName ebcCode ebcName goodsValue freight currency note")]
    [InlineData("CEB605Message", "guid appType appTime appStatus customsCode copNo preNo invtNo reason agentCode agentName ebcCode ebcName note")]
    [InlineData("CEB213Message", "guid appType appTime appStatus customsCode loctNo ebpCode ebpName ebcCode ebcName logisticsNo logisticsCode logisticsName coElNo preNo invtNo tradeMode agentCode agentName billNo ieFlag trafMode trafName portCode reason country voyageNo note")]
    [InlineData("CEB411Message", "guid appType appTime appStatus payCode payName payTransactionId orderNo ebpCode ebpName payerIdType payerIdNumber payerName telephone amountPaid currency payTime note")]
    public void Elements_stand_in_the_order_of_the_specification(string name, string elements)
    {
        var head = SampleMessages.Xml(name).Root!.Descendants().First(e => e.Elements().Any(c => c.Name.LocalName == "guid"));

        Assert.Equal(elements.Split(' '), head.Elements().Select(e => e.Name.LocalName));
        Assert.All(head.Elements(), e => Assert.Equal("http://www.chinaport.gov.cn/ceb", e.Name.NamespaceName));
    }

    [Fact]
    public void A_declaration_keeps_blocks_wrappers_and_what_stands_between_elements()
    {
        var xml = SampleMessages.Xml("DecMessage");

        Assert.Equal("{http://www.chinaport.gov.cn/dec}DecMessage", xml.Root!.Name.ToString());
        Assert.Equal("3.1", xml.Root.Attribute("Version")!.Value);
        Assert.Equal(
            "DecHead DecLists DecContainers DecLicenseDocus DecRequestCerts DecOtherPacks DecCopLimits DecUsers DecFreeTxt DecSign EdocRealation EdocRealation EcoRelation EcoRelation DecCopPromise DecCopPromise",
            string.Join(' ', xml.Root.Elements().Select(e => e.Name.LocalName)));
        var line = xml.Descendants().First(e => e.Name.LocalName == "DecList").Elements().Select(e => e.Name.LocalName).ToList();
        Assert.Equal(["CiqName", "DecGoodsLimits", "MnufctrRegNo"], line.GetRange(line.IndexOf("DecGoodsLimits") - 1, 3));
    }

    [Fact]
    public void What_the_message_adds_is_filled_in_and_can_be_read_afterwards()
    {
        var message = MessageCatalogue.Get("CEB403Message");
        var receipts = SampleMessages.Entity(message);
        receipts["appStatus"] = null;
        receipts["appTime"] = null;
        receipts["guid"] = "abcdefab-0000-0000-0000-00000000000a";

        var xml = XDocument.Parse(Encoding.UTF8.GetString(SampleMessages.Written(SampleMessages.Draft(message, receipts))));

        Assert.Equal(("1", "20261122080910", "ABCDEFAB-0000-0000-0000-00000000000A"), (receipts["appStatus"], receipts["appTime"], receipts["guid"]));
        Assert.Contains("ABCDEFAB-0000-0000-0000-00000000000A", xml.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(SampleMessages.Names), MemberType = typeof(SampleMessages))]
    public void The_bytes_are_those_of_a_bare_xml_writer(string name)
    {
        var written = SampleMessages.Bytes(name);

        Assert.Equal(Encoding.UTF8.GetString(Replayed(written)), Encoding.UTF8.GetString(written));
    }

    [Fact]
    public void Signs_that_mean_something_to_xml_are_written_as_a_bare_writer_does()
    {
        const string Reason = "a<b & \"c\" > 'd' ]]> \t\r\n 退单 𠀀";
        var message = MessageCatalogue.Get("CEB605Message");
        var cancel = SampleMessages.Entity(message);
        cancel["reason"] = Reason;

        var written = SampleMessages.Written(SampleMessages.Draft(message, cancel));

        Assert.Equal(Encoding.UTF8.GetString(Replayed(written)), Encoding.UTF8.GetString(written));
        Assert.Equal(Reason, XDocument.Parse(Encoding.UTF8.GetString(written), LoadOptions.PreserveWhitespace).Descendants().Single(e => e.Name.LocalName == "reason").Value);
    }

    [Fact]
    public void A_message_longer_than_what_is_written_at_once_is_whole()
    {
        var written = SampleMessages.Bytes("CEB607Message", 2_000);

        Assert.Equal(Encoding.UTF8.GetString(Replayed(written)), Encoding.UTF8.GetString(written));
        Assert.Equal(4_000, SampleMessages.Read(written).Entities.Sum(e => e.Records.Count(r => r.Block.Name == "WayBillList")));
    }

    public static TheoryData<string, string, string?, string> Wrong => new()
    {
        { "CEB605Message", "reason", null, "没有填写" },
        { "CEB605Message", "reason", "  ", "没有填写" },
        { "CEB605Message", "copNo", "1234567890123456789012345678901", "最多 30 个字符" },
        { "CEB605Message", "preNo", "B1", "应为 18 个字符" },
        { "CEB605Message", "appStatus", "2", "签名" },
        { "CEB605Message", "appTime", "2026-11-22", "yyyyMMddHHmmss" },
        { "CEB605Message", "agentName", "a\u0001", "不能传输" },
        { "CEB403Message", "charge", "1.234567", "位小数" },
        { "CEB403Message", "ebpCode", "1234567890123456789", "最多 18 个字符" },
        { "CEB505Message", "packNo", "1.5", "整数" },
        { "CEB623Message", "buyerIdNumber", "43**************01", "遮盖" },
        { "CEB623Message", "appType", "2", "应为 1" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_value_that_does_not_fit_is_named_and_nothing_is_written(string name, string element, string? value, string words)
    {
        var message = MessageCatalogue.Get(name);
        var wrong = SampleMessages.Entity(message, number: 2);
        wrong[element] = value;

        var (outcome, length) = Write(SampleMessages.Draft(message, SampleMessages.Entity(message), wrong));

        var refusal = Assert.Single(outcome.Refusals);
        Assert.Equal((1, $"{message.Entity.Name}[1]/{element}", 0L), (refusal.Item, refusal.Path, length));
        Assert.Contains(words, refusal.Reason, StringComparison.Ordinal);
        if (element == "buyerIdNumber") Assert.DoesNotContain("43*", refusal.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Parts_that_are_missing_or_too_many_are_named()
    {
        var message = MessageCatalogue.Get("CEB625Message");
        var none = SampleMessages.Entity(message, lines: 0);
        var many = SampleMessages.Entity(message, lines: 99);
        many.AddLine();
        SampleFill(many.Records[^1]);

        Assert.Equal(["InvtRefund[1]/InvtRefundList"], Write(SampleMessages.Draft(message, none)).Outcome.Refusals.Select(r => r.Path));
        Assert.Equal("表体（InvtRefundList）应为 1 至 99 个，现有 100 个。", Write(SampleMessages.Draft(message, many)).Outcome.Refusals.Single().Reason);
    }

    [Fact]
    public void A_message_of_other_documents_or_without_transmission_is_not_written()
    {
        var message = MessageCatalogue.Get("CEB605Message");

        Assert.Single(Write(SampleMessages.Draft(message)).Outcome.Refusals);
        Assert.Single(Write(SampleMessages.Draft(message, SampleMessages.Entity(MessageCatalogue.Get("CEB403Message")))).Outcome.Refusals);
        Assert.Single(Write(SampleMessages.Draft(message, SampleMessages.Entity(message)) with { Transmission = null }).Outcome.Refusals);
        Assert.Single(Write(SampleMessages.Draft(MessageCatalogue.Get("CEB711Message"), SampleMessages.Entity(MessageCatalogue.Get("CEB711Message")), SampleMessages.Entity(MessageCatalogue.Get("CEB711Message")))).Outcome.Refusals);
        Assert.Single(Write(SampleMessages.Draft(message, SampleMessages.Entity(message)) with { NewGuid = () => "short" }).Outcome.Refusals);
    }

    [Fact]
    public void A_declaration_that_may_be_saved_may_not_be_declared_yet()
    {
        var message = MessageCatalogue.Get("DecMessage");
        var declaration = SampleMessages.Entity(message);
        declaration.Head["IEPort"] = null;
        declaration.First("DecSign")!["Sign"] = null;
        declaration.First("DecSign")!["SignDate"] = null;

        Assert.Empty(Write(SampleMessages.Draft(message, declaration)).Outcome.Refusals);
        Assert.Equal(["DecHead/IEPort"], Write(SampleMessages.Draft(message, declaration) with { Stage = MessageStage.Declare }).Outcome.Refusals.Select(r => r.Path));
        declaration.First("DecSign")!["OperType"] = "C";
        Assert.Equal(["DecSign/OperType"], Write(SampleMessages.Draft(message, declaration)).Outcome.Refusals.Select(r => r.Path));
    }

    [Fact]
    public void Asking_for_an_element_that_is_not_there_is_an_error_of_the_programmer()
    {
        var entity = MessageCatalogue.Get("CEB605Message").NewEntity();

        Assert.Throws<ArgumentException>(() => entity["invtno"]);
        Assert.Throws<ArgumentException>(() => entity.Add("InventoryList"));
        Assert.Throws<ArgumentException>(() => MessageCatalogue.Get("CEB604"));
    }

    /// <summary>The same message once more, through a reader and a writer of the framework.</summary>
    private static byte[] Replayed(byte[] written)
    {
        using var output = new MemoryStream();
        using (var from = XmlReader.Create(new MemoryStream(written)))
        using (var to = XmlWriter.Create(output, new XmlWriterSettings { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.Entitize }))
        {
            to.WriteStartDocument();
            from.MoveToContent();
            to.WriteNode(from, defattr: false);
            to.WriteEndDocument();
        }

        return output.ToArray();
    }

    private static void SampleFill(MessageRecord record)
    {
        foreach (var element in record.Block.Elements) record[element.Name] = SampleMessages.Value(element, 9);
    }

    private static (MessageOutcome Outcome, long Length) Write(MessageDraft draft)
    {
        using var output = new MemoryStream();
        var outcome = MessageWriter.Write(output, draft, TestContext.Current.CancellationToken);
        return (outcome, output.Length);
    }
}
