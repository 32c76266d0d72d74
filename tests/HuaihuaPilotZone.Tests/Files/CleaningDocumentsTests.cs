using System.IO.Compression;
using HuaihuaPilotZone.Files;

namespace HuaihuaPilotZone.Tests.Files;

/// <summary>Documents for everybody: without what Office notes of its users, and not without a word about the people that other documents name.</summary>
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
        Assert.Contains("“审阅”里接受全部修订、删除全部批注", refused.Refusals[0].Message, StringComparison.Ordinal);
        Assert.True((await Cabinet().KeepCleanAsync("a.docx", new MemoryStream(content), acceptsTraces: true, Cancellation)).IsDone);
    }

    [Fact]
    public async Task An_old_Office_document_and_an_OFD_with_an_author_are_named()
    {
        var word = await Cabinet().KeepCleanAsync("a.doc", new MemoryStream(SampleFiles.Compound("WordDocument")), acceptsTraces: false, Cancellation);
        var ofd = await Cabinet().KeepCleanAsync("a.ofd", new MemoryStream(SampleFiles.Zip(("OFD.xml", $"<OFD><DocInfo><Author>{Secret}</Author></DocInfo></OFD>"))), acceptsTraces: false, Cancellation);

        Assert.Contains("另存为”，文件类型选 docx", word.Refusals[0].Message, StringComparison.Ordinal);
        Assert.Contains($"作者“{Secret}”", ofd.Refusals[0].Message, StringComparison.Ordinal);
        Assert.True((await Cabinet().KeepCleanAsync("b.ofd", new MemoryStream(SampleFiles.Ofd()), acceptsTraces: false, Cancellation)).IsDone);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Text(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }

    private FileCabinet Cabinet() => FolderCabinet.In(_folder);
}
