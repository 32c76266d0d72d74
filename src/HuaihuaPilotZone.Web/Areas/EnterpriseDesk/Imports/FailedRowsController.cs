using HuaihuaPilotZone.Files;
using HuaihuaPilotZone.Imports.Batches;
using HuaihuaPilotZone.Imports.Sheets;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Imports;

/// <summary>The rows that were not imported, with the reasons, to be mended at home.</summary>
[Area(Policies.EnterpriseDesk)]
public sealed class FailedRowsController(ImportService imports, ImportDownloads downloads, CurrentMembership membership) : Controller
{
    private const string Home = "/enterprise/imports/{id:int}/failed";

    [HttpGet(Home + ".csv")]
    public async Task<IActionResult> Csv(int id, CancellationToken cancellation)
    {
        if (await imports.FindAsync(membership.Required.EnterpriseId, id, cancellation) is not { } batch) return NotFound();
        var content = Temporary();
        await SheetWriter.WriteCsvAsync(content, downloads.FailedAsync(batch, cancellation), cancellation);
        return Send(content, "text/csv", $"有问题的行-{id}.csv");
    }

    [HttpGet(Home + ".xlsx")]
    public async Task<IActionResult> Xlsx(int id, CancellationToken cancellation)
    {
        if (await imports.FindAsync(membership.Required.EnterpriseId, id, cancellation) is not { } batch) return NotFound();
        var content = Temporary();
        await SheetWriter.WriteAsync(content, "有问题的行", downloads.FailedAsync(batch, cancellation), cancellation);
        return Send(content, FileType.Xlsx.MediaType(), $"有问题的行-{id}.xlsx");
    }

    /// <summary>However many rows there are, they lie on the disk and not in memory.</summary>
    private static FileStream Temporary() => new(Path.GetTempFileName(), new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose });

    private FileStreamResult Send(FileStream content, string mediaType, string name)
    {
        content.Position = 0;
        Response.Headers.CacheControl = "private, no-store";
        return File(content, mediaType, name);
    }
}
