using HuaihuaPilotZone.Customs.Codes;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.Messages;
using HuaihuaPilotZone.Customs.PreCheck;

namespace HuaihuaPilotZone.Customs.CrossCheck;

/// <summary>The documents of one shipment that have to agree.</summary>
public enum SetPart
{
    /// <summary>订单: CEB303, CEB311.</summary>
    Order,

    /// <summary>收款单: CEB403; of an import 支付凭证: CEB411.</summary>
    Receipt,

    /// <summary>运单: CEB505, CEB511.</summary>
    Waybill,

    /// <summary>清单: CEB603, CEB621.</summary>
    List,
}

/// <summary>Order, receipt, waybill and list of one shipment, as their messages say it; null for what is not at hand.</summary>
public sealed record DocumentSet(MessageRecord? Order, MessageRecord? Receipt, MessageRecord? Waybill, MessageRecord? List)
{
    private const string Payment = "支付凭证";

    private static readonly (SetPart Part, string Message, string Import, string Word)[] _parts =
    [
        (SetPart.Order, "CEB303Message", "CEB311Message", "订单"), (SetPart.Receipt, "CEB403Message", "CEB411Message", "收款单"),
        (SetPart.Waybill, "CEB505Message", "CEB511Message", "运单"), (SetPart.List, "CEB603Message", "CEB621Message", "清单"),
    ];

    /// <summary>Whether the goods come in: payment in place of receipt, and other names of elements. Export and import are never mixed.</summary>
    public bool IsImport { get; init; }

    /// <summary>Whether nothing is at hand yet.</summary>
    public bool IsEmpty => (Order, Receipt, Waybill, List) == (null, null, null, null);

    /// <summary>Nothing at hand.</summary>
    public static DocumentSet Empty { get; } = new(null, null, null, null);

    /// <summary>All parts in the order in which they are shown.</summary>
    public static IReadOnlyList<SetPart> Parts { get; } = [.. _parts.Select(p => p.Part)];

    /// <summary>The part that a message is, or null.</summary>
    public static SetPart? PartOf(string? message) => _parts.Where(p => p.Message == message || p.Import == message).Select(p => (SetPart?)p.Part).FirstOrDefault();

    /// <summary>Whether a message is a part of an import.</summary>
    public static bool IsOfImport(string? message) => _parts.Any(p => p.Import == message);

    /// <summary>The Chinese word of a part of an export.</summary>
    public static string Word(SetPart part) => _parts[(int)part].Word;

    /// <summary>The Chinese word of a part of this set.</summary>
    public string WordOf(SetPart part) => IsImport && part == SetPart.Receipt ? Payment : Word(part);

    /// <summary>The document of a part, or null.</summary>
    public MessageRecord? this[SetPart part] => part switch
    {
        SetPart.Order => Order,
        SetPart.Receipt => Receipt,
        SetPart.Waybill => Waybill,
        _ => List,
    };

    /// <summary>The set with one document put in.</summary>
    public DocumentSet With(SetPart part, MessageRecord document) => part switch
    {
        SetPart.Order => this with { Order = document },
        SetPart.Receipt => this with { Receipt = document },
        SetPart.Waybill => this with { Waybill = document },
        _ => this with { List = document },
    };

    /// <summary>The set with the list that a filed document will be written as; values that have no form in the message are left out.</summary>
    /// <exception cref="ArgumentException">The document is no list.</exception>
    public DocumentSet WithList(CustomsDocument list, CustomsTables tables)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(tables);
        return this with { List = RecordOf(ExportListLayout.List, list, tables) };
    }

    /// <summary>The set with the order that an enterprise keeps, as its message will be written.</summary>
    /// <inheritdoc cref="WithList"/>
    public DocumentSet WithOrder(CustomsDocument order, CustomsTables tables)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(tables);
        return this with { Order = RecordOf(ExportListLayout.Order, order, tables) };
    }

    private static MessageRecord RecordOf(ExportListLayout layout, CustomsDocument document, CustomsTables tables)
    {
        var typed = ExportList.From(document);
        return layout.RecordOf(new CebItem(typed, ""), FieldReading.Read(typed.TradeMode, HeaderFields.TradeMode.Kind).Text, tables, static (_, _) => { });
    }
}

/// <summary>One thing that several documents say.</summary>
/// <param name="Rule">Which comparison it is.</param>
/// <param name="Line">Number of the goods line (gnum); null for the head.</param>
/// <param name="Values">What each part says, in the order of <see cref="DocumentSet.Parts"/>; null where it says nothing.</param>
/// <param name="Mismatch">What is wrong, one Chinese sentence; null where all agree.</param>
public sealed record ComparedRow(Rule Rule, string Label, int? Line, IReadOnlyList<string?> Values, string? Mismatch);
