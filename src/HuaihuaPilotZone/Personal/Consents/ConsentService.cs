using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Subscriptions;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Personal.Consents;

/// <summary>What somebody has agreed to, now and before.</summary>
/// <param name="Holding">The consents that hold.</param>
/// <param name="History">Newest first.</param>
public sealed record ConsentView(IReadOnlyList<ConsentRecord> Holding, Page<ConsentRecord> History)
{
    public ConsentRecord? Of(ConsentKind kind) => Holding.FirstOrDefault(c => c.Kind == kind);

    /// <summary>Whether the notice in force has not been agreed to.</summary>
    public bool AsksForNotice => !string.Equals(Of(ConsentKind.Notice)?.NoticeVersion, PrivacyNotice.Version, StringComparison.Ordinal);
}

/// <summary>
/// Consents of people who sign in: given by them alone, each with the version of the notice that was shown, withdrawn at any time. Withdrawing ends what the consent
/// was for and nothing else: no desk asks whether there is one.
/// </summary>
public sealed class ConsentService(PortalDbContext db, SubscriptionBook subscriptions, AgreedPeople agreed, PortalJournal journal, Actor actor, ChinaTime time)
{
    public async Task<ConsentView> LookAsync(int userId, PageRequest page, CancellationToken cancellation)
    {
        var records = db.ConsentRecords.AsNoTracking().Where(c => c.UserId == userId);
        var holding = await records.Where(c => c.EndedAt == null).OrderBy(c => c.Id).Take(Enum.GetValues<ConsentKind>().Length).ToListAsync(cancellation);
        return new ConsentView(holding, await records.OrderByDescending(c => c.Id).ToPageAsync(page, cancellation));
    }

    /// <summary>Whether the person is to be asked: the notice in force is newer than what they agreed to.</summary>
    public async Task<bool> AsksForNoticeAsync(int userId, CancellationToken cancellation)
    {
        if (agreed.Has(userId)) return false;
        if (!await db.ConsentRecords.AnyAsync(c => c.UserId == userId && c.Kind == ConsentKind.Notice && c.EndedAt == null && c.NoticeVersion == PrivacyNotice.Version, cancellation)) return true;
        agreed.Add(userId);
        return false;
    }

    /// <summary>Agrees; what holds in the same version already goes on.</summary>
    public async Task<Outcome> GiveAsync(int userId, ConsentKind kind, PrivacyConsent consent, CancellationToken cancellation)
    {
        if (PrivacyNotice.Check(consent) is { } refusal) return Outcome.Refused(refusal.Field, refusal.Message);
        try
        {
            return await db.InTransactionAsync(
                async token =>
                {
                    if (await db.Users.SingleOrDefaultAsync(u => u.Id == userId, token) is not { } user) return Outcome.Refused("没有这个账号。");
                    if (kind == ConsentKind.NewsMails && await SubscribeAsync(user, token) is { IsDone: false } refused) return refused;
                    if (await AddAsync(user, kind, token)) journal.Write(JournalSubjects.Account, user.UserName!, PrivacyActs.ConsentGiven, $"{kind.Word()}（{PrivacyNotice.Version} 版）");
                    await db.SaveChangesAsync(token);
                    return Outcome.Done;
                },
                cancellation);
        }
        catch (DbUpdateException)
        {
            // the unique index: the same person has just agreed in another window
            db.ChangeTracker.Clear();
            return Outcome.Done;
        }
    }

    /// <summary>Withdraws; what does not need the consent goes on as before.</summary>
    public Task<Outcome> WithdrawAsync(int userId, ConsentKind kind, CancellationToken cancellation) => db.InTransactionAsync(
        async token =>
        {
            if (await db.Users.SingleOrDefaultAsync(u => u.Id == userId, token) is not { } user) return Outcome.Refused("没有这个账号。");
            if (await EndAsync(userId, kind, ConsentEnd.Withdrawn, token) == 0) return Outcome.Refused("现在没有同意过这一项。");
            if (kind == ConsentKind.NewsMails && user.Email is { } address) await subscriptions.LeaveKnownAsync(address, token);
            if (kind == ConsentKind.Notice) (user.PrivacyNoticeVersion, user.PrivacyNoticeAcceptedAt) = (null, null);
            journal.Write(JournalSubjects.Account, user.UserName!, PrivacyActs.ConsentWithdrawn, kind.Word());
            await db.SaveChangesAsync(token);
            agreed.Remove(userId);
            return Outcome.Done;
        },
        cancellation);

    /// <summary>Notes a consent beside another act, such as the making of an account. Part of the caller's transaction; a consent in an older version ends.</summary>
    /// <returns>Whether there was something to note.</returns>
    internal async Task<bool> AddAsync(PortalUser user, ConsentKind kind, CancellationToken cancellation)
    {
        if (await db.ConsentRecords.AnyAsync(c => c.UserId == user.Id && c.Kind == kind && c.EndedAt == null && c.NoticeVersion == PrivacyNotice.Version, cancellation)) return false;
        await EndAsync(user.Id, kind, ConsentEnd.Superseded, cancellation);
        db.ConsentRecords.Add(new ConsentRecord
        {
            UserId = user.Id,
            Kind = kind,
            NoticeVersion = PrivacyNotice.Version,
            GivenAt = time.UtcNow,
        });
        if (kind == ConsentKind.Notice) (user.PrivacyNoticeVersion, user.PrivacyNoticeAcceptedAt) = (PrivacyNotice.Version, time.UtcNow);
        return true;
    }

    private async Task<Outcome> SubscribeAsync(PortalUser user, CancellationToken cancellation)
    {
        if (user is not { Email: { Length: > 0 } address, EmailConfirmed: true }) return Outcome.Refused("账号的邮箱还没有确认过，不能用来接收更新。");
        return await subscriptions.JoinKnownAsync(address, cancellation);
    }

    private Task<int> EndAsync(int userId, ConsentKind kind, ConsentEnd end, CancellationToken cancellation)
    {
        var (now, name) = (time.UtcNow, actor.Name);
        return db.ConsentRecords.Where(c => c.UserId == userId && c.Kind == kind && c.EndedAt == null).ExecuteUpdateAsync(
            set => set.SetProperty(c => c.EndedAt, now).SetProperty(c => c.End, end).SetProperty(c => c.EndedBy, name), cancellation);
    }
}

/// <summary>Whom this instance has seen to have agreed to the notice in force, so that not every page of a desk asks the database.</summary>
public sealed class AgreedPeople
{
    private const int Most = 10_000;

    private readonly System.Collections.Concurrent.ConcurrentDictionary<int, bool> _people = new();

    internal bool Has(int userId) => _people.ContainsKey(userId);

    internal void Add(int userId)
    {
        if (_people.Count >= Most) _people.Clear();
        _people[userId] = true;
    }

    internal void Remove(int userId) => _people.TryRemove(userId, out _);
}
