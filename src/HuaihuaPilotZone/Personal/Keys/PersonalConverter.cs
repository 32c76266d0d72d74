using HuaihuaPilotZone.Data.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Personal.Keys;

/// <summary>Encrypts a column on its way to the database. Nothing can be sought or ordered by it there.</summary>
/// <param name="plainLength">Characters that the text may have before; null for any number.</param>
public sealed class PersonalConverter(PersonalKeyRing ring, string column, int? plainLength) : ValueConverter<string, string>(text => ring.Encrypt(column, text), stored => ring.Decrypt(column, stored))
{
    public string Column => column;

    public int? PlainLength => plainLength;
}

/// <summary>Which columns are encrypted, as their tables say.</summary>
internal static class EncryptedColumns
{
    /// <summary>SQL Server keeps no longer text with a limit.</summary>
    private const int MostWithLimit = 4000;

    private const string Annotation = "Portal:Encrypted";

    /// <summary>This column is kept encrypted and has room for it.</summary>
    /// <param name="plainLength">Characters of the text itself; null for any number.</param>
    public static PropertyBuilder<T> Encrypted<T>(this PropertyBuilder<T> property, int? plainLength)
    {
        property.HasAnnotation(Annotation, plainLength ?? 0);
        return plainLength is { } length && PersonalKeyRing.LengthOf(length) is <= MostWithLimit and var needed ? property.HasMaxLength(needed) : property.Unbounded();
    }

    public static void Apply(ModelBuilder builder, PersonalKeyRing ring)
    {
        foreach (var property in builder.Model.GetEntityTypes().SelectMany(e => e.GetProperties()))
        {
            if (property.RemoveAnnotation(Annotation)?.Value is not int length) continue;
            property.SetValueConverter(new PersonalConverter(ring, NameOf(property), length == 0 ? null : length));
        }
    }

    /// <summary>Characters that a value may have before it is encrypted or stored; null for any number.</summary>
    public static int? PlainLength(this IReadOnlyProperty property) =>
        property.GetValueConverter() is PersonalConverter encrypted ? encrypted.PlainLength : property.GetMaxLength() is > 0 and var most ? most : null;

    private static string NameOf(IReadOnlyProperty property) => $"{property.DeclaringType.ShortName()}.{property.Name}";
}

/// <summary>Gives a context the keys of its personal columns.</summary>
internal sealed class PersonalKeysExtension : IDbContextOptionsExtension
{
    public PersonalKeysExtension(PersonalKeyRing ring)
    {
        Ring = ring;
        Info = new ExtensionInfo(this);
    }

    public PersonalKeyRing Ring { get; }

    public DbContextOptionsExtensionInfo Info { get; }

    public void ApplyServices(IServiceCollection services)
    {
    }

    public void Validate(IDbContextOptions options)
    {
    }

    private sealed class ExtensionInfo(IDbContextOptionsExtension extension) : DbContextOptionsExtensionInfo(extension)
    {
        public override bool IsDatabaseProvider => false;

        public override string LogFragment => "";

        public override int GetServiceProviderHashCode() => 0;

        public override bool ShouldUseSameServiceProvider(DbContextOptionsExtensionInfo other) => other is ExtensionInfo;

        public override void PopulateDebugInfo(IDictionary<string, string> debugInfo)
        {
        }
    }
}

/// <summary>The model holds the converters, and those the keys: contexts with other keys have a model of their own.</summary>
internal sealed class ModelOfKeys : IModelCacheKeyFactory
{
    public object Create(DbContext context, bool designTime) => (context.GetType(), (context as Data.PortalDbContext)?.KeyRing, designTime);
}
