using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Files;

namespace HuaihuaPilotZone.Accounts.Successions;

/// <summary>How far a request to take over is.</summary>
public enum SuccessionState
{
    /// <summary>待处理: the present administrators may object, the park has not decided.</summary>
    Waiting,

    /// <summary>已同意.</summary>
    Approved,

    /// <summary>未同意.</summary>
    Refused,
}

public static class SuccessionWords
{
    public static string Word(this SuccessionState state) => state switch
    {
        SuccessionState.Waiting => "待处理",
        SuccessionState.Approved => "已同意",
        SuccessionState.Refused => "未同意",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    public static string Tone(this SuccessionState state) => state switch
    {
        SuccessionState.Waiting => "warn",
        SuccessionState.Approved => "ok",
        _ => "mute",
    };
}

/// <summary>Who asks to take over. Kept encrypted.</summary>
public sealed record SuccessionPerson(string Name, string Position, string Phone, string Email);

/// <summary>
/// 接任: somebody asks, with proof, to become administrator of an enterprise whose administrator has left. The present administrators are told and may
/// object for some days; the park decides. Nobody who asks learns whether an enterprise is in the roster.
/// </summary>
public sealed class Succession : IVersioned
{
    public const int NumberMaxLength = 30;
    public const int ReasonMaxLength = 1000;
    public const int MostFiles = 3;

    public int Id { get; init; }

    /// <summary>JJ-20261129-0001.</summary>
    public required string Number { get; init; }

    /// <summary>As it was typed, in its normal form.</summary>
    public required string CreditCode { get; init; }

    /// <summary>The enterprise with that code at the time; null when the roster has none.</summary>
    public int? EnterpriseId { get; init; }

    public Enterprise? Enterprise { get; init; }

    /// <summary>The <see cref="SuccessionPerson"/>, see <see cref="PersonalColumn"/>.</summary>
    public required string ProtectedPerson { get; init; }

    public required string PrivacyNoticeVersion { get; init; }

    /// <summary>What has happened, in the words of whoever asks.</summary>
    public required string Reason { get; init; }

    public List<SuccessionFile> Files { get; init; } = [];

    public required SuccessionState State { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime AskedAt { get; init; }

    /// <summary>The last civil day on which a present administrator may object; null when there was none who can sign in.</summary>
    public DateOnly? ObjectionUntil { get; init; }

    public string? Objection { get; set; }

    public string? ObjectedBy { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? ObjectedAt { get; set; }

    public string? DecisionReason { get; set; }

    public string? DecidedBy { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? DecidedAt { get; set; }

    public int Version { get; set; }
}

/// <summary>A paper that proves it.</summary>
public sealed class SuccessionFile
{
    public int Id { get; init; }

    public int SuccessionId { get; init; }

    public int FileId { get; init; }

    public StoredFile? File { get; init; }
}
