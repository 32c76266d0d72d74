using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Enterprises.Applications;
using HuaihuaPilotZone.Parks;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Applications;

/// <summary>The queue of applications for entry.</summary>
[Area(Policies.ParkDesk)]
public sealed class ApplicationsController(EntryReview review, EnterpriseRoster roster, ParkDirectory parks, ChinaTime time) : Controller
{
    [HttpGet("/park/applications")]
    public async Task<IActionResult> Index(string? q, ApplicationState? state, bool all, int? page, CancellationToken cancellation)
    {
        // what waits comes first; everything is one click away
        ApplicationState? wanted = all ? null : state ?? ApplicationState.Submitted;
        return View(new QueuePage(wanted, q, await review.ListAsync(wanted, q, new PageRequest(page), cancellation), await review.CountWaitingAsync(cancellation)));
    }

    [HttpGet("/park/applications/{number}")]
    public Task<IActionResult> Show(string number, CancellationToken cancellation) =>
        ShowAsync(number, new ApprovalForm { Stage = EnterpriseStage.Signed, On = time.Today }, new RefusalForm(), cancellation);

    [Authorize(Policies.KeepRoster)]
    [HttpPost("/park/applications/{number}/approve")]
    public async Task<IActionResult> Approve(string number, ApprovalForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid) return await ShowAsync(number, form, new RefusalForm(), cancellation);
        var outcome = await review.ApproveAsync(number, new EntryApproval(form.Stage!.Value, form.On!.Value, form.ParkAreaId, form.Remark, form.UnitId, form.LeaseUntil), cancellation);
        if (!outcome.IsDone)
        {
            ModelState.Show(outcome.Refusals);
            return await ShowAsync(number, form, new RefusalForm(), cancellation);
        }
        TempData["Notice"] = "已批准入驻，邀请已发给联系人。";
        TempData[OneTimeLink.Key] = outcome.Value.InvitationLink.AbsoluteUri;
        return Redirect($"/park/applications/{number}");
    }

    [Authorize(Policies.KeepRoster)]
    [HttpPost("/park/applications/{number}/refuse")]
    public async Task<IActionResult> Refuse(string number, RefusalForm form, CancellationToken cancellation)
    {
        var approval = new ApprovalForm { Stage = EnterpriseStage.Signed, On = time.Today };
        if (!ModelState.IsValid) return await ShowAsync(number, approval, form, cancellation);
        var outcome = await review.RefuseAsync(number, form.Reason!, cancellation);
        if (!outcome.IsDone)
        {
            ModelState.Show(outcome.Refusals);
            return await ShowAsync(number, approval, form, cancellation);
        }
        TempData["Notice"] = "已不予批准，结果已发给联系人。";
        return Redirect($"/park/applications/{number}");
    }

    private async Task<IActionResult> ShowAsync(string number, ApprovalForm approval, RefusalForm refusal, CancellationToken cancellation)
    {
        if (await review.FindAsync(number, cancellation) is not { } application) return NotFound();
        approval.ParkAreaId ??= application.ParkAreaId;
        var units = await parks.VacantAsync(application.UnitId, cancellation);
        if (HttpMethods.IsGet(Request.Method) && units.Units.Any(u => u.Id == application.UnitId)) approval.UnitId = application.UnitId;
        ViewData[OneTimeLink.Key] = TempData[OneTimeLink.Key];
        return View("Show", new ApplicationPage(application, (await roster.ChoicesAsync(cancellation)).Areas, units, approval, refusal));
    }
}

/// <param name="State">Null for all.</param>
public sealed record QueuePage(ApplicationState? State, string? Word, Page<ApplicationRow> Applications, int Waiting);
