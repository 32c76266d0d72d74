using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Enterprises.Applications;
using HuaihuaPilotZone.Parks;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Applications;

/// <summary>The queue of applications for entry.</summary>
[Area(Policies.ParkDesk)]
public sealed class ApplicationsController(EntryReview review, EnterpriseRoster roster, ParkDirectory parks, ChinaTime time) : Controller
{
    private static readonly string[] _head = ["申请编号", "企业", "信用代码", "类型", "意向片区", "提交时间", "状态", "处理人"];

    [HttpGet("/park/applications")]
    public async Task<IActionResult> Index(ApplicationQuery query, CancellationToken cancellation)
    {
        var filter = query.ToFilter();
        return View(new QueuePage(filter, await review.ListAsync(filter, new PageRequest(query.Page), cancellation), await review.CountWaitingAsync(cancellation)));
    }

    [HttpGet("/park/applications/export.csv")]
    [HttpGet("/park/applications/export.xlsx")]
    public Task Export(ApplicationQuery query, CancellationToken cancellation) => Response.SendListAsync(
        "applications", "入驻申请", _head, review.StreamAsync(query.ToFilter()),
        row => [row.Number, row.Name, row.CreditCode, row.Type.Word(), row.AreaName, ListTimes.Of(row.SubmittedAt), row.State.Word(), row.DecidedBy], cancellation);

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

/// <summary>The queue.</summary>
public sealed record QueuePage(ApplicationFilter Filter, Page<ApplicationRow> Applications, int Waiting);
