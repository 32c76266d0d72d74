using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Enterprises.Proposals;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Proposals;

/// <summary>The enterprise proposes changes to its own record and sees what became of them.</summary>
[Area(Policies.EnterpriseDesk)]
public sealed class ProposalsController(ProposalService proposals, EnterpriseRoster roster, CurrentMembership membership) : Controller
{
    private const string Home = "/enterprise/profile/proposals";

    private int EnterpriseId => membership.Required.EnterpriseId;

    private bool IsAdministrator => membership.Required.Role == MembershipRole.EnterpriseAdministrator;

    [HttpGet(Home)]
    public async Task<IActionResult> Index(int? page, CancellationToken cancellation) =>
        View(new OwnProposalsPage(await proposals.ListAsync(EnterpriseId, new PageRequest(page), cancellation), IsAdministrator));

    [Authorize(Policies.AdministerEnterprise)]
    [HttpGet(Home + "/new")]
    public async Task<IActionResult> New(CancellationToken cancellation)
    {
        if (await roster.FindAsync(EnterpriseId, cancellation) is not { } enterprise) return NotFound();
        var data = EnterpriseData.Of(enterprise);
        return View(new ProposalForm
        {
            Version = enterprise.Version,
            Name = data.Name,
            EnglishName = data.EnglishName,
            CustomsCode = data.CustomsCode,
            Type = data.Type,
            Markets = [.. data.Markets],
            Address = data.Address,
            Website = data.Website,
            Summary = data.Summary,
            IsPublic = data.IsPublic,
        });
    }

    [Authorize(Policies.AdministerEnterprise)]
    [HttpPost(Home + "/new")]
    public async Task<IActionResult> New(ProposalForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid) return View(form);
        var made = await proposals.ProposeAsync(EnterpriseId, form.Version, form.ToData(), form.Note, cancellation);
        if (made.IsDone)
        {
            TempData["Notice"] = "修改建议已提交，园区处理后会通知您。";
            return Redirect($"{Home}/{made.Value}");
        }

        ModelState.Show(made.Refusals);
        // whoever has read that the record changed answers for the new one
        if (await roster.FindAsync(EnterpriseId, cancellation) is { } enterprise)
        {
            ModelState.Remove(nameof(form.Version));
            form.Version = enterprise.Version;
        }

        return View(form);
    }

    [HttpGet(Home + "/{number}")]
    public async Task<IActionResult> Show(string number, CancellationToken cancellation) =>
        await proposals.FindAsync(EnterpriseId, number, cancellation) is { } proposal
            ? View(new OwnProposalPage(proposal, IsAdministrator && proposal.State == ProposalState.Waiting))
            : NotFound();

    [Authorize(Policies.AdministerEnterprise)]
    [HttpPost(Home + "/{number}/withdraw")]
    public async Task<IActionResult> Withdraw(string number, CancellationToken cancellation)
    {
        var withdrawn = await proposals.WithdrawAsync(EnterpriseId, number, cancellation);
        if (withdrawn.IsMissing) return NotFound();
        TempData["Notice"] = withdrawn.IsDone ? "修改建议已撤回。" : withdrawn.Refusals[0].Message;
        if (!withdrawn.IsDone) TempData["NoticeTone"] = "bad";
        return Redirect(Home);
    }
}
