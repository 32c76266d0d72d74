using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors.Bookings.Quotes;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Shared.Quotes;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.TransportOrders;

/// <summary>The address bar of the list. Whatever stands in it, a list is shown.</summary>
public sealed record OrderQuery(string? Q, OrderState? State, string? Sort, string? Dir, int? Page)
{
    public bool IsNarrowed => State is not null || !string.IsNullOrWhiteSpace(Q);

    public OverseenFilter<OrderState, OrderSort> ToFilter() => new(Q, State, SortChoice.Of(Sort, OrderSort.Placed), SortChoice.IsDescending(Dir, usual: true));
}

/// <summary>The list.</summary>
public sealed record OrderListPage(OrderQuery Query, Page<OverseenOrder> Rows);

/// <summary>An order with its review.</summary>
/// <param name="Form">What was typed about hiding the review.</param>
public sealed record OrderPage(OverseenOrder Order, ProviderReview? Review, Page<JournalLine> History, HidingForm Form);
