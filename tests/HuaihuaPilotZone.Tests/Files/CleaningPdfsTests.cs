using System.IO.Compression;
using System.Text;

namespace HuaihuaPilotZone.Tests.Files;

/// <summary>A PDF for everybody says nothing of who wrote it, and every byte of its pages stays in its place; one that may not be changed is named.</summary>
public sealed class CleaningPdfsTests : IDisposable
{
    private const string Catalog = "1 0 obj<</Type/Catalog>>endobj";
    private const string Bookmark = "9 0 obj<</Title(Chapter one)/Parent 4 0 R>>endobj\n";

    private static readonly string[] _secrets = ["Zhang", "draft", "WPS", "2026", "FEFF5F204E09", Bytes("张三")];

    private readonly string _folder = Directory.CreateTempSubdirectory("pilotzone-pdfs-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<byte[]> Named => new()
    {
        Pdf("2 0 obj<</Title (A \\(draft\\) plan)/Author(Zhang\\040San)/Producer(WPS)/CreationDate(D:20260101)>>endobj\n", "/Info 2 0 R"),
        Pdf("2 0 obj\r\n<< /Author <FEFF5F204E09> /Company (Zhang >> San) >>\r\nendobj\n", "/Info 2 0 R"),
        Pdf("2 0 obj<</Author 3 0 R/Title 5 0 R>>endobj\n3 0 obj(Zhang San)endobj\n5 0 obj<FEFF5F204E09>endobj\n", "/Info 2 0 R"),
        Pdf("2 0 obj<</Author(Zhang San)>>endobj\ntrailer<</Info 2 0 R>>\n6 0 obj<</Author(WPS)>>endobj\n", "/Info 6 0 R"),
        Pdf($"3 0 obj<</Type/Metadata/Subtype/XML>>stream\n{Xmp("")}\nendstream endobj\n", ""),
        Pdf($"3 0 obj<</Type/Metadata/Subtype/XML/Filter/FlateDecode>>stream\n{Packed(Xmp(""))}\nendstream endobj\n", ""),
        Pdf(Objects("7 0 8 40 <</Author (Zhang San)>>         []"), "/Info 7 0 R"),
        Pdf(Objects("7 0 8 20 <</Author 8 0 R>>    (Zhang San)"), "/Info 7 0 R"),
    };

    [Theory]
    [MemberData(nameof(Named))]
    public async Task What_a_PDF_says_of_its_author_is_emptied_where_it_stands(byte[] content)
    {
        var kept = await KeptAsync(content);

        Assert.Equal(content.Length, kept.Length);
        var (before, after) = (Encoding.Latin1.GetString(content), Encoding.Latin1.GetString(kept));
        Assert.All(_secrets, s => Assert.DoesNotContain(s, Readable(after), StringComparison.Ordinal));
        foreach (var mark in new[] { Catalog, Bookmark, "trailer", "%%EOF" }) Assert.Equal(before.LastIndexOf(mark, StringComparison.Ordinal), after.LastIndexOf(mark, StringComparison.Ordinal));
        Assert.Equal(kept, await KeptAsync(kept));
    }

    [Fact]
    public async Task The_length_of_a_packed_stream_is_said_anew_and_what_else_lies_in_it_stays()
    {
        var packed = Packed($"7 0 8 60 {"<</Author (Zhang San of the park, a long name)>>",-60}[1 2 3]");
        var content = Pdf($"5 0 obj<</Type/ObjStm/N 2/First 9/Length {packed.Length}/Filter/FlateDecode>>stream\n{packed}\nendstream endobj\n", "/Info 7 0 R");

        var kept = Encoding.Latin1.GetString(await KeptAsync(content));

        var length = int.Parse(kept.Split("/Length ")[1].Split('/')[0].Trim(), System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(length, 8, packed.Length);
        var start = kept.IndexOf("stream\n", StringComparison.Ordinal) + 7;
        var objects = Unpacked(kept.Substring(start, length));
        Assert.DoesNotContain("Zhang", objects, StringComparison.Ordinal);
        Assert.Equal("[1 2 3]", objects[69..]);
        Assert.Equal("", kept[(start + length)..kept.IndexOf("endstream", StringComparison.Ordinal)].Trim());
    }

    [Fact]
    public async Task A_document_for_the_archive_still_says_so()
    {
        var content = Pdf($"3 0 obj<</Type/Metadata/Subtype/XML>>stream\n{Xmp("<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>")}\nendstream endobj\n", "");

        var kept = Encoding.Latin1.GetString(await KeptAsync(content));

        Assert.Contains("<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("dc:creator", kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_photo_in_a_PDF_loses_the_notes_of_its_camera_and_keeps_its_pixels()
    {
        var photo = SamplePictures.Jpeg(orientation: 6);
        byte[] content = [.. Encoding.Latin1.GetBytes($"%PDF-1.4\n{Catalog}\n5 0 obj<</Subtype/Image/Filter/DCTDecode/Length {photo.Length}>>stream\n"), .. photo, .. Encoding.Latin1.GetBytes("\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n")];

        var kept = await KeptAsync(content);

        Assert.Equal(content.Length, kept.Length);
        Assert.DoesNotContain(SamplePictures.Secret, Encoding.Latin1.GetString(kept), StringComparison.Ordinal);
        Assert.True(kept.AsSpan().IndexOf(SamplePictures.Pixels) > 0);
    }

    public static TheoryData<byte[], string, string> Untouchable => new()
    {
        { Pdf("2 0 obj<</Author(Zhang San)>>endobj\n", "/Info 2 0 R/Encrypt 9 0 R"), "加了密", "用没有加密、没有签章的原稿重新导出" },
        { Pdf("2 0 obj<</Author(Zhang San)>>endobj\n8 0 obj<</Type/Sig/ByteRange [0 10 20 30]>>endobj\n", "/Info 2 0 R"), "作者“Zhang San”、电子签名或签章", "文件→信息→检查问题→检查文档" },
        { Pdf("1 0 obj<</Type/Catalog/Author(Zhang San)>>endobj\n", "/Info 1 0 R"), "作者“Zhang San”", "文件→文档加密→属性" },
        { Pdf("2 0 obj<</Author(Zhang San) endobj\n", "/Info 2 0 R"), "结构不完整", "重新导出" },
        { Pdf("5 0 obj<</Type/ObjStm/N 1/First 4/Filter/LZWDecode>>stream\nabc\nendstream endobj\n", "/Info 7 0 R"), "系统看不到的地方", "重新导出" },
    };

    [Theory]
    [MemberData(nameof(Untouchable))]
    public async Task A_PDF_that_may_not_be_changed_is_refused_with_the_way_to_a_clean_one_until_somebody_has_looked_at_it(byte[] content, string said, string way)
    {
        var refused = await FolderCabinet.In(_folder).KeepCleanAsync("a.pdf", new MemoryStream(content), acceptsTraces: false, Cancellation);

        Assert.Contains(said, refused.Refusals[0].Message, StringComparison.Ordinal);
        Assert.Contains(way, refused.Refusals[0].Message, StringComparison.Ordinal);
        Assert.Equal(content, await KeptAsync(content, acceptsTraces: true));
    }

    [Fact]
    public async Task A_PDF_that_says_nothing_of_itself_is_kept_as_it_is()
    {
        var content = Pdf("8 0 obj<</Length 30>>stream\nBT (3 0 obj<</Author(x)) Tj ET \nendstream endobj\n", "");

        Assert.Equal(content, await KeptAsync(content));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<byte[]> KeptAsync(byte[] content, bool acceptsTraces = false)
    {
        var cabinet = FolderCabinet.In(_folder);
        var outcome = await cabinet.KeepCleanAsync("a.pdf", new MemoryStream(content), acceptsTraces, Cancellation);
        Assert.True(outcome.IsDone, outcome.IsDone ? "" : outcome.Refusals[0].Message);
        await using var stored = cabinet.Open(cabinet.Record(outcome.Value.File, null));
        using var copy = new MemoryStream();
        await stored.CopyToAsync(copy, Cancellation);
        return copy.ToArray();
    }

    private static byte[] Pdf(string objects, string trailer) => Encoding.Latin1.GetBytes($"%PDF-1.4\n{Catalog}\n{objects}{Bookmark}trailer<</Root 1 0 R{trailer}>>\n%%EOF\n");

    private static string Objects(string content) => $"5 0 obj<</Type/ObjStm/N 2/First 9/Filter/FlateDecode>>stream\n{Packed(content)}\nendstream endobj\n";

    private static string Xmp(string more) =>
        $"<?xpacket begin=\"\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?><x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\"><dc:creator><rdf:Seq><rdf:li>{Bytes("张三")}</rdf:li></rdf:Seq></dc:creator><xmp:CreatorTool>WPS</xmp:CreatorTool>{more}</rdf:Description></rdf:RDF></x:xmpmeta>{new string(' ', 400)}<?xpacket end=\"w\"?>";

    private static string Bytes(string text) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));

    private static string Packed(string content)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionMode.Compress, leaveOpen: true)) zip.Write(Encoding.Latin1.GetBytes(content));
        return Encoding.Latin1.GetString(packed.ToArray());
    }

    private static string Unpacked(string packed)
    {
        using var plain = new ZLibStream(new MemoryStream(Encoding.Latin1.GetBytes(packed)), CompressionMode.Decompress);
        using var reader = new StreamReader(plain, Encoding.Latin1);
        return reader.ReadToEnd();
    }

    /// <summary>The text of a file together with what its packed stream holds.</summary>
    private static string Readable(string text)
    {
        var start = text.IndexOf("stream\n", StringComparison.Ordinal) + 7;
        return text.Contains("/FlateDecode", StringComparison.Ordinal) ? text + Unpacked(text[start..text.IndexOf("endstream", StringComparison.Ordinal)]) : text;
    }
}
