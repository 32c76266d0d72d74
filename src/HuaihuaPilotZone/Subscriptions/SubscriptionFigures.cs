using System.Globalization;
using System.Runtime.CompilerServices;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content.News;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Messages;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Subscriptions;

/// <summary>How many subscribe to a topic, and how they want it.</summary>
public sealed record TopicCount(string Topic, string Word, int Subscribers, int AtOnce, int Daily, int Weekly, int English);

/// <summary>The subscriptions as numbers; nobody's address.</summary>
/// <param name="Unconfirmed">Addresses that wait for their owner.</param>
/// <param name="Waiting">Mails that are on their way.</param>
/// <param name="GivenUp">Mails that could not be delivered.</param>
public sealed record SubscriptionCounts(int Confirmed, int Unconfirmed, int Waiting, int Delivered, int GivenUp, IReadOnlyList<TopicCount> Topics);

/// <summary>What came out and to how many it was sent.</summary>
/// <param name="Title">Null where the public may not see it now.</param>
public sealed record AnnouncementRow(int Id, PublishedKind Kind, DateTime At, string? Title, string? Path, int Sent);

/// <summary>What the list of publications is ordered by.</summary>
public enum AnnouncementSort
{
    /// <summary>By when they came out.</summary>
    At,

    /// <summary>By how many they were sent to.</summary>
    Sent,
}

/// <summary>What the list of publications asks for.</summary>
/// <param name="Kind">Null for all.</param>
public sealed record AnnouncementFilter(PublishedKind? Kind = null, AnnouncementSort Sort = AnnouncementSort.At, bool Descending = true);

/// <summary>The staff's view: numbers, what was sent, and the switch that stops the mails.</summary>
public sealed class SubscriptionFigures(PortalDbContext db, PublishedItems items, NewsColumns columns, PortalJournal journal, Actor actor, ChinaTime time)
{
    public const string PausedAct = "subscription.paused";
    public const string ResumedAct = "subscription.resumed";

    public async Task<SubscriptionCounts> CountAsync(CancellationToken cancellation)
    {
        var confirmed = await db.Subscribers.CountAsync(s => s.ConfirmedAt != null, cancellation);
        var unconfirmed = await db.Subscribers.CountAsync(s => s.ConfirmedAt == null, cancellation);
        var chosen = await db.SubscriberTopics.Join(db.Subscribers.Where(s => s.ConfirmedAt != null), t => t.SubscriberId, s => s.Id, (t, s) => new { t.Topic, s.Frequency, s.IsEnglish })
            .GroupBy(t => new { t.Topic, t.Frequency, t.IsEnglish }).Select(g => new { g.Key.Topic, g.Key.Frequency, g.Key.IsEnglish, Count = g.Count() }).ToListAsync(cancellation);
        var topics = new SubscriptionTopics(await columns.ReadAsync(cancellation));
        var news = db.OutgoingMails.Where(m => m.Kind == MessageKind.SubscriptionNews || m.Kind == MessageKind.SubscriptionAsked);
        return new SubscriptionCounts(
            confirmed, unconfirmed,
            await news.CountAsync(m => m.DeliveredAt == null && m.GivenUpAt == null, cancellation),
            await news.CountAsync(m => m.DeliveredAt != null, cancellation),
            await news.CountAsync(m => m.GivenUpAt != null, cancellation),
            [.. topics.All.Select(topic =>
            {
                var rows = chosen.Where(c => c.Topic == topic).ToList();
                int Of(MailFrequency frequency) => rows.Where(r => r.Frequency == frequency).Sum(r => r.Count);
                return new TopicCount(topic, topics.Word(topic, inEnglish: false), rows.Sum(r => r.Count), Of(MailFrequency.AtOnce), Of(MailFrequency.Daily), Of(MailFrequency.Weekly), rows.Where(r => r.IsEnglish).Sum(r => r.Count));
            })]);
    }

    /// <summary>What came out.</summary>
    public Task<Page<AnnouncementRow>> ListAsync(AnnouncementFilter filter, PageRequest page, CancellationToken cancellation) => ReadAsync(filter, page, PagedQueries.MostCounted, cancellation);

    /// <summary>All of it, for a file.</summary>
    public async IAsyncEnumerable<AnnouncementRow> StreamAsync(AnnouncementFilter filter, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var number = 1; ; number++)
        {
            var page = await ReadAsync(filter, new PageRequest(number, PageRequest.MaxSize), PagedQueries.All, cancellation);
            foreach (var row in page.Rows) yield return row;
            if (page.Rows.Count < page.Size) yield break;
        }
    }

    private async Task<Page<AnnouncementRow>> ReadAsync(AnnouncementFilter filter, PageRequest page, int most, CancellationToken cancellation)
    {
        var announcements = db.Announcements.AsNoTracking().Where(a => filter.Kind == null || a.Kind == filter.Kind);
        var rows = await Ordered(announcements, filter).Select(a => new { a.Id, a.Kind, a.At, Sent = db.SentAnnouncements.Count(s => s.AnnouncementId == a.Id) }).ToPageAsync(page, cancellation, most);
        List<int> ids = [.. rows.Rows.Select(r => r.Id)];
        var shown = (await items.AnnouncedAsync(ids, cancellation)).ToDictionary(i => i.AnnouncementId);
        return rows.Select(r => new AnnouncementRow(r.Id, r.Kind, r.At, shown.GetValueOrDefault(r.Id)?.Title, shown.GetValueOrDefault(r.Id)?.Path, r.Sent));
    }

    private IOrderedQueryable<Announcement> Ordered(IQueryable<Announcement> rows, AnnouncementFilter filter) => (filter.Sort, filter.Descending) switch
    {
        (AnnouncementSort.Sent, false) => rows.OrderBy(a => db.SentAnnouncements.Count(s => s.AnnouncementId == a.Id)).ThenByDescending(a => a.Id),
        (AnnouncementSort.Sent, true) => rows.OrderByDescending(a => db.SentAnnouncements.Count(s => s.AnnouncementId == a.Id)).ThenByDescending(a => a.Id),
        (_, false) => rows.OrderBy(a => a.At).ThenBy(a => a.Id),
        _ => rows.OrderByDescending(a => a.At).ThenByDescending(a => a.Id),
    };

    /// <summary>Whether the mails are stopped; null before anybody touched it.</summary>
    public Task<SubscriptionPause?> PauseAsync(CancellationToken cancellation) => db.SubscriptionPauses.AsNoTracking().SingleOrDefaultAsync(cancellation);

    /// <summary>Stops the mails to subscribers, or lets them go again. What comes out meanwhile waits, as long as it is news.</summary>
    /// <param name="version">What the person had before them; 0 before anybody touched it.</param>
    /// <param name="reason">For those who wonder; needed to stop.</param>
    public async Task<Outcome> SetPausedAsync(bool isPaused, int version, string? reason, CancellationToken cancellation)
    {
        if (isPaused && Texts.Tidy(reason) is null) return Outcome.Refused("Reason", "请写明暂停的原因。");
        if (reason?.Length > SubscriptionPause.ReasonMaxLength) return Outcome.Refused("Reason", $"原因最多 {SubscriptionPause.ReasonMaxLength} 个字。");
        var (why, pause) = (Texts.Tidy(reason) ?? "", await db.SubscriptionPauses.SingleOrDefaultAsync(cancellation));
        if ((pause?.IsPaused ?? false) == isPaused) return Outcome.Refused(isPaused ? "发送已经暂停。" : "发送没有暂停。");
        if (pause is null)
        {
            db.SubscriptionPauses.Add(new SubscriptionPause { IsPaused = isPaused, Reason = why, ChangedBy = actor.Name, ChangedAt = time.UtcNow });
        }
        else
        {
            db.Expect(pause, version);
            (pause.IsPaused, pause.Reason, pause.ChangedBy, pause.ChangedAt) = (isPaused, why, actor.Name, time.UtcNow);
        }

        journal.Write(JournalSubjects.Subscription, SubscriptionPause.OnlyId.ToString(CultureInfo.InvariantCulture), isPaused ? PausedAct : ResumedAct, why);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return Outcome.Done;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return Outcome.Refused("他人刚改过，请刷新后再操作。");
        }
    }
}
