using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Subscriptions;

/// <summary>Notices what has come out and wakes those who want to know at once. Each item is announced once, whichever instance comes first.</summary>
public sealed class Announcer(PortalDbContext db, PublishedItems items, ChinaTime time)
{
    /// <returns>How many items were announced.</returns>
    public async Task<int> AnnounceNewAsync(CancellationToken cancellation)
    {
        // what came out before anybody subscribed concerns nobody
        if (await db.Subscribers.MinAsync(s => s.ConfirmedAt, cancellation) is not { } first) return 0;
        var (announced, oldest) = (0, time.UtcNow - Announcement.NewsFor);
        foreach (var item in await items.NewAsync(first > oldest ? first : oldest, cancellation))
        {
            if (await AnnounceAsync(item, cancellation)) announced++;
        }

        return announced;
    }

    private Task<bool> AnnounceAsync(PublishedItem item, CancellationToken cancellation)
    {
        var (now, topics) = (time.UtcNow, item.Topics.ToList());
        return db.TryOnceAsync(
            async token =>
            {
                db.Announcements.Add(new Announcement { Kind = item.Kind, ItemId = item.ItemId, At = item.At });
                await db.SaveChangesAsync(token);
                await db.Subscribers
                    .Where(s => s.Frequency == MailFrequency.AtOnce && s.ConfirmedAt != null && s.NextMailAt == null && s.Topics.Any(t => topics.Contains(t.Topic)))
                    .ExecuteUpdateAsync(set => set.SetProperty(s => s.NextMailAt, now), token);
                return Outcome.Done;
            },
            cancellation);
    }
}
