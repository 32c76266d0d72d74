using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Personal.Keys;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Personal.Requests;

/// <summary>What somebody asks for (个人信息保护法 art. 45 to 48).</summary>
public enum PrivacyRequestKind
{
    /// <summary>更正: something that the person cannot change alone.</summary>
    Correction,

    /// <summary>删除账号和个人信息.</summary>
    Deletion,

    /// <summary>解释处理规则.</summary>
    Explanation,
}

/// <summary>Where a request stands.</summary>
public enum PrivacyRequestState
{
    /// <summary>待受理.</summary>
    Received,

    /// <summary>处理中.</summary>
    Handling,

    /// <summary>已办结.</summary>
    Done,

    /// <summary>未予办理.</summary>
    Refused,

    /// <summary>已撤回, by the person.</summary>
    Withdrawn,
}

public static class PrivacyRequestWords
{
    public static string Word(this PrivacyRequestKind kind) => kind switch
    {
        PrivacyRequestKind.Correction => "更正",
        PrivacyRequestKind.Deletion => "删除",
        PrivacyRequestKind.Explanation => "解释说明",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static string Word(this PrivacyRequestState state) => state switch
    {
        PrivacyRequestState.Received => "待受理",
        PrivacyRequestState.Handling => "处理中",
        PrivacyRequestState.Done => "已办结",
        PrivacyRequestState.Refused => "未予办理",
        PrivacyRequestState.Withdrawn => "已撤回",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    public static bool IsOpen(this PrivacyRequestState state) => state is PrivacyRequestState.Received or PrivacyRequestState.Handling;
}

/// <summary>What a person asks about their own data. The number stays; who it was goes with the account.</summary>
public sealed class PrivacyRequest : IVersioned
{
    public const int NumberMaxLength = 20;
    public const int ReasonMaxLength = 500;
    public const int AnswerMaxLength = 1000;
    public const int RemainderMaxLength = 2000;

    public int Id { get; init; }

    /// <summary>Such as GX-20261129-0001; the day is Huaihua's.</summary>
    public required string Number { get; init; }

    public required int UserId { get; init; }

    public PortalUser? User { get; init; }

    public required PrivacyRequestKind Kind { get; init; }

    public PrivacyRequestState State { get; set; }

    /// <summary>What the person wrote; empty once its time is over.</summary>
    public required string Reason { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime ReceivedAt { get; init; }

    /// <summary>Working days within which it is answered, as they were set on the day it came.</summary>
    public required int LimitDays { get; init; }

    /// <summary>UTC.</summary>
    public DateTime? DecidedAt { get; set; }

    public string? DecidedBy { get; set; }

    /// <summary>What the person is told, with the reason of a refusal.</summary>
    public string? Answer { get; set; }

    /// <summary>After a deletion: what stays, on what basis and how long, in plain words.</summary>
    public string? Remainder { get; set; }

    /// <summary>UTC; when the reason was blanked because its time was over.</summary>
    public DateTime? ErasedAt { get; set; }

    public int Version { get; set; }
}

internal sealed class PrivacyRequestTable : IEntityTypeConfiguration<PrivacyRequest>
{
    public void Configure(EntityTypeBuilder<PrivacyRequest> builder)
    {
        builder.ToTable("PrivacyRequests");
        builder.Property(r => r.Number).HasMaxLength(PrivacyRequest.NumberMaxLength);
        builder.Property(r => r.Reason).Encrypted(PrivacyRequest.ReasonMaxLength);
        builder.Property(r => r.DecidedBy).HasMaxLength(Actor.NameMaxLength);
        builder.Property(r => r.Answer).HasMaxLength(PrivacyRequest.AnswerMaxLength);
        builder.Property(r => r.Remainder).HasMaxLength(PrivacyRequest.RemainderMaxLength);
        builder.HasOne(r => r.User).WithMany().HasForeignKey(r => r.UserId);
        builder.HasIndex(r => r.Number).IsUnique();
        builder.HasIndex(r => new { r.State, r.Id });
        builder.HasIndex(r => new { r.UserId, r.Id });
        // one request of a kind waits at a time
        builder.HasIndex(r => new { r.UserId, r.Kind }).IsUnique().HasFilter($"[{nameof(PrivacyRequest.State)}] IN ('{nameof(PrivacyRequestState.Received)}', '{nameof(PrivacyRequestState.Handling)}')");
    }
}
