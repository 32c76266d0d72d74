using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Figures;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Corridors.Keeping;

/// <summary>What staff write about a leg.</summary>
/// <param name="FromId">Only heard when the leg is new, as are the next two.</param>
/// <param name="Since">The day from which on a change holds, for who writes it down later; null for today. A new leg has always been so.</param>
public sealed record LegData(int FromId, int ToId, LegMode Mode, string? Via, string? EnglishVia, bool IsClosed, DateOnly? Since = null);

/// <summary>A value of a leg as it is written.</summary>
/// <param name="From">The first day on which it holds; null for always.</param>
public sealed record LegValueData(LegQuantity Quantity, DateOnly? From, decimal Value, FigureStatus Status, string Source);

/// <summary>A value with the leg that it is about.</summary>
public sealed record LegValueRow(string FromName, string ToName, LegMode Mode, LegQuantity Quantity, DateOnly From, decimal Value, FigureStatus Status, string Source);

/// <summary>What a list of legs asks for.</summary>
/// <param name="On">The day as of which they are shown; null for now.</param>
public sealed record LegFilter(string? Words = null, LegMode? Mode = null, LegSort Sort = LegSort.Ends, bool Descending = false, DateOnly? On = null);

public enum LegSort
{
    /// <summary>By the names of its ends.</summary>
    Ends,
    Mode,
}

/// <summary>Keeps the legs and their values. A value holds from its day until the next one of its quantity begins, so what held on any past day can be told.</summary>
public sealed class LegKeeping(PortalDbContext db, PortalJournal journal, ChinaTime time)
{
    private const int MostLegs = 2_000;
    private const int MostValues = 500;

    public async Task<Page<Leg>> ListAsync(LegFilter filter, PageRequest page, CancellationToken cancellation) => filter.On is { } day
        ? (await LegPast.Rows(db, filter, day).ToPageAsync(page, cancellation)).Select(s => s.ToLeg())
        : await Rows(filter).ToPageAsync(page, cancellation);

    /// <summary>All rows of a list, for a file.</summary>
    public IAsyncEnumerable<Leg> StreamAsync(LegFilter filter) =>
        filter.On is { } day ? LegPast.Rows(db, filter, day).AsAsyncEnumerable().Select(s => s.ToLeg()) : Rows(filter).AsAsyncEnumerable();

    /// <summary>One leg with all values it ever had; null for an unknown one.</summary>
    public Task<Leg?> FindAsync(int id, CancellationToken cancellation) => WithEnds().AsNoTracking().SingleOrDefaultAsync(l => l.Id == id, cancellation);

    /// <summary>What was said of a leg on a day, without its values; null where nothing is written down that far back.</summary>
    public Task<LegState?> FindOnAsync(int id, DateOnly day, CancellationToken cancellation) => LegPast.OnAsync(db, id, day, cancellation);

    /// <summary>What was said of a leg from time to time, the latest first.</summary>
    public Task<Page<Turn>> TurnsAsync(int id, PageRequest page, CancellationToken cancellation) => LegPast.TurnsAsync(db, id, page, cancellation);

    /// <summary>Every value of the legs of a list, for a file that can be taken in again; as of a day those that had begun by then.</summary>
    public IAsyncEnumerable<LegValueRow> ValuesAsync(LegFilter filter)
    {
        var day = filter.On ?? DateOnly.MaxValue;
        return Narrow(db.Legs.AsNoTracking(), filter)
            .SelectMany(l => l.Values.Where(v => v.From <= day), (l, v) => new { Leg = l, v.Id, v.Quantity, v.From, v.Value, v.Status, v.Source })
            .OrderBy(v => v.Leg.From!.Name).ThenBy(v => v.Leg.To!.Name).ThenBy(v => v.Leg.Id).ThenBy(v => v.Quantity).ThenBy(v => v.From).ThenBy(v => v.Id)
            .Select(v => new LegValueRow(v.Leg.From!.Name, v.Leg.To!.Name, v.Leg.Mode, v.Quantity, v.From, v.Value, v.Status, v.Source))
            .AsAsyncEnumerable();
    }

    /// <summary>Legs to choose from, by their ends.</summary>
    /// <param name="chosen">Legs that stand in the form already, also where they are closed by now.</param>
    public async Task<IReadOnlyList<Leg>> ChoicesAsync(IReadOnlyList<int> chosen, CancellationToken cancellation) => await db.Legs.AsNoTracking().Include(l => l.From).Include(l => l.To)
        .Where(l => !l.IsClosed || chosen.Contains(l.Id)).OrderBy(l => l.From!.Name).ThenBy(l => l.To!.Name).ThenBy(l => l.Id).Take(MostLegs).ToListAsync(cancellation);

    public Task<Page<JournalLine>> HistoryAsync(int id, PageRequest page, CancellationToken cancellation) => journal.HistoryAsync(JournalSubjects.Network, Key(id), page, cancellation);

    /// <returns>The id of the new leg.</returns>
    public async Task<Outcome<int>> AddAsync(LegData data, CancellationToken cancellation)
    {
        if (data.FromId == data.ToId) return Outcome.Refused(nameof(data.ToId), "起点和终点不能是同一个节点。");
        var today = time.Today;
        if (await db.Nodes.CountAsync(n => (n.Id == data.FromId || n.Id == data.ToId) && (!n.IsClosed || n.ClosedFrom > today), cancellation) != 2) return Outcome.Refused(nameof(data.FromId), "没有这个节点，或节点已停用，请重新选择。");
        try
        {
            return await db.InTransactionAsync<int>(
                async token =>
                {
                    // one after the other for these two nodes: the same way backwards is the same leg, and the unique index knows no direction
                    var turn = Math.Min(data.FromId, data.ToId);
                    await db.Nodes.Where(n => n.Id == turn).ExecuteUpdateAsync(set => set.SetProperty(n => n.Version, n => n.Version), token);
                    if (await db.Legs.AnyAsync(l => l.FromId == data.ToId && l.ToId == data.FromId && l.Mode == data.Mode, token)) return Taken();
                    var leg = new Leg
                    {
                        FromId = data.FromId,
                        ToId = data.ToId,
                        Mode = data.Mode,
                    };
                    Write(leg, data);
                    db.Legs.Add(leg);
                    await db.SaveChangesAsync(token);
                    await LegPast.NoteAsync(db, leg, null, DateOnly.MinValue, token);
                    journal.Write(JournalSubjects.Network, Key(leg.Id), NetworkActs.LegAdded, changes: Fields(leg).Select(f => new FieldChange(f.Label, null, f.Value)));
                    await db.SaveChangesAsync(token);
                    return leg.Id;
                },
                cancellation);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (await db.Legs.AnyAsync(l => l.FromId == data.FromId && l.ToId == data.ToId && l.Mode == data.Mode, cancellation)) return Taken();
            throw;
        }
    }

    /// <summary>Saves an edited leg. The second of two people is told what the first one wrote.</summary>
    public async Task<Outcome> UpdateAsync(int id, int version, LegData data, CancellationToken cancellation)
    {
        List<EditedField> typed = [];
        try
        {
            return await db.InTransactionAsync(
                async token =>
                {
                    if (await db.Legs.SingleOrDefaultAsync(l => l.Id == id, token) is not { } leg) return Gone();
                    var since = data.Since ?? time.Today;
                    if (await LegPast.RefuseAsync(db, id, since, time.Today, token) is { IsDone: false } tooLate) return tooLate;
                    var (before, was) = (Fields(leg), LegState.Of(leg, DateOnly.MinValue));
                    db.Expect(leg, version);
                    Write(leg, data);
                    typed = Fields(leg);
                    journal.Write(JournalSubjects.Network, Key(id), NetworkActs.LegChanged, changes: Edits.Changes(before, typed));
                    await db.SaveChangesAsync(token);
                    await LegPast.NoteAsync(db, leg, was, since, token);
                    await db.SaveChangesAsync(token);
                    return Outcome.Done;
                },
                cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Edits.Conflict(Fields(await db.Legs.AsNoTracking().SingleAsync(l => l.Id == id, cancellation)), typed);
        }
    }

    /// <summary>Records a value from a day on; one that begins on the same day is replaced.</summary>
    /// <param name="version">The version of the leg that the form showed.</param>
    public Task<Outcome> RecordAsync(int id, int version, LegValueData data, CancellationToken cancellation) => ChangeValuesAsync(id, version, leg =>
    {
        if (Refuse(data) is { Count: > 0 } refusals) return Outcome.Refused(refusals);
        return Record(leg, data, NetworkActs.ValueRecorded);
    }, cancellation);

    /// <summary>Takes out a value that was recorded by mistake.</summary>
    /// <param name="version">The version of the leg that the form showed.</param>
    public Task<Outcome> RemoveAsync(int id, int version, int valueId, CancellationToken cancellation) => ChangeValuesAsync(id, version, leg =>
    {
        if (leg.Values.Find(v => v.Id == valueId) is not { } value) return Outcome.Refused("没有这个数值。");
        db.Remove(value);
        journal.Write(JournalSubjects.Network, Key(id), NetworkActs.ValueRemoved, changes: [new FieldChange(Label(value.Quantity, value.From), Said(value), null)]);
        return Outcome.Done;
    }, cancellation);

    internal static string Key(int id) => string.Create(CultureInfo.InvariantCulture, $"leg-{id}");

    internal static List<Refusal> Refuse(LegValueData data)
    {
        var refusals = new List<Refusal>();
        if (string.IsNullOrWhiteSpace(data.Source)) refusals.Add(new Refusal(nameof(data.Source), "没有来源的数值不能保存。"));
        if (data.Quantity == LegQuantity.Cooling)
        {
            if (data.Value is not (0m or 1m)) refusals.Add(new Refusal(nameof(data.Value), "冷藏能力应为 1（能运）或 0（不能运）。"));
            return refusals;
        }
        var most = data.Quantity switch
        {
            LegQuantity.Distance => 40_000m,
            LegQuantity.Hours => 2_160m,
            LegQuantity.CarbonFactor => 10_000m,
            _ => 10_000_000m,
        };
        var least = data.Quantity is LegQuantity.Distance or LegQuantity.Hours ? 0.01m : 0m;
        if (data.Value < least || data.Value > most) refusals.Add(new Refusal(nameof(data.Value), $"{data.Quantity.Word()}应为 {least:0.##} 至 {most:0} {data.Quantity.Unit()}。"));
        else if (decimal.Round(data.Value, 2) != data.Value) refusals.Add(new Refusal(nameof(data.Value), "最多写两位小数。"));
        return refusals;
    }

    /// <summary>Writes a value into a leg whose values are loaded; the caller saves it.</summary>
    internal Outcome Record(Leg leg, LegValueData data, string act)
    {
        var from = data.From ?? DateOnly.MinValue;
        var present = leg.Values.Find(v => v.Quantity == data.Quantity && v.From == from);
        if (present is null && leg.Values.Count >= MostValues) return Outcome.Refused($"一个区段最多录入 {MostValues} 个数值。");
        var before = present is null ? null : Said(present);
        if (present is null)
        {
            leg.Values.Add(present = new LegValue
            {
                Quantity = data.Quantity,
                From = from,
                Value = data.Value,
                Status = data.Status,
                Source = data.Source,
            });
        }
        else
        {
            (present.Value, present.Status, present.Source) = (data.Value, data.Status, data.Source);
        }
        journal.Write(JournalSubjects.Network, Key(leg.Id), act, changes: [new FieldChange(Label(data.Quantity, from), before, Said(present))]);
        return Outcome.Done;
    }

    private async Task<Outcome> ChangeValuesAsync(int id, int version, Func<Leg, Outcome> change, CancellationToken cancellation)
    {
        if (await db.Legs.Include(l => l.Values).SingleOrDefaultAsync(l => l.Id == id, cancellation) is not { } leg) return Gone();
        db.Expect(leg, version);
        if (change(leg) is { IsDone: false } refused) return refused;
        // values are rows of their own: the leg has to change for its version to count
        db.Entry(leg).Property(l => l.Version).IsModified = true;
        try
        {
            await db.SaveChangesAsync(cancellation);
            return Outcome.Done;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return Outcome.Refused("您打开之后，他人已修改这个区段或它的数值。请核对最新内容后再保存。");
        }
    }

    private static string Label(LegQuantity quantity, DateOnly from) => from == DateOnly.MinValue ? quantity.Word() : string.Create(CultureInfo.InvariantCulture, $"{quantity.Word()}（{from:yyyy-MM-dd} 起）");

    private static string Said(LegValue value) => $"{value.Quantity.Said(value.Value)}（{value.Status.Word()}：{value.Source}）";

    private IQueryable<Leg> WithEnds() => db.Legs.Include(l => l.From).Include(l => l.To).Include(l => l.Values.OrderBy(v => v.Quantity).ThenByDescending(v => v.From)).AsSplitQuery();

    private IQueryable<Leg> Rows(LegFilter filter)
    {
        var today = time.Today;
        var rows = db.Legs.AsNoTracking().Include(l => l.From).Include(l => l.To).Include(l => l.Values.Where(v => v.From <= today)).AsSplitQuery();
        var narrow = Narrow(rows, filter);
        return (filter.Sort, filter.Descending) switch
        {
            (LegSort.Mode, false) => narrow.OrderBy(l => l.Mode).ThenBy(l => l.From!.Name).ThenBy(l => l.To!.Name).ThenBy(l => l.Id),
            (LegSort.Mode, true) => narrow.OrderByDescending(l => l.Mode).ThenBy(l => l.From!.Name).ThenBy(l => l.To!.Name).ThenBy(l => l.Id),
            (_, true) => narrow.OrderByDescending(l => l.From!.Name).ThenByDescending(l => l.To!.Name).ThenByDescending(l => l.Id),
            _ => narrow.OrderBy(l => l.From!.Name).ThenBy(l => l.To!.Name).ThenBy(l => l.Id),
        };
    }

    private static IQueryable<Leg> Narrow(IQueryable<Leg> rows, LegFilter filter)
    {
        if (SearchWord.Of(filter.Words) is { } word) rows = rows.Where(l => l.From!.Name.Contains(word) || l.To!.Name.Contains(word));
        return filter.Mode is { } mode ? rows.Where(l => l.Mode == mode) : rows;
    }

    internal static void Write(Leg leg, LegData data) => (leg.Via, leg.EnglishVia, leg.IsClosed) = (data.Via, data.EnglishVia, data.IsClosed);

    internal static List<EditedField> Fields(Leg leg) =>
    [
        new(nameof(LegData.Mode), "运输方式", leg.Mode.Word()),
        .. LegPast.Facts(LegState.Of(leg, DateOnly.MinValue)),
    ];

    private static Outcome Taken() => Outcome.Refused(nameof(LegData.ToId), "这两个节点之间已登记同一运输方式的区段（不分方向）。");

    private static Outcome Gone() => Outcome.Refused("没有这个区段。");
}
