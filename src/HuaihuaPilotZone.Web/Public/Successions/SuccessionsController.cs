using HuaihuaPilotZone.Accounts.Successions;
using HuaihuaPilotZone.Files;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace HuaihuaPilotZone.Web.Public.Successions;

/// <summary>Somebody asks to take over as administrator of an enterprise. The answer never says whether the enterprise is in the roster.</summary>
public sealed class SuccessionsController(SuccessionRequests requests, FileCabinet cabinet, FormStamps stamps) : Controller
{
    private const string Home = "/enterprises/take-over";

    [HttpGet(Home)]
    public IActionResult Ask() => View(new SuccessionForm { Stamp = stamps.Issue() });

    [EnableRateLimiting(RateLimits.PublicForms)]
    [HttpPost(Home)]
    public async Task<IActionResult> Ask(SuccessionForm form, CancellationToken cancellation)
    {
        if (stamps.Problem(form.Stamp) is { } problem) ModelState.AddModelError("", problem);
        if (!ModelState.IsValid) return Again(form);
        var files = await cabinet.KeepAllAsync(form.File, ModelState, cancellation);
        if (!ModelState.IsValid) return Again(form);
        var asked = await requests.AskAsync(form.ToRequest(), files, cancellation);
        if (!asked.IsDone)
        {
            ModelState.Show(asked.Refusals);
            return Again(form);
        }

        TempData["SuccessionNumber"] = asked.Value;
        return Redirect($"{Home}/received");
    }

    /// <summary>The number, once.</summary>
    [HttpGet(Home + "/received")]
    public IActionResult Received() => TempData["SuccessionNumber"] is string number ? View("Received", number) : Redirect(Home);

    private ViewResult Again(SuccessionForm form)
    {
        form.Stamp = stamps.Renew(form.Stamp);
        return View(nameof(Ask), form);
    }
}
