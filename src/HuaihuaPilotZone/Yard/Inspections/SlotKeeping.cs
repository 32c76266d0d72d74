using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.WorkingDays;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Yard.Inspections;

/// <summary>Keeps the slots of the supervision centre: a weekly pattern, the slots made from it on working days, and single changes.</summary>
public sealed class SlotKeeping(PortalDbContext db, WorkingCalendarSource calendars, PortalJournal journal, ChinaTime time)
{
    /// <summary>The longest range that slots are made for at once.</summary>
    public const int MostDays = 92;

    private const int MostPatterns = 50;
    private const int MinutesOfDay = 24 * 60;
    private const int MostKnown = MostDays * MostPatterns;

    public Task<Page<SlotRow>> ListAsync(SlotFilter filter, PageRequest page, CancellationToken cancellation) => Rows(filter).ToPageAsync(page, cancellation);

    /// <summary>All rows of a list, for a file.</summary>
    public IAsyncEnumerable<SlotRow> StreamAsync(SlotFilter filter) => Rows(filter).AsAsyncEnumerable();

    public Task<InspectionSlot?> FindAsync(int id, CancellationToken cancellation) => db.InspectionSlots.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancellation);

    /// <summary>What was done to a slot, newest first.</summary>
    public Task<Page<JournalLine>> HistoryAsync(int slotId, PageRequest page, CancellationToken cancellation) => journal.HistoryAsync(JournalSubjects.Inspection, SlotKey(slotId), page, cancellation);

    /// <summary>The weekly pattern.</summary>
    public async Task<IReadOnlyList<SlotPattern>> PatternsAsync(CancellationToken cancellation) =>
        await db.SlotPatterns.AsNoTracking().OrderBy(p => p.Place).ThenBy(p => p.FromMinute).ThenBy(p => p.Id).Take(MostPatterns).ToListAsync(cancellation);

    /// <param name="days">As <see cref="SlotPattern.Days"/> has them.</param>
    public async Task<Outcome> AddPatternAsync(string days, SlotHours hours, CancellationToken cancellation)
    {
        var refusals = Refuse(hours);
        if (days.Length == 0) refusals.Add(new Refusal("Days", "请至少选一天。"));
        if (refusals.Count > 0) return Outcome.Refused(refusals);
        if (await db.SlotPatterns.CountAsync(cancellation) >= MostPatterns) return Outcome.Refused($"最多 {MostPatterns} 行每周时段。");
        db.SlotPatterns.Add(new SlotPattern { Days = days, FromMinute = hours.FromMinute, UntilMinute = hours.UntilMinute, Place = hours.Place, Capacity = hours.Capacity });
        journal.Write(JournalSubjects.Inspection, "pattern", YardActs.PatternAdded, $"{SlotTimes.Days(days)} {SlotTimes.Of(hours.FromMinute)}–{SlotTimes.Of(hours.UntilMinute)} {hours.Place}，{hours.Capacity} 个车位");
        await db.SaveChangesAsync(cancellation);
        return Outcome.Done;
    }

    /// <summary>Slots that were made from it stay.</summary>
    public async Task<Outcome> RemovePatternAsync(int id, CancellationToken cancellation)
    {
        if (await db.SlotPatterns.SingleOrDefaultAsync(p => p.Id == id, cancellation) is not { } pattern) return Outcome.Refused("没有这一行，可能刚被他人删除。");
        db.SlotPatterns.Remove(pattern);
        journal.Write(JournalSubjects.Inspection, "pattern", YardActs.PatternRemoved, $"{SlotTimes.Days(pattern.Days)} {SlotTimes.Of(pattern.FromMinute)}–{SlotTimes.Of(pattern.UntilMinute)} {pattern.Place}");
        try
        {
            await db.SaveChangesAsync(cancellation);
            return Outcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Outcome.Refused("没有这一行，可能刚被他人删除。");
        }
    }

    /// <summary>Makes the slots of a range of days from the pattern: on working days only, and none that is there already.</summary>
    public async Task<Outcome<SlotsMade>> MakeAsync(DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        if (from < time.Today) return Outcome.Refused("From", "起始日期不能早于今天。");
        if (to < from) return Outcome.Refused("To", "截止日期不能早于起始日期。");
        if (!WorkingYear.IsKept(to.Year)) return Outcome.Refused("To", $"日期应在 {WorkingYear.Last} 年以前。");
        if (to.DayNumber - from.DayNumber >= MostDays) return Outcome.Refused("To", $"一次最多生成 {MostDays} 天。");
        var calendar = await calendars.ReadAsync(cancellation);
        try
        {
            return await db.InTransactionAsync<SlotsMade>(token => MakeWithinAsync(calendar, from, to, token), cancellation);
        }
        catch (DbUpdateException)
        {
            // the unique index: the same slots were made a moment before
            db.ChangeTracker.Clear();
            return Outcome.Refused("他人刚刚生成了这些日期的时段，请再试一次。");
        }
    }

    /// <summary>Changes how many places a slot has, or closes it. Never below what is taken, whoever books meanwhile.</summary>
    /// <param name="version">The version that the form showed.</param>
    public async Task<Outcome> UpdateAsync(int id, int version, int capacity, bool isClosed, string? note, CancellationToken cancellation)
    {
        if (capacity is < 1 or > InspectionSlot.LargestCapacity) return Outcome.Refused("Capacity", $"车位数应为 1 至 {InspectionSlot.LargestCapacity}。");
        return await db.InTransactionAsync(
            async token =>
            {
                if (await db.InspectionSlots.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, token) is not { } slot) return Outcome.Refused("没有这个时段。");
                var changed = await db.InspectionSlots.Where(s => s.Id == id && s.Version == version && s.Booked <= capacity)
                    .ExecuteUpdateAsync(set => set.SetProperty(s => s.Capacity, capacity).SetProperty(s => s.IsClosed, isClosed).SetProperty(s => s.Note, note).SetProperty(s => s.Version, s => s.Version + 1), token);
                if (changed == 0)
                {
                    var now = await db.InspectionSlots.AsNoTracking().SingleAsync(s => s.Id == id, token);
                    return now.Version != version ? Edits.Conflict(Fields(now.Capacity, now.IsClosed, now.Note), Fields(capacity, isClosed, note)) : Outcome.Refused("Capacity", $"已约出 {now.Booked} 个车位，不能少于这个数。");
                }
                journal.Write(JournalSubjects.Inspection, SlotKey(id), YardActs.SlotChanged, slot.Text, Edits.Changes(Fields(slot.Capacity, slot.IsClosed, slot.Note), Fields(capacity, isClosed, note)));
                await db.SaveChangesAsync(token);
                return Outcome.Done;
            },
            cancellation);
    }

    private async Task<Outcome<SlotsMade>> MakeWithinAsync(WorkingCalendar calendar, DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        var patterns = await PatternsAsync(cancellation);
        if (patterns.Count == 0) return Outcome.Refused("From", "还没有每周时段，请先在下面增加。");
        var known = (await db.InspectionSlots.Where(s => s.Day >= from && s.Day <= to).OrderBy(s => s.Id).Take(MostKnown).Select(s => new { s.Day, s.FromMinute, s.Place }).ToListAsync(cancellation))
            .Select(s => (s.Day, s.FromMinute, s.Place)).ToHashSet();
        var (made, old, off) = (0, 0, 0);
        for (var day = from; day <= to; day = day.AddDays(1))
        {
            if (DayMark(calendar, day) is not { } mark)
            {
                off++;
                continue;
            }
            foreach (var pattern in patterns.Where(p => p.Days.Contains(mark)))
            {
                if (!known.Add((day, pattern.FromMinute, pattern.Place)))
                {
                    old++;
                    continue;
                }
                db.InspectionSlots.Add(new InspectionSlot { Day = day, FromMinute = pattern.FromMinute, UntilMinute = pattern.UntilMinute, Place = pattern.Place, Capacity = pattern.Capacity });
                made++;
            }
        }
        journal.Write(JournalSubjects.Inspection, "slots", YardActs.SlotsMade, string.Create(CultureInfo.InvariantCulture, $"{from:yyyy-MM-dd} 至 {to:yyyy-MM-dd}，新增 {made} 个"));
        await db.SaveChangesAsync(cancellation);
        return new SlotsMade(made, old, off, [.. Enumerable.Range(from.Year, to.Year - from.Year + 1).Where(y => !calendar.IsArranged(y))]);
    }

    /// <summary>The mark of a working day in a pattern; null for a day off.</summary>
    private static char? DayMark(WorkingCalendar calendar, DateOnly day) =>
        !calendar.IsWorkingDay(day) ? null : calendar.ArrangedAs(day) == DayKind.MakeUp ? SlotPattern.MakeUp : (char)('0' + (int)day.DayOfWeek);

    private IQueryable<SlotRow> Rows(SlotFilter filter)
    {
        var from = filter.From ?? time.Today;
        var slots = db.InspectionSlots.AsNoTracking().Where(s => s.Day >= from);
        if (filter.To is { } to) slots = slots.Where(s => s.Day <= to);
        if (SearchWord.Of(filter.Place) is { } place) slots = slots.Where(s => s.Place.Contains(place));
        if (filter.Places is { } places) slots = slots.Where(s => !s.IsClosed && s.Capacity - s.Booked >= places);
        var ordered = filter.Descending
            ? slots.OrderByDescending(s => s.Day).ThenByDescending(s => s.FromMinute).ThenBy(s => s.Place)
            : slots.OrderBy(s => s.Day).ThenBy(s => s.FromMinute).ThenBy(s => s.Place);
        return ordered.ThenBy(s => s.Id).Select(s => new SlotRow(s.Id, s.Day, s.FromMinute, s.UntilMinute, s.Place, s.Capacity, s.Booked, s.IsClosed, s.Note));
    }

    private static List<Refusal> Refuse(SlotHours hours)
    {
        var refusals = new List<Refusal>();
        if (hours.FromMinute is < 0 or >= MinutesOfDay) refusals.Add(new Refusal("From", "请填写开始时间，如 09:00。"));
        if (hours.UntilMinute <= hours.FromMinute || hours.UntilMinute > MinutesOfDay) refusals.Add(new Refusal("Until", "结束时间应晚于开始时间。"));
        if (hours.Capacity is < 1 or > InspectionSlot.LargestCapacity) refusals.Add(new Refusal("Capacity", $"车位数应为 1 至 {InspectionSlot.LargestCapacity}。"));
        return refusals;
    }

    private static List<EditedField> Fields(int capacity, bool isClosed, string? note) =>
    [
        new("Capacity", "车位数", capacity.ToString(CultureInfo.InvariantCulture)),
        new("IsClosed", "停止预约", isClosed ? "是" : "否"),
        new("Note", "说明", note),
    ];

    private static string SlotKey(int id) => string.Create(CultureInfo.InvariantCulture, $"slot/{id}");
}
