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
