using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content.News;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Subscriptions;

/// <summary>
/// Writes the mails that are due, one subscriber a transaction: the turn is taken by one conditional UPDATE, and what is sent is noted under
/// a key that allows it once, beside the mail itself. Another instance, or this one after a stop, finds either both or neither.
/// </summary>
public sealed class SubscriptionPost(
    PortalDbContext db, PublishedItems items, NewsColumns columns, SubscriptionMails mails, PersonalColumn personal, Outbox outbox, IOptions<SubscriptionOptions> options, ChinaTime time)
{
    private const int Batch = 100;

    /// <summary>A notice that could not be delivered for so long is not worth it any more.</summary>
    private static readonly TimeSpan _worthSending = TimeSpan.FromDays(7);

    /// <returns>How many subscribers had a turn; 0 while staff have stopped the mails.</returns>
    public async Task<int> SendDueAsync(CancellationToken cancellation)
    {
        if (await db.SubscriptionPauses.AnyAsync(p => p.IsPaused, cancellation)) return 0;
        var now = time.UtcNow;
        var due = await db.Subscribers.Where(s => s.NextMailAt != null && s.NextMailAt <= now)
            .OrderBy(s => s.NextMailAt).ThenBy(s => s.Id).Take(Batch).Select(s => new { s.Id, s.NextMailAt, s.Frequency }).ToListAsync(cancellation);
        var taken = 0;
        foreach (var turn in due)
        {
            if (await SendAsync(turn.Id, turn.NextMailAt!.Value, DigestTimes.Next(turn.Frequency, now, options.Value.DigestHour), cancellation)) taken++;
        }

        return taken;
    }

    private Task<bool> SendAsync(int id, DateTime turn, DateTime? next, CancellationToken cancellation) =>
        db.TryOnceAsync(
            async token =>
            {
                // first, so that nothing comes out unseen between this look and the next turn
                var taken = await db.Subscribers.Where(s => s.Id == id && s.NextMailAt == turn).ExecuteUpdateAsync(set => set.SetProperty(s => s.NextMailAt, next), token);
                if (taken == 0) return Outcome.Refused("已由另一个进程处理。");
                await WriteAsync(id, token);
                await db.SaveChangesAsync(token);
                return Outcome.Done;
            },
            cancellation);

    private async Task WriteAsync(int id, CancellationToken cancellation)
    {
        var now = time.UtcNow;
        var subscriber = await db.Subscribers.AsNoTracking().Include(s => s.Topics).SingleAsync(s => s.Id == id, cancellation);
        if (subscriber.ConfirmedAt is null || personal.Read<SubscriberAddress>(subscriber.ProtectedAddress) is not { } to) return;
        var announced = await items.AnnouncedAsync(now - Announcement.NewsFor, cancellation);
        var sent = await db.SentAnnouncements.Where(s => s.SubscriberId == id).Select(s => s.AnnouncementId).ToHashSetAsync(cancellation);
        List<PublishedItem> news = [.. announced.Where(i => !sent.Contains(i.AnnouncementId) && subscriber.Wants(i))];
        if (news.Count == 0) return;
        db.SentAnnouncements.AddRange(news.Select(i => new SentAnnouncement { SubscriberId = id, AnnouncementId = i.AnnouncementId, At = now }));
        var topics = new SubscriptionTopics(await columns.ReadAsync(cancellation));
        foreach (var mail in mails.News(subscriber, topics, news)) outbox.AddMail(MessageKind.SubscriptionNews, to.Address, mail.Subject, mail.Text, now + _worthSending, mail.Leave);
    }
}
