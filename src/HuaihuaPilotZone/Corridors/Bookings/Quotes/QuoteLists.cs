using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Corridors.Bookings.Quotes;

/// <summary>A provider in the directory.</summary>
/// <param name="Orders">Orders that it has done here.</param>
/// <param name="Reviews">Reviews that can be seen.</param>
/// <param name="Stars">Of all of them together.</param>
public sealed record ProviderRow(int Id, string Name, string? AreaName, string? Website, string? Summary, bool IsDemonstration, int Orders, int Reviews, int Stars)
{
    public ProviderRating Rating => ProviderRating.Of(Reviews, Stars);
}

/// <summary>A request in the list of the one who asks.</summary>
public sealed record RequestRow(int Id, string Number, string Goods, string FromPlace, string ToPlace, RequestState State, DateOnly AnswerBy, int Asked, int Quoted, DateTime CreatedAt);

/// <summary>A request in the list of a provider.</summary>
public sealed record InquiryRow(int Id, string Number, string CustomerName, string Goods, string FromPlace, string ToPlace, RequestState RequestState, InvitationState State, DateOnly AnswerBy, DateTime CreatedAt);

/// <summary>An order in the list of one of its two sides.</summary>
public sealed record OrderRow(int Id, string Number, string RequestNumber, string Goods, string FromPlace, string ToPlace, string OtherName, bool IsProvider, OrderState State, DateTime PlacedAt, DateTime MovedAt);

/// <summary>What a list is narrowed to.</summary>
/// <param name="Request">Of requests.</param>
/// <param name="Answer">Of a provider's own answers to requests.</param>
/// <param name="Order">Of orders.</param>
public sealed record QuoteFilter(string? Text = null, bool Descending = true, RequestState? Request = null, InvitationState? Answer = null, OrderState? Order = null);

/// <summary>Shows providers, requests and orders, each to those whom they concern: a provider its own invitations only, never another one's quote.</summary>
public sealed class QuoteLists(PortalDbContext db, PortalJournal journal)
{
    public Task<Page<ProviderRow>> ProvidersAsync(string? text, bool descending, PageRequest page, CancellationToken cancellation) => Providers(text, descending).ToPageAsync(page, cancellation);

    /// <summary>All providers of a search, for a file.</summary>
    public IAsyncEnumerable<ProviderRow> StreamProvidersAsync(string? text, bool descending) => Providers(text, descending).AsAsyncEnumerable();

    public Task<Page<RequestRow>> RequestsAsync(int enterpriseId, QuoteFilter filter, PageRequest page, CancellationToken cancellation) => Requests(enterpriseId, filter).ToPageAsync(page, cancellation);

    /// <summary>All rows of a list, for a file.</summary>
    public IAsyncEnumerable<RequestRow> StreamRequestsAsync(int enterpriseId, QuoteFilter filter) => Requests(enterpriseId, filter).AsAsyncEnumerable();

    public Task<Page<InquiryRow>> InquiriesAsync(int providerId, QuoteFilter filter, PageRequest page, CancellationToken cancellation) => Inquiries(providerId, filter).ToPageAsync(page, cancellation);

    /// <summary>All rows of a list, for a file.</summary>
    public IAsyncEnumerable<InquiryRow> StreamInquiriesAsync(int providerId, QuoteFilter filter) => Inquiries(providerId, filter).AsAsyncEnumerable();

    public Task<Page<OrderRow>> OrdersAsync(int enterpriseId, QuoteFilter filter, PageRequest page, CancellationToken cancellation) => Orders(enterpriseId, filter).ToPageAsync(page, cancellation);

    /// <summary>All rows of a list, for a file.</summary>
    public IAsyncEnumerable<OrderRow> StreamOrdersAsync(int enterpriseId, QuoteFilter filter) => Orders(enterpriseId, filter).AsAsyncEnumerable();

    /// <summary>A request with all that was answered, for the one who asks.</summary>
    public Task<QuoteRequest?> RequestAsync(string number, int enterpriseId, CancellationToken cancellation) => db.QuoteRequests.AsNoTracking()
        .Include(r => r.Invitations.OrderBy(i => i.Id)).ThenInclude(i => i.Provider).SingleOrDefaultAsync(r => r.Number == number && r.EnterpriseId == enterpriseId, cancellation);

    /// <summary>The invitation of one provider with its request; null for a provider that was not asked.</summary>
    public Task<QuoteInvitation?> InquiryAsync(string number, int providerId, CancellationToken cancellation) => db.QuoteInvitations.AsNoTracking()
        .Include(i => i.Request!.Enterprise).SingleOrDefaultAsync(i => i.Request!.Number == number && i.ProviderId == providerId, cancellation);

    /// <summary>An order, for one of its two sides.</summary>
    public Task<TransportOrder?> OrderAsync(string number, int enterpriseId, CancellationToken cancellation) => db.TransportOrders.AsNoTracking().Include(o => o.Request).Include(o => o.Invitation)
        .Include(o => o.Customer).Include(o => o.Provider).SingleOrDefaultAsync(o => o.Number == number && (o.CustomerId == enterpriseId || o.ProviderId == enterpriseId), cancellation);

    /// <summary>Numbers of the orders that came of a request, the latest first.</summary>
    public async Task<IReadOnlyList<string>> OrdersOfAsync(int requestId, CancellationToken cancellation) =>
        await db.TransportOrders.Where(o => o.RequestId == requestId).OrderByDescending(o => o.Id).Select(o => o.Number).Take(20).ToListAsync(cancellation);

    /// <summary>What was done about a request by the one who asks, newest first.</summary>
    public Task<Page<JournalLine>> RequestHistoryAsync(string number, PageRequest page, CancellationToken cancellation) => journal.HistoryAsync(JournalSubjects.QuoteRequest, number, page, cancellation);

    /// <summary>What was done about an order, newest first.</summary>
    public Task<Page<JournalLine>> OrderHistoryAsync(string number, PageRequest page, CancellationToken cancellation) => journal.HistoryAsync(JournalSubjects.TransportOrder, number, page, cancellation);

    /// <summary>Who can be asked: forwarders of the roster that the public directory shows.</summary>
    internal static IQueryable<Enterprise> Offering(PortalDbContext db) => db.Enterprises.Where(e => e.Type == EnterpriseType.Logistics && e.Visibility == EnterpriseVisibility.Shown);

    private IQueryable<ProviderRow> Providers(string? text, bool descending)
    {
        var providers = Offering(db).AsNoTracking();
        if (SearchWord.Upper(text) is { } word) providers = providers.Where(e => e.SearchText.Contains(word));
        var ordered = descending ? providers.OrderByDescending(e => e.NameKey).ThenByDescending(e => e.Id) : providers.OrderBy(e => e.NameKey).ThenBy(e => e.Id);
        return Rows(db, ordered);
    }

    internal static IQueryable<ProviderRow> Rows(PortalDbContext db, IQueryable<Enterprise> providers) => providers.Select(e => new ProviderRow(
        e.Id, e.Name, e.ParkArea!.Name, e.Website, e.Summary, e.IsDemonstration, db.TransportOrders.Count(o => o.ProviderId == e.Id && o.State == OrderState.Done),
        db.ProviderReviews.Count(r => r.Order!.ProviderId == e.Id && r.HiddenWhy == null), db.ProviderReviews.Where(r => r.Order!.ProviderId == e.Id && r.HiddenWhy == null).Sum(r => r.Stars)));

    private IQueryable<RequestRow> Requests(int enterpriseId, QuoteFilter filter)
    {
        var requests = db.QuoteRequests.AsNoTracking().Where(r => r.EnterpriseId == enterpriseId);
        if (SearchWord.Of(filter.Text) is { } word) requests = requests.Where(r => r.Number.Contains(word) || r.Goods.Contains(word) || r.FromPlace.Contains(word) || r.ToPlace.Contains(word));
        if (filter.Request is { } state) requests = requests.Where(r => r.State == state);
        var ordered = filter.Descending ? requests.OrderByDescending(r => r.Id) : requests.OrderBy(r => r.Id);
        return ordered.Select(r => new RequestRow(
            r.Id, r.Number, r.Goods, r.FromPlace, r.ToPlace, r.State, r.AnswerBy, r.Invitations.Count, r.Invitations.Count(i => i.State == InvitationState.Quoted), r.CreatedAt));
    }

    private IQueryable<InquiryRow> Inquiries(int providerId, QuoteFilter filter)
    {
        var inquiries = db.QuoteInvitations.AsNoTracking().Where(i => i.ProviderId == providerId);
        if (SearchWord.Of(filter.Text) is { } word)
            inquiries = inquiries.Where(i => i.Request!.Number.Contains(word) || i.Request.Goods.Contains(word) || i.Request.ToPlace.Contains(word) || i.Request.Enterprise!.Name.Contains(word));
        if (filter.Answer is { } answer) inquiries = inquiries.Where(i => i.State == answer);
        var ordered = filter.Descending ? inquiries.OrderByDescending(i => i.Id) : inquiries.OrderBy(i => i.Id);
        return ordered.Select(i => new InquiryRow(
            i.Id, i.Request!.Number, i.Request.Enterprise!.Name, i.Request.Goods, i.Request.FromPlace, i.Request.ToPlace, i.Request.State, i.State, i.Request.AnswerBy, i.Request.CreatedAt));
    }

    private IQueryable<OrderRow> Orders(int enterpriseId, QuoteFilter filter)
    {
        var orders = db.TransportOrders.AsNoTracking().Where(o => o.CustomerId == enterpriseId || o.ProviderId == enterpriseId);
        if (SearchWord.Of(filter.Text) is { } word) orders = orders.Where(o => o.Number.Contains(word) || o.Request!.Number.Contains(word) || o.Request.Goods.Contains(word) || o.Provider!.Name.Contains(word) || o.Customer!.Name.Contains(word));
        if (filter.Order is { } state) orders = orders.Where(o => o.State == state);
        var ordered = filter.Descending ? orders.OrderByDescending(o => o.Id) : orders.OrderBy(o => o.Id);
        return ordered.Select(o => new OrderRow(
            o.Id, o.Number, o.Request!.Number, o.Request.Goods, o.Request.FromPlace, o.Request.ToPlace, o.ProviderId == enterpriseId ? o.Customer!.Name : o.Provider!.Name, o.ProviderId == enterpriseId, o.State,
            o.PlacedAt, o.MovedAt));
    }
}
