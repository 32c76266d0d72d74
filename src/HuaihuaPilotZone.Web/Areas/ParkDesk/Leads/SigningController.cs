using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Investment;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Leads;

/// <summary>A lead that signs becomes an enterprise of the roster.</summary>
[Area(Policies.ParkDesk)]
public sealed class SigningController(LeadLists lists, LeadSigning signing, EnterpriseRoster roster, ChinaTime time) : Controller
{
    private const string Address = "/park/investment/{number}/sign";

    [HttpGet(Address)]
    [Authorize(Policies.KeepRoster)]
    public Task<IActionResult> Sign(string number, CancellationToken cancellation) => ShowAsync(number, new SigningForm { On = time.Today }, cancellation);

    [HttpPost(Address)]
    [Authorize(Policies.KeepRoster)]
    public async Task<IActionResult> Sign(string number, SigningForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var signed = await signing.SignAsync(number, form.Version, form.ToData(), cancellation);
            if (signed.IsDone)
            {
                TempData["Notice"] = "已签约，走访记录可从企业档案查看。";
                return Redirect(FormattableString.Invariant($"/park/enterprises/{signed.Value}"));
            }
            ModelState.Show(signed.Refusals);
        }
        return await ShowAsync(number, form, cancellation);
    }

    private async Task<IActionResult> ShowAsync(string number, SigningForm form, CancellationToken cancellation)
    {
        if (await lists.FindAsync(number, cancellation) is not { } lead) return NotFound();
        form.Version = lead.Version;
        return View("Sign", new SigningPage(lead, form, await roster.ChoicesAsync(cancellation), await signing.FindMatchAsync(form.CreditCode, cancellation)));
    }
}
