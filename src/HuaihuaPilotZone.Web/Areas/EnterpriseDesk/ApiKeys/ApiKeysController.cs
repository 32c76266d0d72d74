using HuaihuaPilotZone.ApiKeys;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Setup.SignIns;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.ApiKeys;

/// <summary>The enterprise's administrator makes and ends keys for the enterprise's own systems.</summary>
[Area(Policies.EnterpriseDesk)]
[Authorize(Policies.AdministerEnterprise)]
public sealed class ApiKeysController(ApiKeyService keys, CurrentMembership membership) : Controller
{
    private const string TokenKey = "ApiKeyToken";

    private int EnterpriseId => membership.Required.EnterpriseId;

    [HttpGet("/enterprise/api-keys")]
    public Task<IActionResult> Index(int? page, CancellationToken cancellation)
    {
        ViewData[TokenKey] = TempData[TokenKey];
        return ShowAsync(new ApiKeyForm(), page, cancellation);
    }

    [StepUp]
    [HttpPost("/enterprise/api-keys")]
    public async Task<IActionResult> Issue(ApiKeyForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid) return await ShowAsync(form, null, cancellation);
        var outcome = await keys.IssueAsync(EnterpriseId, form.Name!, form.Chosen, form.ExpiresOn, cancellation);
        if (!outcome.IsDone)
        {
            ModelState.Show(outcome.Refusals);
            return await ShowAsync(form, null, cancellation);
        }
        TempData["Notice"] = $"密钥“{outcome.Value.Name}”已生成。";
        TempData[TokenKey] = outcome.Value.Token;
        return Redirect("/enterprise/api-keys");
    }

    [StepUp]
    [HttpPost("/enterprise/api-keys/{id:int}/revoke")]
    public async Task<IActionResult> Revoke(int id, CancellationToken cancellation)
    {
        var outcome = await keys.RevokeAsync(EnterpriseId, id, cancellation);
        if (outcome.IsMissing) return NotFound();
        TempData["Notice"] = outcome.IsDone ? "密钥已停用。" : outcome.Refusals[0].Message;
        if (!outcome.IsDone) TempData["NoticeTone"] = "bad";
        return Redirect("/enterprise/api-keys");
    }

    private async Task<IActionResult> ShowAsync(ApiKeyForm form, int? page, CancellationToken cancellation) =>
        View("Index", new ApiKeysPage(form, await keys.ListAsync(EnterpriseId, new PageRequest(page), cancellation)));
}
