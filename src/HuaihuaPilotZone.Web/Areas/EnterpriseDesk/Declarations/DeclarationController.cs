using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Consignments;
using HuaihuaPilotZone.Corridors.Bookings.Warehouses;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Risks;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared.Declarations;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Declarations;

/// <summary>One pre-declaration: what it says, what became of it, its files and its acts.</summary>
[Area(Policies.EnterpriseDesk)]
public sealed class DeclarationController(DeclarationService declarations, DeclarationDetails details, HandoverFiles files, ApplicationService applications, ConsignmentLinks consignments, WarehouseTrail warehouses, DraftRisks risks, CurrentMembership membership) : Controller
{
    private const string ShowView = "Show";

    private int EnterpriseId => membership.Required.EnterpriseId;

    [HttpGet("/enterprise/declarations/{number}")]
    public async Task<IActionResult> Show(DeclarationNumber number, CancellationToken cancellation) =>
        await declarations.FindAsync(EnterpriseId, number, cancellation) is { } declaration ? View(ShowView, await PageAsync(declaration, cancellation)) : NotFound();

    [HttpGet("/enterprise/declarations/{number}/print")]
    public async Task<IActionResult> Print(DeclarationNumber number, CancellationToken cancellation) =>
        await declarations.FindAsync(EnterpriseId, number, cancellation) is { } declaration ? View(await PageAsync(declaration, cancellation)) : NotFound();

    [HttpGet("/enterprise/declarations/{number}/files/{message}.xml")]
    public async Task<IActionResult> File(DeclarationNumber number, string message, CancellationToken cancellation)
    {
        if (await declarations.FindAsync(EnterpriseId, number, cancellation) is not { } declaration) return NotFound();
        if (!Enum.GetNames<HandoverMessage>().Contains(message, StringComparer.OrdinalIgnoreCase)) return NotFound();
        var outcome = await files.WriteAsync(declaration, Enum.Parse<HandoverMessage>(message, ignoreCase: true), cancellation);
        if (outcome.IsDone) return File(outcome.Value.Content, "application/xml", outcome.Value.Name);
        ModelState.Show([.. outcome.Refusals.Select(r => new Refusal("", r.Message))]);
        ViewData["ProblemsTitle"] = "没有生成报文";
        return View(ShowView, await PageAsync(declaration, cancellation));
    }

    [HttpPost("/enterprise/declarations/{number}/withdraw")]
    public Task<IActionResult> Withdraw(DeclarationNumber number, ReasonForm form, CancellationToken cancellation) =>
        ActAsync(number, () => declarations.WithdrawAsync(EnterpriseId, number, form.Version ?? 0, form.Reason, cancellation), $"{number} 已撤回。", cancellation);

    [HttpPost("/enterprise/declarations/{number}/handover")]
    public Task<IActionResult> HandOver(DeclarationNumber number, HandOverForm form, CancellationToken cancellation) =>
        ActAsync(number, () => declarations.HandOverAsync(EnterpriseId, number, form.Version ?? 0, form.On!.Value, form.PreNo, cancellation), $"{number} 已记为在单一窗口导入。", cancellation);

    [HttpPost("/enterprise/declarations/{number}/amend")]
    public Task<IActionResult> Amend(DeclarationNumber number, ReasonForm form, CancellationToken cancellation) =>
        ActAsync(number, () => declarations.AmendAsync(EnterpriseId, number, form.Version ?? 0, form.Reason!, cancellation), $"{number} 已取回，可以修改后重新提交。", cancellation);

    private async Task<IActionResult> ActAsync(DeclarationNumber number, Func<Task<Outcome>> act, string notice, CancellationToken cancellation)
    {
        if (await declarations.FindAsync(EnterpriseId, number, cancellation) is not { } declaration) return NotFound();
        if (ModelState.IsValid)
        {
            var outcome = await act();
            if (outcome.IsDone)
            {
                TempData["Notice"] = notice;
                return Redirect($"/enterprise/declarations/{number}");
            }
            ModelState.Show(outcome.Refusals);
        }
        return View(ShowView, await PageAsync(declaration, cancellation));
    }

    private async Task<DeclarationPage> PageAsync(Declaration declaration, CancellationToken cancellation)
    {
        var check = await declarations.CheckAsync(declaration, cancellation);
        var fixes = await details.FixesAsync(declaration.Id, cancellation);
        return new DeclarationPage(
            declaration, DocumentView.Of(check), PreCheckPanel.Of(check, fixes, isEditable: false),
            await details.SubmissionsAsync(declaration.Id, cancellation),
            (await details.OwnHistoryAsync(declaration.Number, new PageRequest(1, 50), cancellation)).Rows, fixes,
            files.AreOpen(declaration), declarations.MayPassUnanswered(declaration), await applications.SourcesAsync(declaration.Id, cancellation),
            await applications.MadeFromAsync(declaration.Id, cancellation), await applications.ExportedOnAsync(declaration, cancellation))
        {
            Consignments = await consignments.OfDeclarationAsync(declaration.Id, cancellation),
            Bookings = await consignments.BookingsOfDeclarationAsync(declaration.Id, cancellation),
            Risks = declaration.State.IsEditable() ? await risks.OfAsync(declaration, check.Document, cancellation) : [],
            Warehouses = await warehouses.OfDeclarationAsync(declaration.Id, declaration.TradeMode, cancellation),
        };
    }
}
