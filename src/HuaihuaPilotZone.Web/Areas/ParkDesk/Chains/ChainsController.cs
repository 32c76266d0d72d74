using HuaihuaPilotZone.Chains;
using HuaihuaPilotZone.Chains.Relations;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Parks;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Chains;

/// <summary>Industry chains: their nodes, who is in them and what is missing.</summary>
[Area(Policies.ParkDesk)]
public sealed class ChainsController(ChainMap map, ChainKeeping chains, ChainMembership members, RelationBook relations, ChainPolicies policies, LeaseService tenants) : Controller
{
    private const string Home = "/park/chains";

    [HttpGet(Home)]
    public async Task<IActionResult> Index(CancellationToken cancellation) => View(new ChainListPage(await map.ListAsync(cancellation), await map.GapsAsync(cancellation)));

    [HttpGet(Home + "/new")]
    [Authorize(Policies.KeepRoster)]
    public Task<IActionResult> Create(CancellationToken cancellation) => ShowAsync(null, new ChainForm(), null, null, cancellation);

    [HttpPost(Home + "/new")]
    [Authorize(Policies.KeepRoster)]
    public async Task<IActionResult> Create(ChainForm form, CancellationToken cancellation)
    {
        form.Version = 0;
        if (ModelState.IsValid)
        {
            var made = await chains.AddAsync(form.ToData(), cancellation);
            if (made.IsDone) return Told(made.Value, "产业链已建立，接着登记环节。");
            ModelState.Show(made.Refusals);
        }
        return await ShowAsync(null, form, null, null, cancellation);
    }

    [HttpGet(Home + "/{id:int}")]
    public Task<IActionResult> Show(int id, CancellationToken cancellation) => ShowAsync(id, null, null, null, cancellation);

    [HttpPost(Home + "/{id:int}")]
    [Authorize(Policies.KeepRoster)]
    public async Task<IActionResult> Edit(int id, ChainForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var outcome = await chains.UpdateAsync(id, form.Version, form.ToData(), cancellation);
            if (outcome.IsDone) return Told(id, "修改已保存。");
            ModelState.Show(outcome.Refusals);
        }
        return await ShowAsync(id, form, null, null, cancellation);
    }

    [HttpPost(Home + "/{id:int}/nodes")]
    [Authorize(Policies.KeepRoster)]
    public async Task<IActionResult> AddNode(int id, NodeForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var outcome = await chains.AddNodeAsync(id, form.ToData(), cancellation);
            if (outcome.IsDone) return Told(id, "环节已登记。");
            ModelState.Show(outcome.Refusals);
        }
        return await ShowAsync(id, null, form, null, cancellation);
    }

    [HttpPost(Home + "/{id:int}/policies")]
    [Authorize(Policies.KeepRoster)]
    public async Task<IActionResult> AddPolicy(int id, ChainPolicyForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var outcome = await policies.AddAsync(id, form.Policy!, cancellation);
            if (outcome.IsDone) return Told(id, "政策已列入，公开的会显示在产业链页面上。");
            ModelState.Show(outcome.Refusals);
        }
        return await ShowAsync(id, null, null, null, form, cancellation);
    }

    [HttpPost(Home + "/{id:int}/policies/{rowId:int}/remove")]
    [Authorize(Policies.KeepRoster)]
    public async Task<IActionResult> RemovePolicy(int id, int rowId, CancellationToken cancellation) => Told(id, await policies.RemoveAsync(id, rowId, cancellation), "政策已移出。");

    [HttpPost(Home + "/{id:int}/members")]
    [Authorize(Policies.KeepRoster)]
    public async Task<IActionResult> AddMember(int id, MemberForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            if (await tenants.FindTenantAsync(form.Enterprise!, cancellation) is { } enterprise)
            {
                var outcome = await members.ConfirmAsync(form.NodeId!.Value, enterprise, null, cancellation);
                if (outcome.IsDone) return Told(id, "企业已列入环节。");
                ModelState.Show(outcome.Refusals);
            }
            else
            {
                ModelState.AddModelError(nameof(form.Enterprise), "名录里没有这个代码或全称的企业，请核对或先建立企业档案。");
            }
        }
        return await ShowAsync(id, null, null, form, cancellation);
    }

    [HttpPost(Home + "/{id:int}/members/{memberId:int}/answer")]
    [Authorize(Policies.KeepRoster)]
    public async Task<IActionResult> Answer(int id, int memberId, AnswerForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid) return await ShowAsync(id, null, null, null, cancellation);
        return Told(id, await members.AnswerAsync(memberId, form.Version, form.Takes, FormText.Clean(form.Note), cancellation), "已答复，并已通知企业。");
    }

    [HttpPost(Home + "/{id:int}/members/{memberId:int}/remove")]
    [Authorize(Policies.KeepRoster)]
    public async Task<IActionResult> RemoveMember(int id, int memberId, int version, CancellationToken cancellation) =>
        Told(id, await members.RemoveAsync(memberId, version, cancellation), "企业已移出环节。");

    [HttpGet(Home + "/nodes/{nodeId:int}")]
    [Authorize(Policies.KeepRoster)]
    public async Task<IActionResult> Node(int nodeId, CancellationToken cancellation) =>
        await chains.FindNodeAsync(nodeId, cancellation) is { } node ? View(new NodePage(node, NodeForm.Of(node))) : NotFound();

    [HttpPost(Home + "/nodes/{nodeId:int}")]
    [Authorize(Policies.KeepRoster)]
    public async Task<IActionResult> Node(int nodeId, NodeForm form, CancellationToken cancellation)
    {
        if (await chains.FindNodeAsync(nodeId, cancellation) is not { } node) return NotFound();
        if (ModelState.IsValid)
        {
            var outcome = await chains.UpdateNodeAsync(nodeId, form.Version, form.ToData(), cancellation);
            if (outcome.IsDone) return Told(node.ChainId, "修改已保存。");
            ModelState.Show(outcome.Refusals);
        }
        form.Version = node.Version;
        return View(new NodePage(node, form));
    }

    [HttpPost(Home + "/nodes/{nodeId:int}/remove")]
    [Authorize(Policies.KeepRoster)]
    public async Task<IActionResult> RemoveNode(int nodeId, int version, CancellationToken cancellation) =>
        await chains.FindNodeAsync(nodeId, cancellation) is { } node ? Told(node.ChainId, await chains.RemoveNodeAsync(nodeId, version, cancellation), "环节已删除。") : NotFound();

    private Task<IActionResult> ShowAsync(int? id, ChainForm? form, NodeForm? node, MemberForm? member, CancellationToken cancellation) => ShowAsync(id, form, node, member, null, cancellation);

    private async Task<IActionResult> ShowAsync(int? id, ChainForm? form, NodeForm? node, MemberForm? member, ChainPolicyForm? policy, CancellationToken cancellation)
    {
        var saved = id is { } known ? await map.FindAsync(known, cancellation) : null;
        if (id is not null && saved is null) return NotFound();
        if (saved is not null && form is not null && StaleForm.Renew(ModelState)) form.Version = saved.Version;
        var history = saved is null ? null : await chains.HistoryAsync(saved.Id, this.HistoryPage(), cancellation);
        return View("Show", new ChainPage(saved, form ?? ChainForm.Of(saved!), node ?? new NodeForm(), member ?? new MemberForm(),
            saved is null ? [] : await relations.ForParkAsync(saved.Id, cancellation), history)
        {
            Policies = saved is null ? [] : await policies.ListAsync(saved.Id, cancellation),
            Policy = policy ?? new ChainPolicyForm(),
        });
    }

    private RedirectResult Told(int id, Outcome outcome, string notice)
    {
        if (!outcome.IsDone) TempData["NoticeTone"] = "bad";
        return Told(id, outcome.IsDone ? notice : outcome.Refusals[0].Message);
    }

    private RedirectResult Told(int id, string notice)
    {
        TempData["Notice"] = notice;
        return Redirect(FormattableString.Invariant($"{Home}/{id}"));
    }
}
