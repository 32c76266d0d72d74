using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Enterprises.Vault;
using HuaihuaPilotZone.Files;
using HuaihuaPilotZone.Imports.Batches;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace HuaihuaPilotZone.Tests.Hostile.Doors;

/// <summary>Whose record is made.</summary>
/// <param name="EnterpriseId">Null for records of the park.</param>
/// <param name="Mark">Stands in every free text of it.</param>
internal sealed record RecordOwner(int? EnterpriseId, int UserId, string Mark);

/// <summary>
/// Makes a record of any kind for anybody from the model: like one that is there, or from nothing, with what it must refer to. The act that
/// usually makes it is not taken, so that a new kind of record needs nothing here.
/// </summary>
internal sealed class RecordMaker(PortalDbContext db, IFileStorage files, DateTime now)
{
    private const int MostSamples = 50;

    /// <summary>The keys by which these belong to an enterprise; everything else has an EnterpriseId.</summary>
    private static readonly Dictionary<string, string> _ownerKeys = new(StringComparer.Ordinal)
    {
        ["QuoteInvitation"] = "ProviderId",
        ["TransportOrder"] = "CustomerId",
        ["SupplyRelation"] = "StatedById",
    };

    /// <summary>What cannot be any text.</summary>
    private static readonly Dictionary<string, string> _fixed = new(StringComparer.Ordinal)
    {
        ["BulkEdit.Change"] = "{}",
        ["Webhook.Url"] = "https://example.invalid/hook",
        ["ImportBatch.Kind"] = "lists",
        ["ImportBatch.Variant"] = "9810",
        ["ImportBatch.Top"] = """{"HeadingRow":1,"Headings":["订单编号"],"Samples":[]}""",
        ["DraftTemplate.Origins"] = "{}",
    };

    private static readonly string[] _marks = [HostileGround.OwnMark, HostileGround.Canary, "自家"];
    private static readonly string[] _people = ["UserId", "OwnerId", "AssigneeId"];
    private static readonly string[] _json = ["Payload", "Json", "Document", "Mapping", "Query", "Conditions"];
    private static readonly string[] _texts = ["Name", "Title", "Goods", "Note", "Text", "Label", "Summary", "FileName", "Subject", "Description", "Reason"];

    private static int _count;

    /// <summary>The record that one parameter of an address asks for.</summary>
    /// <param name="spec">Such as Booking.Number, Consignment>Replan.Id or Declaration[Draft].Number.</param>
    /// <param name="made">What was made for the parameters before it.</param>
    public async Task<string> ValueAsync(string spec, RecordOwner owner, Dictionary<Type, object> made, CancellationToken cancellation)
    {
        var (kinds, property) = (spec[..spec.LastIndexOf('.')], spec[(spec.LastIndexOf('.') + 1)..]);
        object record = null!;
        foreach (var kind in kinds.Split('>'))
        {
            var (name, shown) = kind.Split(':') is [var k, var s] ? (k, s) : (kind, null);
            var state = name.Contains('[', StringComparison.Ordinal) ? name[(name.IndexOf('[', StringComparison.Ordinal) + 1)..^1] : null;
            var type = db.Model.GetEntityTypes().Single(t => t.ClrType.Name == name.Split('[')[0]);
            record = await MakeAsync(type, state, owner, made, cancellation);
            if (shown is not null) record = made[type.GetNavigations().Single(n => n.Name == shown).TargetEntityType.ClrType];
        }
        return Convert.ToString(record.GetType().GetProperty(property)!.GetValue(record), CultureInfo.InvariantCulture)!;
    }

    private async Task<object> MakeAsync(IEntityType type, string? state, RecordOwner owner, Dictionary<Type, object> made, CancellationToken cancellation)
    {
        // made together with its document, below
        if (type.ClrType == typeof(VaultVersion) && made.TryGetValue(type.ClrType, out var first)) return first;
        var sample = await SampleAsync(type, state, owner, cancellation);
        var record = sample ?? Activator.CreateInstance(type.ClrType, nonPublic: true)!;
        if (type.FindPrimaryKey() is { Properties: [{ PropertyInfo: { } key }] } && key.PropertyType == typeof(int) && !type.FindPrimaryKey()!.Properties[0].IsForeignKey()) key.SetValue(record, 0);
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var property in type.GetProperties().Where(p => !p.IsPrimaryKey() || p.IsForeignKey() || p.ClrType != typeof(int)))
        {
            if (property.IsForeignKey()) values[property.Name] = await ReferenceAsync(type, property, sample, owner, made, cancellation);
            // whose it is, also where the model does not make a reference of it
            else if (property.ClrType == typeof(int) && _people.Contains(property.Name)) values[property.Name] = owner.UserId;
            else if (Fresh(property, record, sample is not null, owner.Mark) is { } value) values[property.Name] = value;
        }
        if (state is not null) values["State"] = Enum.Parse(type.FindProperty("State")!.ClrType, state);
        if (type.ClrType == typeof(StoredFile)) values["Hash"] = await KeepAsync(owner.Mark);
        if (type.ClrType == typeof(ImportBatch) && owner.EnterpriseId is null) (values["Kind"], values["Variant"]) = ("enterprises", "enterprises");
        var entry = db.Add(record);
        foreach (var (name, value) in values) entry.Property(name).CurrentValue = value;
        await db.SaveChangesAsync(cancellation);
        db.ChangeTracker.Clear();
        made[type.ClrType] = record;
        // no document is without one, and a page of the vault shows the last of each
        if (type.ClrType == typeof(VaultDocument)) await MakeAsync(db.Model.FindEntityType(typeof(VaultVersion))!, null, owner, made, cancellation);
        return record;
    }

    /// <summary>A file that is really there.</summary>
    /// <returns>Its hash.</returns>
    private async Task<string> KeepAsync(string mark)
    {
        var content = Encoding.UTF8.GetBytes($"{mark},{Interlocked.Increment(ref _count)}\n1,2\n");
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        await using var incoming = files.Receive();
        await incoming.Stream.WriteAsync(content);
        await incoming.Stream.FlushAsync();
        await files.KeepAsync(incoming, hash, CancellationToken.None);
        return hash;
    }

    /// <summary>One that is there, best one of the owner's; never the accounts, whose sign-in data are nobody's to copy.</summary>
    private async Task<object?> SampleAsync(IEntityType type, string? state, RecordOwner owner, CancellationToken cancellation)
    {
        if (type.ClrType == typeof(PortalUser)) return null;
        var read = typeof(RecordMaker).GetMethod(nameof(SomeAsync), BindingFlags.Instance | BindingFlags.NonPublic)!.MakeGenericMethod(type.ClrType);
        var some = await (Task<List<object>>)read.Invoke(this, [type.FindPrimaryKey()!.Properties[0].Name, cancellation])!;
        var fit = some.Where(e => state is null || e.GetType().GetProperty("State")!.GetValue(e)!.ToString() == state).ToList();
        return fit.FirstOrDefault(e => e.GetType().GetProperty("EnterpriseId")?.GetValue(e) is int id && id == owner.EnterpriseId) ?? fit.FirstOrDefault();
    }

    private async Task<List<object>> SomeAsync<T>(string key, CancellationToken cancellation)
        where T : class => [.. await db.Set<T>().AsNoTracking().OrderBy(e => EF.Property<object>(e, key)).Take(MostSamples).ToListAsync(cancellation)];

    private async Task<object?> ReferenceAsync(IEntityType type, IProperty property, object? sample, RecordOwner owner, Dictionary<Type, object> made, CancellationToken cancellation)
    {
        var principal = property.GetContainingForeignKeys().First();
        var (to, at) = (principal.PrincipalEntityType, principal.PrincipalKey.Properties[principal.Properties.ToList().IndexOf(property)]);
        if (made.TryGetValue(to.ClrType, out var parent)) return at.PropertyInfo!.GetValue(parent);
        if (to.ClrType == typeof(Enterprise)) return await EnterpriseAsync(type, property, owner, cancellation);
        if (to.ClrType == typeof(PortalUser)) return _people.Contains(property.Name) || !property.IsNullable ? owner.UserId : null;
        var isAlone = property.GetContainingIndexes().Any(i => i.IsUnique && i.Properties.Count == 1);
        if (isAlone && property.IsNullable) return null;
        if (sample is not null && property.PropertyInfo?.GetValue(sample) is { } kept && !isAlone && !MustBeItsOwn(property)) return kept;
        if (property.IsNullable) return null;
        var there = isAlone || MustBeItsOwn(property) ? null : await SampleAsync(to, null, owner, cancellation);
        return at.PropertyInfo!.GetValue(there ?? await MakeAsync(to, null, owner, [], cancellation));
    }

    /// <summary>Whether nothing but another parent makes a second record of its kind possible.</summary>
    private static bool MustBeItsOwn(IProperty property) => property.GetContainingIndexes().Any(i => i.IsUnique && i.Properties.Count > 1
        && i.Properties.FirstOrDefault(p => p.IsForeignKey() && p.GetContainingForeignKeys().First().PrincipalEntityType.ClrType is { } to && to != typeof(Enterprise) && to != typeof(PortalUser)) == property
        && !i.Properties.Any(IsFreshened));

    private async Task<object?> EnterpriseAsync(IEntityType type, IProperty property, RecordOwner owner, CancellationToken cancellation)
    {
        if (property.Name == _ownerKeys.GetValueOrDefault(type.ClrType.Name, "EnterpriseId") && (owner.EnterpriseId is not null || property.IsNullable)) return owner.EnterpriseId;
        if (property.IsNullable) return null;
        // the other side of a deal is a third enterprise
        return await db.Enterprises.OrderByDescending(e => e.Id).Select(e => e.Id).FirstAsync(cancellation);
    }

    private object? Fresh(IProperty property, object record, bool isCopy, string mark)
    {
        var now1 = property.PropertyInfo?.GetValue(record);
        if (_fixed.TryGetValue($"{property.DeclaringType.ClrType.Name}.{property.Name}", out var only)) return only;
        var isUnique = property.IsPrimaryKey() || property.GetContainingIndexes().Any(i => i.IsUnique && (i.Properties.Count == 1 || IsFreshened(property)));
        if (isUnique && (now1 is not null || !property.IsNullable)) return Unique(property, now1);
        if (isCopy) return property.ClrType == typeof(string) && now1 is string { Length: > 0 } && _texts.Contains(property.Name) && property.GetValueConverter() is null ? Shorten(mark + Unmarked((string)now1), property) : null;
        if (property.IsNullable && !_texts.Contains(property.Name)) return null;
        return now1 is null || now1.Equals(property.ClrType.IsValueType ? Activator.CreateInstance(property.ClrType) : "") ? Default(property, mark) : null;
    }

    /// <summary>Without the mark of whoever's record was copied.</summary>
    private static string Unmarked(string text) => _marks.Aggregate(text, (t, mark) => t.Replace(mark, "", StringComparison.Ordinal));

    /// <summary>Whether another value makes another record; a period is one of those that the series has.</summary>
    private static bool IsFreshened(IReadOnlyProperty property) => (property.ClrType == typeof(string) && property.Name is not ("Period" or "Kind")) || property.ClrType == typeof(DateOnly);

    private static object? Unique(IProperty property, object? like)
    {
        var n = Interlocked.Increment(ref _count);
        var clr = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        return clr == typeof(string) ? Shorten(like is string { Length: 18 } ? Support.CreditCode.Next() : $"m-{n}", property)
            : clr == typeof(DeclarationNumber) ? new DeclarationNumber(new DateOnly(2026, 11, 22), 900_000 + n)
            : clr == typeof(Guid) ? Guid.NewGuid()
            : clr == typeof(int) ? 1_000_000 + n
            : clr == typeof(DateOnly) ? new DateOnly(2030, 1, 1).AddDays(n)
            : clr == typeof(byte[]) ? Guid.NewGuid().ToByteArray().Concat(Guid.NewGuid().ToByteArray()).ToArray()
            : null;
    }

    private object? Default(IProperty property, string mark)
    {
        var clr = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        if (clr == typeof(string)) return _json.Contains(property.Name) ? "{}" : Shorten($"{mark}{Interlocked.Increment(ref _count)}", property);
        if (clr == typeof(DeclarationNumber)) return Unique(property, null);
        if (clr.IsEnum) return Enum.IsDefined(clr, Enum.ToObject(clr, 0)) ? null : Enum.GetValues(clr).GetValue(0);
        if (clr == typeof(DateTime)) return now;
        if (clr == typeof(DateOnly)) return DateOnly.FromDateTime(now);
        if (clr == typeof(byte[])) return Guid.NewGuid().ToByteArray().Concat(Guid.NewGuid().ToByteArray()).ToArray();
        if (typeof(IEnumerable).IsAssignableFrom(clr)) return null;
        return clr == typeof(int) || clr == typeof(long) || clr == typeof(decimal) || clr == typeof(short) || clr == typeof(byte) ? Convert.ChangeType(1, clr, CultureInfo.InvariantCulture) : null;
    }

    private static string Shorten(string text, IProperty property) => property.GetMaxLength() is int most and > 0 && text.Length > most ? text[^most..] : text;
}
