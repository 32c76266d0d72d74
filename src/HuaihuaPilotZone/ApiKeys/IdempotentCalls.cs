using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.ApiKeys;

/// <summary>What is answered to a call.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">JSON.</param>
/// <param name="Location">Local address of what was made.</param>
/// <param name="Version">The declaration's version.</param>
public sealed record ApiAnswer(int Status, string Body, string? Location = null, int? Version = null)
{
    /// <summary>Whether the act was done; what was refused is not kept, because nothing came of it.</summary>
    public bool IsDone => Status is >= 200 and < 300;
}

/// <summary>A call that may arrive more than once.</summary>
/// <param name="ApiKeyId">Whose it is.</param>
/// <param name="Key">The Idempotency-Key.</param>
/// <param name="RequestHash">SHA-256 of what was sent, hexadecimal.</param>
public sealed record RepeatableCall(int ApiKeyId, string Key, string RequestHash);

/// <summary>
/// Does an act once however often its call arrives. The row that says so is added first, in the transaction of the act: the unique index lets
/// a second call wait until the first has ended, and an act that was rolled back leaves no row behind.
/// </summary>
public sealed class IdempotentCalls(PortalDbContext db, ChinaTime time)
{
    /// <summary>How long an answer is kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    private const int MostTries = 3;

    /// <summary>Does the act, or gives the answer of when it was done.</summary>
    /// <returns>The answer; null when the key was used for something else.</returns>
    /// <exception cref="DbUpdateException">Others kept holding and giving up the same key.</exception>
    public async Task<ApiAnswer?> RunAsync(RepeatableCall call, Func<CancellationToken, Task<ApiAnswer>> act, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await FindAsync(call, cancellation) is { } kept) return kept.RequestHash == call.RequestHash ? AnswerOf(kept) : null;
            var isOurs = false;
            try
            {
                return await RunFirstAsync(call, act, () => isOurs = true, cancellation);
            }
            catch (DbUpdateException) when (!isOurs && attempt < MostTries)
            {
                // somebody else holds the key; they have ended by now
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<ApiAnswer> RunFirstAsync(RepeatableCall call, Func<CancellationToken, Task<ApiAnswer>> act, Action taken, CancellationToken cancellation)
    {
        ApiAnswer? refused = null;
        var outcome = await db.InTransactionAsync<ApiAnswer>(
            async token =>
            {
                var now = time.UtcNow;
                await db.KeptAnswers.Where(a => a.ApiKeyId == call.ApiKeyId && a.ExpiresAt <= now).ExecuteDeleteAsync(token);
                db.KeptAnswers.Add(new KeptAnswer { ApiKeyId = call.ApiKeyId, Key = call.Key, RequestHash = call.RequestHash, ExpiresAt = now + Kept });
                await db.SaveChangesAsync(token);
                taken();
                var answer = await act(token);
                refused = answer.IsDone ? null : answer;
                if (!answer.IsDone) return Outcome.Refused("Not kept.");
                await Of(call).ExecuteUpdateAsync(
                    set => set.SetProperty(a => a.Status, answer.Status).SetProperty(a => a.Body, answer.Body)
                        .SetProperty(a => a.Location, answer.Location).SetProperty(a => a.Version, answer.Version),
                    token);
                return answer;
            },
            cancellation);
        return refused ?? outcome.Value;
    }

    private Task<KeptAnswer?> FindAsync(RepeatableCall call, CancellationToken cancellation)
    {
        var now = time.UtcNow;
        return Of(call).AsNoTracking().Where(a => a.ExpiresAt > now).SingleOrDefaultAsync(cancellation);
    }

    private IQueryable<KeptAnswer> Of(RepeatableCall call) => db.KeptAnswers.Where(a => a.ApiKeyId == call.ApiKeyId && a.Key == call.Key);

    private static ApiAnswer AnswerOf(KeptAnswer kept) => new(kept.Status, kept.Body, kept.Location, kept.Version);
}
