using HuaihuaPilotZone.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.ApiKeys;

internal sealed class ApiKeyTable : IEntityTypeConfiguration<ApiKey>
{
    public void Configure(EntityTypeBuilder<ApiKey> builder)
    {
        builder.ToTable("ApiKeys");
        builder.HasOne(k => k.Enterprise).WithMany().HasForeignKey(k => k.EnterpriseId);
        builder.Property(k => k.Name).HasMaxLength(ApiKey.NameMaxLength);
        builder.Property(k => k.Prefix).HasMaxLength(ApiKey.PrefixLength);
        builder.Property(k => k.Hash).HasMaxLength(64);
        builder.Property(k => k.Scopes).HasMaxLength(120);
        builder.Property(k => k.CreatedBy).HasMaxLength(Actor.NameMaxLength);
        builder.Property(k => k.RevokedBy).HasMaxLength(Actor.NameMaxLength);
        builder.HasIndex(k => k.Hash).IsUnique();
        builder.HasIndex(k => new { k.EnterpriseId, k.Id });
    }
}
