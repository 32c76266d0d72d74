using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Consignments;

namespace HuaihuaPilotZone.Tracking;

/// <summary>What an alert warns of.</summary>
public enum AlertRule
{
    /// <summary>晚于预计.</summary>
    Late,

    /// <summary>温度超限.</summary>
    Temperature,

    /// <summary>传感器无数据.</summary>
    SilentSensor,

    /// <summary>赶不上衔接.</summary>
    MissedConnection,
}

/// <summary>预警: something about a consignment that somebody has to look at. There is one open alert for one matter, however many readings or reports say so.</summary>
public sealed class TransportAlert : IVersioned
{
    public const int SubjectMaxLength = 60;
    public const int TextMaxLength = 300;
    public const int NoteMaxLength = 300;

    public int Id { get; init; }

    public required int ConsignmentId { get; init; }

    public Consignment? Consignment { get; init; }

    public required AlertRule Rule { get; init; }

    /// <summary>The matter: a stop and whether arrival or departure, or a device.</summary>
    public required string Subject { get; init; }

    public required string Text { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime RaisedAt { get; init; }

    /// <summary>UTC; when somebody took it on.</summary>
    public DateTime? AcknowledgedAt { get; set; }

    public string? AcknowledgedBy { get; set; }

    /// <summary>UTC; null while it is open.</summary>
    public DateTime? ClosedAt { get; set; }

    public string? ClosedBy { get; set; }

    /// <summary>What was done about it.</summary>
    public string? Note { get; set; }

    public int Version { get; set; }
}

public static class AlertWords
{
    public static string Word(this AlertRule rule) => rule switch
    {
        AlertRule.Late => "晚于预计",
        AlertRule.Temperature => "温度超限",
        AlertRule.SilentSensor => "传感器无数据",
        AlertRule.MissedConnection => "赶不上衔接",
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, null),
    };
}
