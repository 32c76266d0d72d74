using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Enterprises.Finding;
using HuaihuaPilotZone.Enterprises.Past;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Parks;

/// <summary>What staff write about an area.</summary>
/// <param name="Source">Where the name was read.</param>
/// <param name="ParentId">The area it is a part of; null at the top.</param>
public sealed record AreaData(string Name, string Source, int? ParentId);

/// <summary>An area in the tree, each after the one it is a part of.</summary>
/// <param name="Depth">0 at the top.</param>
/// <param name="Enterprises">Enterprises of the roster that have not left, with those of its parts.</param>
/// <param name="Parks">Parks, with those of its parts.</param>
/// <param name="Vacant">Vacant units of those parks.</param>
/// <param name="Former">Names it had before, the latest first; lists of those days still say them.</param>
public sealed record AreaRow(ParkArea Area, int Depth, int Enterprises, int Parks, int Vacant, IReadOnlyList<FormerWord> Former);

/// <summary>Keeps the tree of areas. It has no circles and is at most <see cref="MostLevels"/> deep: who moves an area counts up the version of every area above and below it, so that two moves that would make a circle together cannot both be saved.</summary>
public sealed class AreaKeeping(PortalDbContext db, RosterCounts counts, PortalJournal journal, ChinaTime time)
{
    public const int MostLevels = 3;

    private const int MostAreas = 200;

    /// <summary>The whole tree with its counts, in the order of the areas.</summary>
    public async Task<IReadOnlyList<AreaRow>> TreeAsync(CancellationToken cancellation)
    {
        var areas = await AreasAsync(cancellation);
        var former = await db.FormerWordsAsync(TaxonomyKind.Area, cancellation);
        var enterprises = await counts.OfAreasAsync(withLeft: false, cancellation);
        var occupancy = await db.OccupancyAsync(time.Today, cancellation);
        var parks = await db.Parks.Where(p => p.ParkAreaId != null).OrderBy(p => p.Id).Take(MostAreas).Select(p => new { p.Id, AreaId = p.ParkAreaId!.Value }).ToListAsync(cancellation);
        var rows = new List<AreaRow>();
        AreaRow Add(ParkArea area, int depth)
        {
            var at = rows.Count;
            rows.Add(null!);
            var own = parks.Where(p => p.AreaId == area.Id).ToList();
            var row = new AreaRow(area, depth, enterprises.GetValueOrDefault(area.Id), own.Count, own.Sum(p => occupancy.GetValueOrDefault(p.Id)?.VacantUnits ?? 0), [.. former[area.Id]]);
            foreach (var part in areas.Where(a => a.ParentId == area.Id))
            {
                var below = Add(part, depth + 1);
                row = row with { Enterprises = row.Enterprises + below.Enterprises, Parks = row.Parks + below.Parks, Vacant = row.Vacant + below.Vacant };
            }
            return rows[at] = row;
        }
        foreach (var top in areas.Where(a => a.ParentId is null)) Add(top, 0);
        return rows;
    }

    public Task<ParkArea?> FindAsync(int id, CancellationToken cancellation) => db.Set<ParkArea>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, cancellation);

    /// <summary>What was done to an area, newest first.</summary>
    public Task<Page<JournalLine>> HistoryAsync(int id, PageRequest page, CancellationToken cancellation) => journal.HistoryAsync(JournalSubjects.Area, UnitDesk.Key(id), page, cancellation);

    /// <returns>The id of the new area.</returns>
    public async Task<Outcome<int>> AddAsync(AreaData data, CancellationToken cancellation)
    {
        try
        {
            return await db.InTransactionAsync<int>(
                async token =>
                {
                    var areas = await TrackedAsync(token);
                    if (areas.Count >= MostAreas) return Outcome.Refused($"最多登记 {MostAreas} 个片区。");
                    if (Refuse(areas, null, data) is { } refusal) return refusal;
                    var area = new ParkArea
                    {
                        Name = data.Name,
                        Source = data.Source,
                        ParentId = data.ParentId,
                        SortOrder = areas.Max(a => (int?)a.SortOrder) + 1 ?? 0,
                    };
                    db.Add(area);
                    Touch(areas, data.ParentId);
                    await db.SaveChangesAsync(token);
                    journal.Write(JournalSubjects.Area, UnitDesk.Key(area.Id), ParkActs.AreaAdded, changes: Fields(area, areas).Select(f => new FieldChange(f.Label, null, f.Value)));
                    await db.SaveChangesAsync(token);
                    return area.Id;
                },
                cancellation);
        }
        catch (DbUpdateException fault)
        {
            db.ChangeTracker.Clear();
            if (await TakenAsync(data.Name, null, cancellation) is { } taken) return taken;
            if (fault is DbUpdateConcurrencyException) return Late();
            throw;
        }
    }

    /// <summary>Saves an edited area, also under another one. The second of two people is told what the first one wrote.</summary>
    /// <param name="version">The version that the form showed.</param>
    public async Task<Outcome> UpdateAsync(int id, int version, AreaData data, CancellationToken cancellation)
    {
        var areas = await TrackedAsync(cancellation);
        if (areas.Find(a => a.Id == id) is not { } area) return Outcome.Refused("没有这个片区。");
        if (Refuse(areas, area, data) is { } refusal)
        {
            db.ChangeTracker.Clear();
            return refusal;
        }
        var (before, isStale) = (Fields(area, areas), area.Version != version);
        var isMoved = area.ParentId != data.ParentId;
        if (!isStale && area.Name != data.Name) await db.KeepFormerWordAsync(TaxonomyKind.Area, id, area.Name, time.Today, cancellation);
        (area.Name, area.Source, area.ParentId) = (data.Name, data.Source, data.ParentId);
        var typed = Fields(area, areas);
        if (isStale)
        {
            db.ChangeTracker.Clear();
            return Edits.Conflict(before, typed);
        }
        if (isMoved)
        {
            Touch(areas, data.ParentId);
            foreach (var part in Below(areas, id)) Touch(part);
        }
        journal.Write(JournalSubjects.Area, UnitDesk.Key(id), ParkActs.AreaChanged, changes: Edits.Changes(before, typed));
        try
        {
            await db.SaveChangesAsync(cancellation);
            return Outcome.Done;
        }
        catch (DbUpdateException fault)
        {
            db.ChangeTracker.Clear();
            if (await TakenAsync(data.Name, id, cancellation) is { } taken) return taken;
            if (fault is DbUpdateConcurrencyException) return Late();
            throw;
        }
    }

    /// <summary>Offers it no more from today on, or again. Enterprises and parks that are in it stay.</summary>
    public async Task<Outcome> CloseAsync(int id, bool isClosed, CancellationToken cancellation)
    {
        if (await db.Set<ParkArea>().SingleOrDefaultAsync(a => a.Id == id, cancellation) is not { } area) return Outcome.Refused("没有这个片区。");
        if (area.ClosedOn is not null == isClosed) return Outcome.Refused(isClosed ? "已经停用。" : "没有停用。");
        area.ClosedOn = isClosed ? time.Today : null;
        journal.Write(JournalSubjects.Area, UnitDesk.Key(id), isClosed ? ParkActs.AreaClosed : ParkActs.AreaOpened);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return Outcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Late();
        }
    }

    private Task<List<ParkArea>> AreasAsync(CancellationToken cancellation) => db.Set<ParkArea>().AsNoTracking().OrderBy(a => a.SortOrder).ThenBy(a => a.Id).Take(MostAreas).ToListAsync(cancellation);

    private Task<List<ParkArea>> TrackedAsync(CancellationToken cancellation) => db.Set<ParkArea>().OrderBy(a => a.SortOrder).ThenBy(a => a.Id).Take(MostAreas).ToListAsync(cancellation);

    /// <param name="area">Null for a new one.</param>
    private static Outcome? Refuse(List<ParkArea> areas, ParkArea? area, AreaData data)
    {
        if (data.ParentId is not { } parent) return null;
        if (areas.TrueForAll(a => a.Id != parent)) return Outcome.Refused(nameof(data.ParentId), "没有这个上级片区，请重新选择。");
        List<ParkArea> below = area is null ? [] : [area, .. Below(areas, area.Id)];
        if (below.Exists(a => a.Id == parent)) return Outcome.Refused(nameof(data.ParentId), "上级片区不能是它自己或它的下级。");
        var height = area is null ? 1 : Height(areas, area.Id);
        return Above(areas, parent).Count() + height > MostLevels ? Outcome.Refused(nameof(data.ParentId), $"片区最多分 {MostLevels} 级。") : null;
    }

    /// <summary>An area and all that it is a part of.</summary>
    private static IEnumerable<ParkArea> Above(List<ParkArea> areas, int? id)
    {
        for (var area = areas.Find(a => a.Id == id); area is not null; area = areas.Find(a => a.Id == area.ParentId)) yield return area;
    }

    /// <summary>All that is a part of an area.</summary>
    private static IEnumerable<ParkArea> Below(List<ParkArea> areas, int id) => areas.Where(a => a.ParentId == id).SelectMany(a => Below(areas, a.Id).Prepend(a));

    private static int Height(List<ParkArea> areas, int id) => 1 + areas.Where(a => a.ParentId == id).Select(a => Height(areas, a.Id)).DefaultIfEmpty(0).Max();

    private void Touch(List<ParkArea> areas, int? id)
    {
        foreach (var area in Above(areas, id)) Touch(area);
    }

    private void Touch(ParkArea area) => db.Entry(area).Property(a => a.Version).IsModified = true;

    private async Task<Outcome?> TakenAsync(string name, int? exceptId, CancellationToken cancellation) =>
        await db.Set<ParkArea>().AnyAsync(a => a.Name == name && a.Id != exceptId, cancellation) ? Outcome.Refused(nameof(AreaData.Name), "已有同名片区。") : null;

    private static List<EditedField> Fields(ParkArea area, List<ParkArea> areas) =>
    [
        new(nameof(AreaData.Name), "名称", area.Name),
        new(nameof(AreaData.Source), "来源", area.Source),
        new(nameof(AreaData.ParentId), "上级片区", areas.Find(a => a.Id == area.ParentId)?.Name),
    ];

    private static Outcome Late() => Outcome.Refused("他人刚刚调整了片区。请核对最新内容后再保存。");
}
