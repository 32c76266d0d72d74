using System.ComponentModel.DataAnnotations;
using System.Globalization;
using FluentValidation;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors.Bookings.Warehouses;
using HuaihuaPilotZone.Declarations.Tables;
using HuaihuaPilotZone.Figures;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Warehouses;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Warehouses;

/// <summary>Goods to announce to a warehouse.</summary>
public sealed class InboundForm
{
    [Display(Name = "入仓日")]
    public DateOnly? Day { get; set; }

    [Display(Name = "体积")]
    public decimal? CubicMetres { get; set; }

    [Display(Name = "货物名称")]
    public string? Goods { get; set; }

    [Display(Name = "关联的 9810 预申报")]
    public string? Declaration { get; set; }
}

public sealed class InboundFormValidator : AbstractValidator<InboundForm>
{
    public InboundFormValidator()
    {
        RuleFor(f => f.Day).NotNull().WithMessage("请选择入仓日。");
        RuleFor(f => f.CubicMetres).NotNull().WithMessage("请填写体积，单位立方米。");
        RuleFor(f => f.Goods).NotEmpty().WithMessage("请填写货物名称。").MaximumLength(InboundBooking.GoodsMaxLength).WithMessage("货物名称最多 {MaxLength} 个字。");
    }
}

/// <summary>The address bar of the bookings.</summary>
public sealed record InboundQuery(string? Q, InboundState? State, string? Dir, int? Page)
{
    public bool IsNarrowed => State is not null || !string.IsNullOrWhiteSpace(Q);

    public InboundFilter ToFilter(int enterpriseId) => new(Q, State is { } state && Enum.IsDefined(state) ? state : null, enterpriseId, Descending: SortChoice.IsDescending(Dir, usual: true));
}

/// <summary>What an enterprise has announced.</summary>
public sealed record InboundListPage(InboundQuery Query, Page<InboundRow> Rows);

/// <summary>A warehouse with what is free, and the form.</summary>
public sealed record WarehouseShowPage(Warehouse Warehouse, string Country, IReadOnlyList<DayFree> Free, InboundForm Form);

/// <summary>Warehouses, and what the enterprise announces to them.</summary>
[Area(Policies.EnterpriseDesk)]
public sealed class WarehousesController(WarehouseDesk desk, InboundDesk inbound, CustomsTablesSource tables, CurrentMembership membership, ChinaTime time) : Controller
{
    private const string Home = "/enterprise/warehouses";
    private const string Bookings = "/enterprise/inbound";
    private const int ShownDays = 14;

    private static readonly string[] _head = ["预约号", "仓库", "入仓日", "体积（立方米）", "货物", "预申报", "状态", "预约时间"];

    private static readonly string[] _warehouseHead = ["名称", "类型", "国家代码", "城市", "运营方", "每日接收（立方米）", "最低温度", "最高温度", "来源性质", "来源"];

    private int EnterpriseId => membership.Required.EnterpriseId;

    [HttpGet(Home)]
    public async Task<IActionResult> Index(WarehouseQuery query, CancellationToken cancellation) =>
        View(new WarehouseListPage(query, await desk.ListAsync(query.ToFilter(withClosed: false), new PageRequest(query.Page), cancellation), await tables.ReadAsync(cancellation)));

    [HttpGet(Home + "/export.csv")]
    [HttpGet(Home + "/export.xlsx")]
    public Task Warehouses(WarehouseQuery query, CancellationToken cancellation) => Response.SendListAsync(
        "warehouses", "仓库", _warehouseHead, desk.StreamAsync(query.ToFilter(withClosed: false), cancellation),
        row =>
        [
            row.Name, row.Kind.Word(), row.CountryCode, row.City, row.Operator, (row.DailyLitres / 1000)?.ToString(CultureInfo.InvariantCulture), row.LowestTemperature?.ToString("0.#", CultureInfo.InvariantCulture),
            row.HighestTemperature?.ToString("0.#", CultureInfo.InvariantCulture), row.SourceStatus.Word(), row.Source,
        ],
        cancellation);

    [HttpGet(Home + "/{id:int}")]
    public Task<IActionResult> Show(int id, CancellationToken cancellation) => ShowAsync(id, new InboundForm { Day = time.Today.AddDays(1) }, cancellation);

    [HttpPost(Home + "/{id:int}")]
    public async Task<IActionResult> Show(int id, InboundForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var made = await inbound.BookAsync(EnterpriseId, new InboundData(id, form.Day!.Value, form.CubicMetres!.Value, form.Goods!.Trim(), FormText.Clean(form.Declaration)), cancellation);
            if (made.IsDone) return Told($"入仓已预约，预约号 {made.Value}。");
            ModelState.Show(made.Refusals);
        }
        return await ShowAsync(id, form, cancellation);
    }

    [HttpGet(Bookings)]
    public Task<IActionResult> Inbound(InboundQuery query, CancellationToken cancellation) => ListAsync(query, cancellation);

    [HttpGet(Bookings + "/export.csv")]
    public Task Export(InboundQuery query, CancellationToken cancellation) => CsvFile.SendAsync(
        Response, string.Create(CultureInfo.InvariantCulture, $"inbound-{time.Today:yyyyMMdd}.csv"), _head, inbound.StreamAsync(query.ToFilter(EnterpriseId)),
        row =>
        [
            row.Number, row.WarehouseName, ListTimes.Of(row.Day), (row.Litres / 1000m).ToString("0.###", CultureInfo.InvariantCulture), row.Goods, row.Declaration?.ToString(), row.State.Word(), ListTimes.Of(row.CreatedAt),
        ],
        cancellation);

    [HttpPost(Bookings + "/{number}/cancel")]
    public async Task<IActionResult> Cancel(string number, CancellationToken cancellation) => await AnswerAsync(await inbound.CancelAsync(number, EnterpriseId, cancellation), "已取消，能力已空出。", cancellation);

    [HttpPost(Bookings + "/{number}/arrive")]
    public async Task<IActionResult> Arrive(string number, CancellationToken cancellation) => await AnswerAsync(await inbound.ArriveAsync(number, EnterpriseId, cancellation), "已登记入仓。", cancellation);

    private async Task<IActionResult> AnswerAsync(Outcome outcome, string notice, CancellationToken cancellation)
    {
        if (outcome.IsMissing) return NotFound();
        if (outcome.IsDone) return Told(notice);
        ModelState.Show(outcome.Refusals);
        return await ListAsync(new InboundQuery(null, null, null, null), cancellation);
    }

    private async Task<IActionResult> ListAsync(InboundQuery query, CancellationToken cancellation) =>
        View("Inbound", new InboundListPage(query, await inbound.ListAsync(query.ToFilter(EnterpriseId), new PageRequest(query.Page), cancellation)));

    private async Task<IActionResult> ShowAsync(int id, InboundForm form, CancellationToken cancellation) => await desk.FindAsync(id, cancellation) is { IsClosed: false } warehouse
        ? View("Show", new WarehouseShowPage(warehouse, (await tables.ReadAsync(cancellation)).CountryName(warehouse.CountryCode), await desk.FreeAsync(warehouse, ShownDays, cancellation), form))
        : NotFound();

    private RedirectResult Told(string notice)
    {
        TempData["Notice"] = notice;
        return Redirect(Bookings);
    }
}
