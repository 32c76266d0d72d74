using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Declarations;

/// <summary>Two people changed one draft: both sides beside what was there before, to choose from field by field.</summary>
[Area(Policies.EnterpriseDesk)]
public sealed class MergeController(DeclarationService declarations, DraftMerge merge, CurrentMembership membership) : Controller
{
    private const string MergeView = "Merge";
    private const string ClosedView = "Closed";

    private int EnterpriseId => membership.Required.EnterpriseId;

    /// <summary>Shows what stands in the form beside what is saved; nothing is written.</summary>
    [HttpPost("/enterprise/declarations/{number}/merge")]
    [RequestSizeLimit(8_000_000)]
    public async Task<IActionResult> Open(DeclarationNumber number, PostedDocument posted, MergeStartForm form, CancellationToken cancellation)
    {
        if (await declarations.FindAsync(EnterpriseId, number, cancellation) is not { } declaration) return NotFound();
        if (!ModelState.IsValid) return Redirect($"/enterprise/declarations/{number}/edit");
        var schema = await merge.SchemaAtAsync(declaration, form.Version!.Value, cancellation);
        return await merge.CompareAsync(EnterpriseId, number, form.Version.Value, posted.ToDocument(schema), cancellation) is { } comparison ? Shown(declaration, comparison) : NotFound();
    }

    /// <summary>Saves what was chosen, over exactly the version that was compared with. Where it has changed again, the page is shown again.</summary>
    [HttpPost("/enterprise/declarations/{number}/merge/save")]
    [RequestSizeLimit(8_000_000)]
    public async Task<IActionResult> Save(DeclarationNumber number, MergeForm form, CancellationToken cancellation)
    {
        if (await declarations.FindAsync(EnterpriseId, number, cancellation) is not { } declaration) return NotFound();
        if (!ModelState.IsValid || !TryRead(await merge.SchemaAtAsync(declaration, form.BaseVersion!.Value, cancellation), form.Mine, out var mine))
            return Redirect($"/enterprise/declarations/{number}/edit");
        var outcome = await merge.SaveAsync(EnterpriseId, number, new MergeRequest(form.BaseVersion!.Value, form.TheirVersion!.Value, mine!, form.Sides()), cancellation);
        if (outcome.IsDone)
        {
            (TempData["Notice"], TempData["Merged"]) = ("两边的内容已合并并保存。", true);
            return Redirect($"/enterprise/declarations/{number}/edit");
        }
        ModelState.Clear();
        ModelState.Show(outcome.Refusals);
        return await merge.CompareAsync(EnterpriseId, number, form.BaseVersion.Value, mine!, cancellation) is { } comparison ? Shown(declaration, comparison, form.Sides()) : NotFound();
    }

    /// <summary>Keeps what was typed into a draft that is closed meanwhile as a draft of its own.</summary>
    [HttpPost("/enterprise/declarations/{number}/merge/keep")]
    [RequestSizeLimit(8_000_000)]
    public async Task<IActionResult> Keep(DeclarationNumber number, MergeForm form, CancellationToken cancellation)
    {
        if (await declarations.FindAsync(EnterpriseId, number, cancellation) is not { } declaration) return NotFound();
        if (!ModelState.IsValid || !TryRead(await merge.SchemaAtAsync(declaration, form.BaseVersion!.Value, cancellation), form.Mine, out var mine))
            return Redirect($"/enterprise/declarations/{number}");
        var kept = await merge.KeepAsync(EnterpriseId, mine!, cancellation);
        if (kept.IsDone)
        {
            TempData["Notice"] = "刚才填的内容已另存为新草稿，请核对订单和运单编号。";
            return Redirect($"/enterprise/declarations/{kept.Value}/edit");
        }
        return await merge.CompareAsync(EnterpriseId, number, form.BaseVersion.Value, mine!, cancellation) is { } comparison ? View(ClosedView, ClosedPage.Of(comparison, kept.Refusals[0].Message)) : NotFound();
    }

    /// <summary>What is closed cannot be merged into; what was typed can be kept.</summary>
    private ViewResult Shown(Declaration declaration, DraftComparison comparison, IReadOnlyDictionary<string, MergeSide>? chosen = null) => declaration.State.IsEditable()
        ? View(MergeView, MergePage.Of(comparison, chosen))
        : View(ClosedView, ClosedPage.Of(comparison, $"{declaration.State.Word()}的预申报不能修改。"));

    private static bool TryRead(DocumentSchema schema, string? json, out CustomsDocument? document) => DocumentJson.TryDeserialize(schema, json, out document);
}
