namespace HuaihuaPilotZone.Messages;

/// <summary>One mail to one person.</summary>
/// <param name="To">Address.</param>
/// <param name="Subject">Plain Chinese, one line.</param>
/// <param name="Text">Plain text.</param>
public sealed record Mail(string To, string Subject, string Text);

/// <summary>The one way mail leaves the portal.</summary>
public interface IMailSender
{
    Task SendAsync(Mail mail, CancellationToken cancellation);
}
