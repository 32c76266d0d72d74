using AutoMapper;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Enterprises.Applications;
using HuaihuaPilotZone.Enterprises.Finding;
using HuaihuaPilotZone.Enterprises.Merging;
using HuaihuaPilotZone.Enterprises.Vault;
using HuaihuaPilotZone.Enterprises.Views;
using HuaihuaPilotZone.Investment;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Enterprises;

/// <summary>The roster of the park: the list, one record, a new record and its basic information.</summary>
[LeadToHeir]
[Area(Policies.ParkDesk)]
public sealed class EnterprisesController(
    EnterpriseRoster roster, RosterFinder finder, RosterViews views, EnterpriseService enterprises, EntryReview review, LeadLists leads, VaultService vault, MergedRecords merged, IMapper mapper) : Controller
{
    private const int HistorySize = 20;

    [HttpGet("/park/enterprises")]
    public async Task<IActionResult> Index([FromQuery] RosterAddress address, CancellationToken cancellation) => View(new RosterPage(
        address, await finder.ListAsync(address.ToQuery(), address.ToPlace(), address.Size ?? PageRequest.DefaultSize, cancellation),
        await roster.ChoicesAsync(cancellation), await views.ListAsync(cancellation), await finder.CountChangedTodayAsync(cancellation)));

    [HttpGet("/park/enterprises/{id:int}")]
    public async Task<IActionResult> Show(int id, int? page, CancellationToken cancellation)
    {
        if (await roster.FindAsync(id, cancellation) is not { } enterprise) return NotFound();
        ViewData[OneTimeLink.Key] = TempData[OneTimeLink.Key];
        return View(new RecordPage(
            enterprise, await roster.HistoryAsync(id, new PageRequest(page, HistorySize), cancellation), await review.FindNumberAsync(id, cancellation),
            await leads.OfEnterpriseAsync(id, cancellation), await vault.CertificatesAsync(id, cancellation))
        {
            Merges = await merged.OfAsync(id, cancellation),
        });
    }

    [Authorize(Policies.KeepRoster)]
    [HttpGet("/park/enterprises/new")]
    public Task<IActionResult> Create(CancellationToken cancellation) => ShowFormAsync(new EnterpriseForm(), cancellation);

    [Authorize(Policies.KeepRoster)]
    [HttpPost("/park/enterprises/new")]
    public async Task<IActionResult> Create(EnterpriseForm form, CancellationToken cancellation)
    {
        if (!form.IsNew) return NotFound();
        if (!ModelState.IsValid) return await ShowFormAsync(form, cancellation);
        var outcome = await enterprises.CreateAsync(mapper.Map<EnterpriseData>(form), form.Stage!.Value, form.StageOn!.Value, cancellation);
        if (!outcome.IsDone)
        {
            ModelState.Show(outcome.Refusals);
            return await ShowFormAsync(form, cancellation);
        }
        TempData["Notice"] = $"已新增{form.Name}。";
        return Redirect($"/park/enterprises/{outcome.Value}");
    }

    [Authorize(Policies.KeepRoster)]
    [HttpGet("/park/enterprises/{id:int}/edit")]
    public async Task<IActionResult> Edit(int id, CancellationToken cancellation) =>
        await roster.FindAsync(id, cancellation) is { } enterprise ? await ShowFormAsync(mapper.Map<EnterpriseForm>(enterprise), cancellation) : NotFound();

    [Authorize(Policies.KeepRoster)]
    [HttpPost("/park/enterprises/{id:int}/edit")]
    public async Task<IActionResult> Edit(int id, EnterpriseForm form, CancellationToken cancellation)
    {
        if (form.IsNew || await roster.FindAsync(id, cancellation) is not { } enterprise) return NotFound();
        if (!ModelState.IsValid) return await ShowFormAsync(form, cancellation);
        var edited = await enterprises.UpdateAsync(id, form.Version, mapper.Map<EnterpriseData>(form), cancellation);
        if (edited.Conflict is { } conflict) return this.ShowConflict(conflict, $"{enterprise.Name}：基本信息", $"/park/enterprises/{id}");
        if (!edited.IsDone)
        {
            ModelState.Show(edited.Outcome.Refusals);
            return await ShowFormAsync(form, cancellation);
        }
        TempData["Notice"] = "基本信息已保存。";
        return Redirect($"/park/enterprises/{id}");
    }

    [Authorize(Policies.KeepRoster)]
    [HttpPost("/park/enterprises/{id:int}/blank-history")]
    public async Task<IActionResult> BlankHistory(int id, string? reason, CancellationToken cancellation)
    {
        var outcome = await enterprises.BlankPersonalHistoryAsync(id, reason ?? "", cancellation);
        TempData["Notice"] = outcome.IsDone ? "历史中的个人信息已清除。" : outcome.Refusals[0].Message;
        if (!outcome.IsDone) TempData["NoticeTone"] = "bad";
        return Redirect($"/park/enterprises/{id}");
    }

    private async Task<IActionResult> ShowFormAsync(EnterpriseForm form, CancellationToken cancellation)
    {
        form.Choices = await roster.ChoicesAsync(cancellation);
        return View("Edit", form);
    }
}
