using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Files;
using HuaihuaPilotZone.Imports;
using HuaihuaPilotZone.Imports.Batches;
using HuaihuaPilotZone.Imports.Sheets;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Shared.Imports;

/// <summary>What the pages of the bench need.</summary>
public sealed record BenchServices(ImportService Imports, ImportReview Review, ImportRepairs Repairs, ImportKinds Kinds, ImportDownloads Downloads, ImportIntake Intake);

/// <summary>The bench at a desk: upload, columns, check, repair, import, take back. A desk says where it stands and whose imports it shows; everything else is the same.</summary>
public abstract class BenchController(BenchServices bench) : Controller
{
    private const string Views = "/Shared/Imports/";

    /// <summary>Address of the list at this desk.</summary>
    protected abstract string Home { get; }

    /// <summary>Whose imports; null for the park's. It comes from the sign-in.</summary>
    protected abstract int? EnterpriseId { get; }

    private ImportService Imports => bench.Imports;

    private IReadOnlyList<ImportKind> Kinds => bench.Kinds.Of(EnterpriseId is null);

    [HttpGet("")]
    public async Task<IActionResult> Index(ImportQuery query, CancellationToken cancellation) =>
        View(Views + "List.cshtml", new ImportListPage(Home, query, await Imports.ListAsync(EnterpriseId, query.ToFilter(), new PageRequest(query.Page, query.Size), cancellation), Kinds));

    [HttpGet("new")]
    public Task<IActionResult> New(string? kind, CancellationToken cancellation) => ShowNewAsync(new UploadForm { Kind = (Find(kind) ?? Kinds[0]).Name }, cancellation);

    [HttpPost("new")]
    public async Task<IActionResult> New(UploadForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid) return await ShowNewAsync(form, cancellation);
        await using var content = form.File!.OpenReadStream();
        var kept = await bench.Intake.KeepAsync(form.File.FileName, content, cancellation);
        if (!kept.IsDone)
        {
            ModelState.Show(kept.Refusals);
            return await ShowNewAsync(form, cancellation);
        }

        var added = await Imports.AddAsync(EnterpriseId, form.Kind ?? Kinds[0].Name, form.Variant, kept.Value, cancellation);
        if (added.IsDone)
        {
            if (kept.Value.Hidden > 0) TempData["Notice"] = $"文件里有 {kept.Value.Hidden} 处身份证号，平台不保存，已遮盖后存入。";
            return Redirect($"{Home}/{added.Value}");
        }

        ModelState.Show(added.Refusals);
        return await ShowNewAsync(form, cancellation);
    }

    [HttpGet("template/{kind}/{variant}")]
    public async Task<IActionResult> Template(string kind, string variant, CancellationToken cancellation)
    {
        if (Find(kind) is not { } found || (await found.OpenVariantsAsync(cancellation)).All(v => v.Name != variant)) return NotFound();
        var book = new MemoryStream();
        ImportDownloads.WriteTemplate(book, found, variant);
        book.Position = 0;
        return File(book, FileType.Xlsx.MediaType(), $"{found.Title}模板-{variant}.xlsx");
    }

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Show(int id, RowQuery query, CancellationToken cancellation)
    {
        if (await Imports.FindAsync(EnterpriseId, id, cancellation) is not { } detail) return NotFound();
        return detail.Batch.Stage switch
        {
            ImportStage.Matching => View(Views + "Match.cshtml", new ImportMatchPage(Home, detail, await Imports.ProposeAsync(EnterpriseId, detail, cancellation))),
            ImportStage.Review => View(Views + "Review.cshtml", new ImportReviewPage(
                Home, detail, query, await bench.Review.KindsAsync(EnterpriseId, id, cancellation), await bench.Review.RowsAsync(EnterpriseId, id, query.ToFilter(), new PageRequest(query.Page), cancellation))),
            ImportStage.Committed or ImportStage.Undone or ImportStage.Discarded => await ShowResultAsync(detail, query, cancellation),
            _ => View(Views + "Work.cshtml", new ImportPage(Home, detail)),
        };
    }

    [HttpGet("{id:int}/failed.csv")]
    public virtual async Task<IActionResult> Csv(int id, CancellationToken cancellation)
    {
        if (await Imports.FindAsync(EnterpriseId, id, cancellation) is not { } batch) return NotFound();
        var content = Temporary();
        await SheetWriter.WriteCsvAsync(content, bench.Downloads.FailedAsync(batch, cancellation), cancellation);
        return Send(content, "text/csv", $"有问题的行-{id}.csv");
    }

    [HttpGet("{id:int}/failed.xlsx")]
    public virtual async Task<IActionResult> Xlsx(int id, CancellationToken cancellation)
    {
        if (await Imports.FindAsync(EnterpriseId, id, cancellation) is not { } batch) return NotFound();
        var content = Temporary();
        await SheetWriter.WriteAsync(content, "有问题的行", bench.Downloads.FailedAsync(batch, cancellation), cancellation);
        return Send(content, FileType.Xlsx.MediaType(), $"有问题的行-{id}.xlsx");
    }

    [HttpPost("{id:int}/columns")]
    public async Task<IActionResult> Match(int id, MatchForm form, CancellationToken cancellation)
    {
        if (await Imports.FindAsync(EnterpriseId, id, cancellation) is not { } detail) return NotFound();
        var outcome = ModelState.IsValid ? await Imports.MatchAsync(EnterpriseId, id, form.Targets, cancellation) : null;
        if (outcome is { IsDone: true }) return Redirect($"{Home}/{id}");
        if (outcome is not null) ModelState.Show(outcome.Refusals);
        if (detail.Batch.Stage != ImportStage.Matching) return Tell(id, "列已经选好了。", isBad: true);
        return View(Views + "Match.cshtml", new ImportMatchPage(Home, detail, form.Targets.Count > 0 ? form.Targets : await Imports.ProposeAsync(EnterpriseId, detail, cancellation)));
    }

    [HttpPost("{id:int}/rows")]
    public async Task<IActionResult> Repair(int id, RowForm form, CancellationToken cancellation)
    {
        if (await Imports.FindAsync(EnterpriseId, id, cancellation) is null) return NotFound();
        var (saved, rows) = await SaveAsync(id, form, cancellation);
        if (!saved.IsDone) return Tell(id, saved.Refusals[0].Message, isBad: true, form.Back, form.Row);
        if (rows.Count == 0) return Tell(id, "没有改动，请先改单元格。", isBad: true, form.Back, form.Row);
        return Tell(id, Said(rows), isBad: false, form.Back, RowOf(form, rows));
    }

    [HttpPost("{id:int}/kinds")]
    public async Task<IActionResult> RepairKind(int id, KindForm form, RowForm typed, CancellationToken cancellation)
    {
        if (await Imports.FindAsync(EnterpriseId, id, cancellation) is null) return NotFound();
        var (saved, rows) = await SaveAsync(id, typed, cancellation);
        if (!saved.IsDone) return Tell(id, saved.Refusals[0].Message, isBad: true);
        var said = rows.Count == 0 ? "" : Said(rows);
        if (WrongOf(field => !RowForm.IsOwn(field)) is { } wrong) return Tell(id, said + wrong, isBad: true);
        var answer = await bench.Repairs.RepairKindAsync(EnterpriseId, id, form.ToRepair(), cancellation);
        if (!answer.IsDone) return Tell(id, said + answer.Refusals[0].Message, isBad: true);
        return Tell(id, said + (answer.Value.IsLater ? $"{answer.Value.Count} 处正在后台修改。" : $"{answer.Value.Count} 处已修改并重新核对。"));
    }

    /// <summary>Imports only what the person has seen checked: what was typed and not saved yet is saved first, and looked at by them.</summary>
    [HttpPost("{id:int}/commit")]
    public async Task<IActionResult> Commit(int id, RowForm typed, CancellationToken cancellation)
    {
        if (await Imports.FindAsync(EnterpriseId, id, cancellation) is null) return NotFound();
        var (saved, rows) = await SaveAsync(id, typed, cancellation);
        if (!saved.IsDone) return Tell(id, saved.Refusals[0].Message, isBad: true, typed.Back);
        if (rows.Count > 0) return Tell(id, $"还没有导入：刚才改的 {rows.Count} 行先保存并重新核对了，请看过结果再导入。", isBad: false, typed.Back, RowOf(typed, rows));
        return await ActAsync(id, Imports.CommitAsync(EnterpriseId, id, cancellation), "开始导入。", cancellation);
    }

    /// <summary>Asks before anything is given up, also where no script runs.</summary>
    [HttpGet("{id:int}/discard")]
    public async Task<IActionResult> ConfirmDiscard(int id, CancellationToken cancellation) =>
        await Imports.FindAsync(EnterpriseId, id, cancellation) is { } detail ? View("/Shared/Confirm.cshtml", ImportQuestions.Discard(Home, detail)) : NotFound();

    /// <inheritdoc cref="ConfirmDiscard"/>
    [HttpGet("{id:int}/undo")]
    public async Task<IActionResult> ConfirmUndo(int id, CancellationToken cancellation) =>
        await Imports.FindAsync(EnterpriseId, id, cancellation) is { } detail ? View("/Shared/Confirm.cshtml", ImportQuestions.Undo(Home, detail)) : NotFound();

    [HttpPost("{id:int}/reopen")]
    public async Task<IActionResult> Reopen(int id, CancellationToken cancellation) => await ActAsync(id, Imports.ReopenAsync(EnterpriseId, id, cancellation), "先重新核对没有导入的行。", cancellation);

    [HttpPost("{id:int}/undo")]
    public async Task<IActionResult> Undo(int id, CancellationToken cancellation) => await ActAsync(id, Imports.UndoAsync(EnterpriseId, id, cancellation), "开始撤回。", cancellation);

    [HttpPost("{id:int}/discard")]
    public async Task<IActionResult> Discard(int id, CancellationToken cancellation)
    {
        var said = await Imports.FindAsync(EnterpriseId, id, cancellation) is { IsReopened: true } ? "已结束修改，没有导入的行仍保留。" : "已放弃，没有导入任何内容。";
        return await ActAsync(id, Imports.DiscardAsync(EnterpriseId, id, cancellation), said, cancellation);
    }

    /// <summary>Saves what was changed on the page, all or none.</summary>
    private async Task<(Outcome Saved, IReadOnlyDictionary<int, IReadOnlyDictionary<string, string?>> Rows)> SaveAsync(int id, RowForm form, CancellationToken cancellation)
    {
        ForgiveShown(form);
        var rows = form.ToRows();
        if (WrongOf(RowForm.IsOwn) is { } wrong) return (Outcome.Refused(wrong), rows);
        return (rows.Count == 0 ? Outcome.Done : await bench.Repairs.RepairRowsAsync(EnterpriseId, id, rows, cancellation), rows);
    }

    /// <summary>What the file holds and nobody has touched is not the person's mistake.</summary>
    private void ForgiveShown(RowForm form)
    {
        foreach (var (i, cell) in form.Cells.Index())
        {
            ModelState.Remove(string.Create(CultureInfo.InvariantCulture, $"{nameof(RowForm.Cells)}[{i}].{nameof(CellForm.Was)}"));
            if (!cell.IsChanged) ModelState.Remove(string.Create(CultureInfo.InvariantCulture, $"{nameof(RowForm.Cells)}[{i}].{nameof(CellForm.Value)}"));
        }
    }

    private static string Said(IReadOnlyDictionary<int, IReadOnlyDictionary<string, string?>> rows) => rows.Count == 1 ? $"第 {rows.Keys.First()} 行已修改并重新核对。" : $"{rows.Count} 行已修改并重新核对。";

    /// <summary>The row to come back to.</summary>
    private static int RowOf(RowForm form, IReadOnlyDictionary<int, IReadOnlyDictionary<string, string?>> rows) => form.Row is { } row && rows.ContainsKey(row) ? row : rows.Keys.Min();

    private ImportKind? Find(string? kind) => Kinds.FirstOrDefault(k => k.Name == kind);

    private async Task<IActionResult> ShowResultAsync(ImportDetail detail, RowQuery query, CancellationToken cancellation)
    {
        var keptOnly = query.Show == "kept";
        var results = await Imports.ResultsAsync(EnterpriseId, detail.Batch.Id, keptOnly, new PageRequest(query.Page), cancellation);
        return View(Views + "Result.cshtml", new ImportResultPage(Home, detail, results, keptOnly));
    }

    /// <summary>However many rows there are, they lie on the disk and not in memory.</summary>
    private static FileStream Temporary() => new(Path.GetTempFileName(), new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose });

    private FileStreamResult Send(FileStream content, string mediaType, string name)
    {
        content.Position = 0;
        Response.Headers.CacheControl = "private, no-store";
        return File(content, mediaType, name);
    }

    private async Task<IActionResult> ShowNewAsync(UploadForm form, CancellationToken cancellation)
    {
        var kind = Find(form.Kind) ?? Kinds[0];
        return View(Views + "New.cshtml", new ImportNewPage(Home, form, Kinds, kind, await kind.OpenVariantsAsync(cancellation)));
    }

    /// <summary>The first thing that is said of fields; null where nothing is wrong with them.</summary>
    private string? WrongOf(Func<string, bool> isMeant) => ModelState.Where(f => isMeant(f.Key)).SelectMany(f => f.Value!.Errors).Select(e => e.ErrorMessage).FirstOrDefault(m => m.Length > 0);

    private async Task<IActionResult> ActAsync(int id, Task<Outcome> act, string done, CancellationToken cancellation)
    {
        var outcome = await act;
        if (await Imports.FindAsync(EnterpriseId, id, cancellation) is null) return NotFound();
        return Tell(id, outcome.IsDone ? done : outcome.Refusals[0].Message, !outcome.IsDone);
    }

    /// <param name="row">The row that the reader was at, to be shown again.</param>
    private RedirectResult Tell(int id, string sentence, bool isBad = false, string? back = null, int? row = null)
    {
        TempData["Notice"] = sentence;
        if (isBad) TempData["NoticeTone"] = "bad";
        // the query of our own page, never another address
        var query = back is ['?', ..] ? QueryString.FromUriComponent(back).ToUriComponent() : "";
        return Redirect(string.Create(CultureInfo.InvariantCulture, $"{Home}/{id}{query}{(row is null ? "" : "#line-")}{row}"));
    }
}
