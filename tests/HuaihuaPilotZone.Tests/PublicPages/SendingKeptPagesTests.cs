using HuaihuaPilotZone.PublicPages;
using HuaihuaPilotZone.Web.Setup.PublicPages;
using Microsoft.AspNetCore.Http;

namespace HuaihuaPilotZone.Tests.PublicPages;

/// <summary>A kept page goes out as the bytes that are kept.</summary>
public sealed class SendingKeptPagesTests
{
    private const int Hits = 50;

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public void A_hit_takes_no_memory_of_the_size_of_its_page(string coding)
    {
        // noise, which no packing makes smaller
        var content = new byte[200_000];
        new Random(1).NextBytes(content);
        var page = new KeptPage(content)
        {
            Topics = [PublicTopic.News],
            Count = 0,
            MadeAt = new DateTime(2026, 11, 22, 2, 0, 0, DateTimeKind.Utc),
            FreshUntil = DateTimeOffset.MaxValue,
            Language = "zh-CN",
            Hits = new HitCount(),
        };
        Send(page, coding);
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < Hits; i++) Send(page, coding);

        var each = (GC.GetAllocatedBytesForCurrentThread() - before) / Hits;
        Assert.True(each < page.Brotli.Length / 10, $"A hit takes {each} bytes.");
    }

    private static void Send(KeptPage page, string coding)
    {
        var context = new DefaultHttpContext();
        context.Request.Method = HttpMethods.Get;
        context.Request.Headers.AcceptEncoding = coding;
        using var sent = new Counted();
        context.Response.Body = sent;

        // on this thread from first to last, or nothing could be counted
        Assert.True(PageSender.SendAsync(context, page).IsCompletedSuccessfully);
        Assert.Equal(coding == "br" ? page.Brotli.Length : page.Gzip.Length, sent.Written);
    }

    /// <summary>Keeps the number of bytes alone.</summary>
    private sealed class Counted : Stream
    {
        public long Written { get; private set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => Written;

        public override long Position { get => Written; set => throw new NotSupportedException(); }

        public override void Flush()
        {
        }

        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => Written += count;

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Written += buffer.Length;
            return ValueTask.CompletedTask;
        }
    }
}
