using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Operations;

/// <summary>Something about the running portal that somebody has to look at, from when it was first seen to when it was over. Told once at each end.</summary>
public sealed class Incident
{
    public const int SubjectMaxLength = 100;
    public const int DetailMaxLength = 300;

    public int Id { get; init; }

    public required OperationsRule Rule { get; init; }

    /// <summary>Which of several it is about; empty where there is only one.</summary>
    public required string Subject { get; init; }

    /// <summary>What was seen when it began, Chinese.</summary>
    public required string Detail { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime OpenedAt { get; init; }

    /// <summary>UTC; null while it lasts.</summary>
    public DateTime? EndedAt { get; init; }
}

/// <summary>What is looked at.</summary>
public enum OperationsRule
{
    /// <summary>任务积压.</summary>
    JobsWait,

    /// <summary>邮件积压.</summary>
    MailsWait,

    /// <summary>回调积压.</summary>
    WebhooksWait,

    /// <summary>邮件送不出去.</summary>
    MailsFail,

    /// <summary>页面出错多.</summary>
    ManyErrors,

    /// <summary>磁盘空间不足.</summary>
    DiskLow,

    /// <summary>实例不足.</summary>
    InstancesMissing,

    /// <summary>定期工作没有做.</summary>
    WorkOverdue,

    /// <summary>没有近期备份: the last one is old, or there is none.</summary>
    BackupOld,
}

public static class OperationsRuleWords
{
    public static string Word(this OperationsRule rule) => rule switch
    {
        OperationsRule.JobsWait => "任务积压",
        OperationsRule.MailsWait => "邮件积压",
        OperationsRule.WebhooksWait => "回调积压",
        OperationsRule.MailsFail => "邮件送不出去",
        OperationsRule.ManyErrors => "页面出错多",
        OperationsRule.DiskLow => "磁盘空间不足",
        OperationsRule.InstancesMissing => "实例不足",
        OperationsRule.WorkOverdue => "定期工作没有做",
        OperationsRule.BackupOld => "没有近期备份",
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, null),
    };
}

internal sealed class IncidentTable : IEntityTypeConfiguration<Incident>
{
    public void Configure(EntityTypeBuilder<Incident> builder)
    {
        builder.ToTable("Incidents");
        builder.Property(i => i.Subject).HasMaxLength(Incident.SubjectMaxLength);
        builder.Property(i => i.Detail).HasMaxLength(Incident.DetailMaxLength);
        builder.HasIndex(i => new { i.Rule, i.Subject }).IsUnique().HasFilter($"[{nameof(Incident.EndedAt)}] IS NULL");
        builder.HasIndex(i => i.OpenedAt);
    }
}
