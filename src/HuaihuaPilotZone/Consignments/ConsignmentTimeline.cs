using HuaihuaPilotZone.Corridors.Bookings;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Tracking;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Consignments;

/// <summary>Everything that belongs to a consignment on one line of time: its own acts, its order, its declarations, its booking, what was reported and alerts.</summary>
public sealed class ConsignmentTimeline(PortalDbContext db)
{
    private const int MostOfEach = 200;

    /// <summary>The newest first.</summary>
    /// <param name="consignment">With its order and declarations.</param>
    public async Task<IReadOnlyList<TimelineLine>> OfAsync(Consignment consignment, CancellationToken cancellation)
    {
        var lines = new List<TimelineLine>();
        lines.AddRange(await ActsAsync(consignment.Number, cancellation));
        if (consignment.Order is { } order) lines.Add(new TimelineLine(TimelineSubject.Order, order.CreatedAt, $"登记订单 {order.OrderNo}", order.Origin, order.RecordNo));
        lines.AddRange(await DeclarationsAsync(consignment.Id, cancellation));
        lines.AddRange(await BookingAsync(consignment, cancellation));
        lines.AddRange(await EventsAsync(consignment.Id, cancellation));
        return [.. lines.OrderByDescending(l => l.At)];
    }

    private async Task<IEnumerable<TimelineLine>> ActsAsync(string number, CancellationToken cancellation)
    {
        var acts = await db.Journal.Where(l => l.Subject == JournalSubjects.Consignment && l.SubjectKey == number).OrderByDescending(l => l.Id).Take(MostOfEach)
            .Select(l => new { l.At, l.Act, l.UserName, l.Note, Fields = l.Changes.Select(c => c.Field).ToList() }).ToListAsync(cancellation);
        return acts.Select(l => new TimelineLine(
            l.Act.StartsWith("consignment.alert", StringComparison.Ordinal) ? TimelineSubject.Alert : TimelineSubject.Consignment, l.At, ConsignmentActs.Word(l.Act),
            string.Join("，", new[] { l.UserName, l.Note, l.Fields.Count > 0 ? string.Join("、", l.Fields) : null }.Where(t => !string.IsNullOrEmpty(t)))));
    }

    private async Task<IEnumerable<TimelineLine>> DeclarationsAsync(int consignmentId, CancellationToken cancellation)
    {
        var declarations = await db.ConsignmentDeclarations.Where(d => d.ConsignmentId == consignmentId).OrderBy(d => d.Id)
            .Select(d => new { d.Declaration!.Number, d.Declaration.CreatedAt, d.Declaration.GoodsSummary, d.Declaration.CustomsState, d.Declaration.CustomsStateAt }).Take(Consignment.MostDeclarations).ToListAsync(cancellation);
        var changes = await db.ConsignmentDeclarations.Where(d => d.ConsignmentId == consignmentId)
            .SelectMany(d => d.Declaration!.StateChanges, (d, c) => new { d.Declaration!.Number, c.To, c.At, c.Id }).OrderByDescending(c => c.Id).Take(MostOfEach).ToListAsync(cancellation);
        return declarations.Select(d => new TimelineLine(TimelineSubject.Declaration, d.CreatedAt, $"新建预申报 {d.Number}", d.GoodsSummary, d.Number.ToString()))
            .Concat(declarations.Where(d => d.CustomsStateAt is not null).Select(d => new TimelineLine(TimelineSubject.Declaration, d.CustomsStateAt!.Value, $"海关回执：{d.CustomsState.Word()}", null, d.Number.ToString())))
            .Concat(changes.Select(c => new TimelineLine(TimelineSubject.Declaration, c.At, $"预申报{c.To.Word()}", null, c.Number.ToString())));
    }

    /// <summary>What was done about the booking that it names, where that is one of this portal and of the same enterprise.</summary>
    private async Task<IEnumerable<TimelineLine>> BookingAsync(Consignment consignment, CancellationToken cancellation)
    {
        if (consignment.BookingNo is not { } number || !await db.Bookings.AnyAsync(b => b.Number == number && b.EnterpriseId == consignment.EnterpriseId, cancellation)) return [];
        var acts = await db.Journal.Where(l => l.Subject == JournalSubjects.Booking && l.SubjectKey == number).OrderByDescending(l => l.Id).Take(MostOfEach)
            .Select(l => new { l.At, l.Act, l.Note }).ToListAsync(cancellation);
        return acts.Select(l => new TimelineLine(TimelineSubject.Booking, l.At, BookingActs.Word(l.Act), l.Note, number));
    }

    private async Task<IEnumerable<TimelineLine>> EventsAsync(int consignmentId, CancellationToken cancellation)
    {
        var events = await db.TrackingEvents.AsNoTracking().Where(e => e.ConsignmentId == consignmentId).OrderByDescending(e => e.Id).Take(MostOfEach)
            .Select(e => new { Event = e, Provider = e.Provider!.Name }).ToListAsync(cancellation);
        var counting = StopTimes.Counting([.. events.Select(e => e.Event)]).ToHashSet();
        return events.Select(e => new TimelineLine(
            TimelineSubject.Event, e.Event.OccursAt, Title(e.Event), string.Join("，", Details(e.Event, e.Provider).OfType<string>()), null,
            e.Event.Classifier != EventClassifier.Actual, e.Event.Source == EventSource.Simulation, !counting.Contains(e.Event)));
    }

    private static string Title(TrackingEvent e) => $"{(e.Classifier == EventClassifier.Actual ? null : e.Classifier.Word())}{EventCodes.Word(e.Kind, e.Code)}{(e.Place is { } place ? $" {place}" : null)}";

    private static IEnumerable<string?> Details(TrackingEvent e, string provider)
    {
        yield return $"{e.Kind.Word()}事件，{provider}报告";
        yield return e.ContainerNumber is { } container ? $"箱号 {container}" : null;
        yield return e.Mode?.Word();
        yield return e.DocumentType;
        yield return e.Replaces is { } id ? $"更正 {id}" : null;
        yield return e.Remark;
    }
}
