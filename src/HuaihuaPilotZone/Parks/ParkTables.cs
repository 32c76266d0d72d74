using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Figures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Parks;

internal sealed class ParkTable : IEntityTypeConfiguration<Park>
{
    public void Configure(EntityTypeBuilder<Park> builder)
    {
        builder.ToTable("Parks", t => t.HasCheckConstraint("CK_Parks_Source", "\"Source\" <> ''"));
        builder.Property(p => p.Slug).HasMaxLength(Park.SlugMaxLength);
        builder.Property(p => p.Name).HasMaxLength(Park.NameMaxLength);
        builder.Property(p => p.EnglishName).HasMaxLength(Park.EnglishNameMaxLength);
        builder.Property(p => p.StatusAsOf).HasMaxLength(PartialDate.MaxLength);
        builder.Property(p => p.Summary).HasMaxLength(Park.SummaryMaxLength);
        builder.Property(p => p.EnglishSummary).HasMaxLength(Park.EnglishSummaryMaxLength);
        builder.Property(p => p.Source).HasMaxLength(Figure.SourceMaxLength);
        builder.Property(p => p.SourceAddress).HasMaxLength(Figure.SourceAddressMaxLength);
        builder.HasOne(p => p.ParkArea).WithMany().HasForeignKey(p => p.ParkAreaId);
        builder.HasIndex(p => p.Slug).IsUnique();
        builder.HasIndex(p => p.Name).IsUnique();
    }
}

internal sealed class BuildingTable : IEntityTypeConfiguration<Building>
{
    public void Configure(EntityTypeBuilder<Building> builder)
    {
        builder.ToTable("Buildings");
        builder.Property(b => b.Name).HasMaxLength(Building.NameMaxLength);
        builder.HasOne(b => b.Park).WithMany(p => p.Buildings).HasForeignKey(b => b.ParkId);
        builder.HasIndex(b => new { b.ParkId, b.Name }).IsUnique();
    }
}

internal sealed class UnitTable : IEntityTypeConfiguration<Unit>
{
    public void Configure(EntityTypeBuilder<Unit> builder)
    {
        builder.ToTable("Units", t => t.HasCheckConstraint("CK_Units_Area", "\"AreaHundredths\" > 0"));
        builder.Property(u => u.Code).HasMaxLength(Unit.CodeMaxLength);
        builder.Property(u => u.Floor).HasMaxLength(Unit.FloorMaxLength);
        builder.Property(u => u.Note).HasMaxLength(Unit.NoteMaxLength);
        builder.HasOne(u => u.Building).WithMany(b => b.Units).HasForeignKey(u => u.BuildingId);
        builder.HasIndex(u => new { u.BuildingId, u.Code }).IsUnique();
    }
}

internal sealed class LeaseTable : IEntityTypeConfiguration<Lease>
{
    public void Configure(EntityTypeBuilder<Lease> builder)
    {
        builder.ToTable("Leases");
        builder.Property(l => l.Note).HasMaxLength(Lease.NoteMaxLength);
        builder.Property(l => l.RecordedBy).HasMaxLength(Actor.NameMaxLength);
        builder.HasOne(l => l.Unit).WithMany(u => u.Leases).HasForeignKey(l => l.UnitId);
        builder.HasOne(l => l.Enterprise).WithMany().HasForeignKey(l => l.EnterpriseId);
        // two new leases of one unit cannot begin on the same day, whatever the version said
        builder.HasIndex(l => new { l.UnitId, l.From }).IsUnique();
    }
}
