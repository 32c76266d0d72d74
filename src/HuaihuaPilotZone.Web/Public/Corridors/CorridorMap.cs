using HuaihuaPilotZone.Corridors;
using HuaihuaPilotZone.Web.Public.Shared;

namespace HuaihuaPilotZone.Web.Public.Corridors;

/// <summary>How a way is drawn: solid with ties for rail, solid for road, dotted for the sea and abroad.</summary>
public enum MapStroke
{
    Rail,
    Road,
    Dotted,
}

/// <summary>One leg of a corridor on the map.</summary>
/// <param name="Path">SVG path data.</param>
public sealed record MapLine(string Path, MapStroke Stroke);

/// <summary>The lines of one corridor, in its colour.</summary>
public sealed record MapCorridor(string Slug, int Colour, IReadOnlyList<MapLine> Lines);

/// <summary>A named point.</summary>
/// <param name="Colour">Of its first corridor; 0 for places where goods are gathered.</param>
/// <param name="Anchor">start, middle or end.</param>
public sealed record MapStop(string Name, double X, double Y, double Radius, int Colour, bool IsNamed, bool IsSmall, double LabelX, double LabelY, string Anchor);

/// <summary>Which map is drawn.</summary>
public enum MapShape
{
    /// <summary>1200 by 620 units.</summary>
    Wide,

    /// <summary>390 by 530 units, for phones.</summary>
    Tall,

    /// <summary>The wide map behind the first words of the home page, with the ports' names only.</summary>
    Hero,
}

/// <summary>The schematic map of the network, drawn from the same records as its table.</summary>
public sealed class CorridorMap
{
    private readonly MapShape _shape;

    private CorridorMap(Network network, MapShape shape)
    {
        _shape = shape;
        Hub = StopOf(network.Hub, 0, isTerminal: true);
        Corridors = [.. network.Corridors.Select(c => new MapCorridor(c.Slug, c.Colour, [.. c.Legs.Select(l => LineOf(l.Leg!, Aside(network, l.LegId, c.Colour)))]))];
        Feeders = [.. network.Others.Select(l => MapGeometry.Way(X(l.From!), Y(l.From!), X(l.To!), Y(l.To!), 0))];
        Stops = [.. StopsOf(network)];
    }

    public MapShape Shape => _shape;

    public string ViewBox => _shape switch
    {
        MapShape.Wide => "0 0 1200 620",
        MapShape.Tall => "0 0 390 530",
        _ => "230 6 950 726",
    };

    public MapStop Hub { get; }

    public IReadOnlyList<MapCorridor> Corridors { get; }

    /// <summary>Path data of the thin grey lines where goods are gathered.</summary>
    public IReadOnlyList<string> Feeders { get; }

    public IReadOnlyList<MapStop> Stops { get; }

    public static CorridorMap Draw(Network network, MapShape shape) => new(network, shape);

    private double X(Node node) => _shape == MapShape.Tall ? node.TallX : node.MapX;

    private double Y(Node node) => _shape == MapShape.Tall ? node.TallY : node.MapY;

    private MapLine LineOf(Leg leg, double aside)
    {
        var isAbroad = leg.From!.CountryCode != "CHN" || leg.To!.CountryCode != "CHN";
        var stroke = leg.Mode == LegMode.Sea || isAbroad ? MapStroke.Dotted : leg.Mode == LegMode.Road ? MapStroke.Road : MapStroke.Rail;
        return new MapLine(MapGeometry.Way(X(leg.From), Y(leg.From), X(leg.To!), Y(leg.To!), aside), stroke);
    }

    /// <summary>Corridors of different colours on one leg run side by side.</summary>
    private double Aside(Network network, int legId, int colour)
    {
        var colours = network.Corridors.Where(c => c.Legs.Exists(l => l.LegId == legId)).Select(c => c.Colour).Distinct().Order().ToList();
        return (colours.IndexOf(colour) - (colours.Count - 1) / 2.0) * (_shape == MapShape.Tall ? 8 : 10);
    }

    private IEnumerable<MapStop> StopsOf(Network network)
    {
        var passed = new HashSet<int> { network.Hub.Id };
        foreach (var corridor in network.Corridors)
        {
            var leftFrom = corridor.Legs.Select(l => l.Leg!.FromId).ToHashSet();
            foreach (var node in corridor.Legs.Select(l => l.Leg!.To!).Where(n => passed.Add(n.Id)))
                yield return StopOf(node, corridor.Colour, isTerminal: !leftFrom.Contains(node.Id) || node.Kind is NodeKind.SeaPort or NodeKind.BorderPost);
        }
        foreach (var node in network.Others.Select(l => l.To!).Where(n => passed.Add(n.Id))) yield return StopOf(node, 0, isTerminal: false);
    }

    private MapStop StopOf(Node node, int colour, bool isTerminal)
    {
        var radius = (colour, isTerminal, _shape) switch
        {
            (0, _, MapShape.Tall) => 5.0,
            (0, _, _) => 6.0,
            (_, true, MapShape.Tall) => 8.0,
            (_, true, _) => 11.0,
            (_, false, MapShape.Tall) => 6.0,
            _ => 8.0,
        };
        var isPort = node.Kind == NodeKind.SeaPort && node.CountryCode == "CHN";
        var isSmall = colour == 0 || !isTerminal || _shape == MapShape.Tall;
        var (x, y) = (X(node), Y(node));
        var (labelX, labelY, anchor) = (_shape == MapShape.Tall ? node.TallLabelSide : node.LabelSide) switch
        {
            LabelSide.Left => (x - radius - 8, y + 6, "end"),
            LabelSide.Above => (x, y - radius - 8, "middle"),
            LabelSide.Below => (x, y + radius + (isSmall ? 16 : 20), "middle"),
            _ => (x + radius + 8, y + 6, "start"),
        };
        var isNamed = _shape != MapShape.Hero || colour == 0 || isPort;
        return new MapStop(Bilingual.Pick(node.Name, node.EnglishName), x, y, radius, colour, isNamed, isSmall, labelX, labelY, anchor);
    }
}
