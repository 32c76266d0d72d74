using System.Globalization;
using System.Net;
using System.Net.Mail;
using System.Text;
using HuaihuaPilotZone.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Messages;

/// <summary>Writes each mail as a file: the outbox of Development and of tests. The same mail is always the same file.</summary>
public sealed class FileMailTransport(IOptions<MailOptions> options, IHostEnvironment environment) : IMailTransport
{
    public async Task DeliverAsync(Mail mail, CancellationToken cancellation)
    {
        var folder = Path.Combine(environment.ContentRootPath, options.Value.Folder);
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{ChinaTime.FromUtc(mail.WrittenAt):yyyyMMdd-HHmmss}-{mail.Id}.txt"));
        var half = Path.ChangeExtension(file, ".tmp");
        await File.WriteAllTextAsync(half, $"收件人：{mail.To}\n主题：{mail.Subject}\n{string.Concat(mail.Headers.Select(h => $"{h.Name}: {h.Value}\n"))}\n{mail.Text}\n", Encoding.UTF8, cancellation);
        File.Move(half, file, overwrite: true);
    }
}

/// <summary>Sends mail through the configured SMTP host. The same mail always carries the same Message-ID, by which receivers know it again.</summary>
public sealed class SmtpMailTransport(IOptions<MailOptions> options) : IMailTransport
{
    public async Task DeliverAsync(Mail mail, CancellationToken cancellation)
    {
        var o = options.Value;
        using var client = new SmtpClient(o.Host, o.Port) { EnableSsl = o.UseTls };
        if (!string.IsNullOrEmpty(o.User)) client.Credentials = new NetworkCredential(o.User, o.Password);
        using var message = new MailMessage(o.From, mail.To, mail.Subject, mail.Text)
        {
            BodyEncoding = Encoding.UTF8,
            SubjectEncoding = Encoding.UTF8,
        };
        message.Headers.Add("Message-ID", $"<{mail.Id}@{message.From!.Host}>");
        foreach (var (name, value) in mail.Headers) message.Headers.Add(name, value);
        await client.SendMailAsync(message, cancellation);
    }
}
