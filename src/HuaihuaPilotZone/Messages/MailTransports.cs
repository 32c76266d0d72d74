using System.Globalization;
using System.Net;
using System.Net.Mail;
using System.Text;
using HuaihuaPilotZone.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Messages;

/// <summary>Writes each mail as a file: the outbox of Development and of tests.</summary>
public sealed class FileMailTransport(IOptions<MailOptions> options, IHostEnvironment environment, ChinaTime time) : IMailTransport
{
    public async Task DeliverAsync(Mail mail, CancellationToken cancellation)
    {
        var folder = Path.Combine(environment.ContentRootPath, options.Value.Folder);
        Directory.CreateDirectory(folder);
        var name = string.Create(CultureInfo.InvariantCulture, $"{time.Now:yyyyMMdd-HHmmss}-{Guid.NewGuid():N}.txt");
        var text = $"收件人：{mail.To}\n主题：{mail.Subject}\n\n{mail.Text}\n";
        await File.WriteAllTextAsync(Path.Combine(folder, name), text, Encoding.UTF8, cancellation);
    }
}

/// <summary>Sends mail through the configured SMTP host.</summary>
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
        await client.SendMailAsync(message, cancellation);
    }
}
