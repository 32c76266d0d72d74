using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Enterprises.Finding;

/// <summary>Two neighbouring characters of a name that the enterprise has or once had in the roster, or the last one; by these a part of a name is found, today and on any day of the past.</summary>
public sealed class EnterpriseGram
{
    public required string Gram { get; init; }

    public int EnterpriseId { get; init; }
}

/// <summary>A beginning in letters: pinyin, initials, words of an English name.</summary>
public sealed class EnterpriseSound
{
    public required string Sound { get; init; }

    public int EnterpriseId { get; init; }
}

/// <summary>
/// A change of how many enterprises there are of a stage, type and area, shown or hidden. The sum is the number: whoever changes an enterprise adds a row in the same
/// save, so that nobody waits for anybody; <see cref="RosterUpkeep"/> sums them up.
/// </summary>
public sealed class RosterTally
{
    public long Id { get; init; }

    public required EnterpriseStage Stage { get; init; }

    public required EnterpriseType Type { get; init; }

    public int? ParkAreaId { get; init; }

    public EnterpriseVisibility Visibility { get; init; }

    public required int Change { get; init; }
}

internal sealed class EnterpriseGramTable : IEntityTypeConfiguration<EnterpriseGram>
{
    public void Configure(EntityTypeBuilder<EnterpriseGram> builder)
    {
        builder.ToTable("EnterpriseGrams");
        builder.HasKey(g => new { g.EnterpriseId, g.Gram });
        builder.HasIndex(g => new { g.Gram, g.EnterpriseId });
        builder.Property(g => g.Gram).HasMaxLength(RosterKeys.GramMaxLength);
    }
}

internal sealed class EnterpriseSoundTable : IEntityTypeConfiguration<EnterpriseSound>
{
    public void Configure(EntityTypeBuilder<EnterpriseSound> builder)
    {
        builder.ToTable("EnterpriseSounds");
        builder.HasKey(s => new { s.EnterpriseId, s.Sound });
        builder.HasIndex(s => new { s.Sound, s.EnterpriseId });
        builder.Property(s => s.Sound).HasMaxLength(RosterKeys.SoundMaxLength);
    }
}

internal sealed class RosterTallyTable : IEntityTypeConfiguration<RosterTally>
{
    public void Configure(EntityTypeBuilder<RosterTally> builder) => builder.ToTable("RosterTallies");
}
