using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors.Bookings.Quotes;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Rfqs;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared;
using HuaihuaPilotZone.Web.Shared.Quotes;
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
/// <param name="Rating">What was typed of a review that was refused.</param>
/// <param name="Reply">What was typed of an answer to it.</param>
public sealed record OrderPage(
    TransportOrder Order, bool IsProvider, IReadOnlyList<OrderStep> Steps, ProviderReview? Review, OrderStepForm Form, RatingForm Rating, ReplyForm Reply, Page<JournalLine> History);

/// <summary>Orders that came of quotes, for both sides.</summary>
[Area(Policies.EnterpriseDesk)]
public sealed class TransportOrdersController(QuoteLists lists, OrderDesk desk, ReviewDesk reviews, CurrentMembership membership) : Controller
{
    private const string Home = "/enterprise/transport-orders";

    private static readonly string[] _head = ["订单号", "询价号", "本企业是", "对方", "货物", "起运地", "目的地", "状态", "下单时间", "最近变化"];

    private int EnterpriseId => membership.Required.EnterpriseId;

    [HttpGet(Home)]
    public async Task<IActionResult> Index(QuoteQuery query, CancellationToken cancellation) =>
        View(new QuoteListPage<OrderRow>(query, await lists.OrdersAsync(EnterpriseId, query.ToFilter() with { Order = query.StateOf<OrderState>() }, new PageRequest(query.Page), cancellation)));

    [HttpGet(Home + "/export.csv")]
    [HttpGet(Home + "/export.xlsx")]
    public Task Export(QuoteQuery query, CancellationToken cancellation) => Response.SendListAsync("transport-orders", "运输订单", _head, lists.StreamOrdersAsync(EnterpriseId, query.ToFilter() with { Order = query.StateOf<OrderState>() }),
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
            if (outcome.IsDone) return Told(number, "已记下，并已通知对方。");
            ModelState.Show(outcome.Refusals);
        }
        return await ShowAsync(number, form, cancellation);
    }

    [HttpPost(Home + "/{number}/review")]
    public async Task<IActionResult> Rate(string number, RatingForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var outcome = await reviews.RateAsync(number, EnterpriseId, form.Stars!.Value, FormText.Clean(form.Comment), cancellation);
            if (outcome.IsDone) return Told(number, "评价已发出，并已通知服务商。");
            ModelState.Show(outcome.Refusals);
        }
        return await ShowAsync(number, new OrderStepForm(), cancellation, form);
    }

    [HttpPost(Home + "/{number}/reply")]
    public async Task<IActionResult> Reply(string number, ReplyForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var outcome = await reviews.AnswerAsync(number, EnterpriseId, form.Version, FormText.Clean(form.Reply)!, cancellation);
            if (outcome.IsDone) return Told(number, "已答复评价。");
            ModelState.Show(outcome.Refusals);
        }
        return await ShowAsync(number, new OrderStepForm(), cancellation, reply: form);
    }

    private async Task<IActionResult> ShowAsync(string number, OrderStepForm form, CancellationToken cancellation, RatingForm? rating = null, ReplyForm? reply = null)
    {
        if (await lists.OrderAsync(number, EnterpriseId, cancellation) is not { } order) return NotFound();
        var isProvider = order.ProviderId == EnterpriseId;
        var review = await reviews.FindAsync(order.Id, cancellation);
        return View("Show", new OrderPage(
            order, isProvider, OrderDesk.StepsFrom(order.State, isProvider), review, form, rating ?? new RatingForm(), reply ?? new ReplyForm(), await lists.OrderHistoryAsync(number, this.HistoryPage(), cancellation)));
    }

    private RedirectResult Told(string number, string notice)
    {
        TempData["Notice"] = notice;
        return Redirect($"{Home}/{number}");
    }
}
