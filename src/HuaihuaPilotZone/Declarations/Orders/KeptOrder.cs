using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Data.Conventions;
using HuaihuaPilotZone.Enterprises;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Declarations.Orders;

/// <summary>
/// 订单: what CEB303 says of one sale (for 9810 of one booking), kept before its list is written. A draft is made from it once, and the list
/// is set beside it. An order number stands once for each platform among an enterprise's orders.
/// </summary>
public sealed class KeptOrder : IVersioned
{
    /// <summary>D20261129-000001.</summary>
    public const int RecordNoMaxLength = 24;

    public const int OriginMaxLength = 300;
    public const int SearchMaxLength = 800;

    public int Id { get; init; }

    public required int EnterpriseId { get; init; }

    public Enterprise? Enterprise { get; init; }

    /// <summary>登记号, the number that people know the record by; the number of the order is the platform's.</summary>
    public required string RecordNo { get; init; }

    /// <summary>Four digits; stands for the type of the order.</summary>
    public required string TradeMode { get; set; }

    /// <summary>The platform that the order number is unique on, as <see cref="Declaration.PlatformCode"/>; empty where none is named.</summary>
    public required string PlatformCode { get; set; }

    public required string OrderNo { get; set; }

    /// <summary>First goods name, and how many more there are.</summary>
    public required string GoodsSummary { get; set; }

    public required int GoodsCount { get; set; }

    /// <summary>Sum of the lines in <see cref="Currency"/>; null where they cannot be added up.</summary>
    public decimal? GoodsValue { get; set; }

    public string? Currency { get; set; }

    /// <summary>JSON of an export list that has nothing but its order, see <see cref="OrderPart"/>.</summary>
    public required string Document { get; set; }

    /// <summary>File and row that it came from.</summary>
    public required string Origin { get; init; }

    /// <summary>Upper case: what the search looks into.</summary>
    public required string SearchText { get; set; }

    /// <summary>The list draft that was made from it; null while there is none.</summary>
    public int? DeclarationId { get; init; }

    public Declaration? Declaration { get; init; }

    public required bool IsDemonstration { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public int Version { get; set; }

    /// <summary>Whether a list stands that was made of it.</summary>
    public bool IsDrafted => Declaration is { State: not DeclarationState.Withdrawn };

    /// <summary>Takes what the order says now, with everything that is found and shown of it.</summary>
    /// <param name="order">An export list that has nothing but its order, with a number.</param>
    internal void Write(CustomsDocument order)
    {
        order = PersonNumbers.Hide(order);
        var keys = DeclarationProjection.Of(order);
        OrderNo = keys.OrderNo ?? throw new ArgumentException("An order has a number.", nameof(order));
        (TradeMode, PlatformCode) = (keys.TradeMode ?? "", keys.PlatformCode ?? "");
        (GoodsSummary, GoodsCount, GoodsValue, Currency) = (keys.GoodsSummary, keys.GoodsCount, keys.GoodsValue, keys.Currency);
        Document = DocumentJson.Serialize(order);
        SearchText = Texts.Cut(string.Join('\n', RecordNo, OrderNo, keys.PlatformCode, order[HeaderFields.EbpName], keys.GoodsSummary).ToUpperInvariant(), SearchMaxLength);
    }

    /// <summary>The order as a list that has nothing else.</summary>
    /// <exception cref="InvalidOperationException">What is kept is no such document.</exception>
    public CustomsDocument Read() => DocumentJson.TryDeserialize(DocumentSchemas.ExportList, Document, out var order) ? order : throw new InvalidOperationException($"The order {RecordNo} cannot be read.");
}

internal sealed class KeptOrderTable : IEntityTypeConfiguration<KeptOrder>
{
    public void Configure(EntityTypeBuilder<KeptOrder> builder)
    {
        builder.ToTable("Orders");
        builder.HasOne(o => o.Enterprise).WithMany().HasForeignKey(o => o.EnterpriseId);
        builder.HasOne(o => o.Declaration).WithMany().HasForeignKey(o => o.DeclarationId);
        builder.Property(o => o.RecordNo).HasMaxLength(KeptOrder.RecordNoMaxLength);
        builder.Property(o => o.TradeMode).HasMaxLength(4);
        builder.Property(o => o.PlatformCode).HasMaxLength(Declaration.ProjectionMaxLength);
        builder.Property(o => o.OrderNo).HasMaxLength(Declaration.ProjectionMaxLength);
        builder.Property(o => o.GoodsSummary).HasMaxLength(Declaration.ProjectionMaxLength);
        builder.Property(o => o.Currency).HasMaxLength(4);
        builder.Property(o => o.Document).Unbounded();
        builder.Property(o => o.Origin).HasMaxLength(KeptOrder.OriginMaxLength);
        builder.Property(o => o.SearchText).HasMaxLength(KeptOrder.SearchMaxLength);
        builder.Property(o => o.CreatedBy).HasMaxLength(Actor.NameMaxLength);
        builder.HasIndex(o => o.RecordNo).IsUnique();
        // the order of the list, newest first, and by number
        builder.HasIndex(o => new { o.EnterpriseId, o.Id });
        builder.HasIndex(o => new { o.EnterpriseId, o.OrderNo });
        builder.HasIndex(o => new { o.EnterpriseId, o.PlatformCode, o.OrderNo }).IsUnique();
    }
}
