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
            departure.Free.ToString(CultureInfo.InvariantCulture),
            words[$"State.{departure.StateOf(now)}", departure.Free],
            departure.Reason ?? "",
            service.Source,
        ];
    }
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
        var isCancelled = departure.Status == DepartureStatus.Cancelled;
        var name = Bilingual.Pick(service.Name, service.EnglishName);
        return new CalendarEvent
        {
            Uid = $"{departure.Number}@huaihua-pilot-zone",
            Sequence = departure.Version,
            DtStamp = new CalDateTime(now, "UTC"),
            Start = new CalDateTime(departure.LeavesAt, "UTC"),
            End = new CalDateTime(departure.ArrivesAt, "UTC"),
            Summary = isCancelled ? words["Ics.Cancelled", name] : name,
            Status = isCancelled ? Ical.Net.EventStatus.Cancelled : Ical.Net.EventStatus.Confirmed,
            Location = Bilingual.Pick(departure.First().Name, departure.First().EnglishName),
            Description = words["Ics.Text", departure.Number, departure.RouteOf(" → "), departure.First().At(departure.CutOffAt), departure.Reason ?? "—", service.Source],
        };
    }
}
