using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Numbers;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.WorkingDays;

/// <summary>The notice that a year's arrangement was taken from.</summary>
/// <param name="Address">Address of its text, or null.</param>
/// <param name="On">Day of the notice.</param>
public sealed record YearSource(string Title, string? Address, DateOnly On);

/// <summary>A year in the list.</summary>
/// <param name="Source">Null where no arrangement has been entered.</param>
public sealed record WorkingYearRow(int Year, YearSource? Source, int DaysOff, int MakeUpDays, DateTime? UpdatedAt, string? UpdatedBy);

/// <summary>A day off or a make-up day with the notice that names it.</summary>
public sealed record ArrangedDay(int Year, DateOnly Day, DayKind Kind, string Name, YearSource Source);

/// <summary>Keeps the arrangements of days off: staff enter the notice of a year and its days. Every change counts the calendar's version up.</summary>
public sealed class WorkingDaysService(PortalDbContext db, NumberGiver numbers, PortalJournal journal, Actor actor, ChinaTime time)
{
    private const string Gone = "这一年还没有录入安排。";
    private const string Stale = "您打开之后，他人已修改。请核对最新内容后再改。";

    /// <summary>Years that have an arrangement, and the present and the next one, the latest first.</summary>
    public async Task<IReadOnlyList<WorkingYearRow>> ListAsync(CancellationToken cancellation)
    {
        var rows = await db.WorkingYears.AsNoTracking().OrderByDescending(y => y.Year).Take(WorkingYear.Last - WorkingYear.First + 1)
            .Select(y => new WorkingYearRow(
                y.Year, new YearSource(y.SourceTitle, y.SourceAddress, y.SourceDate), y.Days.Count(d => d.Kind == DayKind.Off), y.Days.Count(d => d.Kind == DayKind.MakeUp), y.UpdatedAt, y.UpdatedBy))
            .ToListAsync(cancellation);
        var missing = new[] { time.Today.Year, time.Today.Year + 1 }.Where(n => rows.All(r => r.Year != n)).Select(n => new WorkingYearRow(n, null, 0, 0, null, null));
        return [.. rows.Concat(missing).OrderByDescending(r => r.Year)];
    }

    /// <summary>Every day of all years that a notice arranges, for a file.</summary>
    public IAsyncEnumerable<ArrangedDay> StreamAsync() => (
        from day in db.SpecialDays.AsNoTracking()
        join year in db.WorkingYears.AsNoTracking() on day.WorkingYearId equals year.Id
        orderby day.Day
        select new ArrangedDay(year.Year, day.Day, day.Kind, day.Name, new YearSource(year.SourceTitle, year.SourceAddress, year.SourceDate))).AsAsyncEnumerable();

    /// <summary>One year with its days in order; null where no arrangement has been entered.</summary>
    public async Task<WorkingYear?> FindAsync(int year, CancellationToken cancellation) =>
        await db.WorkingYears.AsNoTracking().Include(y => y.Days.OrderBy(d => d.Day)).SingleOrDefaultAsync(y => y.Year == year, cancellation);

    /// <summary>Enters the notice of a year, or corrects what was entered of it.</summary>
    /// <param name="version">The version that the form showed; 0 for a year without arrangement.</param>
    public async Task<Outcome> SaveSourceAsync(int year, int version, YearSource source, CancellationToken cancellation)
    {
        if (!WorkingYear.IsKept(year)) return NotKept();
        if (source.On > time.Today) return Outcome.Refused("On", "通知日期不能晚于今天。");
        return await ChangeAsync(
            async token =>
            {
                var row = await db.WorkingYears.SingleOrDefaultAsync(y => y.Year == year, token);
                if (row is null)
                {
                    if (version != 0) return Outcome.Refused(Stale);
                    row = new WorkingYear { Year = year, SourceTitle = source.Title, SourceAddress = source.Address, SourceDate = source.On, UpdatedBy = actor.Name, UpdatedAt = time.UtcNow };
                    db.WorkingYears.Add(row);
                    Write(year, "working-year.entered", [new("通知", null, source.Title), new("网址", null, source.Address), new("日期", null, Text(source.On))]);
                    return Outcome.Done;
                }
                if (version == 0) return Outcome.Refused(Stale);
                db.Expect(row, version);
                Write(year, "working-year.corrected", [new("通知", row.SourceTitle, source.Title), new("网址", row.SourceAddress, source.Address), new("日期", Text(row.SourceDate), Text(source.On))]);
                (row.SourceTitle, row.SourceAddress, row.SourceDate, row.UpdatedBy, row.UpdatedAt) = (source.Title, source.Address, source.On, actor.Name, time.UtcNow);
                return Outcome.Done;
            },
            Outcome.Refused(Stale), cancellation);
    }

    /// <summary>Enters a day off or a make-up day, or changes one.</summary>
    /// <param name="version">The version of the day that the form showed; 0 for a new one.</param>
    public Task<Outcome> SaveDayAsync(int year, int version, DateOnly day, DayKind kind, string name, CancellationToken cancellation)
    {
        if (!WorkingYear.IsKept(year)) return Task.FromResult(NotKept());
        // a notice names the last days of the year before, where a holiday begins there
        if (day < new DateOnly(year - 1, 12, 25) || day.Year > year) return Task.FromResult(Outcome.Refused("Day", $"日期应在 {year} 年内，或上一年 12 月 25 日以后。"));
        if (kind == DayKind.MakeUp && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) return Task.FromResult(Outcome.Refused("Day", "调休上班的日子应是周六或周日，请核对通知。"));
        return ChangeAsync(
            async token =>
            {
                if (await db.WorkingYears.SingleOrDefaultAsync(y => y.Year == year, token) is not { } owner) return Outcome.Refused(Gone);
                var row = await db.SpecialDays.SingleOrDefaultAsync(d => d.Day == day, token);
                if (row is null && version != 0) return Outcome.Refused(Stale);
                if (row is not null && version == 0) return Outcome.Refused("Day", $"{Text(day)} 已经录入为“{row.Name}{row.Kind.Word()}”。");
                Write(year, "working-day.saved", [new(Text(day), row is null ? null : $"{row.Name}{row.Kind.Word()}", $"{name}{kind.Word()}")]);
                if (row is null)
                {
                    db.SpecialDays.Add(new SpecialDay { WorkingYearId = owner.Id, Day = day, Kind = kind, Name = name });
                }
                else
                {
                    db.Expect(row, version);
                    (row.Kind, row.Name) = (kind, name);
                }
                (owner.UpdatedBy, owner.UpdatedAt) = (actor.Name, time.UtcNow);
                return Outcome.Done;
            },
            Outcome.Refused("Day", "这一天刚被他人修改，请核对最新内容。"), cancellation);
    }

    /// <summary>Takes a day out again, so that its day of the week counts.</summary>
    public Task<Outcome> RemoveDayAsync(int year, int version, DateOnly day, CancellationToken cancellation) => ChangeAsync(
        async token =>
        {
            var row = await db.SpecialDays.SingleOrDefaultAsync(d => d.Day == day && db.WorkingYears.Any(y => y.Id == d.WorkingYearId && y.Year == year), token);
            if (row is null) return Outcome.Refused("表中没有这一天。");
            db.Expect(row, version);
            db.SpecialDays.Remove(row);
            Write(year, "working-day.removed", [new(Text(day), $"{row.Name}{row.Kind.Word()}", null)]);
            return Outcome.Done;
        },
        Outcome.Refused(Stale), cancellation);

    private async Task<Outcome> ChangeAsync(Func<CancellationToken, Task<Outcome>> change, Outcome lost, CancellationToken cancellation)
    {
        await numbers.EnsureAsync(WorkingCalendarSource.Stamp, cancellation);
        try
        {
            return await db.InTransactionAsync(
                async token =>
                {
                    if (await change(token) is { IsDone: false } refused) return refused;
                    await db.SaveChangesAsync(token);
                    await numbers.NextAsync(WorkingCalendarSource.Stamp, token);
                    return Outcome.Done;
                },
                cancellation);
        }
        catch (DbUpdateException)
        {
            // the unique index or the counted version: somebody else was first
            db.ChangeTracker.Clear();
            return lost;
        }
    }

    private void Write(int year, string act, IEnumerable<FieldChange> changes) =>
        journal.Write(JournalSubjects.WorkingDays, year.ToString(CultureInfo.InvariantCulture), act, changes: changes);

    private static Outcome NotKept() => Outcome.Refused($"年份只能是 {WorkingYear.First} 到 {WorkingYear.Last}。");

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
