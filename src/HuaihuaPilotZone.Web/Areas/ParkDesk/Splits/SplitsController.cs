using AutoMapper;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Enterprises.Merging;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Enterprises;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Setup.SignIns;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Splits;

/// <summary>One record that is two enterprises: the new record, and kind by kind what goes to it.</summary>
[Area(Policies.ParkDesk)]
[Authorize(Policies.KeepRoster)]
public sealed class SplitsController(SplitService splits, EnterpriseRoster roster, IMapper mapper, ChinaTime time) : Controller
{
    private const string Place = "/park/enterprises/{id:int}/split";

    /// <summary>Fields of the form that are not the new record's.</summary>
    private static readonly string[] _own = ["", nameof(SplitForm.On), nameof(SplitForm.Reason), nameof(SplitForm.Version)];

    [LeadToHeir]
    [HttpGet(Place)]
    public async Task<IActionResult> Edit(int id, CancellationToken cancellation) => await roster.FindAsync(id, cancellation) is { } enterprise
        ? await ShowAsync(enterprise, new SplitForm { Version = enterprise.Version, On = time.Today, New = Begin(enterprise) }, cancellation)
        : NotFound();

    [StepUp]
    [Authorize(Policies.KeepRoster)]
    [HttpPost(Place)]
    public async Task<IActionResult> Split(int id, SplitForm form, CancellationToken cancellation)
    {
        if (!form.New.IsNew || await roster.FindAsync(id, cancellation) is not { } enterprise) return NotFound();
        if (!ModelState.IsValid) return await ShowAsync(enterprise, form, cancellation);
        var split = await splits.SplitAsync(id, form.ToChoice(mapper), cancellation);
        if (split.IsDone)
        {
            TempData["Notice"] = $"已从{enterprise.Name}分出{form.New.Name}。";
            return Redirect($"/park/enterprises/merges/{split.Value}");
        }

        ModelState.Show(split.Refusals.Select(r => _own.Contains(r.Field, StringComparer.Ordinal) ? r : r with { Field = $"{nameof(SplitForm.New)}.{r.Field}" }));
        if (StaleForm.Renew(ModelState))
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
            form.Version = enterprise.Version;
        }

        return await ShowAsync(enterprise, form, cancellation);
    }

    /// <summary>What both are likely to have in common.</summary>
    private static EnterpriseForm Begin(Enterprise enterprise) => new()
    {
        Type = enterprise.Type,
        ParkAreaId = enterprise.ParkAreaId,
        Stage = enterprise.Stage,
        StageOn = enterprise.StageSince,
        TagIds = [.. enterprise.Tags.Select(t => t.IndustryTagId)],
        Markets = [.. enterprise.Markets.Select(m => m.Market)],
    };

    private async Task<IActionResult> ShowAsync(Enterprise enterprise, SplitForm form, CancellationToken cancellation)
    {
        (form.Enterprise, form.New.Choices) = (enterprise, await roster.ChoicesAsync(cancellation));
        (form.Kinds, form.Obstacles) = (await splits.KindsAsync(enterprise.Id, cancellation), await splits.ObstaclesAsync(enterprise.Id, cancellation));
        return View("Edit", form);
    }
}
