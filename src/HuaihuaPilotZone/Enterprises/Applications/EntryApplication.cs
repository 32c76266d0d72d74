using HuaihuaPilotZone.Parks;

namespace HuaihuaPilotZone.Enterprises.Applications;

/// <summary>What became of an application for entry.</summary>
public enum ApplicationState
{
    /// <summary>待处理.</summary>
    Submitted,

    /// <summary>已批准.</summary>
    Approved,

    /// <summary>未批准.</summary>
    Refused,
}

public static class ApplicationStateWords
{
    public static string Word(this ApplicationState state) => state switch
    {
        ApplicationState.Submitted => "待处理",
        ApplicationState.Approved => "已批准",
        ApplicationState.Refused => "未批准",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}

/// <summary>An enterprise's application for entry into the park, sent by somebody without an account. Its contact is personal data and never public.</summary>
public sealed class EntryApplication
{
    public const int NumberMaxLength = 20;
    public const int IntentMaxLength = 1000;
    public const int ReasonMaxLength = 500;

    public int Id { get; init; }

    /// <summary>Such as RZ-20261122-0001; the day is Huaihua's.</summary>
    public required string Number { get; init; }

    public required string Name { get; init; }

    public string? EnglishName { get; init; }

    /// <summary>统一社会信用代码, normal form. One open application per code (filtered unique index).</summary>
    public required string CreditCode { get; init; }

    /// <inheritdoc cref="Enterprise.CreditCodeNote"/>
    public string? CreditCodeNote { get; init; }

    public required EnterpriseType Type { get; init; }

    /// <summary>The part of the park they would like to move to.</summary>
    public int? ParkAreaId { get; init; }

    public ParkArea? ParkArea { get; init; }

    /// <summary>The vacant unit they ask for; it is kept for nobody until the approval lets it.</summary>
    public int? UnitId { get; init; }

    public Unit? Unit { get; init; }

    public string? Address { get; init; }

    public string? Website { get; init; }

    /// <summary>What they want to do in the zone, in their words.</summary>
    public required string Intent { get; init; }

    public required string ContactName { get; init; }

    public string? ContactPosition { get; init; }

    public required string ContactPhone { get; init; }

    public required string ContactEmail { get; init; }

    public required string PrivacyNoticeVersion { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime PrivacyNoticeAcceptedAt { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime SubmittedAt { get; init; }

    public bool IsDemonstration { get; init; }

    /// <summary>Leaves Submitted once, by one conditional update.</summary>
    public ApplicationState State { get; init; }

    /// <summary>UTC.</summary>
    public DateTime? DecidedAt { get; init; }

    public string? DecidedBy { get; init; }

    /// <summary>Why it was refused; for an approval an optional remark.</summary>
    public string? DecisionReason { get; init; }

    /// <summary>The roster record that the approval made.</summary>
    public int? EnterpriseId { get; init; }

    public Enterprise? Enterprise { get; init; }
}
