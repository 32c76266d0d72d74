namespace HuaihuaPilotZone.Messages;

/// <summary>
/// A mail on its way. The act that causes it adds the row in its own transaction; <see cref="MailDelivery"/> takes it from there.
/// Who delivers holds a lease, taken by one conditional UPDATE.
/// </summary>
public sealed class OutgoingMail
{
    public const int MessageIdLength = 32;
    public const int AddressMaxLength = 254;
    public const int SubjectMaxLength = 200;
    public const int TextMaxLength = 4000;
    public const int ErrorMaxLength = 500;
    public const int LeaseMaxLength = 32;
    public const int LeaveAddressMaxLength = 1000;

    public int Id { get; init; }

    /// <summary>Name of the file in the file outbox and part of the Message-ID.</summary>
    public required string MessageId { get; init; }

    public required MessageKind Kind { get; init; }

    public required string To { get; init; }

    public required string Subject { get; init; }

    /// <summary>Blank once a mail with a one-time link has been delivered or its link has expired.</summary>
    public required string Text { get; init; }

    /// <summary>Where a POST alone ends the subscription (RFC 8058); null for a mail that is no subscription. Gone with the text.</summary>
    public string? LeaveAddress { get; init; }

    /// <summary>UTC; until when the one-time link in the text can be used. Null when there is none.</summary>
    public DateTime? LinkExpiresAt { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime WrittenAt { get; init; }

    /// <summary>UTC; not before this.</summary>
    public required DateTime DueAt { get; init; }

    /// <summary>Counted when the lease is taken, so that a process that dies over a mail counts too.</summary>
    public int Attempts { get; init; }

    /// <summary>Whoever delivers it now.</summary>
    public string? Lease { get; init; }

    /// <summary>UTC; from then on another instance may take it.</summary>
    public DateTime? LeasedUntil { get; init; }

    /// <summary>UTC.</summary>
    public DateTime? DeliveredAt { get; init; }

    /// <summary>UTC; when it was given up.</summary>
    public DateTime? GivenUpAt { get; init; }

    /// <summary>Why the last attempt failed.</summary>
    public string? LastError { get; init; }
}

/// <summary>Where a mail stands.</summary>
public enum MailState
{
    /// <summary>待发送.</summary>
    Waiting,

    /// <summary>已送出.</summary>
    Delivered,

    /// <summary>未送达: given up, until somebody tries it again.</summary>
    GivenUp,
}
