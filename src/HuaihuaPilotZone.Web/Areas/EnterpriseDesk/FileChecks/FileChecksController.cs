using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.FileChecks;

/// <summary>A file of a company's own program is checked as it is, or kept as a draft.</summary>
[Area(Policies.EnterpriseDesk)]
public sealed class FileChecksController(FileDesk desk, CurrentMembership membership) : Controller
{
    private const string Address = "/enterprise/tools/file-check";
    private const string IndexView = "Index";

    [HttpGet(Address)]
    public IActionResult Index() => View(IndexView, new FileCheckForm());

    [HttpPost(Address)]
    [RequestSizeLimit(FileCheckForm.MostBytes * 2)]
    public async Task<IActionResult> Check(FileCheckForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid) return View(IndexView, form);
        var file = await form.ReadAsync(cancellation);
        if (form.Act == FileCheckForm.Keep)
        {
            var kept = await desk.KeepAsync(membership.Required.EnterpriseId, file, cancellation);
            if (kept.IsDone)
            {
                TempData["Notice"] = kept.Value.Say();
                return Redirect($"/enterprise/declarations/{kept.Value.Number}/edit");
            }

            ModelState.Show(kept.Refusals);
        }

        form.Answer = await desk.CheckAsync(file, cancellation);
        return View(IndexView, form);
    }
}
