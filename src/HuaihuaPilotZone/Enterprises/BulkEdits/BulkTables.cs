using HuaihuaPilotZone.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Enterprises.BulkEdits;

internal sealed class BulkEditTable : IEntityTypeConfiguration<BulkEdit>
{
    public void Configure(EntityTypeBuilder<BulkEdit> builder)
    {
        builder.ToTable("BulkEdits");
        builder.Property(e => e.Change).HasMaxLength(BulkEdit.ChangeMaxLength);
        builder.Property(e => e.Query).HasMaxLength(BulkEdit.ChangeMaxLength);
        builder.Property(e => e.OwnerName).HasMaxLength(Actor.NameMaxLength);
        builder.Property(e => e.UndoneBy).HasMaxLength(Actor.NameMaxLength);
        builder.HasMany(e => e.Items).WithOne().HasForeignKey(i => i.BulkEditId);
    }
}

internal sealed class BulkEditItemTable : IEntityTypeConfiguration<BulkEditItem>
{
    public void Configure(EntityTypeBuilder<BulkEditItem> builder)
    {
        builder.ToTable("BulkEditItems");
        builder.HasKey(i => new { i.BulkEditId, i.EnterpriseId });
        builder.Property(i => i.OldValue).HasMaxLength(BulkEditItem.ValueMaxLength);
        builder.Property(i => i.NewValue).HasMaxLength(BulkEditItem.ValueMaxLength);
        builder.Property(i => i.Refusal).HasMaxLength(BulkEditItem.RefusalMaxLength);
        builder.HasOne(i => i.Enterprise).WithMany().HasForeignKey(i => i.EnterpriseId);
        builder.HasIndex(i => new { i.BulkEditId, i.State, i.EnterpriseId });
    }
}
