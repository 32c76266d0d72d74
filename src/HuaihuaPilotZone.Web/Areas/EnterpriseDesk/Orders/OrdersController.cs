using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Declarations.Orders;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Orders;

/// <summary>The enterprise's orders, imported at the bench, and the lists that are made of them.</summary>
[Area(Policies.EnterpriseDesk)]
public sealed class OrdersController(OrderBook orders, CurrentMembership membership, ChinaTime time) : Controller
{
    private const string Home = "/enterprise/orders";

    private static readonly string[] _head = ["登记号", "订单编号", "监管方式", "平台代码", "商品", "币制", "总价", "来源", "清单", "登记时间"];

    private int EnterpriseId => membership.Required.EnterpriseId;

    [HttpGet(Home)]
    public async Task<IActionResult> Index(OrderQuery query, CancellationToken cancellation) =>
        View(new OrderListPage(query, await orders.ListAsync(EnterpriseId, query.ToFilter(), new PageRequest(query.Page, query.Size), cancellation)));

    [HttpGet(Home + "/export.csv")]
    public Task Export(OrderQuery query, CancellationToken cancellation) => CsvFile.SendAsync(
        Response, string.Create(CultureInfo.InvariantCulture, $"orders-{time.Today:yyyyMMdd}.csv"), _head, orders.StreamAsync(EnterpriseId, query.ToFilter(), cancellation), Values, cancellation);

    /// <summary>Makes lists of the chosen orders; one leads to its draft, several to the list of drafts.</summary>
    [HttpPost(Home + "/drafts")]
    public async Task<IActionResult> Draft(OrderDraftsForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid) return Tell("请先选择订单。", isBad: true);
        var outcome = await orders.DraftAsync(EnterpriseId, form.Orders, cancellation);
        if (!outcome.IsDone) return Tell(outcome.Refusals[0].Message, isBad: true);
        TempData["Notice"] = outcome.Value.Say();
        if (outcome.Value.Made is [var only]) return Redirect($"/enterprise/declarations/{only}/edit");
        return outcome.Value.Made.Count == 0 ? Tell("所选订单都已有清单或不存在，没有重复建立。", isBad: true) : Redirect("/enterprise/declarations?view=Draft");
    }

    [HttpGet(Home + "/{recordNo}/remove")]
    public async Task<IActionResult> ConfirmRemove(string recordNo, CancellationToken cancellation) =>
        await orders.FindAsync(EnterpriseId, recordNo, cancellation) is { } order ? View("/Shared/Confirm.cshtml", OrderLooks.Removal(Home, order)) : NotFound();

    [HttpPost(Home + "/{recordNo}/remove")]
    public async Task<IActionResult> Remove(string recordNo, CancellationToken cancellation)
    {
        if (await orders.FindAsync(EnterpriseId, recordNo, cancellation) is not { } order) return NotFound();
        var outcome = await orders.RemoveAsync(EnterpriseId, recordNo, cancellation);
        return Tell(outcome.IsDone ? $"订单 {order.OrderNo} 已删除。" : outcome.Refusals[0].Message, !outcome.IsDone);
    }

    private static IEnumerable<string?> Values(OrderRow row) =>
    [
        row.RecordNo, row.OrderNo, row.TradeMode, row.PlatformCode, row.GoodsSummary, row.Currency, row.GoodsValue?.ToString("0.#####", CultureInfo.InvariantCulture), row.Origin,
        row.Draft?.ToString(), ChinaTime.FromUtc(row.CreatedAt).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
    ];

    private RedirectResult Tell(string sentence, bool isBad)
    {
        TempData["Notice"] = sentence;
        if (isBad) TempData["NoticeTone"] = "bad";
        return Redirect(Home);
    }
}
