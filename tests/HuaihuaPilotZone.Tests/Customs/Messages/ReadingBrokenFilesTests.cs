using System.Text;
using System.Xml.Linq;
using HuaihuaPilotZone.Customs.Messages;

namespace HuaihuaPilotZone.Tests.Customs.Messages;

public class ReadingBrokenFilesTests
{
    private static readonly XNamespace _ceb = CebWriter.Namespace;

    /// <summary>Text put instead of another one in a CEB605 broken into lines, and the answer with its line.</summary>
    public static TheoryData<string, string, MessageProblemKind, int, string> Faults => new()
    {
        { "</ceb:InvtCancel>", "", MessageProblemKind.NotWellFormed, 40, "元素 InvtCancel 没有结束，却遇到 CEB605Message 的结束标签" },
        { "</ceb:CEB605Message>", "", MessageProblemKind.NotWellFormed, 40, "突然结束" },
        { "reason1", "a & b", MessageProblemKind.NotWellFormed, 11, "“&”，应写作“&amp;”" },
        { "reason1", "a < b", MessageProblemKind.NotWellFormed, 11, "“<”应写作“&lt;”" },
        { "version=\"1.0\" xmlns", "version=1.0 xmlns", MessageProblemKind.NotWellFormed, 1, "写法有误" },
        { "reason1", "a &nbsp; b", MessageProblemKind.NotWellFormed, 11, "实体" },
        { "reason1", "a &#1; b", MessageProblemKind.NotWellFormed, 11, "不允许的字符" },
        { "<ceb:reason>", "<x:reason>", MessageProblemKind.WrongNamespace, 11, "前缀没有声明" },
        { "<ceb:invtNo>", "<x:invtNo/><ceb:invtNo>", MessageProblemKind.WrongNamespace, 10, "前缀没有声明" },
        { "version=\"1.0\" xmlns", "version=\"1.0\" version=\"1.0\" xmlns", MessageProblemKind.NotWellFormed, 1, "同名的属性" },
        { "xmlns:ceb=\"http://www.chinaport.gov.cn/ceb\"", "xmlns:ceb=\"http://example.com/other\"", MessageProblemKind.WrongNamespace, 1, "应为 http://www.chinaport.gov.cn/ceb" },
        { "<ceb:reason>", "<ceb:reason xmlns:ceb='urn:x'>", MessageProblemKind.WrongNamespace, 11, "urn:x" },
        { "CEB605Message", "CEB999Message", MessageProblemKind.UnsupportedMessage, 1, "CEB999Message" },
        { "CEB605Message", "DecModMessage", MessageProblemKind.UnsupportedMessage, 1, "DecModMessage" },
        { "CEB605Message", "Letter", MessageProblemKind.UnknownRoot, 1, "Letter" },
        { "<ceb:BaseTransfer>", "<ceb:BaseTransfer/><ceb:BaseTransfer>", MessageProblemKind.BlockTwice, 34, "第二个" },
        { "<ceb:reason>", "<ceb:reason>x</ceb:reason><ceb:reason>", MessageProblemKind.ElementTwice, 11, "两次" },
        { "<ceb:reason>reason1</ceb:reason>", "", MessageProblemKind.Missing, 2, "缺少原因（reason）" },
        { "reason1", " ", MessageProblemKind.Blank, 11, "没有填写" },
        { "copNo1", "1234567890123456789012345678901", MessageProblemKind.TooLong, 8, "最多 30 个字符" },
        { "<ceb:preNo>", "<ceb:preNo>B", MessageProblemKind.TooLong, 9, "18 个字符" },
        { "<ceb:customsCode>", "<ceb:customsCode>4</ceb:customsCode><ceb:x>", MessageProblemKind.TooShort, 7, "应为 4 个字符" },
        { "20261122080910", "20261322080910", MessageProblemKind.NotATime, 5, "yyyyMMddHHmmss" },
        { "<ceb:appType>1", "<ceb:appType>7", MessageProblemKind.NotAllowed, 4, "1、2、3 之一" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_is_answered_in_Chinese_with_its_line(string from, string to, MessageProblemKind kind, int line, string words)
    {
        var (reader, _) = SampleMessages.Read(InLines("CEB605Message").Replace(from, to, StringComparison.Ordinal).Replace("<ceb:x>1200</ceb:customsCode>", "", StringComparison.Ordinal));

        var problem = reader.Problems.First(p => p.Kind == kind);
        Assert.True(problem.Line == line, problem.ToString());
        Assert.True(problem.Column > 0);
        Assert.Contains(words, problem.Reason, StringComparison.Ordinal);
        Assert.EndsWith("。", problem.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("qty", "1,000", MessageProblemKind.NotANumber)]
    [InlineData("qty", "1E3", MessageProblemKind.NotANumber)]
    [InlineData("qty", "一", MessageProblemKind.NotANumber)]
    [InlineData("qty", "-", MessageProblemKind.NotANumber)]
    [InlineData("qty", "1.234567", MessageProblemKind.TooManyDigits)]
    [InlineData("qty", "123456789012345", MessageProblemKind.TooManyDigits)]
    [InlineData("gnum", "1.0", MessageProblemKind.NotANumber)]
    [InlineData("gnum", "123456", MessageProblemKind.TooManyDigits)]
    [InlineData("gcode", "420212900", MessageProblemKind.TooShort)]
    public void A_malformed_value_is_named_with_its_place(string element, string value, MessageProblemKind kind)
    {
        var xml = SampleMessages.Xml("CEB603Message");
        xml.Descendants(_ceb + "InventoryList").Last().Element(_ceb + element)!.Value = value;

        var problem = Assert.Single(SampleMessages.Read(xml).Reader.Problems);

        Assert.Equal((kind, "Inventory[2]/InventoryList[2]/" + element), (problem.Kind, problem.Place));
    }

    [Theory]
    [InlineData("qty", "-1.50000")]
    [InlineData("qty", "00012345678901234.10")]
    [InlineData("qty", "0")]
    [InlineData("qty", ".5")]
    [InlineData("gnum", "00001")]
    public void What_the_schema_allows_is_no_fault(string element, string value)
    {
        var xml = SampleMessages.Xml("CEB603Message");
        xml.Descendants(_ceb + element).First().Value = value;

        Assert.Empty(SampleMessages.Read(xml).Reader.Problems);
    }

    [Fact]
    public void Length_is_counted_in_characters_and_not_in_halves_of_them()
    {
        var xml = SampleMessages.Xml("CEB605Message");
        var name = xml.Descendants(_ceb + "agentName").First();

        name.Value = string.Concat(Enumerable.Repeat("𠀀", 100));
        Assert.Empty(SampleMessages.Read(xml).Reader.Problems);
        name.Value += "𠀀";
        Assert.Equal(MessageProblemKind.TooLong, Assert.Single(SampleMessages.Read(xml).Reader.Problems).Kind);
    }

    [Fact]
    public void The_hundred_and_first_document_ends_the_reading()
    {
        var xml = SampleMessages.Xml("CEB603Message", 1);
        var first = xml.Descendants(_ceb + "Inventory").First();
        for (var i = 0; i < 99; i++) first.AddAfterSelf(new XElement(first));

        var (reader, entities) = SampleMessages.Read(xml);

        Assert.Equal(100, entities.Count);
        Assert.Equal((MessageProblemKind.TooManyBlocks, "单证（Inventory）最多 100 个，这里是第 101 个。"), reader.Problems.Select(p => (p.Kind, p.Reason)).Single());
        Assert.True(reader.Problems[0].Column > 0);
    }

    [Fact]
    public void The_hundred_and_first_line_is_named_once()
    {
        var xml = SampleMessages.Xml("CEB603Message", 1);
        var line = xml.Descendants(_ceb + "InventoryList").First();
        for (var i = 0; i < 150; i++) line.AddAfterSelf(new XElement(line));

        var (reader, entities) = SampleMessages.Read(xml);

        Assert.Equal(151, entities[0].Of("InventoryList").Count());
        Assert.Equal((MessageProblemKind.TooManyBlocks, "Inventory[1]/InventoryList[101]"), reader.Problems.Select(p => (p.Kind, p.Place)).Single());
    }

    [Fact]
    public void Missing_parts_are_named()
    {
        var xml = SampleMessages.Xml("CEB603Message");
        xml.Descendants(_ceb + "InventoryHead").First().Remove();
        xml.Descendants(_ceb + "Inventory").Last().Elements(_ceb + "InventoryList").Remove();
        xml.Descendants(_ceb + "BaseTransfer").Remove();

        Assert.Equal(["BaseTransfer", "Inventory[1]/InventoryHead", "Inventory[2]/InventoryList"], SampleMessages.Read(xml).Reader.Problems.Where(p => p.Kind == MessageProblemKind.BlockMissing).Select(p => p.Place).Order(StringComparer.Ordinal));
        Assert.Equal(["BaseTransfer", "Inventory"], SampleMessages.Read("<CEB603Message guid='000000000000000000000000000000000001' version='1.0' xmlns='http://www.chinaport.gov.cn/ceb'/>").Reader.Problems.Select(p => p.Place).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("", MessageProblemKind.NotXml)]
    [InlineData("guid;appType;appTime", MessageProblemKind.NotXml)]
    [InlineData("<?xml version='1.0'?>", MessageProblemKind.NotXml)]
    [InlineData("<", MessageProblemKind.NotWellFormed)]
    public void What_is_no_message_is_said_so(string text, MessageProblemKind kind) =>
        Assert.Equal(kind, Assert.Single(SampleMessages.Read(text).Reader.Problems).Kind);

    [Theory]
    [InlineData("GBK")]
    [InlineData("gb2312")]
    [InlineData("utf-16")]
    [InlineData("martian")]
    public void A_file_that_lies_about_its_encoding_is_read_and_told_so(string declared)
    {
        var text = Encoding.UTF8.GetString(SampleMessages.Bytes("CEB605Message")).Replace("\"utf-8\"", $"\"{declared}\"", StringComparison.Ordinal).Replace("reason1", "退单原因", StringComparison.Ordinal);

        var (reader, entities) = SampleMessages.Read(text);

        Assert.Equal(MessageProblemKind.WrongEncoding, Assert.Single(reader.Problems).Kind);
        Assert.Equal("退单原因", entities[0]["reason"]);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData(null)]
    public void Bytes_of_another_encoding_are_told_with_their_place(string? declared)
    {
        var gbk = CodePagesEncodingProvider.Instance.GetEncoding("gbk")!;
        var text = InLines("CEB605Message").Replace("reason1", "退单原因", StringComparison.Ordinal);
        if (declared is null) text = text.Replace(" encoding=\"utf-8\"", "", StringComparison.Ordinal);

        var problem = SampleMessages.Read(gbk.GetBytes(text)).Reader.Problems.First(p => p.Kind == MessageProblemKind.WrongEncoding);

        Assert.Equal((11, "这里的字节不是 UTF-8，文件可能是 GBK 编码。请按 UTF-8 保存。"), (problem.Line, problem.Reason));
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>]>")]
    [InlineData("<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>")]
    [InlineData("<!DOCTYPE x SYSTEM 'http://127.0.0.1:1/x.dtd'>")]
    [InlineData("<!DOCTYPE x>")]
    public void A_document_type_is_never_read(string type)
    {
        var text = Encoding.UTF8.GetString(SampleMessages.Bytes("CEB605Message")).Replace("?>", "?>\n" + type, StringComparison.Ordinal).Replace("reason1", "&a;&b;", StringComparison.Ordinal);

        var (reader, entities) = SampleMessages.Read(text);

        Assert.Empty(entities);
        Assert.Equal((MessageProblemKind.DocumentType, 2), reader.Problems.Select(p => (p.Kind, p.Line)).Single());
    }

    [Fact]
    public void Every_limit_holds()
    {
        var list = SampleMessages.Bytes("CEB607Message", 1000);
        var deep = Encoding.UTF8.GetString(SampleMessages.Bytes("CEB605Message")).Replace("<ceb:reason>", string.Concat(Enumerable.Repeat("<ceb:x>", 5000)), StringComparison.Ordinal);
        var long1 = Encoding.UTF8.GetString(SampleMessages.Bytes("CEB605Message")).Replace("reason1", new string('长', 2_000_000), StringComparison.Ordinal);

        Assert.Contains("MB", Reason(list, new MessageReadingOptions { MostBytes = 100_000 }), StringComparison.Ordinal);
        Assert.Contains("1000 个", Reason(list, new MessageReadingOptions { MostElements = 1000 }), StringComparison.Ordinal);
        Assert.Contains("32 层", Reason(Encoding.UTF8.GetBytes(deep), MessageReadingOptions.Default), StringComparison.Ordinal);
        Assert.Contains("1048576 个字符", Reason(Encoding.UTF8.GetBytes(long1), MessageReadingOptions.Default), StringComparison.Ordinal);

        static string Reason(byte[] file, MessageReadingOptions options) => SampleMessages.Read(file, options).Reader.Problems.Single(p => p.Kind == MessageProblemKind.LimitReached).Reason;
    }

    [Fact]
    public void More_problems_than_anybody_reads_are_only_counted()
    {
        var text = Encoding.UTF8.GetString(SampleMessages.Bytes("CEB607Message", 500)).Replace("<ceb:gnum>", "<ceb:gnum>x", StringComparison.Ordinal);

        var (reader, _) = SampleMessages.Read(Encoding.UTF8.GetBytes(text), new MessageReadingOptions { MostProblems = 10 });

        Assert.Equal((10, 1000), (reader.Problems.Count, reader.ProblemCount));
    }

    [Fact]
    public void A_fault_at_the_very_end_is_noticed_and_what_came_before_is_kept()
    {
        var (reader, entities) = SampleMessages.Read(Encoding.UTF8.GetString(SampleMessages.Bytes("CEB605Message")) + "<more/>");

        Assert.Equal(2, entities.Count);
        Assert.Equal(MessageProblemKind.NotWellFormed, Assert.Single(reader.Problems).Kind);
    }

    [Fact]
    public void No_file_whatever_makes_the_reader_throw()
    {
        var random = new Random(202205);
        string[] pieces = ["<", ">", "</", "/>", "&", "\"", "<!DOCTYPE a>", "<![CDATA[", "]]>", "<!--", "<?x", "ceb:", "{", "}", "\0", "\uFFFF", "退", "=", "<ceb:Order>", "<ceb:InvtCancel>", "</ceb:guid>", "<DxpMsg>", "PD94"];
        byte[][] files = [.. SampleMessages.Business.Select(m => SampleMessages.Bytes(m.Name, 1)), DxpSamples.Wrapped("CEB603Message"), Encoding.UTF8.GetBytes("{\"data\":\"" + Convert.ToBase64String(SampleMessages.Bytes("CEB311Message", 1)) + "\"}")];
        for (var round = 0; round < 3_000; round++)
        {
            var file = files[round % files.Length];
            var bytes = (random.Next(4), random.Next(file.Length)) switch
            {
                (0, var at) => file[..at],
                (1, var at) => [.. file[..at], (byte)random.Next(256), .. file[at..]],
                (2, var at) => [.. file[..at], .. Encoding.UTF8.GetBytes(pieces[random.Next(pieces.Length)]), .. file[at..]],
                (_, var at) => [.. file[..at], .. file[Math.Min(file.Length, at + random.Next(200))..]],
            };

            var (reader, _) = SampleMessages.Read(bytes);

            Assert.All(reader.Problems, p => Assert.EndsWith("。", p.Reason, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void No_bytes_whatever_make_the_reader_throw()
    {
        var random = new Random(2018113);
        for (var round = 0; round < 500; round++)
        {
            var bytes = new byte[random.Next(400)];
            random.NextBytes(bytes);

            Assert.NotEmpty(SampleMessages.Read(bytes).Reader.Problems);
        }
    }

    // one element a line, so that a line tells an element
    private static string InLines(string name) => Encoding.UTF8.GetString(SampleMessages.Bytes(name)).Replace("><ceb:", ">\n<ceb:", StringComparison.Ordinal).Replace("></ceb:", ">\n</ceb:", StringComparison.Ordinal)
        .Replace("?>\n", "?>", StringComparison.Ordinal);
}
