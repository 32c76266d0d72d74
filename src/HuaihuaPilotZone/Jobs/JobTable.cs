using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Jobs;

internal sealed class JobTable : IEntityTypeConfiguration<Job>
{
    public void Configure(EntityTypeBuilder<Job> builder)
    {
        builder.ToTable("Jobs");
        builder.Property(j => j.Kind).HasMaxLength(Job.KindMaxLength);
        builder.Property(j => j.Title).HasMaxLength(Job.TitleMaxLength);
        builder.Property(j => j.Payload).Unbounded();
        builder.Property(j => j.OwnerName).HasMaxLength(Actor.NameMaxLength);
        builder.Property(j => j.Lease).HasMaxLength(Job.LeaseMaxLength);
        builder.Property(j => j.ProgressText).HasMaxLength(Job.ProgressMaxLength);
        builder.Property(j => j.Checkpoint).Unbounded();
        builder.Property(j => j.Outcome).HasMaxLength(Job.ResultMaxLength);
        builder.Property(j => j.OutcomeLink).HasMaxLength(Job.LinkMaxLength);
        builder.HasOne(j => j.Owner).WithMany().HasForeignKey(j => j.OwnerId);
        builder.HasOne(j => j.Enterprise).WithMany().HasForeignKey(j => j.EnterpriseId);
        builder.HasIndex(j => new { j.State, j.DueAt });
        builder.HasIndex(j => new { j.EnterpriseId, j.Id });
    }
}
