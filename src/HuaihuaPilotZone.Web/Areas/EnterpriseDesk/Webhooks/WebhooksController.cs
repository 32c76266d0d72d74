using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Setup.SignIns;
using HuaihuaPilotZone.Webhooks;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Webhooks;

/// <summary>The enterprise's administrator names the addresses that are told of changes, and sees what was sent.</summary>
[Area(Policies.EnterpriseDesk)]
[Authorize(Policies.AdministerEnterprise)]
public sealed class WebhooksController(WebhookService webhooks, CurrentMembership membership) : Controller
{
    private const string Home = "/enterprise/webhooks";
    private const string SecretKey = "WebhookSecret";

    private int EnterpriseId => membership.Required.EnterpriseId;

    [HttpGet(Home)]
    public Task<IActionResult> Index(CancellationToken cancellation)
    {
        ViewData[SecretKey] = TempData[SecretKey];
        return ShowAsync(new WebhookForm(), cancellation);
    }

    [StepUp]
    [HttpPost(Home)]
    public async Task<IActionResult> Add(WebhookForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid) return await ShowAsync(form, cancellation);
        var outcome = await webhooks.AddAsync(EnterpriseId, form.Url, form.SendsStates, form.SendsReceipts, cancellation);
        if (!outcome.IsDone)
        {
            ModelState.Show(outcome.Refusals);
            return await ShowAsync(form, cancellation);
        }
        TempData["Notice"] = "地址已添加。";
        TempData[SecretKey] = outcome.Value.Secret;
        return Redirect(Home);
    }

    [HttpGet(Home + "/{id:int}")]
    public async Task<IActionResult> Deliveries(int id, DeliveryState? state, int? page, CancellationToken cancellation)
    {
        if (await webhooks.FindAsync(EnterpriseId, id, cancellation) is not { } webhook) return NotFound();
        var shown = state is { } wanted && Enum.IsDefined(wanted) ? state : null;
        return View(new DeliveriesPage(webhook, shown, await webhooks.DeliveriesAsync(EnterpriseId, id, shown, new PageRequest(page), cancellation)));
    }

    [HttpPost(Home + "/{id:int}/test")]
    public async Task<IActionResult> Test(int id, CancellationToken cancellation) =>
        Tell(await webhooks.TestAsync(EnterpriseId, id, cancellation), "测试通知已排队，稍后刷新查看结果。", $"{Home}/{id}");

    [HttpPost(Home + "/{id:int}/resume")]
    public async Task<IActionResult> Resume(int id, CancellationToken cancellation) =>
        Tell(await webhooks.ResumeAsync(EnterpriseId, id, cancellation), "已重新启用。", $"{Home}/{id}");

    [StepUp]
    [HttpPost(Home + "/{id:int}/remove")]
    public async Task<IActionResult> Remove(int id, CancellationToken cancellation) =>
        Tell(await webhooks.RemoveAsync(EnterpriseId, id, cancellation), "地址已删除。", Home);

    [HttpPost(Home + "/{id:int}/deliveries/{delivery:int}/replay")]
    public async Task<IActionResult> Replay(int id, int delivery, CancellationToken cancellation) =>
        Tell(await webhooks.ReplayAsync(EnterpriseId, id, delivery, cancellation), "已重新排队发送。", $"{Home}/{id}");

    private IActionResult Tell(Outcome outcome, string done, string next)
    {
        if (outcome.IsMissing) return NotFound();
        TempData["Notice"] = outcome.IsDone ? done : outcome.Refusals[0].Message;
        if (!outcome.IsDone) TempData["NoticeTone"] = "bad";
        return Redirect(next);
    }

    private async Task<IActionResult> ShowAsync(WebhookForm form, CancellationToken cancellation) =>
        View("Index", new WebhooksPage(form, await webhooks.ListAsync(EnterpriseId, cancellation)));
}
