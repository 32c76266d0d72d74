using HuaihuaPilotZone.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Content.Policies;

/// <summary>A word of the list of 主题词: one that documents carry, or another word for one.</summary>
public sealed class PolicyKeyword : IVersioned
{
    public const int WordMaxLength = 20;
    public const int NoteMaxLength = 200;

    public int Id { get; init; }

    /// <summary>Without blanks.</summary>
    public required string Word { get; set; }

    /// <summary>The word that documents carry in its place; null for a word that they carry.</summary>
    public int? InsteadId { get; set; }

    public PolicyKeyword? Instead { get; init; }

    public string? Note { get; set; }

    public int Version { get; set; }
}

/// <summary>What staff write about a word.</summary>
/// <param name="Instead">The word that documents carry in its place; null for a word that they carry.</param>
public sealed record PolicyKeywordDraft(string Word, string? Instead, string? Note);

/// <summary>A word as the list shows it.</summary>
/// <param name="Instead">The word that documents carry in its place.</param>
/// <param name="Documents">How many documents carry it.</param>
public sealed record PolicyKeywordRow(int Id, string Word, string? Instead, string? Note, int Documents, int Version);

public enum PolicyKeywordSort
{
    Word,
    Documents,
}

/// <summary>What the list is narrowed to and how it is ordered.</summary>
/// <param name="IsCarried">Words that documents carry, or other words for them; null for both.</param>
public sealed record PolicyKeywordFilter(string? Text = null, bool? IsCarried = null, PolicyKeywordSort Sort = PolicyKeywordSort.Word, bool Descending = false);

internal sealed class PolicyKeywordTable : IEntityTypeConfiguration<PolicyKeyword>
{
    public void Configure(EntityTypeBuilder<PolicyKeyword> builder)
    {
        builder.ToTable("PolicyKeywords");
        builder.Property(k => k.Word).HasMaxLength(PolicyKeyword.WordMaxLength);
        builder.Property(k => k.Note).HasMaxLength(PolicyKeyword.NoteMaxLength);
        builder.HasOne(k => k.Instead).WithMany().HasForeignKey(k => k.InsteadId);
        builder.HasIndex(k => k.Word).IsUnique();
    }
}
