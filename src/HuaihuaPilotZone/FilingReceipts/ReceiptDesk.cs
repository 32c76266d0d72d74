using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.FilingReceipts;

/// <summary>A receipt as anybody may see it who has number and check code.</summary>
/// <param name="SealNumber">Block of the journal's chain that holds the line with the hash; null until it was sealed.</param>
public sealed record PublicReceipt(string Number, string CheckCode, FilingKind Kind, DateTime IssuedAt, string ContentHash, ReceiptState State, int? SealNumber);

/// <summary>A receipt of a record, for whoever may see the record.</summary>
public sealed record ReceiptLink(string Number, string CheckCode, FilingKind Kind, DateTime IssuedAt);

/// <summary>Shows receipts. A number without its check code is answered like one that was never given.</summary>
public sealed class ReceiptDesk(PortalDbContext db, ReceiptContents contents)
{
    /// <summary>A receipt, held against its content; null when number and code do not belong together.</summary>
    public async Task<PublicReceipt?> LookAsync(string? number, string? code, CancellationToken cancellation)
    {
        if (number is null || code is null) return null;
        var (wanted, typed) = (Tidy(number), Tidy(code).Replace("-", "", StringComparison.Ordinal));
        if (wanted.Length is 0 or > FilingReceipt.NumberMaxLength || await contents.FindAsync(wanted, cancellation) is not { } found) return null;
        var receipt = found.Receipt;
        if (!string.Equals(receipt.CheckCode, typed, StringComparison.Ordinal)) return null;
        return new PublicReceipt(receipt.Number, receipt.CheckCode, receipt.Kind, receipt.IssuedAt, receipt.ContentHash, found.State, await SealOfAsync(receipt.JournalLineId, cancellation));
    }

    /// <summary>All receipts of one record, the first one first.</summary>
    public async Task<IReadOnlyList<ReceiptLink>> OfAsync(string subjectKey, CancellationToken cancellation) =>
        await db.FilingReceipts.Where(r => r.SubjectKey == subjectKey).OrderBy(r => r.Id).Take(100)
            .Select(r => new ReceiptLink(r.Number, r.CheckCode, r.Kind, r.IssuedAt)).ToListAsync(cancellation);

    private async Task<int?> SealOfAsync(long line, CancellationToken cancellation)
    {
        var late = await db.LateLines.Where(l => l.JournalLineId == line).Select(l => (int?)l.SealNumber).FirstOrDefaultAsync(cancellation);
        return late ?? await db.JournalSeals.Where(s => s.Kind == Journal.Seals.JournalSealKind.Range && s.AfterLineId < line && s.LastLineId >= line)
            .OrderBy(s => s.Number).Select(s => (int?)s.Number).FirstOrDefaultAsync(cancellation);
    }

    private static string Tidy(string typed) => UnicodeText.Normalize(typed.Trim(), System.Text.NormalizationForm.FormKC).ToUpperInvariant();
}
