using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors.Bookings.Warehouses;
using HuaihuaPilotZone.Declarations.Tables;
using HuaihuaPilotZone.Figures;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Warehouses;

/// <summary>The registry of warehouses.</summary>
[Area(Policies.ParkDesk)]
public sealed class WarehousesController(WarehouseDesk desk, InboundDesk inbound, CustomsTablesSource tables, ChinaTime time) : Controller
{
    private const string Home = "/park/warehouses";
    private const string EditView = "Edit";

    private static readonly string[] _head = ["名称", "类型", "国家", "城市", "运营方", "每日接收能力（立方米）", "最低温度", "最高温度", "停用", "来源性质", "来源"];

    [HttpGet(Home)]
    public async Task<IActionResult> Index(WarehouseQuery query, CancellationToken cancellation) =>
        View(new WarehouseListPage(query, await desk.ListAsync(query.ToFilter(withClosed: true), new PageRequest(query.Page), cancellation), await tables.ReadAsync(cancellation)));

    [HttpGet(Home + "/export.csv")]
    public Task Export(WarehouseQuery query, CancellationToken cancellation) => CsvFile.SendAsync(
        Response, string.Create(CultureInfo.InvariantCulture, $"warehouses-{time.Today:yyyyMMdd}.csv"), _head, desk.StreamAsync(query.ToFilter(withClosed: true), cancellation),
        row =>
        [
            row.Name, row.Kind.Word(), row.CountryCode, row.City, row.Operator, (row.DailyLitres / 1000)?.ToString(CultureInfo.InvariantCulture), row.LowestTemperature?.ToString("0.#", CultureInfo.InvariantCulture),
            row.HighestTemperature?.ToString("0.#", CultureInfo.InvariantCulture), row.IsClosed ? "是" : "否", row.SourceStatus.Word(), row.Source,
        ],
        cancellation);

    [HttpGet(Home + "/new")]
    [Authorize(Policies.KeepRoster)]
    public IActionResult Create() => View(EditView, new WarehousePage(null, null, new WarehouseForm(), null, null));

    [HttpPost(Home + "/new")]
    [Authorize(Policies.KeepRoster)]
    public async Task<IActionResult> Create(WarehouseForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var made = await desk.AddAsync(form.ToData(), cancellation);
            if (made.IsDone) return Told(made.Value, "仓库已登记。");
            ModelState.Show(made.Refusals);
        }
        return View(EditView, new WarehousePage(null, null, form, null, null));
    }

    [HttpGet(Home + "/{id:int}")]
    public async Task<IActionResult> Edit(int id, CancellationToken cancellation) =>
        await desk.FindAsync(id, cancellation) is { } warehouse ? await ShowAsync(warehouse, WarehouseForm.Of(warehouse), cancellation) : NotFound();

    [HttpPost(Home + "/{id:int}")]
    [Authorize(Policies.KeepRoster)]
    public async Task<IActionResult> Edit(int id, WarehouseForm form, CancellationToken cancellation)
    {
        if (await desk.FindAsync(id, cancellation) is not { } warehouse) return NotFound();
        if (ModelState.IsValid)
        {
            var outcome = await desk.UpdateAsync(id, form.Version, form.ToData(), cancellation);
            if (outcome.IsDone) return Told(id, "已保存。");
            ModelState.Show(outcome.Refusals);
        }
        if (StaleForm.Renew(ModelState)) form.Version = warehouse.Version;
        return await ShowAsync(warehouse, form, cancellation);
    }

    private async Task<IActionResult> ShowAsync(Warehouse warehouse, WarehouseForm form, CancellationToken cancellation) => View(EditView, new WarehousePage(
        warehouse, (await tables.ReadAsync(cancellation)).CountryName(warehouse.CountryCode), form, await inbound.ListAsync(new InboundFilter(WarehouseId: warehouse.Id), new PageRequest(), cancellation), await desk.HistoryAsync(warehouse.Id, this.HistoryPage(), cancellation)));

    private RedirectResult Told(int id, string notice)
    {
        TempData["Notice"] = notice;
        return Redirect(string.Create(CultureInfo.InvariantCulture, $"{Home}/{id}"));
    }
}
