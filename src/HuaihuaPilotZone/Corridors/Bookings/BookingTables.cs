using HuaihuaPilotZone.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Corridors.Bookings;

internal sealed class BookingTable : IEntityTypeConfiguration<Booking>
{
    public void Configure(EntityTypeBuilder<Booking> builder)
    {
        builder.ToTable("Bookings");
        builder.Property(b => b.Number).HasMaxLength(Booking.NumberMaxLength);
        builder.Property(b => b.Goods).HasMaxLength(Booking.GoodsMaxLength);
        builder.Property(b => b.Note).HasMaxLength(Booking.NoteMaxLength);
        builder.Property(b => b.Answer).HasMaxLength(Booking.AnswerMaxLength);
        builder.Property(b => b.CreatedBy).HasMaxLength(Actor.NameMaxLength);
        builder.HasOne(b => b.Enterprise).WithMany().HasForeignKey(b => b.EnterpriseId);
        builder.HasOne(b => b.Departure).WithMany().HasForeignKey(b => b.DepartureId);
        builder.HasOne(b => b.From).WithMany().HasForeignKey(b => b.FromId);
        builder.HasOne(b => b.To).WithMany().HasForeignKey(b => b.ToId);
        builder.HasOne(b => b.Declaration).WithMany().HasForeignKey(b => b.DeclarationId);
        builder.HasMany(b => b.Containers).WithOne().HasForeignKey(c => c.BookingId);
        builder.HasIndex(b => b.Number).IsUnique();
        builder.HasIndex(b => new { b.DepartureId, b.State, b.Queue });
        builder.HasIndex(b => new { b.EnterpriseId, b.Id });
        builder.HasIndex(b => new { b.State, b.Id });
    }
}

internal sealed class BookedContainersTable : IEntityTypeConfiguration<BookedContainers>
{
    public void Configure(EntityTypeBuilder<BookedContainers> builder)
    {
        builder.ToTable("BookedContainers", t => t.HasCheckConstraint("CK_BookedContainers_Count", "\"Count\" > 0"));
        builder.HasKey(c => new { c.BookingId, c.Type });
    }
}
