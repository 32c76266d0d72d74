using System.ComponentModel.DataAnnotations;
using System.Globalization;
using FluentValidation;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors.Bookings.Warehouses;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Stock;

/// <summary>The address bar of the stock.</summary>
public sealed record StockQuery(string? Q, string? Dir, int? Page)
{
    public bool IsNarrowed => !string.IsNullOrWhiteSpace(Q);

    public StockFilter ToFilter() => new(Q, Descending: SortChoice.IsDescending(Dir, usual: true));
}

/// <summary>The address bar of what came in and went out.</summary>
public sealed record StockMoveQuery(string? Q, bool? Out, bool? Declared, string? Dir, int? Page)
{
    public bool IsNarrowed => Out is not null || Declared is not null || !string.IsNullOrWhiteSpace(Q);

    public StockFilter ToFilter() => new(Q, Descending: SortChoice.IsDescending(Dir, usual: true), IsOut: Out, IsDeclared: Declared);
}

/// <summary>What came in and went out.</summary>
public sealed record StockMovesPage(StockMoveQuery Query, Page<StockMoveRow> Rows);

/// <summary>What an enterprise has in its warehouses, and what moved last.</summary>
public sealed record StockPage(StockQuery Query, Page<StockRow> Levels, Page<StockMoveRow> Moves);

/// <summary>Pieces that come in or go out.</summary>
public sealed class StockForm
{
    [Display(Name = "仓库")]
    public int? WarehouseId { get; set; }

    [Display(Name = "货号")]
    public string? ItemNo { get; set; }

    [Display(Name = "进出")]
    public bool? IsOut { get; set; }

    [Display(Name = "件数")]
    public int? Pieces { get; set; }

    [Display(Name = "关联的 9810 预申报")]
    public string? Declaration { get; set; }

    [Display(Name = "说明")]
    public string? Note { get; set; }

    /// <summary>Warehouses to choose from; never sent.</summary>
    [BindNever]
    [ValidateNever]
    public IReadOnlyList<Warehouse> Warehouses { get; set; } = [];

    /// <summary>Products to choose from; never sent.</summary>
    [BindNever]
    [ValidateNever]
    public IReadOnlyList<(string ItemNo, string Name)> Products { get; set; } = [];
}

public sealed class StockFormValidator : AbstractValidator<StockForm>
{
    public StockFormValidator()
    {
        RuleFor(f => f.WarehouseId).NotNull().WithMessage("请选择仓库。");
        RuleFor(f => f.ItemNo).NotEmpty().WithMessage("请填写货号。");
        RuleFor(f => f.IsOut).NotNull().WithMessage("请选择入仓或出仓。");
        RuleFor(f => f.Pieces).NotNull().WithMessage("请填写件数。");
        RuleFor(f => f.Note).MaximumLength(StockMove.NoteMaxLength).WithMessage("说明最多 {MaxLength} 个字。");
    }
}

/// <summary>The enterprise's stock in warehouses.</summary>
[Area(Policies.EnterpriseDesk)]
public sealed class StockController(StockDesk stock, WarehouseDesk warehouses, CurrentMembership membership, ChinaTime time) : Controller
{
    private const string Home = "/enterprise/stock";

    private static readonly string[] _head = ["仓库", "货号", "商品", "件数"];

    private static readonly string[] _moveHead = ["仓库", "货号", "商品", "增减", "结余", "预申报", "说明", "时间", "操作人"];

    private int EnterpriseId => membership.Required.EnterpriseId;

    [HttpGet(Home)]
    public async Task<IActionResult> Index(StockQuery query, CancellationToken cancellation) => View(new StockPage(
        query, await stock.LevelsAsync(EnterpriseId, query.ToFilter(), new PageRequest(query.Page), cancellation), await stock.MovesAsync(EnterpriseId, query.ToFilter(), new PageRequest(), cancellation)));

    [HttpGet(Home + "/export.csv")]
    public Task Export(StockQuery query, CancellationToken cancellation) => CsvFile.SendAsync(
        Response, string.Create(CultureInfo.InvariantCulture, $"stock-{time.Today:yyyyMMdd}.csv"), _head, stock.StreamLevelsAsync(EnterpriseId, query.ToFilter()),
        row => [row.WarehouseName, row.ItemNo, row.ProductName, row.Quantity.ToString(CultureInfo.InvariantCulture)], cancellation);

    /// <summary>What came in and went out.</summary>
    [HttpGet(Home + "/moves")]
    public async Task<IActionResult> Moves(StockMoveQuery query, CancellationToken cancellation) =>
        View(new StockMovesPage(query, await stock.MovesAsync(EnterpriseId, query.ToFilter(), new PageRequest(query.Page), cancellation)));

    [HttpGet(Home + "/moves.csv")]
    public Task ExportMoves(StockMoveQuery query, CancellationToken cancellation) => CsvFile.SendAsync(
        Response, string.Create(CultureInfo.InvariantCulture, $"stock-moves-{time.Today:yyyyMMdd}.csv"), _moveHead, stock.StreamMovesAsync(EnterpriseId, query.ToFilter()),
        row =>
        [
            row.WarehouseName, row.ItemNo, row.ProductName, row.Change.ToString(CultureInfo.InvariantCulture), row.Left.ToString(CultureInfo.InvariantCulture), row.Declaration?.ToString(), row.Note, ListTimes.Of(row.At),
            row.By,
        ],
        cancellation);

    [HttpGet(Home + "/new")]
    public Task<IActionResult> New(int? warehouse, string? declaration, CancellationToken cancellation) => FormAsync(new StockForm { WarehouseId = warehouse, IsOut = false, Declaration = declaration }, cancellation);

    [HttpPost(Home + "/new")]
    public async Task<IActionResult> New(StockForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var moved = await stock.MoveAsync(
                EnterpriseId, new StockData(form.WarehouseId!.Value, form.ItemNo!.Trim(), form.IsOut!.Value, form.Pieces!.Value, FormText.Clean(form.Declaration), FormText.Clean(form.Note)), cancellation);
            if (moved.IsDone)
            {
                TempData["Notice"] = $"已记下，现有 {moved.Value} 件。";
                return Redirect(Home);
            }
            ModelState.Show(moved.Refusals);
        }
        return await FormAsync(form, cancellation);
    }

    private async Task<IActionResult> FormAsync(StockForm form, CancellationToken cancellation)
    {
        form.Warehouses = (await warehouses.ListAsync(new WarehouseFilter(), new PageRequest(1, PageRequest.MaxSize), cancellation)).Rows;
        form.Products = await stock.ProductsAsync(EnterpriseId, cancellation);
        return View("New", form);
    }
}
