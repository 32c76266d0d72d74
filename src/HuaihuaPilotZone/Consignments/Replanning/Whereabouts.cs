using HuaihuaPilotZone.Corridors.Planning;

namespace HuaihuaPilotZone.Consignments.Replanning;

/// <summary>From which stop, and from when on, goods can take another way.</summary>
/// <param name="Sequence">The stop where they are, or the one they are on their way to.</param>
/// <param name="ReadyAt">UTC.</param>
public sealed record Whereabouts(int Sequence, DateTime ReadyAt)
{
    // goods are at the first stop some time before they are planned to leave it
    private static readonly TimeSpan _lead = TimeSpan.FromDays(1);

    /// <param name="stops">In their order, at least one.</param>
    public static Whereabouts Of(IReadOnlyList<ConsignmentStop> stops, DateTime now)
    {
        var left = -1;
        for (var i = 0; i < stops.Count; i++)
        {
            if (stops[i].DepartureActual is not null) left = i;
        }
        if (left < 0)
        {
            var planned = (stops[0].DepartureEstimated ?? stops[0].DeparturePlanned ?? now) - _lead;
            return new Whereabouts(stops[0].Sequence, planned > now ? planned : now);
        }
        var next = stops[Math.Min(left + 1, stops.Count - 1)];
        var arrives = next.ArrivalActual ?? next.ArrivalEstimated ?? next.ArrivalPlanned ?? now;
        return new Whereabouts(next.Sequence, arrives > now ? arrives : now);
    }
}

/// <summary>What the way that was planned costs from a stop on.</summary>
internal static class PlannedWay
{
    /// <summary>The cheapest way of each section between two stops that follow each other; null where a section is not in the network or has no price or distance.</summary>
    public static (long Cents, long Grams)? Worth(BuiltNetwork built, IReadOnlyList<ConsignmentStop> stops, int kilograms, int containers)
    {
        if (stops.Count < 2) return null;
        var (cents, grams, tonnes) = (0L, 0L, kilograms / 1000m);
        foreach (var (from, to) in stops.Zip(stops.Skip(1)))
        {
            if (built.PlaceOf(from.Node?.Slug) is not { } start || built.PlaceOf(to.Node?.Slug) is not { } end) return null;
            var best = built.Network.Arcs.Where(a => a.From == start && a.To == end).Select(a => Worth(a, tonnes, containers)).Where(w => w is not null).MinBy(w => w!.Value.Cents);
            if (best is not var (sectionCents, sectionGrams)) return null;
            (cents, grams) = (cents + sectionCents, grams + sectionGrams);
        }
        return (cents, grams);
    }

    private static (long Cents, long Grams)? Worth(PlanArc arc, decimal tonnes, int containers) =>
        ArcCosts.CentsOf(arc, tonnes, containers) is { } cents && ArcCosts.GramsOf(arc, tonnes) is { } grams ? (cents, grams) : null;
}
