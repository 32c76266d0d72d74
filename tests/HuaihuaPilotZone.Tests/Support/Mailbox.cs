using System.Text.RegularExpressions;

namespace HuaihuaPilotZone.Tests.Support;

/// <summary>Reads the file outbox as the receiver of a mail.</summary>
/// <param name="outbox">Where mail is written as files.</param>
internal sealed partial class Mailbox(string outbox)
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);

    /// <summary>Waits for a mail to an address; mail is delivered in the background.</summary>
    /// <param name="about">Words that must be in it.</param>
    public async Task<string> ReceiveAsync(string address, string about = "")
    {
        var until = DateTime.UtcNow + _patience;
        while (DateTime.UtcNow < until)
        {
            if (MailsTo(address).Find(m => m.Contains(about, StringComparison.Ordinal)) is { } mail) return mail;
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
        throw new TimeoutException($"No mail about '{about}' came to {address}.");
    }

    /// <summary>All mails to an address so far.</summary>
    public List<string> MailsTo(string address) => !Directory.Exists(outbox)
        ? []
        : [.. Directory.EnumerateFiles(outbox).Select(Read).Where(m => m.StartsWith($"收件人：{address}\n", StringComparison.Ordinal))];

    /// <summary>The link in a mail or on a page, as a local address.</summary>
    public static string LinkIn(string text) => Link().Match(text) is { Success: true } found
        ? new Uri(found.Value).PathAndQuery
        : throw new InvalidOperationException("There is no link in: " + text);

    private static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (IOException)
        {
            // being written at this moment
            return "";
        }
    }

    [GeneratedRegex(@"https?://[^\s<]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
