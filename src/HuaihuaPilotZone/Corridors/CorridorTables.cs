using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Corridors;

internal sealed class NodeTable : IEntityTypeConfiguration<Node>
{
    public void Configure(EntityTypeBuilder<Node> builder)
    {
        builder.ToTable("Nodes");
        builder.Property(n => n.Slug).HasMaxLength(Node.SlugMaxLength);
        builder.Property(n => n.Name).HasMaxLength(Node.NameMaxLength);
        builder.Property(n => n.EnglishName).HasMaxLength(Node.EnglishNameMaxLength);
        builder.Property(n => n.CountryCode).HasMaxLength(3);
        builder.Property(n => n.TimeZone).HasMaxLength(Node.TimeZoneMaxLength).HasDefaultValue(Node.ChinaZone);
        builder.Property(n => n.CoordinatesSource).HasMaxLength(Node.SourceMaxLength);
        builder.Property(n => n.HandlingSource).HasMaxLength(Node.SourceMaxLength);
        builder.HasIndex(n => n.Slug).IsUnique();
        builder.HasIndex(n => n.Name).IsUnique();
    }
}

internal sealed class NodeStateTable : IEntityTypeConfiguration<NodeState>
{
    public void Configure(EntityTypeBuilder<NodeState> builder)
    {
        builder.ToTable("NodeStates");
        builder.Property(s => s.Name).HasMaxLength(Node.NameMaxLength);
        builder.Property(s => s.EnglishName).HasMaxLength(Node.EnglishNameMaxLength);
        builder.Property(s => s.CountryCode).HasMaxLength(3);
        builder.Property(s => s.TimeZone).HasMaxLength(Node.TimeZoneMaxLength);
        builder.Property(s => s.CoordinatesSource).HasMaxLength(Node.SourceMaxLength);
        builder.Property(s => s.HandlingSource).HasMaxLength(Node.SourceMaxLength);
        builder.HasOne(s => s.Node).WithMany().HasForeignKey(s => s.NodeId);
        builder.HasIndex(s => new { s.NodeId, s.From }).IsUnique();
    }
}

internal sealed class LegTable : IEntityTypeConfiguration<Leg>
{
    public void Configure(EntityTypeBuilder<Leg> builder)
    {
        builder.ToTable("Legs");
        builder.Property(l => l.Via).HasMaxLength(Leg.ViaMaxLength);
        builder.Property(l => l.EnglishVia).HasMaxLength(Leg.ViaMaxLength);
        builder.HasOne(l => l.From).WithMany().HasForeignKey(l => l.FromId);
        builder.HasOne(l => l.To).WithMany().HasForeignKey(l => l.ToId);
        builder.HasMany(l => l.Values).WithOne().HasForeignKey(v => v.LegId);
        builder.HasIndex(l => new { l.FromId, l.ToId, l.Mode }).IsUnique();
    }
}

internal sealed class LegStateTable : IEntityTypeConfiguration<LegState>
{
    public void Configure(EntityTypeBuilder<LegState> builder)
    {
        builder.ToTable("LegStates");
        builder.Property(s => s.Via).HasMaxLength(Leg.ViaMaxLength);
        builder.Property(s => s.EnglishVia).HasMaxLength(Leg.ViaMaxLength);
        builder.HasOne(s => s.Leg).WithMany().HasForeignKey(s => s.LegId);
        builder.HasIndex(s => new { s.LegId, s.From }).IsUnique();
    }
}

internal sealed class LegValueTable : IEntityTypeConfiguration<LegValue>
{
    public void Configure(EntityTypeBuilder<LegValue> builder)
    {
        builder.ToTable("LegValues");
        builder.Property(v => v.Source).HasMaxLength(LegValue.SourceMaxLength);
        builder.HasIndex(v => new { v.LegId, v.Quantity, v.From }).IsUnique();
    }
}

internal sealed class CorridorTable : IEntityTypeConfiguration<Corridor>
{
    public void Configure(EntityTypeBuilder<Corridor> builder)
    {
        builder.ToTable("Corridors");
        builder.Property(c => c.Slug).HasMaxLength(Corridor.SlugMaxLength);
        builder.Property(c => c.Name).HasMaxLength(Corridor.NameMaxLength);
        builder.Property(c => c.EnglishName).HasMaxLength(Corridor.EnglishNameMaxLength);
        builder.Property(c => c.StatusSource).HasMaxLength(Corridor.SourceMaxLength);
        builder.Property(c => c.Description).HasMaxLength(Corridor.DescriptionMaxLength);
        builder.Property(c => c.EnglishDescription).HasMaxLength(Corridor.EnglishDescriptionMaxLength);
        builder.Property(c => c.Partners).HasMaxLength(Corridor.PartnersMaxLength);
        builder.Property(c => c.Source).HasMaxLength(Corridor.SourceMaxLength);
        builder.Property(c => c.SourceAddress).HasMaxLength(Corridor.SourceAddressMaxLength);
        builder.Property(c => c.Documents).HasMaxLength(Corridor.DocumentsMaxLength);
        builder.Property(c => c.EnglishDocuments).HasMaxLength(Corridor.DocumentsMaxLength);
        builder.Property(c => c.Contact).HasMaxLength(Corridor.ContactMaxLength);
        builder.HasMany(c => c.Legs).WithOne().HasForeignKey(l => l.CorridorId);
        builder.HasMany(c => c.Standings).WithOne().HasForeignKey(s => s.CorridorId);
        builder.HasIndex(c => c.Slug).IsUnique();
    }
}

internal sealed class CorridorStateTable : IEntityTypeConfiguration<CorridorState>
{
    public void Configure(EntityTypeBuilder<CorridorState> builder)
    {
        builder.ToTable("CorridorStates");
        builder.Property(s => s.Name).HasMaxLength(Corridor.NameMaxLength);
        builder.Property(s => s.EnglishName).HasMaxLength(Corridor.EnglishNameMaxLength);
        builder.Property(s => s.Description).HasMaxLength(Corridor.DescriptionMaxLength);
        builder.Property(s => s.EnglishDescription).HasMaxLength(Corridor.EnglishDescriptionMaxLength);
        builder.Property(s => s.Partners).HasMaxLength(Corridor.PartnersMaxLength);
        builder.Property(s => s.Source).HasMaxLength(Corridor.SourceMaxLength);
        builder.Property(s => s.SourceAddress).HasMaxLength(Corridor.SourceAddressMaxLength);
        builder.Property(s => s.Documents).HasMaxLength(Corridor.DocumentsMaxLength);
        builder.Property(s => s.EnglishDocuments).HasMaxLength(Corridor.DocumentsMaxLength);
        builder.Property(s => s.Contact).HasMaxLength(Corridor.ContactMaxLength);
        builder.HasOne(s => s.Corridor).WithMany().HasForeignKey(s => s.CorridorId);
        builder.HasMany(s => s.Legs).WithOne().HasForeignKey(l => l.StateId);
        builder.HasIndex(s => new { s.CorridorId, s.From }).IsUnique();
    }
}

internal sealed class CorridorStateLegTable : IEntityTypeConfiguration<CorridorStateLeg>
{
    public void Configure(EntityTypeBuilder<CorridorStateLeg> builder)
    {
        builder.ToTable("CorridorStateLegs");
        builder.HasKey(l => new { l.StateId, l.Position });
        builder.HasOne(l => l.Leg).WithMany().HasForeignKey(l => l.LegId);
    }
}

internal sealed class CorridorLegTable : IEntityTypeConfiguration<CorridorLeg>
{
    public void Configure(EntityTypeBuilder<CorridorLeg> builder)
    {
        builder.ToTable("CorridorLegs");
        builder.HasKey(l => new { l.CorridorId, l.Position });
        builder.HasOne(l => l.Leg).WithMany().HasForeignKey(l => l.LegId);
        builder.HasIndex(l => new { l.CorridorId, l.LegId }).IsUnique();
    }
}

internal sealed class CorridorStandingTable : IEntityTypeConfiguration<CorridorStanding>
{
    public void Configure(EntityTypeBuilder<CorridorStanding> builder)
    {
        builder.ToTable("CorridorStandings");
        builder.Property(s => s.Source).HasMaxLength(Corridor.SourceMaxLength);
        builder.HasIndex(s => new { s.CorridorId, s.From }).IsUnique();
    }
}
