namespace HuaihuaPilotZone.Messages;

/// <summary>One mail as it is handed over.</summary>
/// <param name="Id">Stays the same however often it is handed over: letters and digits.</param>
/// <param name="WrittenAt">UTC.</param>
/// <param name="To">Address.</param>
/// <param name="Subject">Plain Chinese, one line.</param>
/// <param name="Text">Plain text.</param>
/// <param name="Leave">Where a POST alone ends the subscription that the mail belongs to; null for other mails.</param>
public sealed record Mail(string Id, DateTime WrittenAt, string To, string Subject, string Text, Uri? Leave = null)
{
    /// <summary>What tells a mail program how its reader leaves with one click (RFC 2369, RFC 8058); empty for a mail that is no subscription.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers => Leave is null
        ? []
        : [("List-Unsubscribe", $"<{Leave.AbsoluteUri}>"), ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")];
}

/// <summary>What carries a mail away: a folder or an SMTP host. Handing the same mail over twice must leave one mail, or two that the receiver can tell to be the same.</summary>
public interface IMailTransport
{
    Task DeliverAsync(Mail mail, CancellationToken cancellation);
}
