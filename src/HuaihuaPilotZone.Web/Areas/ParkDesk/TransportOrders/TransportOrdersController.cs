using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors.Bookings.Quotes;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared;
using HuaihuaPilotZone.Web.Shared.Quotes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.TransportOrders;

/// <summary>Orders that came of quotes, with the price that was chosen. The park reads them; of a review it decides whether it is seen.</summary>
[Area(Policies.ParkDesk)]
public sealed class TransportOrdersController(QuoteOverview overview, ReviewDesk reviews) : Controller
{
    private const string Home = "/park/transport-orders";

    private static readonly string[] _head = ["订单号", "询价号", "委托方", "服务商", "货物", "起运地", "目的地", "状态", "价格（元）", "计价单位", "时效（天）", "评分", "下单时间", "最近变化"];

    [HttpGet(Home)]
    public async Task<IActionResult> Index(OrderQuery query, CancellationToken cancellation) =>
        View(new OrderListPage(query, await overview.OrdersAsync(query.ToFilter(), new PageRequest(query.Page), cancellation)));

    [HttpGet(Home + "/export.csv")]
    [HttpGet(Home + "/export.xlsx")]
    public Task Export(OrderQuery query, CancellationToken cancellation) => Response.SendListAsync(
        "transport-orders", "运输订单", _head, overview.StreamOrdersAsync(query.ToFilter()),
        row =>
        [
            row.Number, row.RequestNumber, row.CustomerName, row.ProviderName, row.Goods, row.FromPlace, row.ToPlace, row.State.Word(),
            (row.Cents / 100m)?.ToString("0.00", CultureInfo.InvariantCulture), row.Basis?.Word(), row.Days?.ToString(CultureInfo.InvariantCulture), row.Stars?.ToString(CultureInfo.InvariantCulture),
            ListTimes.Of(row.PlacedAt), ListTimes.Of(row.MovedAt),
        ],
        cancellation);

    [HttpGet(Home + "/{number}")]
    public Task<IActionResult> Show(string number, CancellationToken cancellation) => ShowAsync(number, new HidingForm(), cancellation);

    [HttpPost(Home + "/{number}/review")]
    [Authorize(Policies.KeepRoster)]
    public async Task<IActionResult> Hide(string number, HidingForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var outcome = await reviews.HideAsync(number, form.Version, form.Hide, FormText.Clean(form.Why), cancellation);
            if (outcome.IsDone)
            {
                TempData["Notice"] = form.Hide ? "评价已隐藏，并已通知双方。" : "评价已恢复显示，并已通知双方。";
                return Redirect($"{Home}/{number}");
            }
            ModelState.Show(outcome.Refusals);
        }
        return await ShowAsync(number, form, cancellation);
    }

    private async Task<IActionResult> ShowAsync(string number, HidingForm form, CancellationToken cancellation) => await overview.OrderAsync(number, cancellation) is { } order
        ? View("Show", new OrderPage(order, await reviews.FindAsync(order.Id, cancellation), await overview.OrderHistoryAsync(number, this.HistoryPage(), cancellation), form))
        : NotFound();
}
