using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors.Keeping;
using HuaihuaPilotZone.Imports.Sheets;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;

/// <summary>A page that takes rows of the network out of a file, all or none.</summary>
/// <param name="What">What the rows are, as the title names them.</param>
/// <param name="Counted">The same with the word that counts it.</param>
/// <param name="Lead">What the import does to what is there.</param>
/// <param name="Hint">How the cells are written that are not self-evident.</param>
/// <param name="Home">The list that it belongs to.</param>
/// <param name="Address">Where the form goes.</param>
/// <param name="Present">Address of a file with what is there now.</param>
public sealed record SheetImportPage(
    string What, string Counted, string Lead, string Hint, Crumb Home, string Address, string Present, int MostRows, IReadOnlyList<TargetColumn> Columns)
{
    public const string ViewName = "SheetImport";

    public SheetUploadForm Form { get; init; } = new();

    /// <summary>What the file would do, where it was tried.</summary>
    public SheetPreview? Preview { get; init; }

    /// <summary>The same page with what the file would do; the next attempt is made knowing it.</summary>
    public SheetImportPage Showing(SheetPreview preview) => this with { Preview = preview, Form = new SheetUploadForm { Seen = preview.Bookings } };
}

internal static class SheetImports
{
    /// <summary>Hands the file to the service and goes back to the list, or shows what stands against its rows, or what it would do.</summary>
    public static async Task<IActionResult> TakeInAsync(
        this Controller controller, SheetUploadForm form, SheetImportPage page, Func<Stream, string, CancellationToken, Task<Outcome<int>>> take, CancellationToken cancellation)
    {
        if (controller.ModelState.IsValid)
        {
            await using var content = form.File!.OpenReadStream();
            var trial = controller.HttpContext.RequestServices.GetRequiredService<SheetTrial>();
            Task<Outcome<int>> ImportAsync(CancellationToken token)
            {
                // it may be read a second time, to show what it reaches
                content.Position = 0;
                return take(content, form.File.FileName, token);
            }
            var outcome = form.Trial ? null : await trial.KeepAsync(ImportAsync, form.Seen, cancellation);
            if (outcome is { IsDone: true })
            {
                controller.TempData["Notice"] = $"已导入，{outcome.Value} {page.Counted}是新的或有变化。";
                return controller.Redirect(page.Home.Href!);
            }
            var reachesOthers = outcome?.Refusals is [{ Field: SheetTrial.Seen }];
            if (outcome is not null) controller.ModelState.Show(outcome.Refusals);
            if (form.Trial || reachesOthers)
            {
                var tried = await trial.TryAsync(ImportAsync, cancellation);
                if (tried.IsDone) page = page.Showing(tried.Value);
                else controller.ModelState.Show(tried.Refusals);
            }
        }
        return controller.View(SheetImportPage.ViewName, page);
    }
}
