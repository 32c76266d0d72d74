using HuaihuaPilotZone.Data.Conventions;
using HuaihuaPilotZone.Search.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Search;

/// <summary>
/// On SQLite, three triggers of the migration carry the terms of every entry into the full-text table SearchFts,
/// so that the index follows in the transaction of whoever changes an entry.
/// </summary>
internal sealed class SearchEntryTable : IEntityTypeConfiguration<SearchEntry>
{
    public void Configure(EntityTypeBuilder<SearchEntry> builder)
    {
        builder.ToTable("SearchEntries");
        builder.Property(e => e.Address).HasMaxLength(SearchEntry.AddressMaxLength);
        builder.Property(e => e.Title).HasMaxLength(SearchEntry.TitleMaxLength);
        builder.Property(e => e.EnglishTitle).HasMaxLength(SearchEntry.TitleMaxLength);
        builder.Property(e => e.Number).HasMaxLength(SearchEntry.NumberMaxLength);
        builder.Property(e => e.Text).Unbounded();
        builder.Property(e => e.TitleTerms).Unbounded();
        builder.Property(e => e.TextTerms).Unbounded();
        builder.HasIndex(e => e.Address).IsUnique();
        builder.HasIndex(e => e.EnterpriseId).IsUnique();
        builder.HasIndex(e => new { e.Kind, e.On });
        builder.HasOne(e => e.Enterprise).WithMany().HasForeignKey(e => e.EnterpriseId);
        builder.HasMany(e => e.Postings).WithOne().HasForeignKey(p => p.EntryId);
    }
}

internal sealed class SearchPostingTable : IEntityTypeConfiguration<SearchPosting>
{
    public void Configure(EntityTypeBuilder<SearchPosting> builder)
    {
        builder.ToTable("SearchPostings");
        builder.HasKey(p => new { p.Term, p.EntryId });
        builder.Property(p => p.Term).HasMaxLength(SearchTerms.TermMaxLength);
        builder.HasIndex(p => p.EntryId);
    }
}

internal sealed class SearchSynonymTable : IEntityTypeConfiguration<SearchSynonym>
{
    public void Configure(EntityTypeBuilder<SearchSynonym> builder)
    {
        builder.ToTable("SearchSynonyms");
        builder.Property(s => s.Words).HasMaxLength(SearchSynonym.WordsMaxLength);
    }
}
