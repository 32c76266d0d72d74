using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Files;
using HuaihuaPilotZone.Imports;
using HuaihuaPilotZone.Imports.Batches;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared.Imports;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Imports;

/// <summary>The enterprise's imports: upload, columns, check, repair, import, take back.</summary>
[Area(Policies.EnterpriseDesk)]
public sealed class ImportsController(
    ImportService imports, ImportReview review, ImportRepairs repairs, ImportKinds kinds, ImportIntake intake, CurrentMembership membership) : Controller
{
    private const string Home = "/enterprise/imports";
    private const string Views = "/Shared/Imports/";

    private int EnterpriseId => membership.Required.EnterpriseId;

    [HttpGet(Home)]
    public async Task<IActionResult> Index(ImportQuery query, CancellationToken cancellation) =>
        View(Views + "List.cshtml", new ImportListPage(Home, query, await imports.ListAsync(EnterpriseId, query.ToFilter(), new PageRequest(query.Page, query.Size), cancellation), kinds.All));

    [HttpGet(Home + "/new")]
    public IActionResult New(string? kind) => ShowNew(new UploadForm { Kind = (kinds.Find(kind) ?? kinds.All[0]).Name });

    [HttpPost(Home + "/new")]
    public async Task<IActionResult> New(UploadForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid) return ShowNew(form);
        await using var content = form.File!.OpenReadStream();
        var kept = await intake.KeepAsync(form.File.FileName, content, cancellation);
        if (!kept.IsDone)
        {
            ModelState.Show(kept.Refusals);
            return ShowNew(form);
        }

        var added = await imports.AddAsync(EnterpriseId, form.Kind ?? kinds.All[0].Name, form.Variant, kept.Value, cancellation);
        if (added.IsDone)
        {
            if (kept.Value.Hidden > 0) TempData["Notice"] = $"文件里有 {kept.Value.Hidden} 处身份证号，平台不保存，已遮盖后存入。";
            return Redirect($"{Home}/{added.Value}");
        }

        ModelState.Show(added.Refusals);
        return ShowNew(form);
    }

    [HttpGet(Home + "/template/{kind}/{variant}")]
    public IActionResult Template(string kind, string variant)
    {
        if (kinds.Find(kind) is not { } found || found.Variants.All(v => v.Name != variant)) return NotFound();
        var book = new MemoryStream();
        ImportDownloads.WriteTemplate(book, found, variant);
        book.Position = 0;
        return File(book, FileType.Xlsx.MediaType(), $"{found.Title}模板-{variant}.xlsx");
    }

    [HttpGet(Home + "/{id:int}")]
    public async Task<IActionResult> Show(int id, RowQuery query, CancellationToken cancellation)
    {
        if (await imports.FindAsync(EnterpriseId, id, cancellation) is not { } detail) return NotFound();
        return detail.Batch.Stage switch
        {
            ImportStage.Matching => View(Views + "Match.cshtml", new ImportMatchPage(Home, detail, await imports.ProposeAsync(EnterpriseId, detail, cancellation))),
            ImportStage.Review => View(Views + "Review.cshtml", new ImportReviewPage(
                Home, detail, query, await review.KindsAsync(EnterpriseId, id, cancellation), await review.RowsAsync(EnterpriseId, id, query.ToFilter(), new PageRequest(query.Page), cancellation))),
            ImportStage.Committed or ImportStage.Undone or ImportStage.Discarded => View(Views + "Result.cshtml", new ImportResultPage(
                Home, detail, await imports.ResultsAsync(EnterpriseId, id, query.Show == "kept", new PageRequest(query.Page), cancellation), query.Show == "kept")),
            _ => View(Views + "Work.cshtml", new ImportPage(Home, detail)),
        };
    }

    [HttpPost(Home + "/{id:int}/columns")]
    public async Task<IActionResult> Match(int id, MatchForm form, CancellationToken cancellation)
    {
        if (await imports.FindAsync(EnterpriseId, id, cancellation) is not { } detail) return NotFound();
        var outcome = ModelState.IsValid ? await imports.MatchAsync(EnterpriseId, id, form.Targets, cancellation) : null;
        if (outcome is { IsDone: true }) return Redirect($"{Home}/{id}");
        if (outcome is not null) ModelState.Show(outcome.Refusals);
        if (detail.Batch.Stage != ImportStage.Matching) return Tell(id, "列已经选好了。", isBad: true);
        return View(Views + "Match.cshtml", new ImportMatchPage(Home, detail, form.Targets.Count > 0 ? form.Targets : await imports.ProposeAsync(EnterpriseId, detail, cancellation)));
    }

    [HttpPost(Home + "/{id:int}/rows")]
    public async Task<IActionResult> Repair(int id, RowForm form, CancellationToken cancellation)
    {
        if (await imports.FindAsync(EnterpriseId, id, cancellation) is null) return NotFound();
        var outcome = ModelState.IsValid ? await repairs.RepairRowAsync(EnterpriseId, id, form.Row!.Value, form.ToCells(), cancellation) : Refused();
        return Tell(id, outcome.IsDone ? $"第 {form.Row} 行已修改并重新核对。" : outcome.Refusals[0].Message, !outcome.IsDone, form.Back);
    }

    [HttpPost(Home + "/{id:int}/kinds")]
    public async Task<IActionResult> RepairKind(int id, KindForm form, CancellationToken cancellation)
    {
        if (await imports.FindAsync(EnterpriseId, id, cancellation) is null) return NotFound();
        if (!ModelState.IsValid) return Tell(id, Refused().Refusals[0].Message, isBad: true);
        var answer = await repairs.RepairKindAsync(EnterpriseId, id, form.ToRepair(), cancellation);
        if (!answer.IsDone) return Tell(id, answer.Refusals[0].Message, isBad: true);
        return Tell(id, answer.Value.IsLater ? $"{answer.Value.Count} 处正在后台修改。" : $"{answer.Value.Count} 处已修改并重新核对。");
    }

    [HttpPost(Home + "/{id:int}/commit")]
    public async Task<IActionResult> Commit(int id, CancellationToken cancellation) => await ActAsync(id, imports.CommitAsync(EnterpriseId, id, cancellation), "开始导入。", cancellation);

    /// <summary>Asks before anything is given up, also where no script runs.</summary>
    [HttpGet(Home + "/{id:int}/discard")]
    public async Task<IActionResult> ConfirmDiscard(int id, CancellationToken cancellation) =>
        await imports.FindAsync(EnterpriseId, id, cancellation) is { } detail ? View("/Shared/Confirm.cshtml", ImportQuestions.Discard(Home, detail)) : NotFound();

    /// <inheritdoc cref="ConfirmDiscard"/>
    [HttpGet(Home + "/{id:int}/undo")]
    public async Task<IActionResult> ConfirmUndo(int id, CancellationToken cancellation) =>
        await imports.FindAsync(EnterpriseId, id, cancellation) is { } detail ? View("/Shared/Confirm.cshtml", ImportQuestions.Undo(Home, detail)) : NotFound();

    [HttpPost(Home + "/{id:int}/reopen")]
    public async Task<IActionResult> Reopen(int id, CancellationToken cancellation) => await ActAsync(id, imports.ReopenAsync(EnterpriseId, id, cancellation), "先重新核对没有导入的行。", cancellation);

    [HttpPost(Home + "/{id:int}/undo")]
    public async Task<IActionResult> Undo(int id, CancellationToken cancellation) => await ActAsync(id, imports.UndoAsync(EnterpriseId, id, cancellation), "开始撤回。", cancellation);

    [HttpPost(Home + "/{id:int}/discard")]
    public async Task<IActionResult> Discard(int id, CancellationToken cancellation)
    {
        var said = await imports.FindAsync(EnterpriseId, id, cancellation) is { IsReopened: true } ? "已结束修改，没有导入的行仍保留。" : "已放弃，没有导入任何内容。";
        return await ActAsync(id, imports.DiscardAsync(EnterpriseId, id, cancellation), said, cancellation);
    }

    private ViewResult ShowNew(UploadForm form) => View(Views + "New.cshtml", new ImportNewPage(Home, form, kinds.All));

    private Outcome Refused() => Outcome.Refused(ModelState.Values.SelectMany(v => v.Errors).Select(e => e.ErrorMessage).FirstOrDefault(m => m.Length > 0) ?? "没有要修改的内容。");

    private async Task<IActionResult> ActAsync(int id, Task<Outcome> act, string done, CancellationToken cancellation)
    {
        var outcome = await act;
        if (await imports.FindAsync(EnterpriseId, id, cancellation) is null) return NotFound();
        return Tell(id, outcome.IsDone ? done : outcome.Refusals[0].Message, !outcome.IsDone);
    }

    private RedirectResult Tell(int id, string sentence, bool isBad = false, string? back = null)
    {
        TempData["Notice"] = sentence;
        if (isBad) TempData["NoticeTone"] = "bad";
        // the query of our own page, never another address
        var query = back is ['?', ..] ? QueryString.FromUriComponent(back).ToUriComponent() : "";
        return Redirect(string.Create(CultureInfo.InvariantCulture, $"{Home}/{id}{query}"));
    }
}
