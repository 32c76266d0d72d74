using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Figures;
using HuaihuaPilotZone.Parks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Investment.Costs;

/// <summary>What a company pays when it settles. What it is counted by is fixed with it.</summary>
public enum CostItem
{
    /// <summary>租金, CNY for a square metre and month.</summary>
    Rent,

    /// <summary>物业费, CNY for a square metre and month.</summary>
    PropertyFee,

    /// <summary>电费, CNY for a kilowatt-hour.</summary>
    Power,

    /// <summary>水费, CNY for a tonne.</summary>
    Water,

    /// <summary>员工宿舍, CNY for a person and month.</summary>
    Dormitory,

    /// <summary>租赁押金, months of rent; comes back.</summary>
    RentDeposit,

    /// <summary>装修押金, CNY for a square metre, once; comes back.</summary>
    FittingDeposit,

    /// <summary>入驻一次性费用, CNY once.</summary>
    Entry,
}

/// <summary>A rate from a day on, for all parks or one, for all uses or one. Nothing without its source.</summary>
public sealed class CostRate : IVersioned
{
    public const int ScopeMaxLength = 60;
    public const int NoteMaxLength = 300;

    public const decimal LargestValue = 10_000_000m;

    public int Id { get; init; }

    public required CostItem Item { get; init; }

    /// <summary>Null for all parks.</summary>
    public int? ParkId { get; init; }

    public Park? Park { get; init; }

    /// <summary>Null for all uses.</summary>
    public UnitUse? Use { get; init; }

    /// <summary>Park and use as one word, so that an index can hold them together where one is null.</summary>
    public required string Scope { get; init; }

    /// <summary>In the unit of the item.</summary>
    public required decimal Value { get; set; }

    /// <summary>First civil day on which it holds.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last civil day; null where no end is known. A later rate of the same scope ends it as well.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>Who says so, where and when.</summary>
    public required string Source { get; set; }

    public string? SourceAddress { get; set; }

    public required FigureStatus SourceStatus { get; set; }

    /// <summary>待核: nobody has compared it with the source yet.</summary>
    public required bool IsUnverified { get; set; }

    public string? Note { get; set; }

    public int Version { get; set; }

    public static string ScopeOf(int? parkId, UnitUse? use) => FormattableString.Invariant($"{parkId ?? 0}/{use?.ToString() ?? "*"}");
}

/// <summary>Under which condition a subsidy is paid. It is told beside the estimate and never taken off it.</summary>
public sealed class Subsidy : IVersioned
{
    public const int TitleMaxLength = 80;
    public const int EnglishTitleMaxLength = 160;
    public const int ConditionMaxLength = 600;
    public const int EnglishConditionMaxLength = 1200;

    public int Id { get; init; }

    public required string Title { get; set; }

    public string? EnglishTitle { get; set; }

    public required string Condition { get; set; }

    public string? EnglishCondition { get; set; }

    public required DateOnly From { get; set; }

    public DateOnly? Until { get; set; }

    public required string Source { get; set; }

    public string? SourceAddress { get; set; }

    public required FigureStatus SourceStatus { get; set; }

    public required bool IsUnverified { get; set; }

    public int Version { get; set; }
}

internal sealed class CostRateTable : IEntityTypeConfiguration<CostRate>
{
    public void Configure(EntityTypeBuilder<CostRate> builder)
    {
        builder.ToTable("CostRates", t => t.HasCheckConstraint("CK_CostRates_Source", "\"Source\" <> ''"));
        builder.Property(r => r.Scope).HasMaxLength(CostRate.ScopeMaxLength);
        builder.Property(r => r.Source).HasMaxLength(Figure.SourceMaxLength);
        builder.Property(r => r.SourceAddress).HasMaxLength(Figure.SourceAddressMaxLength);
        builder.Property(r => r.Note).HasMaxLength(CostRate.NoteMaxLength);
        builder.HasOne(r => r.Park).WithMany().HasForeignKey(r => r.ParkId);
        builder.HasIndex(r => new { r.Item, r.Scope, r.From }).IsUnique();
    }
}

internal sealed class SubsidyTable : IEntityTypeConfiguration<Subsidy>
{
    public void Configure(EntityTypeBuilder<Subsidy> builder)
    {
        builder.ToTable("Subsidies", t => t.HasCheckConstraint("CK_Subsidies_Source", "\"Source\" <> ''"));
        builder.Property(s => s.Title).HasMaxLength(Subsidy.TitleMaxLength);
        builder.Property(s => s.EnglishTitle).HasMaxLength(Subsidy.EnglishTitleMaxLength);
        builder.Property(s => s.Condition).HasMaxLength(Subsidy.ConditionMaxLength);
        builder.Property(s => s.EnglishCondition).HasMaxLength(Subsidy.EnglishConditionMaxLength);
        builder.Property(s => s.Source).HasMaxLength(Figure.SourceMaxLength);
        builder.Property(s => s.SourceAddress).HasMaxLength(Figure.SourceAddressMaxLength);
    }
}
