using System.Security.Cryptography;
using System.Text;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Accounts.SignIns;

/// <summary>An attempt that was let in. It counts as failed until <see cref="SignInThrottle.SucceedAsync"/>.</summary>
public sealed record Attempt(IReadOnlyList<CountedAttempt> Counts);

/// <param name="Turn">The count's turn that this attempt took.</param>
/// <param name="ForgetsAll">Whether a success wipes the count out, or only takes this attempt back.</param>
public sealed record CountedAttempt(string Key, int Turn, bool ForgetsAll);

/// <summary>
/// Slows guessing down without locking anybody out (decision 18). An attempt is counted before the password is looked at, so that guesses at the
/// same moment count as many. Beyond a few, each has to wait longer than the one before. What is counted depends on how well the account knows the
/// place: on a browser it knows only what happens there, at an address it knows also what comes from there, and elsewhere also what is tried at this
/// name from anywhere. So nobody but the person at their own browser can make that browser wait.
/// </summary>
public sealed class SignInThrottle(PortalDbContext db, IOptions<SignInRules> options, ChinaTime time)
{
    /// <summary>After this time without an attempt a count begins anew.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromHours(1);

    private const int MostRounds = 8;

    /// <summary>Of an attempt after which nobody has to wait: there is no wait to take back.</summary>
    private const int WithoutTurn = 0;

    private static readonly TimeSpan _firstWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan _longestWait = TimeSpan.FromMinutes(15);

    private readonly SignInRules _options = options.Value;

    /// <summary>Asks whether somebody may try now.</summary>
    /// <param name="what">What is tried, such as a password; counted apart from other things.</param>
    /// <param name="name">Whose, as it is looked up; the same for names that do not exist.</param>
    /// <returns>Null when they have to wait.</returns>
    public async Task<Attempt?> TakeAsync(string what, string name, SignInPlace place, KnownPlace known, CancellationToken cancellation)
    {
        List<(string Key, int Free, bool ForgetsAll)> asked = known == KnownPlace.Browser
            ? [($"{what}|browser|{place.BrowserKey}|{name}", _options.PairFailures, true)]
            : [($"address|{place.AddressKey}", _options.AddressFailures, false), ($"{what}|pair|{place.AddressKey}|{name}", _options.PairFailures, true)];
        if (known == KnownPlace.None) asked.Add(($"{what}|name|{name}", _options.NameFailures, false));
        var taken = new List<CountedAttempt>(asked.Count);
        foreach (var (text, free, forgetsAll) in asked)
        {
            var key = Hash(text);
            if (await TakeOneAsync(key, free, cancellation) is not { } turn)
            {
                // an attempt that was not made is no failure of those that would have let it in
                foreach (var count in taken) await GiveBackAsync(count, cancellation);
                return null;
            }

            taken.Add(new CountedAttempt(key, turn, forgetsAll));
        }

        return new Attempt(taken);
    }

    /// <summary>As <see cref="TakeAsync"/>, for somebody who is signed in already: only what they do themselves counts.</summary>
    /// <param name="whose">Such as a session.</param>
    public async Task<Attempt?> TakeOwnAsync(string what, int whose, CancellationToken cancellation)
    {
        var key = Hash(FormattableString.Invariant($"{what}|own|{whose}"));
        return await TakeOneAsync(key, _options.PairFailures, cancellation) is { } turn ? new Attempt([new CountedAttempt(key, turn, ForgetsAll: true)]) : null;
    }

    /// <summary>The attempt was right.</summary>
    public async Task SucceedAsync(Attempt attempt, CancellationToken cancellation)
    {
        foreach (var count in attempt.Counts)
        {
            if (count.ForgetsAll) await db.AttemptCounts.Where(a => a.Key == count.Key).ExecuteDeleteAsync(cancellation);
            else await GiveBackAsync(count, cancellation);
        }
    }

    /// <summary>Forgets what has run out.</summary>
    public Task<int> SweepAsync(CancellationToken cancellation)
    {
        var now = time.UtcNow;
        return db.AttemptCounts.Where(a => a.ExpiresAt < now).ExecuteDeleteAsync(cancellation);
    }

    internal static string Hash(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>One conditional update: of attempts at the same moment one takes the turn, the others look again.</summary>
    private async Task<int?> TakeOneAsync(string key, int free, CancellationToken cancellation)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            var now = time.UtcNow;
            var seen = await db.AttemptCounts.AsNoTracking().SingleOrDefaultAsync(a => a.Key == key, cancellation);
            if (seen is null)
            {
                if (await BeginAsync(key, free, now, cancellation)) return 1;
                continue;
            }

            var isOver = seen.ExpiresAt <= now;
            if (!isOver && seen.OpenFrom > now) return null;
            // while nobody has to wait, attempts at the same moment do not stand in each other's way: many people share an address
            if (!isOver && await CountAsync(key, free, now, cancellation)) return WithoutTurn;
            var (failures, turn) = ((isOver ? 0 : seen.Failures) + 1, seen.Turn + 1);
            var (open, expires) = (now + WaitAfter(failures, free), now + Remembered);
            var won = await db.AttemptCounts.Where(a => a.Key == key && a.Turn == seen.Turn).ExecuteUpdateAsync(
                set => set.SetProperty(a => a.Failures, failures).SetProperty(a => a.Turn, turn).SetProperty(a => a.OpenFrom, open).SetProperty(a => a.ExpiresAt, expires), cancellation);
            if (won == 1) return turn;
        }

        return null;
    }

    private async Task<bool> CountAsync(string key, int free, DateTime now, CancellationToken cancellation)
    {
        var expires = now + Remembered;
        return await db.AttemptCounts.Where(a => a.Key == key && a.ExpiresAt > now && a.OpenFrom <= now && a.Failures + 1 < free).ExecuteUpdateAsync(
            set => set.SetProperty(a => a.Failures, a => a.Failures + 1).SetProperty(a => a.Turn, a => a.Turn + 1).SetProperty(a => a.ExpiresAt, expires), cancellation) == 1;
    }

    private async Task<bool> BeginAsync(string key, int free, DateTime now, CancellationToken cancellation)
    {
        var first = new AttemptCount
        {
            Key = key,
            Failures = 1,
            Turn = 1,
            OpenFrom = now + WaitAfter(1, free),
            ExpiresAt = now + Remembered,
        };
        return await db.TryOnceAsync(
            async token =>
            {
                db.AttemptCounts.Add(first);
                await db.SaveChangesAsync(token);
                return Outcome.Done;
            },
            cancellation);
    }

    /// <summary>Takes one attempt back; its wait too, unless another attempt came after it.</summary>
    private async Task GiveBackAsync(CountedAttempt count, CancellationToken cancellation)
    {
        var now = time.UtcNow;
        var last = await db.AttemptCounts.Where(a => a.Key == count.Key && a.Turn == count.Turn && a.Failures > 0).ExecuteUpdateAsync(
            set => set.SetProperty(a => a.Failures, a => a.Failures - 1).SetProperty(a => a.Turn, a => a.Turn + 1).SetProperty(a => a.OpenFrom, now), cancellation);
        if (last == 1) return;
        await db.AttemptCounts.Where(a => a.Key == count.Key && a.Failures > 0).ExecuteUpdateAsync(
            set => set.SetProperty(a => a.Failures, a => a.Failures - 1).SetProperty(a => a.Turn, a => a.Turn + 1), cancellation);
    }

    private static TimeSpan WaitAfter(int failures, int free)
    {
        const int mostDoublings = 10;
        if (failures < free) return TimeSpan.Zero;
        var wait = _firstWait * Math.Pow(2, Math.Min(failures - free, mostDoublings));
        return wait < _longestWait ? wait : _longestWait;
    }
}
