using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Personal.Consents;

/// <summary>What somebody agrees to. Everything but the notice is optional and off until it is asked for.</summary>
public enum ConsentKind
{
    /// <summary>隐私说明: told of before an account is made.</summary>
    Notice,

    /// <summary>更新提醒邮件: news and policies go to the address of the account.</summary>
    NewsMails,
}

/// <summary>How a consent ended.</summary>
public enum ConsentEnd
{
    /// <summary>撤回.</summary>
    Withdrawn,

    /// <summary>The same person agreed to a newer version.</summary>
    Superseded,

    /// <summary>The account was erased.</summary>
    Erased,
}

public static class ConsentWords
{
    public static string Word(this ConsentKind kind) => kind switch
    {
        ConsentKind.Notice => "隐私说明",
        ConsentKind.NewsMails => "更新提醒邮件",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static string Word(this ConsentEnd end) => end switch
    {
        ConsentEnd.Withdrawn => "已撤回",
        ConsentEnd.Superseded => "已同意新版本",
        ConsentEnd.Erased => "账号已删除",
        _ => throw new ArgumentOutOfRangeException(nameof(end), end, null),
    };
}

/// <summary>One consent of one person, from when it was given until it ended. Never changed otherwise: it is the proof that there was one.</summary>
public sealed class ConsentRecord
{
    public int Id { get; init; }

    public required int UserId { get; init; }

    public PortalUser? User { get; init; }

    public required ConsentKind Kind { get; init; }

    /// <summary>The version of the privacy notice that was shown with it.</summary>
    public required string NoticeVersion { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime GivenAt { get; init; }

    /// <summary>UTC; null while it holds.</summary>
    public DateTime? EndedAt { get; init; }

    public ConsentEnd? End { get; init; }

    /// <summary>Who ended it: the person, or whoever erased the account.</summary>
    public string? EndedBy { get; init; }
}

internal sealed class ConsentRecordTable : IEntityTypeConfiguration<ConsentRecord>
{
    public void Configure(EntityTypeBuilder<ConsentRecord> builder)
    {
        builder.ToTable("ConsentRecords");
        builder.Property(c => c.NoticeVersion).HasMaxLength(PrivacyNotice.VersionMaxLength);
        builder.Property(c => c.EndedBy).HasMaxLength(Actor.NameMaxLength);
        builder.HasOne(c => c.User).WithMany().HasForeignKey(c => c.UserId);
        builder.HasIndex(c => new { c.UserId, c.Kind }).IsUnique().HasFilter($"[{nameof(ConsentRecord.EndedAt)}] IS NULL");
        builder.HasIndex(c => new { c.UserId, c.Id });
        builder.HasIndex(c => new { c.EndedAt, c.Id });
    }
}
