using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Messages;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace HuaihuaPilotZone.Tests.Messages;

/// <summary>A mail leaves once, from whatever instance, after whatever went wrong before.</summary>
public sealed class DeliveringMailTests
{
    private readonly TestClock _clock = new();
    private readonly PostOffice _office = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mail_that_was_rolled_back_with_its_act_is_never_sent()
    {
        await using var database = await TemporaryDatabase.MakeAsync();
        await using (var db = database.Open())
        {
            using var outbox = Outbox(db);
            await db.InTransactionAsync(
                async token =>
                {
                    outbox.AddMail(MessageKind.EntryDecision, "a@example.invalid", "主题", "正文");
                    await db.SaveChangesAsync(token);
                    return Outcome.Refused("不行。");
                },
                Cancellation);
        }

        Assert.Equal(0, await DeliverAsync(database));
        Assert.Empty(_office.Taken);
    }

    [Fact]
    public async Task Two_instances_deliver_each_mail_once()
    {
        await using var database = await TemporaryDatabase.MakeAsync();
        for (var i = 0; i < 12; i++) await WriteAsync(database, $"p{i}@example.invalid");

        await Task.WhenAll(DeliverAsync(database), DeliverAsync(database), DeliverAsync(database));

        Assert.Equal(12, _office.Taken.Count);
        Assert.Equal(12, _office.Taken.Select(m => m.To).Distinct().Count());
        Assert.Equal(0, await DeliverAsync(database));
    }

    [Fact]
    public async Task A_lease_keeps_others_away_until_it_runs_out_and_the_mail_goes_again_under_the_same_id()
    {
        await using var database = await TemporaryDatabase.MakeAsync();
        await WriteAsync(database, "a@example.invalid");
        // the instance dies after handing over: what it would have noted is lost
        using (var dying = new CancellationTokenSource())
        {
            _office.AfterTaking = () =>
            {
                dying.Cancel();
                throw new OperationCanceledException(dying.Token);
            };
            await using var db = database.Open();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Delivery(db).DeliverDueAsync(dying.Token));
        }
        _office.AfterTaking = null;

        Assert.Equal(0, await DeliverAsync(database));
        _clock.Set(_clock.GetUtcNow().AddMinutes(4));
        Assert.Equal(1, await DeliverAsync(database));

        Assert.Equal(2, _office.Taken.Count);
        Assert.Single(_office.Taken.Select(m => m.Id).Distinct());
        Assert.Equal(2, (await OnlyAsync(database)).Attempts);
    }

    [Fact]
    public async Task A_failing_mail_is_tried_later_and_later_then_given_up_and_sent_when_somebody_asks()
    {
        await using var database = await TemporaryDatabase.MakeAsync();
        await WriteAsync(database, "a@example.invalid");
        _office.AfterTaking = () => throw new InvalidOperationException("邮箱已满");
        var waits = new List<TimeSpan>();
        for (var attempt = 1; attempt <= MailDelivery.MostAttempts; attempt++)
        {
            Assert.Equal(1, await DeliverAsync(database));
            Assert.Equal(0, await DeliverAsync(database));
            var due = (await OnlyAsync(database)).DueAt;
            waits.Add(due - _clock.GetUtcNow().UtcDateTime);
            if (attempt < MailDelivery.MostAttempts) _clock.Set(new DateTimeOffset(due, TimeSpan.Zero));
        }

        var given = await OnlyAsync(database);
        Assert.NotNull(given.GivenUpAt);
        Assert.Equal("邮箱已满", given.LastError);
        Assert.Equal(waits[..^1].Order(), waits[..^1]);
        _clock.Set(_clock.GetUtcNow().AddDays(2));
        Assert.Equal(0, await DeliverAsync(database));

        _office.AfterTaking = null;
        await using (var db = database.Open()) Assert.True((await Ledger(db).RetryAsync(given.Id, Cancellation)).IsDone);
        await using (var db = database.Open()) Assert.False((await Ledger(db).RetryAsync(given.Id, Cancellation)).IsDone);
        Assert.Equal(1, await DeliverAsync(database));
        Assert.NotNull((await OnlyAsync(database)).DeliveredAt);
    }

    [Fact]
    public async Task A_process_that_dies_over_a_mail_again_and_again_gives_it_up()
    {
        await using var database = await TemporaryDatabase.MakeAsync();
        await WriteAsync(database, "a@example.invalid");
        for (var i = 0; i < MailDelivery.MostAttempts; i++)
        {
            using var dying = new CancellationTokenSource();
            _office.AfterTaking = () =>
            {
                dying.Cancel();
                throw new OperationCanceledException(dying.Token);
            };
            await using var db = database.Open();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Delivery(db).DeliverDueAsync(dying.Token));
            _clock.Set(_clock.GetUtcNow().AddMinutes(4));
        }
        _office.AfterTaking = null;

        await DeliverAsync(database);

        Assert.Equal(MailDelivery.MostAttempts, _office.Taken.Count);
        Assert.NotNull((await OnlyAsync(database)).GivenUpAt);
    }

    [Fact]
    public async Task A_text_with_a_one_time_link_is_blank_once_it_has_left_and_others_stay()
    {
        await using var database = await TemporaryDatabase.MakeAsync();
        await WriteAsync(database, "secret@example.invalid", _clock.GetUtcNow().UtcDateTime.AddHours(2));
        await WriteAsync(database, "plain@example.invalid");

        await DeliverAsync(database);

        await using var db = database.Open();
        Assert.Equal(["", "正文"], await db.OutgoingMails.OrderBy(m => m.Id).Select(m => m.Text).ToListAsync(Cancellation));
        Assert.All(_office.Taken, m => Assert.Equal("正文", m.Text));
    }

    [Fact]
    public async Task A_link_that_has_expired_on_the_way_is_not_sent_and_not_kept()
    {
        await using var database = await TemporaryDatabase.MakeAsync();
        await WriteAsync(database, "a@example.invalid", _clock.GetUtcNow().UtcDateTime.AddHours(2));
        _clock.Set(_clock.GetUtcNow().AddHours(3));

        await DeliverAsync(database);

        var mail = await OnlyAsync(database);
        Assert.Empty(_office.Taken);
        Assert.Equal((true, ""), (mail.GivenUpAt is not null, mail.Text));
        await using var db = database.Open();
        Assert.False((await Ledger(db).RetryAsync(mail.Id, Cancellation)).IsDone);
    }

    [Fact]
    public async Task Delivered_mails_are_forgotten_after_a_month_and_others_are_not()
    {
        await using var database = await TemporaryDatabase.MakeAsync();
        await WriteAsync(database, "old@example.invalid");
        await DeliverAsync(database);
        await WriteAsync(database, "waiting@example.invalid");
        _clock.Set(_clock.GetUtcNow().AddDays(31));

        await using (var db = database.Open()) Assert.Equal(1, await Delivery(db).ForgetOldAsync(Cancellation));

        Assert.Equal("waiting@example.invalid", (await OnlyAsync(database)).To);
    }

    private async Task WriteAsync(TemporaryDatabase database, string to, DateTime? linkExpiresAt = null)
    {
        await using var db = database.Open();
        using var outbox = Outbox(db);
        outbox.AddMail(MessageKind.EntryDecision, to, "主题", "正文", linkExpiresAt);
        await db.SaveChangesAsync(Cancellation);
    }

    private async Task<int> DeliverAsync(TemporaryDatabase database)
    {
        await using var db = database.Open();
        return await Delivery(db).DeliverDueAsync(Cancellation);
    }

    private static async Task<OutgoingMail> OnlyAsync(TemporaryDatabase database)
    {
        await using var db = database.Open();
        return await db.OutgoingMails.SingleAsync(Cancellation);
    }

    private MailDelivery Delivery(PortalDbContext db) => new(db, _office, new ChinaTime(_clock), NullLogger<MailDelivery>.Instance);

    private MailLedger Ledger(PortalDbContext db) =>
        new(db, new OutboxBell(), new HuaihuaPilotZone.Journal.PortalJournal(db, new Actor(), new ChinaTime(_clock)), new ChinaTime(_clock));

    private Outbox Outbox(PortalDbContext db) =>
        new(db, new PortalAddress(Microsoft.Extensions.Options.Options.Create(new PortalOptions())), new OutboxBell(), new Actor(), new ChinaTime(_clock));

    /// <summary>Takes mails and may fail afterwards.</summary>
    private sealed class PostOffice : IMailTransport
    {
        private readonly Lock _gate = new();

        public List<Mail> Taken { get; } = [];

        public Action? AfterTaking { get; set; }

        public Task DeliverAsync(Mail mail, CancellationToken cancellation)
        {
            lock (_gate) Taken.Add(mail);
            AfterTaking?.Invoke();
            return Task.CompletedTask;
        }
    }
}
