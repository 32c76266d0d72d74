using System.Globalization;
using System.Security.Cryptography;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Enterprises.Applications;
using HuaihuaPilotZone.InformationRequests;
using HuaihuaPilotZone.Journal.Seals;
using HuaihuaPilotZone.Letters;

namespace HuaihuaPilotZone.FilingReceipts;

/// <summary>
/// The content that a receipt speaks of, as a row of values in a fixed order. What the record may rightly lose or gain later (answers,
/// states, contacts that are erased) is not part of it.
/// </summary>
public static class ReceiptCanon
{
    /// <summary>Hash over salt, number, kind, detail and content.</summary>
    public static string Hash(string salt, string number, FilingKind kind, string? detail, IEnumerable<string?> content) =>
        Convert.ToHexStringLower(SHA256.HashData(JournalCanon.Bytes(["v1", salt, number, kind.ToString(), detail, .. content])));

    /// <summary>What stands in the journal beside the number.</summary>
    public static string Note(string hash) => $"SHA-256 {hash}";

    internal static IEnumerable<string?> Of(Submission submission) =>
        [Text(submission.Sequence), submission.Kind.ToString(), Text(submission.SubmittedAt), submission.Document];

    /// <summary>Null once it was erased.</summary>
    internal static IEnumerable<string?>? Of(Letter letter) => letter.ErasedAt is not null
        ? null
        : [letter.Kind.ToString(), Text(letter.ReceivedAt), letter.Title, letter.Body, .. letter.Files.Select(f => f.File!.Hash).Order(StringComparer.Ordinal)];

    /// <summary>Null once it was erased.</summary>
    internal static IEnumerable<string?>? Of(InformationRequest request) => request.ErasedAt is not null
        ? null
        : [Text(request.ReceivedAt), request.Form.ToString(), request.Delivery.ToString(), request.Content];

    internal static IEnumerable<string?> Of(EntryApplication application) =>
        [Text(application.SubmittedAt), application.Name, application.EnglishName, application.CreditCode, application.Type.ToString(), application.Intent];

    private static string Text(DateTime at) => at.Ticks.ToString(CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
