using System.Globalization;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Enterprises.Merging;
using Microsoft.EntityFrameworkCore.Metadata;

namespace HuaihuaPilotZone.Tests.Enterprises.Merging;

/// <summary>
/// Makes a row of any table of the model, so that a table that is new is filled without anybody thinking of it. Records that it needs are made too;
/// optional values stay empty. Of a list of words the last one is taken: it stands for what has ended.
/// </summary>
/// <param name="stranger">Whatever else has to name an enterprise names this one.</param>
/// <param name="shared">What rows of the same key belong to, by foreign key; kept by the caller from row to row.</param>
internal sealed class InventedRow(PortalDbContext db, int stranger, Dictionary<string, object> shared)
{
    private static int _number;

    /// <summary>Adds a row that names the enterprise.</summary>
    /// <param name="isSame">Whether it is a second one of the same key, where the table allows one for each enterprise.</param>
    public async Task<int> AddAsync(ReferenceRule rule, int enterpriseId, bool isSame, CancellationToken cancellation)
    {
        var entity = db.Model.FindEntityType(rule.Entity)!;
        // one for each enterprise, by its very key
        if (entity.FindPrimaryKey()!.Properties is [var only] && only.Name == rule.Property && isSame) return 0;
        var row = await MakeAsync(entity, new Wish(rule.Property, enterpriseId, isSame), 0, cancellation);
        db.Add(row);
        return await db.SaveChangesAsync(cancellation);
    }

    private async Task<object> MakeAsync(IEntityType entity, Wish? wish, int depth, CancellationToken cancellation)
    {
        if (depth > 6) throw new InvalidOperationException($"{entity.ClrType.Name} needs too much.");
        var row = Activator.CreateInstance(entity.ClrType, nonPublic: true)!;
        var entry = db.Entry(row);
        var kept = wish is { IsSame: true } ? SharedBy(entity, wish.Property) : [];
        foreach (var property in entity.GetProperties().Where(p => !(p.IsPrimaryKey() && p.ValueGenerated == ValueGenerated.OnAdd) && !p.IsShadowProperty()))
        {
            var value = wish?.Property == property.Name ? wish.EnterpriseId : await ValueOfAsync(property, kept.Contains(property.Name), depth, cancellation);
            if (value is not null) entry.Property(property.Name).CurrentValue = value;
        }

        return row;
    }

    private async Task<object?> ValueOfAsync(IProperty property, bool isShared, int depth, CancellationToken cancellation)
    {
        if (property.GetContainingForeignKeys().FirstOrDefault() is { } key)
        {
            if (key.PrincipalEntityType.ClrType == typeof(Enterprise)) return property.IsNullable ? null : stranger;
            return property.IsNullable ? null : await PrincipalAsync(key, isShared, depth, cancellation);
        }

        if (property.IsNullable) return null;
        var number = isShared ? 0 : Interlocked.Increment(ref _number);
        var type = property.ClrType;
        if (type.IsEnum) return isShared ? Enum.GetValues(type).GetValue(0) : Enum.GetValues(type).Cast<object>().Last();
        if (type == typeof(string)) return Cut(isShared ? "same" : Text(number), property.GetMaxLength());
        if (type == typeof(DeclarationNumber)) return new DeclarationNumber(new DateOnly(2020, 1, 1), number);
        if (type == typeof(int)) return number;
        if (type == typeof(long)) return (long)number;
        if (type == typeof(decimal)) return 1m;
        if (type == typeof(bool)) return false;
        if (type == typeof(DateTime)) return new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);
        if (type == typeof(DateOnly)) return new DateOnly(2026, 1, 2);
        if (type == typeof(byte[])) return new byte[] { 1 };
        return type.IsValueType ? Activator.CreateInstance(type) : throw new InvalidOperationException($"{property.DeclaringType.ClrType.Name}.{property.Name}: no value for {type.Name}.");
    }

    /// <summary>The record that a row belongs to; one for all rows of the same key.</summary>
    private async Task<object> PrincipalAsync(IForeignKey key, bool isShared, int depth, CancellationToken cancellation)
    {
        var entity = key.PrincipalEntityType;
        var name = key.PrincipalKey.Properties[0].Name;
        if (isShared && shared.TryGetValue(key.ToString()!, out var known)) return known;
        var made = await MakeAsync(entity, null, depth + 1, cancellation);
        db.Add(made);
        await db.SaveChangesAsync(cancellation);
        var id = db.Entry(made).Property(name).CurrentValue!;
        if (isShared) shared[key.ToString()!] = id;
        return id;
    }

    /// <summary>The other properties of the unique keys that name the enterprise.</summary>
    private static HashSet<string> SharedBy(IEntityType entity, string property) =>
    [
        .. entity.GetIndexes().Where(i => i.IsUnique).Select(i => i.Properties).Append(entity.FindPrimaryKey()!.Properties)
            .Where(p => p.Count > 1 && p.Any(x => x.Name == property)).SelectMany(p => p).Select(p => p.Name).Where(n => n != property),
    ];

    private static string Text(int number) => string.Create(CultureInfo.InvariantCulture, $"{number:X}x");

    private static string Cut(string text, int? most) => most is > 0 && text.Length > most ? text[^most.Value..] : text;

    private sealed record Wish(string Property, int EnterpriseId, bool IsSame);
}
