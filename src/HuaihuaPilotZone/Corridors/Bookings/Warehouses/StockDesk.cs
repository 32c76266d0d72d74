using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Declarations;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Corridors.Bookings.Warehouses;

/// <summary>Pieces that come in or go out.</summary>
/// <param name="ItemNo">The enterprise's own number of the product, as its book has it.</param>
/// <param name="IsOut">Whether they go out.</param>
public sealed record StockData(int WarehouseId, string ItemNo, bool IsOut, int Pieces, string? Declaration, string? Note);

/// <summary>What there is of a product in a warehouse.</summary>
public sealed record StockRow(int WarehouseId, string WarehouseName, int ProductId, string ItemNo, string ProductName, int Quantity);

/// <summary>A move in a list.</summary>
public sealed record StockMoveRow(int Id, string WarehouseName, string ItemNo, string ProductName, int Change, int Left, DeclarationNumber? Declaration, string? Note, DateTime At, string By);

/// <summary>What lists of stock are narrowed to.</summary>
/// <param name="IsOut">For moves: only what went out, or only what came in.</param>
/// <param name="IsDeclared">For moves: only those with a 9810 pre-declaration, or only those without.</param>
public sealed record StockFilter(string? Text = null, int? WarehouseId = null, bool Descending = true, bool? IsOut = null, bool? IsDeclared = null);

/// <summary>The stock of an enterprise in its warehouses, by product. It never falls below nought, whoever takes out at the same time.</summary>
public sealed class StockDesk(PortalDbContext db, Actor actor, ChinaTime time)
{
    private const int MostPieces = 10_000_000;

    public Task<Page<StockRow>> LevelsAsync(int enterpriseId, StockFilter filter, PageRequest page, CancellationToken cancellation) => Levels(enterpriseId, filter).ToPageAsync(page, cancellation);

    /// <summary>All rows of a list, for a file.</summary>
    public IAsyncEnumerable<StockRow> StreamLevelsAsync(int enterpriseId, StockFilter filter) => Levels(enterpriseId, filter).AsAsyncEnumerable();

    /// <summary>What came in and went out, newest first.</summary>
    public Task<Page<StockMoveRow>> MovesAsync(int enterpriseId, StockFilter filter, PageRequest page, CancellationToken cancellation) => Moves(enterpriseId, filter).ToPageAsync(page, cancellation);

    /// <summary>All moves of a list, for a file.</summary>
    public IAsyncEnumerable<StockMoveRow> StreamMovesAsync(int enterpriseId, StockFilter filter) => Moves(enterpriseId, filter).AsAsyncEnumerable();

    /// <summary>Products to choose from: number and name.</summary>
    public async Task<IReadOnlyList<(string ItemNo, string Name)>> ProductsAsync(int enterpriseId, CancellationToken cancellation)
    {
        var rows = await db.BookProducts.Where(p => p.EnterpriseId == enterpriseId).OrderBy(p => p.ItemNo).Select(p => new { p.ItemNo, p.Name }).Take(500).ToListAsync(cancellation);
        return [.. rows.Select(r => (r.ItemNo, r.Name))];
    }

    /// <summary>Writes down what came in or went out.</summary>
    /// <returns>What there is afterwards.</returns>
    public async Task<Outcome<int>> MoveAsync(int enterpriseId, StockData data, CancellationToken cancellation)
    {
        List<Refusal> refusals = [];
        if (data.Pieces is < 1 or > MostPieces) refusals.Add(new Refusal(nameof(data.Pieces), $"件数应为 1 至 {MostPieces.ToString("#,0", CultureInfo.InvariantCulture)}。"));
        if (!await db.Warehouses.AnyAsync(w => w.Id == data.WarehouseId, cancellation)) refusals.Add(new Refusal(nameof(data.WarehouseId), "请选择仓库。"));
        var product = await db.BookProducts.Where(p => p.EnterpriseId == enterpriseId && p.ItemNo == data.ItemNo).Select(p => (int?)p.Id).SingleOrDefaultAsync(cancellation);
        if (product is null) refusals.Add(new Refusal(nameof(data.ItemNo), "商品库里没有这个货号，请先在商品库登记。"));
        var (declaration, problem) = await InboundDesk.DeclarationAsync(db, enterpriseId, data.Declaration, cancellation);
        if (problem is not null) refusals.Add(problem);
        if (refusals.Count > 0) return Outcome.Refused(refusals);
        await EnsureLevelAsync(data.WarehouseId, product!.Value, cancellation);
        var change = data.IsOut ? -data.Pieces : data.Pieces;
        return await db.InTransactionAsync<int>(
            async token =>
            {
                var levels = db.StockLevels.Where(l => l.WarehouseId == data.WarehouseId && l.ProductId == product);
                var moved = await levels.Where(l => l.Quantity + change >= 0 && l.Quantity <= int.MaxValue - MostPieces).ExecuteUpdateAsync(set => set.SetProperty(l => l.Quantity, l => l.Quantity + change), token);
                var left = await levels.Select(l => l.Quantity).SingleAsync(token);
                if (moved == 0) return Outcome.Refused(nameof(data.Pieces), $"仓里只有 {left} 件，不能出 {data.Pieces} 件。");
                db.StockMoves.Add(new StockMove
                {
                    WarehouseId = data.WarehouseId,
                    ProductId = product.Value,
                    Change = change,
                    Left = left,
                    DeclarationId = declaration,
                    Note = data.Note,
                    At = time.UtcNow,
                    By = actor.Name,
                });
                await db.SaveChangesAsync(token);
                return left;
            },
            cancellation);
    }

    private async Task EnsureLevelAsync(int warehouseId, int productId, CancellationToken cancellation)
    {
        if (await db.StockLevels.AnyAsync(l => l.WarehouseId == warehouseId && l.ProductId == productId, cancellation)) return;
        var first = new StockLevel
        {
            WarehouseId = warehouseId,
            ProductId = productId,
        };
        db.StockLevels.Add(first);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            db.Entry(first).State = EntityState.Detached;
            if (!await db.StockLevels.AnyAsync(l => l.WarehouseId == warehouseId && l.ProductId == productId, cancellation)) throw;
        }
    }

    private IQueryable<StockRow> Levels(int enterpriseId, StockFilter filter)
    {
        var levels = db.StockLevels.AsNoTracking().Where(l => l.Product!.EnterpriseId == enterpriseId && l.Quantity > 0);
        if (filter.WarehouseId is { } warehouse) levels = levels.Where(l => l.WarehouseId == warehouse);
        if (SearchWord.Of(filter.Text) is { } word) levels = levels.Where(l => l.Product!.ItemNo.Contains(word) || l.Product.Name.Contains(word) || l.Warehouse!.Name.Contains(word));
        var ordered = filter.Descending ? levels.OrderByDescending(l => l.Quantity).ThenBy(l => l.WarehouseId).ThenBy(l => l.ProductId) : levels.OrderBy(l => l.Quantity).ThenBy(l => l.WarehouseId).ThenBy(l => l.ProductId);
        return ordered.Select(l => new StockRow(l.WarehouseId, l.Warehouse!.Name, l.ProductId, l.Product!.ItemNo, l.Product.Name, l.Quantity));
    }

    private IQueryable<StockMoveRow> Moves(int enterpriseId, StockFilter filter)
    {
        var moves = db.StockMoves.AsNoTracking().Where(m => m.Product!.EnterpriseId == enterpriseId);
        if (filter.WarehouseId is { } warehouse) moves = moves.Where(m => m.WarehouseId == warehouse);
        if (SearchWord.Of(filter.Text) is { } word) moves = moves.Where(m => m.Product!.ItemNo.Contains(word) || m.Product.Name.Contains(word) || m.Warehouse!.Name.Contains(word));
        if (filter.IsOut is { } isOut) moves = moves.Where(m => m.Change < 0 == isOut);
        if (filter.IsDeclared is { } isDeclared) moves = moves.Where(m => m.DeclarationId != null == isDeclared);
        return Rows(filter.Descending ? moves.OrderByDescending(m => m.Id) : moves.OrderBy(m => m.Id));
    }

    /// <param name="moves">In their order.</param>
    internal static IQueryable<StockMoveRow> Rows(IQueryable<StockMove> moves) => moves.Select(m => new StockMoveRow(
        m.Id, m.Warehouse!.Name, m.Product!.ItemNo, m.Product.Name, m.Change, m.Left, m.Declaration == null ? null : m.Declaration.Number, m.Note, m.At, m.By));
}
