using HuaihuaPilotZone.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Consignments.Replanning;

internal sealed class ReplanTable : IEntityTypeConfiguration<Replan>
{
    public void Configure(EntityTypeBuilder<Replan> builder)
    {
        builder.ToTable("Replans");
        builder.Property(r => r.Text).HasMaxLength(Replan.TextMaxLength);
        builder.Property(r => r.DecidedBy).HasMaxLength(Actor.NameMaxLength);
        builder.HasOne(r => r.Consignment).WithMany().HasForeignKey(r => r.ConsignmentId);
        builder.HasMany(r => r.Rides).WithOne().HasForeignKey(r => r.ReplanId);
        // whichever instance sees the matter first proposes something, once
        builder.HasIndex(r => new { r.ConsignmentId, r.Cause, r.CauseId }).IsUnique();
    }
}

internal sealed class ReplanRideTable : IEntityTypeConfiguration<ReplanRide>
{
    public void Configure(EntityTypeBuilder<ReplanRide> builder)
    {
        builder.ToTable("ReplanRides");
        builder.HasKey(r => new { r.ReplanId, r.Position });
        builder.Property(r => r.Name).HasMaxLength(ReplanRide.NameMaxLength);
        builder.Property(r => r.Departure).HasMaxLength(ReplanRide.DepartureMaxLength);
        builder.HasOne(r => r.From).WithMany().HasForeignKey(r => r.FromId);
        builder.HasOne(r => r.To).WithMany().HasForeignKey(r => r.ToId);
    }
}
