using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors;
using HuaihuaPilotZone.Corridors.Keeping;
using HuaihuaPilotZone.Declarations.Tables;
using HuaihuaPilotZone.Figures;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Nodes;

/// <summary>Places of the network: dry port, sea ports, border posts, stations, warehouses.</summary>
[Area(Policies.ParkDesk)]
public sealed class NodesController(NodeKeeping nodes, NodeImport import, CustomsTablesSource tables, ChinaTime time) : Controller
{
    private const string Home = "/park/network/nodes";
    private const string EditView = "Edit";

    private static readonly string[] _head =
        ["短名", "名称", "英文名称", "类型", "国家（地区）", "时区", "纬度", "经度", "坐标来源", "可办理海关手续", "冷藏设施", "接收危险品", "换装时间（分钟）", "换装时间性质", "换装时间来源",
        "宽图横向", "宽图纵向", "宽图名称位置", "竖图横向", "竖图纵向", "竖图名称位置", "停用", "停用日"];

    private static readonly SheetImportPage _importPage = new(
        "节点", "个节点", "短名已登记的修改，没有的新登记。改了时区，没有改动过的车次随之重排。", "坐标、换装时间要写来源；宽图、竖图位置与页面上相同。",
        new Crumb("节点", Home), Home + "/import", Home + "/export.xlsx", NodeImport.MostRows, NodeImport.Columns);

    [HttpGet(Home)]
    public async Task<IActionResult> Index(NodeQuery query, CancellationToken cancellation) =>
        View(new NodeListPage(query, await nodes.ListAsync(query.ToFilter(), new PageRequest(query.Page), cancellation), query.AsOf ?? time.Today, await tables.ReadAsync(cancellation)));

    [HttpGet(Home + "/export.csv")]
    [HttpGet(Home + "/export.xlsx")]
    public Task Export(NodeQuery query, CancellationToken cancellation) => Response.SendListAsync("nodes", "节点", _head, nodes.StreamAsync(query.ToFilter()), Values, cancellation);

    [HttpGet(Home + "/import")]
    [Authorize(Policies.KeepNetwork)]
    public IActionResult Import() => View(SheetImportPage.ViewName, _importPage);

    [HttpPost(Home + "/import")]
    [Authorize(Policies.KeepNetwork)]
    [RequestSizeLimit(SheetUploadFormValidator.MostBytes + 100_000)]
    public Task<IActionResult> Import(SheetUploadForm form, CancellationToken cancellation) => this.TakeInAsync(form, _importPage, import.ImportAsync, cancellation);

    [HttpGet(Home + "/new")]
    [Authorize(Policies.KeepNetwork)]
    public Task<IActionResult> Create(CancellationToken cancellation) => ShowAsync(null, new NodeForm { CountryCode = "CHN", TimeZone = Node.ChinaZone }, cancellation);

    [HttpPost(Home + "/new")]
    [Authorize(Policies.KeepNetwork)]
    public async Task<IActionResult> Create(NodeForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var made = await nodes.AddAsync(form.ToData(), cancellation);
            if (made.IsDone) return Told(made.Value, "节点已登记。");
            ModelState.Show(made.Refusals);
        }
        return await ShowAsync(null, form, cancellation);
    }

    /// <param name="asOf">The day as of which it is shown; without it the node of now.</param>
    [HttpGet(Home + "/{id:int}")]
    public async Task<IActionResult> Edit(int id, int? page, int? turns, DateOnly? asOf, CancellationToken cancellation)
    {
        if (asOf is { } day) return await nodes.FindOnAsync(id, day, cancellation) is { } then ? View("Past", new PastNodePage(then, await CountryAsync(then, cancellation), day)) : NotFound();
        return await nodes.FindAsync(id, cancellation) is { } node ? await ShowAsync(node, NodeForm.Of(node), cancellation, page, turns) : NotFound();
    }

    [HttpPost(Home + "/{id:int}")]
    [Authorize(Policies.KeepNetwork)]
    public async Task<IActionResult> Edit(int id, NodeForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var outcome = await nodes.UpdateAsync(id, form.Version, form.ToData(), cancellation);
            if (outcome.IsDone) return Told(id, "修改已保存。");
            ModelState.Show(outcome.Refusals);
        }
        if (await nodes.FindAsync(id, cancellation) is not { } node) return NotFound();
        if (StaleForm.Renew(ModelState)) form.Version = node.Version;
        return await ShowAsync(node, form, cancellation);
    }

    private static IEnumerable<string?> Values(Node node) =>
    [
        node.Slug, node.Name, node.EnglishName, node.Kind.Word(), node.CountryCode, node.TimeZone, Number(node.Latitude), Number(node.Longitude), node.CoordinatesSource,
        YesNo(node.HasCustoms), YesNo(node.HasColdStore), YesNo(node.TakesDangerousGoods), Number(node.HandlingMinutes), node.HandlingStatus?.Word(), node.HandlingSource,
        Number(node.MapX), Number(node.MapY), node.LabelSide.Word(), Number(node.TallX), Number(node.TallY), node.TallLabelSide.Word(), YesNo(node.IsClosed), ListTimes.Of(node.ClosedFrom),
    ];

    private async Task<string> CountryAsync(Node node, CancellationToken cancellation) => (await tables.ReadAsync(cancellation)).CountryName(node.CountryCode);

    private static string? Number(decimal? number) => number?.ToString("0.#####", CultureInfo.InvariantCulture);

    private static string YesNo(bool value) => value ? "是" : "否";

    private async Task<IActionResult> ShowAsync(Node? node, NodeForm form, CancellationToken cancellation, int? page = null, int? turns = null) =>
        View(EditView, node is null
            ? new NodePage(null, form, null, null, null)
            : new NodePage(node, form, await CountryAsync(node, cancellation), await nodes.HistoryAsync(node.Id, new PageRequest(page), cancellation), await nodes.TurnsAsync(node.Id, new PageRequest(turns), cancellation)));

    private RedirectResult Told(int id, string notice)
    {
        TempData["Notice"] = notice;
        return Redirect(string.Create(CultureInfo.InvariantCulture, $"{Home}/{id}"));
    }
}
