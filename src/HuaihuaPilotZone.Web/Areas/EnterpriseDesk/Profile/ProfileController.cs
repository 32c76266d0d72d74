using System.Globalization;
using AutoMapper;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Personal;
using HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Shared;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Setup.SignIns;
using HuaihuaPilotZone.Web.Shared;
using HuaihuaPilotZone.Web.Shared.Members;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Profile;

/// <summary>The enterprise looks at its own record; its administrator keeps the filing profile.</summary>
[Area(Policies.EnterpriseDesk)]
public sealed class ProfileController(CurrentMembership current, EnterpriseRoster roster, FilingProfileService filing, Unmasking unmasking, IMapper mapper) : Controller
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

    [Authorize(Policies.AdministerEnterprise)]
    [HttpGet("/enterprise/profile/contacts/full")]
    public Task<IActionResult> ContactsInFull(CancellationToken cancellation) => ShowInFullAsync(new UnmaskForm(), null, cancellation);

    /// <summary>The contacts that the park has on record, for a reason that is journalled.</summary>
    [StepUp]
    [Authorize(Policies.AdministerEnterprise)]
    [HttpPost("/enterprise/profile/contacts/full")]
    public async Task<IActionResult> ContactsInFull(UnmaskForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid) return await ShowInFullAsync(form, null, cancellation);
        var looked = await unmasking.LookAsync(Contacts(), form.Reason, cancellation);
        if (!looked.IsDone) ModelState.Show(looked.Refusals);
        return await ShowInFullAsync(form, looked.IsDone ? looked.Value : null, cancellation);
    }

    private async Task<IActionResult> ShowInFullAsync(UnmaskForm form, UnmaskedRecord? seen, CancellationToken cancellation) =>
        await unmasking.NameAsync(Contacts(), cancellation) is { } name ? View("Full", new InFullPage("查看完整联系方式", name, "/enterprise/profile", form, seen)) : NotFound();

    private UnmaskTarget Contacts() => new(UnmaskKind.Enterprise, current.Required.EnterpriseId.ToString(CultureInfo.InvariantCulture));
}
