using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace HuaihuaPilotZone.Customs.Messages;

/// <summary>
/// What customs, E-Port or the Single Window says about one document. All receipts have this shape: the CEB receipts (304 to 712), 792, 816,
/// 818, 900, DecImportResponse and the responses in DxpRep.
/// </summary>
public sealed partial record Receipt
{
    private Receipt(MessageLayout message, MessageRecord record, MessageRecord head)
    {
        Message = message;
        Record = record;
        Head = head;
    }

    public MessageLayout Message { get; }

    /// <summary>The whole record, for what is not named here: entryId of CEB792, the taxes of CEB816.</summary>
    public MessageRecord Record { get; }

    /// <summary>The record that holds the values below.</summary>
    public MessageRecord Head { get; }

    /// <summary>Number of the receipt itself; null where receipts have none.</summary>
    public string? Guid { get; private init; }

    /// <summary>The elements that tell for which document the receipt is, with their values; without those that have none.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Key { get; private init; } = [];

    /// <summary>The state as received; empty when there is none.</summary>
    public string StatusText { get; private init; } = "";

    /// <summary>The state as a number; null when it is none.</summary>
    public int? Status { get; private init; }

    /// <summary>To the millisecond; null when it is missing or cannot be read.</summary>
    public DateTimeOffset? Time { get; private init; }

    /// <summary>What the receipt says in words; empty when nothing.</summary>
    public string Info { get; private init; } = "";

    /// <summary>The error codes in state and words, each once, with their meaning.</summary>
    public IReadOnlyList<CodeMeaning> Codes { get; private init; } = [];

    /// <summary>What the state means and what to do next.</summary>
    public CodeMeaning Meaning { get; private init; } = ReturnStatuses.Of(null);

    /// <summary>The same for the same receipt arriving again, whatever file it comes in.</summary>
    public string Identity { get; private init; } = "";

    /// <summary>The receipt that a document of a received message is; null for messages that a company sends.</summary>
    public static Receipt? From(MessageLayout message, MessageRecord record)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(record);
        if (message.IsSent) return null;
        var head = record.Head;
        var status = First(head, "returnStatus", "decState", "status", "ResponseCode")?.Trim() ?? "";
        var info = First(head, "returnInfo", "ErrorMessage", "ResponseInfo") ?? "";
        var key = message.NaturalKey.Where(k => First(head, k) is not null).Select(k => KeyValuePair.Create(k, head[k]!)).ToList();
        var time = First(head, "returnTime", "opDate");
        return new Receipt(message, record, head)
        {
            Guid = First(head, "guid"),
            Key = key,
            StatusText = status,
            Status = int.TryParse(status, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null,
            Time = MessageTimes.Read(time, MessageTimes.Millisecond),
            Info = info,
            Codes = CodesOf(message, status, info),
            Meaning = MeaningOf(message, status),
            Identity = IdentityOf([message.Name, .. key.Select(k => k.Value), First(head, "msgSeqNo"), status, time, info]),
        };
    }

    /// <summary>
    /// The receipt that counts: the newest by its own time, since receipts may arrive late or twice. Without any time the last one.
    /// </summary>
    /// <param name="receipts">For one document, in the order in which they arrived.</param>
    public static Receipt? Current(IEnumerable<Receipt> receipts) =>
        receipts.Aggregate((Receipt?)null, (current, next) => current is null || (next.Time ?? DateTimeOffset.MinValue) >= (current.Time ?? DateTimeOffset.MinValue) ? next : current);

    [GeneratedRegex("(?<![0-9A-Za-z-])-[1-8][0-9]{4,5}(?![0-9])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BusinessCode();

    private static string? First(MessageRecord head, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (head.Block.Find(name) is { } element) return head[element];
        }

        return null;
    }

    // The specification does not give the words a form [?], so the codes are found by their shape.
    private static List<CodeMeaning> CodesOf(MessageLayout message, string status, string info)
    {
        var codes = BusinessCode().Matches(info).Select(m => m.Value);
        if (status.StartsWith('-') || message.Family == MessageFamily.Dxp) codes = codes.Prepend(status);
        return [.. codes.Distinct(StringComparer.Ordinal).Select(ErrorCodes.Of)];
    }

    private static CodeMeaning MeaningOf(MessageLayout message, string status) => message.Name switch
    {
        "CEB792Message" => Unlisted(status, "报关单状态由海关定，规范没有列出取值"),
        "CEB816Message" or "CEB818Message" => Unlisted(status, "电子税单状态，规范没有列出取值"),
        "DecImportResponse" when status == "0" => new CodeMeaning(status, "导入成功（待核）", CustomsProgress.Draft, "请在国际贸易单一窗口核对后申报。", IsKnown: true),
        "DecImportResponse" => new CodeMeaning(status, "导入没有成功（待核）", CustomsProgress.Failed, "请按错误信息改正后重新导入。", IsKnown: false),
        "DxpRep" => ErrorCodes.Of(status) is { IsKnown: true } known ? known : Unlisted(status, "交换平台响应代码，含义未收录"),
        _ => ReturnStatuses.Of(status),
    };

    private static CodeMeaning Unlisted(string status, string text) => new(status, text, CustomsProgress.Unknown, "请在国际贸易单一窗口查询。", IsKnown: false);

    // parts with their lengths, so that no two lists of parts give the same text
    private static string IdentityOf(IEnumerable<string?> parts)
    {
        var text = string.Concat(parts.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p?.Length ?? -1}:{p};")));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}

/// <summary>A file of receipts.</summary>
/// <param name="Message">The message of the root; null when it is not known.</param>
/// <param name="Receipts">In the order of the file; empty when the message is not a receipt.</param>
/// <param name="Problems">What is wrong with the file; receipts before a fault are kept.</param>
/// <param name="Tolerances">What was put up with.</param>
public sealed record ReceiptFile(MessageLayout? Message, IReadOnlyList<Receipt> Receipts, IReadOnlyList<MessageProblem> Problems, IReadOnlyList<MessageTolerance> Tolerances)
{
    /// <summary>Reads a file. A wrong file never makes it throw.</summary>
    public static ReceiptFile Read(Stream input, MessageReadingOptions? options = null)
    {
        using var reader = MessageReader.Open(input, options);
        var receipts = new List<Receipt>();
        while (reader.Message is { IsSent: false } message && reader.ReadEntity() is { } record) receipts.Add(Receipt.From(message, record)!);
        return new ReceiptFile(reader.Message, receipts, reader.Problems, reader.Tolerances);
    }
}
