using System.Globalization;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Accounts.Successions;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Personal;
using HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Shared;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Setup.SignIns;
using HuaihuaPilotZone.Web.Shared.Members;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.People;

/// <summary>The enterprise's administrator looks after its people.</summary>
[Area(Policies.EnterpriseDesk)]
[Authorize(Policies.AdministerEnterprise)]
public sealed class PeopleController(EnterprisePeople people, SuccessionRequests successions, Unmasking unmasking, CurrentMembership membership) : Controller
{
    private const string Home = "/enterprise/people";

    private int EnterpriseId => membership.Required.EnterpriseId;

    [HttpGet(Home)]
    public async Task<IActionResult> Index(string? q, int? page, CancellationToken cancellation) => View(new ColleaguesPage(
        membership.Required.EnterpriseName, q, await people.ListAsync(EnterpriseId, q, new PageRequest(page), cancellation),
        await people.InvitationsAsync(EnterpriseId, cancellation), await successions.ListAsync(EnterpriseId, cancellation)));

    [HttpGet(Home + "/invite")]
    public IActionResult Invite() => View(new InviteMemberForm());

    [StepUp]
    [HttpPost(Home + "/invite")]
    public async Task<IActionResult> Invite(InviteMemberForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid) return View(form);
        var invited = await people.InviteAsync(EnterpriseId, form.Name!, form.Email!, form.Role!.Value, cancellation);
        if (invited.IsDone) return Answer(invited, $"邀请已发到{form.Email}。", Home);
        ModelState.Show(invited.Refusals);
        return View(form);
    }

    [HttpPost(Home + "/invitations/{id:int}/withdraw")]
    public async Task<IActionResult> Withdraw(int id, CancellationToken cancellation) =>
        Answer(await people.WithdrawInvitationAsync(EnterpriseId, id, cancellation), "邀请已撤回，链接不能再用。", Home);

    [HttpGet(Home + "/{id:int}")]
    public Task<IActionResult> Show(int id, CancellationToken cancellation) => ShowAsync(id, new ColleagueReasonForm(), cancellation);

    [HttpGet(Home + "/{id:int}/full")]
    public Task<IActionResult> InFull(int id, CancellationToken cancellation) => ShowInFullAsync(id, new UnmaskForm(), null, cancellation);

    /// <summary>The address of a colleague, for a reason that is journalled.</summary>
    [StepUp]
    [HttpPost(Home + "/{id:int}/full")]
    public async Task<IActionResult> InFull(int id, UnmaskForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid) return await ShowInFullAsync(id, form, null, cancellation);
        var looked = await unmasking.LookAsync(Of(id), form.Reason, cancellation);
        if (!looked.IsDone) ModelState.Show(looked.Refusals);
        return await ShowInFullAsync(id, form, looked.IsDone ? looked.Value : null, cancellation);
    }

    [StepUp]
    [HttpPost(Home + "/{id:int}/role")]
    public async Task<IActionResult> ChangeRole(int id, ColleagueRoleForm form, CancellationToken cancellation) => ModelState.IsValid
        ? Answer(await people.ChangeRoleAsync(EnterpriseId, id, form.Role!.Value, cancellation), "身份已调整，并已通知对方。", await PlaceAsync(id, cancellation))
        : await ShowAsync(id, new ColleagueReasonForm(), cancellation);

    [StepUp]
    [HttpPost(Home + "/{id:int}/suspend")]
    public async Task<IActionResult> Suspend(int id, ColleagueReasonForm form, CancellationToken cancellation) => ModelState.IsValid
        ? Answer(await people.SuspendAsync(EnterpriseId, id, form.Reason!, cancellation), "已暂停，并已通知对方。", $"{Home}/{id}")
        : await ShowAsync(id, form, cancellation);

    [StepUp]
    [HttpPost(Home + "/{id:int}/resume")]
    public async Task<IActionResult> Resume(int id, CancellationToken cancellation) => Answer(await people.ResumeAsync(EnterpriseId, id, cancellation), "已恢复，并已通知对方。", $"{Home}/{id}");

    [StepUp]
    [HttpPost(Home + "/{id:int}/remove")]
    public async Task<IActionResult> Remove(int id, ColleagueReasonForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid) return await ShowAsync(id, form, cancellation);
        var removed = await people.RemoveAsync(EnterpriseId, id, form.Reason!, cancellation);
        return Answer(removed, "已移除，并已通知对方。", removed.IsDone ? Home : $"{Home}/{id}");
    }

    [HttpGet(Home + "/successions/{number}")]
    public Task<IActionResult> Succession(string number, CancellationToken cancellation) => ShowSuccessionAsync(number, new ObjectionForm(), cancellation);

    [HttpPost(Home + "/successions/{number}")]
    public async Task<IActionResult> Succession(string number, ObjectionForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var objected = await successions.ObjectAsync(EnterpriseId, number, form.Objection!, cancellation);
            if (objected.IsDone) return Answer(objected, "异议已提交，园区会核对。", $"{Home}/successions/{number}");
            ModelState.Show(objected.Refusals);
        }

        return await ShowSuccessionAsync(number, form, cancellation);
    }

    /// <summary>Whoever has made themselves a filer may see the list no more.</summary>
    private async Task<string> PlaceAsync(int id, CancellationToken cancellation) =>
        await people.FindAsync(EnterpriseId, id, cancellation) is { IsSelf: true, Role: MembershipRole.EnterpriseFiler } ? "/enterprise" : $"{Home}/{id}";

    private IActionResult Answer(Outcome outcome, string done, string address)
    {
        if (outcome.IsMissing) return NotFound();
        TempData["Notice"] = outcome.IsDone ? done : outcome.Refusals[0].Message;
        if (!outcome.IsDone) TempData["NoticeTone"] = "bad";
        return Redirect(address);
    }

    private async Task<IActionResult> ShowAsync(int id, ColleagueReasonForm reason, CancellationToken cancellation) =>
        await people.FindAsync(EnterpriseId, id, cancellation) is { } person ? View("Show", new ColleaguePage(person, reason)) : NotFound();

    private async Task<IActionResult> ShowInFullAsync(int id, UnmaskForm form, UnmaskedRecord? seen, CancellationToken cancellation) =>
        await unmasking.NameAsync(Of(id), cancellation) is { } name ? View("Full", new InFullPage("查看完整邮箱", name, $"{Home}/{id}", form, seen)) : NotFound();

    private UnmaskTarget Of(int membershipId) => new(UnmaskKind.Colleague, membershipId.ToString(CultureInfo.InvariantCulture)) { EnterpriseId = EnterpriseId };

    private async Task<IActionResult> ShowSuccessionAsync(string number, ObjectionForm form, CancellationToken cancellation) =>
        await successions.FindAsync(EnterpriseId, number, cancellation) is { } request ? View("Succession", new SuccessionNoticePage(request, form)) : NotFound();
}
