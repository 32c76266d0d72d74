using HuaihuaPilotZone.Corridors;
using HuaihuaPilotZone.Corridors.Notices;
using HuaihuaPilotZone.Corridors.Timetable;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Figures;
using HuaihuaPilotZone.Risks;

namespace HuaihuaPilotZone.Web.Public.Corridors;

/// <summary>One corridor.</summary>
/// <param name="Notices">What holds now or later at its nodes and on its legs.</param>
/// <param name="Risks">Notices of risks that name it and hold now or later.</param>
/// <param name="Departures">The next ones.</param>
/// <param name="On">The day whose values are shown.</param>
public sealed record CorridorPage(
    Corridor Corridor, IReadOnlyList<Figure> Figures, IReadOnlyList<NetworkNotice> Notices, IReadOnlyList<RiskNotice> Risks, IReadOnlyList<Departure> Departures, DateOnly On)
{
    /// <summary>The nodes in the order of the way, each once.</summary>
    public IReadOnlyList<Node> Nodes { get; } = [.. Corridor.Legs.Take(1).Select(l => l.Leg!.From!).Concat(Corridor.Legs.Select(l => l.Leg!.To!)).DistinctBy(n => n.Id)];

    /// <summary>The legs in the order of the way.</summary>
    public IReadOnlyList<ShownLeg> Legs { get; } = [.. Corridor.Legs.Select(l => ShownLeg.Of(l.Leg!, On))];
}

/// <summary>A leg with the values of a day.</summary>
/// <param name="Distance">Null where none is recorded.</param>
/// <param name="Hours">Null where none are recorded.</param>
public sealed record ShownLeg(Leg Leg, LegValue? Distance, LegValue? Hours)
{
    public static ShownLeg Of(Leg leg, DateOnly day) => new(leg, leg.On(day, LegQuantity.Distance), leg.On(day, LegQuantity.Hours));
}

/// <summary>The dry port: figures by topic, and its areas.</summary>
public sealed record DryPortPage(IReadOnlyList<Figure> Figures, IReadOnlyList<ParkArea> Areas)
{
    public IReadOnlyList<Figure> Of(string topic) => [.. Figures.Where(f => f.Topic == topic)];
}

/// <summary>The network with what holds in it now or later.</summary>
/// <param name="Departures">The next ones of all corridors, cancelled ones among them.</param>
/// <param name="Now">UTC.</param>
public sealed record NetworkPage(Network Network, IReadOnlyList<NetworkNotice> Notices, IReadOnlyList<Departure> Departures, DateTime Now);
