using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Numbers;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.WorkingDays;

/// <summary>The calendar of this instance, kept until its version has changed.</summary>
public sealed class WorkingCalendarCache
{
    private WorkingCalendar? _calendar;

    internal WorkingCalendar? At(int version) => Volatile.Read(ref _calendar) is { } kept && kept.Version == version ? kept : null;

    internal void Keep(WorkingCalendar calendar) => Volatile.Write(ref _calendar, calendar);
}

/// <summary>Gives out the working calendar. A number in the database counts the changes, so that every instance knows when to read anew.</summary>
public sealed class WorkingCalendarSource(PortalDbContext db, NumberGiver numbers, WorkingCalendarCache cache)
{
    /// <summary>The series whose number is the version; whoever changes an arrangement takes the next one.</summary>
    internal const string Stamp = "working-days";

    private const int MostDays = 20_000;

    private WorkingCalendar? _read;

    /// <summary>The present calendar; asked for once in a scope.</summary>
    public async Task<WorkingCalendar> ReadAsync(CancellationToken cancellation)
    {
        if (_read is not null) return _read;
        var version = await numbers.LastAsync(Stamp, cancellation);
        if (cache.At(version) is { } known) return _read = known;
        var years = await db.WorkingYears.OrderBy(y => y.Year).Select(y => y.Year).Take(MostDays).ToListAsync(cancellation);
        var days = await db.SpecialDays.OrderBy(d => d.Day).Select(d => new { d.Day, d.Kind }).Take(MostDays).ToListAsync(cancellation);
        var calendar = new WorkingCalendar(version, years, days.Select(d => KeyValuePair.Create(d.Day, d.Kind)));
        cache.Keep(calendar);
        return _read = calendar;
    }
}
