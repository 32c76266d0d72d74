using System.Linq.Expressions;
using HuaihuaPilotZone.Common;
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

    /// <summary>A list as of a day, with its statuses. A corridor that was made later is not in it.</summary>
    public static IQueryable<CorridorState> Rows(PortalDbContext db, CorridorFilter filter, DateOnly day)
    {
        var rows = Whole(db).Include(s => s.Corridor!.Standings).AsSplitQuery()
            .Where(s => s.From <= day && !db.CorridorStates.Any(later => later.CorridorId == s.CorridorId && later.From > s.From && later.From <= day));
        if (SearchWord.Of(filter.Words) is { } word) rows = rows.Where(s => s.Name.Contains(word) || s.EnglishName.Contains(word) || s.Corridor!.Slug.Contains(word) || s.Partners!.Contains(word));
        if (filter.Status is { } status) rows = rows.Where(Stood(status, day));
        return (filter.Sort, filter.Descending) switch
        {
            (CorridorSort.Name, false) => rows.OrderBy(s => s.Name).ThenBy(s => s.CorridorId),
            (CorridorSort.Name, true) => rows.OrderByDescending(s => s.Name).ThenByDescending(s => s.CorridorId),
            (CorridorSort.Status, false) => rows.OrderBy(StatusOn(day)).ThenBy(s => s.Corridor!.SortOrder).ThenBy(s => s.CorridorId),
            (CorridorSort.Status, true) => rows.OrderByDescending(StatusOn(day)).ThenBy(s => s.Corridor!.SortOrder).ThenBy(s => s.CorridorId),
            (_, true) => rows.OrderByDescending(s => s.Corridor!.SortOrder).ThenByDescending(s => s.CorridorId),
            _ => rows.OrderBy(s => s.Corridor!.SortOrder).ThenBy(s => s.CorridorId),
        };
    }

    /// <summary>Why what is said of a corridor now cannot be said from that day on.</summary>
    public static async Task<Outcome> RefuseAsync(PortalDbContext db, int corridorId, DateOnly since, DateOnly today, CancellationToken cancellation) =>
        Turns.Refuse(since, await db.CorridorStates.Where(s => s.CorridorId == corridorId).MaxAsync(s => (DateOnly?)s.From, cancellation), today, "以后才变的，请到那天再改。");

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
    public static Task<Page<Turn>> TurnsAsync(PortalDbContext db, int corridorId, PageRequest page, CancellationToken cancellation) =>
        Whole(db).Where(s => s.CorridorId == corridorId).OrderByDescending(s => s.From).ToTurnsAsync(page, s => (s.From, Facts(s)), cancellation);

    private static IQueryable<CorridorState> Whole(PortalDbContext db) => db.CorridorStates.AsNoTracking()
        .Include(s => s.Legs.OrderBy(l => l.Position)).ThenInclude(l => l.Leg!.From).Include(s => s.Legs.OrderBy(l => l.Position)).ThenInclude(l => l.Leg!.To);

    /// <summary>As <see cref="Corridor.On"/> says it.</summary>
    private static Expression<Func<CorridorState, bool>> Stood(CorridorStatus status, DateOnly day) => s => s.Corridor!.Standings.Any()
        ? s.Corridor.Standings.Any(t => t.Status == status && t.From <= day && !s.Corridor.Standings.Any(later => later.From > t.From && later.From <= day))
        : s.Corridor.Status == status;

    private static Expression<Func<CorridorState, CorridorStatus?>> StatusOn(DateOnly day) => s => s.Corridor!.Standings.Any()
        ? s.Corridor.Standings.Where(t => t.From <= day).OrderByDescending(t => t.From).Select(t => (CorridorStatus?)t.Status).FirstOrDefault()
        : s.Corridor.Status;

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
