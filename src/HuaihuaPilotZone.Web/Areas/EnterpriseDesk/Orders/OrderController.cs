using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Consignments;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Declarations.Orders;
using HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Declarations;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared.Declarations;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Orders;

/// <summary>One order: what it says, what the rules say of it, its corrections and its message.</summary>
[Area(Policies.EnterpriseDesk)]
public sealed class OrderController(OrderBook orders, OrderChecks checks, OrderEditing editing, ConsignmentLinks consignments, CurrentMembership membership, ChinaTime time) : Controller
{
    private const string Address = "/enterprise/orders/{recordNo}";
    private const string EditView = "Edit";

    private int EnterpriseId => membership.Required.EnterpriseId;

    [HttpGet(Address)]
    public async Task<IActionResult> Show(string recordNo, CancellationToken cancellation) =>
        await orders.FindAsync(EnterpriseId, recordNo, cancellation) is { } order ? View(await PageAsync(order, cancellation)) : NotFound();

    /// <summary>CEB303, unsigned; what stands against it is shown on the order's page.</summary>
    [HttpGet(Address + "/ceb303.xml")]
    public async Task<IActionResult> Message(string recordNo, CancellationToken cancellation)
    {
        if (await orders.FindAsync(EnterpriseId, recordNo, cancellation) is not { } order) return NotFound();
        var outcome = await editing.WriteAsync(order, cancellation);
        if (outcome.IsDone) return File(outcome.Value.Content, "application/xml", outcome.Value.Name);
        ModelState.Show([.. outcome.Refusals.Select(r => new Refusal("", r.Message))]);
        ViewData["ProblemsTitle"] = "没有生成报文";
        return View(nameof(Show), await PageAsync(order, cancellation));
    }

    [HttpGet(Address + "/edit")]
    public async Task<IActionResult> Edit(string recordNo, CancellationToken cancellation)
    {
        if (await orders.FindAsync(EnterpriseId, recordNo, cancellation) is not { } order) return NotFound();
        return order.IsDrafted ? Redirect($"/enterprise/orders/{recordNo}") : await FormAsync(order, order.Version, order.Read(), cancellation);
    }

    [HttpPost(Address + "/edit")]
    public async Task<IActionResult> Edit(string recordNo, OrderEditForm form, PostedDocument posted, CancellationToken cancellation)
    {
        if (await orders.FindAsync(EnterpriseId, recordNo, cancellation) is not { } order) return NotFound();
        var typed = form.WithLines(posted.ToDocument(DocumentSchemas.ExportList));
        if (!ModelState.IsValid || form.IsAtWork) return await FormAsync(order, form.Version ?? 0, typed, cancellation);
        var outcome = await editing.ChangeAsync(EnterpriseId, recordNo, form.Version!.Value, typed, cancellation);
        if (outcome.Conflict is { } conflict) return this.ShowConflict(conflict, $"订单 {order.OrderNo}", $"/enterprise/orders/{recordNo}");
        if (outcome.IsDone)
        {
            TempData["Notice"] = "订单已保存。";
            return Redirect($"/enterprise/orders/{recordNo}");
        }

        ModelState.Show([.. outcome.Outcome.Refusals.Select(r => r with { Field = FieldNames.NameOf(DocumentSchemas.ExportList, r.Field) ?? r.Field })]);
        return await FormAsync(order, form.Version.Value, typed, cancellation);
    }

    private async Task<OrderPage> PageAsync(KeptOrder order, CancellationToken cancellation) => OrderPage.Of(
        order, await checks.RunAsync(EnterpriseId, order.RecordNo, order.Read(), cancellation), await editing.HistoryAsync(order.RecordNo, cancellation), time.Today) with
    { Consignments = await consignments.OfOrderAsync(order.Id, cancellation) };

    private async Task<IActionResult> FormAsync(KeptOrder order, int version, CustomsDocument typed, CancellationToken cancellation)
    {
        // what was posted is shown again, not what the model state remembers of it
        var check = await checks.RunAsync(EnterpriseId, order.RecordNo, typed, cancellation);
        return View(EditView, OrderEditPage.Of(order, version, check));
    }
}
