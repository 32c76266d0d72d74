using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Codes.Kept;
using HuaihuaPilotZone.Data.Conventions;
using HuaihuaPilotZone.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Declarations.Tables;

/// <summary>Where an import stands.</summary>
public enum TableImportState
{
    /// <summary>The file waits to be read, or is being read.</summary>
    Reading,

    /// <summary>The preview is there.</summary>
    Ready,

    /// <summary>The file cannot be taken; the message says why.</summary>
    Unreadable,

    Confirmed,
    Discarded,
}

public static class TableImportStates
{
    public static string Word(this TableImportState state) => state switch
    {
        TableImportState.Reading => "正在读取",
        TableImportState.Ready => "待确认",
        TableImportState.Unreadable => "读不了",
        TableImportState.Confirmed => "已导入",
        TableImportState.Discarded => "已放弃",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}

/// <summary>A file that staff handed in for a table, with the preview of what it would change. Nothing is in force before it is confirmed.</summary>
public sealed class TableImport : IVersioned
{
    public const int MessageMaxLength = 500;

    public int Id { get; init; }

    public required CodeTableId Table { get; init; }

    public int FileId { get; init; }

    public StoredFile? File { get; init; }

    /// <summary>The file is the whole table: what it does not name ends.</summary>
    public required bool IsComplete { get; init; }

    /// <summary>Changes hold from this day on; null corrects rows as if they had always been so.</summary>
    public DateOnly? Effective { get; init; }

    public required string Source { get; init; }

    public DateOnly? SourceDate { get; init; }

    /// <summary>Whether the source is an official one.</summary>
    public required bool Verified { get; init; }

    /// <summary>Invented rows (示例).</summary>
    public bool IsDemonstration { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    public required string By { get; init; }

    public TableImportState State { get; set; } = TableImportState.Reading;

    /// <summary>Why the file cannot be taken, or what was read of its headings.</summary>
    public string? Message { get; set; }

    /// <summary>The version of the table that the preview was compared with.</summary>
    public int BaseNumber { get; set; }

    public int LineCount { get; set; }

    public int NewCount { get; set; }

    public int ChangedCount { get; set; }

    public int EndedCount { get; set; }

    public int UntouchedCount { get; set; }

    /// <summary>Lines that are left out: repeated, contradictory or wrong.</summary>
    public int ProblemCount { get; set; }

    /// <summary>Whether only repetitions are among them.</summary>
    public bool IsFaultless { get; set; }

    /// <summary>The first problems, JSON.</summary>
    public string Problems { get; set; } = "[]";

    /// <summary>The version it became.</summary>
    public int? VersionNumber { get; set; }

    public int Version { get; set; }

    public int Differences => NewCount + ChangedCount + EndedCount;

    /// <summary>Whether more than half of the table would end: more likely a part of it was handed in as the whole.</summary>
    public bool EndsMost => EndedCount > ChangedCount + UntouchedCount;
}

internal sealed class TableImportTable : IEntityTypeConfiguration<TableImport>
{
    public void Configure(EntityTypeBuilder<TableImport> builder)
    {
        builder.ToTable("CodeTableImports");
        builder.HasOne(i => i.File).WithMany().HasForeignKey(i => i.FileId);
        builder.Property(i => i.Source).HasMaxLength(CustomsOfficeRow.SourceMaxLength);
        builder.Property(i => i.By).HasMaxLength(Actor.NameMaxLength);
        builder.Property(i => i.Message).HasMaxLength(TableImport.MessageMaxLength);
        builder.Property(i => i.Problems).Unbounded();
    }
}
