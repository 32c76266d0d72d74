using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Enterprises;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Chains.Relations;

/// <summary>Who may see a relation, from the fewest to the most. Each side chooses, and the stricter choice holds.</summary>
public enum RelationSight
{
    /// <summary>仅本企业: the side that stated it.</summary>
    Own,

    /// <summary>双方.</summary>
    Both,

    /// <summary>双方和园区.</summary>
    Park,

    /// <summary>公开.</summary>
    Public,
}

/// <summary>Whether the other side agrees.</summary>
public enum RelationState
{
    /// <summary>待对方确认.</summary>
    Stated,

    /// <summary>已确认.</summary>
    Confirmed,

    /// <summary>对方不认可.</summary>
    Declined,
}

/// <summary>That one enterprise supplies another one. One side states it; the other side is an enterprise of the roster, or only a name.</summary>
public sealed class SupplyRelation : IVersioned
{
    public const int GoodsMaxLength = 100;
    public const int ReasonMaxLength = 300;
    public const int KeyMaxLength = 64;

    public int Id { get; init; }

    /// <summary>The side that states it.</summary>
    public required int StatedById { get; init; }

    public Enterprise? StatedBy { get; init; }

    /// <summary>The other side; null for one that is not in the roster.</summary>
    public int? OtherId { get; init; }

    public Enterprise? Other { get; init; }

    /// <summary>Name of another side that is not in the roster.</summary>
    public string? OtherName { get; init; }

    /// <summary>Whether the side that states it is the supplier.</summary>
    public required bool IsSupplier { get; init; }

    /// <summary>What is supplied.</summary>
    public required string Goods { get; init; }

    /// <summary>Hash of supplier, buyer and goods, the same whoever states it: nobody states one twice.</summary>
    public required string Key { get; init; }

    public required RelationState State { get; set; }

    /// <summary>What the side that states it chose.</summary>
    public required RelationSight Sight { get; set; }

    /// <summary>What the other side chose when it confirmed; null before.</summary>
    public RelationSight? OtherSight { get; set; }

    /// <summary>Why the other side does not agree.</summary>
    public string? Reason { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime StatedAt { get; init; }

    /// <summary>UTC; when the other side answered.</summary>
    public DateTime? AnsweredAt { get; set; }

    public int Version { get; set; }
}

internal sealed class SupplyRelationTable : IEntityTypeConfiguration<SupplyRelation>
{
    public void Configure(EntityTypeBuilder<SupplyRelation> builder)
    {
        builder.ToTable("SupplyRelations");
        builder.Property(r => r.OtherName).HasMaxLength(Enterprise.NameMaxLength);
        builder.Property(r => r.Goods).HasMaxLength(SupplyRelation.GoodsMaxLength);
        builder.Property(r => r.Key).HasMaxLength(SupplyRelation.KeyMaxLength);
        builder.Property(r => r.Reason).HasMaxLength(SupplyRelation.ReasonMaxLength);
        builder.HasOne(r => r.StatedBy).WithMany().HasForeignKey(r => r.StatedById);
        builder.HasOne(r => r.Other).WithMany().HasForeignKey(r => r.OtherId);
        builder.HasIndex(r => new { r.StatedById, r.Key }).IsUnique();
        builder.HasIndex(r => new { r.StatedById, r.Id });
        builder.HasIndex(r => new { r.OtherId, r.Id });
    }
}
