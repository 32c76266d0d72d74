using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Operations;

/// <summary>An instance as people see it; times are UTC.</summary>
public sealed record InstanceRow(string Name, string Version, DateTime StartedAt, DateTime SeenAt, InstanceState State, long FreeMegabytes, long MemoryMegabytes);

/// <summary>How long pages of a route take on one instance.</summary>
public sealed record TimingRow(string Route, string Instance, int Count, int P50, int P95, int Most, DateTime At);

/// <summary>A call of a webhook that did not get through.</summary>
/// <param name="Host">Host of the address; the rest of it may be a secret.</param>
public sealed record FailedCallRow(int Id, string Enterprise, string Host, WebhookEvent Event, string Subject, int Attempts, int? LastStatus, string? LastError, DateTime CreatedAt, DateTime? GivenUpAt);

/// <summary>What the first page shows.</summary>
public sealed record OperationsOverview(
    IReadOnlyList<QueueFacts> Queues, IReadOnlyList<InstanceRow> Instances, IReadOnlyList<Incident> Open, IReadOnlyList<TimingRow> Slowest, IReadOnlyList<ErrorNote> Errors, DateTime At);

/// <param name="Text">Number of the error page, part of a route or of the type of the exception.</param>
public sealed record ErrorFilter(string? Text = null, bool OldestFirst = false);

/// <summary>How the list of times is ordered.</summary>
public enum TimingSort
{
    P95,

    P50,

    Most,

    Count,

    Route,
}

/// <param name="Text">Part of a route or the name of an instance.</param>
public sealed record TimingFilter(string? Text = null, TimingSort Sort = TimingSort.P95, bool Descending = true);

/// <param name="IsOpen">Null for both.</param>
public sealed record IncidentFilter(bool? IsOpen = null, OperationsRule? Rule = null, bool OldestFirst = false);

/// <param name="Text">Part of the enterprise's name or number of a declaration.</param>
/// <param name="IsGivenUp">False for calls that failed and are still tried; null for both.</param>
public sealed record FailedCallFilter(string? Text = null, bool? IsGivenUp = null, bool OldestFirst = false);

/// <summary>Shows whoever runs the portal how it is.</summary>
public sealed class OperationsBoard(PortalDbContext db, OperationsReader reader, IOptions<OperationsOptions> options, ChinaTime time)
{
    private const int MostShown = 10;
    private const int MostInstances = 20;

    public async Task<OperationsOverview> OverviewAsync(CancellationToken cancellation)
    {
        var (now, lost) = (time.UtcNow, time.UtcNow - options.Value.LostAfter);
        var instances = await db.PortalInstances.AsNoTracking().OrderByDescending(i => i.SeenAt).ThenBy(i => i.Id).Take(MostInstances).ToListAsync(cancellation);
        return new OperationsOverview(
            await reader.QueuesAsync(cancellation),
            [.. instances.Select(i => new InstanceRow(i.Name, i.Version, i.StartedAt, i.SeenAt, StateOf(i, lost), i.FreeMegabytes, i.MemoryMegabytes))],
            await Incidents(new IncidentFilter(IsOpen: true)).Take(MostShown).ToListAsync(cancellation),
            await Timings(new TimingFilter()).Take(MostShown).ToListAsync(cancellation),
            await Errors(new ErrorFilter()).Take(MostShown).ToListAsync(cancellation),
            now);
    }

    public Task<Page<ErrorNote>> ErrorsAsync(ErrorFilter filter, PageRequest page, CancellationToken cancellation) => Errors(filter).ToPageAsync(page, cancellation);

    public IAsyncEnumerable<ErrorNote> StreamErrorsAsync(ErrorFilter filter) => Errors(filter).AsAsyncEnumerable();

    public Task<Page<TimingRow>> TimingsAsync(TimingFilter filter, PageRequest page, CancellationToken cancellation) => Timings(filter).ToPageAsync(page, cancellation);

    public IAsyncEnumerable<TimingRow> StreamTimingsAsync(TimingFilter filter) => Timings(filter).AsAsyncEnumerable();

    public Task<Page<Incident>> IncidentsAsync(IncidentFilter filter, PageRequest page, CancellationToken cancellation) => Incidents(filter).ToPageAsync(page, cancellation);

    public IAsyncEnumerable<Incident> StreamIncidentsAsync(IncidentFilter filter) => Incidents(filter).AsAsyncEnumerable();

    public async Task<Page<FailedCallRow>> FailedCallsAsync(FailedCallFilter filter, PageRequest page, CancellationToken cancellation)
    {
        var found = await Calls(filter).ToPageAsync(page, cancellation);
        return found.Select(Row);
    }

    public async IAsyncEnumerable<FailedCallRow> StreamFailedCallsAsync(FailedCallFilter filter)
    {
        await foreach (var call in Calls(filter).AsAsyncEnumerable()) yield return Row(call);
    }

    private static InstanceState StateOf(PortalInstance instance, DateTime lost) =>
        instance.StoppedAt is not null ? InstanceState.Stopped : instance.SeenAt < lost ? InstanceState.Lost : InstanceState.Alive;

    private static FailedCallRow Row(WebhookDelivery call) => new(
        call.Id, call.Webhook!.Enterprise!.Name, Uri.TryCreate(call.Webhook.Url, UriKind.Absolute, out var address) ? address.Host : "", call.Event, call.Subject, call.Attempts,
        call.LastStatus, call.LastError, call.CreatedAt, call.GivenUpAt);

    private IQueryable<ErrorNote> Errors(ErrorFilter filter)
    {
        var found = db.ErrorNotes.AsNoTracking();
        if (Texts.Tidy(filter.Text) is { } word) found = found.Where(n => n.TraceId == word || n.Route.Contains(word) || n.Kind.Contains(word));
        return filter.OldestFirst ? found.OrderBy(n => n.Id) : found.OrderByDescending(n => n.Id);
    }

    private IQueryable<TimingRow> Timings(TimingFilter filter)
    {
        var found = db.RouteTimings.AsNoTracking();
        if (Texts.Tidy(filter.Text) is { } word) found = found.Where(t => t.Route.Contains(word) || t.Instance!.Name.Contains(word));
        var ordered = (filter.Sort, filter.Descending) switch
        {
            (TimingSort.P50, true) => found.OrderByDescending(t => t.P50),
            (TimingSort.P50, false) => found.OrderBy(t => t.P50),
            (TimingSort.Most, true) => found.OrderByDescending(t => t.Most),
            (TimingSort.Most, false) => found.OrderBy(t => t.Most),
            (TimingSort.Count, true) => found.OrderByDescending(t => t.Count),
            (TimingSort.Count, false) => found.OrderBy(t => t.Count),
            (TimingSort.Route, true) => found.OrderByDescending(t => t.Route),
            (TimingSort.Route, false) => found.OrderBy(t => t.Route),
            (_, false) => found.OrderBy(t => t.P95),
            _ => found.OrderByDescending(t => t.P95),
        };
        return ordered.ThenBy(t => t.InstanceId).ThenBy(t => t.Route).Select(t => new TimingRow(t.Route, t.Instance!.Name, t.Count, t.P50, t.P95, t.Most, t.At));
    }

    private IQueryable<Incident> Incidents(IncidentFilter filter)
    {
        var found = db.Incidents.AsNoTracking();
        if (filter.IsOpen is { } isOpen) found = found.Where(i => (i.EndedAt == null) == isOpen);
        if (filter.Rule is { } rule) found = found.Where(i => i.Rule == rule);
        return filter.OldestFirst ? found.OrderBy(i => i.Id) : found.OrderByDescending(i => i.Id);
    }

    private IQueryable<WebhookDelivery> Calls(FailedCallFilter filter)
    {
        var found = db.WebhookDeliveries.AsNoTracking().Include(d => d.Webhook).ThenInclude(w => w!.Enterprise)
            .Where(d => d.DeliveredAt == null && d.LastError != null);
        if (filter.IsGivenUp is { } isGivenUp) found = found.Where(d => (d.GivenUpAt != null) == isGivenUp);
        if (Texts.Tidy(filter.Text) is { } word) found = found.Where(d => d.Subject.Contains(word) || d.Webhook!.Enterprise!.Name.Contains(word));
        return filter.OldestFirst ? found.OrderBy(d => d.Id) : found.OrderByDescending(d => d.Id);
    }
}
