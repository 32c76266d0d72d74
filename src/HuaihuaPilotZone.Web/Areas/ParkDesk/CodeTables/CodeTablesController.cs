using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Codes.Kept;
using HuaihuaPilotZone.Declarations.Tables;
using HuaihuaPilotZone.Files;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.CodeTables;

/// <summary>Code tables and the tariff: their versions, compared and restored, and files for the next one.</summary>
[Area(Policies.ParkDesk)]
public sealed class CodeTablesController(TableVersions versions, TableImportService imports, TablePreview preview, FileCabinet cabinet) : Controller
{
    private const string Home = "/park/tables/codes";
    private const int Recent = 10;

    [HttpGet(Home)]
    public async Task<IActionResult> Index(int? page, CancellationToken cancellation) =>
        View(new TablesPage(await versions.TablesAsync(cancellation), await imports.ListAsync(null, new PageRequest(page, Recent), cancellation)));

    [HttpGet(Home + "/{table}")]
    public async Task<IActionResult> Show(string table, int? page, CancellationToken cancellation) =>
        TableSchemas.Find(table) is { IsImportable: true } schema ? View(await PageAsync(schema, page, new ImportForm { IsComplete = true }, cancellation)) : NotFound();

    /// <summary>An empty file with the headings that an import understands.</summary>
    [HttpGet(Home + "/{table}/template.xlsx")]
    [HttpGet(Home + "/{table}/template.csv")]
    public async Task<IActionResult> Template(string table, CancellationToken cancellation)
    {
        if (TableSchemas.Find(table) is not { IsImportable: true } schema) return NotFound();
        await Response.SendListAsync($"template-{schema.Id}", schema.Title, [.. FileColumn.Of(schema).Select(c => c.Label)], AsyncEnumerable.Empty<string>(), _ => [], cancellation);
        return new EmptyResult();
    }

    /// <summary>The table as it is now under the headings of the template, so that it can be changed and handed in again.</summary>
    [HttpGet(Home + "/{table}/rows.xlsx")]
    [HttpGet(Home + "/{table}/rows.csv")]
    public async Task<IActionResult> Rows(string table, CancellationToken cancellation)
    {
        if (TableSchemas.Find(table) is not { IsImportable: true } schema) return NotFound();
        var rows = await preview.PresentAsync(schema.Id, cancellation);
        await Response.SendListAsync($"table-{schema.Id}", schema.Title, [.. FileColumn.Of(schema).Select(c => c.Label)], rows.ToAsyncEnumerable(), r => FileColumn.Values(schema, r), cancellation);
        return new EmptyResult();
    }

    [HttpPost(Home + "/{table}")]
    [Authorize(Policies.KeepTables)]
    public async Task<IActionResult> Show(string table, ImportForm form, CancellationToken cancellation)
    {
        if (TableSchemas.Find(table) is not { IsImportable: true } schema) return NotFound();
        if (ModelState.IsValid)
        {
            var uploaded = await UploadAsync(schema, form, cancellation);
            if (uploaded.IsDone) return Redirect($"/park/tables/imports/{uploaded.Value}");
            ModelState.Show(uploaded.Refusals);
        }
        return View(await PageAsync(schema, null, form, cancellation));
    }

    [HttpGet(Home + "/{table}/compare")]
    public async Task<IActionResult> Compare(string table, int? from, int? to, int? page, CancellationToken cancellation)
    {
        if (TableSchemas.Find(table) is not { IsImportable: true } schema) return NotFound();
        if (await versions.FindAsync(schema.Id, Math.Min(from ?? 0, to ?? 0), cancellation) is not { } earlier || await versions.FindAsync(schema.Id, Math.Max(from ?? 0, to ?? 0), cancellation) is not { } later) return NotFound();
        return View(new ComparisonPage(schema, earlier, later, await versions.CompareAsync(earlier, later, new PageRequest(page), cancellation)));
    }

    [HttpPost(Home + "/{table}/restore")]
    [Authorize(Policies.KeepTables)]
    public async Task<IActionResult> Restore(string table, RestoreForm form, CancellationToken cancellation)
    {
        if (TableSchemas.Find(table) is not { IsImportable: true } schema) return NotFound();
        if (ModelState.IsValid)
        {
            var restored = await versions.RestoreAsync(schema.Id, form.Number, form.Current, cancellation);
            if (restored.IsDone)
            {
                TempData["Notice"] = $"已按第 {form.Number} 版恢复，成为第 {restored.Value} 版，预检立即使用。";
                return Redirect($"{Home}/{schema.Id}");
            }
            ModelState.Show(restored.Refusals);
        }
        return View(nameof(Show), await PageAsync(schema, null, new ImportForm { IsComplete = true }, cancellation));
    }

    private async Task<Outcome<int>> UploadAsync(TableSchema schema, ImportForm form, CancellationToken cancellation)
    {
        await using var content = form.File!.OpenReadStream();
        var kept = await cabinet.KeepAsync(form.File.FileName, content, cancellation);
        return kept.IsDone ? await imports.UploadAsync(form.ToUpload(schema.Id), kept.Value, cancellation) : Outcome.Refused(kept.Refusals);
    }

    private async Task<CodeTablePage> PageAsync(TableSchema schema, int? page, ImportForm form, CancellationToken cancellation) =>
        new(schema, await versions.ListAsync(schema.Id, new PageRequest(page), cancellation), form);
}
