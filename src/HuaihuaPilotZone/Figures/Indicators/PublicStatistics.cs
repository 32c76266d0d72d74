using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Figures.Indicators;

/// <summary>The published values of one series, oldest first: what the table, the chart and the file show.</summary>
public sealed record SeriesView(IndicatorSeries Series, IReadOnlyList<Observation> Values)
{
    /// <summary>One value makes no trend.</summary>
    public bool HasChart => Values.Count > 1;

    /// <summary>Standing of the values: charts mix none, so a series with several names them all.</summary>
    public IReadOnlyList<FigureStatus> Statuses => [.. Values.Select(v => v.Status).Distinct()];
}

/// <summary>A target of one year beside what is known of reaching it.</summary>
/// <param name="Latest">The last measured value, which may be of an earlier year; null where there is none.</param>
/// <param name="Pace">Null where the year has no value that the target may be held against.</param>
public sealed record TargetView(Observation Target, Observation? Latest, TargetPace? Pace);

/// <summary>An indicator as the public sees it.</summary>
/// <param name="Target">The target of this year, else of the last year that has one.</param>
/// <param name="Latest">The measured value that speaks of the latest time.</param>
public sealed record IndicatorView(Indicator Indicator, IReadOnlyList<SeriesView> Series, TargetView? Target, Observation? Latest)
{
    /// <summary>Series of measured values; when there are several they count differently and are drawn apart.</summary>
    public IReadOnlyList<SeriesView> Measured => [.. Series.Where(s => s.Series.Kind == FigureKind.Measured)];

    /// <summary>Targets and plans, never in one chart with measured values.</summary>
    public IReadOnlyList<SeriesView> Expected => [.. Series.Where(s => s.Series.Kind != FigureKind.Measured)];
}

/// <summary>Published values for the public pages. What has not been checked by a second person is not read here at all.</summary>
public sealed class PublicStatistics(PortalDbContext db, ChinaTime time)
{
    /// <summary>More than a hundred monthly series of three years.</summary>
    private const int MostValues = 5_000;

    private static readonly HotQuery<Func<PortalDbContext, string, IAsyncEnumerable<Observation>>> _ofIndicator = new(() => EF.CompileAsyncQuery((PortalDbContext db, string code) =>
        db.Observations.AsNoTracking().Where(o => o.State == ObservationState.Published && o.Series!.Indicator!.Code == code).Include(o => o.Series).ThenInclude(s => s!.Indicator)
            .OrderByDescending(o => o.Period).ThenByDescending(o => o.Id).Take(MostValues)));

    /// <summary>Every indicator that has something to show, in order.</summary>
    public async Task<IReadOnlyList<IndicatorView>> ListAsync(CancellationToken cancellation) => View(await ReadAsync(Published(), cancellation));

    /// <summary>One indicator; null where it has nothing to show.</summary>
    public async Task<IndicatorView?> FindAsync(string code, CancellationToken cancellation)
    {
        var newest = await _ofIndicator.For(db)(db, code).ToListAsync(cancellation);
        newest.Reverse();
        return View(newest) is [var view] ? view : null;
    }

    /// <summary>One series; null where it has nothing to show.</summary>
    public async Task<SeriesView?> SeriesAsync(string code, string series, CancellationToken cancellation) =>
        (await ReadAsync(Published().Where(o => o.Series!.Indicator!.Code == code && o.Series.Code == series), cancellation)) is [var first, ..] values
            ? new SeriesView(first.Series!, values)
            : null;

    /// <summary>The values that were published last, the latest first, each with its series and indicator.</summary>
    public async Task<IReadOnlyList<Observation>> LatestAsync(int count, CancellationToken cancellation) =>
        await Published().Include(o => o.Series).ThenInclude(s => s!.Indicator).OrderByDescending(o => o.CheckedAt).ThenByDescending(o => o.Id).Take(count).ToListAsync(cancellation);

    private IQueryable<Observation> Published() => db.Observations.AsNoTracking().Where(o => o.State == ObservationState.Published);

    private static async Task<List<Observation>> ReadAsync(IQueryable<Observation> rows, CancellationToken cancellation)
    {
        var newest = await rows.Include(o => o.Series).ThenInclude(s => s!.Indicator)
            .OrderByDescending(o => o.Period).ThenByDescending(o => o.Id).Take(MostValues).ToListAsync(cancellation);
        newest.Reverse();
        return newest;
    }

    private IReadOnlyList<IndicatorView> View(List<Observation> values) =>
    [
        .. values.GroupBy(v => v.Series!.IndicatorId)
            .OrderBy(g => g.First().Series!.Indicator!.SortOrder).ThenBy(g => g.Key)
            .Select(g => View(g.First().Series!.Indicator!, [.. g])),
    ];

    private IndicatorView View(Indicator indicator, List<Observation> values)
    {
        List<SeriesView> series =
        [
            .. values.GroupBy(v => v.SeriesId).Select(g => new SeriesView(g.First().Series!, [.. g])).OrderBy(s => s.Series.SortOrder).ThenBy(s => s.Series.Id),
        ];
        var latest = series.Where(s => s.Series.Kind == FigureKind.Measured).Select(s => s.Values[^1]).MaxBy(v => PartialDate.LastDay(v.Period));
        return new IndicatorView(indicator, series, Target(series, latest), latest);
    }

    private TargetView? Target(List<SeriesView> series, Observation? latest)
    {
        var year = time.Today.Year;
        var targets = series.Where(s => s.Series.Kind == FigureKind.Target).ToList();
        if (targets.SelectMany(s => s.Values).OrderByDescending(v => YearOf(v) == year).ThenByDescending(YearOf).FirstOrDefault() is not { } target) return null;
        var compared = series.Find(s => s.Series.Id == target.Series!.ComparedWithId);
        var pace = compared is null ? null : TargetPace.Of(target.Value, YearOf(target), compared.Series.Form, compared.Values);
        return new TargetView(target, pace is null ? latest : compared!.Values[^1], pace);
    }

    private static int YearOf(Observation value) => PartialDate.FirstDay(value.Period)!.Value.Year;
}
