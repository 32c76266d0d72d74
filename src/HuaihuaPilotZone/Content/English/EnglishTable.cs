using HuaihuaPilotZone.Content.Editorial;
using HuaihuaPilotZone.Data.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Content.English;

internal sealed class EnglishTable : IEntityTypeConfiguration<EnglishVersion>
{
    public void Configure(EntityTypeBuilder<EnglishVersion> builder)
    {
        builder.ToTable("EnglishVersions");
        builder.Property(e => e.Title).HasMaxLength(EnglishVersion.TitleMaxLength);
        builder.Property(e => e.Summary).HasMaxLength(EnglishVersion.SummaryMaxLength);
        builder.Property(e => e.Body).Unbounded();
        builder.HasEditorialColumns();
        builder.Property(e => e.SourceHash).HasMaxLength(EnglishVersion.HashLength);
        builder.HasOne(e => e.NewsItem).WithMany().HasForeignKey(e => e.NewsItemId);
        builder.HasOne(e => e.PolicyDocument).WithMany().HasForeignKey(e => e.PolicyDocumentId);
        builder.HasIndex(e => e.NewsItemId).IsUnique();
        builder.HasIndex(e => e.PolicyDocumentId).IsUnique();
        builder.HasIndex(e => new { e.Step, e.UpdatedAt });
    }
}
