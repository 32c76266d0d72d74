using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Enterprises.Vault;
using HuaihuaPilotZone.Files;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Documents;

/// <summary>The enterprise's papers: list, add, describe, renew, download.</summary>
[Area(Policies.EnterpriseDesk)]
public sealed class DocumentsController(VaultService vault, FileCabinet cabinet, CurrentMembership membership, ChinaTime time) : Controller
{
    private const string Home = "/enterprise/documents";

    private static readonly string[] _head = ["名称", "种类", "编号", "有效期起", "有效期止", "有效性", "最新文件", "版本", "SHA-256", "已附预申报", "备注"];

    private int EnterpriseId => membership.Required.EnterpriseId;

    [HttpGet(Home)]
    public async Task<IActionResult> Index(DocumentQuery query, CancellationToken cancellation) => View(new DocumentListPage(
        query, await vault.ListAsync(EnterpriseId, query.ToFilter(), new PageRequest(query.Page, query.Size), cancellation), await vault.CountExpiringAsync(EnterpriseId, cancellation)));

    [HttpGet(Home + "/export.csv")]
    public Task Export(DocumentQuery query, CancellationToken cancellation) => CsvFile.SendAsync(
        Response, string.Create(CultureInfo.InvariantCulture, $"documents-{time.Today:yyyyMMdd}.csv"), _head, vault.StreamAsync(EnterpriseId, query.ToFilter(), cancellation), Values, cancellation);

    [HttpGet(Home + "/new")]
    public IActionResult New() => View(new NewDocumentForm());

    [HttpPost(Home + "/new")]
    public async Task<IActionResult> New(NewDocumentForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid) return View(form);
        var kept = await KeepAsync(form.File!, cancellation);
        if (kept.IsDone)
        {
            var added = await vault.AddAsync(EnterpriseId, form.ToData(), kept.Value, cancellation);
            if (added.IsDone)
            {
                TempData["Notice"] = $"“{form.Title}”已存入。";
                return Redirect($"{Home}/{added.Value}");
            }
            ModelState.Show(added.Refusals);
        }
        else
        {
            ModelState.Show(kept.Refusals);
        }
        return View(form);
    }

    [HttpGet(Home + "/{id:int}")]
    public async Task<IActionResult> Show(int id, CancellationToken cancellation) =>
        await vault.FindAsync(EnterpriseId, id, cancellation) is { } detail ? View(detail) : NotFound();

    [HttpGet(Home + "/{id:int}/edit")]
    public async Task<IActionResult> Edit(int id, CancellationToken cancellation) =>
        await vault.FindAsync(EnterpriseId, id, cancellation) is { } detail ? View(DocumentForm.Of(detail.Document)) : NotFound();

    [HttpPost(Home + "/{id:int}/edit")]
    public async Task<IActionResult> Edit(int id, DocumentForm form, CancellationToken cancellation)
    {
        if (await vault.FindAsync(EnterpriseId, id, cancellation) is null) return NotFound();
        if (!ModelState.IsValid) return View(form);
        var outcome = await vault.UpdateAsync(EnterpriseId, id, form.Version, form.ToData(), cancellation);
        if (outcome.IsDone)
        {
            TempData["Notice"] = "已保存。";
            return Redirect($"{Home}/{id}");
        }
        ModelState.Show(outcome.Refusals);
        return View(form);
    }

    [HttpPost(Home + "/{id:int}/versions")]
    public async Task<IActionResult> AddVersion(int id, NewVersionForm form, CancellationToken cancellation)
    {
        if (await vault.FindAsync(EnterpriseId, id, cancellation) is not { } detail) return NotFound();
        if (!ModelState.IsValid) return View("Show", detail);
        var kept = await KeepAsync(form.File!, cancellation);
        if (!kept.IsDone) ModelState.Show(kept.Refusals);
        else
        {
            var outcome = await vault.AddVersionAsync(EnterpriseId, id, kept.Value, form.Remark, cancellation);
            if (outcome.IsDone)
            {
                TempData["Notice"] = "新版本已存入。已附上旧版本的预申报不受影响。";
                return Redirect($"{Home}/{id}");
            }
            ModelState.Show(outcome.Refusals);
        }
        return View("Show", detail);
    }

    [HttpGet(Home + "/{id:int}/versions/{sequence:int}")]
    public async Task<IActionResult> Download(int id, int sequence, CancellationToken cancellation) =>
        await vault.FindFileAsync(EnterpriseId, id, sequence, cancellation) is { } file ? this.SendFile(file, cabinet.Open(file)) : NotFound();

    [HttpPost(Home + "/{id:int}/archive")]
    public async Task<IActionResult> Archive(int id, int version, bool archived, CancellationToken cancellation)
    {
        if (await vault.FindAsync(EnterpriseId, id, cancellation) is not { } detail) return NotFound();
        var outcome = await vault.SetArchivedAsync(EnterpriseId, id, version, archived, cancellation);
        TempData["Notice"] = outcome.IsDone ? $"“{detail.Document.Title}”{(archived ? "已归档，已附的预申报不受影响" : "已恢复")}。" : outcome.Refusals[0].Message;
        if (outcome.IsDone) return Redirect(Home);
        TempData["NoticeTone"] = "bad";
        return Redirect($"{Home}/{id}");
    }

    private static IEnumerable<string?> Values(VaultRow row)
    {
        static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var (document, latest) = (row.Document, row.Latest);
        return
        [
            document.Title, document.Type.Word(), document.Number, Day(document.ValidFrom), Day(document.ValidTo), row.Validity.Word(), latest.File.Name,
            latest.Sequence.ToString(CultureInfo.InvariantCulture), latest.File.Hash, row.Declarations.ToString(CultureInfo.InvariantCulture), document.Note,
        ];
    }

    private async Task<Outcome<KeptFile>> KeepAsync(IFormFile file, CancellationToken cancellation)
    {
        await using var content = file.OpenReadStream();
        return await cabinet.KeepAsync(file.FileName, content, cancellation);
    }
}
