using HuaihuaPilotZone.Enterprises;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Risks.Telling;

/// <summary>What brought an enterprise into the scope of a notice.</summary>
public enum RiskReason
{
    /// <summary>商品库.</summary>
    Product,

    /// <summary>预申报草稿.</summary>
    Draft,
}

/// <summary>An enterprise was told of a notice. The unique index lets it be told once, however often the notice is changed and by however many instances.</summary>
public sealed class RiskDelivery
{
    public int Id { get; init; }

    public required int NoticeId { get; init; }

    public required int EnterpriseId { get; init; }

    public Enterprise? Enterprise { get; init; }

    public required RiskReason Reason { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }
}

public static class RiskReasons
{
    public static string Word(this RiskReason reason) => reason switch
    {
        RiskReason.Product => "商品库",
        RiskReason.Draft => "预申报草稿",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
    };
}

internal sealed class RiskDeliveryTable : IEntityTypeConfiguration<RiskDelivery>
{
    public void Configure(EntityTypeBuilder<RiskDelivery> builder)
    {
        builder.ToTable("RiskDeliveries");
        builder.HasOne<RiskNotice>().WithMany().HasForeignKey(d => d.NoticeId);
        builder.HasOne(d => d.Enterprise).WithMany().HasForeignKey(d => d.EnterpriseId);
        builder.HasIndex(d => new { d.NoticeId, d.EnterpriseId }).IsUnique();
    }
}
