using System.Text.RegularExpressions;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content.Editorial;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Figures.Indicators;

/// <summary>An indicator as a person types it.</summary>
/// <param name="Code">Only read when it is added.</param>
public sealed record IndicatorData(
    string Code, string Name, string EnglishName, string Unit, string EnglishUnit, decimal EnglishPerUnit, string Definition, string EnglishDefinition, int SortOrder)
{
    /// <summary>What is written now: the change that waits, or what stands.</summary>
    public static IndicatorData Of(Indicator i) => i.Pending is { } kept
        ? DraftJson.Read<IndicatorData>(kept)
        : new(i.Code, i.Name, i.EnglishName, i.Unit, i.EnglishUnit, i.EnglishPerUnit, i.Definition, i.EnglishDefinition, i.SortOrder);
}

/// <summary>A series as a person types it.</summary>
/// <param name="Code">Only read when it is added.</param>
/// <param name="ComparedWithId">A measured series of the same indicator, for a series of targets.</param>
public sealed record SeriesData(
    string Code, string Name, string EnglishName, FigureKind Kind, SeriesForm Form, string Counting, string EnglishCounting, int? ComparedWithId, int SortOrder)
{
    /// <summary>What is written now: the change that waits, or what stands.</summary>
    public static SeriesData Of(IndicatorSeries s) => s.Pending is { } kept
        ? DraftJson.Read<SeriesData>(kept)
        : new(s.Code, s.Name, s.EnglishName, s.Kind, s.Form, s.Counting, s.EnglishCounting, s.ComparedWithId, s.SortOrder);
}

/// <summary>What is counted and how: the indicators and their series as staff keep them.</summary>
public sealed partial class IndicatorDesk(PortalDbContext db, PortalJournal journal, Actor actor, ChinaTime time)
{
    private const int MostIndicators = 200;
    private const string Gone = "没有找到这个指标。";
    private const string CodeProblem = "代码用小写字母、数字和短横线，最多 40 个字符。";
    private const string Stale = "您打开之后，他人已修改。请核对最新内容后再保存。";

    /// <summary>Indicators with their series to choose from, in order.</summary>
    public async Task<IReadOnlyList<Indicator>> ChoicesAsync(CancellationToken cancellation) =>
        await db.Indicators.AsNoTracking().Include(i => i.Series.OrderBy(s => s.SortOrder).ThenBy(s => s.Id))
            .OrderBy(i => i.SortOrder).ThenBy(i => i.Id).Take(MostIndicators).AsSplitQuery().ToListAsync(cancellation);

    /// <summary>One indicator with its series.</summary>
    public Task<Indicator?> FindAsync(int id, CancellationToken cancellation) =>
        db.Indicators.AsNoTracking().Include(i => i.Series.OrderBy(s => s.SortOrder).ThenBy(s => s.Id)).SingleOrDefaultAsync(i => i.Id == id, cancellation);

    /// <summary>What was done to an indicator and its series, newest first.</summary>
    public Task<Page<JournalLine>> HistoryAsync(string code, PageRequest page, CancellationToken cancellation) =>
        journal.HistoryAsync(JournalSubjects.Indicator, code, page, cancellation);

    public Task<Outcome<int>> AddAsync(IndicatorData data, CancellationToken cancellation) => AddAsync(data, null, cancellation);

    internal async Task<Outcome<int>> AddAsync(IndicatorData data, string? topic, CancellationToken cancellation)
    {
        if (!IsCode(data.Code)) return Outcome.Refused(nameof(data.Code), CodeProblem);
        if (Refuse(data).ToList() is { Count: > 0 } refusals) return Outcome.Refused(refusals);
        var indicator = new Indicator
        {
            Code = data.Code,
            Name = data.Name,
            EnglishName = data.EnglishName,
            Unit = data.Unit,
            EnglishUnit = data.EnglishUnit,
            Definition = data.Definition,
            EnglishDefinition = data.EnglishDefinition,
            Topic = topic,
            UpdatedAt = time.UtcNow,
        };
        Write(data, indicator);
        db.Indicators.Add(indicator);
        journal.Write(JournalSubjects.Indicator, data.Code, IndicatorActs.IndicatorAdded, changes: Describe(indicator).Select(f => new FieldChange(f.Label, null, f.Text)));
        try
        {
            await db.SaveChangesAsync(cancellation);
            return indicator.Id;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (await db.Indicators.AnyAsync(i => i.Code == data.Code, cancellation)) return Outcome.Refused(nameof(data.Code), "这个代码已有指标使用。");
            throw;
        }
    }

    /// <summary>Saves an indicator. Its unit stays once there are values, since they would mean something else.</summary>
    /// <returns>Whether the change waits for a second person, as it does where the public reads values of it.</returns>
    public async Task<Outcome<bool>> UpdateAsync(int id, int version, IndicatorData data, CancellationToken cancellation)
    {
        if (Refuse(data).ToList() is { Count: > 0 } refusals) return Outcome.Refused(refusals);
        if (await db.Indicators.SingleOrDefaultAsync(i => i.Id == id, cancellation) is not { } indicator) return Outcome.Refused(Gone);
        if (await AgainstAsync(indicator, data, cancellation) is { } refused) return refused;
        db.Expect(indicator, version);
        var changes = Changes(indicator, data);
        var waits = await db.Observations.AnyAsync(o => o.Series!.IndicatorId == id && o.State == ObservationState.Published, cancellation);
        if (waits) SetAside(indicator, DraftJson.Write(data), changes.Count == 0);
        else Write(data, indicator);
        indicator.UpdatedAt = time.UtcNow;
        journal.Write(JournalSubjects.Indicator, indicator.Code, !waits ? IndicatorActs.IndicatorChanged : changes.Count > 0 ? IndicatorActs.IndicatorWaits : IndicatorActs.IndicatorDropped, changes: changes);
        return await SaveAsync(cancellation) is { IsDone: false } stale ? stale : waits && changes.Count > 0;
    }

    /// <summary>Adds a series to an indicator.</summary>
    public async Task<Outcome<int>> AddSeriesAsync(int indicatorId, SeriesData data, CancellationToken cancellation)
    {
        if (!IsCode(data.Code)) return Outcome.Refused(nameof(data.Code), CodeProblem);
        if (await db.Indicators.AsNoTracking().SingleOrDefaultAsync(i => i.Id == indicatorId, cancellation) is not { } indicator) return Outcome.Refused(Gone);
        if (await RefuseAsync(indicatorId, data, cancellation) is { } refused) return refused;
        var series = new IndicatorSeries
        {
            IndicatorId = indicatorId,
            Code = data.Code,
            Name = data.Name,
            EnglishName = data.EnglishName,
            Kind = data.Kind,
            Form = data.Form,
            Counting = data.Counting,
            EnglishCounting = data.EnglishCounting,
            ComparedWithId = data.ComparedWithId,
            SortOrder = data.SortOrder,
            UpdatedAt = time.UtcNow,
        };
        db.IndicatorSeries.Add(series);
        journal.Write(JournalSubjects.Indicator, indicator.Code, IndicatorActs.SeriesAdded, changes: Describe(series).Select(f => new FieldChange($"{series.Code}：{f.Label}", null, f.Text)));
        try
        {
            await db.SaveChangesAsync(cancellation);
            return series.Id;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (await db.IndicatorSeries.AnyAsync(s => s.IndicatorId == indicatorId && s.Code == data.Code, cancellation)) return Outcome.Refused(nameof(data.Code), "这个指标已有同代码的系列。");
            throw;
        }
    }

    /// <summary>Saves a series. Whether it is measured or expected, and what a value speaks of, stays once there are values: expected ones never become measured.</summary>
    /// <returns>Whether the change waits for a second person, as it does where the public reads values of it.</returns>
    public async Task<Outcome<bool>> UpdateSeriesAsync(int id, int version, SeriesData data, CancellationToken cancellation)
    {
        if (await db.IndicatorSeries.Include(s => s.Indicator).SingleOrDefaultAsync(s => s.Id == id, cancellation) is not { } series) return Outcome.Refused("没有找到这个系列。");
        if (await AgainstAsync(series, data, cancellation) is { } refused) return refused;
        db.Expect(series, version);
        var changes = Changes(series, data);
        var waits = await db.Observations.AnyAsync(o => o.SeriesId == id && o.State == ObservationState.Published, cancellation);
        if (waits) SetAside(series, DraftJson.Write(data), changes.Count == 0);
        else Write(data, series);
        series.UpdatedAt = time.UtcNow;
        journal.Write(JournalSubjects.Indicator, series.Indicator!.Code, !waits ? IndicatorActs.SeriesChanged : changes.Count > 0 ? IndicatorActs.SeriesWaits : IndicatorActs.SeriesDropped, changes: Named(series, changes));
        return await SaveAsync(cancellation) is { IsDone: false } stale ? stale : waits && changes.Count > 0;
    }

    private static bool IsCode(string code) => code.Length <= Indicator.CodeMaxLength && CodeForm().IsMatch(code);

    private static IEnumerable<Refusal> Refuse(IndicatorData data)
    {
        if (data.EnglishPerUnit <= 0) yield return new Refusal(nameof(data.EnglishPerUnit), "英文单位换算应大于 0。");
    }

    private async Task<Outcome?> RefuseAsync(int indicatorId, SeriesData data, CancellationToken cancellation)
    {
        if (data.ComparedWithId is not { } other) return null;
        if (data.Kind != FigureKind.Target) return Outcome.Refused(nameof(data.ComparedWithId), "只有目标系列才选比较的系列。");
        return await db.IndicatorSeries.AnyAsync(s => s.Id == other && s.IndicatorId == indicatorId && s.Kind == FigureKind.Measured, cancellation)
            ? null
            : Outcome.Refused(nameof(data.ComparedWithId), "目标只能与同一指标的实际值系列比较。");
    }

    private async Task<Outcome> SaveAsync(CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return Outcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Outcome.Refused(Stale);
        }
    }

    private static void Write(IndicatorData data, Indicator indicator)
    {
        (indicator.Name, indicator.EnglishName, indicator.Unit, indicator.EnglishUnit) = (data.Name, data.EnglishName, data.Unit, data.EnglishUnit);
        (indicator.EnglishPerUnit, indicator.Definition, indicator.EnglishDefinition, indicator.SortOrder) = (data.EnglishPerUnit, data.Definition, data.EnglishDefinition, data.SortOrder);
    }

    private static void Write(SeriesData data, IndicatorSeries series)
    {
        (series.Name, series.EnglishName, series.Kind, series.Form) = (data.Name, data.EnglishName, data.Kind, data.Form);
        (series.Counting, series.EnglishCounting, series.ComparedWithId, series.SortOrder) = (data.Counting, data.EnglishCounting, data.ComparedWithId, data.SortOrder);
    }

    private static IEnumerable<(string Label, string? Text)> Describe(Indicator i) =>
    [
        ("名称", i.Name), ("英文名称", i.EnglishName), ("单位", i.Unit), ("英文单位", i.EnglishUnit), ("英文单位换算", FormattableString.Invariant($"{i.EnglishPerUnit:0.#####}")),
        ("定义", i.Definition), ("英文定义", i.EnglishDefinition), ("排序", FormattableString.Invariant($"{i.SortOrder}")),
    ];

    private static IEnumerable<(string Label, string? Text)> Describe(IndicatorSeries s) =>
    [
        ("名称", s.Name), ("英文名称", s.EnglishName), ("类型", s.Kind.Word()), ("数值形式", s.Form.Word()), ("口径", s.Counting), ("英文口径", s.EnglishCounting),
        ("比较的系列", s.ComparedWithId is { } id ? FormattableString.Invariant($"{id}") : null), ("排序", FormattableString.Invariant($"{s.SortOrder}")),
    ];

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CodeForm();
}
