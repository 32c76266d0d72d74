using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Personal.Keys;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Yard;

internal sealed class YardStayTable : IEntityTypeConfiguration<YardStay>
{
    public void Configure(EntityTypeBuilder<YardStay> builder)
    {
        builder.ToTable("YardStays", t => t.HasCheckConstraint("CK_YardStays_Out", "\"OutAt\" IS NULL OR \"OutAt\" >= \"InAt\""));
        builder.Property(s => s.Container).HasMaxLength(YardStay.ContainerMaxLength);
        builder.Property(s => s.Size).HasMaxLength(YardStay.SizeMaxLength);
        builder.HasOne(s => s.Enterprise).WithMany().HasForeignKey(s => s.EnterpriseId);
        builder.HasOne(s => s.Position).WithMany().HasForeignKey(s => s.PositionId);
        builder.HasIndex(s => s.Container, "IX_YardStays_InYard").IsUnique().HasFilter($"[{nameof(YardStay.OutAt)}] IS NULL AND [{nameof(YardStay.TakenBackAt)}] IS NULL");
        builder.HasIndex(s => s.PositionId).IsUnique().HasFilter($"[{nameof(YardStay.PositionId)}] IS NOT NULL");
        builder.HasIndex(s => new { s.Container, s.Id });
        builder.HasIndex(s => s.OutAt);
        builder.HasIndex(s => s.InAt);
        builder.HasIndex(s => new { s.IsDemonstration, s.TakenBackAt });
    }
}

internal sealed class GateMoveTable : IEntityTypeConfiguration<GateMove>
{
    public void Configure(EntityTypeBuilder<GateMove> builder)
    {
        builder.ToTable("GateMoves");
        builder.Property(m => m.Container).HasMaxLength(YardStay.ContainerMaxLength);
        builder.Property(m => m.Vehicle).Encrypted(GateMove.VehicleMaxLength);
        builder.Property(m => m.VehicleMark).HasMaxLength(GateMove.MarkLength);
        builder.HasIndex(m => m.VehicleMark).HasFilter($"[{nameof(GateMove.VehicleMark)}] IS NOT NULL");
        builder.Property(m => m.Note).HasMaxLength(GateMove.NoteMaxLength);
        builder.Property(m => m.RecordedBy).HasMaxLength(Actor.NameMaxLength);
        builder.Property(m => m.TakenBackBy).HasMaxLength(Actor.NameMaxLength);
        builder.Property(m => m.TakenBackReason).HasMaxLength(GateMove.NoteMaxLength);
        builder.HasOne(m => m.Stay).WithMany().HasForeignKey(m => m.StayId);
        builder.HasIndex(m => new { m.Day, m.Direction });
        builder.HasIndex(m => new { m.At, m.Id });
        builder.HasIndex(m => new { m.Container, m.Id });
    }
}

internal sealed class YardPositionTable : IEntityTypeConfiguration<YardPosition>
{
    public void Configure(EntityTypeBuilder<YardPosition> builder)
    {
        builder.ToTable("YardPositions");
        builder.Property(p => p.Block).HasMaxLength(YardPosition.BlockMaxLength);
        builder.Property(p => p.Code).HasMaxLength(YardPosition.CodeMaxLength);
        builder.HasIndex(p => p.Code).IsUnique();
    }
}

internal sealed class YardShiftTable : IEntityTypeConfiguration<YardShift>
{
    public void Configure(EntityTypeBuilder<YardShift> builder)
    {
        builder.ToTable("YardShifts");
        builder.Property(s => s.From).HasMaxLength(YardPosition.CodeMaxLength);
        builder.Property(s => s.To).HasMaxLength(YardPosition.CodeMaxLength);
        builder.Property(s => s.By).HasMaxLength(Actor.NameMaxLength);
        builder.HasOne(s => s.Stay).WithMany().HasForeignKey(s => s.StayId);
        builder.HasIndex(s => new { s.StayId, s.Id });
    }
}
