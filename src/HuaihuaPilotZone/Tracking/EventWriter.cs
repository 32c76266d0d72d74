using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Consignments;
using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tracking;

/// <summary>Keeps reported events: each once, in whatever order they come. Of a group of calls either all new events are kept or none.</summary>
public sealed class EventWriter(PortalDbContext db, ChinaTime time)
{
    private const int MostTries = 3;
    private const int MostConsignments = 5000;

    private const string Unknown = "没有找到这份货运单，或它没有指定贵企业为物流服务商。";

    /// <summary>Writes the events of several calls in one transaction.</summary>
    /// <returns>For each call an answer to each of its events, in their order.</returns>
    /// <exception cref="DbUpdateException">Other instances kept writing the same events.</exception>
    public async Task<IReadOnlyList<IReadOnlyList<EventResult>>> WriteAsync(IReadOnlyList<EventSubmission> calls, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await WriteOnceAsync(calls, cancellation);
            }
            catch (DbUpdateException) when (attempt < MostTries)
            {
                // another instance has written one of them meanwhile; seen anew, it is a repetition
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<IReadOnlyList<IReadOnlyList<EventResult>>> WriteOnceAsync(IReadOnlyList<EventSubmission> calls, CancellationToken cancellation)
    {
        var nodes = await NodesAsync(calls, cancellation);
        var batch = new Batch(time.UtcNow);
        var answers = new IReadOnlyList<EventResult>[calls.Count];
        foreach (var group in calls.Index().GroupBy(c => c.Item.ProviderId))
        {
            List<ReportedEvent> events = [.. group.SelectMany(c => c.Item.Events)];
            var known = await KnownAsync(group.Key, events, cancellation);
            var named = await ConsignmentsAsync(group.Key, events, cancellation);
            var corrected = await CorrectedAsync(group.Key, events, cancellation);
            foreach (var (index, call) in group) answers[index] = [.. call.Events.Select(e => Take(batch, call, e, known, named, corrected, nodes))];
            batch.Correct(group.Key, known);
        }
        if (batch.Added.Count > 0) await KeepAsync(batch, cancellation);
        return answers;
    }

    private Task<Outcome> KeepAsync(Batch batch, CancellationToken cancellation) => db.InTransactionAsync(
        async token =>
        {
            await db.InsertManyAsync(batch.Added, token);
            foreach (var (provider, ids) in batch.Replaced)
                await db.TrackingEvents.Where(e => e.ProviderId == provider && ids.Contains(e.EventId)).ExecuteUpdateAsync(set => set.SetProperty(e => e.IsReplaced, true), token);
            var (now, touched) = (batch.Now, batch.Added.Select(e => e.ConsignmentId).Distinct().ToList());
            await db.Consignments.Where(c => touched.Contains(c.Id)).ExecuteUpdateAsync(set => set.SetProperty(c => c.TouchedAt, now).SetProperty(c => c.LookAt, now), token);
            return Outcome.Done;
        },
        cancellation);

    private static EventResult Take(
        Batch batch, EventSubmission call, ReportedEvent reported, Dictionary<string, TrackingEvent> known, ILookup<string, Named> named, HashSet<string> corrected, IReadOnlyDictionary<string, (int Id, string Name)> nodes)
    {
        var (key, field) = Key(reported.Consignment);
        List<Named> found = [.. named[key].DistinctBy(n => n.Id)];
        if (found.Count == 0) return EventResult.Refuse(reported.Path, reported.EventId, new EventProblem(reported.PathOf(field), Unknown));
        if (found.Count > 1) return EventResult.Refuse(reported.Path, reported.EventId, new EventProblem(reported.PathOf(field), $"有 {found.Count} 份在办的货运单用这个号码，请写明货运单号 consignment。"));
        var made = Make(call, reported, found[0].Id, corrected, nodes, batch.Now);
        if (known.TryGetValue(reported.EventId, out var before))
        {
            return before.SaysTheSameAs(made)
                ? new EventResult(reported.Path, reported.EventId, EventAnswer.Repeated, found[0].Number, [])
                : EventResult.Refuse(reported.Path, reported.EventId, new EventProblem(reported.PathOf("eventID"), "这个事件号已用于另一内容；更正请用新的事件号，并在 replacesEventID 写明原事件号。"));
        }
        known.Add(reported.EventId, made);
        batch.Added.Add(made);
        return new EventResult(reported.Path, reported.EventId, EventAnswer.Accepted, found[0].Number, []);
    }

    private static TrackingEvent Make(EventSubmission call, ReportedEvent reported, int consignmentId, HashSet<string> corrected, IReadOnlyDictionary<string, (int Id, string Name)> nodes, DateTime now)
    {
        var node = reported.Place is { } place && nodes.TryGetValue(place, out var known) ? known : ((int Id, string Name)?)null;
        return new TrackingEvent
        {
            ConsignmentId = consignmentId,
            ProviderId = call.ProviderId,
            EventId = reported.EventId,
            Source = call.Source,
            Kind = reported.Kind,
            Classifier = reported.Classifier,
            Code = reported.Code,
            DocumentType = reported.DocumentType,
            OccursAt = reported.OccursAt,
            SaidAt = reported.SaidAt,
            ReceivedAt = now,
            NodeId = node?.Id,
            Place = node?.Name ?? reported.Place,
            ContainerNumber = reported.Container,
            Mode = reported.Mode,
            Replaces = reported.Replaces,
            IsReplaced = corrected.Contains(reported.EventId),
            Remark = reported.Remark,
        };
    }

    private async Task<Dictionary<string, TrackingEvent>> KnownAsync(int provider, List<ReportedEvent> events, CancellationToken cancellation)
    {
        List<string> ids = [.. events.Select(e => e.EventId).Distinct(StringComparer.Ordinal)];
        return await db.TrackingEvents.AsNoTracking().Where(e => e.ProviderId == provider && ids.Contains(e.EventId)).ToDictionaryAsync(e => e.EventId, StringComparer.Ordinal, cancellation);
    }

    /// <summary>Which of them were replaced by an event that came before them.</summary>
    private async Task<HashSet<string>> CorrectedAsync(int provider, List<ReportedEvent> events, CancellationToken cancellation)
    {
        List<string> ids = [.. events.Select(e => e.EventId).Distinct(StringComparer.Ordinal)];
        var found = await db.TrackingEvents.Where(e => e.ProviderId == provider && e.Replaces != null && ids.Contains(e.Replaces)).Select(e => e.Replaces!).ToListAsync(cancellation);
        return found.ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The consignments that are meant, by what they are named with; only those that name the provider.</summary>
    private async Task<ILookup<string, Named>> ConsignmentsAsync(int provider, List<ReportedEvent> events, CancellationToken cancellation)
    {
        var keys = events.Select(e => Key(e.Consignment).Key).Distinct(StringComparer.Ordinal).ToLookup(k => k[0], k => k[1..]);
        var mine = db.Consignments.Where(c => c.State != ConsignmentState.Cancelled && c.Providers.Any(p => p.EnterpriseId == provider));
        var found = new List<Named>();
        if (keys['n'].ToList() is { Count: > 0 } numbers)
            found.AddRange(await mine.Where(c => numbers.Contains(c.Number)).Select(c => new Named("n" + c.Number, c.Id, c.Number)).ToListAsync(cancellation));
        var open = mine.Where(c => c.State == ConsignmentState.Open);
        if (keys['w'].ToList() is { Count: > 0 } waybills)
            found.AddRange(await open.Where(c => waybills.Contains(c.WaybillNo!)).OrderBy(c => c.Id).Take(MostConsignments).Select(c => new Named("w" + c.WaybillNo, c.Id, c.Number)).ToListAsync(cancellation));
        if (keys['b'].ToList() is { Count: > 0 } bookings)
            found.AddRange(await open.Where(c => bookings.Contains(c.BookingNo!)).OrderBy(c => c.Id).Take(MostConsignments).Select(c => new Named("b" + c.BookingNo, c.Id, c.Number)).ToListAsync(cancellation));
        if (keys['c'].ToList() is { Count: > 0 } containers)
        {
            found.AddRange(await db.ConsignmentContainers.Where(k => containers.Contains(k.Number) && k.Consignment!.State == ConsignmentState.Open && k.Consignment.Providers.Any(p => p.EnterpriseId == provider))
                .OrderBy(k => k.Id).Take(MostConsignments).Select(k => new Named("c" + k.Number, k.ConsignmentId, k.Consignment!.Number)).ToListAsync(cancellation));
        }
        return found.ToLookup(n => n.Key, StringComparer.Ordinal);
    }

    /// <summary>Nodes by slug and by name.</summary>
    private async Task<IReadOnlyDictionary<string, (int Id, string Name)>> NodesAsync(IReadOnlyList<EventSubmission> calls, CancellationToken cancellation)
    {
        List<string> places = [.. calls.SelectMany(c => c.Events).Select(e => e.Place).OfType<string>().Distinct(StringComparer.Ordinal)];
        var nodes = new Dictionary<string, (int, string)>(StringComparer.Ordinal);
        if (places.Count == 0) return nodes;
        foreach (var node in await db.Nodes.Where(n => places.Contains(n.Slug) || places.Contains(n.Name)).OrderBy(n => n.Id).Select(n => new { n.Id, n.Slug, n.Name }).ToListAsync(cancellation))
        {
            nodes.TryAdd(node.Slug, (node.Id, node.Name));
            nodes.TryAdd(node.Name, (node.Id, node.Name));
        }
        return nodes;
    }

    private static (string Key, string Field) Key(ConsignmentReference reference) => reference switch
    {
        { Number: { } number } => ("n" + number, "consignment"),
        { Waybill: { } waybill } => ("w" + waybill, "waybill"),
        { Booking: { } booking } => ("b" + booking, "booking"),
        _ => ("c" + reference.Container, "equipmentReference"),
    };

    /// <summary>A consignment by what a report names it with.</summary>
    private sealed record Named(string Key, int Id, string Number);

    /// <summary>What is to be written.</summary>
    private sealed class Batch(DateTime now)
    {
        public DateTime Now { get; } = now;

        public List<TrackingEvent> Added { get; } = [];

        /// <summary>Events of before that are replaced, by provider.</summary>
        public List<(int Provider, List<string> Ids)> Replaced { get; } = [];

        /// <summary>Marks what the new events of a provider replace: those of the same batch at once, the others in the database.</summary>
        public void Correct(int provider, Dictionary<string, TrackingEvent> known)
        {
            var ids = Added.Where(e => e.ProviderId == provider).Select(e => e.Replaces).OfType<string>().ToHashSet(StringComparer.Ordinal);
            if (ids.Count == 0) return;
            foreach (var id in ids)
            {
                if (known.TryGetValue(id, out var there)) there.IsReplaced = true;
            }
            // one that another instance writes at this moment is marked by the update as well
            Replaced.Add((provider, [.. ids]));
        }
    }
}
