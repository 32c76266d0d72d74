using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Enterprises.Finding;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Enterprises;

/// <summary>
/// How many enterprises the zone has, shown or hidden, as open data. A cell of one or two of whom somebody did not agree to be shown is not told, and
/// neither are as many others of its area and its stage as it takes that the totals do not tell it.
/// </summary>
public sealed class OpenRoster(PortalDbContext db, RosterCounts counts)
{
    /// <summary>Fewer than this are not told.</summary>
    public const int Least = 3;

    private const int MostAreas = 200;

    /// <summary>Cells with enterprises, by area, type and stage.</summary>
    public async Task<IReadOnlyList<OpenCount>> CountsAsync(CancellationToken cancellation)
    {
        var areas = await db.Set<ParkArea>().AsNoTracking().OrderBy(a => a.SortOrder).ThenBy(a => a.Id).Take(MostAreas).ToListAsync(cancellation);
        List<Cell> cells =
        [
            .. (await counts.ReadAsync(cancellation)).GroupBy(c => c.Key with { Visibility = EnterpriseVisibility.Shown })
                .Select(g => new Cell(g.Key, g.Sum(c => c.Value), g.Where(c => c.Key.Visibility == EnterpriseVisibility.Shown).Sum(c => c.Value))).Where(c => c.Count > 0),
        ];
        Protect(cells);
        var names = areas.Select((a, i) => (a.Id, Place: (Order: i, (string?)a.Name))).ToDictionary(a => a.Id, a => a.Place);
        return
        [
            .. cells.Select(c => (Cell: c, Area: names.GetValueOrDefault(c.Key.AreaId ?? 0, (int.MaxValue, null)))).OrderBy(c => c.Area.Item1).ThenBy(c => c.Cell.Key.Type).ThenBy(c => c.Cell.Key.Stage)
                .Select(c => new OpenCount(c.Area.Item2, c.Cell.Key.Type, c.Cell.Key.Stage, c.Cell.IsProtected ? null : c.Cell.Count)),
        ];
    }

    /// <summary>How many there are in all, where that tells nothing of anybody who is hidden; else null.</summary>
    internal static int? Told(int count, int shown) => count is > 0 and < Least && count != shown ? null : count;

    private static void Protect(List<Cell> cells)
    {
        foreach (var cell in cells) cell.IsProtected = Told(cell.Count, cell.Shown) is null;
        // protecting a cell for its stage may leave it alone in its area
        for (var isDone = false; !isDone;)
        {
            isDone = true;
            foreach (var group in cells.GroupBy(c => (object)c.Key.Stage).Concat(cells.GroupBy(c => (object)(c.Key.AreaId ?? 0))))
            {
                var hidden = group.Where(c => c.IsProtected).ToList();
                if (hidden.Count == 0 || (hidden.Count > 1 && hidden.Sum(c => c.Count) >= Least)) continue;
                if (group.Where(c => !c.IsProtected).MinBy(c => c.Count) is not { } next) continue;
                next.IsProtected = true;
                isDone = false;
            }
        }
    }

    private sealed class Cell(RosterCell key, int count, int shown)
    {
        public RosterCell Key { get; } = key;

        public int Count { get; } = count;

        public int Shown { get; } = shown;

        public bool IsProtected { get; set; }
    }
}

/// <summary>How many enterprises of an area, type and stage there are.</summary>
/// <param name="AreaName">Null for those without an area.</param>
/// <param name="Count">Null where it is not told.</param>
public sealed record OpenCount(string? AreaName, EnterpriseType Type, EnterpriseStage Stage, int? Count);
