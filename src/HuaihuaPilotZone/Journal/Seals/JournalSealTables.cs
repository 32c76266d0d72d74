using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Journal.Seals;

internal sealed class JournalSealTable : IEntityTypeConfiguration<JournalSeal>
{
    public void Configure(EntityTypeBuilder<JournalSeal> builder)
    {
        builder.ToTable("JournalSeals");
        builder.HasKey(s => s.Number);
        builder.Property(s => s.Number).ValueGeneratedNever();
        builder.Property(s => s.ContentHash).HasMaxLength(JournalSeal.HashLength);
        builder.Property(s => s.PreviousHash).HasMaxLength(JournalSeal.HashLength);
        builder.Property(s => s.Hash).HasMaxLength(JournalSeal.HashLength);
        builder.HasIndex(s => s.PreviousHash).IsUnique();
        // two instances that saw the same end of the chain make one block of what comes next
        builder.HasIndex(s => new { s.Kind, s.AfterLineId }).IsUnique();
    }
}

internal sealed class LateLineTable : IEntityTypeConfiguration<LateLine>
{
    public void Configure(EntityTypeBuilder<LateLine> builder)
    {
        builder.ToTable("JournalLateLines");
        builder.HasKey(l => l.JournalLineId);
        builder.Property(l => l.JournalLineId).ValueGeneratedNever();
        builder.HasIndex(l => l.SealNumber);
    }
}

internal sealed class JournalWatchTable : IEntityTypeConfiguration<JournalWatch>
{
    public void Configure(EntityTypeBuilder<JournalWatch> builder)
    {
        builder.ToTable("JournalWatch");
        builder.Property(w => w.Id).ValueGeneratedNever();
        builder.Property(w => w.Lease).HasMaxLength(JournalWatch.LeaseMaxLength);
        builder.Property(w => w.Fault).HasMaxLength(JournalWatch.FaultMaxLength);
        builder.Property(w => w.ToldFault).HasMaxLength(JournalWatch.FaultMaxLength);
    }
}
