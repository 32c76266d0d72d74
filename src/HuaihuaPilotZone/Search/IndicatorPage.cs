using HuaihuaPilotZone.Data.Conventions;
using HuaihuaPilotZone.Figures.Indicators;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Search;

/// <summary>The page of one indicator as the search knows it: it is public while any of its values is.</summary>
/// <param name="Latest">Its last published values with their series, the newest first.</param>
internal sealed record IndicatorPage(Indicator Shown, IReadOnlyList<Observation> Latest)
{
    private const int MostValues = 12;

    /// <summary>The indicators whose pages are changed by what is about to be saved.</summary>
    public static async Task<IReadOnlyList<int>> ChangedAsync(DbContext context, CancellationToken cancellation)
    {
        List<object> changed = [.. context.ChangeTracker.Seen()
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && e.Entity is Indicator or IndicatorSeries or Observation).Select(e => e.Entity)];
        var indicators = new HashSet<int>();
        foreach (var record in changed)
        {
            indicators.Add(record switch
            {
                Indicator indicator => indicator.Id,
                IndicatorSeries series => series.IndicatorId,
                Observation { Series: { } series } => series.IndicatorId,
                Observation value => (await context.Set<IndicatorSeries>().FindAsync([value.SeriesId], cancellation))!.IndicatorId,
                _ => throw new ArgumentOutOfRangeException(nameof(context), record.GetType().Name, null),
            });
        }

        // what has no id yet has no values either
        return [.. indicators.Where(i => i > 0)];
    }

    /// <summary>The page with everything that is about to be saved; null where the indicator is gone.</summary>
    public static async Task<IndicatorPage?> ReadAsync(DbContext context, int id, CancellationToken cancellation)
    {
        if (await context.Set<Indicator>().FindAsync([id], cancellation) is not { } indicator || context.Entry(indicator).State == EntityState.Deleted) return null;
        await context.Set<IndicatorSeries>().Where(s => s.IndicatorId == id).LoadAsync(cancellation);
        await context.Set<Observation>().Where(o => o.Series!.IndicatorId == id && o.State == ObservationState.Published).OrderByDescending(o => o.Period).Take(MostValues).LoadAsync(cancellation);
        return new IndicatorPage(indicator,
        [
            .. context.Set<Observation>().Local.Where(o => o.State == ObservationState.Published && o.Series?.IndicatorId == id)
                .OrderByDescending(o => o.Period, StringComparer.Ordinal).Take(MostValues),
        ]);
    }
}
