using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors;
using HuaihuaPilotZone.Corridors.Bookings.Sharing;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Sharing;

/// <summary>Small shipments that share a container with those of others.</summary>
[Area(Policies.EnterpriseDesk)]
public sealed class SharingController(IntentDesk intents, SharingDesk desk, SharedContainers containers, CurrentMembership membership, ChinaTime time) : Controller
{
    private const string Home = "/enterprise/sharing";

    private static readonly string[] _head = ["登记号", "货物", "HS 编码", "类别", "毛重（千克）", "体积（立方米）", "起运地", "目的地", "备妥日", "最晚发运日", "危险品", "状态", "最近方案"];

    private int EnterpriseId => membership.Required.EnterpriseId;

    [HttpGet(Home)]
    public async Task<IActionResult> Index(IntentQuery query, CancellationToken cancellation) =>
        View(new IntentListPage(query, await intents.ListAsync(EnterpriseId, query.ToFilter(), new PageRequest(query.Page), cancellation)));

    [HttpGet(Home + "/export.csv")]
    [HttpGet(Home + "/export.xlsx")]
    public Task Export(IntentQuery query, CancellationToken cancellation) => Response.SendListAsync("shared-cargo", "拼箱货", _head, intents.StreamAsync(EnterpriseId, query.ToFilter()),
        row =>
        [
            row.Number, row.Goods, row.HsPrefix, row.Class.Word(), row.Kilograms.ToString(CultureInfo.InvariantCulture), (row.Litres / 1000m).ToString("0.###", CultureInfo.InvariantCulture), row.OriginName,
            row.DestinationName, ListTimes.Of(row.ReadyOn), ListTimes.Of(row.LatestOn), row.IsDangerous ? "是" : "否", row.State.Word(), row.Container,
        ],
        cancellation);

    [HttpGet(Home + "/new")]
    public Task<IActionResult> New(CancellationToken cancellation) =>
        FormAsync(new IntentForm { Origin = CorridorService.HubSlug, ReadyOn = time.Today.AddDays(3), LatestOn = time.Today.AddDays(17) }, cancellation);

    [HttpPost(Home + "/new")]
    public async Task<IActionResult> New(IntentForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var made = await intents.AddAsync(EnterpriseId, form.ToData(), cancellation);
            if (made.IsDone) return await FindAsync(made.Value, "已登记。", cancellation);
            ModelState.Show(made.Refusals);
        }
        return await FormAsync(form, cancellation);
    }

    [HttpGet(Home + "/{number}")]
    public Task<IActionResult> Show(string number, CancellationToken cancellation) => ShowAsync(number, cancellation);

    [HttpPost(Home + "/{number}")]
    public async Task<IActionResult> Show(string number, IntentStepForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid && form.Step == IntentStep.Find)
        {
            var found = await desk.ProposeAsync(number, EnterpriseId, cancellation);
            if (found.IsDone) return Told($"{Home}/containers/{found.Value}", "找到了可以同箱的货，请看方案。");
            ModelState.Show(found.Refusals);
        }
        else if (ModelState.IsValid)
        {
            var outcome = await intents.WithdrawAsync(number, EnterpriseId, cancellation);
            if (outcome.IsDone) return Told($"{Home}/{number}", "已撤回。");
            ModelState.Show(outcome.Refusals);
        }
        return await ShowAsync(number, cancellation);
    }

    [HttpGet(Home + "/containers/{number}")]
    public Task<IActionResult> Container(string number, CancellationToken cancellation) => ContainerAsync(number, cancellation);

    [HttpPost(Home + "/containers/{number}")]
    public async Task<IActionResult> Container(string number, AnswerForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var outcome = await desk.AnswerAsync(number, EnterpriseId, form.Agrees!.Value, cancellation);
            if (outcome.IsDone)
            {
                return Told($"{Home}/containers/{number}", outcome.Value switch
                {
                    SharedState.Booked => "各方都已同意，已订舱。",
                    SharedState.Failed => "已记下。这个方案没有拼成，您的货仍在待拼。",
                    _ => "已记下，等待另一方答复。",
                });
            }
            ModelState.Show(outcome.Refusals);
        }
        return await ContainerAsync(number, cancellation);
    }

    /// <summary>Looks at once; nothing found is no fault, the shipment stays registered.</summary>
    private async Task<IActionResult> FindAsync(string number, string told, CancellationToken cancellation)
    {
        var found = await desk.ProposeAsync(number, EnterpriseId, cancellation);
        return found.IsDone ? Told($"{Home}/containers/{found.Value}", $"{told}找到了可以同箱的货，请看方案。") : Told($"{Home}/{number}", $"{told}{found.Refusals[0].Message}");
    }

    private async Task<IActionResult> FormAsync(IntentForm form, CancellationToken cancellation)
    {
        form.Nodes = await intents.NodesAsync(cancellation);
        return View("New", form);
    }

    private async Task<IActionResult> ShowAsync(string number, CancellationToken cancellation) => await intents.FindAsync(number, EnterpriseId, cancellation) is { } intent
        ? View("Show", new IntentPage(intent, await intents.ProposalsAsync(intent.Id, cancellation), await intents.HistoryAsync(number, this.HistoryPage(), cancellation), intent.LatestOn < time.Today))
        : NotFound();

    private async Task<IActionResult> ContainerAsync(string number, CancellationToken cancellation)
    {
        if (await containers.FindAsync(number, EnterpriseId, cancellation) is not { } shared) return NotFound();
        // who has answered names people, so only those who know each other read it
        var history = shared.Parts.All(p => p.Name is not null) ? await containers.HistoryAsync(number, this.HistoryPage(), cancellation) : null;
        return View("Container", new SharedPage(shared, history));
    }

    private RedirectResult Told(string address, string notice)
    {
        TempData["Notice"] = notice;
        return Redirect(address);
    }
}
