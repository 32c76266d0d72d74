using HuaihuaPilotZone.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Content.Editorial;

/// <summary>A word that staff look out for in texts for the public.</summary>
public sealed class SensitiveWord : IVersioned
{
    public const int WordMaxLength = 60;
    public const int NoteMaxLength = 200;

    public int Id { get; init; }

    public required string Word { get; set; }

    /// <summary>What to write instead.</summary>
    public string? Replacement { get; set; }

    /// <summary>Nothing with this word is published; otherwise the editors are only told.</summary>
    public required bool IsBanned { get; set; }

    /// <summary>Why it is in the table, such as the document that says so.</summary>
    public string? Note { get; set; }

    public int Version { get; set; }
}

/// <summary>What staff write about a word.</summary>
public sealed record SensitiveWordDraft(string Word, string? Replacement, bool IsBanned, string? Note);

public enum SensitiveWordSort
{
    Word,
    Treatment,
}

/// <summary>What the table is narrowed to and how it is ordered.</summary>
/// <param name="IsBanned">Only what stops a publication, or only what is told; null for both.</param>
public sealed record SensitiveWordFilter(string? Text = null, bool? IsBanned = null, SensitiveWordSort Sort = SensitiveWordSort.Word, bool Descending = false);

internal sealed class SensitiveWordTable : IEntityTypeConfiguration<SensitiveWord>
{
    public void Configure(EntityTypeBuilder<SensitiveWord> builder)
    {
        builder.ToTable("SensitiveWords");
        builder.Property(w => w.Word).HasMaxLength(SensitiveWord.WordMaxLength);
        builder.Property(w => w.Replacement).HasMaxLength(SensitiveWord.WordMaxLength);
        builder.Property(w => w.Note).HasMaxLength(SensitiveWord.NoteMaxLength);
        builder.HasIndex(w => w.Word).IsUnique();
    }
}
