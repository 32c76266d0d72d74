using System.Text.Json;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Codes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Declarations.Tables;

/// <summary>A customs office that staff added because the shipped table does not have it.</summary>
public sealed class CustomsOfficeRow : IVersioned, IVersionedTableRow
{
    public const int CodeMaxLength = 4;
    public const int NameMaxLength = 60;
    public const int SourceMaxLength = 300;

    public int Id { get; init; }

    public required string Code { get; init; }

    public required string Name { get; set; }

    /// <summary>Where code and name were read.</summary>
    public required string Source { get; set; }

    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime UpdatedAt { get; set; }

    public int Version { get; set; }

    TableRevisionKind IVersionedTableRow.RevisionKind => TableRevisionKind.Office;

    string IVersionedTableRow.Snapshot() => JsonSerializer.Serialize(new CustomsOffice(Code, Name, From, To) { Source = Source }, SnapshotJson.Options);
}

/// <summary>Yuan for one unit of a currency from a day on, kept by staff with its source.</summary>
public sealed class ExchangeRateRow : IVersioned, IVersionedTableRow
{
    public const int CurrencyLength = 3;

    public int Id { get; init; }

    /// <summary>ISO letters.</summary>
    public required string Currency { get; init; }

    /// <summary>CNY per unit, more than 0, at most 5 places.</summary>
    public required decimal CnyPerUnit { get; set; }

    public required DateOnly From { get; init; }

    public DateOnly? To { get; set; }

    public required string Source { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime UpdatedAt { get; set; }

    public int Version { get; set; }

    TableRevisionKind IVersionedTableRow.RevisionKind => TableRevisionKind.Rate;

    string IVersionedTableRow.Snapshot() => JsonSerializer.Serialize(new ExchangeRate(Currency, CnyPerUnit, From, Source, To), SnapshotJson.Options);
}

internal sealed class CustomsOfficeTable : IEntityTypeConfiguration<CustomsOfficeRow>
{
    public void Configure(EntityTypeBuilder<CustomsOfficeRow> builder)
    {
        builder.ToTable("CustomsOffices");
        builder.Property(o => o.Code).HasMaxLength(CustomsOfficeRow.CodeMaxLength);
        builder.Property(o => o.Name).HasMaxLength(CustomsOfficeRow.NameMaxLength);
        builder.Property(o => o.Source).HasMaxLength(CustomsOfficeRow.SourceMaxLength);
        builder.HasIndex(o => o.Code).IsUnique();
    }
}

internal sealed class ExchangeRateTable : IEntityTypeConfiguration<ExchangeRateRow>
{
    public void Configure(EntityTypeBuilder<ExchangeRateRow> builder)
    {
        builder.ToTable("ExchangeRates");
        builder.Property(r => r.Currency).HasMaxLength(ExchangeRateRow.CurrencyLength);
        builder.Property(r => r.Source).HasMaxLength(CustomsOfficeRow.SourceMaxLength);
        builder.HasIndex(r => new { r.Currency, r.From }).IsUnique();
    }
}
