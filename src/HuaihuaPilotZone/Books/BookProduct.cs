using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Enterprises;

namespace HuaihuaPilotZone.Books;

/// <summary>Goods that an enterprise declares again and again, with what stays the same from one shipment to the next.</summary>
public sealed class BookProduct : IVersioned
{
    public const int ItemNoMaxLength = 30;
    public const int NameMaxLength = 250;
    public const int ElementsMaxLength = 255;
    public const int BarCodeMaxLength = 50;

    public int Id { get; init; }

    public required int EnterpriseId { get; init; }

    public Enterprise? Enterprise { get; init; }

    /// <summary>The enterprise's own number; it stands once in a book.</summary>
    public required string ItemNo { get; set; }

    /// <summary>商品名称 as customs reads it.</summary>
    public required string Name { get; set; }

    /// <summary>The enterprise's own name; null where it is the same.</summary>
    public string? OwnName { get; set; }

    /// <summary>Ten digits.</summary>
    public required string HsCode { get; set; }

    /// <summary>规格型号: the declaration elements as a document carries them.</summary>
    public string? Elements { get; set; }

    public string? BarCode { get; set; }

    /// <summary>成交单位, 3 digits.</summary>
    public required string Unit { get; set; }

    /// <summary>法定第一单位.</summary>
    public string? Unit1 { get; set; }

    /// <summary>How many of <see cref="Unit1"/> are in one <see cref="Unit"/>; null while unknown.</summary>
    public decimal? PerUnit1 { get; set; }

    /// <summary>法定第二单位.</summary>
    public string? Unit2 { get; set; }

    /// <summary>How many of <see cref="Unit2"/> are in one <see cref="Unit"/>; null while unknown.</summary>
    public decimal? PerUnit2 { get; set; }

    /// <summary>Usual price of one <see cref="Unit"/> in <see cref="Currency"/>.</summary>
    public decimal? Price { get; set; }

    public string? Currency { get; set; }

    /// <summary>最终目的国 it usually goes to.</summary>
    public string? Destination { get; set; }

    /// <summary>原产国.</summary>
    public string? Origin { get; set; }

    /// <summary>No longer offered; drafts that took it keep what they have.</summary>
    public bool IsArchived { get; set; }

    /// <summary>Item number, names and tariff code in upper case.</summary>
    public string SearchText { get; set; } = "";

    /// <summary>UTC.</summary>
    public DateTime UpdatedAt { get; set; }

    public int Version { get; set; }
}
