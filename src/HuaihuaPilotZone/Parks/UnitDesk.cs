using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Parks;

/// <summary>What staff write about a unit.</summary>
/// <param name="Area">Square metres, at most two decimals.</param>
public sealed record UnitData(string Code, string? Floor, UnitUse Use, decimal Area, DateOnly LettableFrom, DateOnly? LettableUntil, string? Note);

/// <summary>Keeps the units of the parks.</summary>
public sealed class UnitDesk(PortalDbContext db, PortalJournal journal, ChinaTime time)
{
    private const int MostBuildings = 500;

    public Task<Page<UnitRow>> ListAsync(UnitFilter filter, PageRequest page, CancellationToken cancellation) => Rows(filter).ToPageAsync(page, cancellation);

    /// <summary>All rows of a list, for a file.</summary>
    public IAsyncEnumerable<UnitRow> StreamAsync(UnitFilter filter) => Rows(filter).AsAsyncEnumerable();

    /// <summary>One unit with its building, park and leases, the latest lease first; not tracked.</summary>
    public Task<Unit?> FindAsync(int id, CancellationToken cancellation) => db.Units.AsNoTracking().Include(u => u.Building!.Park)
        .Include(u => u.Leases.OrderByDescending(l => l.From)).ThenInclude(l => l.Enterprise).SingleOrDefaultAsync(u => u.Id == id, cancellation);

    /// <summary>Buildings to choose from, by park and name.</summary>
    public async Task<IReadOnlyList<Building>> BuildingsAsync(CancellationToken cancellation) =>
        await db.Buildings.AsNoTracking().Include(b => b.Park).OrderBy(b => b.Park!.SortOrder).ThenBy(b => b.Name).Take(MostBuildings).ToListAsync(cancellation);

    /// <summary>What was done to a unit and its leases, newest first.</summary>
    public Task<Page<JournalLine>> HistoryAsync(int id, PageRequest page, CancellationToken cancellation) => journal.HistoryAsync(JournalSubjects.Unit, Key(id), page, cancellation);

    /// <returns>The id of the new unit.</returns>
    public async Task<Outcome<int>> AddAsync(int buildingId, UnitData data, CancellationToken cancellation)
    {
        if (Refuse(data) is { Count: > 0 } refusals) return Outcome.Refused(refusals);
        if (!await db.Buildings.AnyAsync(b => b.Id == buildingId, cancellation)) return Outcome.Refused("BuildingId", "没有这栋楼，请重新选择。");
        var unit = new Unit
        {
            BuildingId = buildingId,
            Code = data.Code,
            Use = data.Use,
            AreaHundredths = 1,
            LettableFrom = data.LettableFrom,
        };
        Write(unit, data);
        try
        {
            return await db.InTransactionAsync<int>(
                async token =>
                {
                    db.Units.Add(unit);
                    await db.SaveChangesAsync(token);
                    journal.Write(JournalSubjects.Unit, Key(unit.Id), ParkActs.UnitAdded, changes: Fields(unit).Select(f => new FieldChange(f.Label, null, f.Value)));
                    await db.SaveChangesAsync(token);
                    return unit.Id;
                },
                cancellation);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (await IsTakenAsync(buildingId, data.Code, null, cancellation)) return Taken(data.Code);
            throw;
        }
    }

    /// <summary>Saves an edited unit. The second of two people is told what the first one wrote.</summary>
    public async Task<Outcome> UpdateAsync(int id, int version, UnitData data, CancellationToken cancellation)
    {
        if (Refuse(data) is { Count: > 0 } refusals) return Outcome.Refused(refusals);
        if (await db.Units.SingleOrDefaultAsync(u => u.Id == id, cancellation) is not { } unit) return Outcome.Refused("没有这个单元。");
        var before = Fields(unit);
        db.Expect(unit, version);
        Write(unit, data);
        var typed = Fields(unit);
        journal.Write(JournalSubjects.Unit, Key(id), ParkActs.UnitChanged, changes: Edits.Changes(before, typed));
        try
        {
            await db.SaveChangesAsync(cancellation);
            return Outcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Edits.Conflict(Fields(await db.Units.AsNoTracking().SingleAsync(u => u.Id == id, cancellation)), typed);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (await IsTakenAsync(unit.BuildingId, data.Code, id, cancellation)) return Taken(data.Code);
            throw;
        }
    }

    private IQueryable<UnitRow> Rows(UnitFilter filter)
    {
        var today = time.Today;
        var units = db.Units.AsNoTracking();
        if (filter.ParkId is { } park) units = units.Where(u => u.Building!.ParkId == park);
        if (filter.Use is { } use) units = units.Where(u => u.Use == use);
        if (SearchWord.Of(filter.Text) is { } word) units = units.Where(u => u.Code.Contains(word) || u.Building!.Name.Contains(word) || u.Leases.Any(l => l.Enterprise!.Name.Contains(word)));
        if (filter.State == UnitState.Vacant) units = units.Vacant(today);
        var rows = units.LeftJoin(db.Leases.Where(OnDay.Runs(today)), u => u.Id, l => l.UnitId, (u, l) => new { Unit = u, Lease = l });
        rows = filter.State switch
        {
            UnitState.Let => rows.Where(r => r.Lease != null),
            UnitState.Promised => rows.Where(r => r.Lease == null && r.Unit.Leases.Any(l => l.From > today)),
            UnitState.NotLettable => rows.Where(r => r.Lease == null && (r.Unit.LettableFrom > today || r.Unit.LettableUntil < today) && !r.Unit.Leases.Any(l => l.From > today)),
            _ => rows,
        };
        var ordered = (filter.Sort, filter.Descending) switch
        {
            (UnitSort.Area, false) => rows.OrderBy(r => r.Unit.AreaHundredths),
            (UnitSort.Area, true) => rows.OrderByDescending(r => r.Unit.AreaHundredths),
            (UnitSort.Until, false) => rows.OrderBy(r => r.Lease == null || r.Lease.Until == null ? 1 : 0).ThenBy(r => r.Lease!.Until),
            (UnitSort.Until, true) => rows.OrderByDescending(r => r.Lease!.Until),
            (_, true) => rows.OrderByDescending(r => r.Unit.Building!.Park!.SortOrder).ThenByDescending(r => r.Unit.Building!.Name).ThenByDescending(r => r.Unit.Code),
            _ => rows.OrderBy(r => r.Unit.Building!.Park!.SortOrder).ThenBy(r => r.Unit.Building!.Name).ThenBy(r => r.Unit.Code),
        };
        return ordered.ThenBy(r => r.Unit.Id).Select(r => new UnitRow
        {
            Id = r.Unit.Id,
            ParkName = r.Unit.Building!.Park!.Name,
            BuildingName = r.Unit.Building.Name,
            Code = r.Unit.Code,
            Floor = r.Unit.Floor,
            Use = r.Unit.Use,
            AreaHundredths = r.Unit.AreaHundredths,
            IsLettable = r.Unit.LettableFrom <= today && (r.Unit.LettableUntil == null || r.Unit.LettableUntil >= today),
            TenantId = r.Lease == null ? null : r.Lease.EnterpriseId,
            TenantName = r.Lease == null ? null : r.Lease.Enterprise!.Name,
            LetFrom = r.Lease == null ? null : r.Lease.From,
            LetUntil = r.Lease == null ? null : r.Lease.Until,
            IsPromised = r.Unit.Leases.Any(l => l.From > today),
            IsDemonstration = r.Unit.Building.IsDemonstration,
        });
    }

    private Task<bool> IsTakenAsync(int buildingId, string code, int? exceptId, CancellationToken cancellation) =>
        db.Units.AnyAsync(u => u.BuildingId == buildingId && u.Code == code && u.Id != exceptId, cancellation);

    private static List<Refusal> Refuse(UnitData data)
    {
        var refusals = new List<Refusal>();
        if (data.Area is <= 0 or > Unit.LargestArea) refusals.Add(new Refusal(nameof(data.Area), "可租面积应大于 0，不超过 100 万平方米。"));
        else if (decimal.Round(data.Area, 2) != data.Area) refusals.Add(new Refusal(nameof(data.Area), "可租面积最多两位小数。"));
        if (data.LettableUntil < data.LettableFrom) refusals.Add(new Refusal(nameof(data.LettableUntil), "停止出租的日期不能早于可以出租的日期。"));
        return refusals;
    }

    private static void Write(Unit unit, UnitData data)
    {
        unit.Code = data.Code;
        unit.Floor = data.Floor;
        unit.Use = data.Use;
        unit.AreaHundredths = (long)(data.Area * 100);
        unit.LettableFrom = data.LettableFrom;
        unit.LettableUntil = data.LettableUntil;
        unit.Note = data.Note;
    }

    private static List<EditedField> Fields(Unit unit) =>
    [
        new(nameof(UnitData.Code), "单元号", unit.Code),
        new(nameof(UnitData.Floor), "楼层", unit.Floor),
        new(nameof(UnitData.Use), "用途", unit.Use.Word()),
        new(nameof(UnitData.Area), "可租面积", $"{unit.Area.ToString("0.##", CultureInfo.InvariantCulture)} 平方米"),
        new(nameof(UnitData.LettableFrom), "可以出租", Day(unit.LettableFrom)),
        new(nameof(UnitData.LettableUntil), "停止出租", unit.LettableUntil is { } until ? Day(until) : null),
        new(nameof(UnitData.Note), "备注", unit.Note),
    ];

    private static Outcome Taken(string code) => Outcome.Refused(nameof(UnitData.Code), $"这栋楼已有单元 {code}。");

    internal static string Key(int id) => id.ToString(CultureInfo.InvariantCulture);

    internal static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
