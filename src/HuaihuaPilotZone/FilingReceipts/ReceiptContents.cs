using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.FilingReceipts;

/// <summary>A receipt, held against the content as it stands now.</summary>
public sealed record ComparedReceipt(FilingReceipt Receipt, ReceiptState State);

/// <summary>Holds receipts against their contents.</summary>
public sealed class ReceiptContents(PortalDbContext db)
{
    private const int AtATime = 100;

    /// <summary>The next receipts in the order they were given, each held against its content.</summary>
    public async Task<IReadOnlyList<ComparedReceipt>> NextAsync(int after, CancellationToken cancellation) =>
        (await WithContent(db.FilingReceipts.Where(r => r.Id > after)).OrderBy(r => r.Id).Take(AtATime).ToListAsync(cancellation)).ConvertAll(Compare);

    /// <summary>One receipt; null where there is none of that number.</summary>
    public async Task<ComparedReceipt?> FindAsync(string number, CancellationToken cancellation) =>
        await WithContent(db.FilingReceipts.Where(r => r.Number == number)).OrderBy(r => r.Id).FirstOrDefaultAsync(cancellation) is { } receipt ? Compare(receipt) : null;

    private static IQueryable<FilingReceipt> WithContent(IQueryable<FilingReceipt> receipts) => receipts.AsNoTracking().AsSplitQuery()
        .Include(r => r.JournalLine).Include(r => r.Submission).Include(r => r.InformationRequest).Include(r => r.EntryApplication)
        .Include(r => r.Letter!.Files).ThenInclude(f => f.File);

    private static ComparedReceipt Compare(FilingReceipt receipt)
    {
        if (!IsJournalled(receipt)) return new ComparedReceipt(receipt, ReceiptState.Changed);
        if (receipt.ReplacedAt is not null) return new ComparedReceipt(receipt, ReceiptState.Replaced);
        if (Content(receipt) is not { } content) return new ComparedReceipt(receipt, ReceiptState.Erased);
        var hash = ReceiptCanon.Hash(receipt.Salt, receipt.Number, receipt.Kind, receipt.Detail, content);
        return new ComparedReceipt(receipt, hash == receipt.ContentHash ? ReceiptState.Genuine : ReceiptState.Changed);
    }

    /// <summary>Whether the journal tells the same hash: whoever changes content and receipt alike would have to change a sealed line as well.</summary>
    private static bool IsJournalled(FilingReceipt receipt) =>
        receipt.JournalLine is { Subject: JournalSubjects.FilingReceipt } line && line.SubjectKey == receipt.Number && line.Note == ReceiptCanon.Note(receipt.ContentHash);

    private static IEnumerable<string?>? Content(FilingReceipt receipt) => receipt switch
    {
        { Submission: { } submission } => ReceiptCanon.Of(submission),
        { Letter: { } letter } => ReceiptCanon.Of(letter),
        { InformationRequest: { } request } => ReceiptCanon.Of(request),
        { EntryApplication: { } application } => ReceiptCanon.Of(application),
        _ => [],
    };
}
