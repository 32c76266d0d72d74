using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Parks.Tickets;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared;
using HuaihuaPilotZone.Web.Shared.Tickets;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Premises;

/// <summary>The units that the enterprise rents, and what is to be repaired in them.</summary>
[Area(Policies.EnterpriseDesk)]
public sealed class PremisesController(TicketService tickets, CurrentMembership membership, ChinaTime time) : Controller
{
    private const string Home = "/enterprise/premises";

    private static readonly string[] _head = ["报修号", "事由", "紧急", "状态", "单元", "报修时间"];

    private int EnterpriseId => membership.Required.EnterpriseId;

    [HttpGet(Home)]
    public async Task<IActionResult> Index(string? q, TicketState? state, int? page, CancellationToken cancellation) => View(new PremisesPage(
        q, state, await tickets.UnitsAsync(EnterpriseId, cancellation), await tickets.ListAsync(new TicketFilter(q, state, EnterpriseId), new PageRequest(page), cancellation)));

    [HttpGet(Home + "/export.csv")]
    public Task Export(string? q, TicketState? state, CancellationToken cancellation) => CsvFile.SendAsync(
        Response, string.Create(CultureInfo.InvariantCulture, $"tickets-{time.Today:yyyyMMdd}.csv"), _head, tickets.StreamAsync(new TicketFilter(q, state, EnterpriseId)),
        row => [row.Number, row.Title, row.IsUrgent ? "是" : "否", row.State.Word(), $"{row.BuildingName} {row.UnitCode}", ChinaTime.FromUtc(row.ReportedAt).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)],
        cancellation);

    [HttpGet(Home + "/new")]
    public Task<IActionResult> New(int? unit, CancellationToken cancellation) => FormAsync(new TicketForm { UnitId = unit }, cancellation);

    [HttpPost(Home + "/new")]
    public async Task<IActionResult> New(TicketForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var made = await tickets.ReportAsync(EnterpriseId, new TicketData(form.UnitId!.Value, form.Title!.Trim(), form.Text!.Trim(), form.IsUrgent), cancellation);
            if (made.IsDone) return Told(made.Value, "报修已提交，园区会尽快受理。");
            ModelState.Show(made.Refusals);
        }
        return await FormAsync(form, cancellation);
    }

    [HttpGet(Home + "/{number}")]
    public Task<IActionResult> Show(string number, CancellationToken cancellation) => ShowAsync(number, new TicketStepForm(), cancellation);

    [HttpPost(Home + "/{number}")]
    public async Task<IActionResult> Show(string number, TicketStepForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var outcome = await tickets.StepAsync(number, EnterpriseId, form.Step!.Value, form.Version, string.IsNullOrWhiteSpace(form.Note) ? null : form.Note.Trim(), cancellation);
            if (outcome.IsDone) return Told(number, "已记下，并已通知园区。");
            ModelState.Show(outcome.Refusals);
        }
        return await ShowAsync(number, form, cancellation);
    }

    private async Task<IActionResult> FormAsync(TicketForm form, CancellationToken cancellation)
    {
        form.Units = await tickets.UnitsAsync(EnterpriseId, cancellation);
        return View("New", form);
    }

    private async Task<IActionResult> ShowAsync(string number, TicketStepForm form, CancellationToken cancellation) =>
        await tickets.FindAsync(number, EnterpriseId, cancellation) is { } ticket
            ? View("Show", new TicketPage(ticket, await tickets.HistoryAsync(number, this.HistoryPage(), cancellation), TicketService.StepsFrom(ticket.State, isPark: false), form, $"{Home}/{number}"))
            : NotFound();

    private RedirectResult Told(string number, string notice)
    {
        TempData["Notice"] = notice;
        return Redirect($"{Home}/{number}");
    }
}
