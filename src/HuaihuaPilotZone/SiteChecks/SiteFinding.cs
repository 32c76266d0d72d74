using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.SiteChecks;

/// <summary>The indicators that a site is held against. Numbers as in the national indicators for government sites (《政府网站与政务新媒体检查指标》, mission D2).</summary>
public enum SiteIndicator
{
    /// <summary>首页更新: nothing new for two weeks is a single veto; told from the tenth day on.</summary>
    HomePageIdle,

    /// <summary>栏目更新: a column beyond its rhythm.</summary>
    ColumnIdle,

    /// <summary>多个栏目停更: five or more columns beyond their rhythm are a single veto.</summary>
    ManyColumnsIdle,

    /// <summary>信件答复: a letter unanswered for more than three months is a single veto.</summary>
    LetterUnanswered,

    /// <summary>解读配套: a document of our own without an interpretation.</summary>
    PolicyWithoutInterpretation,

    /// <summary>解读关联: an interpretation that does not lead to its document.</summary>
    InterpretationWithoutPolicy,
}

/// <summary>One thing that an inspection found: kept from the first day it was seen to the day it was gone.</summary>
public sealed class SiteFinding
{
    public const int KeyMaxLength = 100;
    public const int TextMaxLength = 300;
    public const int AddressMaxLength = 200;

    public int Id { get; init; }

    public required SiteIndicator Indicator { get; init; }

    /// <summary>What it is about: a column, a number, a slug.</summary>
    public required string Key { get; init; }

    /// <summary>Whether it alone fails the inspection of the site.</summary>
    public required bool IsVeto { get; set; }

    /// <summary>The sentence as last seen, Chinese.</summary>
    public required string Text { get; set; }

    /// <summary>Where it is put right; local.</summary>
    public required string Address { get; set; }

    public required DateOnly FirstSeenOn { get; init; }

    public required DateOnly LastSeenOn { get; set; }

    /// <summary>The day on which it was no longer found; null while it is.</summary>
    public DateOnly? GoneOn { get; set; }
}

/// <summary>That the site was inspected on a day; the key holds that it is done once, whichever instance comes first.</summary>
public sealed class SiteInspection
{
    public required DateOnly Day { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; set; }

    /// <summary>Findings open after it.</summary>
    public int Open { get; set; }
}

internal sealed class SiteFindingTable : IEntityTypeConfiguration<SiteFinding>
{
    public void Configure(EntityTypeBuilder<SiteFinding> builder)
    {
        builder.ToTable("SiteFindings");
        builder.Property(f => f.Key).HasMaxLength(SiteFinding.KeyMaxLength);
        builder.Property(f => f.Text).HasMaxLength(SiteFinding.TextMaxLength);
        builder.Property(f => f.Address).HasMaxLength(SiteFinding.AddressMaxLength);
        builder.HasIndex(f => new { f.Indicator, f.Key, f.FirstSeenOn }).IsUnique();
        builder.HasIndex(f => f.GoneOn);
    }
}

internal sealed class SiteInspectionTable : IEntityTypeConfiguration<SiteInspection>
{
    public void Configure(EntityTypeBuilder<SiteInspection> builder)
    {
        builder.ToTable("SiteInspections");
        builder.HasKey(i => i.Day);
    }
}
