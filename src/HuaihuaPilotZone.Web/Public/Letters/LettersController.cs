using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Files;
using HuaihuaPilotZone.Letters;
using HuaihuaPilotZone.PublicPages;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Setup.PublicPages;
using HuaihuaPilotZone.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace HuaihuaPilotZone.Web.Public.Letters;

/// <summary>互动交流: letters from the public, their answers, and how they are answered.</summary>
public sealed class LettersController(LetterBox box, PublishedLetters published, FileCabinet cabinet, FormStamps stamps, IStringLocalizer<LettersText> text) : Controller
{
    private const string Unknown = "编号或查询码不对，请对照提交时显示的内容。";

    [PublicPage(PublicTopic.Letters)]
    [HttpGet("/letters")]
    public async Task<IActionResult> Index(LetterKind? kind, int? page, CancellationToken cancellation) =>
        View(new LetterListPage(kind, await published.ListAsync(kind, new PageRequest(page), cancellation), await published.StatisticsAsync(cancellation)));

    [PublicPage(PublicTopic.Letters)]
    [HttpGet("/letters/{number:regex(^XJ-\\d{{8}}-\\d{{4,6}}$)}")]
    public async Task<IActionResult> Show(string number, CancellationToken cancellation) => await published.FindAsync(number, cancellation) is { } letter ? View(letter) : NotFound();

    /// <param name="about">Local address of a page of this site that somebody found a mistake on.</param>
    [HttpGet("/letters/new")]
    public IActionResult New(LetterKind? kind, string? about) => View(LetterForm.New(kind, Url.IsLocalUrl(about) ? text["Correction.Title", about!].Value : null, stamps));

    [EnableRateLimiting(RateLimits.PublicForms)]
    [HttpPost("/letters/new")]
    public async Task<IActionResult> New(LetterForm form, CancellationToken cancellation)
    {
        if (stamps.Problem(form.Stamp) is { } problem) ModelState.AddModelError("", problem);
        if (!ModelState.IsValid) return Again(form);
        var files = await cabinet.KeepAllAsync(form.File, ModelState, cancellation);
        if (!ModelState.IsValid) return Again(form);
        var sent = await box.SubmitAsync(form.ToRequest(), files, cancellation);
        if (!sent.IsDone)
        {
            ModelState.Show(sent.Refusals);
            return Again(form);
        }
        (TempData["LetterNumber"], TempData["LetterCode"], TempData["LetterCheck"]) = (sent.Value.Number, sent.Value.Code, sent.Value.CheckCode);
        return Redirect("/letters/received");
    }

    /// <summary>Number and query code, once.</summary>
    [HttpGet("/letters/received")]
    public IActionResult Received() => TempData["LetterNumber"] is string number && TempData["LetterCode"] is string code && TempData["LetterCheck"] is string check
        ? View(new LetterReceipt(number, code, check))
        : Redirect("/letters/status");

    [HttpGet("/letters/status")]
    public IActionResult Status() => View(new LetterStatusPage(new LookForm(), null));

    // the code travels in the body, so that it stands in no history and no log
    [EnableRateLimiting(RateLimits.PublicForms)]
    [HttpPost("/letters/status")]
    public async Task<IActionResult> Status(LookForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid) return View(new LetterStatusPage(form, null));
        var status = await box.LookAsync(form.Number!, form.Code!, cancellation);
        if (status is null) ModelState.AddModelError("", Unknown);
        return View(new LetterStatusPage(form, status));
    }

    [EnableRateLimiting(RateLimits.PublicForms)]
    [HttpPost("/letters/rate")]
    public async Task<IActionResult> Rate(RateForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid) return View(nameof(Status), new LetterStatusPage(form, null));
        var outcome = await box.RateAsync(form.Number!, form.Code!, form.Rating!.Value, cancellation);
        if (!outcome.IsDone) ModelState.Show(outcome.Refusals);
        return View(nameof(Status), new LetterStatusPage(form, await box.LookAsync(form.Number!, form.Code!, cancellation)));
    }

    private ViewResult Again(LetterForm form)
    {
        form.Stamp = stamps.Renew(form.Stamp);
        return View(nameof(New), form);
    }
}
