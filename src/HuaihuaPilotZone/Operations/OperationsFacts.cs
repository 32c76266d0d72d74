namespace HuaihuaPilotZone.Operations;

/// <summary>What waits for a worker.</summary>
public enum QueueKind
{
    /// <summary>后台任务.</summary>
    Jobs,

    /// <summary>邮件.</summary>
    Mails,

    /// <summary>回调通知.</summary>
    Webhooks,
}

public static class QueueKinds
{
    public static string Word(this QueueKind kind) => kind switch
    {
        QueueKind.Jobs => "后台任务",
        QueueKind.Mails => "邮件",
        QueueKind.Webhooks => "回调通知",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>As it is called in metrics.</summary>
    public static string Tag(this QueueKind kind) => kind switch
    {
        QueueKind.Jobs => "jobs",
        QueueKind.Mails => "mails",
        QueueKind.Webhooks => "webhooks",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}

/// <summary>A queue as last seen.</summary>
/// <param name="Waiting">How much is due.</param>
/// <param name="OldestDue">Since when the oldest is due, UTC; null when nothing is.</param>
/// <param name="Failed">How much was given up within a day.</param>
public sealed record QueueFacts(QueueKind Kind, int Waiting, DateTime? OldestDue, int Failed)
{
    /// <summary>How long the oldest is overdue.</summary>
    public TimeSpan AgeAt(DateTime now) => OldestDue is { } due && due < now ? now - due : TimeSpan.Zero;
}

/// <summary>Room that an instance has.</summary>
public sealed record DiskFacts(string Instance, long FreeMegabytes);

/// <summary>Regular work and when it was done last.</summary>
/// <param name="Last">UTC; null where it never was.</param>
public sealed record WorkFacts(string Name, DateTime? Last);

/// <summary>What the rules look at.</summary>
/// <param name="Errors">Faults of pages within ten minutes.</param>
/// <param name="Alive">Instances alive.</param>
/// <param name="RunningSince">When the oldest of them was started, UTC: work that was never done counts from then.</param>
public sealed record OperationsFacts(
    DateTime Now, IReadOnlyList<QueueFacts> Queues, int Errors, int Alive, DateTime RunningSince, IReadOnlyList<DiskFacts> Disks, IReadOnlyList<WorkFacts> Works)
{
    /// <summary>When the last backup without a fault was made by this portal's own command, UTC; null where none was.</summary>
    public DateTime? Backup { get; init; }

    /// <summary>Since when there has been something that only this portal's own command backs up, UTC; null in Development, and where the database is backed up by its own means.</summary>
    public DateTime? BackupDueFrom { get; init; }
}

/// <summary>Something that a rule has found.</summary>
/// <param name="Subject">Which of several it is about; empty where there is only one.</param>
/// <param name="Detail">A sentence in Chinese.</param>
public sealed record FoundIncident(OperationsRule Rule, string Subject, string Detail);

/// <summary>When the portal needs somebody. A pure function of what is the case and of the settings.</summary>
public static class OperationsRules
{
    public static IReadOnlyList<FoundIncident> Find(OperationsFacts facts, OperationsOptions options)
    {
        var found = new List<FoundIncident>();
        foreach (var queue in facts.Queues)
        {
            if (queue.AgeAt(facts.Now) is var age && age >= TimeSpan.FromMinutes(options.QueueMinutes))
                found.Add(new(WaitRule(queue.Kind), "", $"{queue.Kind.Word()}中最早的一项已等待 {Math.Floor(age.TotalMinutes):0} 分钟，共 {queue.Waiting} 项到期未办。"));
            if (queue is { Kind: QueueKind.Mails } && queue.Failed >= options.FailedMailsPerDay)
                found.Add(new(OperationsRule.MailsFail, "", $"24 小时内有 {queue.Failed} 封邮件多次发送失败，已停止发送。"));
        }

        if (facts.Errors >= options.ErrorsInTenMinutes) found.Add(new(OperationsRule.ManyErrors, "", $"10 分钟内页面出错 {facts.Errors} 次。"));
        if (facts.Alive < options.Instances) found.Add(new(OperationsRule.InstancesMissing, "", $"应有 {options.Instances} 个实例，现有 {facts.Alive} 个在运行。"));
        found.AddRange(facts.Disks.Where(d => d.FreeMegabytes < options.FreeMegabytes)
            .Select(d => new FoundIncident(OperationsRule.DiskLow, d.Instance, $"{d.Instance} 的磁盘只剩 {d.FreeMegabytes} MB。")));
        found.AddRange(facts.Works.Where(w => facts.Now - (w.Last ?? facts.RunningSince) > TimeSpan.FromHours(options.WorkHours))
            .Select(w => new FoundIncident(OperationsRule.WorkOverdue, w.Name, $"{w.Name}超过 {options.WorkHours} 小时没有完成。")));
        if ((facts.Backup ?? facts.BackupDueFrom) is { } backup && options.BackupHours > 0 && facts.Now - backup > TimeSpan.FromHours(options.BackupHours))
        {
            var hours = Math.Floor((facts.Now - backup).TotalHours);
            found.Add(new(OperationsRule.BackupOld, "", facts.Backup is null
                ? $"启用 {hours:0} 小时以来没有做过一次完好的备份，应在 {options.BackupHours} 小时以内。"
                : $"最近一次完好的备份做于 {hours:0} 小时前，应在 {options.BackupHours} 小时以内。"));
        }
        return found;
    }

    private static OperationsRule WaitRule(QueueKind kind) => kind switch
    {
        QueueKind.Jobs => OperationsRule.JobsWait,
        QueueKind.Mails => OperationsRule.MailsWait,
        QueueKind.Webhooks => OperationsRule.WebhooksWait,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
