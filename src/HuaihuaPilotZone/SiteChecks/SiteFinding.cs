using HuaihuaPilotZone.Accounts;
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

    /// <summary>空栏目: a column without anything to read; not shown to the public, and so no veto.</summary>
    ColumnEmpty,

    /// <summary>链接: a link of a published text that leads nowhere on this site, or is written wrong.</summary>
    DeadLink,

    /// <summary>外站链接: a link to another site that did not answer; looked at only where that is switched on.</summary>
    DeadForeignLink,

    /// <summary>用语: a word that must not be published stands in a published text; a serious error is a single veto.</summary>
    BannedWord,

    /// <summary>政策要素: a published document lacks something of its record.</summary>
    PolicyIncomplete,

    /// <summary>公开时限: a document of our own is not public 20 working days after it was made (政府信息公开条例 art. 26).</summary>
    PolicyLate,

    /// <summary>过期内容: a guide that nobody has looked through for a year.</summary>
    GuideOutdated,

    /// <summary>办事指南要素: a published service lacks a key item, a single veto.</summary>
    ServiceIncomplete,

    /// <summary>信件时限: a letter beyond the working days that were promised.</summary>
    LetterLate,

    /// <summary>依申请公开时限: an information request beyond its legal time.</summary>
    RequestLate,

    /// <summary>系统中断: the database could not be reached for a while.</summary>
    Outage,
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

    /// <summary>UTC; when those who put it right were told of it; null before.</summary>
    public DateTime? ToldAt { get; set; }
}

/// <summary>Who puts right what is found of one indicator. Where nobody is named, all of the role are.</summary>
public sealed class SiteIndicatorKeeper
{
    public required SiteIndicator Indicator { get; init; }

    public required int UserId { get; set; }
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

internal sealed class SiteIndicatorKeeperTable : IEntityTypeConfiguration<SiteIndicatorKeeper>
{
    public void Configure(EntityTypeBuilder<SiteIndicatorKeeper> builder)
    {
        builder.ToTable("SiteIndicatorKeepers");
        builder.HasKey(k => k.Indicator);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(k => k.UserId);
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
