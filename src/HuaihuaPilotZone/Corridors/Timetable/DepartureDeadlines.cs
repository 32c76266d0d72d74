using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Deadlines;
using HuaihuaPilotZone.WorkingDays;

namespace HuaihuaPilotZone.Corridors.Timetable;

/// <summary>By when what has to be done for goods that a departure takes from one stop to another.</summary>
/// <param name="From">Where they are loaded.</param>
/// <param name="CutOffAt">UTC; no goods are taken from then on.</param>
/// <param name="Customs">The declaration; null where the section does not cross China's border, since a timetable then tells nothing of it.</param>
public sealed record TripDeadlines(Node From, Node To, DateTime CutOffAt, Deadline? Customs)
{
    /// <summary>Number of the departure.</summary>
    public required string Departure { get; init; }
}

/// <summary>What has to be done by a deadline of a departure.</summary>
public enum TripStep
{
    /// <summary>备齐单证: before the earliest of the others that asks for documents.</summary>
    Documents,

    /// <summary>截单.</summary>
    CutOff,

    /// <summary>申报.</summary>
    Customs,

    /// <summary>9610 清单汇总申报, if the lists are released on the day on which the departure leaves.</summary>
    Aggregation,
}

/// <summary>One deadline of a departure.</summary>
/// <param name="At">The last moment on clocks at the place of loading for the cut-off, on clocks in Huaihua for the others.</param>
/// <param name="HasTime">Whether the hour counts.</param>
/// <param name="Deadline">The arithmetic; null for what follows from the timetable alone.</param>
/// <param name="WorkDay">The last working day that is not later; null where the place of loading is abroad, whose days off are not recorded here.</param>
/// <param name="DaysLeft">Working days from tomorrow to that day; null where it has passed or is not known.</param>
/// <param name="IsPast">Whether it has passed.</param>
/// <param name="IsCertain">False while the arrangement of a year in between is not recorded.</param>
public sealed record TripTerm(TripStep Step, DateTime At, bool HasTime, Deadline? Deadline, DateOnly? WorkDay, int? DaysLeft, bool IsPast, bool IsCertain);

/// <summary>All deadlines of a departure for goods that it takes from one stop to another, in the order of time.</summary>
/// <param name="Today">From which day on working days were counted.</param>
public sealed record TripCount(Departure Departure, Node From, Node To, DateOnly Today, IReadOnlyList<TripTerm> Terms)
{
    /// <summary>The last day of all.</summary>
    public DateOnly Last => DateOnly.FromDateTime(Terms.Max(t => t.At));
}

/// <summary>The deadlines of a departure, by the engine that every term is computed by. No loading time is recorded: the train is loaded before it leaves, so the true last hour is never later.</summary>
public sealed class DepartureDeadlines(WorkingCalendarSource calendars, ChinaTime time)
{
    private const string China = "CHN";

    /// <param name="departure">With its stops and their nodes.</param>
    /// <param name="fromId">The stop where the goods are loaded; null for the first one.</param>
    /// <param name="toId">The stop where they are unloaded; null for the last one.</param>
    /// <returns>Null where the departure does not serve the section any more.</returns>
    public async Task<TripDeadlines?> OfAsync(Departure departure, int? fromId, int? toId, CancellationToken cancellation)
    {
        if (Section.Of(departure, fromId, toId) is not { } section) return null;
        var calendar = await calendars.ReadAsync(cancellation);
        return new TripDeadlines(section.From.Node!, section.To.Node!, departure.CutOffAt, Customs(calendar, section)) { Departure = departure.Number };
    }

    /// <summary>All deadlines with the working days that are left.</summary>
    /// <param name="departure">With its stops and their nodes.</param>
    /// <param name="fromId">The stop where the goods are loaded; null for the first one.</param>
    /// <param name="toId">The stop where they are unloaded; null for the last one.</param>
    /// <returns>Null where the departure does not serve the section.</returns>
    public async Task<TripCount?> CountAsync(Departure departure, int? fromId, int? toId, CancellationToken cancellation)
    {
        if (Section.Of(departure, fromId, toId) is not { } section) return null;
        var calendar = await calendars.ReadAsync(cancellation);
        var (cutOff, customs) = (LocalTime.FromUtc(departure.CutOffAt, section.From.Node!.TimeZone), Customs(calendar, section));
        var isExport = customs?.Rule.Key == DeadlineRules.ExportDeclaration.Key;
        var declared = customs is null ? (DateTime?)null : Moment(customs);
        var terms = new List<TripTerm>
        {
            isExport && declared < cutOff
                ? Term(calendar, TripStep.Documents, declared.Value, ChinaTime.ToUtc(declared.Value), hasTime: true, null, section.IsFromChina)
                : Term(calendar, TripStep.Documents, cutOff, departure.CutOffAt, hasTime: true, null, section.IsFromChina),
            Term(calendar, TripStep.CutOff, cutOff, departure.CutOffAt, hasTime: true, null, section.IsFromChina),
        };
        if (customs is not null) terms.Add(Term(calendar, TripStep.Customs, declared!.Value, ChinaTime.ToUtc(declared.Value), customs.At is not null, customs, isOurs: true));
        if (isExport)
        {
            var aggregation = calendar.Compute(DeadlineRules.Aggregation, ChinaTime.FromUtc(section.From.LeavesAt));
            terms.Add(Term(calendar, TripStep.Aggregation, Moment(aggregation), ChinaTime.ToUtc(Moment(aggregation)), hasTime: false, aggregation, isOurs: true));
        }
        return new TripCount(departure, section.From.Node!, section.To.Node!, time.Today, [.. terms.OrderBy(t => t.At).ThenBy(t => t.Step)]);
    }

    /// <summary>The last moment; the last one of the day where no hour counts.</summary>
    private static DateTime Moment(Deadline deadline) => deadline.Day.ToDateTime(deadline.At ?? TimeOnly.MaxValue);

    /// <param name="isOurs">Whether China's working days say anything of it.</param>
    private TripTerm Term(WorkingCalendar calendar, TripStep step, DateTime at, DateTime utc, bool hasTime, Deadline? deadline, bool isOurs)
    {
        var (day, isPast) = (DateOnly.FromDateTime(at), utc <= time.UtcNow);
        if (!isOurs) return new TripTerm(step, at, hasTime, deadline, null, null, isPast, IsCertain: true);
        var workDay = calendar.IsWorkingDay(day) ? day : calendar.SubtractWorkingDays(day, 1);
        var isCertain = calendar.IsArranged(time.Today < workDay ? time.Today : workDay, day);
        return new TripTerm(step, at, hasTime, deadline, workDay, isPast ? null : calendar.CountBetween(time.Today, workDay), isPast, isCertain && deadline?.IsCertain != false);
    }

    private static Deadline? Customs(WorkingCalendar calendar, Section section) => (section.IsFromChina, IsInChina(section.To)) switch
    {
        (true, false) => calendar.Compute(DeadlineRules.ExportDeclaration, ChinaTime.FromUtc(section.From.LeavesAt)),
        // the day of entry is planned here; what counts is the day on which the conveyance declares it
        (false, true) => calendar.Compute(DeadlineRules.ImportDeclaration, ChinaTime.FromUtc(section.Stops.First(s => s.Position > section.From.Position && IsInChina(s)).ArrivesAt)),
        _ => null,
    };

    private static bool IsInChina(DepartureStop stop) => stop.Node!.CountryCode == China;

    /// <summary>A part of a departure's way.</summary>
    private sealed record Section(List<DepartureStop> Stops, DepartureStop From, DepartureStop To)
    {
        public bool IsFromChina => IsInChina(From);

        /// <returns>Null where the departure does not serve it.</returns>
        public static Section? Of(Departure departure, int? fromId, int? toId)
        {
            ArgumentNullException.ThrowIfNull(departure);
            var stops = departure.Stops.OrderBy(s => s.Position).ToList();
            var (from, to) = (fromId is null ? stops[0] : stops.Find(s => s.NodeId == fromId), toId is null ? stops[^1] : stops.Find(s => s.NodeId == toId));
            return from is null || to is null || from.Position >= to.Position ? null : new Section(stops, from, to);
        }
    }
}
