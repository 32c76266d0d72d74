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
