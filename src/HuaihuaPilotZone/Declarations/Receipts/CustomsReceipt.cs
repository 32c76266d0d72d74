using System.Text.Json;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Messages;
using HuaihuaPilotZone.Data.Conventions;
using HuaihuaPilotZone.Enterprises;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Declarations.Receipts;

/// <summary>
/// A receipt of customs, E-Port or the Single Window that an enterprise has handed in. It is kept once, as received; what its codes mean is
/// looked up when it is shown, so that a code that is unknown today is understood once the tables know it.
/// </summary>
public sealed class CustomsReceipt
{
    public const int MessageMaxLength = 40;
    public const int StatusMaxLength = 40;

    public int Id { get; init; }

    /// <summary>Who handed it in; a receipt is matched with documents of this enterprise only.</summary>
    public required int EnterpriseId { get; init; }

    /// <summary>Null while no document of the enterprise has its number.</summary>
    public int? DeclarationId { get; set; }

    public Declaration? Declaration { get; init; }

    /// <summary>The same for the same receipt, see <see cref="Receipt.Identity"/>.</summary>
    public required string Identity { get; init; }

    /// <summary>Such as CEB604Message.</summary>
    public required string Message { get; init; }

    /// <summary>The values of its head, JSON of element to text.</summary>
    public required string Values { get; init; }

    public required string StatusText { get; init; }

    /// <summary>UTC; when it was given, as it says itself.</summary>
    public DateTime? Time { get; init; }

    public string? CopNo { get; init; }

    public string? PreNo { get; init; }

    /// <summary>As <see cref="Declaration.PlatformCode"/>.</summary>
    public string? PlatformCode { get; init; }

    public string? OrderNo { get; init; }

    public string? CarrierCode { get; init; }

    public string? WaybillNo { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime ReceivedAt { get; init; }

    public required string ReceivedBy { get; init; }

    /// <summary>The receipt with the meaning of its codes.</summary>
    public Receipt Read()
    {
        var layout = MessageCatalogue.Get(Message);
        var record = new MessageRecord(layout.Entity);
        var head = record.Head;
        foreach (var (element, value) in JsonSerializer.Deserialize<Dictionary<string, string>>(Values)!)
        {
            if (head.Block.Find(element) is not null) head[element] = value;
        }
        return Receipt.From(layout, record)!;
    }
}

internal sealed class CustomsReceiptTable : IEntityTypeConfiguration<CustomsReceipt>
{
    public void Configure(EntityTypeBuilder<CustomsReceipt> builder)
    {
        builder.ToTable("CustomsReceipts");
        builder.HasOne<Enterprise>().WithMany().HasForeignKey(r => r.EnterpriseId);
        builder.HasOne(r => r.Declaration).WithMany().HasForeignKey(r => r.DeclarationId);
        builder.Property(r => r.Identity).HasMaxLength(64);
        builder.Property(r => r.Message).HasMaxLength(CustomsReceipt.MessageMaxLength);
        builder.Property(r => r.Values).Unbounded();
        builder.Property(r => r.StatusText).HasMaxLength(CustomsReceipt.StatusMaxLength);
        builder.Property(r => r.CopNo).HasMaxLength(Declaration.ProjectionMaxLength);
        builder.Property(r => r.PreNo).HasMaxLength(Declaration.ProjectionMaxLength);
        builder.Property(r => r.PlatformCode).HasMaxLength(Declaration.ProjectionMaxLength);
        builder.Property(r => r.OrderNo).HasMaxLength(Declaration.ProjectionMaxLength);
        builder.Property(r => r.CarrierCode).HasMaxLength(Declaration.ProjectionMaxLength);
        builder.Property(r => r.WaybillNo).HasMaxLength(Declaration.ProjectionMaxLength);
        builder.Property(r => r.ReceivedBy).HasMaxLength(Actor.NameMaxLength);
        builder.HasIndex(r => new { r.EnterpriseId, r.Identity }).IsUnique();
        builder.HasIndex(r => new { r.DeclarationId, r.Time });
        builder.HasIndex(r => new { r.EnterpriseId, r.DeclarationId, r.OrderNo });
    }
}
