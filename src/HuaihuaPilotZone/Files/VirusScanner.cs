using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using HuaihuaPilotZone.Common;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Files;

/// <summary>
/// Has uploads looked through by a ClamAV daemon, where the operator names one (<see cref="FileStorageOptions.Scanner"/>): the content is sent to it piece by piece (INSTREAM)
/// before it is kept. Without an answer nothing is kept: a scanner that is away must not be a way around it.
/// </summary>
public sealed class VirusScanner(IOptions<FileStorageOptions> options, ILogger<VirusScanner> logger)
{
    internal const string Infected = "查毒发现文件带有病毒或恶意代码，没有保存。";
    internal const string Away = "暂时不能查毒，文件没有保存，请稍后再试。";

    private const int PieceLength = 64 * 1024;
    private const int LongestAnswer = 4096;

    private static readonly byte[] _command = "zINSTREAM\0"u8.ToArray();
    private static readonly byte[] _end = new byte[sizeof(int)];

    public async Task<Outcome> LookAsync(Stream content, CancellationToken cancellation)
    {
        if (FileStorageOptions.ReadScanner(options.Value.Scanner) is not var (host, port)) return Outcome.Done;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(TimeSpan.FromSeconds(options.Value.ScannerSeconds));
        try
        {
            var answer = await AskAsync(host, port, content, limit.Token);
            if (answer.EndsWith(" OK", StringComparison.Ordinal)) return Outcome.Done;
            logger.LogWarning("The virus scanner let an upload not pass: {Answer}", answer);
            return Outcome.Refused(FileCabinet.Field, answer.EndsWith(" FOUND", StringComparison.Ordinal) ? Infected : Away);
        }
        catch (Exception e) when (e is SocketException or IOException || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            logger.LogError(e, "The virus scanner did not answer");
            return Outcome.Refused(FileCabinet.Field, Away);
        }
    }

    private static async Task<string> AskAsync(string host, int port, Stream content, CancellationToken cancellation)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(host, port, cancellation);
        var stream = client.GetStream();
        await stream.WriteAsync(_command, cancellation);
        content.Position = 0;
        // each piece goes with its length before it, and one of length 0 ends it
        var piece = new byte[sizeof(int) + PieceLength];
        while (await content.ReadAsync(piece.AsMemory(sizeof(int)), cancellation) is > 0 and var read)
        {
            BinaryPrimitives.WriteInt32BigEndian(piece, read);
            await stream.WriteAsync(piece.AsMemory(0, sizeof(int) + read), cancellation);
        }
        await stream.WriteAsync(_end, cancellation);
        var answer = new byte[LongestAnswer];
        var length = await stream.ReadAtLeastAsync(answer, answer.Length, throwOnEndOfStream: false, cancellation);
        return Encoding.UTF8.GetString(answer, 0, length).Trim('\0', '\n', ' ');
    }
}
