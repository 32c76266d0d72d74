using System.Text;
using System.Xml.Linq;
using HuaihuaPilotZone.Customs.Messages;

namespace HuaihuaPilotZone.Tests.Customs.Messages;

public class ExchangingEnvelopesTests
{
    private static readonly XNamespace _dxp = "http://www.chinaport.gov.cn/dxp";

    [Fact]
    public void An_envelope_is_written_as_agreed()
    {
        var xml = XDocument.Parse(DxpSamples.Text(DxpSamples.Wrapped("CEB605Message")));

        Assert.Equal((_dxp + "DxpMsg", "1.0"), (xml.Root!.Name, xml.Root.Attribute("ver")!.Value));
        Assert.Equal(["TransInfo", "Data", "AddInfo"], xml.Root.Elements().Select(e => e.Name.LocalName));
        Assert.Equal(["CopMsgId", "SenderId", "ReceiverIds", "CreatTime", "MsgType"], xml.Root.Element(_dxp + "TransInfo")!.Elements().Select(e => e.Name.LocalName));
        Assert.Equal("2026-11-22T08:09:10+08:00", xml.Descendants(_dxp + "CreatTime").Single().Value);
        Assert.Equal(SampleMessages.Bytes("CEB605Message"), Convert.FromBase64String(xml.Root.Element(_dxp + "Data")!.Value));
    }

    [Fact]
    public void What_was_put_in_comes_out()
    {
        var message = SampleMessages.Bytes("CEB607Message", 2000);
        using var input = new MemoryStream(DxpSamples.Wrapped(message, DxpSamples.Header with { ReceiverIds = ["A", "B"] }));
        using var output = new MemoryStream();

        var content = DxpEnvelope.Unwrap(input, output);

        Assert.Empty(content.Problems);
        Assert.Equal(message, output.ToArray());
        Assert.Equal(("HH20261122080910000001", SampleMessages.Now, "list.xml"), (content.Header!.MessageId, content.Header.Created, content.Header.FileName));
        Assert.Equal(["A", "B"], content.Header.ReceiverIds);
    }

    [Theory]
    [InlineData("DxpMsg")]
    [InlineData("DxpMsgSv")]
    public void The_reader_opens_an_envelope_by_itself(string root)
    {
        var envelope = DxpSamples.Text(DxpSamples.Wrapped("CEB303Message"));
        if (root == "DxpMsgSv")
        {
            var start = envelope.IndexOf("<dxp:DxpMsg", StringComparison.Ordinal);
            envelope = $"{envelope[..start]}<dxp:DxpMsgSv ver='1.0' xmlns:dxp='{_dxp}'><dxp:SvNo><dxp:MsgId>00000001202611220809100000000001</dxp:MsgId><dxp:SendTime>20261122080910</dxp:SendTime><dxp:EndNode>1</dxp:EndNode><dxp:StaNode>2</dxp:StaNode></dxp:SvNo>{envelope[start..]}</dxp:DxpMsgSv>";
        }

        var (reader, entities) = SampleMessages.Read(envelope);

        Assert.Equal([], reader.Problems.Select(p => p.ToString()));
        Assert.Equal(("CEB303Message", 2), (reader.Message!.Name, entities.Count));
        Assert.Equal(ToleranceKind.Wrapped, Assert.Single(reader.Tolerances).Kind);
        Assert.Equal(root == "DxpMsg" ? ["TransInfo", "AddInfo"] : ["SvNo", "TransInfo", "AddInfo"], reader.Envelope.Select(r => r.Block.Name));
    }

    [Fact]
    public void An_envelope_in_an_envelope_is_refused()
    {
        var (reader, entities) = SampleMessages.Read(DxpSamples.Wrapped(DxpSamples.Wrapped("CEB605Message"), DxpSamples.Header));

        Assert.Empty(entities);
        Assert.Null(reader.Message);
        Assert.Contains("又是一个信封 DxpMsg", Assert.Single(reader.Problems).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_envelope_that_names_another_message_than_it_holds_says_so()
    {
        var (reader, _) = SampleMessages.Read(DxpSamples.Wrapped(SampleMessages.Bytes("CEB605Message"), DxpSamples.Header with { MessageType = "CEB303Message" }));
        // what it is called is agreed by both sides
        var (agreed, _) = SampleMessages.Read(DxpSamples.Wrapped(SampleMessages.Bytes("CEB605Message"), DxpSamples.Header with { MessageType = "CANCEL" }));

        Assert.Empty(reader.Problems);
        Assert.Equal("CEB605Message", reader.Message!.Name);
        Assert.Contains("信封写的报文类型是 CEB303Message，里面是 CEB605Message", Assert.Single(reader.Tolerances, t => t.Kind == ToleranceKind.OtherType).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(agreed.Tolerances, t => t.Kind == ToleranceKind.OtherType);
    }

    [Fact]
    public void The_parts_of_an_envelope_may_come_in_any_order()
    {
        var xml = XDocument.Parse(DxpSamples.Text(DxpSamples.Wrapped("CEB303Message")));
        xml.Root!.ReplaceNodes(xml.Root.Elements().Reverse().ToList());

        var (reader, entities) = SampleMessages.Read(xml);

        Assert.Empty(reader.Problems);
        Assert.Equal(2, entities.Count);
        Assert.Equal("DXPENT0000000001", reader.Envelope.Single(r => r.Block.Name == "TransInfo")["SenderId"]);
    }

    [Theory]
    [InlineData("<dxp:Data>", "<dxp:Data>!!", MessageProblemKind.BrokenWrapper)]
    [InlineData("<dxp:TransInfo>", "<dxp:Trans/><dxp:TransInfo>", null)]
    [InlineData("dxp:Data>", "dxp:Other>", MessageProblemKind.BrokenWrapper)]
    [InlineData("<dxp:SenderId>DXPENT0000000001</dxp:SenderId>", "", MessageProblemKind.Missing)]
    [InlineData("DXPEDCCEB0000002", "DXPEDCCEB00000021", MessageProblemKind.TooLong)]
    [InlineData("2026-11-22T08:09:10+08:00", "yesterday", MessageProblemKind.NotATime)]
    [InlineData("</dxp:DxpMsg>", "", MessageProblemKind.NotWellFormed)]
    [InlineData("http://www.chinaport.gov.cn/dxp", "urn:x", MessageProblemKind.WrongNamespace)]
    public void A_broken_envelope_is_answered(string from, string to, MessageProblemKind? kind)
    {
        var (reader, _) = SampleMessages.Read(DxpSamples.Text(DxpSamples.Wrapped("CEB303Message")).Replace(from, to, StringComparison.Ordinal));

        Assert.Equal(kind is null ? [] : [kind.Value], reader.Problems.Select(p => p.Kind).Distinct());
    }

    [Fact]
    public void An_envelope_without_sender_or_with_too_many_receivers_is_not_written()
    {
        DxpHeader[] wrong =
        [
            DxpSamples.Header with { SenderId = " " },
            DxpSamples.Header with { ReceiverIds = [] },
            DxpSamples.Header with { ReceiverIds = ["1", "2", "3", "4", "5", "6"] },
            DxpSamples.Header with { MessageId = new string('1', 256) },
        ];

        Assert.All(wrong, header =>
        {
            using var output = new MemoryStream();
            using var input = new MemoryStream([1]);

            Assert.NotEmpty(DxpEnvelope.Wrap(output, header, input, TestContext.Current.CancellationToken).Refusals);
            Assert.Equal(0, output.Length);
        });
    }

    [Fact]
    public void A_message_in_json_is_found_whatever_its_name()
    {
        var message = SampleMessages.Bytes("CEB621Message");
        string[] files =
        [
            $"{{\"ok\":true,\"data\":{{\"xml\":\"{Convert.ToBase64String(message)}\"}}}}",
            $"[\"{Convert.ToBase64String([0xEF, 0xBB, 0xBF, .. message])}\"]",
            System.Text.Json.JsonSerializer.Serialize(new { note = "aGVsbG8gd29ybGQ=", message = DxpSamples.Text(message) }),
            System.Text.Json.JsonSerializer.Serialize(DxpSamples.Text(DxpSamples.Wrapped(message, DxpSamples.Header))),
        ];

        Assert.All(files, file =>
        {
            var (reader, entities) = SampleMessages.Read(file);

            Assert.Equal([], reader.Problems.Select(p => p.ToString()));
            Assert.Equal(2, entities.Count);
            Assert.Contains("JSON", reader.Tolerances.Select(t => t.Name));
        });
    }

    [Theory]
    [InlineData("{\"data\":\"aGVsbG8gd29ybGQ=\"}", MessageProblemKind.BrokenWrapper)]
    [InlineData("{\"a\":\"<x/>\",\"b\":\"<y/>\"}", MessageProblemKind.BrokenWrapper)]
    [InlineData("{\n\"data\":", MessageProblemKind.NotWellFormed)]
    [InlineData("{\"data\":\"\\ud800\"}", MessageProblemKind.BrokenWrapper)]
    [InlineData("{\"data\":\"<Letter/>\"}", MessageProblemKind.UnknownRoot)]
    public void Json_without_exactly_one_message_is_refused(string json, MessageProblemKind kind) =>
        Assert.Equal(kind, Assert.Single(SampleMessages.Read(Encoding.UTF8.GetBytes(json)).Reader.Problems).Kind);
}
