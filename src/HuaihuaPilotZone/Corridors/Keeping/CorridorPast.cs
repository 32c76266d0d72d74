using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Corridors.Keeping;

/// <summary>Keeps what was said of corridors from day to day, and tells it.</summary>
internal static class CorridorPast
{
    /// <summary>What was said of a corridor on a day, with its legs in order; null where it had not been made.</summary>
    public static Task<CorridorState?> OnAsync(PortalDbContext db, int corridorId, DateOnly day, CancellationToken cancellation) =>
        Whole(db).Where(s => s.CorridorId == corridorId && s.From <= day).OrderByDescending(s => s.From).FirstOrDefaultAsync(cancellation);

    /// <summary>Writes down what is said of a corridor from a day on, within the caller's transaction and saved by it. What was said before its first change is written down with it.</summary>
    /// <param name="before">What was said until now; null for a new corridor.</param>
    public static async Task NoteAsync(PortalDbContext db, Corridor corridor, CorridorState? before, DateOnly since, CancellationToken cancellation)
    {
        var id = corridor.Id;
        if (before is not null && !await db.CorridorStates.AnyAsync(s => s.CorridorId == id, cancellation)) db.CorridorStates.Add(before);
        await db.Set<CorridorStateLeg>().Where(l => db.CorridorStates.Any(s => s.Id == l.StateId && s.CorridorId == id && s.From == since)).ExecuteDeleteAsync(cancellation);
        await db.CorridorStates.Where(s => s.CorridorId == id && s.From == since).ExecuteDeleteAsync(cancellation);
        db.CorridorStates.Add(CorridorState.Of(corridor, since));
    }

    /// <summary>What was said of a corridor from time to time, the latest first.</summary>
    public static async Task<IReadOnlyList<Turn>> TurnsAsync(PortalDbContext db, int corridorId, CancellationToken cancellation)
    {
        var states = await Whole(db).Where(s => s.CorridorId == corridorId).OrderBy(s => s.From).Take(Turns.Most).ToListAsync(cancellation);
        return Turns.Of(states.Select(s => (s.From, Facts(s))));
    }

    private static IQueryable<CorridorState> Whole(PortalDbContext db) => db.CorridorStates.AsNoTracking()
        .Include(s => s.Legs.OrderBy(l => l.Position)).ThenInclude(l => l.Leg!.From).Include(s => s.Legs.OrderBy(l => l.Position)).ThenInclude(l => l.Leg!.To);

    private static List<EditedField> Facts(CorridorState state) =>
    [
        new(nameof(CorridorData.Name), "名称", state.Name),
        new(nameof(CorridorData.EnglishName), "英文名称", state.EnglishName),
        new(nameof(CorridorData.Description), "说明", state.Description),
        new(nameof(CorridorData.EnglishDescription), "英文说明", state.EnglishDescription),
        new(nameof(CorridorData.Partners), "合作方", state.Partners),
        new(nameof(CorridorData.Source), "来源", state.Source),
        new(nameof(CorridorData.SourceAddress), "来源网址", state.SourceAddress),
        new(nameof(CorridorData.Documents), "所需单证", state.Documents),
        new(nameof(CorridorData.EnglishDocuments), "所需单证（英文）", state.EnglishDocuments),
        new(nameof(CorridorData.Contact), "联系", state.Contact),
        new(nameof(CorridorData.LegIds), "区段", string.Join("、", state.Legs.Select(l => CorridorImport.Named(l.Leg!)))),
    ];
}
