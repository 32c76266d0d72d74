using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Figures.Indicators;

/// <summary>The values as staff keep them: typed by one person, compared with the source by another, and only then shown to the public.</summary>
public sealed class ObservationDesk(PortalDbContext db, PortalJournal journal, Actor actor, ChinaTime time)
{
    private const string Gone = "没有找到这个数据。";
    private const string Known = "这个系列在这个期间已有数据，请修改原来的一条。";

    public Task<Page<Observation>> ListAsync(ObservationFilter filter, PageRequest page, CancellationToken cancellation) =>
        Found(filter).ToPageAsync(page, cancellation);

    /// <summary>All values that the filter finds, for a file.</summary>
    public IAsyncEnumerable<Observation> StreamAsync(ObservationFilter filter, CancellationToken cancellation) => Found(filter).AsAsyncEnumerable();

    /// <summary>How many values have each state.</summary>
    public async Task<IReadOnlyDictionary<ObservationState, int>> CountAsync(CancellationToken cancellation) =>
        await db.Observations.GroupBy(o => o.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);

    public Task<Observation?> FindAsync(int id, CancellationToken cancellation) =>
        db.Observations.AsNoTracking().Include(o => o.Series).ThenInclude(s => s!.Indicator).SingleOrDefaultAsync(o => o.Id == id, cancellation);

    public Task<Page<JournalLine>> HistoryAsync(int id, PageRequest page, CancellationToken cancellation) =>
        journal.HistoryAsync(JournalSubjects.Observation, Key(id), page, cancellation);

    /// <returns>The id of the draft. A source may still be missing: it is asked for when the value is to be published.</returns>
    public async Task<Outcome<int>> AddAsync(ObservationData data, CancellationToken cancellation)
    {
        if (await RefuseAsync(data, cancellation) is { Count: > 0 } refusals) return Outcome.Refused(refusals);
        try
        {
            return await db.InTransactionAsync<int>(
                async token =>
                {
                    var row = Make(data);
                    db.Observations.Add(row);
                    await db.SaveChangesAsync(token);
                    journal.Write(JournalSubjects.Observation, Key(row.Id), IndicatorActs.Added, changes: data.AsNew());
                    await db.SaveChangesAsync(token);
                    return row.Id;
                },
                cancellation);
        }
        catch (DbUpdateException)
        {
            if (await IsKnownAsync(data, null, cancellation)) return Outcome.Refused(nameof(ObservationData.Period), Known);
            throw;
        }
    }

    /// <summary>Corrects a value that the public does not see. Whoever does it cannot be the one who checks it.</summary>
    public async Task<EditOutcome> UpdateAsync(int id, int version, ObservationData data, CancellationToken cancellation)
    {
        if (await RefuseAsync(data, cancellation) is { Count: > 0 } refusals) return Outcome.Refused(refusals);
        if (await db.Observations.SingleOrDefaultAsync(o => o.Id == id, cancellation) is not { } row) return Outcome.Refused(Gone);
        if (row.Version == version && row.State == ObservationState.Published) return Outcome.Refused("数据正在公开，须先撤下，才能修改。");
        var changes = ObservationData.Of(row).ChangesTo(data);
        if (changes.Count == 0 && row.Version == version) return Outcome.Done;
        db.Expect(row, version);
        data.WriteTo(row);
        row.State = ObservationState.Draft;
        (row.EnteredById, row.EnteredBy, row.EnteredAt) = (actor.UserId, actor.Name, time.UtcNow);
        (row.CheckedById, row.CheckedBy, row.CheckedAt) = (null, null, null);
        journal.Write(JournalSubjects.Observation, Key(id), IndicatorActs.Changed, changes: changes);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return Outcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return await ConflictAsync(id, data, cancellation);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (await IsKnownAsync(data, id, cancellation)) return Outcome.Refused(nameof(ObservationData.Period), Known);
            throw;
        }
    }

    /// <summary>The second person has compared the value with its source and shows it to the public. Refused without a source, and to whoever typed it.</summary>
    public Task<Outcome> PublishAsync(int id, int version, CancellationToken cancellation) => ChangeAsync(id, version, IndicatorActs.Published, null, row =>
    {
        if (row.State == ObservationState.Published) return Outcome.Refused("这个数据已经公开。");
        if (actor.UserId is not { } checker) return Outcome.Refused("须由登录的人员核对后公开。");
        if (checker == row.EnteredById) return Outcome.Refused("录入或最后修改的人不能自己核对，请由另一人核对后公开。");
        if (Missing(row).ToList() is { Count: > 0 } missing) return Outcome.Refused(missing);
        row.State = ObservationState.Published;
        (row.CheckedById, row.CheckedBy, row.CheckedAt) = (checker, actor.Name, time.UtcNow);
        return Outcome.Done;
    }, cancellation);

    /// <summary>Takes a value off the public pages.</summary>
    public Task<Outcome> WithdrawAsync(int id, int version, string reason, CancellationToken cancellation) => ChangeAsync(id, version, IndicatorActs.Withdrawn, reason, row =>
    {
        if (row.State != ObservationState.Published) return Outcome.Refused("这个数据没有公开，不用撤下。");
        row.State = ObservationState.Withdrawn;
        return Outcome.Done;
    }, cancellation);

    /// <summary>Removes a value that the public does not see; its journal stays.</summary>
    public Task<Outcome> RemoveAsync(int id, int version, CancellationToken cancellation) => ChangeAsync(id, version, IndicatorActs.Removed, null, row =>
    {
        if (row.State == ObservationState.Published) return Outcome.Refused("数据正在公开，须先撤下，才能删除。");
        db.Observations.Remove(row);
        return Outcome.Done;
    }, cancellation);

    /// <summary>A row that nobody has checked yet.</summary>
    internal Observation Make(ObservationData data)
    {
        var row = new Observation
        {
            Period = data.Period,
            Value = data.Value,
            Source = "",
            Status = data.Status,
            EnteredById = actor.UserId,
            EnteredBy = actor.Name,
            EnteredAt = time.UtcNow,
        };
        data.WriteTo(row);
        return row;
    }

    private static IEnumerable<Refusal> Missing(Observation row)
    {
        if (string.IsNullOrWhiteSpace(row.Source)) yield return new Refusal(nameof(Observation.Source), "没有来源的数据不能公开，请先补填来源。");
        // the founding papers bear no date
        if (row is { SourceDate: null, Status: not FigureStatus.Paper }) yield return new Refusal(nameof(Observation.SourceDate), "没有来源日期的数据不能公开，请先补填来源日期。");
    }

    private async Task<List<Refusal>> RefuseAsync(ObservationData data, CancellationToken cancellation) =>
        await db.IndicatorSeries.AsNoTracking().SingleOrDefaultAsync(s => s.Id == data.SeriesId, cancellation) is { } series
            ? [.. data.Refuse(series, time.Today)]
            : [new Refusal(nameof(ObservationData.SeriesId), "请选择系列。")];

    private Task<bool> IsKnownAsync(ObservationData data, int? exceptId, CancellationToken cancellation) =>
        db.Observations.AnyAsync(o => o.SeriesId == data.SeriesId && o.Period == data.Period && o.Id != exceptId, cancellation);

    private async Task<Outcome> ChangeAsync(int id, int version, string act, string? note, Func<Observation, Outcome> change, CancellationToken cancellation)
    {
        if (await db.Observations.SingleOrDefaultAsync(o => o.Id == id, cancellation) is not { } row) return Outcome.Refused(Gone);
        db.Expect(row, version);
        var before = row.State;
        if (change(row) is { IsDone: false } refused) return refused;
        journal.Write(JournalSubjects.Observation, Key(id), act, note, [new FieldChange("状态", before.Word(), act == IndicatorActs.Removed ? null : row.State.Word())]);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return Outcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Outcome.Refused("您打开之后，他人已修改这个数据。请核对最新内容后再操作。");
        }
    }

    private async Task<EditOutcome> ConflictAsync(int id, ObservationData typed, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } now) return Outcome.Refused(Gone);
        var last = (await HistoryAsync(id, new PageRequest(1, 1), cancellation)).Rows is [var line] ? line : null;
        return new EditConflict(now.Version, last?.UserName, last?.At, [.. ObservationData.Of(now).ChangesTo(typed).Select(c => new ConflictingValue(c.Field, c.Old, c.New))]);
    }

    private IQueryable<Observation> Found(ObservationFilter filter)
    {
        IQueryable<Observation> rows = db.Observations.AsNoTracking().Include(o => o.Series).ThenInclude(s => s!.Indicator);
        if (SearchWord.Of(filter.Word) is { } word) rows = rows.Where(o => o.Source.Contains(word) || o.Note!.Contains(word) || o.Period.Contains(word) || o.Series!.Name.Contains(word));
        if (filter.IndicatorId is { } indicator) rows = rows.Where(o => o.Series!.IndicatorId == indicator);
        if (filter.State is { } state) rows = rows.Where(o => o.State == state);
        if (filter.Status is { } status) rows = rows.Where(o => o.Status == status);
        if (filter.Kind is { } kind) rows = rows.Where(o => o.Series!.Kind == kind);
        return Sorted(rows, filter).ThenBy(o => o.Id);
    }

    private static IOrderedQueryable<Observation> Sorted(IQueryable<Observation> rows, ObservationFilter filter) => (filter.Sort, filter.Descending) switch
    {
        (ObservationSort.Period, false) => rows.OrderBy(o => o.Period),
        (ObservationSort.Period, true) => rows.OrderByDescending(o => o.Period),
        (ObservationSort.Indicator, false) => rows.OrderBy(o => o.Series!.Indicator!.SortOrder).ThenBy(o => o.SeriesId).ThenByDescending(o => o.Period),
        (ObservationSort.Indicator, true) => rows.OrderByDescending(o => o.Series!.Indicator!.SortOrder).ThenBy(o => o.SeriesId).ThenByDescending(o => o.Period),
        (ObservationSort.Value, false) => rows.OrderBy(o => o.Value),
        (ObservationSort.Value, true) => rows.OrderByDescending(o => o.Value),
        (_, false) => rows.OrderBy(o => o.EnteredAt),
        _ => rows.OrderByDescending(o => o.EnteredAt),
    };

    private static string Key(int id) => id.ToString(CultureInfo.InvariantCulture);
}
