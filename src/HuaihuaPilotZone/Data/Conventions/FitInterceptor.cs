using System.Collections.Concurrent;
using HuaihuaPilotZone.Personal.Keys;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;

namespace HuaihuaPilotZone.Data.Conventions;

/// <summary>
/// SQLite stores a text longer than its column and a decimal with more places; SQL Server refuses or cuts them.
/// This refuses them on both, before the database is asked: such a value is a fault of ours, since forms and services check first.
/// </summary>
internal sealed class FitInterceptor : SaveChangesInterceptor
{
    private static readonly ConcurrentDictionary<IEntityType, IReadOnlyList<Limit>> _limits = new();

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Check(eventData.Context);
        return base.SavingChanges(eventData, result);
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Check(eventData.Context);
        return base.SavingChangesAsync(eventData, result, cancellationToken);
    }

    private static void Check(DbContext? context)
    {
        if (context is null) return;
        foreach (var entry in context.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified))
        {
            var values = entry.CurrentValues;
            foreach (var limit in _limits.GetOrAdd(entry.Metadata, Limits)) Check(entry, values, limit);
        }
    }

    private static void Check(EntityEntry entry, PropertyValues values, Limit limit)
    {
        switch (values[limit.Property])
        {
            case string text when limit.Length is { } most && text.Length > most:
                throw new InvalidOperationException($"{entry.Metadata.ShortName()}.{limit.Property.Name}: {text.Length} characters do not fit into {most}.");
            case decimal number when limit.Precision is { } p && limit.Scale is { } s && (decimal.Round(number, s) != number || Math.Abs(number) >= Power(p - s)):
                throw new InvalidOperationException($"{entry.Metadata.ShortName()}.{limit.Property.Name}: the number does not fit into decimal({p},{s}).");
        }
    }

    private static IReadOnlyList<Limit> Limits(IEntityType entity) =>
        [.. entity.GetProperties()
            .Where(p => p.ClrType == typeof(string) || (Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType) == typeof(decimal))
            .Select(p => new Limit(p, p.PlainLength(), p.GetPrecision(), p.GetScale()))];

    private static decimal Power(int digits)
    {
        var value = 1m;
        for (var i = 0; i < digits; i++) value *= 10;
        return value;
    }

    private sealed record Limit(IProperty Property, int? Length, int? Precision, int? Scale);
}
