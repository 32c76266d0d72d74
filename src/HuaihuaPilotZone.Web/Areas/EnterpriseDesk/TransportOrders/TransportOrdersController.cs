using System.ComponentModel.DataAnnotations;
using System.Globalization;
using FluentValidation;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors.Bookings.Quotes;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Rfqs;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.TransportOrders;

/// <summary>The next step of an order.</summary>
public sealed class OrderStepForm
{
    public int Version { get; set; }

    public OrderStep? Step { get; set; }

    [Display(Name = "说明")]
    public string? Note { get; set; }
}

public sealed class OrderStepFormValidator : AbstractValidator<OrderStepForm>
{
    public OrderStepFormValidator()
    {
        RuleFor(f => f.Step).NotNull().WithMessage("请选择要做的操作。").IsInEnum().WithMessage("没有这种操作，请刷新后再试。");
        RuleFor(f => f.Note).MaximumLength(QuoteInvitation.TextMaxLength).WithMessage("说明最多 {MaxLength} 个字。");
    }
}

/// <summary>An order as one of its two sides sees it.</summary>
public sealed record OrderPage(TransportOrder Order, bool IsProvider, IReadOnlyList<OrderStep> Steps, OrderStepForm Form, Page<JournalLine> History);

/// <summary>Orders that came of quotes, for both sides.</summary>
[Area(Policies.EnterpriseDesk)]
public sealed class TransportOrdersController(QuoteLists lists, OrderDesk desk, CurrentMembership membership, ChinaTime time) : Controller
{
    private const string Home = "/enterprise/transport-orders";

    private static readonly string[] _head = ["订单号", "询价号", "本企业是", "对方", "货物", "起运地", "目的地", "状态", "下单时间", "最近变化"];

    private int EnterpriseId => membership.Required.EnterpriseId;

    [HttpGet(Home)]
    public async Task<IActionResult> Index(QuoteQuery query, CancellationToken cancellation) =>
        View(new QuoteListPage<OrderRow>(query, await lists.OrdersAsync(EnterpriseId, query.ToFilter(), new PageRequest(query.Page), cancellation)));

    [HttpGet(Home + "/export.csv")]
    public Task Export(QuoteQuery query, CancellationToken cancellation) => CsvFile.SendAsync(
        Response, string.Create(CultureInfo.InvariantCulture, $"transport-orders-{time.Today:yyyyMMdd}.csv"), _head, lists.StreamOrdersAsync(EnterpriseId, query.ToFilter()),
        row =>
        [
            row.Number, row.RequestNumber, row.IsProvider ? "服务商" : "委托方", row.OtherName, row.Goods, row.FromPlace, row.ToPlace, row.State.Word(), ListTimes.Of(row.PlacedAt), ListTimes.Of(row.MovedAt),
        ],
        cancellation);

    [HttpGet(Home + "/{number}")]
    public Task<IActionResult> Show(string number, CancellationToken cancellation) => ShowAsync(number, new OrderStepForm(), cancellation);

    [HttpPost(Home + "/{number}")]
    public async Task<IActionResult> Show(string number, OrderStepForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var outcome = await desk.StepAsync(number, EnterpriseId, form.Step!.Value, form.Version, FormText.Clean(form.Note), cancellation);
            if (outcome.IsDone)
            {
                TempData["Notice"] = "已记下，并已通知对方。";
                return Redirect($"{Home}/{number}");
            }
            ModelState.Show(outcome.Refusals);
        }
        return await ShowAsync(number, form, cancellation);
    }

    private async Task<IActionResult> ShowAsync(string number, OrderStepForm form, CancellationToken cancellation)
    {
        if (await lists.OrderAsync(number, EnterpriseId, cancellation) is not { } order) return NotFound();
        var isProvider = order.ProviderId == EnterpriseId;
        return View("Show", new OrderPage(order, isProvider, OrderDesk.StepsFrom(order.State, isProvider), form, await lists.OrderHistoryAsync(number, new PageRequest(), cancellation)));
    }
}
