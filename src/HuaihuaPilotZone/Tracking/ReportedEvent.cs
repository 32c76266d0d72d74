namespace HuaihuaPilotZone.Tracking;

/// <summary>How a report names the consignment it speaks of: the first that is given counts, from left to right.</summary>
/// <param name="Number">The portal's own number.</param>
public sealed record ConsignmentReference(string? Number, string? Waybill, string? Booking, string? Container)
{
    public bool IsEmpty => Number is null && Waybill is null && Booking is null && Container is null;
}

/// <summary>An event as a provider reports it, read and in itself without fault.</summary>
/// <param name="Path">Where it stands in what was sent: a JSON Pointer, or a row of a file.</param>
/// <param name="Place">Name of the place, or the slug or name of a node.</param>
public sealed record ReportedEvent(
    string Path, string EventId, EventKind Kind, EventClassifier Classifier, string Code, DateTime OccursAt, DateTime SaidAt, ConsignmentReference Consignment,
    string? Place, string? Container, TransportMode? Mode, string? DocumentType, string? Replaces, string? Remark)
{
    /// <summary>Where one of its properties stands: a JSON Pointer, or row and column.</summary>
    public string PathOf(string property) => Path.StartsWith('/') ? $"{Path}/{property}" : $"{Path} {property}";
}

/// <summary>What stands against one event.</summary>
/// <param name="Path">JSON Pointer into what was sent, or a row of a file.</param>
/// <param name="Message">Chinese.</param>
public sealed record EventProblem(string Path, string Message);

/// <summary>What became of an event.</summary>
public enum EventAnswer
{
    /// <summary>It is kept.</summary>
    Accepted,

    /// <summary>It was kept before; nothing was changed.</summary>
    Repeated,

    Refused,
}

/// <summary>The answer to one event.</summary>
/// <param name="Consignment">Number of the consignment it belongs to.</param>
public sealed record EventResult(string Path, string? EventId, EventAnswer Answer, string? Consignment, IReadOnlyList<EventProblem> Problems)
{
    public static EventResult Refuse(string path, string? eventId, params IReadOnlyList<EventProblem> problems) => new(path, eventId, EventAnswer.Refused, null, problems);
}

/// <summary>The events of one call.</summary>
public sealed record EventSubmission(int ProviderId, EventSource Source, IReadOnlyList<ReportedEvent> Events);
