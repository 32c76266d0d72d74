using AutoMapper;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Enterprises;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared;
using HuaihuaPilotZone.Web.Shared.Members;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.EnterpriseParts;

/// <summary>The parts of a record that have their own form: contacts, stage, filing profile, an invitation to one of its people.</summary>
[LeadToHeir]
[Area(Policies.ParkDesk)]
[Authorize(Policies.KeepRoster)]
public sealed class EnterprisePartsController(
    EnterpriseRoster roster, EnterpriseService enterprises, FilingProfileService filing, InvitationService invitations, IMapper mapper, ChinaTime time) : Controller
{
    /// <summary>Empty rows offered under the known contacts, so that one can be added without scripts.</summary>
    private const int SpareRows = 2;

    [HttpGet("/park/enterprises/{id:int}/contacts")]
    public async Task<IActionResult> Contacts(int id, CancellationToken cancellation) =>
        await roster.FindAsync(id, cancellation) is { } enterprise ? ShowContacts(enterprise, mapper.Map<ContactsForm>(enterprise)) : NotFound();

    [Authorize(Policies.KeepRoster)]
    [HttpPost("/park/enterprises/{id:int}/contacts")]
    public async Task<IActionResult> Contacts(int id, ContactsForm form, CancellationToken cancellation)
    {
        if (await roster.FindAsync(id, cancellation) is not { } enterprise) return NotFound();
        if (!ModelState.IsValid) return ShowContacts(enterprise, form);
        var edited = await enterprises.UpdateContactsAsync(id, form.Version, mapper.Map<List<ContactData>>(form.Contacts), cancellation);
        return Answer(edited, enterprise, "联系人", () => ShowContacts(enterprise, form));
    }

    [HttpGet("/park/enterprises/{id:int}/stage")]
    public async Task<IActionResult> Stage(int id, CancellationToken cancellation) =>
        await roster.FindAsync(id, cancellation) is { } enterprise
            ? ShowStage(enterprise, new StageForm { Version = enterprise.Version, On = time.Today })
            : NotFound();

    [Authorize(Policies.KeepRoster)]
    [HttpPost("/park/enterprises/{id:int}/stage")]
    public async Task<IActionResult> Stage(int id, StageForm form, CancellationToken cancellation)
    {
        if (await roster.FindAsync(id, cancellation) is not { } enterprise) return NotFound();
        if (!ModelState.IsValid) return ShowStage(enterprise, form);
        var edited = await enterprises.ChangeStageAsync(id, form.Version, form.To!.Value, form.On!.Value, form.Reason!, cancellation);
        return Answer(edited, enterprise, "阶段", () => ShowStage(enterprise, form));
    }

    [HttpGet("/park/enterprises/{id:int}/filing")]
    public async Task<IActionResult> Filing(int id, CancellationToken cancellation) =>
        await roster.FindAsync(id, cancellation) is { } enterprise
            ? ShowFiling(enterprise, enterprise.FilingProfile is { } profile ? mapper.Map<FilingForm>(profile) : new FilingForm())
            : NotFound();

    [Authorize(Policies.KeepRoster)]
    [HttpPost("/park/enterprises/{id:int}/filing")]
    public async Task<IActionResult> Filing(int id, FilingForm form, CancellationToken cancellation)
    {
        if (await roster.FindAsync(id, cancellation) is not { } enterprise) return NotFound();
        if (!ModelState.IsValid) return ShowFiling(enterprise, form);
        var edited = await filing.SaveAsync(id, form.Version, mapper.Map<FilingData>(form), cancellation);
        return Answer(edited, enterprise, "申报资料", () => ShowFiling(enterprise, form));
    }

    [HttpGet("/park/enterprises/{id:int}/invite")]
    public async Task<IActionResult> Invite(int id, CancellationToken cancellation) =>
        await roster.FindAsync(id, cancellation) is { } enterprise ? ShowPart(nameof(Invite), enterprise, new InviteMemberForm()) : NotFound();

    [Authorize(Policies.KeepRoster)]
    [HttpPost("/park/enterprises/{id:int}/invite")]
    public async Task<IActionResult> Invite(int id, InviteMemberForm form, CancellationToken cancellation)
    {
        if (await roster.FindAsync(id, cancellation) is not { } enterprise) return NotFound();
        if (!ModelState.IsValid) return ShowPart(nameof(Invite), enterprise, form);
        var outcome = await invitations.InviteForEnterpriseAsync(id, form.Name!, form.Email!, form.Role!.Value, cancellation);
        if (!outcome.IsDone)
        {
            ModelState.Show(outcome.Refusals);
            return ShowPart(nameof(Invite), enterprise, form);
        }
        TempData["Notice"] = $"邀请已发给{form.Name}。";
        TempData[OneTimeLink.Key] = invitations.LinkOf(outcome.Value).AbsoluteUri;
        return Redirect($"/park/enterprises/{id}");
    }

    private IActionResult Answer(EditOutcome edited, Enterprise enterprise, string part, Func<IActionResult> showAgain)
    {
        var record = $"/park/enterprises/{enterprise.Id}";
        if (edited.Conflict is { } conflict) return this.ShowConflict(conflict, $"{enterprise.Name}：{part}", record);
        if (!edited.IsDone)
        {
            ModelState.Show(edited.Outcome.Refusals);
            return showAgain();
        }
        TempData["Notice"] = $"{part}已保存。";
        return Redirect(record);
    }

    private ViewResult ShowContacts(Enterprise enterprise, ContactsForm form)
    {
        var room = Math.Max(0, EnterpriseService.MostContacts - form.Contacts.Count);
        var spare = form.Contacts.Count(c => c.IsEmpty);
        for (var i = spare; i < Math.Min(SpareRows, room + spare); i++) form.Contacts.Add(new ContactRow());
        return ShowPart("Contacts", enterprise, form);
    }

    private ViewResult ShowStage(Enterprise enterprise, StageForm form)
    {
        form.Enterprise = enterprise;
        return ShowPart("Stage", enterprise, form);
    }

    private ViewResult ShowFiling(Enterprise enterprise, FilingForm form) => ShowPart("Filing", enterprise, form);

    private ViewResult ShowPart(string view, Enterprise enterprise, object form)
    {
        ViewData["Enterprise"] = enterprise.Name;
        ViewData["Back"] = $"/park/enterprises/{enterprise.Id}";
        return View(view, form);
    }
}
