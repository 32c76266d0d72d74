namespace HuaihuaPilotZone.Enterprises.Finding;

/// <summary>How many enterprises each value of a facet would leave under the other conditions of a query; values without any are left out.</summary>
/// <param name="Types">Null where only the stages were counted.</param>
/// <param name="Areas">By the id of the area; null likewise.</param>
public sealed record RosterFacets(StageCounts Stages, IReadOnlyDictionary<EnterpriseType, int>? Types, IReadOnlyDictionary<int, int>? Areas)
{
    /// <summary>How far the numbers of types and areas are exact.</summary>
    public FacetReach Reach { get; init; }

    /// <param name="cells">Everything that fits the conditions but that on the stage.</param>
    internal static RosterFacets OfStages(IReadOnlyDictionary<RosterCell, int> cells, RosterQuery query) => new(new StageCounts(Sum(cells, query with { Stage = null }, c => c.Stage)), null, null);

    /// <param name="cells">Everything that fits the conditions but those on stage, type and area.</param>
    internal static RosterFacets Of(IReadOnlyDictionary<RosterCell, int> cells, RosterQuery query) => new(
        new StageCounts(Sum(cells, query with { Stage = null }, c => c.Stage)),
        Sum(cells, query with { Type = null }, c => c.Type),
        Sum(cells, query with { AreaId = null, Areas = null }, c => c.AreaId ?? 0).Where(c => c.Key > 0).ToDictionary());

    /// <param name="cells">What its beginning has.</param>
    /// <param name="isWhole">Whether that is all of it.</param>
    internal static RosterFacets OfBeginning(IReadOnlyDictionary<RosterCell, int> cells, RosterQuery query, bool isWhole)
    {
        var (met, reach) = (Of(cells, query), isWhole ? FacetReach.TenThousand : FacetReach.Least);
        return met with
        {
            Stages = met.Stages with { Reach = reach },
            Reach = reach,
        };
    }

    /// <summary>What is chosen has as many as the list, also where fewer of them were met.</summary>
    internal RosterFacets WithChosen(RosterQuery query, int total) => this with
    {
        Stages = query.Stage is { } stage ? Stages with { ByStage = With(Stages.ByStage, stage, total) } : Stages,
        Types = query.Type is { } type ? With(Types!, type, total) : Types,
        Areas = query is { AreaId: { } area, Areas: null } ? With(Areas!, area, total) : Areas,
    };

    private static Dictionary<TKey, int> With<TKey>(IReadOnlyDictionary<TKey, int> counts, TKey key, int count)
        where TKey : notnull =>
        new(counts) { [key] = Math.Max(count, counts.GetValueOrDefault(key)) };

    private static Dictionary<TKey, int> Sum<TKey>(IReadOnlyDictionary<RosterCell, int> cells, RosterQuery query, Func<RosterCell, TKey> keyOf)
        where TKey : notnull =>
        cells.Where(c => c.Value > 0 && c.Key.Fits(query)).GroupBy(c => keyOf(c.Key)).ToDictionary(g => g.Key, g => g.Sum(c => c.Value));
}

/// <summary>How far numbers beside filters are exact.</summary>
public enum FacetReach
{
    /// <summary>However many there are.</summary>
    All,

    /// <summary>As far as <see cref="RosterFinder.Exact"/>.</summary>
    TenThousand,

    /// <summary>There are at least so many.</summary>
    Least,
}

/// <summary>A number beside a filter.</summary>
/// <param name="IsMore">Whether there are more, or may be, than were counted.</param>
public sealed record FacetCount(int Count, bool IsMore)
{
    /// <returns>Null where none was met and there may be some all the same.</returns>
    internal static FacetCount? Of(int count, FacetReach reach) => reach switch
    {
        FacetReach.All => new FacetCount(count, false),
        FacetReach.Least when count == 0 => null,
        _ => new FacetCount(Math.Min(count, RosterFinder.Exact), reach == FacetReach.Least || count > RosterFinder.Exact),
    };
}
