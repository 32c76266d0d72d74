using HuaihuaPilotZone.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Consignments;

internal sealed class ConsignmentTable : IEntityTypeConfiguration<Consignment>
{
    public void Configure(EntityTypeBuilder<Consignment> builder)
    {
        builder.ToTable("Consignments");
        builder.Property(c => c.Number).HasMaxLength(Consignment.NumberMaxLength);
        builder.Property(c => c.Goods).HasMaxLength(Consignment.GoodsMaxLength);
        builder.Property(c => c.WaybillNo).HasMaxLength(Consignment.ReferenceMaxLength);
        builder.Property(c => c.BookingNo).HasMaxLength(Consignment.ReferenceMaxLength);
        builder.Property(c => c.FromPlace).HasMaxLength(ConsignmentStop.PlaceMaxLength);
        builder.Property(c => c.ToPlace).HasMaxLength(ConsignmentStop.PlaceMaxLength);
        builder.Property(c => c.Note).HasMaxLength(Consignment.NoteMaxLength);
        builder.Property(c => c.CreatedBy).HasMaxLength(Actor.NameMaxLength);
        builder.HasOne(c => c.Enterprise).WithMany().HasForeignKey(c => c.EnterpriseId);
        builder.HasOne(c => c.Order).WithMany().HasForeignKey(c => c.OrderId);
        builder.HasIndex(c => c.Number).IsUnique();
        builder.HasIndex(c => new { c.EnterpriseId, c.Id });
        builder.HasIndex(c => c.WaybillNo);
        builder.HasIndex(c => c.BookingNo);
        builder.HasIndex(c => c.LookAt);
    }
}

internal sealed class ConsignmentStopTable : IEntityTypeConfiguration<ConsignmentStop>
{
    public void Configure(EntityTypeBuilder<ConsignmentStop> builder)
    {
        builder.ToTable("ConsignmentStops");
        builder.Property(s => s.Place).HasMaxLength(ConsignmentStop.PlaceMaxLength);
        builder.HasOne(s => s.Consignment).WithMany(c => c.Stops).HasForeignKey(s => s.ConsignmentId);
        builder.HasOne(s => s.Node).WithMany().HasForeignKey(s => s.NodeId);
        builder.HasIndex(s => new { s.ConsignmentId, s.Sequence }).IsUnique();
    }
}

internal sealed class ConsignmentContainerTable : IEntityTypeConfiguration<ConsignmentContainer>
{
    public void Configure(EntityTypeBuilder<ConsignmentContainer> builder)
    {
        builder.ToTable("ConsignmentContainers");
        builder.Property(k => k.Number).HasMaxLength(ConsignmentContainer.NumberMaxLength);
        builder.HasOne(k => k.Consignment).WithMany(c => c.Containers).HasForeignKey(k => k.ConsignmentId);
        builder.HasIndex(k => new { k.ConsignmentId, k.Number }).IsUnique();
        builder.HasIndex(k => k.Number);
    }
}

internal sealed class ConsignmentProviderTable : IEntityTypeConfiguration<ConsignmentProvider>
{
    public void Configure(EntityTypeBuilder<ConsignmentProvider> builder)
    {
        builder.ToTable("ConsignmentProviders");
        builder.HasOne(p => p.Consignment).WithMany(c => c.Providers).HasForeignKey(p => p.ConsignmentId);
        builder.HasOne(p => p.Enterprise).WithMany().HasForeignKey(p => p.EnterpriseId);
        builder.HasIndex(p => new { p.ConsignmentId, p.EnterpriseId }).IsUnique();
    }
}

internal sealed class ConsignmentDeclarationTable : IEntityTypeConfiguration<ConsignmentDeclaration>
{
    public void Configure(EntityTypeBuilder<ConsignmentDeclaration> builder)
    {
        builder.ToTable("ConsignmentDeclarations");
        builder.HasOne(d => d.Consignment).WithMany(c => c.Declarations).HasForeignKey(d => d.ConsignmentId);
        builder.HasOne(d => d.Declaration).WithMany().HasForeignKey(d => d.DeclarationId);
        builder.HasIndex(d => new { d.ConsignmentId, d.DeclarationId }).IsUnique();
    }
}
