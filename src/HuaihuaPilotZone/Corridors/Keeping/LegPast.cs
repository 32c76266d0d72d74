using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Corridors.Keeping;

/// <summary>Keeps what was said of legs from day to day, and tells it.</summary>
internal static class LegPast
{
    /// <summary>What was said of a leg on a day; null where nothing is written down that far back.</summary>
    public static Task<LegState?> OnAsync(PortalDbContext db, int legId, DateOnly day, CancellationToken cancellation) =>
        db.LegStates.AsNoTracking().Where(s => s.LegId == legId && s.From <= day).OrderByDescending(s => s.From).FirstOrDefaultAsync(cancellation);

    /// <summary>A list as of a day, with the values that had begun by then. A leg that was registered later is not in it; names of its ends are those of now.</summary>
    public static IQueryable<LegState> Rows(PortalDbContext db, LegFilter filter, DateOnly day)
    {
        var rows = db.LegStates.AsNoTracking().Include(s => s.Leg!.From).Include(s => s.Leg!.To).Include(s => s.Leg!.Values.Where(v => v.From <= day)).AsSplitQuery()
            .Where(s => s.From <= day && !db.LegStates.Any(later => later.LegId == s.LegId && later.From > s.From && later.From <= day));
        if (SearchWord.Of(filter.Words) is { } word) rows = rows.Where(s => s.Leg!.From!.Name.Contains(word) || s.Leg.To!.Name.Contains(word));
        if (filter.Mode is { } mode) rows = rows.Where(s => s.Leg!.Mode == mode);
        return (filter.Sort, filter.Descending) switch
        {
            (LegSort.Mode, false) => rows.OrderBy(s => s.Leg!.Mode).ThenBy(s => s.Leg!.From!.Name).ThenBy(s => s.Leg!.To!.Name).ThenBy(s => s.LegId),
            (LegSort.Mode, true) => rows.OrderByDescending(s => s.Leg!.Mode).ThenBy(s => s.Leg!.From!.Name).ThenBy(s => s.Leg!.To!.Name).ThenBy(s => s.LegId),
            (_, true) => rows.OrderByDescending(s => s.Leg!.From!.Name).ThenByDescending(s => s.Leg!.To!.Name).ThenByDescending(s => s.LegId),
            _ => rows.OrderBy(s => s.Leg!.From!.Name).ThenBy(s => s.Leg!.To!.Name).ThenBy(s => s.LegId),
        };
    }

    /// <summary>Why what is said of a leg now cannot be said from that day on.</summary>
    public static async Task<Outcome> RefuseAsync(PortalDbContext db, int legId, DateOnly since, DateOnly today, CancellationToken cancellation) =>
        Turns.Refuse(since, await db.LegStates.Where(s => s.LegId == legId).MaxAsync(s => (DateOnly?)s.From, cancellation), today, "以后才停用的，请发布一条关闭的提示。");

    /// <summary>Writes down what is said of a leg from a day on: saved by the caller. What was said before its first change is written down with it.</summary>
    /// <param name="before">What was said until now; null for a new leg.</param>
    public static async Task NoteAsync(PortalDbContext db, Leg leg, LegState? before, DateOnly since, CancellationToken cancellation)
    {
        var last = await db.LegStates.Where(s => s.LegId == leg.Id).OrderByDescending(s => s.From).FirstOrDefaultAsync(cancellation);
        if (last is null && before is not null) db.LegStates.Add(last = before);
        var now = LegState.Of(leg, since);
        if (last is not null && !Edits.Changes(Facts(last), Facts(now)).Any(c => c.IsChange)) return;
        if (last?.From == since) last.Take(leg);
        else db.LegStates.Add(now);
    }

    /// <summary>What was said of a leg from time to time, the latest first.</summary>
    public static Task<Page<Turn>> TurnsAsync(PortalDbContext db, int legId, PageRequest page, CancellationToken cancellation) =>
        db.LegStates.AsNoTracking().Where(s => s.LegId == legId).OrderByDescending(s => s.From).ToTurnsAsync(page, s => (s.From, Facts(s)), cancellation);

    public static List<EditedField> Facts(LegState state) =>
    [
        new(nameof(LegData.Via), "经过", state.Via),
        new(nameof(LegData.EnglishVia), "经过（英文）", state.EnglishVia),
        new(nameof(LegState.HasCooling), "冷藏", NodeKeeping.YesNo(state.HasCooling)),
        new(nameof(LegData.IsClosed), "停用", NodeKeeping.YesNo(state.IsClosed)),
    ];
}
