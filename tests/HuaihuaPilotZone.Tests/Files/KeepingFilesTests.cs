using System.Security.Cryptography;
using HuaihuaPilotZone.Files;

namespace HuaihuaPilotZone.Tests.Files;

/// <summary>Content lies on disk under its hash, once, and nothing else stays behind.</summary>
public sealed class KeepingFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pilotzone-files-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_is_kept_under_its_hash_and_can_be_read_again()
    {
        var cabinet = Cabinet();
        var content = SampleFiles.Pdf();

        var kept = (await cabinet.KeepAsync(@"C:\文件\合同.pdf", new MemoryStream(content), Cancellation)).Value;
        var stored = cabinet.Record(kept, null);

        Assert.Equal(("合同.pdf", content.LongLength, FileType.Pdf), (stored.Name, stored.Size, stored.Type));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), stored.Hash);
        await using var read = cabinet.Open(stored);
        using var copy = new MemoryStream();
        await read.CopyToAsync(copy, Cancellation);
        Assert.Equal(content, copy.ToArray());
    }

    [Fact]
    public async Task The_same_content_lies_there_once_and_what_was_refused_does_not()
    {
        var cabinet = Cabinet();

        await cabinet.KeepAsync("a.pdf", new MemoryStream(SampleFiles.Pdf()), Cancellation);
        await cabinet.KeepAsync("b.pdf", new MemoryStream(SampleFiles.Pdf()), Cancellation);
        var refused = await cabinet.KeepAsync("c.pdf", new MemoryStream(SampleFiles.Png()), Cancellation);

        Assert.False(refused.IsDone);
        Assert.Single(Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_refused_before_it_is_read_to_its_end()
    {
        await using var endless = new EndlessStream();

        var refused = await Cabinet().KeepAsync("a.pdf", endless, Cancellation);

        Assert.Contains("1 MB", refused.Refusals[0].Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories));
        Assert.False((await Cabinet().KeepAsync("a.pdf", new MemoryStream(), Cancellation)).IsDone);
    }

    [Theory]
    [InlineData("../../a.pdf", "a.pdf")]
    [InlineData("a\u202Efdp.pdf", "afdp.pdf")]
    [InlineData("a\r\nb.pdf", "ab.pdf")]
    [InlineData(".pdf", "pdf")]
    public async Task A_name_is_a_name_alone(string given, string kept)
    {
        var outcome = await Cabinet().KeepAsync(given, new MemoryStream(SampleFiles.Pdf()), Cancellation);

        // ".pdf" has no ending left and is refused for that; the others are kept
        if (kept == "pdf") Assert.False(outcome.IsDone);
        else Assert.Equal(kept, outcome.Value.Name);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private FileCabinet Cabinet() => FolderCabinet.In(_folder);

    /// <summary>Gives bytes for ever; more than twice the limit is a fault of the reader.</summary>
    private sealed class EndlessStream : Stream
    {
        private long _read;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            _read += count;
            Assert.True(_read < 2 * 1024 * 1024, "Read on although it was too much.");
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
