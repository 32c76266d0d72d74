using System.Security.Cryptography;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Data.Seed;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Personal.Keys;

/// <summary>Keeps the keys that the portal has made itself in the database, wrapped by data protection.</summary>
internal sealed class PersonalKeyStore(IServiceScopeFactory scopes, IDataProtectionProvider protection, TimeProvider time)
{
    private const int MostKeys = 200;

    private readonly IDataProtector _protector = protection.CreateProtector("HuaihuaPilotZone.PersonalKeys");

    /// <summary>The keys that are there; makes what is missing. The framework asks in the middle of a query, so nothing is awaited.</summary>
    /// <exception cref="OptionsValidationException">They cannot be unwrapped.</exception>
    public PersonalKeySet Load()
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var rows = Read(db);
        if (rows.All(r => r.IsForMarks)) Add(db, rows, isForMarks: false);
        if (!rows.Exists(r => r.IsForMarks)) Add(db, rows, isForMarks: true);
        if (db.ChangeTracker.HasChanges())
        {
            db.SaveChanges();
            rows = Read(db);
        }
        try
        {
            var keys = rows.Where(r => !r.IsForMarks).ToDictionary(r => r.Id, r => _protector.Unprotect(Convert.FromBase64String(r.Wrapped)), StringComparer.Ordinal);
            // of two that were made at once each is known to all; marks take the first for ever
            return new PersonalKeySet(rows.Last(r => !r.IsForMarks).Id, keys, _protector.Unprotect(Convert.FromBase64String(rows.First(r => r.IsForMarks).Wrapped)));
        }
        catch (CryptographicException)
        {
            throw new OptionsValidationException(PersonalKeyOptions.Section, typeof(PersonalKeyOptions), ["The keys of personal columns in the database cannot be unwrapped: the data-protection keys that wrapped them are missing."]);
        }
    }

    /// <summary>Makes a new key, which new values take from now on.</summary>
    /// <returns>Its id.</returns>
    public string Make()
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var id = Add(db, Read(db), isForMarks: false);
        db.SaveChanges();
        return id;
    }

    private static List<PersonalKey> Read(PortalDbContext db) => [.. db.PersonalKeys.AsNoTracking().OrderBy(k => k.CreatedAt).ThenBy(k => k.Id).Take(MostKeys)];

    private string Add(PortalDbContext db, List<PersonalKey> rows, bool isForMarks)
    {
        var now = time.GetUtcNow().UtcDateTime;
        // later than every key there is, also when the clock stands still or was set back: the last one made is the one that is used
        var at = rows.Count > 0 && rows[^1].CreatedAt >= now ? rows[^1].CreatedAt.AddMilliseconds(1) : now;
        var key = new PersonalKey
        {
            Id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(PersonalKey.IdMaxLength / 2)),
            Wrapped = Convert.ToBase64String(_protector.Protect(RandomNumberGenerator.GetBytes(PersonalKeySet.KeyLength))),
            IsForMarks = isForMarks,
            CreatedAt = at,
        };
        db.PersonalKeys.Add(key);
        return key.Id;
    }
}

/// <summary>Makes the keys before anything is written: in the middle of a save, SQLite would have to wait for itself.</summary>
internal sealed class PersonalKeysSeed(PersonalKeyRing ring) : RoomSeed
{
    public override int Order => int.MinValue;

    public override bool IsForEveryStart => true;

    public override Task EnsureReferenceAsync(CancellationToken cancellation)
    {
        ring.Ensure();
        return Task.CompletedTask;
    }
}

internal static class PersonalKeysRegistration
{
    public static IServiceCollection AddPersonalKeys(this IServiceCollection services)
    {
        services.AddOptions<PersonalKeyOptions>().BindConfiguration(PersonalKeyOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<PersonalKeyStore>();
        services.TryAddSingleton(provider => provider.GetRequiredService<IOptions<PersonalKeyOptions>>().Value is { IsConfigured: true } options
            ? PersonalKeyRing.Of(PersonalKeySet.Of(options))
            : new PersonalKeyRing(() => provider.GetRequiredService<PersonalKeyStore>().Load()));
        return services;
    }
}
