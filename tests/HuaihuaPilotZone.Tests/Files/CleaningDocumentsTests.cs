using System.IO.Compression;
using System.Text;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Files;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Tests.Files;

/// <summary>Documents for everybody: without what Office notes of its users, and not without a word about the people a PDF names.</summary>
public sealed class CleaningDocumentsTests : IDisposable
{
    private const string Secret = "Zhang San";

    private readonly string _folder = Directory.CreateTempSubdirectory("pilotzone-files-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("a.docx", "word/document.xml")]
    [InlineData("a.xlsx", "xl/workbook.xml")]
    [InlineData("a.pptx", "ppt/presentation.xml")]
    public async Task The_properties_of_an_Office_document_are_emptied_and_its_content_stays(string name, string main)
    {
        var content = SampleFiles.Zip(
            (SampleFiles.OfficeTypes, "<Types/>"), (main, "<w>正文</w>"), ("docProps/core.xml", $"<c><creator>{Secret}</creator></c>"), ("docProps/app.xml", $"<p><Company>{Secret}</Company></p>"), ("docProps/custom.xml", $"<p>{Secret}</p>"));

        var kept = (await Cabinet().KeepCleanAsync(name, new MemoryStream(content), acceptsTraces: false, Cancellation)).Value;

        using var archive = new ZipArchive(Cabinet().Open(Cabinet().Record(kept.File, null)), ZipArchiveMode.Read);
        Assert.Equal(5, archive.Entries.Count);
        Assert.All(archive.Entries, e => Assert.DoesNotContain(Secret, Text(e), StringComparison.Ordinal));
        Assert.All(archive.Entries, e => Assert.Equal(1980, e.LastWriteTime.Year));
        Assert.Equal("<w>正文</w>", Text(archive.GetEntry(main)!));
        Assert.Contains("coreProperties", Text(archive.GetEntry("docProps/core.xml")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Authors_of_comments_and_changes_are_named_until_somebody_has_looked_at_them()
    {
        var content = SampleFiles.Zip(
            (SampleFiles.OfficeTypes, "<Types/>"), ("word/document.xml", $"<w:d xmlns:w='w'><w:ins w:author='{Secret}'/></w:d>"), ("word/comments.xml", "<w:c xmlns:w='w'><w:comment w:author='Li Si'/></w:c>"));

        var refused = await Cabinet().KeepCleanAsync("a.docx", new MemoryStream(content), acceptsTraces: false, Cancellation);

        Assert.Contains("批注或修订的作者“Li Si”“Zhang San”", refused.Refusals[0].Message, StringComparison.Ordinal);
        Assert.True((await Cabinet().KeepCleanAsync("a.docx", new MemoryStream(content), acceptsTraces: true, Cancellation)).IsDone);
    }

    [Fact]
    public async Task An_old_Office_document_and_an_OFD_with_an_author_are_named()
    {
        var word = await Cabinet().KeepCleanAsync("a.doc", new MemoryStream(SampleFiles.Compound("WordDocument")), acceptsTraces: false, Cancellation);
        var ofd = await Cabinet().KeepCleanAsync("a.ofd", new MemoryStream(SampleFiles.Zip(("OFD.xml", $"<OFD><DocInfo><Author>{Secret}</Author></DocInfo></OFD>"))), acceptsTraces: false, Cancellation);

        Assert.Contains("另存为 docx", word.Refusals[0].Message, StringComparison.Ordinal);
        Assert.Contains($"作者“{Secret}”", ofd.Refusals[0].Message, StringComparison.Ordinal);
        Assert.True((await Cabinet().KeepCleanAsync("b.ofd", new MemoryStream(SampleFiles.Ofd()), acceptsTraces: false, Cancellation)).IsDone);
    }

    public static TheoryData<byte[], string> Pdfs => new()
    {
        { Pdf("2 0 obj<</Title (A \\(draft\\) plan)/Author(Zhang\\040San)>>endobj\n", "/Info 2 0 R"), "作者“Zhang San”、标题“A (draft) plan”" },
        { Pdf("2 0 obj<</Author <FEFF5F204E09>>>endobj\n", "/Info 2 0 R"), "作者“张三”" },
        { Pdf("3 0 obj<</Type/Metadata/Subtype/XML>>stream\n<x:xmpmeta><dc:creator><rdf:Seq><rdf:li>" + Encoding.Latin1.GetString(Encoding.UTF8.GetBytes("张三")) + "</rdf:li></rdf:Seq></dc:creator></x:xmpmeta>\nendstream endobj\n", ""), "作者“张三”" },
        { Pdf("", "/Encrypt 9 0 R"), "加了密" },
        { Packed("7 0 8 40 <</Author (Zhang San)>>", "/Info 7 0 R"), "作者“Zhang San”" },
    };

    [Theory]
    [MemberData(nameof(Pdfs))]
    public async Task What_a_PDF_says_of_its_author_is_named_and_the_editor_decides(byte[] content, string said)
    {
        var refused = await Cabinet().KeepCleanAsync("a.pdf", new MemoryStream(content), acceptsTraces: false, Cancellation);

        Assert.Contains(said, refused.Refusals[0].Message, StringComparison.Ordinal);
        var kept = await Cabinet().KeepCleanAsync("a.pdf", new MemoryStream(content), acceptsTraces: true, Cancellation);
        Assert.Equal(content.LongLength, kept.Value.File.Size);
    }

    [Fact]
    public async Task A_bookmark_is_no_title_and_a_PDF_that_names_nobody_is_kept()
    {
        var content = Pdf("2 0 obj<</Producer(Some writer)/Author()>>endobj\n3 0 obj<</Title(Chapter one)/Parent 4 0 R>>endobj\n", "/Info 2 0 R");

        Assert.True((await Cabinet().KeepCleanAsync("a.pdf", new MemoryStream(content), acceptsTraces: false, Cancellation)).IsDone);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static byte[] Pdf(string objects, string trailer) => Encoding.Latin1.GetBytes($"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n{objects}trailer<</Root 1 0 R{trailer}>>\n%%EOF\n");

    private static byte[] Packed(string stream, string trailer)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionMode.Compress, leaveOpen: true)) zip.Write(Encoding.Latin1.GetBytes(stream));
        return Pdf($"5 0 obj<</Type/ObjStm/N 2/First 9/Filter/FlateDecode>>stream\n{Encoding.Latin1.GetString(packed.ToArray())}\nendstream endobj\n", trailer);
    }

    private static string Text(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }

    private FileCabinet Cabinet()
    {
        var options = Options.Create(new FileStorageOptions { Folder = _folder, MostMegabytes = 1 });
        return new FileCabinet(new FolderStorage(options, new Root(), TimeProvider.System), new VirusScanner(options, NullLogger<VirusScanner>.Instance), options, new Actor(), new ChinaTime(new TestClock()));
    }

    private sealed class Root : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = "Testing";

        public string ApplicationName { get; set; } = "";

        public string ContentRootPath { get; set; } = "/";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
