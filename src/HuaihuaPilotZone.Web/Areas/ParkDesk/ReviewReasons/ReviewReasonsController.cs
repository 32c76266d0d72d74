using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Library = HuaihuaPilotZone.Declarations.Review.ReviewReasons;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.ReviewReasons;

/// <summary>The library of reasons that reviewers pick from.</summary>
[Area(Policies.ParkDesk)]
public sealed class ReviewReasonsController(Library reasons) : Controller
{
    private const string Home = "/park/review-reasons";

    [HttpGet(Home)]
    public async Task<IActionResult> Index(bool retired, string? q, int? page, CancellationToken cancellation) =>
        View(new ReasonListPage(retired, q, await reasons.ListAsync(retired, q, new PageRequest(page), cancellation)));

    [Authorize(Policies.ReviewDeclarations)]
    [HttpGet(Home + "/new")]
    public IActionResult New() => View("Edit", new ReasonForm());

    [Authorize(Policies.ReviewDeclarations)]
    [HttpPost(Home + "/new")]
    public async Task<IActionResult> New(ReasonForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid) return View("Edit", form);
        var outcome = await reasons.AddAsync(form.ToData(), cancellation);
        return outcome.IsDone ? Done("理由已加入。") : Refused(form, outcome.Refusals);
    }

    [Authorize(Policies.ReviewDeclarations)]
    [HttpGet(Home + "/{id:int}")]
    public async Task<IActionResult> Edit(int id, CancellationToken cancellation) =>
        await reasons.FindAsync(id, cancellation) is { } reason ? View(ReasonForm.Of(reason)) : NotFound();

    [Authorize(Policies.ReviewDeclarations)]
    [HttpPost(Home + "/{id:int}")]
    public async Task<IActionResult> Edit(int id, ReasonForm form, CancellationToken cancellation)
    {
        if (await reasons.FindAsync(id, cancellation) is null) return NotFound();
        if (!ModelState.IsValid) return View(form);
        var outcome = await reasons.UpdateAsync(id, form.Version, form.ToData(), cancellation);
        return outcome.IsDone ? Done("理由已保存。") : Refused(form, outcome.Refusals);
    }

    [Authorize(Policies.ReviewDeclarations)]
    [HttpPost(Home + "/{id:int}/retire")]
    public async Task<IActionResult> Retire(int id, int version, bool retired, CancellationToken cancellation)
    {
        if (await reasons.FindAsync(id, cancellation) is null) return NotFound();
        var outcome = await reasons.SetRetiredAsync(id, version, retired, cancellation);
        if (outcome.IsDone) return Done(retired ? "理由已停用。" : "理由已恢复。");
        TempData["NoticeTone"] = "bad";
        return Done(outcome.Refusals[0].Message);
    }

    private RedirectResult Done(string notice)
    {
        TempData["Notice"] = notice;
        return Redirect(Home);
    }

    private ViewResult Refused(ReasonForm form, IReadOnlyList<Refusal> refusals)
    {
        ModelState.Show(refusals);
        return View("Edit", form);
    }
}
