using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Deadlines;
using HuaihuaPilotZone.WorkingDays;

namespace HuaihuaPilotZone.Corridors.Timetable;

/// <summary>By when what has to be done for goods that a departure takes from one stop to another.</summary>
/// <param name="From">Where they are loaded.</param>
/// <param name="CutOffAt">UTC; no goods are taken from then on.</param>
/// <param name="Customs">The declaration; null where the section does not cross China's border, since a timetable then tells nothing of it.</param>
public sealed record TripDeadlines(Node From, Node To, DateTime CutOffAt, Deadline? Customs);

/// <summary>The deadlines of a departure, by the engine that every term is computed by. No loading time is recorded: the train is loaded before it leaves, so the true last hour is never later.</summary>
public sealed class DepartureDeadlines(WorkingCalendarSource calendars)
{
    private const string China = "CHN";

    /// <param name="departure">With its stops and their nodes.</param>
    /// <param name="fromId">The stop where the goods are loaded; null for the first one.</param>
    /// <param name="toId">The stop where they are unloaded; null for the last one.</param>
    /// <returns>Null where the departure does not serve the section any more.</returns>
    public async Task<TripDeadlines?> OfAsync(Departure departure, int? fromId, int? toId, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(departure);
        var stops = departure.Stops.OrderBy(s => s.Position).ToList();
        var (from, to) = (fromId is null ? stops[0] : stops.Find(s => s.NodeId == fromId), toId is null ? stops[^1] : stops.Find(s => s.NodeId == toId));
        if (from is null || to is null || from.Position >= to.Position) return null;
        var calendar = await calendars.ReadAsync(cancellation);
        return new TripDeadlines(from.Node!, to.Node!, departure.CutOffAt, Customs(calendar, stops, from, to));
    }

    private static Deadline? Customs(WorkingCalendar calendar, List<DepartureStop> stops, DepartureStop from, DepartureStop to) => (IsInChina(from), IsInChina(to)) switch
    {
        (true, false) => calendar.Compute(DeadlineRules.ExportDeclaration, ChinaTime.FromUtc(from.LeavesAt)),
        // the day of entry is planned here; what counts is the day on which the conveyance declares it
        (false, true) => calendar.Compute(DeadlineRules.ImportDeclaration, ChinaTime.FromUtc(stops.First(s => s.Position > from.Position && IsInChina(s)).ArrivesAt)),
        _ => null,
    };

    private static bool IsInChina(DepartureStop stop) => stop.Node!.CountryCode == China;
}
