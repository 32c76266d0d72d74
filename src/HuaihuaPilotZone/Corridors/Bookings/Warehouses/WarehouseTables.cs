using HuaihuaPilotZone.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Corridors.Bookings.Warehouses;

internal sealed class WarehouseTable : IEntityTypeConfiguration<Warehouse>
{
    public void Configure(EntityTypeBuilder<Warehouse> builder)
    {
        builder.ToTable("Warehouses", t => t.HasCheckConstraint("CK_Warehouses_Source", "\"Source\" <> ''"));
        builder.Property(w => w.Name).HasMaxLength(Warehouse.NameMaxLength);
        builder.Property(w => w.CountryCode).HasMaxLength(3);
        builder.Property(w => w.City).HasMaxLength(Warehouse.CityMaxLength);
        builder.Property(w => w.Operator).HasMaxLength(Warehouse.OperatorMaxLength);
        builder.Property(w => w.Note).HasMaxLength(Warehouse.NoteMaxLength);
        builder.Property(w => w.Source).HasMaxLength(Warehouse.SourceMaxLength);
        builder.HasIndex(w => w.Name).IsUnique();
    }
}

internal sealed class WarehouseDayTable : IEntityTypeConfiguration<WarehouseDay>
{
    public void Configure(EntityTypeBuilder<WarehouseDay> builder)
    {
        builder.ToTable("WarehouseDays", t => t.HasCheckConstraint("CK_WarehouseDays_Booked", "\"BookedLitres\" >= 0"));
        builder.HasKey(d => new { d.WarehouseId, d.Day });
        builder.HasOne(d => d.Warehouse).WithMany().HasForeignKey(d => d.WarehouseId);
    }
}

internal sealed class InboundBookingTable : IEntityTypeConfiguration<InboundBooking>
{
    public void Configure(EntityTypeBuilder<InboundBooking> builder)
    {
        builder.ToTable("InboundBookings");
        builder.Property(b => b.Number).HasMaxLength(InboundBooking.NumberMaxLength);
        builder.Property(b => b.Goods).HasMaxLength(InboundBooking.GoodsMaxLength);
        builder.Property(b => b.CreatedBy).HasMaxLength(Actor.NameMaxLength);
        builder.HasOne(b => b.Warehouse).WithMany().HasForeignKey(b => b.WarehouseId);
        builder.HasOne(b => b.Enterprise).WithMany().HasForeignKey(b => b.EnterpriseId);
        builder.HasOne(b => b.Declaration).WithMany().HasForeignKey(b => b.DeclarationId);
        builder.HasIndex(b => b.Number).IsUnique();
        builder.HasIndex(b => new { b.EnterpriseId, b.Id });
        builder.HasIndex(b => new { b.WarehouseId, b.Day });
    }
}

internal sealed class StockLevelTable : IEntityTypeConfiguration<StockLevel>
{
    public void Configure(EntityTypeBuilder<StockLevel> builder)
    {
        builder.ToTable("StockLevels", t => t.HasCheckConstraint("CK_StockLevels_Quantity", "\"Quantity\" >= 0"));
        builder.HasKey(l => new { l.WarehouseId, l.ProductId });
        builder.HasOne(l => l.Warehouse).WithMany().HasForeignKey(l => l.WarehouseId);
        builder.HasOne(l => l.Product).WithMany().HasForeignKey(l => l.ProductId);
        builder.HasIndex(l => l.ProductId);
    }
}

internal sealed class StockMoveTable : IEntityTypeConfiguration<StockMove>
{
    public void Configure(EntityTypeBuilder<StockMove> builder)
    {
        builder.ToTable("StockMoves");
        builder.Property(m => m.Note).HasMaxLength(StockMove.NoteMaxLength);
        builder.Property(m => m.By).HasMaxLength(Actor.NameMaxLength);
        builder.HasOne(m => m.Warehouse).WithMany().HasForeignKey(m => m.WarehouseId);
        builder.HasOne(m => m.Product).WithMany().HasForeignKey(m => m.ProductId);
        builder.HasOne(m => m.Declaration).WithMany().HasForeignKey(m => m.DeclarationId);
        builder.HasIndex(m => new { m.ProductId, m.Id });
        builder.HasIndex(m => new { m.WarehouseId, m.Id });
    }
}
