using System.Linq.Expressions;
using HuaihuaPilotZone.Figures;

namespace HuaihuaPilotZone.Corridors;

/// <summary>What a node was from a day on, until a later one begins. Where it is drawn on the map is no fact about it and has no past.</summary>
public sealed class NodeState
{
    /// <summary>The state as a node that has the same on its own columns.</summary>
    public static readonly Expression<Func<NodeState, Node>> AsNode = s => new Node
    {
        Id = s.NodeId,
        Slug = s.Node!.Slug,
        Name = s.Name,
        EnglishName = s.EnglishName,
        Kind = s.Kind,
        CountryCode = s.CountryCode,
        TimeZone = s.TimeZone,
        Latitude = s.Latitude,
        Longitude = s.Longitude,
        CoordinatesSource = s.CoordinatesSource,
        HasCustoms = s.HasCustoms,
        HasColdStore = s.HasColdStore,
        TakesDangerousGoods = s.TakesDangerousGoods,
        HandlingMinutes = s.HandlingMinutes,
        HandlingStatus = s.HandlingStatus,
        HandlingSource = s.HandlingSource,
        IsClosed = s.IsClosed,
        ClosedFrom = s.ClosedFrom,
        MapX = s.Node.MapX,
        MapY = s.Node.MapY,
        TallX = s.Node.TallX,
        TallY = s.Node.TallY,
        LabelSide = s.Node.LabelSide,
        TallLabelSide = s.Node.TallLabelSide,
    };

    public int Id { get; init; }

    public int NodeId { get; init; }

    public Node? Node { get; init; }

    /// <summary>The first day on which it holds; <see cref="DateOnly.MinValue"/> where it has always held.</summary>
    public required DateOnly From { get; init; }

    public required string Name { get; set; }

    public required string EnglishName { get; set; }

    public required NodeKind Kind { get; set; }

    public required string CountryCode { get; set; }

    public required string TimeZone { get; set; }

    public decimal? Latitude { get; set; }

    public decimal? Longitude { get; set; }

    public string? CoordinatesSource { get; set; }

    public bool HasCustoms { get; set; }

    public bool HasColdStore { get; set; }

    public bool TakesDangerousGoods { get; set; }

    public int? HandlingMinutes { get; set; }

    public FigureStatus? HandlingStatus { get; set; }

    public string? HandlingSource { get; set; }

    public bool IsClosed { get; set; }

    /// <summary>The first day on which it is closed, also one to come; null where nobody knows it.</summary>
    public DateOnly? ClosedFrom { get; set; }

    /// <summary>What a node is, from a day on.</summary>
    public static NodeState Of(Node node, DateOnly from)
    {
        ArgumentNullException.ThrowIfNull(node);
        var state = new NodeState
        {
            NodeId = node.Id,
            From = from,
            Name = node.Name,
            EnglishName = node.EnglishName,
            Kind = node.Kind,
            CountryCode = node.CountryCode,
            TimeZone = node.TimeZone,
        };
        state.Take(node);
        return state;
    }

    /// <summary>Takes over what the node says now.</summary>
    public void Take(Node node)
    {
        ArgumentNullException.ThrowIfNull(node);
        (Name, EnglishName, Kind, CountryCode, TimeZone) = (node.Name, node.EnglishName, node.Kind, node.CountryCode, node.TimeZone);
        (Latitude, Longitude, CoordinatesSource) = (node.Latitude, node.Longitude, node.CoordinatesSource);
        (HasCustoms, HasColdStore, TakesDangerousGoods) = (node.HasCustoms, node.HasColdStore, node.TakesDangerousGoods);
        (HandlingMinutes, HandlingStatus, HandlingSource) = (node.HandlingMinutes, node.HandlingStatus, node.HandlingSource);
        (IsClosed, ClosedFrom) = (node.IsClosed, node.ClosedFrom);
    }
}
