using HuaihuaPilotZone.Consignments;
using HuaihuaPilotZone.Corridors;
using HuaihuaPilotZone.Enterprises;

namespace HuaihuaPilotZone.Tracking;

/// <summary>What an event speaks of, as DCSA has it.</summary>
public enum EventKind
{
    /// <summary>运输: the means of transport arrives or departs.</summary>
    Transport,

    /// <summary>箱货: something is done with a container.</summary>
    Equipment,

    /// <summary>单证: a document of the shipment changes its state.</summary>
    Shipment,
}

/// <summary>Whether an event has happened.</summary>
public enum EventClassifier
{
    /// <summary>PLN 计划.</summary>
    Planned,

    /// <summary>EST 预计.</summary>
    Estimated,

    /// <summary>ACT 实际.</summary>
    Actual,
}

/// <summary>How an event came in.</summary>
public enum EventSource
{
    /// <summary>接口.</summary>
    Interface,

    /// <summary>文件.</summary>
    File,

    /// <summary>演示模拟: made by the demonstration's simulator, never reported by anybody.</summary>
    Simulation,
}

/// <summary>Something that a provider reports of a consignment. Never changed and never deleted; a correction is an event of its own that names the one it replaces.</summary>
public sealed class TrackingEvent
{
    public const int EventIdMaxLength = 100;
    public const int RemarkMaxLength = 200;
    public const int DocumentTypeMaxLength = 10;

    public int Id { get; init; }

    public required int ConsignmentId { get; init; }

    public Consignment? Consignment { get; init; }

    /// <summary>The enterprise that reports.</summary>
    public required int ProviderId { get; init; }

    public Enterprise? Provider { get; init; }

    /// <summary>The provider's own number of the event: what makes a repetition known.</summary>
    public required string EventId { get; init; }

    public required EventSource Source { get; init; }

    public required EventKind Kind { get; init; }

    public required EventClassifier Classifier { get; init; }

    /// <summary>Four letters, see <see cref="EventCodes"/>.</summary>
    public required string Code { get; init; }

    /// <summary>For an event of a document: which document, such as BKG or TRD.</summary>
    public string? DocumentType { get; init; }

    /// <summary>UTC; when it happens.</summary>
    public required DateTime OccursAt { get; init; }

    /// <summary>UTC; when the provider said so. Of two estimates the one said later counts.</summary>
    public required DateTime SaidAt { get; init; }

    /// <summary>UTC; when the portal got it.</summary>
    public required DateTime ReceivedAt { get; init; }

    /// <summary>The node of the network; null for a place that is none.</summary>
    public int? NodeId { get; init; }

    public Node? Node { get; init; }

    public string? Place { get; init; }

    public string? ContainerNumber { get; init; }

    public TransportMode? Mode { get; init; }

    /// <summary>The provider's number of the event that this one takes the place of, which may come later.</summary>
    public string? Replaces { get; init; }

    /// <summary>Whether another event takes its place.</summary>
    public required bool IsReplaced { get; set; }

    public string? Remark { get; init; }

    /// <summary>Whether a repetition says the same.</summary>
    public bool SaysTheSameAs(TrackingEvent other) =>
        (ConsignmentId, Kind, Classifier, Code, DocumentType, OccursAt, SaidAt) == (other.ConsignmentId, other.Kind, other.Classifier, other.Code, other.DocumentType, other.OccursAt, other.SaidAt)
        && (NodeId, Place, ContainerNumber, Mode, Replaces, Remark) == (other.NodeId, other.Place, other.ContainerNumber, other.Mode, other.Replaces, other.Remark);
}

/// <summary>DCSA mode of transport.</summary>
public enum TransportMode
{
    Vessel,
    Rail,
    Truck,
    Barge,
    Air,
}
