using HuaihuaPilotZone.Customs.Messages;

namespace HuaihuaPilotZone.Declarations.Receipts;

/// <summary>The numbers by which a receipt finds its document. Receipts for what is not filed here (imports) have none.</summary>
/// <param name="CopNo">企业唯一编号 of a list, or ClientSeqNo of a declaration.</param>
internal sealed record ReceiptNumbers(string? CopNo, string? PreNo, string? PlatformCode, string? OrderNo, string? CarrierCode, string? WaybillNo)
{
    private const string ListReceipt = "CEB604Message";
    private const string OrderReceipt = "CEB304Message";
    private const string WaybillReceipt = "CEB506Message";
    private const string DeclarationReceipt = "DecImportResponse";

    /// <summary>A foreign platform without a code is no key, see <see cref="DeclarationProjection.Platform"/>.</summary>
    private const string NoPlatform = "无";

    /// <summary>企业唯一编号 of an application's receipt; the specification of returns writes it coElNo.</summary>
    private static readonly string[] _ownNumber = ["copNo", "coElNo"];

    private static readonly ReceiptNumbers _none = new(null, null, null, null, null, null);

    /// <summary>Whether a receipt speaks of the document itself and not of a paper beside it. Only such a one says how far customs has come.</summary>
    public static bool SpeakOf(string message, DocumentKind kind) => message == kind switch
    {
        DocumentKind.List => ListReceipt,
        DocumentKind.CustomsDeclaration or DocumentKind.ReturnDeclaration => DeclarationReceipt,
        _ => MessageCatalogue.Get(kind.Schema().Message!).Receipt,
    };

    public static ReceiptNumbers Of(Receipt receipt) => receipt.Message.Name switch
    {
        ListReceipt => _none with { CopNo = Value(receipt, "copNo"), PreNo = Value(receipt, "preNo"), PlatformCode = Platform(receipt), OrderNo = Value(receipt, "orderNo") },
        OrderReceipt => _none with { PlatformCode = Platform(receipt), OrderNo = Value(receipt, "orderNo") },
        WaybillReceipt => _none with { CarrierCode = Value(receipt, "logisticsCode"), WaybillNo = Value(receipt, "logisticsNo") },
        DeclarationReceipt => _none with { CopNo = Value(receipt, "ClientSeqNo") },
        _ => _none with { CopNo = _ownNumber.Select(n => receipt.Head.Block.Find(n) is null ? null : Value(receipt, n)).FirstOrDefault(n => n is not null) },
    };

    private static string? Platform(Receipt receipt) => Value(receipt, "ebpCode") is not NoPlatform
        ? Value(receipt, "ebpCode")
        : receipt.Head.Block.Find("ebcCode") is null ? null : Cut($"{NoPlatform}:{Value(receipt, "ebcCode")}");

    private static string? Value(Receipt receipt, string element) => receipt.Head[element] is { } value && value.Trim() is { Length: > 0 } text ? Cut(text) : null;

    private static string Cut(string text) => text.Length <= Declaration.ProjectionMaxLength ? text : text[..Declaration.ProjectionMaxLength];
}
