using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Messages;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Corridors.Bookings.Quotes;

/// <summary>Orders that came of quotes: each side has its own steps, and the other one is told.</summary>
public sealed class OrderDesk(PortalDbContext db, Outbox outbox, PortalJournal journal, ChinaTime time)
{
    private static readonly Dictionary<OrderStep, (OrderState From, OrderState To, string Act, bool IsOfProvider, bool NeedsReason)> _steps = new()
    {
        [OrderStep.Accept] = (OrderState.Placed, OrderState.Accepted, QuoteActs.Accepted, true, false),
        [OrderStep.Decline] = (OrderState.Placed, OrderState.Declined, QuoteActs.Declined, true, true),
        [OrderStep.Finish] = (OrderState.Accepted, OrderState.Done, QuoteActs.Done, false, false),
        [OrderStep.Cancel] = (OrderState.Placed, OrderState.Cancelled, QuoteActs.Cancelled, false, true),
    };

    /// <summary>The steps that a side may take from a state.</summary>
    public static IReadOnlyList<OrderStep> StepsFrom(OrderState state, bool isProvider) => [.. _steps.Where(s => s.Value.From == state && s.Value.IsOfProvider == isProvider).Select(s => s.Key)];

    /// <summary>Takes a step. An order that comes to nothing opens its request again.</summary>
    /// <param name="enterpriseId">The side that acts.</param>
    /// <param name="version">The version that the page showed.</param>
    /// <param name="note">What the other side reads; a reason where one is needed.</param>
    public async Task<Outcome> StepAsync(string number, int enterpriseId, OrderStep step, int version, string? note, CancellationToken cancellation)
    {
        var (from, to, act, isOfProvider, needsReason) = _steps[step];
        var order = await db.TransportOrders.Include(o => o.Request).SingleOrDefaultAsync(o => o.Number == number && (o.CustomerId == enterpriseId || o.ProviderId == enterpriseId), cancellation);
        if (order is null) return Outcome.Refused("没有这份订单。");
        if (isOfProvider != (order.ProviderId == enterpriseId)) return Outcome.Refused("这一步由另一方办理。");
        if (order.State != from) return Outcome.Refused($"这份订单现在是“{order.State.Word()}”，请核对后再操作。");
        if (needsReason && note is null) return Outcome.Refused("Note", "请写明原因，对方会看到。");
        db.Expect(order, version);
        (order.State, order.Answer, order.MovedAt) = (to, note ?? order.Answer, time.UtcNow);
        if (to is OrderState.Declined or OrderState.Cancelled) order.Request!.State = RequestState.Open;
        journal.Write(JournalSubjects.TransportOrder, number, act, note);
        var other = isOfProvider ? order.CustomerId : order.ProviderId;
        await outbox.NotifyAsync(
            Audience.Enterprise(other, isOfProvider ? order.PlacedById : null),
            new NoticeDraft(MessageKind.BookingMoved, $"订单 {number}：{to.Word()}", $"{order.Request!.Goods}。{note}", $"/enterprise/transport-orders/{number}", other), cancellation);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return Outcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Outcome.Refused("您打开之后，他人已处理了这份订单。请核对最新内容后再操作。");
        }
    }
}
