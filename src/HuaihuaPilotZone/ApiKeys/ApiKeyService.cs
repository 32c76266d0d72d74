using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.ApiKeys;

/// <summary>A new key, to be shown once.</summary>
public sealed record IssuedApiKey(string Token, string Name);

/// <summary>A key as a list shows it.</summary>
/// <param name="IsOpen">Whether it works today.</param>
public sealed record ApiKeyRow(
    int Id, string Name, string Prefix, ApiScopes Scopes, DateTime CreatedAt, string CreatedBy, DateOnly? ExpiresOn, DateOnly? LastUsedOn, DateTime? RevokedAt, string? RevokedBy, bool IsOpen);

/// <summary>Who calls with a key.</summary>
public sealed record ApiCaller(int KeyId, string KeyName, int EnterpriseId, ApiScopes Scopes, DateOnly? LastUsedOn);

/// <summary>Keys of an enterprise's own systems. Every act names the enterprise, which comes from the sign-in.</summary>
public sealed class ApiKeyService(PortalDbContext db, PortalJournal journal, Actor actor, ChinaTime time)
{
    private const string TokenStart = "hhk_";
    private const int LongestToken = 100;

    private static readonly HotQuery<Func<PortalDbContext, string, DateOnly, CancellationToken, Task<ApiCaller?>>> _caller = new(() => EF.CompileAsyncQuery(
        (PortalDbContext db, string hash, DateOnly today, CancellationToken _) => db.ApiKeys.Where(k => k.Hash == hash && k.RevokedAt == null && (k.ExpiresOn == null || k.ExpiresOn >= today))
            .Select(k => new ApiCaller(k.Id, k.Name, k.EnterpriseId, k.Scopes, k.LastUsedOn)).SingleOrDefault()));

    /// <summary>The enterprise's keys, the newest first.</summary>
    public async Task<Page<ApiKeyRow>> ListAsync(int enterpriseId, PageRequest page, CancellationToken cancellation)
    {
        var keys = db.ApiKeys.AsNoTracking().Where(k => k.EnterpriseId == enterpriseId);
        var today = time.Today;
        return await keys.OrderByDescending(k => k.Id)
            .Select(k => new ApiKeyRow(
                k.Id, k.Name, k.Prefix, k.Scopes, k.CreatedAt, k.CreatedBy, k.ExpiresOn, k.LastUsedOn, k.RevokedAt, k.RevokedBy,
                k.RevokedAt == null && (k.ExpiresOn == null || k.ExpiresOn >= today)))
            .ToPageAsync(page, cancellation);
    }

    /// <summary>Makes a key. Only the answer holds it; nobody can read it again.</summary>
    public async Task<Outcome<IssuedApiKey>> IssueAsync(int enterpriseId, string name, ApiScopes scopes, DateOnly? expiresOn, CancellationToken cancellation)
    {
        name = name.Trim();
        if (name.Length is 0 or > ApiKey.NameMaxLength) return Outcome.Refused("Name", $"请填写用途，最多 {ApiKey.NameMaxLength} 个字。");
        if (scopes == ApiScopes.None || (scopes & ~(ApiScopes.All | ApiScopes.ReportEvents)) != ApiScopes.None) return Outcome.Refused("Scopes", "请至少选择一项权限。");
        if (expiresOn < time.Today) return Outcome.Refused("ExpiresOn", "到期日不能早于今天。");
        var token = TokenStart + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        db.ApiKeys.Add(new ApiKey
        {
            EnterpriseId = enterpriseId,
            Name = name,
            Prefix = token[..ApiKey.PrefixLength],
            Hash = HashOf(token),
            Scopes = scopes,
            CreatedAt = time.UtcNow,
            CreatedBy = actor.Name,
            ExpiresOn = expiresOn,
        });
        journal.Write(JournalSubjects.ApiKey, name, "api-key.issued", token[..ApiKey.PrefixLength]);
        await db.SaveChangesAsync(cancellation);
        return new IssuedApiKey(token, name);
    }

    /// <summary>Ends a key at once and for good.</summary>
    public Task<Outcome> RevokeAsync(int enterpriseId, int keyId, CancellationToken cancellation) => db.InTransactionAsync(
        async token =>
        {
            var now = time.UtcNow;
            var by = actor.Name;
            var own = db.ApiKeys.Where(k => k.Id == keyId && k.EnterpriseId == enterpriseId);
            var ended = await own.Where(k => k.RevokedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(k => k.RevokedAt, now).SetProperty(k => k.RevokedBy, by), token);
            if (ended == 0) return await own.AnyAsync(token) ? Outcome.Refused("这个密钥已停用。") : Outcome.Missing("没有这个密钥。");
            var key = await own.AsNoTracking().Select(k => new { k.Name, k.Prefix }).SingleAsync(token);
            journal.Write(JournalSubjects.ApiKey, key.Name, "api-key.revoked", key.Prefix);
            await db.SaveChangesAsync(token);
            return Outcome.Done;
        },
        cancellation);

    /// <summary>The caller behind a key that works today, or null. Notes the day of use, once a day.</summary>
    public async Task<ApiCaller?> FindCallerAsync(string? token, CancellationToken cancellation)
    {
        if (token is null || token.Length > LongestToken || !token.StartsWith(TokenStart, StringComparison.Ordinal)) return null;
        var hash = HashOf(token);
        var today = time.Today;
        var caller = await _caller.For(db)(db, hash, today, cancellation);
        if (caller is not null && caller.LastUsedOn != today)
            await db.ApiKeys.Where(k => k.Id == caller.KeyId).ExecuteUpdateAsync(set => set.SetProperty(k => k.LastUsedOn, today), cancellation);
        return caller;
    }

    private static string HashOf(string token) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
