using HuaihuaPilotZone.InformationRequests;
using HuaihuaPilotZone.Web.Public.Letters;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace HuaihuaPilotZone.Web.Public.InformationRequests;

/// <summary>政府信息公开申请.</summary>
[InformationRequestsModule]
public sealed class InformationRequestsController(InformationRequestBox box, FormStamps stamps) : Controller
{
    private const string Home = "/information-requests";
    private const string Unknown = "编号或查询码不对，请对照提交时显示的内容。";

    [HttpGet(Home)]
    public IActionResult Index() => View();

    [HttpGet(Home + "/new")]
    public IActionResult New() => View(new RequestForm { Stamp = stamps.Issue() });

    [EnableRateLimiting(RateLimits.PublicForms)]
    [HttpPost(Home + "/new")]
    public async Task<IActionResult> New(RequestForm form, CancellationToken cancellation)
    {
        if (stamps.Problem(form.Stamp) is { } problem) ModelState.AddModelError("", problem);
        if (!ModelState.IsValid) return Again(form);
        var sent = await box.SubmitAsync(form.ToDraft(), cancellation);
        if (!sent.IsDone)
        {
            ModelState.Show(sent.Refusals);
            return Again(form);
        }
        (TempData["RequestNumber"], TempData["RequestCode"], TempData["RequestCheck"]) = (sent.Value.Number, sent.Value.Code, sent.Value.CheckCode);
        return Redirect($"{Home}/received");
    }

    /// <summary>Number and query code, once.</summary>
    [HttpGet(Home + "/received")]
    public IActionResult Received() => TempData["RequestNumber"] is string number && TempData["RequestCode"] is string code && TempData["RequestCheck"] is string check
        ? View(new RequestReceipt(number, code, check))
        : Redirect($"{Home}/status");

    [HttpGet(Home + "/status")]
    public IActionResult Status() => View(new RequestStatusPage(new LookForm(), null));

    [EnableRateLimiting(RateLimits.PublicForms)]
    [HttpPost(Home + "/status")]
    public async Task<IActionResult> Status(LookForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid) return View(new RequestStatusPage(form, null));
        var status = await box.LookAsync(form.Number!, form.Code!, cancellation);
        if (status is null) ModelState.AddModelError("", Unknown);
        return View(new RequestStatusPage(form, status));
    }

    [EnableRateLimiting(RateLimits.PublicForms)]
    [HttpPost(Home + "/correct")]
    public async Task<IActionResult> Correct(CorrectionForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var outcome = await box.CorrectAsync(form.Number!, form.Code!, form.Content!.Trim().ReplaceLineEndings("\n"), cancellation);
            if (!outcome.IsDone) ModelState.Show(outcome.Refusals);
        }
        var status = form.Number is null || form.Code is null ? null : await box.LookAsync(form.Number, form.Code, cancellation);
        return View(nameof(Status), new RequestStatusPage(form, status, form.Content));
    }

    private ViewResult Again(RequestForm form)
    {
        form.Stamp = stamps.Renew(form.Stamp);
        return View(nameof(New), form);
    }
}
