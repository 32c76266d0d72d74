using FluentValidation;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Consignments;
using HuaihuaPilotZone.Customs.Codes;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Declarations.Orders;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared;
using Severity = HuaihuaPilotZone.Customs.PreCheck.Severity;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Orders;

/// <summary>The address bar of the list of orders. Whatever stands in it, a list is shown.</summary>
public sealed class OrderQuery
{
    public string? View { get; set; }

    public string? Q { get; set; }

    public string? Mode { get; set; }

    public string? Sort { get; set; }

    public string? Dir { get; set; }

    public int? Page { get; set; }

    public int? Size { get; set; }

    public OrderFilter ToFilter() => new(
        Parse<OrderView>(View) ?? OrderView.All, Q, DocumentKind.List.Facts().Modes.Contains(Mode) ? Mode : null, Parse<OrderSort>(Sort) ?? OrderSort.Created,
        string.Equals(Dir, "asc", StringComparison.OrdinalIgnoreCase));

    private static T? Parse<T>(string? text)
        where T : struct, Enum => Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;
}

/// <summary>Orders that lists are to be made of.</summary>
public sealed class OrderDraftsForm
{
    /// <summary>Record numbers.</summary>
    public List<string> Orders { get; set; } = [];
}

public sealed class OrderDraftsFormValidator : AbstractValidator<OrderDraftsForm>
{
    public OrderDraftsFormValidator() => RuleFor(f => f.Orders).NotEmpty().WithMessage("请先选择订单。");
}

public sealed record OrderListPage(OrderQuery Query, Page<OrderRow> Rows);

/// <summary>One order for reading: labelled values, a table of its goods, what the rules say of it and what became of it.</summary>
public sealed record OrderPage(
    KeptOrder Order, IReadOnlyList<(string Label, string Text)> Values, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Lines, IReadOnlyList<(Severity Severity, string Place, string Reason, string RuleId)> Findings,
    IReadOnlyList<JournalLine> History)
{
    /// <summary>Consignments that carry it out.</summary>
    public IReadOnlyList<ConsignmentLink> Consignments { get; init; } = [];

    /// <summary>The list made of it; null while there is none, or once it is withdrawn.</summary>
    public DeclarationNumber? Draft => Order.IsDrafted ? Order.Declaration!.Number : null;

    public static OrderPage Of(KeptOrder order, CheckedOrder check, IReadOnlyList<JournalLine> history, DateOnly today)
    {
        var document = check.Document;
        string Text(Field field, int line) => document.At(field, line) is { Length: > 0 } value ? check.Tables.Find(field.CodeList, value, today) is { } row ? $"{value} {row.Name}" : value : "";
        return new OrderPage(
            order,
            [.. OrderPart.Header.Select(f => (f.LabelFor(document.TradeMode), Text(f, 0)))],
            [.. OrderPart.Goods.Select(f => f.Label)],
            [.. document.Goods.Select((_, i) => (IReadOnlyList<string>)[.. OrderPart.Goods.Select(f => Text(f, i))])],
            [.. check.Findings.Select(f => (f.Severity, document.Schema.Label(f.Path, document.TradeMode), f.Reason, f.RuleId))],
            history);
    }
}

public static class OrderLooks
{
    public static string Word(this OrderView view) => view switch
    {
        OrderView.All => "全部",
        OrderView.Open => "待建清单",
        OrderView.Drafted => "已建清单",
        _ => throw new ArgumentOutOfRangeException(nameof(view), view, null),
    };

    /// <summary>What an act on an order is called.</summary>
    public static string ActWord(string act) => act switch
    {
        OrderBook.AddedAct => "登记",
        OrderEditing.ChangedAct => "修改",
        _ => act,
    };

    /// <summary>What is asked before an order is removed.</summary>
    public static ConfirmPage Removal(string home, KeptOrder order) => new(
        "删除这份订单？", $"{order.OrderNo}，登记号 {order.RecordNo}", "删除后不能恢复，可以从原文件再导入。", "删除", $"{home}/{order.RecordNo}/remove", "不删除", $"{home}/{order.RecordNo}",
        [new Crumb("订单", home), new Crumb(order.OrderNo, $"{home}/{order.RecordNo}")]);
}
