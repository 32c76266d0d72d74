using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Codes.Kept;
using HuaihuaPilotZone.Data.Conventions;
using HuaihuaPilotZone.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Declarations.Tables;

/// <summary>
/// A row of an imported table. It belongs to the editions of the tables from <see cref="Since"/> on and before <see cref="Until"/>;
/// while its import waits to be confirmed it belongs to none.
/// </summary>
public sealed class KeptTableRow
{
    public const int CodeMaxLength = 20;
    public const int HashLength = 64;

    public int Id { get; init; }

    public required CodeTableId Table { get; init; }

    public required string Code { get; init; }

    public required string Name { get; init; }

    public string? OldCode { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public required string Source { get; init; }

    public DateOnly? SourceDate { get; init; }

    public required bool Verified { get; init; }

    /// <summary>Further columns, JSON.</summary>
    public required string More { get; init; }

    /// <summary>SHA-256 of <see cref="KeptRow.Content"/>: the same hash is the same row, wherever it was read.</summary>
    public required string Hash { get; init; }

    /// <summary>The import that brought it; null for a row that a restoration brought back.</summary>
    public int? ImportId { get; init; }

    /// <summary>Line of the file; null where the file does not name it.</summary>
    public int? Line { get; init; }

    /// <summary>What the import does with it.</summary>
    public TableChangeKind? Change { get; init; }

    /// <summary>The row that ends when this import is confirmed.</summary>
    public int? ReplacesId { get; init; }

    /// <summary>The row stands for one that goes without a last day: it is shown and never in force.</summary>
    public bool IsRemoval { get; init; }

    /// <summary>First edition with it; null while the import waits.</summary>
    public int? Since { get; set; }

    /// <summary>First edition without it.</summary>
    public int? Until { get; set; }

    public KeptRow ToRow() => new(Code, Name)
    {
        OldCode = OldCode,
        From = From,
        To = To,
        Source = Source,
        SourceDate = SourceDate,
        Verified = Verified,
        More = JsonSerializer.Deserialize<Dictionary<string, string>>(More) ?? [],
    };

    internal static string HashOf(KeptRow row) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(row.Content)));
}

/// <summary>How a version of a table came to be.</summary>
public enum TableVersionKind
{
    Import,

    /// <summary>An earlier version was put in force again.</summary>
    Restoration,
}

/// <summary>A version of one table: who put what in force when, from which source and file.</summary>
public sealed class TableVersion
{
    public int Id { get; init; }

    public required CodeTableId Table { get; init; }

    /// <summary>1, 2, 3 … within the table; 0 is the table as shipped.</summary>
    public required int Number { get; init; }

    /// <summary>The edition of all tables that begins with it.</summary>
    public required int Edition { get; init; }

    public required TableVersionKind Kind { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    public required string By { get; init; }

    public required string Source { get; init; }

    public DateOnly? SourceDate { get; init; }

    public int? ImportId { get; init; }

    public string? FileName { get; init; }

    /// <summary>SHA-256 of the file, hexadecimal.</summary>
    public string? FileHash { get; init; }

    /// <summary>The version that was restored.</summary>
    public int? RestoredNumber { get; init; }

    /// <summary>Rows of the table in this version, of all times.</summary>
    public required int Rows { get; init; }

    public int NewCount { get; init; }

    public int ChangedCount { get; init; }

    public int EndedCount { get; init; }

    /// <summary>Invented rows (示例).</summary>
    public bool IsDemonstration { get; init; }
}

/// <summary>What an office or a rate that staff keep one by one was from one edition of the tables to another.</summary>
public sealed class TableRevision
{
    public const int ValuesMaxLength = 1000;

    public int Id { get; init; }

    public required TableRevisionKind RowKind { get; init; }

    public required int RowId { get; init; }

    /// <summary>The row of the snapshot, JSON.</summary>
    public required string Values { get; init; }

    /// <summary>First edition with it.</summary>
    public required int Since { get; init; }

    /// <summary>First edition without it.</summary>
    public int? Until { get; set; }
}

public enum TableRevisionKind
{
    Office,
    Rate,
    Area,
}

/// <summary>A word that staff keep for a code, so that people find it.</summary>
public sealed class CodeWord
{
    public const int WordMaxLength = 60;

    public int Id { get; init; }

    public required CodeTableId Table { get; init; }

    public required string Code { get; init; }

    public required string Word { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    public required string By { get; init; }
}

internal sealed class KeptTableRowTable : IEntityTypeConfiguration<KeptTableRow>
{
    public void Configure(EntityTypeBuilder<KeptTableRow> builder)
    {
        builder.ToTable("CodeTableRows");
        builder.Property(r => r.Code).HasMaxLength(KeptTableRow.CodeMaxLength);
        builder.Property(r => r.Name).HasMaxLength(TableSchema.NameMaxLength);
        builder.Property(r => r.OldCode).HasMaxLength(KeptTableRow.CodeMaxLength);
        builder.Property(r => r.Source).HasMaxLength(CustomsOfficeRow.SourceMaxLength);
        builder.Property(r => r.More).Unbounded();
        builder.Property(r => r.Hash).HasMaxLength(KeptTableRow.HashLength);
        builder.HasOne<TableImport>().WithMany().HasForeignKey(r => r.ImportId);
        builder.HasIndex(r => new { r.Table, r.Code });
        builder.HasIndex(r => new { r.Table, r.Hash });
        builder.HasIndex(r => new { r.ImportId, r.Change });
        builder.HasIndex(r => r.ReplacesId);
    }
}

internal sealed class TableVersionTable : IEntityTypeConfiguration<TableVersion>
{
    public void Configure(EntityTypeBuilder<TableVersion> builder)
    {
        builder.ToTable("CodeTableVersions");
        builder.Property(v => v.By).HasMaxLength(Actor.NameMaxLength);
        builder.Property(v => v.Source).HasMaxLength(CustomsOfficeRow.SourceMaxLength);
        builder.Property(v => v.FileName).HasMaxLength(StoredFile.NameMaxLength);
        builder.Property(v => v.FileHash).HasMaxLength(StoredFile.HashLength);
        builder.HasOne<TableImport>().WithMany().HasForeignKey(v => v.ImportId);
        builder.HasIndex(v => new { v.Table, v.Number }).IsUnique();
    }
}

internal sealed class TableRevisionTable : IEntityTypeConfiguration<TableRevision>
{
    public void Configure(EntityTypeBuilder<TableRevision> builder)
    {
        builder.ToTable("CodeTableRevisions");
        builder.Property(r => r.Values).HasMaxLength(TableRevision.ValuesMaxLength);
        builder.HasIndex(r => new { r.RowKind, r.RowId, r.Since }).IsUnique();
    }
}

internal sealed class CodeWordTable : IEntityTypeConfiguration<CodeWord>
{
    public void Configure(EntityTypeBuilder<CodeWord> builder)
    {
        builder.ToTable("CodeWords");
        builder.Property(w => w.Code).HasMaxLength(KeptTableRow.CodeMaxLength);
        builder.Property(w => w.Word).HasMaxLength(CodeWord.WordMaxLength);
        builder.Property(w => w.By).HasMaxLength(Actor.NameMaxLength);
        builder.HasIndex(w => new { w.Table, w.Code, w.Word }).IsUnique();
    }
}
