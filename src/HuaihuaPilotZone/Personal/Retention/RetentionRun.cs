using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Personal.Retention;

/// <summary>One night's look at what is to end. The day is unique, so of several instances one starts it; the work is a job with a lease.</summary>
public sealed class RetentionRun
{
    public int Id { get; init; }

    /// <summary>Of Huaihua.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime StartedAt { get; init; }

    /// <summary>UTC; null while it runs or where it failed.</summary>
    public DateTime? EndedAt { get; set; }

    public List<RetentionCount> Counts { get; init; } = [];
}

/// <summary>What one rule has ended in a night.</summary>
public sealed class RetentionCount
{
    public const int RuleMaxLength = 40;

    public required int RunId { get; init; }

    /// <summary>Key of the rule.</summary>
    public required string Rule { get; init; }

    /// <summary>Rows.</summary>
    public required int Ended { get; set; }
}

internal sealed class RetentionRunTable : IEntityTypeConfiguration<RetentionRun>
{
    public void Configure(EntityTypeBuilder<RetentionRun> builder)
    {
        builder.ToTable("RetentionRuns");
        builder.HasMany(r => r.Counts).WithOne().HasForeignKey(c => c.RunId);
        builder.HasIndex(r => r.Day).IsUnique();
    }
}

internal sealed class RetentionCountTable : IEntityTypeConfiguration<RetentionCount>
{
    public void Configure(EntityTypeBuilder<RetentionCount> builder)
    {
        builder.ToTable("RetentionCounts");
        builder.HasKey(c => new { c.RunId, c.Rule });
        builder.Property(c => c.Rule).HasMaxLength(RetentionCount.RuleMaxLength);
    }
}
