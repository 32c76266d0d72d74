using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Accounts.SignIns;

/// <summary>Where somebody signs in.</summary>
/// <param name="Address">Without its last part.</param>
/// <param name="AddressKey">A keyed mark of the whole address.</param>
/// <param name="Browser">Browser and system in plain words.</param>
/// <param name="BrowserKey">What the browser's own cookie says, hashed.</param>
public sealed record SignInPlace(string Address, string AddressKey, string Browser, string BrowserKey);

/// <summary>A sign-in that lasts.</summary>
/// <param name="User">Its person, as they stand in the database now.</param>
/// <param name="ProvedAt">UTC; when they last gave a password or code.</param>
/// <param name="LastSeenAt">UTC.</param>
public sealed record LiveSession(PortalUser User, int Id, DateTime BeganAt, DateTime LastSeenAt, DateTime ProvedAt, bool IsStaff);

/// <summary>A sign-in in the list of its person.</summary>
public sealed record SessionRow(int Id, DateTime BeganAt, DateTime LastSeenAt, string Address, string Browser);

/// <summary>The sign-ins of people: each stands in the database, so that any of them can be ended from any other.</summary>
public sealed class SignInSessions(PortalDbContext db, Outbox outbox, IOptions<SignInRules> options, ChinaTime time)
{
    /// <summary>Ended and lapsed sessions are known for so long: their addresses count as known.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    /// <summary>How exactly the time of the last request is known.</summary>
    private static readonly TimeSpan _seenEvery = TimeSpan.FromMinutes(5);

    private static readonly HotQuery<Func<PortalDbContext, int, int, CancellationToken, Task<LiveSession?>>> _live = new(() => EF.CompileAsyncQuery((PortalDbContext db, int userId, int sessionId, CancellationToken _) =>
        db.SignInSessions.Where(s => s.Id == sessionId && s.UserId == userId && s.EndedAt == null && s.SecurityStamp == s.User!.SecurityStamp)
            .Select(s => new LiveSession(s.User!, s.Id, s.BeganAt, s.LastSeenAt, s.ProvedAt, db.UserRoles.Any(r => r.UserId == s.UserId))).SingleOrDefault()));

    private readonly SignInRules _options = options.Value;

    /// <summary>Begins a session, remembers the browser, and tells the person when it is one the account has never been seen in. Of the first sign-in ever nobody has to be told.</summary>
    /// <returns>The number of the session.</returns>
    public async Task<int> BeginAsync(PortalUser user, SignInPlace place, CancellationToken cancellation)
    {
        var now = time.UtcNow;
        // no save of the whole person: two sign-ins at the same moment must not meet in it
        await db.Users.Where(u => u.Id == user.Id).ExecuteUpdateAsync(set => set.SetProperty(u => u.LastSignInAt, now), cancellation);
        var isKnown = await RememberAsync(user.Id, place.BrowserKey, now, cancellation);
        var session = new SignInSession
        {
            UserId = user.Id,
            SecurityStamp = user.SecurityStamp ?? "",
            BeganAt = now,
            LastSeenAt = now,
            ProvedAt = now,
            Address = place.Address,
            AddressKey = place.AddressKey,
            Browser = place.Browser,
        };
        db.SignInSessions.Add(session);
        if (!isKnown && user.LastSignInAt is not null) await TellAsync(user, place, cancellation);
        await db.SaveChangesAsync(cancellation);
        await EndOldestAsync(user.Id, cancellation);
        return session.Id;
    }

    /// <summary>The session, its person and whether they are staff, in one statement; null when it does not last any more.</summary>
    public async Task<LiveSession?> FindLiveAsync(int userId, int sessionId, CancellationToken cancellation)
    {
        var found = await _live.For(db)(db, userId, sessionId, cancellation);
        if (found is null) return null;
        var now = time.UtcNow;
        // the time last seen is known to a few minutes only; nobody is sent away for those
        var isLate = now - found.LastSeenAt > _options.Idle(found.IsStaff) + _seenEvery || now - found.BeganAt > _options.Longest(found.IsStaff);
        return isLate ? null : found;
    }

    /// <summary>Notes that the session was used, unless that was noted a moment ago.</summary>
    public async Task SeeAsync(LiveSession session, CancellationToken cancellation)
    {
        var now = time.UtcNow;
        if (now - session.LastSeenAt < _seenEvery) return;
        await db.SignInSessions.Where(s => s.Id == session.Id && s.LastSeenAt < now).ExecuteUpdateAsync(set => set.SetProperty(s => s.LastSeenAt, now), cancellation);
    }

    /// <summary>Whether the person has given a password or code a short while ago.</summary>
    public bool IsProved(LiveSession session) => time.UtcNow - session.ProvedAt <= TimeSpan.FromMinutes(_options.StepUpMinutes);

    /// <summary>The person has just given a password or code.</summary>
    public Task ProveAsync(int userId, int sessionId, CancellationToken cancellation)
    {
        var now = time.UtcNow;
        return db.SignInSessions.Where(s => s.Id == sessionId && s.UserId == userId).ExecuteUpdateAsync(set => set.SetProperty(s => s.ProvedAt, now), cancellation);
    }

    /// <summary>Lets one session live on after the person's own act ended all of them.</summary>
    public Task RenewAsync(PortalUser user, int sessionId, CancellationToken cancellation)
    {
        var stamp = user.SecurityStamp ?? "";
        return db.SignInSessions.Where(s => s.Id == sessionId && s.UserId == user.Id && s.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.SecurityStamp, stamp), cancellation);
    }

    /// <summary>The lasting sessions of a person, the one last used first.</summary>
    public async Task<IReadOnlyList<SessionRow>> ListAsync(int userId, CancellationToken cancellation)
    {
        var isStaff = await db.UserRoles.AnyAsync(r => r.UserId == userId, cancellation);
        return await Lasting(userId, isStaff).OrderByDescending(s => s.LastSeenAt).ThenByDescending(s => s.Id).Take(_options.MostSessions)
            .Select(s => new SessionRow(s.Id, s.BeganAt, s.LastSeenAt, s.Address, s.Browser)).ToListAsync(cancellation);
    }

    /// <summary>Signs one session of a person out.</summary>
    /// <returns>False when it has ended already; null when it is none of theirs.</returns>
    public async Task<bool?> EndAsync(int userId, int sessionId, CancellationToken cancellation)
    {
        var now = time.UtcNow;
        var own = db.SignInSessions.Where(s => s.Id == sessionId && s.UserId == userId);
        if (await own.Where(s => s.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now), cancellation) == 1) return true;
        return await own.AnyAsync(cancellation) ? false : null;
    }

    /// <summary>Signs all other sessions of a person out.</summary>
    /// <returns>How many.</returns>
    public async Task<int> EndOthersAsync(int userId, int sessionId, CancellationToken cancellation)
    {
        var now = time.UtcNow;
        var isStaff = await db.UserRoles.AnyAsync(r => r.UserId == userId, cancellation);
        return await Lasting(userId, isStaff).Where(s => s.Id != sessionId).ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now), cancellation);
    }

    /// <summary>Whether the account has signed in from this address, or in this browser, before.</summary>
    public async Task<KnownPlace> RecogniseAsync(int userId, SignInPlace place, CancellationToken cancellation)
    {
        var since = time.UtcNow - Kept;
        return await db.KnownBrowsers.AnyAsync(b => b.UserId == userId && b.KeyHash == place.BrowserKey, cancellation) ? KnownPlace.Browser
            : await db.SignInSessions.AnyAsync(s => s.UserId == userId && s.AddressKey == place.AddressKey && s.BeganAt > since, cancellation) ? KnownPlace.Address
            : KnownPlace.None;
    }

    private IQueryable<SignInSession> Lasting(int userId, bool isStaff)
    {
        var now = time.UtcNow;
        var (seen, began) = (now - _options.Idle(isStaff) - _seenEvery, now - _options.Longest(isStaff));
        return db.SignInSessions.Where(s => s.UserId == userId && s.EndedAt == null && s.SecurityStamp == s.User!.SecurityStamp && s.LastSeenAt >= seen && s.BeganAt >= began);
    }

    /// <returns>Whether the account was seen in this browser before.</returns>
    private async Task<bool> RememberAsync(int userId, string browserKey, DateTime now, CancellationToken cancellation)
    {
        var known = await db.KnownBrowsers.Where(b => b.UserId == userId && b.KeyHash == browserKey).ExecuteUpdateAsync(set => set.SetProperty(b => b.LastSeenAt, now), cancellation);
        if (known > 0) return true;
        // of two sign-ins at once in a new browser one finds it new
        return !await db.TryOnceAsync(
            async token =>
            {
                db.KnownBrowsers.Add(new KnownBrowser { UserId = userId, KeyHash = browserKey, FirstSeenAt = now, LastSeenAt = now });
                await db.SaveChangesAsync(token);
                return Outcome.Done;
            },
            cancellation);
    }

    private Task TellAsync(PortalUser user, SignInPlace place, CancellationToken cancellation) => outbox.NotifyAsync(
        Audience.Person(user.Id),
        new NoticeDraft(
            MessageKind.AccountSafety, "您的账号在新的浏览器上登录",
            $"账号 {user.UserName} 于 {time.Now:yyyy-MM-dd HH:mm} 在没有用过的浏览器上登录：{place.Browser}，地址 {place.Address}。不是您本人时，请立即退出那台设备并修改密码。",
            "/account/sessions"),
        cancellation);

    /// <summary>Of sign-ins at the same moment each ends what is too much after its own: the last one leaves as many as may be.</summary>
    private async Task EndOldestAsync(int userId, CancellationToken cancellation)
    {
        const int most = 1000;
        var now = time.UtcNow;
        var tooMuch = await db.SignInSessions.Where(s => s.UserId == userId && s.EndedAt == null && s.SecurityStamp == s.User!.SecurityStamp)
            .OrderByDescending(s => s.Id).Skip(_options.MostSessions).Take(most).Select(s => s.Id).ToListAsync(cancellation);
        if (tooMuch.Count > 0) await db.SignInSessions.Where(s => tooMuch.Contains(s.Id)).ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now), cancellation);
    }
}

/// <summary>By what an account knows where somebody signs in.</summary>
public enum KnownPlace
{
    None,
    Address,
    Browser,
}
