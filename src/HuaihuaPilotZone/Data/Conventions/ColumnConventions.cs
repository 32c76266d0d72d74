using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace HuaihuaPilotZone.Data.Conventions;

/// <summary>Stored and read as UTC; SQLite forgets the kind.</summary>
internal sealed class UtcDateTimeConverter() : ValueConverter<DateTime, DateTime>(
    v => v,
    v => DateTime.SpecifyKind(v, DateTimeKind.Utc));

/// <summary>Only Identity's lock-out end is a DateTimeOffset; SQLite can neither sort nor compare one, so it is kept as a UTC moment.</summary>
internal sealed class UtcDateTimeOffsetConverter() : ValueConverter<DateTimeOffset, DateTime>(
    v => v.UtcDateTime,
    v => new DateTimeOffset(DateTime.SpecifyKind(v, DateTimeKind.Utc)));

internal static class ColumnConventions
{
    private const string CaseAnnotation = "Portal:IgnoreCase";

    /// <summary>What holds for every column of a kind on both databases.</summary>
    public static void Apply(ModelConfigurationBuilder configuration)
    {
        configuration.Properties<Enum>().HaveMaxLength(40);
        configuration.Properties<decimal>().HavePrecision(19, 5);
        configuration.Properties<DateTime>().HaveConversion<UtcDateTimeConverter>();
        configuration.Properties<DateTimeOffset>().HaveConversion<UtcDateTimeOffsetConverter>();
        configuration.Properties<string>().HaveMaxLength(200);
    }

    /// <summary>This column compares without regard to case. All others compare exactly, on both databases.</summary>
    public static PropertyBuilder<string> IgnoringCase(this PropertyBuilder<string> property)
    {
        property.Metadata.SetAnnotation(CaseAnnotation, true);
        return property;
    }

    /// <summary>Long text without a column limit.</summary>
    public static PropertyBuilder<T> Unbounded<T>(this PropertyBuilder<T> property) => property.HasMaxLength(-1);

    /// <summary>
    /// Enums are kept as words, foreign keys restrict (SQL Server refuses the cascade paths that SQLite takes) and every text column says how
    /// it compares.
    /// </summary>
    public static void ApplyToModel(ModelBuilder builder, bool onSqlite)
    {
        foreach (var entity in builder.Model.GetEntityTypes())
        {
            foreach (var key in entity.GetForeignKeys()) key.DeleteBehavior = DeleteBehavior.Restrict;
            foreach (var property in entity.GetProperties()) KeepWords(property);
            foreach (var property in entity.GetProperties().Where(IsText))
            {
                var ignoresCase = property.FindAnnotation(CaseAnnotation) is not null;
                property.RemoveAnnotation(CaseAnnotation);
                var collation = (onSqlite, ignoresCase) switch
                {
                    (true, true) => "NOCASE",
                    (true, false) => null,
                    (false, true) => "Latin1_General_100_CI_AS",
                    (false, false) => "Latin1_General_100_BIN2",
                };
                if (collation is not null) property.SetCollation(collation);
            }
        }
    }

    /// <summary>An enum whose table does not say how it is kept is kept as its word.</summary>
    private static void KeepWords(IMutableProperty property)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        if (type.IsEnum && property.GetProviderClrType() is null && property.GetValueConverter() is null) property.SetValueConverter(EnumWords.For(type));
    }

    /// <summary>Texts, enums kept as words, and what a converter of its own turns into text.</summary>
    private static bool IsText(IReadOnlyProperty property)
    {
        var stored = property.GetValueConverter()?.ProviderClrType ?? property.GetProviderClrType() ?? property.ClrType;
        return stored == typeof(string) || (Nullable.GetUnderlyingType(stored) ?? stored).IsEnum;
    }
}
