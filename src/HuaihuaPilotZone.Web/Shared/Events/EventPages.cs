using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Tracking;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;

namespace HuaihuaPilotZone.Web.Shared.Events;

/// <summary>The address bar of a list of events. Whatever stands in it, a list is shown. Days are Huaihua's.</summary>
public sealed record EventQuery(string? Q, EventKind? Kind, EventClassifier? Classifier, EventSource? Source, DateOnly? From, DateOnly? To, string? Sort, string? Dir, int? Page)
{
    public bool IsNarrowed => Kind is not null || Classifier is not null || Source is not null || From is not null || To is not null || !string.IsNullOrWhiteSpace(Q);

    /// <param name="owner">The enterprise whose consignments are meant; null for all.</param>
    public EventFilter ToFilter(int? owner) => new(
        Q, Kind, Classifier, null, DayChoice.Of(From), DayChoice.Of(To), OldestFirst: !SortChoice.IsDescending(Dir, usual: true), owner, Source, SortChoice.Of(Sort, EventSort.Received));
}

/// <summary>Events at one of the desks.</summary>
/// <param name="Desk">Where the desk begins.</param>
public sealed record EventListPage(string Desk, EventQuery Query, Page<EventRow> Rows)
{
    public bool IsPark => Desk == "/park";

    public string Home => $"{Desk}/events";
}
