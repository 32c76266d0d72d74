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
    public static async Task<IReadOnlyList<Turn>> TurnsAsync(PortalDbContext db, int legId, CancellationToken cancellation)
    {
        var states = await db.LegStates.AsNoTracking().Where(s => s.LegId == legId).OrderBy(s => s.From).Take(Turns.Most).ToListAsync(cancellation);
        return Turns.Of(states.Select(s => (s.From, Facts(s))));
    }

    public static List<EditedField> Facts(LegState state) =>
    [
        new(nameof(LegData.Via), "经过", state.Via),
        new(nameof(LegData.EnglishVia), "经过（英文）", state.EnglishVia),
        new(nameof(LegData.HasCooling), "冷藏", NodeKeeping.YesNo(state.HasCooling)),
        new(nameof(LegData.IsClosed), "停用", NodeKeeping.YesNo(state.IsClosed)),
    ];
}
