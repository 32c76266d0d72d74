namespace HuaihuaPilotZone.Messages;

/// <summary>One mail to one person.</summary>
/// <param name="To">Address.</param>
/// <param name="Subject">Plain Chinese, one line.</param>
/// <param name="Text">Plain text.</param>
public sealed record Mail(string To, string Subject, string Text);

/// <summary>The one way mail leaves the portal. It is handed over at once and delivered in the background, so that no page waits for a mail server or fails with it.</summary>
public interface IMailSender
{
    Task SendAsync(Mail mail, CancellationToken cancellation);
}

/// <summary>What carries a mail away: a folder or an SMTP host.</summary>
public interface IMailTransport
{
    Task DeliverAsync(Mail mail, CancellationToken cancellation);
}
