using HuaihuaPilotZone.Figures.Indicators;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Statistics;

/// <summary>Values out of a file.</summary>
[Area(Policies.ParkDesk)]
[Authorize(Policies.KeepFigures)]
public sealed class StatisticsImportController(ObservationImport import) : Controller
{
    private const string Home = "/park/statistics/import";

    [HttpGet(Home)]
    public IActionResult Import() => View("/Areas/ParkDesk/Statistics/Import.cshtml", new ObservationImportForm());

    /// <summary>An example with invented rows.</summary>
    [HttpGet(Home + "/example.csv")]
    public Task Example(CancellationToken cancellation) => CsvFile.SendAsync(
        Response, "statistics-example.csv", [.. ObservationImport.Columns.Select(c => c.Label)], ObservationImport.Example.ToAsyncEnumerable(), r => r, cancellation);

    [HttpPost(Home)]
    [RequestSizeLimit(ObservationImportFormValidator.MostBytes + 100_000)]
    public async Task<IActionResult> Import(ObservationImportForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            await using var content = form.File!.OpenReadStream();
            var outcome = await import.ImportAsync(content, form.File.FileName, cancellation);
            if (outcome.IsDone)
            {
                TempData["Notice"] = $"已导入 {outcome.Value} 条，由另一人逐条核对后公开。";
                return Redirect("/park/statistics?state=Draft");
            }
            ModelState.Show(outcome.Refusals);
        }
        return View("/Areas/ParkDesk/Statistics/Import.cshtml", form);
    }
}
