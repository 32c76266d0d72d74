using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors.Bookings.Quotes;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Quotes;

/// <summary>The address bar of the list. Whatever stands in it, a list is shown.</summary>
public sealed record RequestQuery(string? Q, RequestState? State, string? Sort, string? Dir, int? Page)
{
    public bool IsNarrowed => State is not null || !string.IsNullOrWhiteSpace(Q);

    public OverseenFilter<RequestState, RequestSort> ToFilter() => new(Q, State, SortChoice.Of(Sort, RequestSort.Made), SortChoice.IsDescending(Dir, usual: true));
}

/// <summary>The list.</summary>
public sealed record RequestListPage(RequestQuery Query, Page<OverseenRequest> Rows);
