using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Accounts.SignIns;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Setup.SignIns;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.People;

/// <summary>Who may sign in and what they may do; for administrators.</summary>
[Area(Policies.ParkDesk)]
[Authorize(Policies.ManagePeople)]
public sealed class PeopleController(PeopleService people, InvitationService invitations, SecondFactors factors, PortalJournal journal) : Controller
{
    private const int HistorySize = 20;

    [HttpGet("/park/people")]
    public async Task<IActionResult> Index(PeopleView view, string? q, int? page, CancellationToken cancellation)
    {
        var query = new PeopleQuery(view, q);
        ViewData[OneTimeLink.Key] = TempData[OneTimeLink.Key];
        return View(new PeoplePage(query, await people.ListAsync(query, new PageRequest(page), cancellation), await invitations.ListOpenAsync(cancellation)));
    }

    [HttpGet("/park/people/invite")]
    public IActionResult Invite() => View(new InviteForm());

    [StepUp]
    [Authorize(Policies.ManagePeople)]
    [HttpPost("/park/people/invite")]
    public async Task<IActionResult> Invite(InviteForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid) return View(form);
        var outcome = await invitations.InviteStaffAsync(form.Name!, form.Email!, form.Roles, cancellation);
        if (!outcome.IsDone)
        {
            ModelState.Show(outcome.Refusals);
            return View(form);
        }
        TempData["Notice"] = $"邀请已发给{form.Name}。";
        TempData[OneTimeLink.Key] = invitations.LinkOf(outcome.Value).AbsoluteUri;
        return Redirect("/park/people");
    }

    [StepUp]
    [Authorize(Policies.ManagePeople)]
    [HttpPost("/park/people/invitations/{id:int}/withdraw")]
    public async Task<IActionResult> Withdraw(int id, CancellationToken cancellation) =>
        Answer(await invitations.WithdrawAsync(id, cancellation), "邀请已撤回，链接不能再用。", "/park/people");

    [HttpGet("/park/people/{id:int}")]
    public Task<IActionResult> Show(int id, int? page, CancellationToken cancellation) => ShowAsync(id, page, new ReasonForm(), cancellation);

    [StepUp]
    [Authorize(Policies.ManagePeople)]
    [HttpPost("/park/people/{id:int}/roles")]
    public async Task<IActionResult> Roles(int id, RolesForm form, CancellationToken cancellation) =>
        Answer(await people.SetRolesAsync(id, form.Roles, cancellation), "角色已调整，对方需要重新登录。", $"/park/people/{id}");

    [StepUp]
    [Authorize(Policies.ManagePeople)]
    [HttpPost("/park/people/{id:int}/disable")]
    public async Task<IActionResult> Disable(int id, ReasonForm form, CancellationToken cancellation) => ModelState.IsValid
        ? Answer(await people.DisableAsync(id, form.Reason!, cancellation), "账号已停用，登录已退出。", $"/park/people/{id}")
        : await ShowAsync(id, null, form, cancellation);

    [StepUp]
    [Authorize(Policies.ManagePeople)]
    [HttpPost("/park/people/{id:int}/enable")]
    public async Task<IActionResult> Enable(int id, ReasonForm form, CancellationToken cancellation) => ModelState.IsValid
        ? Answer(await people.EnableAsync(id, form.Reason!, cancellation), "账号已恢复。", $"/park/people/{id}")
        : await ShowAsync(id, null, form, cancellation);

    [StepUp]
    [Authorize(Policies.ManagePeople)]
    [HttpPost("/park/people/{id:int}/second-factor/reset")]
    public async Task<IActionResult> ResetFactor(int id, ReasonForm form, CancellationToken cancellation) => ModelState.IsValid
        ? Answer(await factors.ResetAsync(id, form.Reason!, cancellation), "两步验证已重置，登录已退出，并已通知对方。", $"/park/people/{id}")
        : await ShowAsync(id, null, form, cancellation);

    private RedirectResult Answer(Outcome outcome, string done, string address)
    {
        TempData["Notice"] = outcome.IsDone ? done : outcome.Refusals[0].Message;
        if (!outcome.IsDone) TempData["NoticeTone"] = "bad";
        return Redirect(address);
    }

    private async Task<IActionResult> ShowAsync(int id, int? page, ReasonForm reason, CancellationToken cancellation)
    {
        if (await people.FindAsync(id, cancellation) is not { } detail) return NotFound();
        var history = await journal.HistoryAsync(JournalSubjects.Account, detail.Person.UserName!, new PageRequest(page, HistorySize), cancellation);
        return View("Show", new PersonPage(detail, history, reason, User.UserId() == id));
    }
}
