using HuaihuaPilotZone.Common;

namespace HuaihuaPilotZone.Subscriptions;

/// <summary>
/// Somebody who wants news by mail, or asked for it and has not confirmed yet. Nothing is kept of them but the address and what they chose,
/// and nothing at all once they leave.
/// </summary>
public sealed class Subscriber
{
    public const int HashLength = 64;

    public int Id { get; init; }

    /// <summary>See <see cref="MailAddresses.Hash"/>; one address subscribes once, held by the index.</summary>
    public required string AddressHash { get; init; }

    /// <summary>The address, encrypted.</summary>
    public required string ProtectedAddress { get; init; }

    public required MailFrequency Frequency { get; set; }

    /// <summary>Mails in English; otherwise in Chinese.</summary>
    public required bool IsEnglish { get; set; }

    public List<SubscriberTopic> Topics { get; init; } = [];

    public required string PrivacyNoticeVersion { get; init; }

    /// <summary>UTC; when it was first asked for.</summary>
    public required DateTime AskedAt { get; init; }

    /// <summary>UTC; when the last mail with a link to confirm or manage was written: another one has to wait.</summary>
    public required DateTime LinkMailedAt { get; set; }

    /// <summary>SHA-256 of the link to confirm; null once it was used.</summary>
    public string? TokenHash { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? TokenExpiresAt { get; set; }

    /// <summary>UTC; null until the link was used. Nothing is sent before.</summary>
    public DateTime? ConfirmedAt { get; set; }

    /// <summary>UTC; when to look for news for them. Null while there is nothing to look for: at once means that a publication sets it.</summary>
    public DateTime? NextMailAt { get; set; }

    /// <summary>Whether something came out that they chose, after they chose it.</summary>
    internal bool Wants(PublishedItem item) => Topics.Exists(t => t.Since <= item.At && item.Topics.Contains(t.Topic));
}

/// <summary>One topic of a subscriber.</summary>
public sealed class SubscriberTopic
{
    public int SubscriberId { get; init; }

    /// <summary>See <see cref="SubscriptionTopics"/>.</summary>
    public required string Topic { get; init; }

    /// <summary>UTC; what came out before is not sent.</summary>
    public required DateTime Since { get; set; }
}

/// <summary>How often somebody gets mail.</summary>
public enum MailFrequency
{
    /// <summary>即时.</summary>
    AtOnce,

    /// <summary>每日汇总.</summary>
    Daily,

    /// <summary>每周汇总, on Mondays.</summary>
    Weekly,
}

/// <summary>Something has come out. Each item once, however often it is corrected or withdrawn and published again.</summary>
public sealed class Announcement
{
    /// <summary>How long something is news. What could not be sent by then is not sent any more.</summary>
    internal static readonly TimeSpan NewsFor = TimeSpan.FromDays(30);

    public int Id { get; init; }

    public required PublishedKind Kind { get; init; }

    /// <summary>Id of the news item, policy, service or observation.</summary>
    public required int ItemId { get; init; }

    /// <summary>UTC; when the public could see it.</summary>
    public required DateTime At { get; init; }
}

/// <summary>What comes out.</summary>
public enum PublishedKind
{
    /// <summary>资讯.</summary>
    News,

    /// <summary>政策文件.</summary>
    Policy,

    /// <summary>办事指南.</summary>
    Service,

    /// <summary>统计数据.</summary>
    Observation,

    /// <summary>风险提示.</summary>
    Risk,
}

/// <summary>A subscriber has been sent an announcement. The key decides: whoever adds the row sends the mail, in one transaction.</summary>
public sealed class SentAnnouncement
{
    public required int SubscriberId { get; init; }

    public required int AnnouncementId { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }
}

/// <summary>Whether staff have stopped the mails to subscribers; one row at most.</summary>
public sealed class SubscriptionPause : IVersioned
{
    public const int OnlyId = 1;
    public const int ReasonMaxLength = 200;

    public int Id { get; init; } = OnlyId;

    public required bool IsPaused { get; set; }

    public required string Reason { get; set; }

    public required string ChangedBy { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime ChangedAt { get; set; }

    public int Version { get; set; }
}
