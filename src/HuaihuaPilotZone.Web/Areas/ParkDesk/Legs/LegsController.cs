using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors;
using HuaihuaPilotZone.Corridors.Keeping;
using HuaihuaPilotZone.Figures;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Legs;

/// <summary>Legs of the network and their values through time.</summary>
[Area(Policies.ParkDesk)]
public sealed class LegsController(LegKeeping legs, NodeKeeping nodes, LegImport import, LegValueImport values, ChinaTime time) : Controller
{
    private const string Home = "/park/network/legs";
    private const string EditView = "Edit";

    private static readonly string[] _head = ["起点", "终点", "运输方式", "经过", "英文经过", "冷藏", "停用", "距离（公里）", "时间（小时）", "每箱运价（元）", "每吨运价（元）", "碳排放因子（克/吨公里）"];
    private static readonly string[] _valuesHead = ["起点", "终点", "运输方式", "数值项", "起始日", "数值", "单位", "性质", "来源"];

    private static readonly SheetImportPage _valuesPage = new(
        "区段数值", "个数值", "同一区段、数值项、起始日已有的数值会被取代，旧值留在操作记录里。", "区段用节点名称写，不分方向；起始日空着为一直有效。",
        new Crumb("区段", Home), Home + "/import", Home + "/values.xlsx", LegValueImport.MostRows, LegValueImport.Columns);

    private static readonly SheetImportPage _importPage = new(
        "区段", "个区段", "已登记的修改，没有的新登记；数值另行导入。", "起点、终点用节点名称写，不分方向。",
        new Crumb("区段", Home), Home + "/records/import", Home + "/export.xlsx", LegImport.MostRows, LegImport.Columns);

    [HttpGet(Home)]
    public async Task<IActionResult> Index(LegQuery query, CancellationToken cancellation) =>
        View(new LegListPage(query, await legs.ListAsync(query.ToFilter(), new PageRequest(query.Page), cancellation), query.AsOf ?? time.Today));

    /// <summary>The list with what holds today, or on the day that is asked for.</summary>
    [HttpGet(Home + "/export.csv")]
    [HttpGet(Home + "/export.xlsx")]
    public Task Export(LegQuery query, CancellationToken cancellation) => Response.SendListAsync("legs", "区段", _head, legs.StreamAsync(query.ToFilter()), l => Values(l, query.AsOf ?? time.Today), cancellation);

    /// <summary>Every value with its day, standing and source; the file can be taken in again.</summary>
    [HttpGet(Home + "/values.csv")]
    [HttpGet(Home + "/values.xlsx")]
    public Task ExportValues(LegQuery query, CancellationToken cancellation) => Response.SendListAsync(
        "leg-values", "区段数值", _valuesHead, legs.ValuesAsync(query.ToFilter()),
        v => [v.FromName, v.ToName, v.Mode.Word(), v.Quantity.Word(), v.From == DateOnly.MinValue ? null : ListTimes.Of(v.From), Number(v.Value), v.Quantity.Unit(), v.Status.Word(), v.Source], cancellation);

    [HttpGet(Home + "/import")]
    [Authorize(Policies.KeepNetwork)]
    public IActionResult ImportValues() => View(SheetImportPage.ViewName, _valuesPage);

    [HttpPost(Home + "/import")]
    [Authorize(Policies.KeepNetwork)]
    [RequestSizeLimit(SheetUploadFormValidator.MostBytes + 100_000)]
    public Task<IActionResult> ImportValues(SheetUploadForm form, CancellationToken cancellation) => this.TakeInAsync(form, _valuesPage, values.ImportAsync, cancellation);

    /// <summary>The legs themselves; their values come by the file above.</summary>
    [HttpGet(Home + "/records/import")]
    [Authorize(Policies.KeepNetwork)]
    public IActionResult Import() => View(SheetImportPage.ViewName, _importPage);

    [HttpPost(Home + "/records/import")]
    [Authorize(Policies.KeepNetwork)]
    [RequestSizeLimit(SheetUploadFormValidator.MostBytes + 100_000)]
    public Task<IActionResult> Import(SheetUploadForm form, CancellationToken cancellation) => this.TakeInAsync(form, _importPage, import.ImportAsync, cancellation);

    [HttpGet(Home + "/new")]
    [Authorize(Policies.KeepNetwork)]
    public Task<IActionResult> Create(CancellationToken cancellation) => ShowAsync(null, new LegForm(), new LegValueForm(), cancellation);

    [HttpPost(Home + "/new")]
    [Authorize(Policies.KeepNetwork)]
    public async Task<IActionResult> Create(LegForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var made = await legs.AddAsync(form.ToData(), cancellation);
            if (made.IsDone) return Told(made.Value, "区段已登记，接着录入距离、时间等数值。");
            ModelState.Show(made.Refusals);
        }
        return await ShowAsync(null, form, new LegValueForm(), cancellation);
    }

    /// <param name="asOf">The day as of which it is shown; without it the leg of now.</param>
    [HttpGet(Home + "/{id:int}")]
    public async Task<IActionResult> Edit(int id, int? page, int? turns, DateOnly? asOf, CancellationToken cancellation)
    {
        if (await legs.FindAsync(id, cancellation) is not { } leg) return NotFound();
        if (asOf is { } day) return await legs.FindOnAsync(id, day, cancellation) is { } then ? View("Past", new PastLegPage(leg, then, day)) : NotFound();
        return await ShowAsync(leg, LegForm.Of(leg), new LegValueForm { From = time.Today }, cancellation, page, turns);
    }

    [HttpPost(Home + "/{id:int}")]
    [Authorize(Policies.KeepNetwork)]
    public async Task<IActionResult> Edit(int id, LegForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var outcome = await legs.UpdateAsync(id, form.Version, form.ToData(), cancellation);
            if (outcome.IsDone) return Told(id, "修改已保存。");
            ModelState.Show(outcome.Refusals);
        }
        if (await legs.FindAsync(id, cancellation) is not { } leg) return NotFound();
        if (StaleForm.Renew(ModelState)) form.Version = leg.Version;
        return await ShowAsync(leg, form, new LegValueForm { From = time.Today }, cancellation);
    }

    [HttpPost(Home + "/{id:int}/values")]
    [Authorize(Policies.KeepNetwork)]
    public async Task<IActionResult> Record(int id, LegValueForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var outcome = await legs.RecordAsync(id, form.Version, form.ToData(), cancellation);
            if (outcome.IsDone) return Told(id, "数值已录入。");
            ModelState.Show(outcome.Refusals);
        }
        return await legs.FindAsync(id, cancellation) is { } leg ? await ShowAsync(leg, LegForm.Of(leg), form, cancellation) : NotFound();
    }

    [HttpPost(Home + "/{id:int}/values/{valueId:int}/remove")]
    [Authorize(Policies.KeepNetwork)]
    public async Task<IActionResult> Remove(int id, int valueId, int version, CancellationToken cancellation)
    {
        if (await legs.FindAsync(id, cancellation) is null) return NotFound();
        var outcome = await legs.RemoveAsync(id, version, valueId, cancellation);
        if (outcome.IsDone) return Told(id, "数值已删除。");
        TempData["NoticeTone"] = "bad";
        return Told(id, outcome.Refusals[0].Message);
    }

    private static IEnumerable<string?> Values(Leg leg, DateOnly day) =>
    [
        leg.From!.Name, leg.To!.Name, leg.Mode.Word(), leg.Via, leg.EnglishVia, leg.IsCooledOn(day) ? "是" : "否", leg.IsClosed ? "是" : "否",
        .. LegQuantityWords.Numbers.Select(q => leg.On(day, q) is { } value ? Number(value.Value) : null),
    ];

    private static string Number(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private async Task<IActionResult> ShowAsync(Leg? leg, LegForm form, LegValueForm value, CancellationToken cancellation, int? page = null, int? turns = null)
    {
        // the page shows the values as they are now, so the next attempt is made knowing them
        if (leg is not null) value.Version = leg.Version;
        var choices = leg is null ? await nodes.ChoicesAsync([], cancellation) : [];
        return View(EditView, new LegPage(leg, form, value, choices, leg is null ? null : await legs.HistoryAsync(leg.Id, new PageRequest(page), cancellation), time.Today)
        {
            Turns = leg is null ? null : await legs.TurnsAsync(leg.Id, new PageRequest(turns), cancellation),
        });
    }

    private RedirectResult Told(int id, string notice)
    {
        TempData["Notice"] = notice;
        return Redirect(string.Create(CultureInfo.InvariantCulture, $"{Home}/{id}"));
    }
}
