using HuaihuaPilotZone.Corridors;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Figures;

namespace HuaihuaPilotZone.Web.Public.Corridors;

/// <summary>One corridor.</summary>
/// <param name="On">The day whose values are shown.</param>
public sealed record CorridorPage(Corridor Corridor, IReadOnlyList<Figure> Figures, DateOnly On)
{
    /// <summary>The nodes in the order of the way, each once.</summary>
    public IReadOnlyList<Node> Nodes => [.. Corridor.Legs.Take(1).Select(l => l.Leg!.From!).Concat(Corridor.Legs.Select(l => l.Leg!.To!)).DistinctBy(n => n.Id)];
}

/// <summary>The dry port: figures by topic, and its areas.</summary>
public sealed record DryPortPage(IReadOnlyList<Figure> Figures, IReadOnlyList<ParkArea> Areas)
{
    public IReadOnlyList<Figure> Of(string topic) => [.. Figures.Where(f => f.Topic == topic)];
}
