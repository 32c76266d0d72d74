using HuaihuaPilotZone.Corridors.Planning;

namespace HuaihuaPilotZone.Corridors.Bookings.Sharing;

/// <summary>Fills one 20-foot container with small shipments, and divides its price. Pure: the same shipments give the same container.</summary>
public static class ContainerPacking
{
    /// <summary>Shipments in one container at most; more parties seldom agree in time.</summary>
    public const int MostParts = 4;

    /// <summary>Litres that the estimate of the planner gives a 20-foot container.</summary>
    public const int ContainerLitres = (int)(PlanDesk.ContainerCubicMetres * 1000m);

    /// <summary>Kilograms that the estimate of the planner gives it.</summary>
    public const int ContainerKilograms = (int)(PlanDesk.ContainerTonnes * 1000m);

    /// <summary>Whether a shipment fits into a container at all.</summary>
    public static bool Fits(int kilograms, int litres) => kilograms <= ContainerKilograms && litres <= ContainerLitres;

    /// <summary>All sets of shipments that fit together with the one that asks, fullest first; in each the asking one comes first.</summary>
    /// <param name="candidates">Of other enterprises, in the order in which they came.</param>
    public static IEnumerable<IReadOnlyList<CargoIntent>> Fill(CargoIntent asking, IReadOnlyList<CargoIntent> candidates)
    {
        var sets = new List<IReadOnlyList<CargoIntent>>();
        Grow([asking], 0);
        return sets.OrderByDescending(Weight).ThenBy(s => s.Count);

        void Grow(List<CargoIntent> set, int start)
        {
            if (set.Count > 1) sets.Add([.. set]);
            if (set.Count == MostParts) return;
            for (var i = start; i < candidates.Count; i++)
            {
                var next = candidates[i];
                if (!set.TrueForAll(one => GoTogether(one, next)) || !Fits(set.Sum(s => s.Kilograms) + next.Kilograms, set.Sum(s => s.Litres) + next.Litres)) continue;
                if (set.Max(s => s.ReadyOn) > next.LatestOn || next.ReadyOn > set.Min(s => s.LatestOn)) continue;
                set.Add(next);
                Grow(set, i + 1);
                set.RemoveAt(set.Count - 1);
            }
        }
    }

    /// <summary>How much of a container a shipment takes, by weight or volume, whichever is more; in millionths.</summary>
    public static long Part(int kilograms, int litres) => Math.Max(kilograms * 1_000_000L / ContainerKilograms, litres * 1_000_000L / ContainerLitres);

    /// <summary>Divides a price in proportion to what each takes; together exactly the price.</summary>
    /// <returns>Hundredths of a yuan, in the order of the shipments.</returns>
    public static IReadOnlyList<long> Divide(long priceCents, IReadOnlyList<CargoIntent> shipments)
    {
        var parts = shipments.Select(s => Math.Max(1, Part(s.Kilograms, s.Litres))).ToList();
        var whole = parts.Sum();
        var shares = parts.Select(p => (long)((Int128)priceCents * p / whole)).ToList();
        // what rounding down leaves goes to the first one, who asked
        shares[0] += priceCents - shares.Sum();
        return shares;
    }

    private static bool GoTogether(CargoIntent one, CargoIntent other) =>
        one.EnterpriseId != other.EnterpriseId && one.OriginId == other.OriginId && one.DestinationId == other.DestinationId && GoodsClasses.Between(one, other) is null;

    private static long Weight(IReadOnlyList<CargoIntent> set) => set.Sum(s => Part(s.Kilograms, s.Litres));
}
