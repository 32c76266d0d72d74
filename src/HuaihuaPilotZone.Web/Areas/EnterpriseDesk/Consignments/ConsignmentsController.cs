using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Consignments;
using HuaihuaPilotZone.Consignments.Replanning;
using HuaihuaPilotZone.Corridors.Bookings;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Tracking;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Public.Tracking;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared.Consignments;
using HuaihuaPilotZone.Web.Shared.Declarations;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Consignments;

/// <summary>The enterprise's consignments: everything about one of them on one page.</summary>
[Area(Policies.EnterpriseDesk)]
public sealed class ConsignmentsController(ConsignmentDesk consignments, ConsignmentTimeline timeline, SensorBook sensors, SensorDesk devices, DeclarationJoins joins, AlertDesk alerts, ReplanDesk replans, BookingLists bookings, CurrentMembership membership, TrackingStreams streams) : Controller
{
    private const string Home = "/enterprise/consignments";
    private const string EditView = "Edit";

    private int EnterpriseId => membership.Required.EnterpriseId;

    [HttpGet(Home)]
    public async Task<IActionResult> Index(ConsignmentQuery query, CancellationToken cancellation)
    {
        var rows = await consignments.ListAsync(query.ToFilter() with { EnterpriseId = EnterpriseId }, new PageRequest(query.Page), cancellation);
        return View(new ConsignmentListPage(Home, query, rows, await consignments.ProgressAsync(rows.Rows, cancellation)));
    }

    [HttpGet(Home + "/export.csv")]
    [HttpGet(Home + "/export.xlsx")]
    public Task Export(ConsignmentQuery query, CancellationToken cancellation) =>
        ConsignmentFile.SendAsync(Response, consignments.StreamAsync(query.ToFilter() with { EnterpriseId = EnterpriseId }), cancellation);

    [HttpGet(Home + "/new")]
    public async Task<IActionResult> New(string? order, string? declaration, string? booking, CancellationToken cancellation) =>
        await FormAsync(booking is not null && await bookings.FindAsync(booking, EnterpriseId, cancellation) is { } booked ? ConsignmentForm.Of(booked) : new ConsignmentForm { Order = order, Declarations = declaration }, null, cancellation);

    [HttpPost(Home + "/new")]
    public async Task<IActionResult> New(ConsignmentForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var made = await consignments.AddAsync(EnterpriseId, form.ToData(), cancellation);
            if (made.IsDone) return Told(made.Value, "货运单已建立。");
            ModelState.Show(made.Refusals);
        }
        return await FormAsync(form, null, cancellation);
    }

    [HttpGet(Home + "/{number}")]
    public Task<IActionResult> Show(string number, CancellationToken cancellation) => ShowAsync(number, new ConsignmentStepForm(), cancellation);

    [HttpPost(Home + "/{number}")]
    public async Task<IActionResult> Show(string number, ConsignmentStepForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var outcome = await consignments.StepAsync(number, EnterpriseId, form.Step!.Value, FormText.Clean(form.Reason), cancellation);
            if (outcome.IsDone) return Told(number, "已记下。");
            ModelState.Show(outcome.Refusals);
        }
        return await ShowAsync(number, form, cancellation);
    }

    [HttpPost(Home + "/{number}/replans/{id:int}")]
    public async Task<IActionResult> Decide(string number, int id, ReplanForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var outcome = form.Choice == ReplanChoice.Accept ? await replans.AcceptAsync(number, EnterpriseId, id, cancellation) : await replans.DeclineAsync(number, EnterpriseId, id, cancellation);
            if (outcome.IsDone) return Told(number, form.Choice == ReplanChoice.Accept ? "已改为新路线。舱位要另行预订。" : "已记下：保持原计划。");
            ModelState.Show(outcome.Refusals);
        }
        return await ShowAsync(number, new ConsignmentStepForm(), cancellation);
    }

    [HttpPost(Home + "/{number}/declarations")]
    public async Task<IActionResult> Join(string number, DeclarationJoinForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var outcome = await joins.JoinConsignmentAsync(number, EnterpriseId, form.Declaration!.Trim(), cancellation);
            if (outcome.IsDone) return Told(number, "已关联预申报。");
            ModelState.Show(outcome.Refusals);
        }
        return await ShowAsync(number, new ConsignmentStepForm(), cancellation, declaration: form.Declaration);
    }

    [HttpPost(Home + "/{number}/declarations/{declaration}/part")]
    public async Task<IActionResult> Part(string number, DeclarationNumber declaration, CancellationToken cancellation)
    {
        var outcome = await joins.PartConsignmentAsync(number, EnterpriseId, declaration, cancellation);
        if (outcome.IsDone) return Told(number, "已解除关联。");
        ModelState.Show(outcome.Refusals);
        return await ShowAsync(number, new ConsignmentStepForm(), cancellation);
    }

    [HttpPost(Home + "/{number}/sensors")]
    public async Task<IActionResult> Announce(string number, SensorForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var outcome = await devices.AnnounceAsync(number, EnterpriseId, form.Device!.Trim(), cancellation);
            if (outcome.IsDone) return Told(number, "传感器已登记，货物离开后没有收到它的数据会预警。");
            ModelState.Show(outcome.Refusals);
        }
        return await ShowAsync(number, new ConsignmentStepForm(), cancellation, form.Device);
    }

    [HttpPost(Home + "/{number}/sensors/{id:int}/withdraw")]
    public async Task<IActionResult> Withdraw(string number, int id, CancellationToken cancellation)
    {
        var outcome = await devices.WithdrawAsync(number, EnterpriseId, id, cancellation);
        if (outcome.IsDone) return Told(number, "已撤销登记。");
        ModelState.Show(outcome.Refusals);
        return await ShowAsync(number, new ConsignmentStepForm(), cancellation);
    }

    [HttpGet(Home + "/{number}/edit")]
    public async Task<IActionResult> Edit(string number, CancellationToken cancellation) =>
        await consignments.FindAsync(number, EnterpriseId, cancellation) is { } saved ? await FormAsync(ConsignmentForm.Of(saved), number, cancellation) : NotFound();

    [HttpPost(Home + "/{number}/edit")]
    public async Task<IActionResult> Edit(string number, ConsignmentForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var outcome = await consignments.UpdateAsync(number, EnterpriseId, form.Version, form.ToData(), cancellation);
            if (outcome.IsDone) return Told(number, "修改已保存。");
            ModelState.Show(outcome.Refusals);
        }
        if (await consignments.FindAsync(number, EnterpriseId, cancellation) is not { } saved) return NotFound();
        if (StaleForm.Renew(ModelState)) form.Version = saved.Version;
        return await FormAsync(form, number, cancellation);
    }

    [HttpGet(Home + "/{number}/readings.csv")]
    public async Task<IActionResult> Readings(string number, CancellationToken cancellation)
    {
        if (await consignments.FindAsync(number, EnterpriseId, cancellation) is not { } saved) return NotFound();
        await ConsignmentFile.SendReadingsAsync(Response, saved.Number, sensors.StreamAsync(saved.Id), cancellation);
        return new EmptyResult();
    }

    /// <summary>Says "changed" whenever something was reported of the consignment.</summary>
    [HttpGet(Home + "/{number}/stream")]
    public async Task<IActionResult> Stream(string number, CancellationToken cancellation) =>
        await consignments.IdAsync(number, EnterpriseId, cancellation) is { } id ? await streams.AnswerAsync(Response, [id], cancellation) : NotFound();

    private async Task<IActionResult> FormAsync(ConsignmentForm form, string? number, CancellationToken cancellation)
    {
        (form.Places, form.Number) = (await consignments.PlacesAsync(cancellation), number);
        return View(EditView, form);
    }

    private async Task<IActionResult> ShowAsync(string number, ConsignmentStepForm form, CancellationToken cancellation, string? device = null, string? declaration = null)
    {
        if (await consignments.FindAsync(number, EnterpriseId, cancellation) is not { } saved) return NotFound();
        var open = await alerts.ListAsync(new AlertFilter(ConsignmentNumber: number, EnterpriseId: EnterpriseId), new PageRequest(), cancellation);
        return View("Show", new ConsignmentPage(
            saved, await timeline.OfAsync(saved, cancellation), await sensors.ChartsAsync(saved.Id, cancellation), open, await replans.ListAsync(saved.Id, cancellation), IsPark: false, form.Reason, device, declaration));
    }

    private RedirectResult Told(string number, string notice)
    {
        TempData["Notice"] = notice;
        return Redirect(string.Create(CultureInfo.InvariantCulture, $"{Home}/{number}"));
    }
}
