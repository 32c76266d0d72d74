using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content.News;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Messages;
using HuaihuaPilotZone.Personal.Consents;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Subscriptions;

/// <summary>What a reader wants.</summary>
/// <param name="Topics">See <see cref="SubscriptionTopics"/>; at least one.</param>
public sealed record SubscriptionChoices(IReadOnlyCollection<string> Topics, MailFrequency Frequency, bool IsEnglish);

/// <summary>A subscription as its owner sees it.</summary>
/// <param name="Address">Masked, since links are passed on.</param>
public sealed record SubscriptionView(string Address, SubscriptionChoices Choices);

/// <summary>The address in its encrypted column.</summary>
internal sealed record SubscriberAddress(string Address);

/// <summary>
/// Readers subscribe, confirm, change and leave, all by links in mails: they have no account. What they do leaves no line in the journal,
/// because nothing of them may stay once they have left.
/// </summary>
public sealed class SubscriptionBook(
    PortalDbContext db, NewsColumns columns, SubscriptionMails mails, SubscriptionKeys keys, PersonalColumn personal, Outbox outbox, IOptions<SubscriptionOptions> options, ChinaTime time)
{
    /// <summary>Every mail of this room, for when an address has to be forgotten.</summary>
    private static readonly MessageKind[] _kinds = [MessageKind.SubscriptionAsked, MessageKind.SubscriptionNews];

    /// <summary>
    /// Sends a mail to the address: to confirm, or, where it subscribes already, to manage. The answer is the same in all cases, also where
    /// the last such mail is too fresh and none is sent, so that it tells nobody whose address this is.
    /// </summary>
    public async Task<Outcome> AskAsync(string? address, SubscriptionChoices choices, PrivacyConsent consent, CancellationToken cancellation)
    {
        var problems = new List<Refusal>();
        if (PrivacyNotice.Check(consent) is { } unread) problems.Add(unread);
        if (MailAddresses.Problem(address) is not AddressProblem.None and var problem) problems.Add(new Refusal("Address", problem.Word()));
        if (await CheckAsync(choices, cancellation) is { } unfit) problems.Add(unfit);
        if (problems.Count > 0) return Outcome.Refused(problems);
        try
        {
            return await db.InTransactionAsync(async token =>
            {
                await AskAsync(address!.Trim(), choices, token);
                await db.SaveChangesAsync(token);
                return Outcome.Done;
            }, cancellation);
        }
        catch (DbUpdateException)
        {
            // two forms for one address at once: the other one has sent the mail
            db.ChangeTracker.Clear();
            return Outcome.Done;
        }
    }

    /// <summary>The subscription that a link asks to confirm; null for a link that is unknown, used or too old.</summary>
    public async Task<SubscriptionView?> FindPendingAsync(string? token, CancellationToken cancellation) =>
        View(await Pending(token).AsNoTracking().Include(s => s.Topics).SingleOrDefaultAsync(cancellation));

    /// <summary>The owner of the address has said yes. A link works once.</summary>
    /// <returns>The key to manage it; null for a link that is unknown, used or too old.</returns>
    public async Task<string?> ConfirmAsync(string? token, CancellationToken cancellation)
    {
        string? key = null;
        await db.InTransactionAsync(
            async inside =>
            {
                var now = time.UtcNow;
                if (await Pending(token).AsNoTracking().SingleOrDefaultAsync(inside) is not { } subscriber) return Outcome.Done;
                var next = DigestTimes.Next(subscriber.Frequency, now, options.Value.DigestHour);
                var confirmed = await Pending(token).ExecuteUpdateAsync(
                    set => set.SetProperty(s => s.ConfirmedAt, now).SetProperty(s => s.TokenHash, (string?)null).SetProperty(s => s.TokenExpiresAt, (DateTime?)null)
                        .SetProperty(s => s.NextMailAt, next), inside);
                if (confirmed == 0) return Outcome.Done;
                await db.SubscriberTopics.Where(t => t.SubscriberId == subscriber.Id).ExecuteUpdateAsync(set => set.SetProperty(t => t.Since, now), inside);
                key = keys.ForManaging(subscriber);
                return Outcome.Done;
            },
            cancellation);
        return key;
    }

    /// <summary>The subscription that a key opens; null for a forged key or somebody who has left.</summary>
    public async Task<SubscriptionView?> FindAsync(string? key, CancellationToken cancellation) =>
        View(await Of(keys.WhoManages(key)).AsNoTracking().Include(s => s.Topics).SingleOrDefaultAsync(cancellation));

    /// <summary>Changes topics, frequency and language. A topic that is new counts from now on.</summary>
    public async Task<Outcome> ChangeAsync(string? key, SubscriptionChoices choices, CancellationToken cancellation)
    {
        if (await CheckAsync(choices, cancellation) is { } unfit) return Outcome.Refused([unfit]);
        try
        {
            return await db.InTransactionAsync(
                async token =>
                {
                    if (await Of(keys.WhoManages(key)).Include(s => s.Topics).SingleOrDefaultAsync(token) is not { } subscriber) return Outcome.Refused("这个订阅已不存在。");
                    var now = time.UtcNow;
                    if (subscriber.Frequency != choices.Frequency) subscriber.NextMailAt = choices.Frequency == MailFrequency.AtOnce ? now : DigestTimes.Next(choices.Frequency, now, options.Value.DigestHour);
                    Write(subscriber, choices, await TopicsAsync(token), now);
                    await db.SaveChangesAsync(token);
                    return Outcome.Done;
                },
                cancellation);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return Outcome.Refused("刚在另一个窗口里改过，请重新打开链接核对。");
        }
    }

    /// <summary>The subscription that a key would end, masked; null for a forged key or somebody who has left.</summary>
    public async Task<string?> FindLeavingAsync(string? key, CancellationToken cancellation) =>
        View(await Of(keys.WhoLeaves(key)).AsNoTracking().SingleOrDefaultAsync(cancellation))?.Address;

    /// <summary>Ends a subscription: the address goes, with what was chosen, what was sent and every mail on its way or kept. Who has left already has left.</summary>
    /// <returns>False for a key that is not ours.</returns>
    public async Task<bool> LeaveAsync(string? key, CancellationToken cancellation)
    {
        var who = keys.WhoLeaves(key);
        if (await Of(who).AsNoTracking().SingleOrDefaultAsync(cancellation) is not { } subscriber) return who is not null;
        await db.InTransactionAsync(
            async token =>
            {
                await DeleteAsync(subscriber, token);
                return Outcome.Done;
            },
            cancellation);
        return true;
    }

    /// <summary>Subscribes an address that is known to be its owner's, to everything, once a week; what it has chosen before stays. Part of the caller's transaction.</summary>
    internal async Task<Outcome> JoinKnownAsync(string address, CancellationToken cancellation)
    {
        if (MailAddresses.Problem(address) is not AddressProblem.None and var problem) return Outcome.Refused(problem.Word());
        var (now, hash) = (time.UtcNow, MailAddresses.Hash(address));
        var subscriber = await db.Subscribers.Include(s => s.Topics).SingleOrDefaultAsync(s => s.AddressHash == hash, cancellation);
        if (subscriber?.ConfirmedAt is not null) return Outcome.Done;
        if (subscriber is null)
        {
            subscriber = new Subscriber
            {
                AddressHash = hash,
                ProtectedAddress = personal.Protect(new SubscriberAddress(address)),
                Frequency = MailFrequency.Weekly,
                IsEnglish = false,
                PrivacyNoticeVersion = PrivacyNotice.Version,
                AskedAt = now,
                LinkMailedAt = now,
            };
            var topics = await TopicsAsync(cancellation);
            Write(subscriber, new SubscriptionChoices(topics.All, MailFrequency.Weekly, false), topics, now);
            db.Subscribers.Add(subscriber);
        }
        foreach (var topic in subscriber.Topics) topic.Since = now;
        (subscriber.ConfirmedAt, subscriber.TokenHash, subscriber.TokenExpiresAt) = (now, null, null);
        subscriber.NextMailAt = DigestTimes.Next(subscriber.Frequency, now, options.Value.DigestHour);
        return Outcome.Done;
    }

    /// <summary>Ends the subscription of an address, if there is one. Part of the caller's transaction.</summary>
    internal async Task LeaveKnownAsync(string address, CancellationToken cancellation)
    {
        var hash = MailAddresses.Hash(address);
        if (await db.Subscribers.AsNoTracking().SingleOrDefaultAsync(s => s.AddressHash == hash, cancellation) is { } subscriber) await DeleteAsync(subscriber, cancellation);
    }

    /// <summary>Deletes addresses that nobody has confirmed in time, and what was noted of mails so old that it decides nothing any more.</summary>
    /// <returns>How many addresses.</returns>
    public async Task<int> ForgetOldAsync(CancellationToken cancellation)
    {
        var (asked, sent) = (time.UtcNow.AddDays(-options.Value.UnconfirmedDays), time.UtcNow - (2 * Announcement.NewsFor));
        await db.SentAnnouncements.Where(s => s.At < sent && db.Announcements.Any(a => a.Id == s.AnnouncementId && a.At < sent)).ExecuteDeleteAsync(cancellation);
        var old = await db.Subscribers.Where(s => s.ConfirmedAt == null && s.AskedAt < asked).OrderBy(s => s.Id).Select(s => s.Id).Take(1000).ToListAsync(cancellation);
        foreach (var id in old)
        {
            await db.InTransactionAsync(
                async token =>
                {
                    if (await db.Subscribers.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id && s.ConfirmedAt == null, token) is { } subscriber) await DeleteAsync(subscriber, token);
                    return Outcome.Done;
                },
                cancellation);
        }

        return old.Count;
    }

    private async Task AskAsync(string address, SubscriptionChoices choices, CancellationToken cancellation)
    {
        var (now, hash) = (time.UtcNow, MailAddresses.Hash(address));
        var subscriber = await db.Subscribers.Include(s => s.Topics).SingleOrDefaultAsync(s => s.AddressHash == hash, cancellation);
        if (subscriber is not null)
        {
            address = personal.Read<SubscriberAddress>(subscriber.ProtectedAddress)?.Address ?? address;
            if (subscriber.LinkMailedAt > now.AddMinutes(-options.Value.MinutesBetweenMails)) return;
            // of two forms at once one goes on
            var seen = subscriber.LinkMailedAt;
            if (await db.Subscribers.Where(s => s.Id == subscriber.Id && s.LinkMailedAt == seen).ExecuteUpdateAsync(set => set.SetProperty(s => s.LinkMailedAt, now), cancellation) == 0) return;
            if (subscriber.ConfirmedAt is not null)
            {
                var known = mails.AlreadySubscribed(subscriber, await TopicsAsync(cancellation));
                outbox.AddMail(MessageKind.SubscriptionAsked, address, known.Subject, known.Text, now.AddHours(options.Value.ConfirmHours), known.Leave);
                return;
            }
        }
        else
        {
            subscriber = new Subscriber
            {
                AddressHash = hash,
                ProtectedAddress = personal.Protect(new SubscriberAddress(address)),
                Frequency = choices.Frequency,
                IsEnglish = choices.IsEnglish,
                PrivacyNoticeVersion = PrivacyNotice.Version,
                AskedAt = now,
                LinkMailedAt = now,
            };
            db.Subscribers.Add(subscriber);
        }

        var token = SubscriptionKeys.NewToken();
        (subscriber.TokenHash, subscriber.TokenExpiresAt) = (SubscriptionKeys.Hash(token), now.AddHours(options.Value.ConfirmHours));
        var topics = await TopicsAsync(cancellation);
        Write(subscriber, choices, topics, now);
        var mail = mails.Confirmation(subscriber, topics, token, options.Value.ConfirmHours);
        outbox.AddMail(MessageKind.SubscriptionAsked, address, mail.Subject, mail.Text, subscriber.TokenExpiresAt);
    }

    private void Write(Subscriber subscriber, SubscriptionChoices choices, SubscriptionTopics topics, DateTime now)
    {
        (subscriber.Frequency, subscriber.IsEnglish) = (choices.Frequency, choices.IsEnglish);
        foreach (var gone in subscriber.Topics.Where(t => !choices.Topics.Contains(t.Topic)).ToList())
        {
            db.Remove(gone);
            subscriber.Topics.Remove(gone);
        }

        var known = subscriber.Topics.Select(t => t.Topic).ToHashSet(StringComparer.Ordinal);
        subscriber.Topics.AddRange(topics.All.Where(t => choices.Topics.Contains(t) && !known.Contains(t)).Select(t => new SubscriberTopic { Topic = t, Since = now }));
    }

    private async Task DeleteAsync(Subscriber subscriber, CancellationToken cancellation)
    {
        if (personal.Read<SubscriberAddress>(subscriber.ProtectedAddress) is { } to)
        {
            await outbox.ForgetAsync(to.Address, _kinds, cancellation);
            await EndConsentAsync(to.Address, cancellation);
        }
        await db.SentAnnouncements.Where(s => s.SubscriberId == subscriber.Id).ExecuteDeleteAsync(cancellation);
        await db.SubscriberTopics.Where(t => t.SubscriberId == subscriber.Id).ExecuteDeleteAsync(cancellation);
        await db.Subscribers.Where(s => s.Id == subscriber.Id).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>Whoever subscribed from their account has withdrawn that consent by leaving.</summary>
    private Task<int> EndConsentAsync(string address, CancellationToken cancellation)
    {
        var (now, upper) = (time.UtcNow, address.ToUpperInvariant());
        return db.ConsentRecords.Where(c => c.Kind == ConsentKind.NewsMails && c.EndedAt == null && c.User!.NormalizedEmail == upper)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.EndedAt, now).SetProperty(c => c.End, ConsentEnd.Withdrawn).SetProperty(c => c.EndedBy, "订阅邮件里的退订"), cancellation);
    }

    private IQueryable<Subscriber> Pending(string? token)
    {
        var (now, hash) = (time.UtcNow, SubscriptionKeys.Hash(token ?? ""));
        return db.Subscribers.Where(s => s.TokenHash == hash && s.ConfirmedAt == null && s.TokenExpiresAt > now);
    }

    private IQueryable<Subscriber> Of((int Id, string AddressHash)? who)
    {
        var (id, hash) = who ?? (0, "");
        return db.Subscribers.Where(s => s.Id == id && s.AddressHash == hash && s.ConfirmedAt != null);
    }

    private SubscriptionView? View(Subscriber? subscriber) => subscriber is not null && personal.Read<SubscriberAddress>(subscriber.ProtectedAddress) is { } to
        ? new SubscriptionView(MailAddresses.Mask(to.Address), new SubscriptionChoices([.. subscriber.Topics.Select(t => t.Topic)], subscriber.Frequency, subscriber.IsEnglish))
        : null;

    private async Task<SubscriptionTopics> TopicsAsync(CancellationToken cancellation) => new(await columns.ReadAsync(cancellation));

    private async Task<Refusal?> CheckAsync(SubscriptionChoices choices, CancellationToken cancellation) =>
        choices.Topics.Any((await TopicsAsync(cancellation)).Exists) ? null : new Refusal("Topics", "请至少选择一个主题。");
}
