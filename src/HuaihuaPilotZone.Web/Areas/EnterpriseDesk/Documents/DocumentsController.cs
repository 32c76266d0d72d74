using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Enterprises.Vault;
using HuaihuaPilotZone.Files;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Documents;

/// <summary>The enterprise's papers: list, add, describe, renew, download.</summary>
[Area(Policies.EnterpriseDesk)]
public sealed class DocumentsController(VaultService vault, FileCabinet cabinet, CurrentMembership membership) : Controller
{
    private const string Home = "/enterprise/documents";

    private int EnterpriseId => membership.Required.EnterpriseId;

    [HttpGet(Home)]
    public async Task<IActionResult> Index(DocumentQuery query, CancellationToken cancellation) => View(new DocumentListPage(
        query, await vault.ListAsync(EnterpriseId, query.ToFilter(), new PageRequest(query.Page, query.Size), cancellation), await vault.CountExpiringAsync(EnterpriseId, cancellation)));

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

    private async Task<Outcome<KeptFile>> KeepAsync(IFormFile file, CancellationToken cancellation)
    {
        await using var content = file.OpenReadStream();
        return await cabinet.KeepAsync(file.FileName, content, cancellation);
    }
}
