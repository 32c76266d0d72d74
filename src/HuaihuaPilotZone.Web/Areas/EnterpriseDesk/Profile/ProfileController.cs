using AutoMapper;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Profile;

/// <summary>The enterprise looks at its own record; its administrator keeps the filing profile.</summary>
[Area(Policies.EnterpriseDesk)]
public sealed class ProfileController(CurrentMembership current, EnterpriseRoster roster, FilingProfileService filing, IMapper mapper) : Controller
{
    [HttpGet("/enterprise/profile")]
    public async Task<IActionResult> Show(CancellationToken cancellation) =>
        await roster.FindAsync(current.Required.EnterpriseId, cancellation) is { } enterprise ? View(enterprise) : NotFound();

    [Authorize(Policies.AdministerEnterprise)]
    [HttpGet("/enterprise/profile/filing")]
    public async Task<IActionResult> Filing(CancellationToken cancellation) =>
        await roster.FindAsync(current.Required.EnterpriseId, cancellation) is { } enterprise
            ? View(enterprise.FilingProfile is { } profile ? mapper.Map<FilingForm>(profile) : new FilingForm())
            : NotFound();

    [Authorize(Policies.AdministerEnterprise)]
    [HttpPost("/enterprise/profile/filing")]
    public async Task<IActionResult> Filing(FilingForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid) return View(form);
        var edited = await filing.SaveAsync(current.Required.EnterpriseId, form.Version, mapper.Map<FilingData>(form), cancellation);
        if (edited.Conflict is { } conflict) return this.ShowConflict(conflict, "申报资料", "/enterprise/profile");
        if (!edited.IsDone)
        {
            ModelState.Show(edited.Outcome.Refusals);
            return View(form);
        }
        TempData["Notice"] = "申报资料已保存。";
        return Redirect("/enterprise/profile");
    }
}
