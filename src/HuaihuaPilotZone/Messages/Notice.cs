using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Enterprises;

namespace HuaihuaPilotZone.Messages;

/// <summary>A message in one person's inbox. Written in the transaction of the act it tells of, so it is there exactly once or not at all.</summary>
public sealed class Notice
{
    public const int TitleMaxLength = 200;
    public const int TextMaxLength = 1000;
    public const int LinkMaxLength = 300;

    public int Id { get; init; }

    public required int UserId { get; init; }

    public PortalUser? User { get; init; }

    /// <summary>The enterprise for whose work it is; only its people see it. Null for the park's staff and for the person alone.</summary>
    public int? EnterpriseId { get; init; }

    public Enterprise? Enterprise { get; init; }

    public required MessageKind Kind { get; init; }

    public required string Title { get; init; }

    public required string Text { get; init; }

    /// <summary>Local address of the record.</summary>
    public required string Link { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>UTC; null while unread.</summary>
    public DateTime? ReadAt { get; init; }
}

/// <summary>A person does not want notices of this kind by mail too. Without a row they do.</summary>
public sealed class MailOptOut
{
    public required int UserId { get; init; }

    public required MessageKind Kind { get; init; }
}
