using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Investment.Costs;
using HuaihuaPilotZone.Parks;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Costs;

/// <summary>What settling costs: dated rates and subsidies with their sources, which the public calculator uses.</summary>
[Area(Policies.ParkDesk)]
public sealed class CostsController(CostBook costs, ParkDirectory parks, ChinaTime time) : Controller
{
    private const string Home = "/park/settlement-costs";

    [HttpGet(Home)]
    public async Task<IActionResult> Index(CostQuery query, CancellationToken cancellation) => View(new CostListPage(
        query, await costs.RatesAsync(query.Item, new PageRequest(query.Page), cancellation), await costs.SubsidiesAsync(cancellation), await costs.HistoryAsync(this.HistoryPage(), cancellation), time.Today));

    [HttpGet(Home + "/rates/new")]
    [Authorize(Policies.KeepRoster)]
    public Task<IActionResult> CreateRate(CostItem? item, CancellationToken cancellation) => RateAsync(null, new RateForm { Item = item, From = time.Today }, cancellation);

    [HttpPost(Home + "/rates/new")]
    [Authorize(Policies.KeepRoster)]
    public async Task<IActionResult> CreateRate(RateForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var outcome = await costs.AddRateAsync(form.ToData(), cancellation);
            if (outcome.IsDone) return Told("标准已录入。");
            ModelState.Show(outcome.Refusals);
        }
        return await RateAsync(null, form, cancellation);
    }

    [HttpGet(Home + "/rates/{id:int}")]
    [Authorize(Policies.KeepRoster)]
    public async Task<IActionResult> EditRate(int id, CancellationToken cancellation) =>
        await costs.FindRateAsync(id, cancellation) is { } rate ? await RateAsync(rate, RateForm.Of(rate), cancellation) : NotFound();

    [HttpPost(Home + "/rates/{id:int}")]
    [Authorize(Policies.KeepRoster)]
    public async Task<IActionResult> EditRate(int id, RateForm form, CancellationToken cancellation)
    {
        if (await costs.FindRateAsync(id, cancellation) is not { } rate) return NotFound();
        if (ModelState.IsValid)
        {
            var outcome = await costs.UpdateRateAsync(id, form.Version, form.ToData(), cancellation);
            if (outcome.IsDone) return Told("修改已保存。");
            ModelState.Show(outcome.Refusals);
        }
        if (StaleForm.Renew(ModelState)) form.Version = rate.Version;
        return await RateAsync(rate, form, cancellation);
    }

    [HttpGet(Home + "/subsidies/new")]
    [Authorize(Policies.KeepRoster)]
    public IActionResult CreateSubsidy() => Subsidy(null, new SubsidyForm { From = time.Today });

    [HttpPost(Home + "/subsidies/new")]
    [Authorize(Policies.KeepRoster)]
    public async Task<IActionResult> CreateSubsidy(SubsidyForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var outcome = await costs.AddSubsidyAsync(form.ToData(), cancellation);
            if (outcome.IsDone) return Told("补贴条件已录入。");
            ModelState.Show(outcome.Refusals);
        }
        return Subsidy(null, form);
    }

    [HttpGet(Home + "/subsidies/{id:int}")]
    [Authorize(Policies.KeepRoster)]
    public async Task<IActionResult> EditSubsidy(int id, CancellationToken cancellation) =>
        await costs.FindSubsidyAsync(id, cancellation) is { } subsidy ? Subsidy(subsidy, SubsidyForm.Of(subsidy)) : NotFound();

    [HttpPost(Home + "/subsidies/{id:int}")]
    [Authorize(Policies.KeepRoster)]
    public async Task<IActionResult> EditSubsidy(int id, SubsidyForm form, CancellationToken cancellation)
    {
        if (await costs.FindSubsidyAsync(id, cancellation) is not { } subsidy) return NotFound();
        if (ModelState.IsValid)
        {
            var outcome = await costs.UpdateSubsidyAsync(id, form.Version, form.ToData(), cancellation);
            if (outcome.IsDone) return Told("修改已保存。");
            ModelState.Show(outcome.Refusals);
        }
        if (StaleForm.Renew(ModelState)) form.Version = subsidy.Version;
        return Subsidy(subsidy, form);
    }

    private async Task<IActionResult> RateAsync(CostRate? saved, RateForm form, CancellationToken cancellation) => View("Rate", new RatePage(saved, form, await parks.ListAsync(null, cancellation)));

    private ViewResult Subsidy(Subsidy? saved, SubsidyForm form) => View("Subsidy", new SubsidyPage(saved, form));

    private RedirectResult Told(string notice)
    {
        TempData["Notice"] = notice;
        return Redirect(Home);
    }
}
