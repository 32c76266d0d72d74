using HuaihuaPilotZone.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Yard.Inspections;

/// <summary>A line of the weekly pattern that slots are made from.</summary>
public sealed class SlotPattern
{
    /// <summary>Stands in <see cref="Days"/> for working days that are a Saturday or Sunday (调休上班).</summary>
    public const char MakeUp = 'M';

    public const int DaysMaxLength = 6;

    public int Id { get; init; }

    /// <summary>1 to 5 for Monday to Friday, and M for make-up days, each at most once.</summary>
    public required string Days { get; init; }

    /// <summary>Minutes of the day in Huaihua.</summary>
    public required int FromMinute { get; init; }

    /// <summary>Minutes of the day in Huaihua.</summary>
    public required int UntilMinute { get; init; }

    public required string Place { get; init; }

    public required int Capacity { get; init; }
}

/// <summary>A time at a place with so many places for containers. What is taken is counted by one conditional update, so it never exceeds the capacity.</summary>
public sealed class InspectionSlot : IVersioned
{
    public const int PlaceMaxLength = 60;
    public const int NoteMaxLength = 200;
    public const int LargestCapacity = 200;

    public int Id { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>Minutes of the day in Huaihua.</summary>
    public required int FromMinute { get; init; }

    /// <summary>Minutes of the day in Huaihua.</summary>
    public required int UntilMinute { get; init; }

    public required string Place { get; init; }

    public required int Capacity { get; set; }

    /// <summary>Places of bookings that were not cancelled. Changed by conditional updates only.</summary>
    public int Booked { get; init; }

    /// <summary>Nothing can be booked any more; what was booked stays.</summary>
    public bool IsClosed { get; set; }

    /// <summary>What enterprises read, such as why it is closed.</summary>
    public string? Note { get; set; }

    public int Version { get; set; }

    /// <summary>When it begins, on clocks in Huaihua.</summary>
    public DateTime StartsAt => Day.ToDateTime(TimeOnly.MinValue).AddMinutes(FromMinute);

    /// <summary>Such as 2026-11-23 09:00–11:00 查验平台.</summary>
    public string Text => FormattableString.Invariant($"{Day:yyyy-MM-dd} {SlotTimes.Of(FromMinute)}–{SlotTimes.Of(UntilMinute)} {Place}");
}

public static class SlotTimes
{
    /// <summary>Minutes of the day as 09:30.</summary>
    public static string Of(int minute) => FormattableString.Invariant($"{minute / 60:D2}:{minute % 60:D2}");

    /// <summary>The days of a pattern in words, such as 周一、周三、调休上班日.</summary>
    public static string Days(string days) => string.Join('、', days.Select(d => d switch
    {
        '1' => "周一",
        '2' => "周二",
        '3' => "周三",
        '4' => "周四",
        '5' => "周五",
        _ => "调休上班日",
    }));
}

internal sealed class SlotPatternTable : IEntityTypeConfiguration<SlotPattern>
{
    public void Configure(EntityTypeBuilder<SlotPattern> builder)
    {
        builder.ToTable("SlotPatterns");
        builder.Property(p => p.Days).HasMaxLength(SlotPattern.DaysMaxLength);
        builder.Property(p => p.Place).HasMaxLength(InspectionSlot.PlaceMaxLength);
    }
}

internal sealed class InspectionSlotTable : IEntityTypeConfiguration<InspectionSlot>
{
    public void Configure(EntityTypeBuilder<InspectionSlot> builder)
    {
        builder.ToTable("InspectionSlots", t => t.HasCheckConstraint("CK_InspectionSlots_Booked", "\"Booked\" >= 0 AND \"Booked\" <= \"Capacity\""));
        builder.Property(s => s.Place).HasMaxLength(InspectionSlot.PlaceMaxLength);
        builder.Property(s => s.Note).HasMaxLength(InspectionSlot.NoteMaxLength);
        // making slots a second time, or by two people at once, makes none twice
        builder.HasIndex(s => new { s.Day, s.FromMinute, s.Place }).IsUnique();
    }
}
