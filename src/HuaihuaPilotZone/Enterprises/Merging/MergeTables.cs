using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Enterprises.Merging;

internal sealed class RosterMergeTable : IEntityTypeConfiguration<RosterMerge>
{
    public void Configure(EntityTypeBuilder<RosterMerge> builder)
    {
        builder.ToTable("RosterMerges");
        builder.Property(m => m.KeptName).HasMaxLength(Enterprise.NameMaxLength);
        builder.Property(m => m.OtherName).HasMaxLength(Enterprise.NameMaxLength);
        builder.Property(m => m.OtherCode).HasMaxLength(Enterprise.CreditCodeMaxLength);
        builder.Property(m => m.Reason).HasMaxLength(RosterMerge.ReasonMaxLength);
        builder.Property(m => m.OwnerName).HasMaxLength(Actor.NameMaxLength);
        builder.Property(m => m.UndoneBy).HasMaxLength(Actor.NameMaxLength);
        builder.Property(m => m.Before).Unbounded();
        builder.HasOne<Enterprise>().WithMany().HasForeignKey(m => m.KeptId);
        builder.HasOne<Enterprise>().WithMany().HasForeignKey(m => m.OtherId);
        builder.HasMany(m => m.Rows).WithOne().HasForeignKey(r => r.MergeId);
        builder.HasIndex(m => new { m.Kind, m.State, m.At });
        builder.HasIndex(m => new { m.At, m.Id });
    }
}

internal sealed class MergedRowTable : IEntityTypeConfiguration<MergedRow>
{
    public void Configure(EntityTypeBuilder<MergedRow> builder)
    {
        builder.ToTable("MergedRows");
        builder.HasKey(r => new { r.MergeId, r.Reference, r.RowId });
        builder.Property(r => r.Reference).HasMaxLength(MergedRow.ReferenceMaxLength);
    }
}

internal sealed class FormerCodeTable : IEntityTypeConfiguration<FormerCode>
{
    public void Configure(EntityTypeBuilder<FormerCode> builder)
    {
        builder.ToTable("FormerCodes");
        builder.HasOne<Enterprise>().WithMany(e => e.FormerCodes).HasForeignKey(c => c.EnterpriseId);
        builder.Property(c => c.Code).HasMaxLength(Enterprise.CreditCodeMaxLength);
        builder.HasIndex(c => new { c.Code, c.EnterpriseId });
    }
}
