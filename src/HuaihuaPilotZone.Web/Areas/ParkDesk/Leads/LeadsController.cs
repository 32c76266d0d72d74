using System.Globalization;
using HuaihuaPilotZone.Chains;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Investment;
using HuaihuaPilotZone.Investment.Opportunities;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Setup.SignIns;
using HuaihuaPilotZone.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Leads;

/// <summary>Investment promotion: companies that the park would like to have.</summary>
[Area(Policies.ParkDesk)]
public sealed class LeadsController(LeadLists lists, LeadDesk leads, EnterpriseRoster roster, OpportunityDesk opportunities, ChainMap chains, IAuthorizationService doors, ChinaTime time) : Controller
{
    private const string Home = "/park/investment";
    private const string EditView = "Edit";

    private static readonly string[] _head =
        ["编号", "企业", "阶段", "阶段开始日期", "行业", "需要的面积（平方米）", "来源", "负责人", "下一步", "下一步日期", "最近走访", "联系人", "联系电话", "联系邮箱"];

    [HttpGet(Home)]
    public async Task<IActionResult> Index(LeadQuery query, CancellationToken cancellation) => View(new LeadListPage(
        query, await lists.ListAsync(query.ToFilter(), new PageRequest(query.Page), cancellation), await lists.CountsAsync(cancellation), await lists.CountOverdueAsync(cancellation),
        await ChoicesAsync(cancellation), time.Today));

    [StepUp(For = Policies.KeepRoster, SendsFile = true)]
    [HttpPost(Home + "/export.csv")]
    [Authorize(Policies.ReadRoster)]
    public async Task Export([FromQuery] LeadQuery query, CancellationToken cancellation)
    {
        var mayPersonal = (await doors.AuthorizeAsync(User, Policies.KeepRoster)).Succeeded;
        await CsvFile.SendAsync(
            Response, string.Create(CultureInfo.InvariantCulture, $"leads-{time.Today:yyyyMMdd}.csv"), mayPersonal ? _head : _head[..^3], lists.StreamAsync(query.ToFilter(), mayPersonal, cancellation),
            lead => mayPersonal ? [.. Values(lead.Row), lead.Contact, lead.Phone, lead.Email] : Values(lead.Row), cancellation);
    }

    [HttpGet(Home + "/new")]
    [Authorize(Policies.KeepRoster)]
    public Task<IActionResult> Create(int? opportunity, int? node, CancellationToken cancellation) => EditAsync(null, new LeadForm { OpportunityId = opportunity, ChainNodeId = node }, cancellation);

    [HttpPost(Home + "/new")]
    [Authorize(Policies.KeepRoster)]
    public async Task<IActionResult> Create(LeadForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var made = await leads.AddAsync(form.ToData(), cancellation);
            if (made.IsDone) return Told(made.Value, "线索已登记。");
            ModelState.Show(made.Refusals);
        }
        return await EditAsync(null, form, cancellation);
    }

    [HttpGet(Home + "/{number}")]
    public Task<IActionResult> Show(string number, CancellationToken cancellation) => ShowAsync(number, null, null, null, cancellation);

    [HttpGet(Home + "/{number}/edit")]
    [Authorize(Policies.KeepRoster)]
    public async Task<IActionResult> Edit(string number, CancellationToken cancellation) =>
        await lists.FindAsync(number, cancellation) is { } lead ? await EditAsync(number, LeadForm.Of(lead), cancellation) : NotFound();

    [HttpPost(Home + "/{number}/edit")]
    [Authorize(Policies.KeepRoster)]
    public async Task<IActionResult> Edit(string number, LeadForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var outcome = await leads.UpdateAsync(number, form.Version, form.ToData(), cancellation);
            if (outcome.IsDone) return Told(number, "修改已保存。");
            ModelState.Show(outcome.Refusals);
        }
        if (await lists.FindAsync(number, cancellation) is not { } lead) return NotFound();
        if (StaleForm.Renew(ModelState)) form.Version = lead.Version;
        return await EditAsync(number, form, cancellation);
    }

    [HttpPost(Home + "/{number}/visits")]
    [Authorize(Policies.KeepRoster)]
    public async Task<IActionResult> Visit(string number, VisitForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var outcome = await leads.VisitAsync(number, form.Version, form.ToData(), cancellation);
            if (outcome.IsDone) return Told(number, "走访已登记。");
            ModelState.Show(outcome.Refusals);
        }
        return await ShowAsync(number, form, null, null, cancellation);
    }

    [HttpPost(Home + "/{number}/stage")]
    [Authorize(Policies.KeepRoster)]
    public async Task<IActionResult> Stage(string number, LeadStageForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var outcome = await leads.MoveAsync(number, form.Version, form.To!.Value, form.StageOn!.Value, form.Reason!.Trim(), cancellation);
            if (outcome.IsDone) return Told(number, $"已转为“{form.To.Value.Word()}”。");
            ModelState.Show(outcome.Refusals);
        }
        return await ShowAsync(number, null, form, null, cancellation);
    }

    [HttpPost(Home + "/{number}/erase-persons")]
    [Authorize(Policies.KeepRoster)]
    public async Task<IActionResult> ErasePersons(string number, EraseForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var outcome = await leads.ErasePersonsAsync(number, form.EraseReason!.Trim(), cancellation);
            if (outcome.IsDone) return Told(number, "这条线索中的个人信息已清除。");
            ModelState.Show(outcome.Refusals);
        }
        return await ShowAsync(number, null, null, form, cancellation);
    }

    private async Task<IActionResult> ShowAsync(string number, VisitForm? visit, LeadStageForm? stage, EraseForm? erase, CancellationToken cancellation)
    {
        if (await lists.FindAsync(number, cancellation) is not { } lead) return NotFound();
        // the page shows the lead as it is now, so the next attempt is made knowing it
        (visit ??= new VisitForm { VisitedOn = time.Today }).Version = lead.Version;
        (stage ??= new LeadStageForm { StageOn = time.Today }).Version = lead.Version;
        var mayPersonal = (await doors.AuthorizeAsync(User, Policies.KeepRoster)).Succeeded;
        return View("Show", new LeadPage(lead, visit, stage, erase ?? new EraseForm(), await lists.HistoryAsync(number, mayPersonal, this.HistoryPage(), cancellation), time.Today));
    }

    private async Task<IActionResult> EditAsync(string? number, LeadForm form, CancellationToken cancellation) => View(EditView, new LeadEditPage(number, form, await ChoicesAsync(cancellation)));

    private async Task<LeadChoices> ChoicesAsync(CancellationToken cancellation) =>
        new(await lists.OwnersAsync(cancellation), await roster.ChoicesAsync(cancellation), await opportunities.ChoicesAsync(cancellation), await chains.NodesAsync(cancellation));

    private static IEnumerable<string?> Values(LeadRow row) =>
    [
        row.Number, row.Company, row.Stage.Word(), ListTimes.Of(row.StageSince), row.Industry, row.WantedArea?.ToString("0.##", CultureInfo.InvariantCulture), row.Source.Word(), row.OwnerName,
        row.NextStep, ListTimes.Of(row.NextStepOn), ListTimes.Of(row.LastVisitOn),
    ];

    private RedirectResult Told(string number, string notice)
    {
        TempData["Notice"] = notice;
        return Redirect($"{Home}/{number}");
    }
}
