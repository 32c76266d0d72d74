using HuaihuaPilotZone.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.WorkingDays;

/// <summary>How a day differs from its day of the week.</summary>
public enum DayKind
{
    /// <summary>放假.</summary>
    Off,

    /// <summary>调休上班.</summary>
    MakeUp,
}

public static class DayKindWords
{
    public static string Word(this DayKind kind) => kind switch
    {
        DayKind.Off => "放假",
        DayKind.MakeUp => "调休上班",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}

/// <summary>The arrangement of days off of one year, with the notice it was taken from.</summary>
public sealed class WorkingYear : IVersioned
{
    public const int First = 2000;
    public const int Last = 2100;
    public const int TitleMaxLength = 200;
    public const int AddressMaxLength = 500;

    public int Id { get; init; }

    /// <summary>One row a year, held by the index.</summary>
    public required int Year { get; init; }

    /// <summary>Title of the notice.</summary>
    public required string SourceTitle { get; set; }

    /// <summary>Address of its text, or null.</summary>
    public string? SourceAddress { get; set; }

    /// <summary>Day of the notice.</summary>
    public required DateOnly SourceDate { get; set; }

    public required string UpdatedBy { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime UpdatedAt { get; set; }

    public List<SpecialDay> Days { get; init; } = [];

    public int Version { get; set; }

    /// <summary>Whether the calendar keeps this year at all.</summary>
    public static bool IsKept(int year) => year is >= First and <= Last;
}

/// <summary>A day off or a make-up day. A notice may also name days at the end of the year before.</summary>
public sealed class SpecialDay : IVersioned
{
    public const int NameMaxLength = 40;

    public int Id { get; init; }

    public int WorkingYearId { get; init; }

    /// <summary>Each day once, held by the index.</summary>
    public required DateOnly Day { get; init; }

    public required DayKind Kind { get; set; }

    /// <summary>Holiday for which it is, such as 春节.</summary>
    public required string Name { get; set; }

    public int Version { get; set; }
}

internal sealed class WorkingYearTable : IEntityTypeConfiguration<WorkingYear>
{
    public void Configure(EntityTypeBuilder<WorkingYear> builder)
    {
        builder.ToTable("WorkingYears");
        builder.Property(y => y.SourceTitle).HasMaxLength(WorkingYear.TitleMaxLength);
        builder.Property(y => y.SourceAddress).HasMaxLength(WorkingYear.AddressMaxLength);
        builder.Property(y => y.UpdatedBy).HasMaxLength(Actor.NameMaxLength);
        builder.HasMany(y => y.Days).WithOne().HasForeignKey(d => d.WorkingYearId);
        builder.HasIndex(y => y.Year).IsUnique();
    }
}

internal sealed class SpecialDayTable : IEntityTypeConfiguration<SpecialDay>
{
    public void Configure(EntityTypeBuilder<SpecialDay> builder)
    {
        builder.ToTable("SpecialDays");
        builder.Property(d => d.Name).HasMaxLength(SpecialDay.NameMaxLength);
        builder.HasIndex(d => d.Day).IsUnique();
    }
}
