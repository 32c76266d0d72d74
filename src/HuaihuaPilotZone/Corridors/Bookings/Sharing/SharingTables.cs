using HuaihuaPilotZone.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Corridors.Bookings.Sharing;

internal sealed class CargoIntentTable : IEntityTypeConfiguration<CargoIntent>
{
    public void Configure(EntityTypeBuilder<CargoIntent> builder)
    {
        builder.ToTable("CargoIntents");
        builder.Property(i => i.Number).HasMaxLength(CargoIntent.NumberMaxLength);
        builder.Property(i => i.Goods).HasMaxLength(CargoIntent.GoodsMaxLength);
        builder.Property(i => i.HsPrefix).HasMaxLength(CargoIntent.HsPrefixMaxLength);
        builder.Property(i => i.CreatedBy).HasMaxLength(Actor.NameMaxLength);
        builder.HasOne(i => i.Enterprise).WithMany().HasForeignKey(i => i.EnterpriseId);
        builder.HasOne(i => i.Origin).WithMany().HasForeignKey(i => i.OriginId);
        builder.HasOne(i => i.Destination).WithMany().HasForeignKey(i => i.DestinationId);
        builder.HasIndex(i => i.Number).IsUnique();
        builder.HasIndex(i => new { i.EnterpriseId, i.Id });
        builder.HasIndex(i => new { i.State, i.OriginId, i.DestinationId });
    }
}

internal sealed class SharedContainerTable : IEntityTypeConfiguration<SharedContainer>
{
    public void Configure(EntityTypeBuilder<SharedContainer> builder)
    {
        builder.ToTable("SharedContainers");
        builder.Property(c => c.Number).HasMaxLength(CargoIntent.NumberMaxLength);
        builder.Property(c => c.PriceSource).HasMaxLength(SharedContainer.SourceMaxLength);
        builder.HasOne(c => c.Departure).WithMany().HasForeignKey(c => c.DepartureId);
        builder.HasOne(c => c.From).WithMany().HasForeignKey(c => c.FromId);
        builder.HasOne(c => c.To).WithMany().HasForeignKey(c => c.ToId);
        builder.HasOne(c => c.Booking).WithMany().HasForeignKey(c => c.BookingId);
        builder.HasIndex(c => c.Number).IsUnique();
        builder.HasIndex(c => new { c.State, c.AnswerBy });
    }
}

internal sealed class SharedPartTable : IEntityTypeConfiguration<SharedPart>
{
    public void Configure(EntityTypeBuilder<SharedPart> builder)
    {
        builder.ToTable("SharedParts");
        builder.HasKey(p => new { p.SharedContainerId, p.IntentId });
        builder.HasOne(p => p.SharedContainer).WithMany(c => c.Parts).HasForeignKey(p => p.SharedContainerId);
        builder.HasOne(p => p.Intent).WithMany().HasForeignKey(p => p.IntentId);
    }
}
