using System.Globalization;
using System.Security.Cryptography;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Enterprises.Applications;
using HuaihuaPilotZone.InformationRequests;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Letters;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.FilingReceipts;

/// <summary>Gives receipts, beside the act they are for: it adds, the caller saves both or neither.</summary>
public sealed class ReceiptGiver(PortalDbContext db, PortalJournal journal, ChinaTime time)
{
    // without signs that look alike, as in query codes
    private const string Signs = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const int CodeLength = 8;
    private const int SaltBytes = 16;

    /// <summary>For a pre-declaration that was submitted to the park.</summary>
    internal FilingReceipt GiveFor(DeclarationNumber number, Submission submission) =>
        Give(string.Create(CultureInfo.InvariantCulture, $"{number}-S{submission.Sequence}"), FilingKind.Submission, number.ToString(), null, ReceiptCanon.Of(submission), submission: submission);

    /// <summary>For the report that a document was imported into the Single Window.</summary>
    /// <param name="detail">Day and number that were reported.</param>
    internal FilingReceipt GiveForHandOver(DeclarationNumber number, Submission last, string detail) =>
        Give(string.Create(CultureInfo.InvariantCulture, $"{number}-H{last.Sequence}"), FilingKind.HandOver, number.ToString(), detail, ReceiptCanon.Of(last), submission: last);

    internal FilingReceipt GiveFor(Letter letter) => Give(Once(letter.Number), FilingKind.Letter, letter.Number, null, ReceiptCanon.Of(letter)!, letter: letter);

    internal FilingReceipt GiveFor(InformationRequest request) =>
        Give(Once(request.Number), FilingKind.InformationRequest, request.Number, null, ReceiptCanon.Of(request)!, request: request);

    /// <summary>For the content that an applicant has corrected; the receipt of before says so from now on. Inside a transaction.</summary>
    internal async Task<FilingReceipt> GiveAgainAsync(InformationRequest request, CancellationToken cancellation)
    {
        var now = time.UtcNow;
        await db.FilingReceipts.Where(r => r.InformationRequestId == request.Id && r.ReplacedAt == null).ExecuteUpdateAsync(set => set.SetProperty(r => r.ReplacedAt, now), cancellation);
        return Give($"{request.Number}-R2", FilingKind.InformationRequest, request.Number, null, ReceiptCanon.Of(request)!, request: request);
    }

    internal FilingReceipt GiveFor(EntryApplication application) =>
        Give(Once(application.Number), FilingKind.EntryApplication, application.Number, null, ReceiptCanon.Of(application), application: application);

    /// <summary>What is filed once has one receipt.</summary>
    public static string Once(string number) => $"{number}-R";

    private FilingReceipt Give(
        string number, FilingKind kind, string subject, string? detail, IEnumerable<string?> content,
        Submission? submission = null, Letter? letter = null, InformationRequest? request = null, EntryApplication? application = null)
    {
        var salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SaltBytes));
        var hash = ReceiptCanon.Hash(salt, number, kind, detail, content);
        var receipt = new FilingReceipt
        {
            Number = number,
            Kind = kind,
            SubjectKey = subject,
            Detail = detail,
            CheckCode = RandomNumberGenerator.GetString(Signs, CodeLength),
            Salt = salt,
            ContentHash = hash,
            IssuedAt = time.UtcNow,
            JournalLine = journal.Write(JournalSubjects.FilingReceipt, number, FilingReceiptActs.Issued, ReceiptCanon.Note(hash)),
            Submission = submission,
            Letter = letter,
            InformationRequest = request,
            EntryApplication = application,
        };
        db.FilingReceipts.Add(receipt);
        return receipt;
    }
}
