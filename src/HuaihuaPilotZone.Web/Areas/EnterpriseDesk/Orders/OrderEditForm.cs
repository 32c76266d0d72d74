using System.Globalization;
using FluentValidation;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Declarations.Orders;
using HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Declarations;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Orders;

/// <summary>What travels with an order's fields.</summary>
public sealed class OrderEditForm
{
    public int? Version { get; set; }

    /// <summary>"addline" adds a goods line and shows the form again.</summary>
    public string? Act { get; set; }

    /// <summary>Goods line to leave out, from 0; the form is shown again.</summary>
    public string? RemoveLine { get; set; }

    /// <summary>Whether the person is still at work on the lines, so that nothing is saved yet.</summary>
    public bool IsAtWork => Act == "addline" || RemoveLine is not null;

    /// <summary>The document with the line added or left out.</summary>
    public CustomsDocument WithLines(CustomsDocument order)
    {
        var goods = order.Schema.Goods;
        if (int.TryParse(RemoveLine, NumberStyles.None, CultureInfo.InvariantCulture, out var line)) return order.With(goods.Collection, [.. order.Goods.Where((_, i) => i != line)]);
        return Act == "addline" && order.Goods.Count < FieldMap.MaxLines ? order.With(goods.Collection, [.. order.Goods, new DocumentLine(goods)]) : order;
    }
}

public sealed class OrderEditFormValidator : AbstractValidator<OrderEditForm>
{
    public OrderEditFormValidator() => RuleFor(f => f.Version).NotNull().WithMessage("页面已过期，请刷新后再保存。");
}

/// <summary>The page on which an order is corrected.</summary>
public sealed record OrderEditPage(KeptOrder Order, int Version, CheckedOrder Check, IReadOnlyList<SectionView> Sections, GridView Goods, IReadOnlyList<(CodeList List, IReadOnlyList<CodeOption> Options)> Suggestions)
{
    public static OrderEditPage Of(KeptOrder order, int version, CheckedOrder check)
    {
        var said = check.Findings.Select(f => (f.Path, Message: FieldMessage.Of(f))).ToLookup(m => m.Path, m => m.Message, StringComparer.Ordinal);
        var views = new FieldViews(check.Document, check.Tables, check.Day, said, new Dictionary<string, PrefilledValue>(), isOrder: true);
        return new OrderEditPage(order, version, check, views.Sections(), views.Grids()[0], views.Suggestions());
    }
}
