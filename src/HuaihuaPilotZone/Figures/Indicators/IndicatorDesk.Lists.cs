using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Figures.Indicators;

/// <summary>What a list of indicators is ordered by.</summary>
public enum IndicatorSort
{
    /// <summary>As the public reads them.</summary>
    Place,
    Name,
    Code,

    /// <summary>By how many series they have.</summary>
    Series,
}

/// <summary>What a list of indicators asks for.</summary>
/// <param name="Kind">Only those with a series of this kind.</param>
/// <param name="OnlyWaiting">Only those of which a change waits for a second person.</param>
public sealed record IndicatorFilter(string? Words = null, FigureKind? Kind = null, bool OnlyWaiting = false, IndicatorSort Sort = IndicatorSort.Place, bool Descending = false);

public sealed partial class IndicatorDesk
{
    /// <summary>A page of indicators, each with all its series.</summary>
    public Task<Page<Indicator>> ListAsync(IndicatorFilter filter, PageRequest page, CancellationToken cancellation) => Rows(filter).ToPageAsync(page, cancellation);

    /// <summary>All indicators of a list, for a file.</summary>
    public IAsyncEnumerable<Indicator> StreamAsync(IndicatorFilter filter) => Rows(filter).AsAsyncEnumerable();

    private IQueryable<Indicator> Rows(IndicatorFilter filter)
    {
        var rows = db.Indicators.AsNoTracking();
        if (SearchWord.Of(filter.Words) is { } word)
        {
            rows = rows.Where(i => i.Name.Contains(word) || i.EnglishName.Contains(word) || i.Code.Contains(word) || i.Definition.Contains(word)
                || i.Series.Any(s => s.Name.Contains(word) || s.Code.Contains(word) || s.Counting.Contains(word)));
        }

        if (filter.Kind is { } kind) rows = rows.Where(i => i.Series.Any(s => s.Kind == kind));
        if (filter.OnlyWaiting) rows = rows.Where(i => i.Pending != null || i.Series.Any(s => s.Pending != null));
        return Ordered(rows, filter).Include(i => i.Series.OrderBy(s => s.SortOrder).ThenBy(s => s.Id));
    }

    private static IOrderedQueryable<Indicator> Ordered(IQueryable<Indicator> rows, IndicatorFilter filter) => (filter.Sort, filter.Descending) switch
    {
        (IndicatorSort.Name, false) => rows.OrderBy(i => i.Name).ThenBy(i => i.Id),
        (IndicatorSort.Name, true) => rows.OrderByDescending(i => i.Name).ThenByDescending(i => i.Id),
        (IndicatorSort.Code, false) => rows.OrderBy(i => i.Code),
        (IndicatorSort.Code, true) => rows.OrderByDescending(i => i.Code),
        (IndicatorSort.Series, false) => rows.OrderBy(i => i.Series.Count).ThenBy(i => i.SortOrder).ThenBy(i => i.Id),
        (IndicatorSort.Series, true) => rows.OrderByDescending(i => i.Series.Count).ThenBy(i => i.SortOrder).ThenBy(i => i.Id),
        (_, true) => rows.OrderByDescending(i => i.SortOrder).ThenByDescending(i => i.Id),
        _ => rows.OrderBy(i => i.SortOrder).ThenBy(i => i.Id),
    };
}
