namespace HuaihuaPilotZone.Enterprises.Finding;

/// <summary>How many enterprises each value of a facet would leave under the other conditions of a query; values without any are left out.</summary>
/// <param name="Types">Null where only the stages were counted.</param>
/// <param name="Areas">By the id of the area; null likewise.</param>
public sealed record RosterFacets(StageCounts Stages, IReadOnlyDictionary<EnterpriseType, int>? Types, IReadOnlyDictionary<int, int>? Areas)
{
    /// <param name="cells">Everything that fits the conditions but that on the stage.</param>
    internal static RosterFacets OfStages(IReadOnlyDictionary<RosterCell, int> cells, RosterQuery query) => new(new StageCounts(Sum(cells, query with { Stage = null }, c => c.Stage)), null, null);

    /// <param name="cells">Everything that fits the conditions but those on stage, type and area.</param>
    internal static RosterFacets Of(IReadOnlyDictionary<RosterCell, int> cells, RosterQuery query) => new(
        new StageCounts(Sum(cells, query with { Stage = null }, c => c.Stage)),
        Sum(cells, query with { Type = null }, c => c.Type),
        Sum(cells, query with { AreaId = null, Areas = null }, c => c.AreaId ?? 0).Where(c => c.Key > 0).ToDictionary());

    private static Dictionary<TKey, int> Sum<TKey>(IReadOnlyDictionary<RosterCell, int> cells, RosterQuery query, Func<RosterCell, TKey> keyOf)
        where TKey : notnull =>
        cells.Where(c => c.Value > 0 && c.Key.Fits(query)).GroupBy(c => keyOf(c.Key)).ToDictionary(g => g.Key, g => g.Sum(c => c.Value));
}
