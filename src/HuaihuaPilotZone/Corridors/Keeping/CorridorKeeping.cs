using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Corridors.Keeping;

/// <summary>What staff write about a corridor.</summary>
/// <param name="Slug">Only heard when the corridor is new, as are status and its source.</param>
/// <param name="LegIds">In order from the dry port.</param>
/// <param name="Order">Its place among the corridors; null for behind all others where it is new, and where it is otherwise.</param>
/// <param name="Since">The day from which on a change holds, for who writes it down later; null for today, from which on a new corridor is there.</param>
public sealed record CorridorData(
    string Slug, string Name, string EnglishName, CorridorStatus Status, string StatusSource, string Description, string EnglishDescription, int Colour, string? Partners,
    string Source, string? SourceAddress, string? Documents, string? EnglishDocuments, string? Contact, IReadOnlyList<int> LegIds, int? Order = null, DateOnly? Since = null);

/// <summary>Another status of a corridor.</summary>
/// <param name="From">The first day of it; null for today.</param>
/// <param name="Seen">Open bookings that it would suspend or let run again, as whoever saves it has been told.</param>
public sealed record StandingData(CorridorStatus Status, string Source, DateOnly? From = null, int Seen = 0);

public enum CorridorSort
{
    /// <summary>By their place among the corridors.</summary>
    Place,
    Name,
    Status,
}

/// <summary>What a list of corridors asks for.</summary>
/// <param name="On">The day as of which they are shown; null for now.</param>
public sealed record CorridorFilter(string? Words = null, CorridorStatus? Status = null, CorridorSort Sort = CorridorSort.Place, bool Descending = false, DateOnly? On = null);

/// <summary>Keeps the corridors: what is said of them, their legs in order and their standing through time.</summary>
public sealed class CorridorKeeping(PortalDbContext db, PortalJournal journal, IEnumerable<ICorridorWatcher> watchers, ChinaTime time)
{
    private const int MostCorridors = 50;
    private const int MostLegs = 40;
    private const int LastPlace = 999;

    /// <summary>How far ahead a status may be announced.</summary>
    public const int MostDaysAhead = 366;

    /// <summary>All corridors with their legs in order and their standings, for files that can be taken in again.</summary>
    public async Task<IReadOnlyList<Corridor>> AllAsync(CorridorFilter filter, CancellationToken cancellation) =>
        filter.On is { } day
            ? (await CorridorPast.Rows(db, filter, day).Take(MostCorridors).ToListAsync(cancellation)).ConvertAll(s => s.ToCorridor())
            : await Ordered(WithLegs().AsNoTracking().Include(c => c.Standings.OrderBy(s => s.From)).AsSplitQuery(), filter).Take(MostCorridors).ToListAsync(cancellation);

    /// <summary>All corridors, without their legs.</summary>
    public async Task<IReadOnlyList<Corridor>> ListAsync(CancellationToken cancellation) => await db.Corridors.AsNoTracking().OrderBy(c => c.SortOrder).ThenBy(c => c.Id).Take(MostCorridors).ToListAsync(cancellation);

    /// <summary>A page of a list; as of a day with their statuses through time.</summary>
    public async Task<Page<Corridor>> ListAsync(CorridorFilter filter, PageRequest page, CancellationToken cancellation) => filter.On is { } day
        ? (await CorridorPast.Rows(db, filter, day).ToPageAsync(page, cancellation)).Select(s => s.ToCorridor())
        : await Ordered(db.Corridors.AsNoTracking(), filter).ToPageAsync(page, cancellation);

    /// <summary>One corridor with its legs in order and its standings, the latest first; null for an unknown one.</summary>
    public Task<Corridor?> FindAsync(int id, CancellationToken cancellation) => WithLegs().AsNoTracking().Include(c => c.Standings.OrderByDescending(s => s.From)).AsSplitQuery().SingleOrDefaultAsync(c => c.Id == id, cancellation);

    /// <summary>What was said of a corridor on a day, with its legs in order; null where it had not been made.</summary>
    public Task<CorridorState?> FindOnAsync(int id, DateOnly day, CancellationToken cancellation) => CorridorPast.OnAsync(db, id, day, cancellation);

    /// <summary>What was said of a corridor from time to time, the latest first.</summary>
    public Task<Page<Turn>> TurnsAsync(int id, PageRequest page, CancellationToken cancellation) => CorridorPast.TurnsAsync(db, id, page, cancellation);

    public Task<Page<JournalLine>> HistoryAsync(int id, PageRequest page, CancellationToken cancellation) => journal.HistoryAsync(JournalSubjects.Network, Key(id), page, cancellation);

    /// <returns>The id of the new corridor.</returns>
    public async Task<Outcome<int>> AddAsync(CorridorData data, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(data.Slug)) return Outcome.Refused(nameof(data.Slug), "请填写网址短名。");
        if (string.IsNullOrWhiteSpace(data.StatusSource)) return Outcome.Refused(nameof(data.StatusSource), "没有依据的状态不能保存。");
        if (await RefuseAsync(data, cancellation) is { Count: > 0 } refusals) return Outcome.Refused(refusals);
        try
        {
            return await db.InTransactionAsync<int>(token => MakeAsync(data, null, token), cancellation);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (await db.Corridors.AnyAsync(c => c.Slug == data.Slug, cancellation)) return Outcome.Refused(nameof(data.Slug), "已有通道使用这个网址短名。");
            throw;
        }
    }

    /// <summary>Saves an edited corridor. The second of two people is told what the first one wrote.</summary>
    public async Task<Outcome> UpdateAsync(int id, int version, CorridorData data, CancellationToken cancellation)
    {
        if (await RefuseAsync(data, cancellation) is { Count: > 0 } refusals) return Outcome.Refused(refusals);
        List<EditedField> typed = [];
        try
        {
            return await db.InTransactionAsync(
                async token =>
                {
                    if (await WithLegs().SingleOrDefaultAsync(c => c.Id == id, token) is not { } corridor) return Gone();
                    var since = data.Since ?? time.Today;
                    if (await CorridorPast.RefuseAsync(db, id, since, time.Today, token) is { IsDone: false } tooLate) return tooLate;
                    var (before, was) = (await FieldsAsync(corridor, LegsOf(corridor), token), CorridorState.Of(corridor, DateOnly.MinValue));
                    db.Expect(corridor, version);
                    db.Entry(corridor).Property(c => c.Version).IsModified = true;
                    Write(corridor, data);
                    typed = await FieldsAsync(corridor, data.LegIds, token);
                    await WriteLegsAsync(corridor, data.LegIds, token);
                    journal.Write(JournalSubjects.Network, Key(id), NetworkActs.CorridorChanged, changes: Edits.Changes(before, typed));
                    await db.SaveChangesAsync(token);
                    await CorridorPast.NoteAsync(db, corridor, was, since, token);
                    await db.SaveChangesAsync(token);
                    return Outcome.Done;
                },
                cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            var saved = await WithLegs().AsNoTracking().SingleAsync(c => c.Id == id, cancellation);
            return Edits.Conflict(await FieldsAsync(saved, LegsOf(saved), cancellation), typed);
        }
    }

    /// <summary>Gives a corridor another status, with who says so. One that begins on a day to come holds from that day on without anybody's act.</summary>
    public async Task<Outcome> StandAsync(int id, int version, StandingData data, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(data.Source)) return Outcome.Refused(nameof(CorridorData.StatusSource), "没有依据的状态不能保存。");
        return await SaveStandingsAsync(
            async token =>
            {
                if (await db.Corridors.Include(c => c.Standings).SingleOrDefaultAsync(c => c.Id == id, token) is not { } corridor) return Gone();
                var day = data.From ?? time.Today;
                if (day > time.Today.AddDays(MostDaysAhead)) return Outcome.Refused(nameof(CorridorStanding.From), $"起始日最多提前 {MostDaysAhead} 天。");
                if (corridor.On(time.Today) is { } present && day < present.From)
                    return Outcome.Refused(nameof(CorridorStanding.From), string.Create(CultureInfo.InvariantCulture, $"{present.From:yyyy-MM-dd} 起已有状态，起始日不能更早。要补以前的状态，请用“导入状态”。"));
                var before = SuspendedDays.Of(corridor);
                if (await CountAsync(corridor.Id, before, before.With(day, data.Status), token) is > 0 and var count && count != data.Seen)
                    return Outcome.Refused(nameof(data.Seen), $"这样改，{count} 份未完结的订舱会受影响，保存后通知它们的企业。请核对后再次提交。");
                db.Expect(corridor, version);
                // standings are rows of their own: the corridor has to change for its version to count
                db.Entry(corridor).Property(c => c.Version).IsModified = true;
                Stand(corridor, data.Status, data.Source, day);
                await FollowAsync(corridor, before, token);
                return Outcome.Done;
            },
            cancellation);
    }

    /// <summary>How many open bookings would be suspended, or run again, with another status of a corridor.</summary>
    /// <param name="from">The first day of it; null for today.</param>
    public async Task<int> ForeseeAsync(int id, CorridorStatus status, DateOnly? from, CancellationToken cancellation)
    {
        if (await db.Corridors.AsNoTracking().Include(c => c.Standings).SingleOrDefaultAsync(c => c.Id == id, cancellation) is not { } corridor) return 0;
        var before = SuspendedDays.Of(corridor);
        return await CountAsync(id, before, before.With(from ?? time.Today, status), cancellation);
    }

    /// <summary>Takes back a status that was announced for a day to come.</summary>
    public Task<Outcome> WithdrawAsync(int id, int version, DateOnly from, CancellationToken cancellation) => SaveStandingsAsync(
        async token =>
        {
            if (await db.Corridors.Include(c => c.Standings).SingleOrDefaultAsync(c => c.Id == id, token) is not { } corridor) return Gone();
            if (corridor.After(time.Today).FirstOrDefault(s => s.From == from) is not { } announced) return Outcome.Refused(nameof(CorridorStanding.From), "没有这个以后的状态，可能已撤销或已生效。");
            var before = SuspendedDays.Of(corridor);
            db.Expect(corridor, version);
            db.Entry(corridor).Property(c => c.Version).IsModified = true;
            journal.Write(JournalSubjects.Network, Key(id), NetworkActs.CorridorStandWithdrawn, announced.Source, [new FieldChange(LabelOf(from), announced.Status.Word(), null)]);
            corridor.Standings.Remove(announced);
            db.Remove(announced);
            await FollowAsync(corridor, before, token);
            return Outcome.Done;
        },
        cancellation);

    /// <summary>Saves what was written of a corridor's statuses, and tells those whom other suspended days reach: within the caller's transaction.</summary>
    /// <param name="before">When it was suspended until now.</param>
    internal async Task FollowAsync(Corridor corridor, SuspendedDays before, CancellationToken cancellation)
    {
        await db.SaveChangesAsync(cancellation);
        foreach (var watcher in watchers) await watcher.FollowAsync(corridor, before, cancellation);
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Corridors by their short names with legs and standings, to be changed.</summary>
    internal async Task<Dictionary<string, Corridor>> WholeAsync(IReadOnlyList<string> slugs, CancellationToken cancellation) =>
        await WithLegs().Include(c => c.Standings).AsSplitQuery().Where(c => slugs.Contains(c.Slug)).OrderBy(c => c.Id).ToDictionaryAsync(c => c.Slug, StringComparer.Ordinal, cancellation);

    /// <summary>Makes a corridor within the caller's transaction; what stands against it was asked before.</summary>
    /// <returns>Its id.</returns>
    internal async Task<Outcome<int>> MakeAsync(CorridorData data, string? note, CancellationToken cancellation)
    {
        if (await db.Corridors.CountAsync(cancellation) >= MostCorridors) return Outcome.Refused($"最多登记 {MostCorridors} 条通道。");
        var last = await db.Corridors.MaxAsync(c => (int?)c.SortOrder, cancellation) ?? 0;
        var corridor = new Corridor
        {
            Slug = data.Slug,
            Name = data.Name,
            EnglishName = data.EnglishName,
            Status = data.Status,
            StatusSource = data.StatusSource,
            Description = data.Description,
            EnglishDescription = data.EnglishDescription,
            Colour = data.Colour,
            Source = data.Source,
            SortOrder = Math.Min(last + 1, LastPlace),
            Legs = [.. data.LegIds.Select((leg, i) => new CorridorLeg { LegId = leg, Position = i })],
            Standings = [StandingOf(time.Today, data.Status, data.StatusSource)],
        };
        Write(corridor, data);
        db.Corridors.Add(corridor);
        await db.SaveChangesAsync(cancellation);
        await CorridorPast.NoteAsync(db, corridor, null, time.Today, cancellation);
        journal.Write(JournalSubjects.Network, Key(corridor.Id), NetworkActs.CorridorAdded, note, (await FieldsAsync(corridor, data.LegIds, cancellation)).Select(f => new FieldChange(f.Label, null, f.Value)));
        await db.SaveChangesAsync(cancellation);
        return corridor.Id;
    }

    /// <summary>Writes what a file says of a corridor that is loaded with legs and standings, within the caller's transaction.</summary>
    /// <returns>False where it says nothing new.</returns>
    internal async Task<bool> ChangeAsync(Corridor corridor, CorridorData data, CancellationToken cancellation)
    {
        var (before, was) = (await FieldsAsync(corridor, LegsOf(corridor), cancellation), CorridorState.Of(corridor, DateOnly.MinValue));
        var (stands, suspended) = ((corridor.Status, corridor.StatusSource) != (data.Status, data.StatusSource), SuspendedDays.Of(corridor));
        if (stands) Stand(corridor, data.Status, data.StatusSource, time.Today);
        Write(corridor, data);
        var changes = Edits.Changes(before, await FieldsAsync(corridor, data.LegIds, cancellation)).Where(c => c.IsChange).ToList();
        // two legs between the same nodes read alike
        var isOtherWay = !LegsOf(corridor).SequenceEqual(data.LegIds);
        if (changes.Count > 0 || isOtherWay)
        {
            db.Entry(corridor).Property(c => c.Version).IsModified = true;
            await WriteLegsAsync(corridor, data.LegIds, cancellation);
            journal.Write(JournalSubjects.Network, Key(corridor.Id), NetworkActs.CorridorChanged, NetworkSheet.Note, changes);
            await db.SaveChangesAsync(cancellation);
            await CorridorPast.NoteAsync(db, corridor, was, time.Today, cancellation);
        }
        await FollowAsync(corridor, suspended, cancellation);
        return stands || isOtherWay || changes.Count > 0;
    }

    internal static string Key(int id) => string.Create(CultureInfo.InvariantCulture, $"corridor-{id}");

    internal static CorridorStanding StandingOf(DateOnly from, CorridorStatus status, string source) => new()
    {
        From = from,
        Status = status,
        Source = source,
    };

    internal async Task<List<Refusal>> RefuseAsync(CorridorData data, CancellationToken cancellation)
    {
        var refusals = new List<Refusal>();
        if (string.IsNullOrWhiteSpace(data.Source)) refusals.Add(new Refusal(nameof(data.Source), "没有来源的通道不能保存。"));
        if (!Websites.IsGood(data.SourceAddress)) refusals.Add(new Refusal(nameof(data.SourceAddress), Websites.Problem));
        if (data.Order is < 0 or > LastPlace) refusals.Add(new Refusal(nameof(data.Order), $"次序应为 0 至 {LastPlace}。"));
        if (data.Colour is < 1 or > 4) refusals.Add(new Refusal(nameof(data.Colour), "颜色应为 1 至 4。"));
        if (await LegProblemAsync(data.LegIds, cancellation) is { } problem) refusals.Add(new Refusal(nameof(data.LegIds), problem));
        return refusals;
    }

    /// <summary>A corridor holds together: each leg starts at the dry port or where another one has come to.</summary>
    private async Task<string?> LegProblemAsync(IReadOnlyList<int> legIds, CancellationToken cancellation)
    {
        if (legIds.Count is 0 or > MostLegs) return $"一条通道应有 1 至 {MostLegs} 个区段。";
        if (legIds.Distinct().Count() < legIds.Count) return "同一个区段只能出现一次。";
        var legs = await db.Legs.Where(l => legIds.Contains(l.Id)).Select(l => new { l.Id, l.FromId, l.ToId, From = l.From!.Name }).ToDictionaryAsync(l => l.Id, cancellation);
        var reached = new HashSet<int> { await db.Nodes.Where(n => n.Slug == CorridorService.HubSlug).Select(n => n.Id).SingleAsync(cancellation) };
        foreach (var id in legIds)
        {
            if (!legs.TryGetValue(id, out var leg)) return "没有这个区段，请重新选择。";
            if (!reached.Contains(leg.FromId)) return $"区段应从陆港起依次相连：{leg.From}还没有到达。";
            reached.Add(leg.ToId);
        }
        return null;
    }

    private void Stand(Corridor corridor, CorridorStatus status, string source, DateOnly from)
    {
        // what stood since nobody knows when is kept as well
        if (corridor.Standings.Count == 0) corridor.Standings.Add(StandingOf(DateOnly.MinValue, corridor.Status, corridor.StatusSource));
        journal.Write(JournalSubjects.Network, Key(corridor.Id), NetworkActs.CorridorStands, source, [new FieldChange(from == time.Today ? "状态" : LabelOf(from), corridor.StatusOn(from).Word(), status.Word())]);
        if (from <= time.Today) (corridor.Status, corridor.StatusSource) = (status, source);
        if (corridor.Standings.Find(s => s.From == from) is { } same) (same.Status, same.Source) = (status, source);
        else corridor.Standings.Add(StandingOf(from, status, source));
    }

    private async Task<int> CountAsync(int id, SuspendedDays before, SuspendedDays after, CancellationToken cancellation)
    {
        var count = 0;
        foreach (var watcher in watchers) count += await watcher.CountAsync(id, before, after, cancellation);
        return count;
    }

    private async Task<Outcome> SaveStandingsAsync(Func<CancellationToken, Task<Outcome>> act, CancellationToken cancellation)
    {
        try
        {
            return await db.InTransactionAsync(act, cancellation);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return Outcome.Refused("您打开之后，他人已修改这条通道。请核对最新内容后再操作。");
        }
    }

    private static string LabelOf(DateOnly from) => string.Create(CultureInfo.InvariantCulture, $"状态（{from:yyyy-MM-dd} 起）");

    private async Task WriteLegsAsync(Corridor corridor, IReadOnlyList<int> legIds, CancellationToken cancellation)
    {
        if (LegsOf(corridor).SequenceEqual(legIds)) return;
        // two saves: places are keys, and a unique index looks at each statement
        db.RemoveRange(corridor.Legs);
        await db.SaveChangesAsync(cancellation);
        corridor.Legs.Clear();
        corridor.Legs.AddRange(legIds.Select((leg, i) => new CorridorLeg { LegId = leg, Position = i }));
    }

    private static List<int> LegsOf(Corridor corridor) => [.. corridor.Legs.OrderBy(l => l.Position).Select(l => l.LegId)];

    private static void Write(Corridor corridor, CorridorData data)
    {
        (corridor.Name, corridor.EnglishName, corridor.Colour, corridor.Partners) = (data.Name, data.EnglishName, data.Colour, data.Partners);
        corridor.SortOrder = data.Order ?? corridor.SortOrder;
        (corridor.Description, corridor.EnglishDescription) = (data.Description, data.EnglishDescription);
        (corridor.Source, corridor.SourceAddress) = (data.Source, data.SourceAddress);
        (corridor.Documents, corridor.EnglishDocuments, corridor.Contact) = (data.Documents, data.EnglishDocuments, data.Contact);
    }

    private async Task<List<EditedField>> FieldsAsync(Corridor corridor, IReadOnlyList<int> ids, CancellationToken cancellation)
    {
        var names = await db.Legs.Where(l => ids.Contains(l.Id)).Select(l => new { l.Id, Name = l.From!.Name + "—" + l.To!.Name }).ToDictionaryAsync(l => l.Id, l => l.Name, cancellation);
        return
        [
            new(nameof(CorridorData.Name), "名称", corridor.Name),
            new(nameof(CorridorData.EnglishName), "英文名称", corridor.EnglishName),
            new(nameof(CorridorData.Description), "说明", corridor.Description),
            new(nameof(CorridorData.EnglishDescription), "英文说明", corridor.EnglishDescription),
            new(nameof(CorridorData.Colour), "颜色", corridor.Colour.ToString(CultureInfo.InvariantCulture)),
            new(nameof(CorridorData.Order), "次序", corridor.SortOrder.ToString(CultureInfo.InvariantCulture)),
            new(nameof(CorridorData.Partners), "合作方", corridor.Partners),
            new(nameof(CorridorData.Source), "来源", corridor.Source),
            new(nameof(CorridorData.SourceAddress), "来源网址", corridor.SourceAddress),
            new(nameof(CorridorData.Documents), "所需单证", corridor.Documents),
            new(nameof(CorridorData.EnglishDocuments), "所需单证（英文）", corridor.EnglishDocuments),
            new(nameof(CorridorData.Contact), "联系", corridor.Contact),
            new(nameof(CorridorData.LegIds), "区段", string.Join("、", ids.Select(l => names.GetValueOrDefault(l)))),
        ];
    }

    private static IQueryable<Corridor> Ordered(IQueryable<Corridor> rows, CorridorFilter filter)
    {
        if (SearchWord.Of(filter.Words) is { } word) rows = rows.Where(c => c.Name.Contains(word) || c.EnglishName.Contains(word) || c.Slug.Contains(word) || c.Partners!.Contains(word));
        if (filter.Status is { } status) rows = rows.Where(c => c.Status == status);
        return (filter.Sort, filter.Descending) switch
        {
            (CorridorSort.Name, false) => rows.OrderBy(c => c.Name).ThenBy(c => c.Id),
            (CorridorSort.Name, true) => rows.OrderByDescending(c => c.Name).ThenByDescending(c => c.Id),
            (CorridorSort.Status, false) => rows.OrderBy(c => c.Status).ThenBy(c => c.SortOrder).ThenBy(c => c.Id),
            (CorridorSort.Status, true) => rows.OrderByDescending(c => c.Status).ThenBy(c => c.SortOrder).ThenBy(c => c.Id),
            (_, true) => rows.OrderByDescending(c => c.SortOrder).ThenByDescending(c => c.Id),
            _ => rows.OrderBy(c => c.SortOrder).ThenBy(c => c.Id),
        };
    }

    private IQueryable<Corridor> WithLegs() => db.Corridors.Include(c => c.Legs.OrderBy(l => l.Position)).ThenInclude(l => l.Leg!.From).Include(c => c.Legs.OrderBy(l => l.Position)).ThenInclude(l => l.Leg!.To);

    private static Outcome Gone() => Outcome.Refused("没有这条通道。");
}
