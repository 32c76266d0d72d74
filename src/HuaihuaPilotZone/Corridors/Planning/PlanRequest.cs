namespace HuaihuaPilotZone.Corridors.Planning;

/// <summary>What counts first; the other two decide between equals.</summary>
public enum RoutePreset
{
    /// <summary>最快.</summary>
    Fastest,

    /// <summary>最省.</summary>
    Cheapest,

    /// <summary>最低碳.</summary>
    Greenest,
}

/// <summary>What goods are to be carried, from where to where and when.</summary>
/// <param name="From">Place of the node in the network.</param>
/// <param name="Ready">Minute since 1970-01-01 UTC from which the goods can leave.</param>
/// <param name="Latest">Last minute in which they may arrive.</param>
/// <param name="Tonnes">Gross weight.</param>
/// <param name="Containers">Slots that they need on a departure; at least 1.</param>
/// <param name="Temperature">What they have to be kept at; null where any will do.</param>
public sealed record PlanRequest(int From, int To, int Ready, int Latest, decimal Tonnes, int Containers, TemperatureRange? Temperature = null, bool IsDangerous = false);

/// <summary>Why an arc is not used.</summary>
public enum Exclusion
{
    /// <summary>停运: the service or the corridor is suspended.</summary>
    Suspended,

    /// <summary>非常态化: the corridor does not run regularly, and only regular ones were asked for.</summary>
    NotRegular,

    /// <summary>无冷藏: it cannot keep the temperature.</summary>
    NoCooling,

    /// <summary>不收危险品.</summary>
    NoDangerousGoods,

    /// <summary>口岸不能报关: it crosses a border where goods cannot be presented to customs.</summary>
    NoCustoms,

    /// <summary>节点关闭: where it starts or ends is closed when it would be used.</summary>
    NodeClosed,

    /// <summary>截单已过: the departure that would do takes no more goods.</summary>
    CutOffPassed,

    /// <summary>舱位已满.</summary>
    Full,

    /// <summary>停开: this departure was cancelled.</summary>
    Cancelled,

    /// <summary>缺数据: no time, no price or no distance is recorded.</summary>
    NoData,
}

/// <summary>One ride of a route.</summary>
/// <param name="Arc">Place of the arc in the network.</param>
/// <param name="DepartureId">The caller's number of the departure; null for an arc that is used at any time.</param>
/// <param name="Departs">Minute since 1970-01-01 UTC.</param>
/// <param name="Cents">Hundredths of a yuan.</param>
public sealed record PlannedRide(int Arc, int? DepartureId, int Departs, int Arrives, long Cents, long Grams);

/// <summary>A way through the network.</summary>
/// <param name="Minutes">From the time the goods are ready until they arrive, waiting included.</param>
public sealed record PlannedRoute(IReadOnlyList<PlannedRide> Rides, int Arrives, int Minutes, long Cents, long Grams)
{
    /// <summary>Whether the other route is nowhere better and somewhere worse.</summary>
    public bool Dominates(PlannedRoute other) =>
        Minutes <= other.Minutes && Cents <= other.Cents && Grams <= other.Grams && (Minutes < other.Minutes || Cents < other.Cents || Grams < other.Grams);

    /// <summary>What the preset puts first, in its own unit.</summary>
    public long First(RoutePreset preset) => preset switch
    {
        RoutePreset.Fastest => Minutes,
        RoutePreset.Cheapest => Cents,
        RoutePreset.Greenest => Grams,
        _ => throw new ArgumentOutOfRangeException(nameof(preset), preset, null),
    };
}
