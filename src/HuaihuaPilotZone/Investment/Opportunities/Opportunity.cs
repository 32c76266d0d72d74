using HuaihuaPilotZone.Chains;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Figures;
using HuaihuaPilotZone.Parks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Investment.Opportunities;

/// <summary>Whether the public sees an opportunity.</summary>
public enum OpportunityState
{
    /// <summary>草稿.</summary>
    Draft,

    /// <summary>已公开.</summary>
    Published,

    /// <summary>已结束.</summary>
    Closed,
}

/// <summary>What the zone looks for, under which conditions and whom to ask: an office, never a person.</summary>
public sealed class Opportunity : IVersioned
{
    public const int SlugMaxLength = 60;
    public const int TitleMaxLength = 80;
    public const int EnglishTitleMaxLength = 160;
    public const int TextMaxLength = 2000;
    public const int EnglishTextMaxLength = 4000;
    public const int OfficeMaxLength = 200;

    public int Id { get; init; }

    /// <summary>The last part of its address; never changes.</summary>
    public required string Slug { get; init; }

    public required string Title { get; set; }

    public string? EnglishTitle { get; set; }

    /// <summary>What is sought.</summary>
    public required string Wanted { get; set; }

    public string? EnglishWanted { get; set; }

    /// <summary>What the zone offers and asks for.</summary>
    public required string Conditions { get; set; }

    public string? EnglishConditions { get; set; }

    public int? IndustryTagId { get; set; }

    public IndustryTag? IndustryTag { get; init; }

    /// <summary>Where it would be; null for the whole zone.</summary>
    public int? ParkId { get; set; }

    public Park? Park { get; init; }

    /// <summary>The gap in an industry that it should fill; null for none.</summary>
    public int? ChainNodeId { get; set; }

    public ChainNode? ChainNode { get; init; }

    /// <summary>Least area in hundredths of a square metre.</summary>
    public long? LeastHundredths { get; set; }

    /// <summary>Greatest area in hundredths of a square metre.</summary>
    public long? MostHundredths { get; set; }

    /// <summary>Square metres.</summary>
    public decimal? LeastArea => LeastHundredths / 100m;

    /// <summary>Square metres.</summary>
    public decimal? MostArea => MostHundredths / 100m;

    /// <summary>The office to ask, with its own telephone or address.</summary>
    public required string Office { get; set; }

    public string? EnglishOffice { get; set; }

    /// <summary>Who says so, where and when.</summary>
    public required string Source { get; set; }

    public string? SourceAddress { get; set; }

    public required FigureStatus SourceStatus { get; set; }

    /// <summary>The time it stands for (<see cref="PartialDate"/>).</summary>
    public required string AsOf { get; set; }

    /// <summary>The last civil day on which companies may come forward; null where none is set.</summary>
    public DateOnly? OpenUntil { get; set; }

    public required OpportunityState State { get; set; }

    /// <summary>Civil day; null while it was never public.</summary>
    public DateOnly? PublishedOn { get; set; }

    public bool IsDemonstration { get; init; }

    public int Version { get; set; }

    public bool IsOver(DateOnly today) => OpenUntil < today;
}

public static class OpportunityWords
{
    public static string Word(this OpportunityState state) => state switch
    {
        OpportunityState.Draft => "草稿",
        OpportunityState.Published => "已公开",
        OpportunityState.Closed => "已结束",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}

internal sealed class OpportunityTable : IEntityTypeConfiguration<Opportunity>
{
    public void Configure(EntityTypeBuilder<Opportunity> builder)
    {
        builder.ToTable("Opportunities", t => t.HasCheckConstraint("CK_Opportunities_Source", "\"Source\" <> ''"));
        builder.Property(o => o.Slug).HasMaxLength(Opportunity.SlugMaxLength);
        builder.Property(o => o.Title).HasMaxLength(Opportunity.TitleMaxLength);
        builder.Property(o => o.EnglishTitle).HasMaxLength(Opportunity.EnglishTitleMaxLength);
        builder.Property(o => o.Wanted).HasMaxLength(Opportunity.TextMaxLength);
        builder.Property(o => o.EnglishWanted).HasMaxLength(Opportunity.EnglishTextMaxLength);
        builder.Property(o => o.Conditions).HasMaxLength(Opportunity.TextMaxLength);
        builder.Property(o => o.EnglishConditions).HasMaxLength(Opportunity.EnglishTextMaxLength);
        builder.Property(o => o.Office).HasMaxLength(Opportunity.OfficeMaxLength);
        builder.Property(o => o.EnglishOffice).HasMaxLength(Opportunity.OfficeMaxLength);
        builder.Property(o => o.Source).HasMaxLength(Figure.SourceMaxLength);
        builder.Property(o => o.SourceAddress).HasMaxLength(Figure.SourceAddressMaxLength);
        builder.Property(o => o.AsOf).HasMaxLength(PartialDate.MaxLength);
        builder.HasOne(o => o.IndustryTag).WithMany().HasForeignKey(o => o.IndustryTagId);
        builder.HasOne(o => o.ChainNode).WithMany().HasForeignKey(o => o.ChainNodeId);
        builder.HasOne(o => o.Park).WithMany().HasForeignKey(o => o.ParkId);
        builder.HasIndex(o => o.Slug).IsUnique();
        builder.HasIndex(o => new { o.State, o.PublishedOn, o.Id });
    }
}
