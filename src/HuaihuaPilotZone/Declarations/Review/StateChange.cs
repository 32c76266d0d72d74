using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Declarations.Review;

/// <summary>A declaration left a state after some time.</summary>
public sealed class StateChange
{
    public int Id { get; init; }

    public int DeclarationId { get; init; }

    public required DeclarationState From { get; init; }

    public required DeclarationState To { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>How long it was in <see cref="From"/>.</summary>
    public required long Seconds { get; init; }
}

internal sealed class StateChangeTable : IEntityTypeConfiguration<StateChange>
{
    public void Configure(EntityTypeBuilder<StateChange> builder)
    {
        builder.ToTable("StateChanges");
        builder.HasOne<Declaration>().WithMany(d => d.StateChanges).HasForeignKey(c => c.DeclarationId);
        builder.HasIndex(c => new { c.From, c.At, c.Seconds });
    }
}
