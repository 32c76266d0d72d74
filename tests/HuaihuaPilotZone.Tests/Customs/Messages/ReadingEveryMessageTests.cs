using System.Text;
using System.Xml.Linq;
using HuaihuaPilotZone.Customs.Messages;

namespace HuaihuaPilotZone.Tests.Customs.Messages;

public class ReadingEveryMessageTests
{
    private static readonly XNamespace _ceb = CebWriter.Namespace;

    [Theory]
    [MemberData(nameof(SampleMessages.Names), MemberType = typeof(SampleMessages))]
    public void What_is_written_is_read_back_without_a_word(string name)
    {
        var message = MessageCatalogue.Get(name);
        var entity = SampleMessages.Entity(message);

        var (reader, entities) = SampleMessages.Read(SampleMessages.Written(SampleMessages.Draft(message, entity)), new MessageReadingOptions { IdentityNumber = n => n });

        Assert.Equal([], reader.Problems.Select(p => p.ToString()));
        Assert.Equal([], reader.Tolerances.Select(t => t.Text));
        Assert.Equal(name, reader.Message!.Name);
        Assert.Equal(SampleMessages.Text(entity), SampleMessages.Text(Assert.Single(entities)));
    }

    [Theory]
    [MemberData(nameof(SampleMessages.Names), MemberType = typeof(SampleMessages))]
    public void The_order_of_elements_does_not_matter_but_is_noticed(string name)
    {
        var xml = SampleMessages.Xml(name);
        var right = SampleMessages.Read(xml).Entities.Select(SampleMessages.Text);
        foreach (var parent in xml.Root!.DescendantsAndSelf().Where(e => e.Elements().Any()).ToList()) parent.ReplaceNodes(parent.Elements().Reverse().ToList());

        var (reader, entities) = SampleMessages.Read(xml);

        Assert.Equal([], reader.Problems.Select(p => p.ToString()));
        Assert.Equal(ToleranceKind.OtherOrder, reader.Tolerances.Select(t => t.Kind).Distinct().Single());
        Assert.Equal(right.Select(Sorted).Order(StringComparer.Ordinal), entities.Select(SampleMessages.Text).Select(Sorted).Order(StringComparer.Ordinal));

        // lines and documents come in the order of the file
        static string Sorted(string text) => string.Concat(text.Split('{', '}').Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("<ceb:", "</ceb:", "xmlns:ceb", "<", "</", "xmlns")]
    [InlineData("<ceb:", "</ceb:", "xmlns:ceb", "<海关:", "</海关:", "xmlns:海关")]
    public void Any_prefix_will_do(string open, string close, string declaration, string newOpen, string newClose, string newDeclaration)
    {
        var text = Encoding.UTF8.GetString(SampleMessages.Bytes("CEB603Message"))
            .Replace(close, newClose, StringComparison.Ordinal).Replace(open, newOpen, StringComparison.Ordinal).Replace(declaration, newDeclaration, StringComparison.Ordinal);

        var (reader, entities) = SampleMessages.Read(text);

        Assert.Empty(reader.Problems);
        Assert.Equal(ToleranceKind.OtherPrefix, Assert.Single(reader.Tolerances).Kind);
        Assert.Equal(2, entities.Count);
    }

    [Theory]
    [InlineData("utf-8", true, ToleranceKind.ByteOrderMark)]
    [InlineData("utf-16", true, ToleranceKind.ByteOrderMark)]
    [InlineData("utf-16", false, ToleranceKind.OtherEncoding)]
    [InlineData("utf-16BE", true, ToleranceKind.OtherEncoding)]
    [InlineData("gb18030", false, ToleranceKind.OtherEncoding)]
    [InlineData("GBK", false, ToleranceKind.OtherEncoding)]
    public void Other_encodings_are_read_when_the_file_says_so(string name, bool hasMark, ToleranceKind tolerance)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        var text = Encoding.UTF8.GetString(SampleMessages.Bytes("CEB605Message")).Replace("\"utf-8\"", $"\"{name}\"", StringComparison.Ordinal).Replace("reason1", "退单原因", StringComparison.Ordinal);

        var (reader, entities) = SampleMessages.Read([.. hasMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)]);

        Assert.Equal([], reader.Problems.Select(p => p.ToString()));
        Assert.Contains(tolerance, reader.Tolerances.Select(t => t.Kind));
        Assert.Equal("退单原因", entities[0]["reason"]);
    }

    [Fact]
    public void Lower_case_numbers_are_read_and_noticed()
    {
        var xml = SampleMessages.Xml("CEB605Message");
        foreach (var guid in xml.Descendants(_ceb + "guid")) guid.Value = "abcdef" + guid.Value[6..];

        var (reader, entities) = SampleMessages.Read(xml);

        Assert.Empty(reader.Problems);
        var tolerance = Assert.Single(reader.Tolerances);
        Assert.Equal((ToleranceKind.LowerCaseGuid, 2), (tolerance.Kind, tolerance.Count));
        Assert.StartsWith("abcdef", entities[0]["guid"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CEB303Message", "ebpCode", 50)]
    [InlineData("CEB603Message", "logisticsNo", 80)]
    [InlineData("CEB603Message", "totalPackageNo", 60)]
    [InlineData("CEB607Message", "logisticsNo", 80)]
    [InlineData("CEB604Message", "ebpCode", 50)]
    public void Lengths_of_2018_are_read_and_noticed(string name, string element, int length)
    {
        var xml = SampleMessages.Xml(name);
        xml.Descendants(_ceb + element).First().Value = new string('1', length);

        var (reader, _) = SampleMessages.Read(xml);

        Assert.Empty(reader.Problems);
        Assert.Equal((ToleranceKind.OldVersion, element), reader.Tolerances.Select(t => (t.Kind, t.Name)).Single());

        xml.Descendants(_ceb + element).First().Value = new string('1', length + 1);
        Assert.Equal(MessageProblemKind.TooLong, Assert.Single(SampleMessages.Read(xml).Reader.Problems).Kind);
    }

    [Fact]
    public void A_result_of_2018_without_gseqno_and_a_rate_instead_of_an_amount_are_read()
    {
        var result = SampleMessages.Xml("CEB792Message");
        result.Descendants(_ceb + "gseqno").Remove();
        var list = SampleMessages.Xml("CEB603Message");
        list.Descendants(_ceb + "fFlag").First().Value = "1";

        Assert.Equal(["gseqno"], SampleMessages.Read(result).Reader.Tolerances.Select(t => t.Name));
        Assert.Empty(SampleMessages.Read(result).Reader.Problems);
        Assert.Equal(["fFlag"], SampleMessages.Read(list).Reader.Tolerances.Select(t => t.Name));
        Assert.Empty(SampleMessages.Read(list).Reader.Problems);
    }

    [Fact]
    public void Misprints_of_the_specification_are_understood()
    {
        var text = Encoding.UTF8.GetString(SampleMessages.Bytes("CEB213Message")).Replace("InvtRefund", "InvtRefound", StringComparison.Ordinal).Replace("agentName", "agengName", StringComparison.Ordinal);

        var (reader, entities) = SampleMessages.Read(text);

        Assert.Empty(reader.Problems);
        Assert.Contains((ToleranceKind.MisprintedName, "agengName"), reader.Tolerances.Select(t => (t.Kind, t.Name)));
        Assert.All(entities, e => Assert.NotNull(e.Head["agentName"]));
    }

    [Fact]
    public void Unknown_elements_blanks_and_stray_text_are_gone_over_and_named()
    {
        var text = Encoding.UTF8.GetString(SampleMessages.Bytes("CEB816Message", 1))
            .Replace("<ceb:returnTime>", "<ceb:orderNo>DD1</ceb:orderNo><x:own xmlns:x='urn:x'><x:deep/></x:own>\n<ceb:returnTime>\n  ", StringComparison.Ordinal)
            .Replace("</ceb:Tax>", "漏网</ceb:Tax>", StringComparison.Ordinal);

        var (reader, entities) = SampleMessages.Read(text);

        Assert.Equal(MessageProblemKind.WrongNamespace, Assert.Single(reader.Problems).Kind);
        Assert.Equal(["BlanksAround returnTime", "StrayText ", "UnknownElement orderNo", "UnknownElement own"], reader.Tolerances.Select(t => $"{t.Kind} {t.Name}").Order(StringComparer.Ordinal));
        Assert.Equal(17, entities[0].Head["returnTime"]!.Length);
    }

    [Fact]
    public void What_stands_around_the_documents_is_read_too()
    {
        var message = MessageCatalogue.Get("CEB603Message");
        var subscriber = new MessageRecord(message.Root.FindBlock("BaseSubscribe")!);
        subscriber["status"] = "RET";
        subscriber["dxpAddress"] = "DXPENT0000000009";
        var text = Encoding.UTF8.GetString(SampleMessages.Written(SampleMessages.Draft(message, SampleMessages.Entity(message)) with { Subscribers = [subscriber] }))
            .Replace("</ceb:CEB603Message>", "<ds:Signature xmlns:ds='http://www.w3.org/2000/09/xmldsig#'><ds:SignedInfo/></ds:Signature></ceb:CEB603Message>", StringComparison.Ordinal);

        var (reader, _) = SampleMessages.Read(text);

        Assert.Empty(reader.Problems);
        Assert.True(reader.IsSigned);
        Assert.Equal("1.0", reader.Root!["@version"]);
        Assert.Equal("DXPENT0000000001", reader.Root.First("BaseTransfer")!["dxpId"]);
        Assert.Equal("RET DXP", $"{reader.Root.First("BaseSubscribe")!["status"]} {reader.Root.First("BaseSubscribe")!["dxpMode"]}");
    }

    [Fact]
    public void A_list_without_limit_is_given_line_by_line_with_the_number_of_its_document()
    {
        using var reader = MessageReader.Open(SampleMessages.Bytes("CEB607Message", 300));
        var seen = new List<string>();
        while (reader.Read()) seen.Add(FormattableString.Invariant($"{reader.Entity} {reader.Record!.Block.Name}"));

        Assert.Empty(reader.Problems);
        Assert.Equal(602, seen.Count);
        Assert.Equal(("1 WayBillHead", "1 WayBillList", "2 WayBillHead", "2 WayBillList"), (seen[0], seen[300], seen[301], seen[601]));
        Assert.Null(reader.Record);
    }

    [Fact]
    public void Reading_a_long_list_keeps_nothing_in_memory()
    {
        using var file = new LongWayBill(lines: 100_000);
        using var reader = MessageReader.Open(file);

        var kept = Keep(reader);

        Assert.Empty(reader.Problems);
        Assert.Equal(100, kept.Count);
        GC.Collect();
        Assert.InRange(kept.Count(r => r.IsAlive), 0, 2);

        // apart, so that no local of this test holds a line
        static List<WeakReference> Keep(MessageReader reader)
        {
            var kept = new List<WeakReference>();
            for (var line = 0; reader.Read(); line++)
            {
                if (line % 1000 == 1) kept.Add(new WeakReference(reader.Record));
            }

            return kept;
        }
    }
}
