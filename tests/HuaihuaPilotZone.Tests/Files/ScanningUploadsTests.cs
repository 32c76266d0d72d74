using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Files;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Tests.Files;

/// <summary>Uploads go past a scanner where one is named. It is played here: no ClamAV is at hand.</summary>
public sealed class ScanningUploadsTests : IAsyncDisposable
{
    private const string Mark = "SAMPLE-MARK-OF-A-VIRUS";

    private readonly TcpListener _scanner = new(IPAddress.Loopback, 0);
    private readonly List<byte[]> _seen = [];
    private readonly Task _playing;

    public ScanningUploadsTests()
    {
        _scanner.Start();
        _playing = PlayAsync();
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Address => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{((IPEndPoint)_scanner.LocalEndpoint).Port}");

    [Fact]
    public async Task What_the_scanner_finds_is_refused_and_lies_nowhere()
    {
        await using var portal = Portal.Own(("Files:Scanner", Address));
        var before = portal.Services.GetRequiredService<IFileStorage>().Hashes().Count();

        var clean = await KeepAsync(portal, SampleFiles.Pdf());
        // larger than one piece
        var large = SampleFiles.Pdf(new string('x', 200_000));
        Assert.True((await KeepAsync(portal, large)).IsDone);
        var infected = await KeepAsync(portal, SampleFiles.Pdf($"%{Mark}\n"));

        Assert.True(clean.IsDone);
        Assert.Equal((FileCabinet.Field, "查毒发现文件带有病毒或恶意代码，没有保存。"), (infected.Refusals[0].Field, infected.Refusals[0].Message));
        Assert.Equal(before + 2, portal.Services.GetRequiredService<IFileStorage>().Hashes().Count());
        Assert.Contains(_seen, s => s.AsSpan().SequenceEqual(large));
    }

    [Fact]
    public async Task While_the_scanner_is_away_nothing_is_kept_and_that_is_said()
    {
        await using var portal = Portal.Own(("Files:Scanner", Address));
        _scanner.Stop();

        var refused = await KeepAsync(portal, SampleFiles.Pdf());

        Assert.Equal("暂时不能查毒，文件没有保存，请稍后再试。", refused.Refusals[0].Message);
    }

    [Theory]
    [InlineData("clamav")]
    [InlineData("clamav:0")]
    [InlineData(":3310")]
    public async Task A_scanner_that_is_no_host_with_a_port_is_refused_at_the_start(string address)
    {
        var builder = Settings.Of(("Files:Scanner", address));
        builder.Services.AddFiles();
        await using var services = builder.Services.BuildServiceProvider();

        Assert.Contains("Files:Scanner", Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<FileStorageOptions>>().Value).Message, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        _scanner.Dispose();
        await _playing;
    }

    private static Task<Outcome<KeptFile>> KeepAsync(Portal portal, byte[] content) =>
        portal.InScopeAsync(s => s.GetRequiredService<FileCabinet>().KeepAsync("文件.pdf", new MemoryStream(content), Cancellation));

    /// <summary>As clamd speaks: a command that ends with a zero, pieces with their length before them, one of length 0, and an answer.</summary>
    private async Task PlayAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _scanner.AcceptTcpClientAsync();
                var stream = client.GetStream();
                var command = new byte["zINSTREAM\0".Length];
                await stream.ReadExactlyAsync(command);
                var content = new MemoryStream();
                var head = new byte[4];
                while (true)
                {
                    await stream.ReadExactlyAsync(head);
                    var length = BinaryPrimitives.ReadInt32BigEndian(head);
                    if (length == 0) break;
                    var piece = new byte[length];
                    await stream.ReadExactlyAsync(piece);
                    content.Write(piece);
                }
                _seen.Add(content.ToArray());
                var isFound = content.ToArray().AsSpan().IndexOf(Encoding.ASCII.GetBytes(Mark)) >= 0;
                await stream.WriteAsync(Encoding.ASCII.GetBytes(isFound ? "stream: Sample.Signature FOUND\0" : "stream: OK\0"));
            }
        }
        catch (Exception e) when (e is SocketException or InvalidOperationException or IOException)
        {
            // the test is over
        }
    }
}
