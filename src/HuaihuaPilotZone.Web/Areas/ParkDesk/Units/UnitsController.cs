using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Parks;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Units;

/// <summary>Units of the parks and their leases.</summary>
[Area(Policies.ParkDesk)]
public sealed class UnitsController(UnitDesk units, LeaseService leases, ParkDirectory parks, ChinaTime time) : Controller
{
    private const string Home = "/park/units";
    private const string EditView = "Edit";

    private static readonly string[] _head = ["园区", "楼栋", "单元号", "楼层", "用途", "可租面积（平方米）", "状态", "租户", "起租日", "终止日"];

    [HttpGet(Home)]
    public async Task<IActionResult> Index(UnitQuery query, CancellationToken cancellation)
    {
        var on = query.On ?? time.Today;
        return View(new UnitListPage(query, on, await parks.ListAsync(on, cancellation), await units.ListAsync(query.ToFilter(), new PageRequest(query.Page), cancellation)));
    }

    [HttpGet(Home + "/export.csv")]
    public Task Export(UnitQuery query, CancellationToken cancellation) => CsvFile.SendAsync(
        Response, string.Create(CultureInfo.InvariantCulture, $"units-{time.Today:yyyyMMdd}.csv"), _head, units.StreamAsync(query.ToFilter()),
        row => [row.ParkName, row.BuildingName, row.Code, row.Floor, row.Use.Word(), row.Area.ToString("0.##", CultureInfo.InvariantCulture), row.State.Word(), row.TenantName, ListTimes.Of(row.LetFrom), ListTimes.Of(row.LetUntil)],
        cancellation);

    [HttpGet(Home + "/new")]
    [Authorize(Policies.KeepRoster)]
    public Task<IActionResult> Create(CancellationToken cancellation) => ShowAsync(null, new UnitForm { LettableFrom = time.Today }, new LeaseForm(), cancellation);

    [HttpPost(Home + "/new")]
    [Authorize(Policies.KeepRoster)]
    public async Task<IActionResult> Create(UnitForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var made = await units.AddAsync(form.BuildingId!.Value, form.ToData(), cancellation);
            if (made.IsDone) return Told(made.Value, "单元已登记。");
            ModelState.Show(made.Refusals);
        }
        return await ShowAsync(null, form, new LeaseForm(), cancellation);
    }

    [HttpGet(Home + "/{id:int}")]
    public async Task<IActionResult> Edit(int id, CancellationToken cancellation) =>
        await units.FindAsync(id, cancellation) is { } unit ? await ShowAsync(unit, UnitForm.Of(unit), new LeaseForm { From = time.Today }, cancellation) : NotFound();

    [HttpPost(Home + "/{id:int}")]
    [Authorize(Policies.KeepRoster)]
    public async Task<IActionResult> Edit(int id, UnitForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var outcome = await units.UpdateAsync(id, form.Version, form.ToData(), cancellation);
            if (outcome.IsDone) return Told(id, "修改已保存。");
            ModelState.Show(outcome.Refusals);
        }
        if (await units.FindAsync(id, cancellation) is not { } unit) return NotFound();
        if (StaleForm.Renew(ModelState)) form.Version = unit.Version;
        return await ShowAsync(unit, form, new LeaseForm(), cancellation);
    }

    [HttpPost(Home + "/{id:int}/leases")]
    [Authorize(Policies.KeepRoster)]
    public async Task<IActionResult> Let(int id, LeaseForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            if (await leases.FindTenantAsync(form.Tenant!, cancellation) is { } tenant)
            {
                var outcome = await leases.LetAsync(id, form.Version, new LeaseData(tenant, form.From!.Value, form.Until, FormText.Clean(form.Remark)), cancellation);
                if (outcome.IsDone) return Told(id, "租约已登记。");
                ModelState.Show(outcome.Refusals);
            }
            else
            {
                ModelState.AddModelError(nameof(form.Tenant), "名录里没有这个代码或全称的企业，请核对或先建立企业档案。");
            }
        }
        return await units.FindAsync(id, cancellation) is { } unit ? await ShowAsync(unit, UnitForm.Of(unit), form, cancellation) : NotFound();
    }

    [HttpGet(Home + "/{id:int}/leases/{leaseId:int}")]
    [Authorize(Policies.KeepRoster)]
    public async Task<IActionResult> Lease(int id, int leaseId, CancellationToken cancellation) =>
        await FindAsync(id, leaseId, cancellation) is var (unit, lease) ? View(new LeaseEndPage(unit, lease, new LeaseEndForm { Version = unit.Version, Until = lease.Until })) : NotFound();

    [HttpPost(Home + "/{id:int}/leases/{leaseId:int}")]
    [Authorize(Policies.KeepRoster)]
    public async Task<IActionResult> Lease(int id, int leaseId, LeaseEndForm form, CancellationToken cancellation)
    {
        if (await FindAsync(id, leaseId, cancellation) is not var (unit, lease)) return NotFound();
        if (ModelState.IsValid)
        {
            var outcome = await leases.EndAsync(leaseId, form.Version, form.Until, form.Reason!.Trim(), cancellation);
            if (outcome.IsDone) return Told(id, "租约终止日已改定。");
            ModelState.Show(outcome.Refusals);
        }
        return View(new LeaseEndPage(unit, lease, form));
    }

    [HttpPost(Home + "/{id:int}/leases/{leaseId:int}/take-back")]
    [Authorize(Policies.KeepRoster)]
    public async Task<IActionResult> TakeBack(int id, int leaseId, int version, CancellationToken cancellation)
    {
        if (await FindAsync(id, leaseId, cancellation) is null) return NotFound();
        var outcome = await leases.TakeBackAsync(leaseId, version, cancellation);
        if (outcome.IsDone) return Told(id, "租约已撤销。");
        TempData["NoticeTone"] = "bad";
        return Told(id, outcome.Refusals[0].Message);
    }

    private async Task<(Unit, Lease)?> FindAsync(int id, int leaseId, CancellationToken cancellation) =>
        await units.FindAsync(id, cancellation) is { } unit && unit.Leases.Find(l => l.Id == leaseId) is { } lease ? (unit, lease) : null;

    private async Task<IActionResult> ShowAsync(Unit? unit, UnitForm form, LeaseForm lease, CancellationToken cancellation)
    {
        // the page shows the leases as they are now, so the next attempt is made knowing them
        if (unit is not null) lease.Version = unit.Version;
        var history = unit is null ? null : await units.HistoryAsync(unit.Id, this.HistoryPage(), cancellation);
        return View(EditView, new UnitPage(unit, form, lease, await units.BuildingsAsync(cancellation), history, time.Today));
    }

    private RedirectResult Told(int id, string notice)
    {
        TempData["Notice"] = notice;
        return Redirect(string.Create(CultureInfo.InvariantCulture, $"{Home}/{id}"));
    }
}
