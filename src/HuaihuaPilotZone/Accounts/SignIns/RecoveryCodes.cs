using System.Security.Cryptography;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Accounts.SignIns;

/// <summary>Codes on paper for who has lost the app: ten at a time, shown once, kept hashed like passwords, each good once.</summary>
public sealed class RecoveryCodes(PortalDbContext db, IPasswordHasher<PortalUser> hasher, ChinaTime time)
{
    public const int Count = 10;

    /// <summary>Nothing that is mistaken for another letter (Crockford's base 32).</summary>
    private const string Letters = "0123456789abcdefghjkmnpqrstvwxyz";

    private const int Length = 12;
    private const int GroupLength = 4;

    /// <summary>The hasher asks for a person and looks at none.</summary>
    private static readonly PortalUser _anybody = new() { DisplayName = "", CreatedAt = DateTime.UnixEpoch };

    /// <summary>Whether this is written like a recovery code and not like one of the app.</summary>
    public static bool LooksLike(string code) => Plain(code).Length == Length;

    public Task<int> CountAsync(int userId, CancellationToken cancellation) => db.RecoveryCodes.CountAsync(c => c.UserId == userId && c.UsedAt == null, cancellation);

    internal IReadOnlyList<(RecoveryCode Row, string Code)> Make(int userId) => [.. Enumerable.Range(0, Count).Select(number =>
    {
        var code = Letters[number] + RandomNumberGenerator.GetString(Letters, Length - 1);
        return (new RecoveryCode { UserId = userId, Number = number, Hash = hasher.HashPassword(_anybody, code) }, Grouped(code));
    })];

    /// <summary>Puts these in the place of the person's codes, and saves.</summary>
    internal async Task ReplaceAsync(int userId, IEnumerable<(RecoveryCode Row, string Code)> made, CancellationToken cancellation)
    {
        await db.RecoveryCodes.Where(c => c.UserId == userId).ExecuteDeleteAsync(cancellation);
        db.RecoveryCodes.AddRange(made.Select(m => m.Row));
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Uses a code up.</summary>
    /// <returns>False when it is none of the person's, or was used before.</returns>
    internal async Task<bool> UseAsync(int userId, string code, CancellationToken cancellation)
    {
        var (plain, now) = (Plain(code), time.UtcNow);
        var number = Letters.IndexOf(plain[0], StringComparison.Ordinal);
        var row = await db.RecoveryCodes.AsNoTracking().SingleOrDefaultAsync(c => c.UserId == userId && c.Number == number && c.UsedAt == null, cancellation);
        if (row is null || hasher.VerifyHashedPassword(_anybody, row.Hash, plain) == PasswordVerificationResult.Failed) return false;
        return await db.RecoveryCodes.Where(c => c.Id == row.Id && c.UsedAt == null).ExecuteUpdateAsync(set => set.SetProperty(c => c.UsedAt, now), cancellation) == 1;
    }

    private static string Plain(string code) => string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant().Replace('o', '0').Replace('i', '1').Replace('l', '1');

    private static string Grouped(string code) => string.Join('-', code.Chunk(GroupLength).Select(c => new string(c)));
}
