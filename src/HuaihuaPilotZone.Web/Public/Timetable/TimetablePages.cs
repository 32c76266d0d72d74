using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors;
using HuaihuaPilotZone.Corridors.Timetable;
using HuaihuaPilotZone.Web.Public.Shared;
using HuaihuaPilotZone.Web.TagHelpers;
using Microsoft.Extensions.Localization;

namespace HuaihuaPilotZone.Web.Public.Timetable;

/// <summary>The filters as the address bar has them.</summary>
public sealed record TimetableQuery(DateOnly? From = null, DateOnly? Until = null, string? Corridor = null, string? To = null, bool Free = false, TimetableSort Sort = TimetableSort.Time, int? Page = null)
{
    public bool IsNarrowed => From is not null || Until is not null || Corridor is not null || To is not null || Free;

    public TimetableFilter ToFilter() => new(From, Until, Corridor, To, Free, Enum.IsDefined(Sort) ? Sort : TimetableSort.Time);

    /// <summary>The same question for a file.</summary>
    public string Address(string ending)
    {
        var parts = new List<string>();
        if (From is { } from) parts.Add($"from={from:yyyy-MM-dd}");
        if (Until is { } until) parts.Add($"until={until:yyyy-MM-dd}");
        if (!string.IsNullOrEmpty(Corridor)) parts.Add($"corridor={Uri.EscapeDataString(Corridor)}");
        if (!string.IsNullOrEmpty(To)) parts.Add($"to={Uri.EscapeDataString(To)}");
        if (Free) parts.Add("free=true");
        return parts.Count == 0 ? $"/timetable{ending}" : $"/timetable{ending}?{string.Join('&', parts)}";
    }
}

/// <summary>The timetable.</summary>
/// <param name="From">First day shown.</param>
/// <param name="Until">Last day shown.</param>
public sealed record TimetablePage(TimetableQuery Query, DateOnly From, DateOnly Until, Page<Departure> Departures, TimetableChoices Choices, DateTime Now);

/// <summary>One departure.</summary>
/// <param name="Way">Its corridor with its statuses; null for none.</param>
public sealed record DeparturePage(Departure Departure, DateTime Now, Corridor? Way)
{
    public DeparturePage(Departure departure, DateTime now)
        : this(departure, now, departure.Service?.Corridor)
    {
    }

    public SlotState State => Departure.StateOf(Now, Suspension?.From);

    /// <summary>The suspension of its corridor that its day belongs to; null where it runs.</summary>
    public Suspension? Suspension => Way?.SuspensionOn(Departure.Day);

    /// <summary>For its whole way; null on a list.</summary>
    public TripDeadlines? Deadlines { get; init; }
}

/// <summary>How a departure stands with somebody who wants to send goods.</summary>
public enum SlotState
{
    Free,

    /// <summary>A tenth or less is left.</summary>
    Few,
    Full,

    /// <summary>The cut-off has passed.</summary>
    Closed,
    Left,
    Cancelled,

    /// <summary>Its corridor is suspended on its day.</summary>
    Suspended,
}

/// <summary>Words and states of departures that several pages show.</summary>
public static class DepartureViews
{
    /// <summary>From here on a way is told in days.</summary>
    private const int MostHours = 48;

    /// <param name="suspendedSince">Since when its corridor is suspended on its day; null where it runs.</param>
    public static SlotState StateOf(this Departure departure, DateTime now, DateOnly? suspendedSince)
    {
        if (departure.Status == DepartureStatus.Cancelled) return SlotState.Cancelled;
        if (suspendedSince is not null) return SlotState.Suspended;
        if (departure.LeavesAt <= now) return SlotState.Left;
        if (departure.CutOffAt <= now) return SlotState.Closed;
        if (departure.Free == 0) return SlotState.Full;
        return departure.Free * 10 <= departure.Capacity ? SlotState.Few : SlotState.Free;
    }

    /// <summary>What its state is called, with what is free or since when it does not run.</summary>
    public static string Word(this DeparturePage page, IStringLocalizer words) => page is { State: SlotState.Suspended, Suspension: { } suspension }
        ? Suspended(suspension, words)
        : words[$"State.{page.State}", page.Departure.Free];

    /// <summary>That a corridor is suspended, with its first and its last day where they are known.</summary>
    public static string Suspended(Suspension suspension, IStringLocalizer words) => (suspension.From == DateOnly.MinValue, suspension.Until) switch
    {
        (true, null) => words["State.Suspended"],
        (true, { } until) => words["State.SuspendedUntil", ChineseDates.List(until)],
        (false, null) => words["State.SuspendedSince", ChineseDates.List(suspension.From)],
        (false, { } until) => words["State.SuspendedFromUntil", ChineseDates.List(suspension.From), ChineseDates.List(until)],
    };

    /// <summary>Names of the stops in order.</summary>
    public static string RouteOf(this Departure departure, string arrow) => string.Join(arrow, departure.Stops.OrderBy(s => s.Position).Select(s => Bilingual.Pick(s.Node!.Name, s.Node.EnglishName)));

    /// <summary>Local time at a node, such as 2026-03-20 周五 20:00.</summary>
    public static string At(this Node node, DateTime utc) => At(utc, node.TimeZone);

    /// <summary>The same in a time zone.</summary>
    public static string At(DateTime utc, string zone) => LocalTime.FromUtc(utc, zone).ToString("yyyy-MM-dd ddd HH:mm", Bilingual.IsEnglish ? CultureInfo.InvariantCulture : _chinese);

    /// <summary>The same moment for machines.</summary>
    public static string Machine(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>How long the whole way takes, in words.</summary>
    public static string Total(this Departure departure, IStringLocalizer<TimetableText> words)
    {
        var total = departure.ArrivesAt - departure.LeavesAt;
        return total.TotalHours < MostHours ? words["Total.Hours", Math.Round(total.TotalHours)] : words["Total.Days", Math.Round(total.TotalDays)];
    }

    /// <summary>Where it starts.</summary>
    public static Node First(this Departure departure) => departure.Stops.MinBy(s => s.Position)!.Node!;

    /// <summary>Where it ends.</summary>
    public static Node Last(this Departure departure) => departure.Stops.MaxBy(s => s.Position)!.Node!;

    /// <summary>Where a slot is booked.</summary>
    public static string BookingAddress(string number, string from, string to) => $"/enterprise/bookings/new?departure={Uri.EscapeDataString(number)}&from={Uri.EscapeDataString(from)}&to={Uri.EscapeDataString(to)}";

    private static readonly CultureInfo _chinese = Chinese();

    /// <summary>Weekdays in Chinese whatever cultures the system carries.</summary>
    private static CultureInfo Chinese()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.DateTimeFormat.AbbreviatedDayNames = ["周日", "周一", "周二", "周三", "周四", "周五", "周六"];
        return culture;
    }
}
