namespace HuaihuaPilotZone.Corridors.Planning;

/// <summary>What each arc costs these goods, and why some are not used for them at all.</summary>
internal sealed class ArcCosts
{
    private ArcCosts(int arcs) => (Minutes, Cents, Grams, Exclusions) = (new long[arcs], new long[arcs], new long[arcs], new Exclusion?[arcs]);

    /// <summary>Least minutes; −1 for an arc that is not used, here and below.</summary>
    public long[] Minutes { get; }

    /// <summary>Hundredths of a yuan.</summary>
    public long[] Cents { get; }

    /// <summary>Grams of CO2.</summary>
    public long[] Grams { get; }

    public Exclusion?[] Exclusions { get; }

    /// <param name="isStrict">False: nothing but missing data excludes an arc, to find out what the exclusions cost.</param>
    public static ArcCosts Of(PlanningNetwork network, PlanRequest request, bool isStrict)
    {
        var costs = new ArcCosts(network.Arcs.Count);
        for (var i = 0; i < network.Arcs.Count; i++)
        {
            var arc = network.Arcs[i];
            var (cents, grams) = (CentsOf(arc, request.Tonnes, request.Containers), GramsOf(arc, request.Tonnes));
            costs.Exclusions[i] = cents is null || grams is null ? Exclusion.NoData : Reason(arc, request);
            var isUsed = cents is not null && grams is not null && (!isStrict || costs.Exclusions[i] is null);
            costs.Minutes[i] = isUsed ? arc.Minutes : -1;
            costs.Cents[i] = isUsed ? cents!.Value : -1;
            costs.Grams[i] = isUsed ? grams!.Value : -1;
        }

        return costs;
    }

    /// <summary>Hundredths of a yuan; null where no price is recorded.</summary>
    public static long? CentsOf(PlanArc arc, decimal tonnes, int containers)
    {
        if (arc.YuanPerContainer is null && arc.YuanPerTonne is null) return null;
        return Whole(100m * (((arc.YuanPerContainer ?? 0m) * containers) + ((arc.YuanPerTonne ?? 0m) * tonnes)));
    }

    /// <summary>Grams of CO2; null where distance or factor is not recorded.</summary>
    public static long? GramsOf(PlanArc arc, decimal tonnes) => arc is { Kilometres: { } km, GramsPerTonneKilometre: { } factor } ? Whole(km * factor * tonnes) : null;

    private static Exclusion? Reason(PlanArc arc, PlanRequest request)
    {
        if (arc.Closed is { } closed) return closed;
        if (request.Temperature is { } range && arc.Cooling?.Holds(range) != true) return Exclusion.NoCooling;
        return request.IsDangerous && !arc.TakesDangerousGoods ? Exclusion.NoDangerousGoods : null;
    }

    private static long Whole(decimal value) => (long)Math.Round(value, 0, MidpointRounding.AwayFromZero);
}
