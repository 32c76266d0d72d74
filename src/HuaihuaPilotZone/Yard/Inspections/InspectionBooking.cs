using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Enterprises;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Yard.Inspections;

/// <summary>Where a booking stands.</summary>
public enum InspectionState
{
    /// <summary>已预约.</summary>
    Booked,

    /// <summary>已到场.</summary>
    Arrived,

    /// <summary>已结束. What customs found is not kept here.</summary>
    Done,

    /// <summary>未到.</summary>
    NoShow,

    /// <summary>已取消: its places are free again.</summary>
    Cancelled,
}

public static class InspectionStateWords
{
    public static string Word(this InspectionState state) => state switch
    {
        InspectionState.Booked => "已预约",
        InspectionState.Arrived => "已到场",
        InspectionState.Done => "已结束",
        InspectionState.NoShow => "未到",
        InspectionState.Cancelled => "已取消",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}

/// <summary>Places in a slot that an enterprise has booked.</summary>
public sealed class InspectionBooking : IVersioned
{
    public const int NumberMaxLength = 20;
    public const int NoteMaxLength = 300;
    public const int MostPlaces = 20;

    public int Id { get; init; }

    /// <summary>Such as CY-20261122-0001; the day is Huaihua's.</summary>
    public required string Number { get; init; }

    public required int SlotId { get; init; }

    public InspectionSlot? Slot { get; init; }

    public required int EnterpriseId { get; init; }

    public Enterprise? Enterprise { get; init; }

    /// <summary>The pre-declaration it is for, of the same enterprise; null for none.</summary>
    public int? DeclarationId { get; init; }

    public Declaration? Declaration { get; init; }

    /// <summary>How many places of the slot.</summary>
    public required int Places { get; init; }

    public required InspectionState State { get; set; }

    /// <summary>What the enterprise wrote.</summary>
    public string? Note { get; init; }

    /// <summary>What was said at the last step.</summary>
    public string? Answer { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime BookedAt { get; init; }

    public required string BookedBy { get; init; }

    public int? BookedById { get; init; }

    /// <summary>UTC; when the state last changed.</summary>
    public required DateTime MovedAt { get; set; }

    public List<InspectionContainer> Containers { get; init; } = [];

    public int Version { get; set; }
}

/// <summary>A container of a booking.</summary>
public sealed class InspectionContainer
{
    public int Id { get; init; }

    public int BookingId { get; init; }

    /// <summary>Normalised.</summary>
    public required string Number { get; init; }
}

internal sealed class InspectionBookingTable : IEntityTypeConfiguration<InspectionBooking>
{
    public void Configure(EntityTypeBuilder<InspectionBooking> builder)
    {
        builder.ToTable("InspectionBookings", t => t.HasCheckConstraint("CK_InspectionBookings_Places", "\"Places\" > 0"));
        builder.Property(b => b.Number).HasMaxLength(InspectionBooking.NumberMaxLength);
        builder.Property(b => b.Note).HasMaxLength(InspectionBooking.NoteMaxLength);
        builder.Property(b => b.Answer).HasMaxLength(InspectionBooking.NoteMaxLength);
        builder.Property(b => b.BookedBy).HasMaxLength(Actor.NameMaxLength);
        builder.HasOne(b => b.Slot).WithMany().HasForeignKey(b => b.SlotId);
        builder.HasOne(b => b.Enterprise).WithMany().HasForeignKey(b => b.EnterpriseId);
        builder.HasOne(b => b.Declaration).WithMany().HasForeignKey(b => b.DeclarationId);
        builder.HasMany(b => b.Containers).WithOne().HasForeignKey(c => c.BookingId);
        builder.HasIndex(b => b.Number).IsUnique();
        builder.HasIndex(b => new { b.State, b.Id });
        builder.HasIndex(b => new { b.EnterpriseId, b.Id });
        builder.HasIndex(b => new { b.SlotId, b.Id });
    }
}

internal sealed class InspectionContainerTable : IEntityTypeConfiguration<InspectionContainer>
{
    public void Configure(EntityTypeBuilder<InspectionContainer> builder)
    {
        builder.ToTable("InspectionContainers");
        builder.Property(c => c.Number).HasMaxLength(YardStay.ContainerMaxLength);
        builder.HasIndex(c => c.Number);
        builder.HasIndex(c => new { c.BookingId, c.Number }).IsUnique();
    }
}
