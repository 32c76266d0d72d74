using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Corridors.Bookings.Quotes;

/// <summary>A request for quotes as the park sees it: that it is there and how far it has come.</summary>
/// <param name="Asked">Providers that were asked.</param>
/// <param name="Answered">Those of them that quoted or declined.</param>
public sealed record OverseenRequest(
    int Id, string Number, int CustomerId, string CustomerName, string Goods, string FromPlace, string ToPlace, RequestState State, DateOnly ReadyOn, DateOnly AnswerBy, int Asked, int Answered, DateTime CreatedAt);

/// <summary>A provider that was asked, and whether it answered; never what it offered.</summary>
public sealed record OverseenInvitation(int ProviderId, string ProviderName, InvitationState State, DateTime? AnsweredAt);

/// <summary>A request with whom it was sent to and the orders that came of it.</summary>
public sealed record OverseenQuotes(OverseenRequest Request, IReadOnlyList<OverseenInvitation> Invitations, IReadOnlyList<string> Orders);

/// <summary>An order as the park sees it, with the price that was chosen.</summary>
/// <param name="Stars">Of its review; null while there is none.</param>
public sealed record OverseenOrder(
    int Id, string Number, string RequestNumber, int CustomerId, string CustomerName, int ProviderId, string ProviderName, string Goods, string FromPlace, string ToPlace, OrderState State, QuoteBasis? Basis, long? Cents, int? Days,
    int? Stars, DateTime PlacedAt, DateTime MovedAt);

/// <summary>What the park's lists of requests and orders are narrowed to.</summary>
public sealed record OverseenFilter<TState, TSort>(string? Text = null, TState? State = null, TSort Sort = default, bool Descending = true)
    where TState : struct, Enum
    where TSort : struct, Enum;

/// <summary>In which order requests are listed.</summary>
public enum RequestSort
{
    Made,
    AnswerBy,
}

/// <summary>In which order orders are listed.</summary>
public enum OrderSort
{
    Placed,
    Moved,
}

/// <summary>
/// Requests and orders of all enterprises for the park, which reads only. What a provider offered is between it and the one who asked: the park sees
/// who was asked and who answered, and a price only when it was chosen and became an order.
/// </summary>
public sealed class QuoteOverview(PortalDbContext db, PortalJournal journal)
{
    private const int MostOrders = 20;

    public Task<Page<OverseenRequest>> RequestsAsync(OverseenFilter<RequestState, RequestSort> filter, PageRequest page, CancellationToken cancellation) => Requests(filter).ToPageAsync(page, cancellation);

    /// <summary>All rows of a list, for a file.</summary>
    public IAsyncEnumerable<OverseenRequest> StreamRequestsAsync(OverseenFilter<RequestState, RequestSort> filter) => Requests(filter).AsAsyncEnumerable();

    /// <summary>One request; null for an unknown number.</summary>
    public async Task<OverseenQuotes?> RequestAsync(string number, CancellationToken cancellation)
    {
        if (await Rows(db.QuoteRequests.AsNoTracking().Where(r => r.Number == number)).SingleOrDefaultAsync(cancellation) is not { } request) return null;
        var invitations = await db.QuoteInvitations.Where(i => i.RequestId == request.Id).OrderBy(i => i.Id)
            .Select(i => new OverseenInvitation(i.ProviderId, i.Provider!.Name, i.State, i.AnsweredAt)).Take(QuoteDesk.MostProviders).ToListAsync(cancellation);
        var orders = await db.TransportOrders.Where(o => o.RequestId == request.Id).OrderByDescending(o => o.Id).Select(o => o.Number).Take(MostOrders).ToListAsync(cancellation);
        return new OverseenQuotes(request, invitations, orders);
    }

    public Task<Page<OverseenOrder>> OrdersAsync(OverseenFilter<OrderState, OrderSort> filter, PageRequest page, CancellationToken cancellation) => Orders(filter).ToPageAsync(page, cancellation);

    /// <summary>All rows of a list, for a file.</summary>
    public IAsyncEnumerable<OverseenOrder> StreamOrdersAsync(OverseenFilter<OrderState, OrderSort> filter) => Orders(filter).AsAsyncEnumerable();

    /// <summary>One order; null for an unknown number.</summary>
    public Task<OverseenOrder?> OrderAsync(string number, CancellationToken cancellation) => Rows(db.TransportOrders.AsNoTracking().Where(o => o.Number == number)).SingleOrDefaultAsync(cancellation);

    /// <summary>What was done about an order, newest first.</summary>
    public Task<Page<JournalLine>> OrderHistoryAsync(string number, PageRequest page, CancellationToken cancellation) => journal.HistoryAsync(JournalSubjects.TransportOrder, number, page, cancellation);

    private IQueryable<OverseenRequest> Requests(OverseenFilter<RequestState, RequestSort> filter)
    {
        var requests = db.QuoteRequests.AsNoTracking();
        if (filter.State is { } state) requests = requests.Where(r => r.State == state);
        if (SearchWord.Of(filter.Text) is { } word)
            requests = requests.Where(r => r.Number.Contains(word) || r.Goods.Contains(word) || r.FromPlace.Contains(word) || r.ToPlace.Contains(word) || r.Enterprise!.Name.Contains(word));
        return Rows((filter.Sort, filter.Descending) switch
        {
            (RequestSort.AnswerBy, false) => requests.OrderBy(r => r.AnswerBy).ThenBy(r => r.Id),
            (RequestSort.AnswerBy, true) => requests.OrderByDescending(r => r.AnswerBy).ThenByDescending(r => r.Id),
            (_, false) => requests.OrderBy(r => r.Id),
            _ => requests.OrderByDescending(r => r.Id),
        });
    }

    private static IQueryable<OverseenRequest> Rows(IQueryable<QuoteRequest> requests) => requests.Select(r => new OverseenRequest(
        r.Id, r.Number, r.EnterpriseId, r.Enterprise!.Name, r.Goods, r.FromPlace, r.ToPlace, r.State, r.ReadyOn, r.AnswerBy, r.Invitations.Count, r.Invitations.Count(i => i.State != InvitationState.Sent), r.CreatedAt));

    private IQueryable<OverseenOrder> Orders(OverseenFilter<OrderState, OrderSort> filter)
    {
        var orders = db.TransportOrders.AsNoTracking();
        if (filter.State is { } state) orders = orders.Where(o => o.State == state);
        if (SearchWord.Of(filter.Text) is { } word)
            orders = orders.Where(o => o.Number.Contains(word) || o.Request!.Number.Contains(word) || o.Request.Goods.Contains(word) || o.Customer!.Name.Contains(word) || o.Provider!.Name.Contains(word));
        return Rows((filter.Sort, filter.Descending) switch
        {
            (OrderSort.Moved, false) => orders.OrderBy(o => o.MovedAt).ThenBy(o => o.Id),
            (OrderSort.Moved, true) => orders.OrderByDescending(o => o.MovedAt).ThenByDescending(o => o.Id),
            (_, false) => orders.OrderBy(o => o.Id),
            _ => orders.OrderByDescending(o => o.Id),
        });
    }

    private IQueryable<OverseenOrder> Rows(IQueryable<TransportOrder> orders) => orders.Select(o => new OverseenOrder(
        o.Id, o.Number, o.Request!.Number, o.CustomerId, o.Customer!.Name, o.ProviderId, o.Provider!.Name, o.Request.Goods, o.Request.FromPlace, o.Request.ToPlace, o.State, o.Invitation!.Basis, o.Invitation.Cents, o.Invitation.Days,
        db.ProviderReviews.Where(r => r.OrderId == o.Id).Select(r => (int?)r.Stars).FirstOrDefault(), o.PlacedAt, o.MovedAt));
}
