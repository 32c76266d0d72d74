using HuaihuaPilotZone.Books;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Declarations.Tables;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Choosing;

/// <summary>Choosing companies and goods from the books for one draft, which was saved on the way here.</summary>
[Area(Policies.EnterpriseDesk)]
public sealed class ChoosingController(
    DraftBooks drafts, PartyBook parties, ProductBook products, DeclarationService declarations, CustomsTablesSource tables, CurrentMembership membership) : Controller
{
    private const string Home = "/enterprise/declarations/{number}";

    private int EnterpriseId => membership.Required.EnterpriseId;

    [HttpGet(Home + "/parties")]
    public Task<IActionResult> Parties(DeclarationNumber number, string? q, int? page, CancellationToken cancellation) => ShowAsync(number, async declaration => View(
        new ChoosePartyPage(declaration, q, await parties.ListAsync(EnterpriseId, new PartyFilter(q), new PageRequest(page), cancellation))), cancellation);

    [HttpPost(Home + "/parties")]
    public async Task<IActionResult> TakeParty(DeclarationNumber number, TakePartyForm form, CancellationToken cancellation) => ModelState.IsValid
        ? Answer(number, await drafts.TakePartyAsync(EnterpriseId, number, form.Version!.Value, form.PartyId!.Value, form.Role, cancellation), $"{form.Role.Words()}已填入。", "edit#sec-parties", "parties")
        : await ChooseAsync(number, "请选择参与方。", "parties", cancellation);

    [HttpGet(Home + "/products")]
    public Task<IActionResult> Products(DeclarationNumber number, string? q, int? page, CancellationToken cancellation) => ShowAsync(number, async declaration => View(
        new ChooseProductPage(declaration, q, await products.ListAsync(EnterpriseId, new ProductFilter(q), new PageRequest(page), cancellation), await tables.ReadAsync(cancellation))), cancellation);

    [HttpPost(Home + "/products")]
    public async Task<IActionResult> TakeProduct(DeclarationNumber number, TakeProductForm form, CancellationToken cancellation) => ModelState.IsValid
        ? Answer(number, await drafts.TakeProductAsync(EnterpriseId, number, form.Version!.Value, form.ProductId!.Value, form.Quantity, cancellation), "商品已加入草稿，可以继续选，或返回草稿。", "products", "products")
        : await ChooseAsync(number, "请选择商品。", "products", cancellation);

    private async Task<IActionResult> ShowAsync(DeclarationNumber number, Func<Declaration, Task<IActionResult>> show, CancellationToken cancellation)
    {
        if (await declarations.FindAsync(EnterpriseId, number, cancellation) is not { } declaration) return NotFound();
        return declaration.State.IsEditable() ? await show(declaration) : Redirect($"/enterprise/declarations/{number}");
    }

    private async Task<IActionResult> ChooseAsync(DeclarationNumber number, string problem, string back, CancellationToken cancellation) =>
        await declarations.FindAsync(EnterpriseId, number, cancellation) is null ? NotFound() : Answer(number, Outcome.Refused(problem), "", "", back);

    private IActionResult Answer(DeclarationNumber number, Outcome outcome, string done, string onward, string back)
    {
        if (outcome.IsMissing) return NotFound();
        TempData["Notice"] = outcome.IsDone ? done : outcome.Refusals[0].Message;
        if (!outcome.IsDone) TempData["NoticeTone"] = "bad";
        return Redirect($"/enterprise/declarations/{number}/{(outcome.IsDone ? onward : back)}");
    }
}
