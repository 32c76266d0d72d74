using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Parks.Tickets;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared;
using HuaihuaPilotZone.Web.Shared.Tickets;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Tickets;

/// <summary>The address bar of the list. Whatever stands in it, a list is shown.</summary>
public sealed record TicketQuery(string? Q, TicketState? State, string? Dir, int? Page)
{
    public bool IsNarrowed => State is not null || !string.IsNullOrWhiteSpace(Q);

    public TicketFilter ToFilter() => new(Q, State, OldestFirst: !SortChoice.IsDescending(Dir, usual: true));
}

/// <summary>The list.</summary>
public sealed record TicketListPage(TicketQuery Query, Page<TicketRow> Rows);

/// <summary>Repairs that tenants ask for.</summary>
[Area(Policies.ParkDesk)]
public sealed class TicketsController(TicketService tickets, ChinaTime time, IAuthorizationService doors) : Controller
{
    private const string Home = "/park/tickets";

    private static readonly string[] _head = ["报修号", "事由", "紧急", "状态", "园区", "楼栋", "单元", "租户", "报修时间", "最近变化"];

    [HttpGet(Home)]
    public async Task<IActionResult> Index(TicketQuery query, CancellationToken cancellation) =>
        View(new TicketListPage(query, await tickets.ListAsync(query.ToFilter(), new PageRequest(query.Page), cancellation)));

    [HttpGet(Home + "/export.csv")]
    public Task Export(TicketQuery query, CancellationToken cancellation) => CsvFile.SendAsync(
        Response, string.Create(CultureInfo.InvariantCulture, $"tickets-{time.Today:yyyyMMdd}.csv"), _head, tickets.StreamAsync(query.ToFilter()),
        row => [row.Number, row.Title, row.IsUrgent ? "是" : "否", row.State.Word(), row.ParkName, row.BuildingName, row.UnitCode, row.EnterpriseName, ListTimes.Of(row.ReportedAt), ListTimes.Of(row.MovedAt)],
        cancellation);

    [HttpGet(Home + "/{number}")]
    public Task<IActionResult> Show(string number, CancellationToken cancellation) => ShowAsync(number, new TicketStepForm(), cancellation);

    [HttpPost(Home + "/{number}")]
    [Authorize(Policies.KeepRoster)]
    public async Task<IActionResult> Show(string number, TicketStepForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var outcome = await tickets.StepAsync(number, null, form.Step!.Value, form.Version, FormText.Clean(form.Note), cancellation);
            if (outcome.IsDone)
            {
                TempData["Notice"] = "已记下，并已通知租户。";
                return Redirect($"{Home}/{number}");
            }
            ModelState.Show(outcome.Refusals);
        }
        return await ShowAsync(number, form, cancellation);
    }

    private async Task<IActionResult> ShowAsync(string number, TicketStepForm form, CancellationToken cancellation)
    {
        if (await tickets.FindAsync(number, null, cancellation) is not { } ticket) return NotFound();
        var mayKeep = (await doors.AuthorizeAsync(User, Policies.KeepRoster)).Succeeded;
        IReadOnlyList<TicketStep> steps = mayKeep ? TicketService.StepsFrom(ticket.State, isPark: true) : [];
        return View("Show", new TicketPage(ticket, await tickets.HistoryAsync(number, this.HistoryPage(), cancellation), steps, form, $"{Home}/{number}"));
    }
}
