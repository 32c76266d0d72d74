using System.Net;
using System.Net.Sockets;
using System.Text;
using HuaihuaPilotZone.Messages;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Tests.Messages;

/// <summary>Handing the same mail over twice leaves one file, or two mails that the receiver can tell to be the same.</summary>
public sealed class HandingMailOverTests
{
    private static readonly Mail _mail = new("0123456789abcdef0123456789abcdef", new DateTime(2026, 11, 22, 2, 0, 0, DateTimeKind.Utc), "a@example.invalid", "主题", "正文");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_file_outbox_has_one_file_for_one_mail()
    {
        var folder = Directory.CreateTempSubdirectory("pilotzone-mail-").FullName;
        var transport = new FileMailTransport(Options.Create(new MailOptions { Folder = "outbox" }), new Root(folder));

        await transport.DeliverAsync(_mail, Cancellation);
        await transport.DeliverAsync(_mail with { Text = "正文" }, Cancellation);
        await transport.DeliverAsync(_mail with { Id = "f" }, Cancellation);

        var files = Directory.EnumerateFiles(Path.Combine(folder, "outbox")).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal);
        Assert.Equal([$"20261122-100000-{_mail.Id}.txt", "20261122-100000-f.txt"], files);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task SMTP_carries_the_same_Message_ID_each_time()
    {
        using var server = new SmallMailServer();
        var transport = new SmtpMailTransport(Options.Create(new MailOptions { Host = "127.0.0.1", Port = server.Port, UseTls = false, From = "park@zone.example" }));

        var letters = new List<string>();
        for (var i = 0; i < 2; i++)
        {
            var received = server.ReceiveAsync(Cancellation);
            await transport.DeliverAsync(_mail, Cancellation);
            letters.Add(await received);
        }

        Assert.All(letters, l => Assert.Single(l.Split("\r\n"), line => line.Equals($"Message-ID: <{_mail.Id}@zone.example>", StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task A_mail_of_a_subscription_says_how_to_leave_with_one_click()
    {
        using var server = new SmallMailServer();
        var transport = new SmtpMailTransport(Options.Create(new MailOptions { Host = "127.0.0.1", Port = server.Port, UseTls = false, From = "park@zone.example" }));
        var address = $"https://portal.example/subscriptions/leave?key={new string('k', 300)}";
        var received = server.ReceiveAsync(Cancellation);

        await transport.DeliverAsync(_mail with { Leave = new Uri(address) }, Cancellation);

        // a header may go over several lines that begin with a blank
        var letter = (await received).Replace("\r\n ", " ", StringComparison.Ordinal);
        Assert.Contains($"List-Unsubscribe: <{address}>\r\n", letter, StringComparison.Ordinal);
        Assert.Contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n", letter, StringComparison.Ordinal);
    }

    private sealed class Root(string folder) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = "Testing";

        public string ApplicationName { get; set; } = "";

        public string ContentRootPath { get; set; } = folder;

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }

    /// <summary>Takes one mail per call and gives it back as it came over the wire.</summary>
    private sealed class SmallMailServer : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

        public SmallMailServer() => _listener.Start();

        public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

        public async Task<string> ReceiveAsync(CancellationToken cancellation)
        {
            using var client = await _listener.AcceptTcpClientAsync(cancellation);
            await using var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.UTF8);
            await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
            await writer.WriteLineAsync("220 test");
            var letter = new StringBuilder();
            while (await reader.ReadLineAsync(cancellation) is { } line)
            {
                if (line.StartsWith("QUIT", StringComparison.Ordinal)) break;
                if (!line.StartsWith("DATA", StringComparison.Ordinal))
                {
                    await writer.WriteLineAsync("250 ok");
                    continue;
                }
                await writer.WriteLineAsync("354 go on");
                while (await reader.ReadLineAsync(cancellation) is { } text && text != ".") letter.Append(text).Append("\r\n");
                await writer.WriteLineAsync("250 taken");
                return letter.ToString();
            }
            return letter.ToString();
        }

        public void Dispose() => _listener.Dispose();
    }
}
