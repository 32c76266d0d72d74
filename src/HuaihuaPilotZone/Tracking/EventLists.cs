using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tracking;

public enum EventSort
{
    /// <summary>By when the portal got it.</summary>
    Received,

    /// <summary>By when it happened or will happen.</summary>
    Occurs,
}

/// <summary>What a list of events is narrowed to and how it is ordered.</summary>
/// <param name="ProviderId">Only those that this enterprise reported.</param>
/// <param name="From">Civil day on which they happened, from this one on.</param>
/// <param name="To">The last such day.</param>
/// <param name="OwnerId">Only those of consignments of this enterprise.</param>
public sealed record EventFilter(
    string? Text = null, EventKind? Kind = null, EventClassifier? Classifier = null, int? ProviderId = null, DateOnly? From = null, DateOnly? To = null, bool OldestFirst = false,
    int? OwnerId = null, EventSource? Source = null, EventSort Sort = EventSort.Received);

/// <summary>An event in a list and in a file. The file holds all that the dwell times are computed from.</summary>
public sealed record EventRow(
    int Id, string ConsignmentNumber, string EventId, EventKind Kind, EventClassifier Classifier, string Code, string? DocumentType, DateTime OccursAt, DateTime SaidAt, DateTime ReceivedAt,
    string? Place, string? ContainerNumber, TransportMode? Mode, string? Replaces, bool IsReplaced, EventSource Source, string ProviderName, string? Remark);

/// <summary>Events for lists and files.</summary>
public sealed class EventLists(PortalDbContext db)
{
    public Task<Page<EventRow>> ListAsync(EventFilter filter, PageRequest page, CancellationToken cancellation) => Rows(filter).ToPageAsync(page, cancellation);

    /// <summary>All rows of a list, for a file.</summary>
    public IAsyncEnumerable<EventRow> StreamAsync(EventFilter filter) => Rows(filter).AsAsyncEnumerable();

    private IQueryable<EventRow> Rows(EventFilter filter)
    {
        var events = db.TrackingEvents.AsNoTracking();
        if (filter.ProviderId is { } provider) events = events.Where(e => e.ProviderId == provider);
        if (filter.OwnerId is { } owner) events = events.Where(e => e.Consignment!.EnterpriseId == owner);
        if (filter.Source is { } source) events = events.Where(e => e.Source == source);
        if (filter.Kind is { } kind) events = events.Where(e => e.Kind == kind);
        if (filter.Classifier is { } classifier) events = events.Where(e => e.Classifier == classifier);
        if (filter.From is { } from)
        {
            var start = ChinaTime.StartOf(from);
            events = events.Where(e => e.OccursAt >= start);
        }
        if (filter.To is { } to)
        {
            var end = ChinaTime.StartOf(to.AddDays(1));
            events = events.Where(e => e.OccursAt < end);
        }
        if (SearchWord.Of(filter.Text) is { } word) events = events.Where(e => e.Consignment!.Number.Contains(word) || e.EventId.Contains(word) || e.Place!.Contains(word) || e.ContainerNumber!.Contains(word));
        var ordered = (filter.Sort, filter.OldestFirst) switch
        {
            (EventSort.Occurs, true) => events.OrderBy(e => e.OccursAt).ThenBy(e => e.Id),
            (EventSort.Occurs, false) => events.OrderByDescending(e => e.OccursAt).ThenByDescending(e => e.Id),
            (_, true) => events.OrderBy(e => e.Id),
            _ => events.OrderByDescending(e => e.Id),
        };
        return ordered.Select(e => new EventRow(
            e.Id, e.Consignment!.Number, e.EventId, e.Kind, e.Classifier, e.Code, e.DocumentType, e.OccursAt, e.SaidAt, e.ReceivedAt, e.Place, e.ContainerNumber, e.Mode, e.Replaces, e.IsReplaced,
            e.Source, e.Provider!.Name, e.Remark));
    }
}
