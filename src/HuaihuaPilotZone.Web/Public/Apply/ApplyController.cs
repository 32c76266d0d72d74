using AutoMapper;
using HuaihuaPilotZone.Enterprises.Applications;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace HuaihuaPilotZone.Web.Public.Apply;

/// <summary>An enterprise applies for entry into the park.</summary>
public sealed class ApplyController(EntryApplicationService applications, IMapper mapper) : Controller
{
    /// <param name="unit">A vacant unit that was chosen on a park's page.</param>
    [HttpGet("/enterprises/apply")]
    public Task<IActionResult> Apply(int? unit, CancellationToken cancellation) => ShowAsync(new ApplyForm { UnitId = unit }, cancellation);

    [EnableRateLimiting(RateLimits.PublicForms)]
    [HttpPost("/enterprises/apply")]
    public async Task<IActionResult> Apply(ApplyForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid) return await ShowAsync(form, cancellation);
        var outcome = await applications.SubmitAsync(mapper.Map<EntryRequest>(form), cancellation);
        if (outcome.IsDone)
        {
            TempData["ApplicationCheck"] = outcome.Value.CheckCode;
            return Redirect($"/enterprises/apply/{outcome.Value.Number}");
        }
        ModelState.Show(outcome.Refusals);
        return await ShowAsync(form, cancellation);
    }

    [HttpGet("/enterprises/apply/{number:regex(^RZ-\\d{{8}}-\\d{{4,6}}$)}")]
    public async Task<IActionResult> Received(string number, CancellationToken cancellation) =>
        await applications.ExistsAsync(number, cancellation) ? View("Received", number) : NotFound();

    private async Task<IActionResult> ShowAsync(ApplyForm form, CancellationToken cancellation)
    {
        form.Areas = (await applications.ChoicesAsync(cancellation)).Areas;
        form.Units = await applications.UnitsAsync(form.UnitId, cancellation);
        return View("Apply", form);
    }
}
