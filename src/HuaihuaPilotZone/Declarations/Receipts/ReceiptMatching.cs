using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Messages;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Messages;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Declarations.Receipts;

/// <summary>
/// Brings receipts and documents of one enterprise together, whichever comes first, and moves the customs state forward. What it does is part
/// of the caller's transaction.
/// </summary>
public sealed class ReceiptMatching(PortalDbContext db, DeclarationEvents events, Outbox outbox, PortalJournal journal, ChinaTime time)
{
    /// <summary>The act of a receipt that found its document.</summary>
    internal const string MatchedAct = "declaration.receipt";

    private const int MostWaiting = 200;

    /// <summary>The enterprise's document that a receipt speaks of, or null. An order or waybill number counts once its document has been submitted.</summary>
    internal async Task<Declaration?> FindAsync(CustomsReceipt receipt, CancellationToken cancellation)
    {
        var own = db.Declarations.AsNoTracking().Where(d => d.EnterpriseId == receipt.EnterpriseId);
        if (DeclarationNumber.TryParseCopNo(receipt.CopNo, out var number) && await own.SingleOrDefaultAsync(d => d.Number == number, cancellation) is { } named) return named;
        if (receipt.PreNo is { } preNo && await own.Where(d => d.PreNo == preNo).OrderByDescending(d => d.Id).FirstOrDefaultAsync(cancellation) is { } reported) return reported;
        var submitted = own.Where(d => d.State != DeclarationState.Draft && d.State != DeclarationState.Withdrawn).OrderByDescending(d => d.Id);
        if (receipt is { PlatformCode: { } platform, OrderNo: { } order })
            return await submitted.FirstOrDefaultAsync(d => d.PlatformCode == platform && d.OrderNo == order, cancellation);
        return receipt is { CarrierCode: { } carrier, WaybillNo: { } waybill }
            ? await submitted.FirstOrDefaultAsync(d => d.CarrierCode == carrier && d.WaybillNo == waybill, cancellation)
            : null;
    }

    /// <summary>Joins a tracked receipt to its document: state, history, event. The caller saves and tells the enterprise.</summary>
    /// <returns>Whether the customs state moved.</returns>
    internal async Task<bool> JoinAsync(CustomsReceipt receipt, Declaration declaration, CancellationToken cancellation)
    {
        receipt.DeclarationId = declaration.Id;
        var read = receipt.Read();
        var state = ReceiptNumbers.SpeakOf(receipt.Message, declaration.Kind) ? StateOf(read.Meaning.Progress) : null;
        var moved = state is { } to && await MoveAsync(declaration.Id, to, receipt.Time, cancellation);
        journal.Write(JournalSubjects.Declaration, declaration.Number.ToString(), MatchedAct, $"{read.Message.Title}：{read.Meaning.Text}");
        await events.ReceiptAsync(declaration, receipt, read, moved ? state : null, cancellation);
        return moved;
    }

    /// <summary>Joins receipts that came before a document which is being submitted or handed over now.</summary>
    internal async Task JoinWaitingAsync(Declaration declaration, CancellationToken cancellation)
    {
        if (declaration.State is DeclarationState.Draft or DeclarationState.Withdrawn || declaration is { OrderNo: null, WaybillNo: null, PreNo: null }) return;
        var waiting = await db.CustomsReceipts
            .Where(r => r.EnterpriseId == declaration.EnterpriseId && r.DeclarationId == null)
            .Where(r => (r.OrderNo != null && r.OrderNo == declaration.OrderNo && r.PlatformCode == declaration.PlatformCode)
                || (r.WaybillNo != null && r.WaybillNo == declaration.WaybillNo && r.CarrierCode == declaration.CarrierCode)
                || (r.PreNo != null && r.PreNo == declaration.PreNo))
            .OrderBy(r => r.Time).ThenBy(r => r.Id).Take(MostWaiting).ToListAsync(cancellation);
        foreach (var receipt in waiting) await JoinAsync(receipt, declaration, cancellation);
        if (waiting.Count > 0) await TellAsync(declaration, waiting, cancellation);
    }

    /// <summary>One notice for all receipts of a document that came together; the newest is named.</summary>
    internal async Task TellAsync(Declaration declaration, IReadOnlyList<CustomsReceipt> receipts, CancellationToken cancellation)
    {
        var newest = receipts.MaxBy(r => r.Time ?? DateTime.MinValue)!.Read();
        var more = receipts.Count > 1 ? $"（共 {receipts.Count} 份）" : "";
        var filer = await db.Submissions.Where(s => s.DeclarationId == declaration.Id).OrderByDescending(s => s.Sequence).Select(s => s.SubmittedById).FirstOrDefaultAsync(cancellation);
        await outbox.NotifyAsync(
            Audience.Enterprise(declaration.EnterpriseId, filer),
            new NoticeDraft(
                MessageKind.ReceiptArrived, $"预申报 {declaration.Number} 有新回执：{newest.Meaning.Text}{more}",
                $"{newest.Message.Title}：{newest.Meaning.Text}{more}。{newest.Meaning.Next}", $"/enterprise/declarations/{declaration.Number}#receipts", declaration.EnterpriseId),
            cancellation);
    }

    /// <summary>Moves on unless a newer receipt has been there: one conditional UPDATE, so that two receipts at a time cannot set the state back.</summary>
    private async Task<bool> MoveAsync(int declarationId, CustomsState to, DateTime? at, CancellationToken cancellation)
    {
        var now = time.UtcNow;
        var moved = await db.Declarations.Where(d => d.Id == declarationId && (d.CustomsStateAt == null || d.CustomsStateAt <= at)).ExecuteUpdateAsync(
            set => set.SetProperty(d => d.CustomsState, to).SetProperty(d => d.CustomsStateAt, at).SetProperty(d => d.UpdatedAt, now), cancellation);
        return moved == 1;
    }

    /// <summary>Null for a code that the tables do not have: it is shown, and moves nothing.</summary>
    private static CustomsState? StateOf(CustomsProgress progress) => progress switch
    {
        CustomsProgress.Unknown => null,
        CustomsProgress.Draft or CustomsProgress.InProgress => CustomsState.InProgress,
        CustomsProgress.Failed => CustomsState.Failed,
        CustomsProgress.Accepted => CustomsState.Accepted,
        CustomsProgress.Held => CustomsState.Held,
        CustomsProgress.Released => CustomsState.Released,
        CustomsProgress.Closed => CustomsState.Closed,
        CustomsProgress.Returned => CustomsState.Returned,
        _ => throw new ArgumentOutOfRangeException(nameof(progress), progress, null),
    };
}
