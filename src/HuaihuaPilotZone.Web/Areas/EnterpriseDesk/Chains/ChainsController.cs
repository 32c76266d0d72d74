using HuaihuaPilotZone.Chains;
using HuaihuaPilotZone.Chains.Relations;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Chains;

/// <summary>Where the enterprise stands in the chains, and whom it supplies or buys from. Its administrator speaks for it.</summary>
[Area(Policies.EnterpriseDesk)]
public sealed class ChainsController(ChainMap map, ChainMembership members, RelationBook relations, CurrentMembership membership) : Controller
{
    private const string Home = "/enterprise/chains";

    private int EnterpriseId => membership.Required.EnterpriseId;

    [HttpGet(Home)]
    public Task<IActionResult> Index(CancellationToken cancellation) => ShowAsync(null, null, cancellation);

    [HttpPost(Home + "/memberships")]
    [Authorize(Policies.AdministerEnterprise)]
    public async Task<IActionResult> Propose(ProposalForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var outcome = await members.ProposeAsync(EnterpriseId, form.NodeId!.Value, form.Note!.Trim(), cancellation);
            if (outcome.IsDone) return Told("已提交，等待园区确认。");
            ModelState.Show(outcome.Refusals);
        }
        return await ShowAsync(form, null, cancellation);
    }

    [HttpPost(Home + "/memberships/{id:int}/withdraw")]
    [Authorize(Policies.AdministerEnterprise)]
    public async Task<IActionResult> Withdraw(int id, CancellationToken cancellation) => Told(await members.WithdrawAsync(EnterpriseId, id, cancellation), "已撤回。");

    [HttpPost(Home + "/relations")]
    [Authorize(Policies.AdministerEnterprise)]
    public async Task<IActionResult> State(RelationForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var stated = await relations.StateAsync(EnterpriseId, new RelationData(form.IsSupplier!.Value, form.Other!, form.Goods!.Trim(), form.Sight!.Value), cancellation);
            if (stated.IsDone) return Told(stated.Value ? "上下游关系已登记。" : "上下游关系已登记；对方不在公开名录，只记名称。");
            ModelState.Show(stated.Refusals);
        }
        return await ShowAsync(null, form, cancellation);
    }

    [HttpPost(Home + "/relations/{id:int}/answer")]
    [Authorize(Policies.AdministerEnterprise)]
    public async Task<IActionResult> Answer(int id, SightForm form, CancellationToken cancellation) => !ModelState.IsValid
        ? await AgainAsync(id, cancellation)
        : Told(await relations.AnswerAsync(EnterpriseId, id, form.Version, form.Sight, Texts.Tidy(form.Reason), cancellation), "已答复，并已通知对方。");

    [HttpPost(Home + "/relations/{id:int}/sight")]
    [Authorize(Policies.AdministerEnterprise)]
    public async Task<IActionResult> Choose(int id, SightForm form, CancellationToken cancellation) => !ModelState.IsValid || form.Sight is null
        ? await AgainAsync(id, cancellation)
        : Told(await relations.ChooseAsync(EnterpriseId, id, form.Version, form.Sight.Value, cancellation), "可见范围已改定。");

    [HttpPost(Home + "/relations/{id:int}/remove")]
    [Authorize(Policies.AdministerEnterprise)]
    public async Task<IActionResult> Remove(int id, int version, CancellationToken cancellation) => Told(await relations.RemoveAsync(EnterpriseId, id, version, cancellation), "上下游关系已删除。");

    private async Task<IActionResult> AgainAsync(int relation, CancellationToken cancellation) =>
        await relations.KnowsAsync(EnterpriseId, relation, cancellation) ? await ShowAsync(null, null, cancellation) : NotFound();

    private async Task<IActionResult> ShowAsync(ProposalForm? proposal, RelationForm? relation, CancellationToken cancellation) => View("Index", new OwnChainsPage(
        await map.OfEnterpriseAsync(EnterpriseId, cancellation), await map.NodesAsync(cancellation), await relations.OfEnterpriseAsync(EnterpriseId, cancellation),
        proposal ?? new ProposalForm(), relation ?? new RelationForm()));

    private IActionResult Told(Outcome outcome, string notice)
    {
        if (outcome.IsMissing) return NotFound();
        if (!outcome.IsDone) TempData["NoticeTone"] = "bad";
        return Told(outcome.IsDone ? notice : outcome.Refusals[0].Message);
    }

    private RedirectResult Told(string notice)
    {
        TempData["Notice"] = notice;
        return Redirect(Home);
    }
}
