using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Parks;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Setup.SignIns;
using HuaihuaPilotZone.Web.Shared;
using HuaihuaPilotZone.Yard;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.YardGate;

/// <summary>Containers through the gate.</summary>
[Area(Policies.ParkDesk)]
public sealed class YardGateController(GateDesk gate, LeaseService firms, ChinaTime time) : Controller
{
    private const string Home = "/park/yard/gate";

    private static readonly string[] _head = ["箱号", "方向", "时间", "企业", "车次或车牌", "备注", "校验位不符", "登记人", "登记时间", "撤销原因"];

    [HttpGet(Home)]
    public async Task<IActionResult> Index(GateQuery query, CancellationToken cancellation) =>
        View(new GateListPage(query, await gate.ListAsync(query.ToFilter(), new PageRequest(query.Page), cancellation)));

    /// <summary>The log as a file. It names vehicles, so it is asked for and journalled like other files with persons.</summary>
    [StepUp(SendsFile = true)]
    [Authorize(Policies.ReadRoster)]
    [HttpPost(Home + "/export.csv")]
    public Task Export([FromQuery] GateQuery query, CancellationToken cancellation) => CsvFile.SendAsync(
        Response, string.Create(CultureInfo.InvariantCulture, $"gate-{time.Today:yyyyMMdd}.csv"), _head, gate.StreamAsync(query.ToFilter(), cancellation),
        row => [row.Container, row.Direction.Word(), ListTimes.Of(row.At), row.EnterpriseName, row.Vehicle, row.Note, row.IsComparedWithBox ? "是" : "否", row.RecordedBy, ListTimes.Of(row.RecordedAt), row.TakenBackReason],
        cancellation);

    [HttpGet(Home + "/in")]
    [Authorize(Policies.KeepRoster)]
    public IActionResult In() => View(new GateInForm { Day = time.Today, At = Clock(), Load = ContainerLoad.Full });

    [HttpPost(Home + "/in")]
    [Authorize(Policies.KeepRoster)]
    public async Task<IActionResult> In(GateInForm form, CancellationToken cancellation)
    {
        int? firm = null;
        if (ModelState.IsValid && FormText.Clean(form.Firm) is { } name && (firm = await firms.FindTenantAsync(name, cancellation)) is null)
            ModelState.AddModelError(nameof(form.Firm), "名录里没有这个代码或全称的企业，请核对或留空。");
        if (ModelState.IsValid)
        {
            var made = await gate.InAsync(form.ToData(firm), cancellation);
            if (made.IsDone)
            {
                TempData["Notice"] = "进场已登记。";
                return Redirect(string.Create(CultureInfo.InvariantCulture, $"/park/yard/stays/{made.Value}"));
            }
            ModelState.Show(made.Refusals);
        }
        return View(form);
    }

    [HttpGet(Home + "/out")]
    [Authorize(Policies.KeepRoster)]
    public IActionResult Out(string? container) => View(new GateOutForm { Container = container, Day = time.Today, At = Clock() });

    [HttpPost(Home + "/out")]
    [Authorize(Policies.KeepRoster)]
    public async Task<IActionResult> Out(GateOutForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var outcome = await gate.OutAsync(form.ToData(), cancellation);
            if (outcome.IsDone) return Told("出场已登记。");
            ModelState.Show(outcome.Refusals);
        }
        return View(form);
    }

    [HttpGet(Home + "/{id:int}/take-back")]
    [Authorize(Policies.KeepRoster)]
    public Task<IActionResult> TakeBack(int id, CancellationToken cancellation) => AskAsync(id, new TakeBackForm(), cancellation);

    [HttpPost(Home + "/{id:int}/take-back")]
    [Authorize(Policies.KeepRoster)]
    public async Task<IActionResult> TakeBack(int id, TakeBackForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var outcome = await gate.TakeBackAsync(id, form.Reason!.Trim(), cancellation);
            if (outcome.IsDone) return Told("记录已撤销。");
            ModelState.Show(outcome.Refusals);
        }
        return await AskAsync(id, form, cancellation);
    }

    private async Task<IActionResult> AskAsync(int id, TakeBackForm form, CancellationToken cancellation) =>
        await gate.FindAsync(id, cancellation) is { } row ? View("TakeBack", new TakeBackPage(row, form)) : NotFound();

    private string Clock() => time.Now.ToString("HH:mm", CultureInfo.InvariantCulture);

    private RedirectResult Told(string notice)
    {
        TempData["Notice"] = notice;
        return Redirect(Home);
    }
}
