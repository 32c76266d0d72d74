using System.Globalization;
using System.Text;
using HuaihuaPilotZone.Corridors.Timetable;
using HuaihuaPilotZone.Web.Public.Shared;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Microsoft.Extensions.Localization;

namespace HuaihuaPilotZone.Web.Public.Timetable;

/// <summary>A departure as a row of a file.</summary>
public static class TimetableRow
{
    public static IReadOnlyList<string> Of(Departure departure, IStringLocalizer words, DateTime now)
    {
        var service = departure.Service!;
        var page = new DeparturePage(departure, now);
        return
        [
            departure.Number,
            service.Corridor is { } corridor ? Bilingual.Pick(corridor.Name, corridor.EnglishName) : "",
            Bilingual.Pick(service.Name, service.EnglishName),
            departure.RouteOf(" → "),
            departure.First().At(departure.LeavesAt),
            departure.First().At(departure.CutOffAt),
            departure.Last().At(departure.ArrivesAt),
            departure.Capacity.ToString(CultureInfo.InvariantCulture),
            page.State is SlotState.Cancelled or SlotState.Suspended ? "" : departure.Free.ToString(CultureInfo.InvariantCulture),
            page.Word(words),
            departure.Reason ?? BasisOf(page) ?? "",
            service.Source,
        ];
    }

    /// <summary>Who says that its corridor is suspended; null where it is not.</summary>
    internal static string? BasisOf(DeparturePage page) => page.State == SlotState.Suspended ? page.Way?.On(page.Departure.Day)?.Source : null;
}

/// <summary>The timetable for a calendar programme (RFC 5545). Times are UTC, so that every programme shows them in its own zone.</summary>
public static class TimetableCalendar
{
    public static byte[] Make(IReadOnlyList<Departure> departures, IStringLocalizer words, DateTime now)
    {
        var calendar = new Ical.Net.Calendar { ProductId = "-//Huaihua Pilot Zone//Timetable//ZH" };
        calendar.AddProperty("X-WR-CALNAME", words["Title"].Value);
        foreach (var departure in departures) calendar.Events.Add(EventOf(departure, words, now));
        return Encoding.UTF8.GetBytes(new CalendarSerializer().SerializeToString(calendar)!);
    }

    private static CalendarEvent EventOf(Departure departure, IStringLocalizer words, DateTime now)
    {
        var service = departure.Service!;
        var page = new DeparturePage(departure, now);
        var name = Bilingual.Pick(service.Name, service.EnglishName);
        return new CalendarEvent
        {
            Uid = $"{departure.Number}@huaihua-pilot-zone",
            // a programme takes an event over again when it counts higher, and a corridor's statuses change its departures
            Sequence = departure.Version + (service.Corridor?.Version ?? 0),
            DtStamp = new CalDateTime(now, "UTC"),
            Start = new CalDateTime(departure.LeavesAt, "UTC"),
            End = new CalDateTime(departure.ArrivesAt, "UTC"),
            Summary = page.State switch
            {
                SlotState.Cancelled => words["Ics.Cancelled", name],
                SlotState.Suspended => words["Ics.Suspended", name],
                _ => name,
            },
            Status = page.State is SlotState.Cancelled or SlotState.Suspended ? Ical.Net.EventStatus.Cancelled : Ical.Net.EventStatus.Confirmed,
            Location = Bilingual.Pick(departure.First().Name, departure.First().EnglishName),
            Description = words["Ics.Text", departure.Number, departure.RouteOf(" → "), departure.First().At(departure.CutOffAt), departure.Reason ?? (page.State == SlotState.Suspended ? page.Word(words) : "—"), service.Source],
        };
    }
}
