using System.Text.Json;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Codes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Declarations.Tables;

/// <summary>What an administrator states of a special customs area.</summary>
/// <param name="Source">Where the approval was read.</param>
/// <param name="Link">Address of the text, or null.</param>
public sealed record SpecialAreaData(string Name, string Kind, string ApprovalNumber, DateOnly From, DateOnly? To, string Source, string? Link);

/// <summary>What areas can be sorted by.</summary>
public enum AreaSort
{
    /// <summary>Day of approval.</summary>
    Approved,

    Name,
    Updated,
}

/// <summary>Whether an approval holds on a day.</summary>
public sealed record AreaStanding(DateOnly Day, bool Holds);

/// <summary>Which areas are wanted.</summary>
/// <param name="Word">Part of name, kind, number or source.</param>
/// <param name="Standing">Only those whose approval holds, or does not, on a day; null for all.</param>
public sealed record AreaFilter(string? Word = null, AreaStanding? Standing = null, AreaSort Sort = AreaSort.Approved, bool Ascending = false);

/// <summary>海关特殊监管区域 with its approval; the portal claims none that nobody has stated.</summary>
public sealed class SpecialAreaRow : IVersioned, IVersionedTableRow
{
    public const int NameMaxLength = 60;
    public const int KindMaxLength = 40;
    public const int NumberMaxLength = 60;
    public const int LinkMaxLength = 500;

    public int Id { get; init; }

    public required string Name { get; set; }

    /// <summary>Sort of area as its document calls it.</summary>
    public required string Kind { get; set; }

    /// <summary>文号.</summary>
    public required string ApprovalNumber { get; set; }

    /// <summary>Day of approval.</summary>
    public required DateOnly From { get; set; }

    /// <summary>Last day, or null.</summary>
    public DateOnly? To { get; set; }

    /// <summary>Where the approval was read.</summary>
    public required string Source { get; set; }

    /// <summary>Address of the text, or null.</summary>
    public string? Link { get; set; }

    /// <summary>Who stated or last corrected it.</summary>
    public required string EnteredBy { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime UpdatedAt { get; set; }

    public int Version { get; set; }

    TableRevisionKind IVersionedTableRow.RevisionKind => TableRevisionKind.Area;

    string IVersionedTableRow.Snapshot() => JsonSerializer.Serialize(new SpecialArea(Name, Kind, ApprovalNumber, From, To), SnapshotJson.Options);
}

internal sealed class SpecialAreaTable : IEntityTypeConfiguration<SpecialAreaRow>
{
    public void Configure(EntityTypeBuilder<SpecialAreaRow> builder)
    {
        builder.ToTable("SpecialAreas");
        builder.Property(a => a.Name).HasMaxLength(SpecialAreaRow.NameMaxLength);
        builder.Property(a => a.Kind).HasMaxLength(SpecialAreaRow.KindMaxLength);
        builder.Property(a => a.ApprovalNumber).HasMaxLength(SpecialAreaRow.NumberMaxLength);
        builder.Property(a => a.Source).HasMaxLength(CustomsOfficeRow.SourceMaxLength);
        builder.Property(a => a.Link).HasMaxLength(SpecialAreaRow.LinkMaxLength);
        builder.Property(a => a.EnteredBy).HasMaxLength(Actor.NameMaxLength);
        builder.HasIndex(a => new { a.Name, a.ApprovalNumber }).IsUnique();
    }
}
