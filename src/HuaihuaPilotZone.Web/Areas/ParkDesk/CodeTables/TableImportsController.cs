using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Codes.Kept;
using HuaihuaPilotZone.Declarations.Tables;
using HuaihuaPilotZone.Files;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.CodeTables;

/// <summary>One import: its preview, then in force or dropped.</summary>
[Area(Policies.ParkDesk)]
public sealed class TableImportsController(TableImportService imports, TablePreview preview, FileCabinet cabinet) : Controller
{
    private const string Address = "/park/tables/imports/{id:int}";

    [HttpGet(Address)]
    public async Task<IActionResult> Import(int id, string? kind, string? fault, int? page, CancellationToken cancellation) =>
        await imports.FindAsync(id, cancellation) is { } import ? View(await PageAsync(import, kind, page, cancellation, fault)) : NotFound();

    /// <summary>All faulty lines as they stand in the file, each with what is wrong with it: mended, they can be handed in as they are.</summary>
    [HttpGet(Address + "/faults.xlsx")]
    [HttpGet(Address + "/faults.csv")]
    public async Task<IActionResult> Faults(int id, CancellationToken cancellation)
    {
        if (await imports.FindAsync(id, cancellation) is not { } import || await preview.FaultsAsync(import, cancellation) is not { } faults) return NotFound();
        await Response.SendListAsync($"faults-{import.Table}-{import.Id}", "有问题的行", [.. faults.Headings, "原文件行", "问题说明"], faults.Lines.ToAsyncEnumerable(),
            l => [.. faults.Headings.Select((_, i) => l.Row[i]), l.Row.Number.ToString(CultureInfo.InvariantCulture), string.Join(' ', l.Problems.Select(p => $"{p.Fault.Word()}：{p.Message}"))], cancellation);
        return new EmptyResult();
    }

    [HttpGet(Address + "/file")]
    public async Task<IActionResult> Download(int id, CancellationToken cancellation) =>
        await imports.FindAsync(id, cancellation) is { File: { } file } ? this.SendFile(file, cabinet.Open(file)) : NotFound();

    [HttpPost(Address + "/confirm")]
    [Authorize(Policies.KeepTables)]
    public async Task<IActionResult> Confirm(int id, ConfirmForm form, CancellationToken cancellation)
    {
        if (await imports.FindAsync(id, cancellation) is not { } import) return NotFound();
        if (ModelState.IsValid)
        {
            var confirmed = await imports.ConfirmAsync(id, form.Version, new ImportConsent(form.WithoutFaulty, form.EndMost), cancellation);
            if (confirmed.IsDone)
            {
                TempData["Notice"] = $"已导入，{TableSchemas.Of(import.Table).Title}现为第 {confirmed.Value} 版，预检立即使用。";
                return Redirect($"/park/tables/codes/{import.Table}");
            }
            ModelState.Show(confirmed.Refusals);
        }
        return View(nameof(Import), await PageAsync(import, null, null, cancellation));
    }

    [HttpPost(Address + "/discard")]
    [Authorize(Policies.KeepTables)]
    public async Task<IActionResult> Discard(int id, CancellationToken cancellation)
    {
        if (await imports.FindAsync(id, cancellation) is not { } import) return NotFound();
        var dropped = await imports.DiscardAsync(id, cancellation);
        TempData["Notice"] = dropped.IsDone ? "已放弃，表没有变化。" : dropped.Refusals[0].Message;
        return Redirect($"/park/tables/codes/{import.Table}");
    }

    private async Task<ImportPage> PageAsync(TableImport import, string? kind, int? page, CancellationToken cancellation, string? fault = null)
    {
        TableFault? only = Enum.TryParse<TableFault>(fault, ignoreCase: true, out var asked) && Enum.IsDefined(asked) ? asked : null;
        var wanted = Enum.TryParse<TableChangeKind>(kind, ignoreCase: true, out var named) && Enum.IsDefined(named) ? named : FirstOf(import);
        return new ImportPage(import, TableSchemas.Of(import.Table), wanted, await imports.ChangesAsync(import.Id, wanted, new PageRequest(page), cancellation), only);
    }

    private static TableChangeKind FirstOf(TableImport import) =>
        import.NewCount > 0 ? TableChangeKind.New : import.ChangedCount > 0 ? TableChangeKind.Changed : import.EndedCount > 0 ? TableChangeKind.Ended : TableChangeKind.New;
}
