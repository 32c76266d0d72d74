using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.Messages;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Declarations.Tables;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;
using FieldChange = HuaihuaPilotZone.Journal.FieldChange;

namespace HuaihuaPilotZone.Declarations.Orders;

/// <summary>Corrects an order of the book while no list is made of it, and writes it as CEB303. Every act names the enterprise, which comes from the sign-in.</summary>
public sealed class OrderEditing(PortalDbContext db, OrderBook book, DeclarationCheck check, CustomsTablesSource tables, PortalJournal journal, ChinaTime time)
{
    /// <summary>The act of correcting an order.</summary>
    public const string ChangedAct = "order.changed";

    private const string HasList = "这份订单已经建了清单，请在清单里修改。";
    private const string Taken = "订单里已有这个平台的同号订单。";

    /// <summary>
    /// Saves an order as typed, however wrong it is; the rules say what is wrong. Only its number is asked for, because people and lists find it by that.
    /// What is not of the order is left out.
    /// </summary>
    /// <param name="version">The version that the form showed.</param>
    public async Task<EditOutcome> ChangeAsync(int enterpriseId, string recordNo, int version, CustomsDocument typed, CancellationToken cancellation)
    {
        if (await book.FindAsync(enterpriseId, recordNo, cancellation) is not { } shown) return Outcome.Refused(OrderBook.Gone);
        if (shown.IsDrafted) return Outcome.Refused(HasList);
        var order = OrderPart.Of(ExportList.From(typed)).ToDocument();
        if (DeclarationProjection.Of(order).OrderNo is null) return Outcome.Refused(HeaderFields.OrderNo.PathAt(), "请填写订单编号。");
        var changes = DocumentDiff.Between(shown.Read(), order);
        if (changes.Count == 0) return Outcome.Done;
        if (shown.Version != version) return await ConflictAsync(shown, order, cancellation);
        var tracked = await db.KeptOrders.SingleAsync(o => o.Id == shown.Id, cancellation);
        db.Expect(tracked, version);
        tracked.Write(order);
        journal.Write(JournalSubjects.Order, recordNo, ChangedAct, order[HeaderFields.OrderNo], changes.Select(c => new FieldChange(c.Label, c.Old, c.New)));
        try
        {
            await db.SaveChangesAsync(cancellation);
            return Outcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            if (await book.FindAsync(enterpriseId, recordNo, cancellation) is not { } now) return Outcome.Refused(OrderBook.Gone);
            return now.IsDrafted ? Outcome.Refused(HasList) : await ConflictAsync(now, order, cancellation);
        }
        catch (DbUpdateException)
        {
            // the number stands once for each platform
            db.ChangeTracker.Clear();
            return Outcome.Refused(HeaderFields.OrderNo.PathAt(), Taken);
        }
    }

    /// <summary>Writes CEB303 电子订单 (for 9810 the booking order), unsigned; or says everything that stands against it.</summary>
    public async Task<Outcome<HandoverFile>> WriteAsync(KeptOrder order, CancellationToken cancellation)
    {
        using var output = new MemoryStream();
        var transmission = await check.TransmissionAsync(order.EnterpriseId, cancellation);
        var batch = new CebBatch([new CebItem(ExportList.From(order.Read()), order.RecordNo)], transmission, new DateTimeOffset(time.UtcNow), CebBatch.RandomGuid);
        var outcome = CebWriter.WriteOrders(output, batch, (await tables.ReadAsync(cancellation)).On(time.Today), cancellation);
        if (!outcome.IsWritten) return Outcome.Refused([.. outcome.Refusals.Select(r => new Refusal(r.Path, r.Reason))]);
        return new HandoverFile($"{HandoverFiles.RootOf(HandoverMessage.Order, DocumentKind.List)}_{order.RecordNo}.xml", output.ToArray());
    }

    /// <summary>What became of an order, newest first.</summary>
    public async Task<IReadOnlyList<JournalLine>> HistoryAsync(string recordNo, CancellationToken cancellation) =>
        (await journal.HistoryAsync(JournalSubjects.Order, recordNo, new PageRequest(1, 50), cancellation)).Rows;

    private async Task<EditOutcome> ConflictAsync(KeptOrder now, CustomsDocument mine, CancellationToken cancellation)
    {
        var last = await db.Journal.AsNoTracking().Where(l => l.Subject == JournalSubjects.Order && l.SubjectKey == now.RecordNo).OrderByDescending(l => l.Id).FirstOrDefaultAsync(cancellation);
        return new EditConflict(now.Version, last?.UserName, last?.At, [.. DocumentDiff.Between(now.Read(), mine).Select(c => new ConflictingValue(c.Label, c.Old, c.New))]);
    }
}
