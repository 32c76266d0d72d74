using HuaihuaPilotZone.Chains;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Investment.Opportunities;
using HuaihuaPilotZone.Parks;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Opportunities;

/// <summary>What the zone looks for, as the public reads it.</summary>
[Area(Policies.ParkDesk)]
public sealed class OpportunitiesController(OpportunityDesk opportunities, EnterpriseRoster roster, ParkDirectory parks, ChainMap chains) : Controller
{
    private const string Home = "/park/opportunities";

    [HttpGet(Home)]
    public async Task<IActionResult> Index(OpportunityQuery query, CancellationToken cancellation) =>
        View(new OpportunityListPage(query, await opportunities.ListAsync(query.Q, query.State, new PageRequest(query.Page), cancellation)));

    [HttpGet(Home + "/new")]
    [Authorize(Policies.KeepRoster)]
    public Task<IActionResult> Create(int? node, CancellationToken cancellation) => ShowAsync(null, new OpportunityForm { ChainNodeId = node }, cancellation);

    [HttpPost(Home + "/new")]
    [Authorize(Policies.KeepRoster)]
    public async Task<IActionResult> Create(OpportunityForm form, CancellationToken cancellation)
    {
        form.Version = 0;
        if (ModelState.IsValid)
        {
            var made = await opportunities.AddAsync(form.ToData(), cancellation);
            if (made.IsDone) return Told(made.Value, "草稿已保存，核对后公开。");
            ModelState.Show(made.Refusals);
        }
        return await ShowAsync(null, form, cancellation);
    }

    [HttpGet(Home + "/{id:int}")]
    public async Task<IActionResult> Edit(int id, CancellationToken cancellation) =>
        await opportunities.FindAsync(id, cancellation) is { } saved ? await ShowAsync(saved, OpportunityForm.Of(saved), cancellation) : NotFound();

    [HttpPost(Home + "/{id:int}")]
    [Authorize(Policies.KeepRoster)]
    public async Task<IActionResult> Edit(int id, OpportunityForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var outcome = await opportunities.UpdateAsync(id, form.Version, form.ToData(), cancellation);
            if (outcome.IsDone) return Told(id, "修改已保存。");
            ModelState.Show(outcome.Refusals);
        }
        if (await opportunities.FindAsync(id, cancellation) is not { } saved) return NotFound();
        if (StaleForm.Renew(ModelState)) form.Version = saved.Version;
        return await ShowAsync(saved, form, cancellation);
    }

    [HttpPost(Home + "/{id:int}/publish")]
    [Authorize(Policies.KeepRoster)]
    public Task<IActionResult> Publish(int id, int version, CancellationToken cancellation) => TurnAsync(id, version, isPublic: true, cancellation);

    [HttpPost(Home + "/{id:int}/close")]
    [Authorize(Policies.KeepRoster)]
    public Task<IActionResult> Close(int id, int version, CancellationToken cancellation) => TurnAsync(id, version, isPublic: false, cancellation);

    private async Task<IActionResult> TurnAsync(int id, int version, bool isPublic, CancellationToken cancellation)
    {
        var outcome = await opportunities.ShowAsync(id, version, isPublic, cancellation);
        if (!outcome.IsDone) TempData["NoticeTone"] = "bad";
        return Told(id, outcome.IsDone ? isPublic ? "已公开。" : "已结束，公开页面不再显示。" : outcome.Refusals[0].Message);
    }

    private async Task<IActionResult> ShowAsync(Opportunity? saved, OpportunityForm form, CancellationToken cancellation)
    {
        var choices = new OpportunityChoices((await roster.ChoicesAsync(cancellation)).Tags, await parks.ListAsync(null, cancellation), await chains.NodesAsync(cancellation));
        var history = saved is null ? null : await opportunities.HistoryAsync(saved.Id, this.HistoryPage(), cancellation);
        return View("Edit", new OpportunityPage(saved, form, choices, history));
    }

    private RedirectResult Told(int id, string notice)
    {
        TempData["Notice"] = notice;
        return Redirect(FormattableString.Invariant($"{Home}/{id}"));
    }
}
