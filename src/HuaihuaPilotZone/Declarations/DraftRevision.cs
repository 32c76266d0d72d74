using HuaihuaPilotZone.Data.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Declarations;

/// <summary>What a draft said in one of its versions, so that two people's changes can be told from each other.</summary>
public sealed class DraftRevision
{
    public int Id { get; init; }

    public int DeclarationId { get; init; }

    /// <summary>The version of the declaration that first said so; later versions say the same until the next revision.</summary>
    public required int Version { get; init; }

    /// <summary>A list may have become a declaration later.</summary>
    public required DocumentKind Kind { get; init; }

    /// <summary>JSON.</summary>
    public required string Document { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }
}

internal sealed class DraftRevisionTable : IEntityTypeConfiguration<DraftRevision>
{
    public void Configure(EntityTypeBuilder<DraftRevision> builder)
    {
        builder.ToTable("DraftRevisions");
        builder.Property(r => r.Document).Unbounded();
        builder.HasOne<Declaration>().WithMany(d => d.Revisions).HasForeignKey(r => r.DeclarationId);
        // not unique: the version of the declaration itself refuses the second of two saves
        builder.HasIndex(r => new { r.DeclarationId, r.Version });
        builder.HasIndex(r => r.At);
    }
}
