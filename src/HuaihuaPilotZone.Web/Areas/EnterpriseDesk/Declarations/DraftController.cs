using HuaihuaPilotZone.Books;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Personal.Keys;
using HuaihuaPilotZone.Risks;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared.Declarations;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Declarations;

/// <summary>Editing a draft: a plain form, saved by itself where scripts run.</summary>
[Area(Policies.EnterpriseDesk)]
public sealed class DraftController(
    DeclarationService declarations, DeclarationDetails details, DraftBooks books, DraftSums sums, DraftMerge merge, DraftRisks risks, PersonalKeyRing keys,
    CurrentMembership membership, ViewText views, ChinaTime time) : Controller
{
    private const string EditView = "Edit";

    private int EnterpriseId => membership.Required.EnterpriseId;

    private bool WantsJson => Request.Headers.Accept.Any(a => a?.Contains("application/json", StringComparison.OrdinalIgnoreCase) == true);

    [HttpGet("/enterprise/declarations/{number}/edit")]
    public async Task<IActionResult> Edit(DeclarationNumber number, CancellationToken cancellation)
    {
        if (await declarations.FindAsync(EnterpriseId, number, cancellation) is not { } declaration) return NotFound();
        if (!declaration.State.IsEditable()) return Redirect($"/enterprise/declarations/{number}");
        var check = await declarations.CheckAsync(declaration, cancellation);
        return View(EditView, await PageAsync(declaration, check, cancellation));
    }

    [HttpPost("/enterprise/declarations/{number}/edit")]
    [RequestSizeLimit(8_000_000)]
    public async Task<IActionResult> Save(DeclarationNumber number, PostedDocument posted, DraftForm form, CancellationToken cancellation)
    {
        if (await declarations.FindAsync(EnterpriseId, number, cancellation) is not { } stored) return NotFound();
        var document = posted.ToDocument(stored.Kind.Schema());
        if (!ModelState.IsValid) return await RejectAsync(stored, document, cancellation);
        var answer = await declarations.SaveAsync(EnterpriseId, number, form.ToChange(document), cancellation);
        if (answer.Refusal is { } refusal) return WantsJson ? BadRequest(new { message = refusal }) : await ClosedAsync(stored, posted, form.Version!.Value, refusal, cancellation);
        if (answer.Theirs is not null) return await ConflictAsync(stored, posted, form.Version!.Value, cancellation);
        if (WantsJson) return Json(await SavedAsync(answer, cancellation));
        return form switch
        {
            { IsSubmit: true } => await SubmitAsync(answer, cancellation),
            { IsConversion: true } => await ConvertAsync(answer, cancellation),
            { IsComputation: true } => await ComputeAsync(answer, cancellation),
            { KeptLine: { } line } => await KeepAsync(number, line, cancellation),
            { Book: { } book } => Redirect($"/enterprise/declarations/{number}/{book}"),
            _ => Back(number, form),
        };
    }

    /// <summary>Fills in what follows from what was typed and is still empty.</summary>
    private async Task<IActionResult> ComputeAsync(SaveAnswer saved, CancellationToken cancellation)
    {
        var declaration = saved.Declaration!;
        var outcome = await sums.FillAsync(EnterpriseId, declaration.Number, declaration.Version, cancellation);
        (TempData["Notice"], TempData["NoticeTone"]) = outcome switch
        {
            { IsDone: false } => (outcome.Refusals[0].Message, "bad"),
            { Value: 0 } => ("没有可以推算的空栏。先填数量和单价。", "ok"),
            _ => ($"已推算 {outcome.Value} 栏，算法写在各栏下面，请核对。", "ok"),
        };
        return Redirect($"/enterprise/declarations/{declaration.Number}/edit#goods");
    }

    /// <summary>Puts a goods line of the saved draft into the product book.</summary>
    private async Task<IActionResult> KeepAsync(DeclarationNumber number, int line, CancellationToken cancellation)
    {
        var outcome = await books.KeepLineAsync(EnterpriseId, number, line, cancellation);
        (TempData["Notice"], TempData["NoticeTone"]) = outcome.IsDone ? ($"第 {line + 1} 项已加入商品库。", "ok") : (outcome.Refusals[0].Message, "bad");
        return Redirect($"/enterprise/declarations/{number}/edit#goods");
    }

    /// <summary>Makes a declaration of a list that has not been submitted.</summary>
    private async Task<IActionResult> ConvertAsync(SaveAnswer saved, CancellationToken cancellation)
    {
        var declaration = saved.Declaration!;
        var outcome = await declarations.ConvertAsync(EnterpriseId, declaration.Number, declaration.Version, cancellation);
        (TempData["Notice"], TempData["NoticeTone"]) = outcome.IsDone ? (outcome.Value.Say(), "ok") : (outcome.Refusals[0].Message, "bad");
        return Redirect($"/enterprise/declarations/{declaration.Number}/edit");
    }

    private async Task<IActionResult> SubmitAsync(SaveAnswer saved, CancellationToken cancellation)
    {
        var declaration = saved.Declaration!;
        var outcome = await declarations.SubmitAsync(EnterpriseId, declaration.Number, declaration.Version, cancellation);
        if (outcome.IsDone)
        {
            TempData["Notice"] = $"{declaration.Number} 已提交，园区将协助核对。";
            return Redirect($"/enterprise/declarations/{declaration.Number}");
        }
        ModelState.Clear();
        ModelState.Show(outcome.Refusals);
        ViewData["Attempted"] = true;
        var stored = await declarations.FindAsync(EnterpriseId, declaration.Number, cancellation);
        return View(EditView, await PageAsync(stored!, await declarations.CheckAsync(stored!, cancellation), cancellation));
    }

    /// <summary>What no draft can hold: everything typed is shown again, nothing is saved.</summary>
    private async Task<IActionResult> RejectAsync(Declaration stored, CustomsDocument document, CancellationToken cancellation)
    {
        if (WantsJson) return BadRequest(new { message = string.Join(" ", ModelState.Values.SelectMany(v => v.Errors).Select(e => e.ErrorMessage).Distinct()) });
        var check = await declarations.CheckAsync(stored, document, cancellation);
        return View(EditView, await PageAsync(stored, check, cancellation));
    }

    /// <summary>Somebody else submitted or withdrew it in between: what was typed is shown, to be kept elsewhere.</summary>
    private async Task<IActionResult> ClosedAsync(Declaration stored, PostedDocument posted, int version, string refusal, CancellationToken cancellation)
    {
        var mine = posted.ToDocument(await merge.SchemaAtAsync(stored, version, cancellation));
        var page = await merge.CompareAsync(EnterpriseId, stored.Number, version, mine, cancellation) is { } comparison ? ClosedPage.Of(comparison, refusal) : null;
        if (page is not { Typed.Count: > 0 }) return Tell(stored.Number, refusal, "bad");
        Response.StatusCode = StatusCodes.Status409Conflict;
        return View("Closed", page);
    }

    /// <summary>Somebody else saved in between: nothing is overwritten, both sides are shown to choose from.</summary>
    private async Task<IActionResult> ConflictAsync(Declaration stored, PostedDocument posted, int version, CancellationToken cancellation)
    {
        var mine = posted.ToDocument(await merge.SchemaAtAsync(stored, version, cancellation));
        if (await merge.CompareAsync(EnterpriseId, stored.Number, version, mine, cancellation) is not { } comparison) return NotFound();
        Response.StatusCode = StatusCodes.Status409Conflict;
        return WantsJson ? Json(new { html = await views.RenderAsync(this, "_Conflict", comparison) }) : View("Merge", MergePage.Of(comparison));
    }

    private async Task<object> SavedAsync(SaveAnswer answer, CancellationToken cancellation)
    {
        var declaration = answer.Declaration!;
        var fixes = await details.FixesAsync(declaration.Id, cancellation);
        var returned = await details.OpenReturnAsync(declaration, cancellation);
        return new
        {
            version = declaration.Version,
            savedAt = time.Now.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture),
            html = await views.RenderAsync(this, "/Shared/Declarations/_PreCheck.cshtml", PreCheckPanel.Of(answer.Check!, fixes, isEditable: true)),
            fields = DraftPage.FieldMessages(answer.Check!, returned)
                .ToDictionary(f => f.Key, f => f.Value.Select(m => new { severity = m.Severity.ToString(), message = m.Message, ruleId = m.RuleId })),
        };
    }

    private async Task<DraftPage> PageAsync(Declaration declaration, CheckedDocument check, CancellationToken cancellation) => DraftPage.Of(
        declaration, check, await details.FixesAsync(declaration.Id, cancellation), await details.OpenReturnAsync(declaration, cancellation), DraftSeal.Of(keys, User.UserId()!.Value)) with
    {
        Risks = await risks.OfAsync(declaration, check.Document, cancellation),
    };

    private RedirectResult Back(DeclarationNumber number, DraftForm form)
    {
        TempData["Notice"] = form.AppliesAll ? "已采用全部可以直接采用的建议并保存。" : form.Apply is not null ? "已采用建议并保存。" : form.Undo is not null ? "已撤销并保存。" : form.Repair is not null ? "已按最少修改方案改好并保存。" : "草稿已保存。";
        var anchor = form.Mends ? "#precheck" : form.LinesAtWork is { } lines ? $"#{lines}" : "";
        return Redirect($"/enterprise/declarations/{number}/edit{anchor}");
    }

    private RedirectResult Tell(DeclarationNumber number, string sentence, string tone)
    {
        (TempData["Notice"], TempData["NoticeTone"]) = (sentence, tone);
        return Redirect($"/enterprise/declarations/{number}");
    }
}
