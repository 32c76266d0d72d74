using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data.Conventions;
using HuaihuaPilotZone.Enterprises;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Declarations.Templates;

/// <summary>What an enterprise's documents of one sort have in common, kept under a name to start from.</summary>
public sealed class DraftTemplate : IVersioned
{
    public const int NameMaxLength = 60;

    public int Id { get; init; }

    public required int EnterpriseId { get; init; }

    public Enterprise? Enterprise { get; init; }

    /// <summary>It stands once among an enterprise's templates.</summary>
    public required string Name { get; set; }

    public required DocumentKind Kind { get; init; }

    public string? TradeMode { get; init; }

    /// <summary>JSON, without what belongs to one shipment.</summary>
    public required string Document { get; init; }

    /// <summary>JSON of path to <see cref="PrefilledValue"/>: conversions that wait for a quantity.</summary>
    public required string Origins { get; init; }

    public required DeclarationNumber MadeFrom { get; init; }

    /// <summary>First goods name, and how many more there are.</summary>
    public required string GoodsSummary { get; init; }

    public string? ModeReason { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public int Version { get; set; }
}

internal sealed class DraftTemplateTable : IEntityTypeConfiguration<DraftTemplate>
{
    public void Configure(EntityTypeBuilder<DraftTemplate> builder)
    {
        builder.ToTable("DraftTemplates");
        builder.Property(t => t.Name).HasMaxLength(DraftTemplate.NameMaxLength);
        builder.Property(t => t.TradeMode).HasMaxLength(4);
        builder.Property(t => t.MadeFrom).HasMaxLength(DeclarationNumber.MaxLength).HasConversion(n => n.ToString(), s => DeclarationNumber.Parse(s, null));
        builder.Property(t => t.Document).Unbounded();
        builder.Property(t => t.Origins).Unbounded();
        builder.Property(t => t.ModeReason).HasMaxLength(500);
        builder.Property(t => t.CreatedBy).HasMaxLength(Actor.NameMaxLength);
        builder.HasOne(t => t.Enterprise).WithMany().HasForeignKey(t => t.EnterpriseId);
        builder.HasIndex(t => new { t.EnterpriseId, t.Name }).IsUnique();
    }
}
