using System.Globalization;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Imports.Lists;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Paste;

/// <summary>Goods pasted as a block: by a page of its own, or by the grid's script, which asks how the block is to be read.</summary>
[Area(Policies.EnterpriseDesk)]
public sealed class PasteController(DeclarationService declarations, GoodsPaste paste, CurrentMembership membership) : Controller
{
    private const string Home = "/enterprise/declarations/{number}/paste";

    private int EnterpriseId => membership.Required.EnterpriseId;

    [HttpGet(Home)]
    public async Task<IActionResult> Show(DeclarationNumber number, CancellationToken cancellation)
    {
        if (await declarations.FindAsync(EnterpriseId, number, cancellation) is not { } declaration) return NotFound();
        return declaration.State.IsEditable() ? ShowPage(declaration, new PasteForm { Version = declaration.Version }) : Redirect($"/enterprise/declarations/{number}");
    }

    [HttpPost(Home)]
    public async Task<IActionResult> Save(DeclarationNumber number, PasteForm form, CancellationToken cancellation)
    {
        if (await declarations.FindAsync(EnterpriseId, number, cancellation) is not { } declaration) return NotFound();
        if (!ModelState.IsValid) return ShowPage(declaration, form);
        var read = await paste.ReadAsync(declaration.Read(), form.Block, form.FirstColumn ?? 0, cancellation);
        if (!read.IsDone)
        {
            ModelState.Show(read.Refusals);
            return ShowPage(declaration, form);
        }

        var answer = await declarations.SaveAsync(EnterpriseId, number, new DraftChange(form.Version ?? 0, read.Value.AppliedTo(declaration.Read(), form.Replaces)), cancellation);
        if (answer.Declaration is null)
        {
            ModelState.AddModelError("", answer.Refusal ?? "这份草稿刚被他人修改。请回到草稿核对后再粘贴。");
            return ShowPage(declaration, form);
        }

        TempData["Notice"] = string.Create(CultureInfo.InvariantCulture, $"已粘贴 {read.Value.Rows.Count} 项商品并保存。{read.Value.NotRead}");
        return Redirect($"/enterprise/declarations/{number}/edit#goods");
    }

    /// <summary>How a block is read; nothing is saved.</summary>
    [HttpPost(Home + "/read")]
    public async Task<IActionResult> Read(DeclarationNumber number, PasteForm form, CancellationToken cancellation)
    {
        if (await declarations.FindAsync(EnterpriseId, number, cancellation) is not { } declaration) return NotFound();
        if (!ModelState.IsValid) return BadRequest(new { message = "没有可以粘贴的内容。" });
        var read = await paste.ReadAsync(declaration.Read(), form.Block, form.FirstColumn ?? 0, cancellation);
        if (!read.IsDone) return BadRequest(new { message = read.Refusals[0].Message });
        return Json(new { columns = read.Value.Columns.Select(c => char.ToUpperInvariant(c.Name[0]) + c.Name[1..]), rows = read.Value.Rows, notRead = read.Value.NotRead });
    }

    private ViewResult ShowPage(Declaration declaration, PasteForm form)
    {
        var document = declaration.Read();
        return View("Show", new PastePage(declaration.Number, form, [.. document.UsedFields(document.Schema.Goods).Select(f => f.Label)]));
    }
}
