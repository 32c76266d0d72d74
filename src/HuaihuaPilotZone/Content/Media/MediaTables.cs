using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Content.Media;

internal sealed class MediaFileTable : IEntityTypeConfiguration<MediaFile>
{
    public void Configure(EntityTypeBuilder<MediaFile> builder)
    {
        builder.ToTable("MediaFiles");
        builder.Property(m => m.Key).HasMaxLength(MediaFile.KeyMaxLength);
        builder.Property(m => m.Description).HasMaxLength(MediaFile.DescriptionMaxLength);
        builder.HasOne(m => m.File).WithMany().HasForeignKey(m => m.FileId);
        builder.HasMany(m => m.Uses).WithOne().HasForeignKey(u => u.MediaFileId);
        builder.HasIndex(m => m.Key).IsUnique();
    }
}

internal sealed class MediaVariantTable : IEntityTypeConfiguration<MediaVariant>
{
    public void Configure(EntityTypeBuilder<MediaVariant> builder)
    {
        builder.ToTable("MediaVariants");
        builder.HasOne<MediaFile>().WithMany(m => m.Variants).HasForeignKey(v => v.MediaFileId);
        builder.HasOne(v => v.File).WithMany().HasForeignKey(v => v.FileId);
        builder.HasIndex(v => new { v.MediaFileId, v.Width }).IsUnique();
    }
}

internal sealed class MediaUseTable : IEntityTypeConfiguration<MediaUse>
{
    public void Configure(EntityTypeBuilder<MediaUse> builder)
    {
        builder.ToTable("MediaUses");
        builder.HasOne(u => u.NewsItem).WithMany().HasForeignKey(u => u.NewsItemId);
        builder.HasOne(u => u.PolicyDocument).WithMany().HasForeignKey(u => u.PolicyDocumentId);
        builder.HasOne(u => u.EnglishVersion).WithMany().HasForeignKey(u => u.EnglishVersionId);
    }
}
