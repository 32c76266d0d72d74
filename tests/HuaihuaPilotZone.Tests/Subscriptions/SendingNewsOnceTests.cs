using HuaihuaPilotZone.Subscriptions;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Subscriptions;

/// <summary>Each subscriber is told of each publication once, whatever stops or runs beside it.</summary>
public sealed class SendingNewsOnceTests
{
    private const string Address = "reader@example.invalid";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_instances_send_each_item_once_to_each_subscriber()
    {
        await using var database = await TemporaryDatabase.MakeAsync();
        var clock = new TestClock();
        await using var one = new SubscriptionInstance(database, clock);
        await using var other = new SubscriptionInstance(database, clock);
        string[] addresses = [.. Enumerable.Range(0, 8).Select(i => $"r{i}@example.invalid")];
        foreach (var address in addresses) await one.SubscribeAsync(address);

        for (var i = 0; i < 3; i++)
        {
            await one.PublishAsync($"第{i}条");
            await Task.WhenAll(one.RoundAsync(), other.RoundAsync(), one.RoundAsync());
        }

        // a round that met another one's lock leaves the rest to the next
        await other.RoundAsync();
        Assert.Equal(3, await one.WithDatabaseAsync(db => db.Announcements.CountAsync(Cancellation)));
        foreach (var address in addresses)
        {
            var text = string.Concat((await one.NewsToAsync(address)).Select(m => m.Text));
            for (var i = 0; i < 3; i++) Assert.Equal(2, text.Split($"第{i}条\n").Length);
        }
    }

    [Fact]
    public async Task A_process_that_dies_over_a_mail_leaves_neither_mail_nor_note_and_the_next_one_sends_it()
    {
        await using var database = await TemporaryDatabase.MakeAsync();
        var clock = new TestClock();
        await using (var dying = new SubscriptionInstance(database, clock))
        {
            await dying.SubscribeAsync(Address);
            await dying.PublishAsync("重启以后");
            // the mail cannot be written: the whole turn is lost, as when the process stops there
            await dying.WithDatabaseAsync(db => db.Database.ExecuteSqlRawAsync("CREATE TRIGGER Dying BEFORE INSERT ON OutgoingMails BEGIN SELECT RAISE(ABORT, 'dying'); END", Cancellation));
            await dying.RoundAsync();
            Assert.False(await dying.WithDatabaseAsync(db => db.SentAnnouncements.AnyAsync(Cancellation)));
            await dying.WithDatabaseAsync(db => db.Database.ExecuteSqlRawAsync("DROP TRIGGER Dying", Cancellation));
        }

        await using var next = new SubscriptionInstance(database, clock);
        await next.RoundAsync();
        await next.RoundAsync();

        Assert.Single(await next.NewsToAsync(Address));
    }

    [Fact]
    public async Task The_database_itself_refuses_a_second_note_and_a_second_announcement()
    {
        await using var database = await TemporaryDatabase.MakeAsync();
        await using var portal = new SubscriptionInstance(database, new TestClock());
        await portal.SubscribeAsync(Address);
        var id = await portal.PublishAsync("唯一");
        await portal.RoundAsync();
        var sent = await portal.WithDatabaseAsync(db => db.SentAnnouncements.SingleAsync(Cancellation));

        await Assert.ThrowsAsync<DbUpdateException>(() => portal.WithDatabaseAsync(db =>
        {
            db.SentAnnouncements.Add(new SentAnnouncement { SubscriberId = sent.SubscriberId, AnnouncementId = sent.AnnouncementId, At = sent.At });
            return db.SaveChangesAsync(Cancellation);
        }));
        await Assert.ThrowsAsync<DbUpdateException>(() => portal.WithDatabaseAsync(db =>
        {
            db.Announcements.Add(new Announcement { Kind = PublishedKind.News, ItemId = id, At = sent.At });
            return db.SaveChangesAsync(Cancellation);
        }));
    }
}
