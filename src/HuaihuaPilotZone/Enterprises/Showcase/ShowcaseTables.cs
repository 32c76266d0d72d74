using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Enterprises.Showcase;

internal sealed class ShowcaseItemTable : IEntityTypeConfiguration<ShowcaseItem>
{
    public void Configure(EntityTypeBuilder<ShowcaseItem> builder)
    {
        builder.ToTable("ShowcaseItems");
        builder.Property(i => i.Name).HasMaxLength(ShowcaseItem.NameMaxLength);
        builder.Property(i => i.EnglishName).HasMaxLength(ShowcaseItem.EnglishNameMaxLength);
        builder.Property(i => i.Text).HasMaxLength(ShowcaseItem.TextMaxLength);
        builder.Property(i => i.Number).HasMaxLength(ShowcaseItem.NumberMaxLength);
        builder.Property(i => i.Reason).HasMaxLength(ShowcaseItem.ReasonMaxLength);
        builder.HasOne(i => i.Enterprise).WithMany().HasForeignKey(i => i.EnterpriseId);
        builder.HasIndex(i => new { i.EnterpriseId, i.Kind, i.Name }).IsUnique();
        builder.HasIndex(i => new { i.State, i.MovedAt });
    }
}
