using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Yard;

/// <summary>A block to register: so many bays, rows and tiers.</summary>
public sealed record BlockData(string Block, int Bays, int Rows, int Tiers);

/// <summary>What became of it.</summary>
/// <param name="Known">Positions that were there before.</param>
public sealed record BlockMade(int Made, int Known);

/// <summary>The positions of the yard, and which container stands where. It does not judge how containers are stacked: what stands on what is the crane driver's.</summary>
public sealed class YardKeeping(PortalDbContext db, PortalJournal journal, Actor actor, ChinaTime time)
{
    public const int MostAtOnce = 2000;

    private const int MostPositions = 20_000;
    private const int MostBlocks = 200;
    private const int MostShifts = 200;

    private const string Gone = "没有这个箱子。";

    public Task<Page<PositionRow>> ListAsync(PositionFilter filter, PageRequest page, CancellationToken cancellation) => Rows(filter).ToPageAsync(page, cancellation);

    /// <summary>All rows of a list, for a file.</summary>
    public IAsyncEnumerable<PositionRow> StreamAsync(PositionFilter filter) => Rows(filter).AsAsyncEnumerable();

    public async Task<IReadOnlyList<string>> BlocksAsync(CancellationToken cancellation) =>
        await db.YardPositions.Select(p => p.Block).Distinct().OrderBy(b => b).Take(MostBlocks).ToListAsync(cancellation);

    /// <summary>One stay with its passages and its moves, the latest first.</summary>
    public async Task<StayDetail?> FindAsync(int stayId, CancellationToken cancellation)
    {
        if (await db.YardStays.AsNoTracking().Include(s => s.Enterprise).Include(s => s.Position).SingleOrDefaultAsync(s => s.Id == stayId, cancellation) is not { } stay) return null;
        var moves = await db.GateMoves.AsNoTracking().Where(m => m.StayId == stayId).OrderByDescending(m => m.Id).Take(MostShifts).ToListAsync(cancellation);
        var shifts = await db.YardShifts.AsNoTracking().Where(s => s.StayId == stayId).OrderByDescending(s => s.Id).Take(MostShifts).ToListAsync(cancellation);
        return new StayDetail(stay, moves, shifts);
    }

    /// <summary>What was done to a stay, newest first.</summary>
    public Task<Page<JournalLine>> HistoryAsync(int stayId, PageRequest page, CancellationToken cancellation) => journal.HistoryAsync(JournalSubjects.YardStay, GateDesk.Key(stayId), page, cancellation);

    /// <summary>Registers what a block does not have yet.</summary>
    public async Task<Outcome<BlockMade>> AddBlockAsync(BlockData data, CancellationToken cancellation)
    {
        if (Refuse(data) is { Count: > 0 } refusals) return Outcome.Refused(refusals);
        try
        {
            return await db.InTransactionAsync<BlockMade>(
                async token =>
                {
                    var known = (await db.YardPositions.Where(p => p.Block == data.Block).OrderBy(p => p.Id).Take(MostPositions).Select(p => p.Code).ToListAsync(token)).ToHashSet(StringComparer.Ordinal);
                    var positions = All(data).ToList();
                    var missing = positions.FindAll(p => !known.Contains(p.Code));
                    if (await db.YardPositions.CountAsync(token) + missing.Count > MostPositions) return Outcome.Refused($"最多登记 {MostPositions} 个箱位。");
                    db.YardPositions.AddRange(missing);
                    journal.Write(JournalSubjects.Yard, data.Block, YardActs.PositionsAdded, FormattableString.Invariant($"{data.Block} 区 {data.Bays} 贝 {data.Rows} 列 {data.Tiers} 层，新增 {missing.Count} 个"));
                    await db.SaveChangesAsync(token);
                    return new BlockMade(missing.Count, positions.Count - missing.Count);
                },
                cancellation);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return Outcome.Refused("他人刚刚登记了这个区的箱位，请再试一次。");
        }
    }

    /// <summary>Puts no more containers there, or again. One that is taken cannot be closed.</summary>
    public async Task<Outcome> CloseAsync(int id, bool isClosed, CancellationToken cancellation)
    {
        if (await db.YardPositions.SingleOrDefaultAsync(p => p.Id == id, cancellation) is not { } position) return Outcome.Refused("没有这个箱位。");
        if (position.ClosedAt is not null == isClosed) return Outcome.Refused(isClosed ? "已经停用。" : "没有停用。");
        if (isClosed && await db.YardStays.AnyAsync(s => s.PositionId == id, cancellation)) return Outcome.Refused($"{position.Code} 上有箱子，移走后才能停用。");
        position.ClosedAt = isClosed ? time.UtcNow : null;
        journal.Write(JournalSubjects.Yard, position.Code, isClosed ? YardActs.PositionClosed : YardActs.PositionOpened);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return Outcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Outcome.Refused("他人刚刚用了或改了这个箱位，请核对最新内容。");
        }
    }

    /// <summary>Puts a container that is in the yard to a position, or writes that it stands at none.</summary>
    /// <param name="version">The version of the stay that the form showed.</param>
    /// <param name="code">Code of a free position; null for none.</param>
    public async Task<Outcome> PlaceAsync(int stayId, int version, string? code, CancellationToken cancellation)
    {
        try
        {
            return await db.InTransactionAsync(token => PlaceWithinAsync(stayId, version, code, token), cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Outcome.Refused("您打开之后，他人已移动了这个箱子或停用了箱位。请核对最新内容后再移位。");
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (code is not null && await db.YardStays.Where(s => s.Position!.Code == code).Select(s => s.Container).FirstOrDefaultAsync(cancellation) is { } other) return IsTaken(code, other);
            throw;
        }
    }

    /// <summary>A position to put a container to, whose version is counted up with it, so that it is not closed meanwhile.</summary>
    internal static async Task<(YardPosition? Position, Outcome? Refused)> FreeAsync(PortalDbContext db, string code, CancellationToken cancellation)
    {
        if (await db.YardPositions.SingleOrDefaultAsync(p => p.Code == code, cancellation) is not { } position) return (null, Outcome.Refused("Position", $"没有箱位 {code}，请核对。"));
        if (position.ClosedAt is not null) return (null, Outcome.Refused("Position", $"箱位 {code} 已停用。"));
        if (await db.YardStays.Where(s => s.PositionId == position.Id).Select(s => s.Container).FirstOrDefaultAsync(cancellation) is { } other) return (null, IsTaken(code, other));
        db.Entry(position).Property(p => p.Version).IsModified = true;
        return (position, null);
    }

    internal static Outcome IsTaken(string code, string container) => Outcome.Refused("Position", $"箱位 {code} 上已有 {container}。");

    private async Task<Outcome> PlaceWithinAsync(int stayId, int version, string? code, CancellationToken cancellation)
    {
        if (await db.YardStays.SingleOrDefaultAsync(s => s.Id == stayId, cancellation) is not { } stay) return Outcome.Refused(Gone);
        if (!stay.IsInYard) return Outcome.Refused("这个箱子已不在场内。");
        var from = stay.PositionId is { } id ? await db.YardPositions.Where(p => p.Id == id).Select(p => p.Code).SingleAsync(cancellation) : null;
        if (from == code) return Outcome.Refused("Position", code is null ? "没有登记过箱位。" : $"已经在 {code}。");
        YardPosition? position = null;
        if (code is not null)
        {
            var (found, refused) = await FreeAsync(db, code, cancellation);
            if (refused is not null) return refused;
            position = found;
        }
        db.Expect(stay, version);
        stay.PositionId = position?.Id;
        db.YardShifts.Add(new YardShift { StayId = stayId, From = from, To = code, At = time.UtcNow, By = actor.Name });
        journal.Write(JournalSubjects.YardStay, GateDesk.Key(stayId), YardActs.Placed, $"{stay.Container}：{from ?? "未登记箱位"} → {code ?? "未登记箱位"}");
        await db.SaveChangesAsync(cancellation);
        return Outcome.Done;
    }

    private IQueryable<PositionRow> Rows(PositionFilter filter)
    {
        var positions = db.YardPositions.AsNoTracking();
        if (filter.Block is { Length: > 0 } block) positions = positions.Where(p => p.Block == block);
        var rows = positions.LeftJoin(db.YardStays.Where(s => s.PositionId != null), p => (int?)p.Id, s => s.PositionId, (p, s) => new { Position = p, Stay = s });
        if (SearchWord.Upper(filter.Text) is { } word) rows = rows.Where(r => r.Position.Code.Contains(word) || r.Stay!.Container.Contains(word));
        rows = filter.State switch
        {
            PositionState.Free => rows.Where(r => r.Stay == null && r.Position.ClosedAt == null),
            PositionState.Taken => rows.Where(r => r.Stay != null),
            PositionState.Closed => rows.Where(r => r.Stay == null && r.Position.ClosedAt != null),
            _ => rows,
        };
        var ordered = filter.Descending ? rows.OrderByDescending(r => r.Position.Code) : rows.OrderBy(r => r.Position.Code);
        return ordered.Select(r => new PositionRow(
            r.Position.Id, r.Position.Code, r.Position.Block, r.Position.Bay, r.Position.Row, r.Position.Tier, r.Position.ClosedAt != null, r.Stay == null ? null : r.Stay.Id, r.Stay == null ? null : r.Stay.Container));
    }

    private static List<Refusal> Refuse(BlockData data)
    {
        var refusals = new List<Refusal>();
        if (data.Bays is < 1 or > YardPosition.MostInLine) refusals.Add(new Refusal(nameof(data.Bays), $"贝数应为 1 至 {YardPosition.MostInLine}。"));
        if (data.Rows is < 1 or > YardPosition.MostInLine) refusals.Add(new Refusal(nameof(data.Rows), $"列数应为 1 至 {YardPosition.MostInLine}。"));
        if (data.Tiers is < 1 or > YardPosition.MostTiers) refusals.Add(new Refusal(nameof(data.Tiers), $"层数应为 1 至 {YardPosition.MostTiers}。"));
        if (refusals.Count == 0 && data.Bays * data.Rows * data.Tiers > MostAtOnce) refusals.Add(new Refusal(nameof(data.Bays), $"一次最多登记 {MostAtOnce} 个箱位，请分几次登记。"));
        return refusals;
    }

    private static IEnumerable<YardPosition> All(BlockData data) =>
        from bay in Enumerable.Range(1, data.Bays)
        from row in Enumerable.Range(1, data.Rows)
        from tier in Enumerable.Range(1, data.Tiers)
        select new YardPosition
        {
            Block = data.Block,
            Bay = bay,
            Row = row,
            Tier = tier,
            Code = YardPosition.CodeOf(data.Block, bay, row, tier),
        };
}
