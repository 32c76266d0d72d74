using HuaihuaPilotZone.Enterprises;

namespace HuaihuaPilotZone.Webhooks;

/// <summary>An address of an enterprise's own system that is told what happens to its declarations.</summary>
public sealed class Webhook
{
    public const int UrlMaxLength = 500;
    public const int SecretMaxLength = 1000;

    public int Id { get; init; }

    public required int EnterpriseId { get; init; }

    public Enterprise? Enterprise { get; init; }

    public required string Url { get; init; }

    /// <summary>The secret that signs, protected by the portal's keys: it must be known to sign, but not by whoever reads the database.</summary>
    public required string ProtectedSecret { get; init; }

    public required bool SendsStates { get; init; }

    public required bool SendsReceipts { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    /// <summary>UTC; since when every attempt has failed, or null.</summary>
    public DateTime? FailingSince { get; init; }

    /// <summary>UTC; when it was switched off because it could not be reached. Nothing is queued for it meanwhile.</summary>
    public DateTime? DisabledAt { get; init; }

    /// <summary>UTC; when the enterprise removed it.</summary>
    public DateTime? RemovedAt { get; init; }
}

/// <summary>What a webhook is told.</summary>
public enum WebhookEvent
{
    /// <summary>declaration.state: a document has changed its state.</summary>
    DeclarationState,

    /// <summary>declaration.receipt: a receipt has found its document.</summary>
    Receipt,

    /// <summary>test: the enterprise tries the address out.</summary>
    Test,
}

/// <summary>One event on its way to one address. The act that causes it adds the row in its own transaction; who delivers holds a lease, taken by one conditional UPDATE.</summary>
public sealed class WebhookDelivery
{
    public const int EventIdLength = 32;
    public const int SubjectMaxLength = 40;
    public const int ErrorMaxLength = 500;
    public const int LeaseMaxLength = 32;

    public int Id { get; init; }

    public required int WebhookId { get; init; }

    public Webhook? Webhook { get; init; }

    /// <summary>The same however often it is sent, so that the receiver knows it again.</summary>
    public required string EventId { get; init; }

    public required WebhookEvent Event { get; init; }

    /// <summary>Number of the declaration; empty for a test.</summary>
    public required string Subject { get; init; }

    /// <summary>JSON as it is signed and sent.</summary>
    public required string Body { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>UTC; not before this.</summary>
    public required DateTime DueAt { get; init; }

    /// <summary>Counted when the lease is taken, so that a process that dies over it counts too.</summary>
    public int Attempts { get; init; }

    public string? Lease { get; init; }

    /// <summary>UTC; from then on another instance may take it.</summary>
    public DateTime? LeasedUntil { get; init; }

    /// <summary>UTC.</summary>
    public DateTime? LastTriedAt { get; init; }

    /// <summary>HTTP status of the last answer; null when there was none.</summary>
    public int? LastStatus { get; init; }

    /// <summary>Why the last attempt failed.</summary>
    public string? LastError { get; init; }

    /// <summary>UTC.</summary>
    public DateTime? DeliveredAt { get; init; }

    /// <summary>UTC; when it was given up.</summary>
    public DateTime? GivenUpAt { get; init; }
}

/// <summary>Where a delivery stands.</summary>
public enum DeliveryState
{
    /// <summary>待发送.</summary>
    Waiting,

    /// <summary>已送达.</summary>
    Delivered,

    /// <summary>未送达.</summary>
    GivenUp,
}

/// <summary>Names of events as they are sent.</summary>
public static class WebhookEvents
{
    public static string Name(this WebhookEvent e) => e switch
    {
        WebhookEvent.DeclarationState => "declaration.state",
        WebhookEvent.Receipt => "declaration.receipt",
        WebhookEvent.Test => "test",
        _ => throw new ArgumentOutOfRangeException(nameof(e), e, null),
    };
}
