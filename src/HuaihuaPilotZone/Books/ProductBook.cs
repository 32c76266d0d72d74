using System.Globalization;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Codes;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Declarations.Tables;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Books;

/// <summary>The goods that an enterprise declares. Every act names the enterprise, which comes from the sign-in.</summary>
public sealed class ProductBook(PortalDbContext db, CustomsTablesSource tables, RefusedAccess refused, PortalJournal journal, ChinaTime time)
{
    public const string AddedAct = "product.added";
    public const string ChangedAct = "product.changed";
    public const string ArchivedAct = "product.archived";
    public const string TakenUpAct = "product.taken-up";

    private const string Gone = "没有找到这个商品。";
    private const string Taken = "商品库里已有这个货号。";
    private const string Changed = "这个商品刚被他人修改，请刷新后再保存。";

    public async Task<Page<ProductRow>> ListAsync(int enterpriseId, ProductFilter filter, PageRequest page, CancellationToken cancellation)
    {
        var snapshot = await tables.ReadAsync(cancellation);
        var found = await Sort(await NarrowAsync(enterpriseId, filter, snapshot, cancellation), filter).ToPageAsync(page, cancellation);
        return found.Select(p => new ProductRow(p, snapshot.StandingOf(p.HsCode, time.Today)));
    }

    /// <summary>Everything that a filter lets through, for exports.</summary>
    public async IAsyncEnumerable<ProductRow> StreamAsync(
        int enterpriseId, ProductFilter filter, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var snapshot = await tables.ReadAsync(cancellation);
        await foreach (var product in Sort(await NarrowAsync(enterpriseId, filter, snapshot, cancellation), filter).AsAsyncEnumerable().WithCancellation(cancellation))
            yield return new ProductRow(product, snapshot.StandingOf(product.HsCode, time.Today));
    }

    /// <summary>How many goods that are still offered have a tariff code that does not hold today.</summary>
    public async Task<int> CountInvalidAsync(int enterpriseId, CancellationToken cancellation) =>
        await (await NarrowAsync(enterpriseId, new ProductFilter(OnlyInvalid: true), await tables.ReadAsync(cancellation), cancellation)).CountAsync(cancellation);

    /// <summary>Goods of the book. Asking for somebody else's gives null and leaves a line in the journal.</summary>
    public async Task<BookProduct?> FindAsync(int enterpriseId, int id, CancellationToken cancellation)
    {
        var product = await Of(enterpriseId).SingleOrDefaultAsync(p => p.Id == id, cancellation);
        if (product is null && await db.BookProducts.AnyAsync(p => p.Id == id, cancellation)) await refused.NoteAsync(JournalSubjects.Product, Key(id), cancellation);
        return product;
    }

    /// <returns>Its id.</returns>
    public async Task<Outcome<int>> AddAsync(int enterpriseId, ProductData data, CancellationToken cancellation)
    {
        var snapshot = await tables.ReadAsync(cancellation);
        data = data.Tidied(snapshot, time.Today);
        if (data.Refuse(snapshot).ToList() is { Count: > 0 } refusals) return Outcome.Refused(refusals);
        try
        {
            return await db.InTransactionAsync<int>(
                async token =>
                {
                    var product = new BookProduct { EnterpriseId = enterpriseId, ItemNo = data.ItemNo, Name = data.Name, HsCode = data.HsCode, Unit = data.Unit };
                    data.WriteTo(product, time.UtcNow);
                    db.BookProducts.Add(product);
                    await db.SaveChangesAsync(token);
                    journal.Write(JournalSubjects.Product, Key(product.Id), AddedAct, $"{product.ItemNo} {product.Name}");
                    await db.SaveChangesAsync(token);
                    return product.Id;
                },
                cancellation);
        }
        catch (DbUpdateException)
        {
            return Outcome.Refused(nameof(ProductData.ItemNo), Taken);
        }
    }

    /// <param name="version">The version that the form showed.</param>
    public async Task<Outcome> UpdateAsync(int enterpriseId, int id, int version, ProductData data, CancellationToken cancellation)
    {
        var snapshot = await tables.ReadAsync(cancellation);
        data = data.Tidied(snapshot, time.Today);
        if (data.Refuse(snapshot).ToList() is { Count: > 0 } refusals) return Outcome.Refused(refusals);
        return await ChangeAsync(enterpriseId, id, version, product =>
        {
            journal.Write(JournalSubjects.Product, Key(id), ChangedAct, changes: ProductData.Of(product).Changes(data));
            data.WriteTo(product, time.UtcNow);
        }, cancellation);
    }

    /// <summary>Takes goods out of the choice, or back into it.</summary>
    public Task<Outcome> SetArchivedAsync(int enterpriseId, int id, int version, bool archived, CancellationToken cancellation) => ChangeAsync(enterpriseId, id, version, product =>
    {
        (product.IsArchived, product.UpdatedAt) = (archived, time.UtcNow);
        journal.Write(JournalSubjects.Product, Key(id), archived ? ArchivedAct : TakenUpAct, $"{product.ItemNo} {product.Name}");
    }, cancellation);

    private async Task<Outcome> ChangeAsync(int enterpriseId, int id, int version, Action<BookProduct> change, CancellationToken cancellation)
    {
        if (await db.BookProducts.SingleOrDefaultAsync(p => p.Id == id && p.EnterpriseId == enterpriseId, cancellation) is not { } product) return Outcome.Refused(Gone);
        db.Expect(product, version);
        change(product);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return Outcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.Refused(Changed);
        }
        catch (DbUpdateException)
        {
            return Outcome.Refused(nameof(ProductData.ItemNo), Taken);
        }
    }

    private IQueryable<BookProduct> Of(int enterpriseId) => db.BookProducts.AsNoTracking().Where(p => p.EnterpriseId == enterpriseId);

    private async Task<IQueryable<BookProduct>> NarrowAsync(int enterpriseId, ProductFilter filter, CustomsTables snapshot, CancellationToken cancellation)
    {
        var products = Of(enterpriseId).Where(p => p.IsArchived == filter.Archived);
        if (SearchWord.Upper(filter.Word) is { } word) products = products.Where(p => p.SearchText.Contains(word));
        if (!filter.OnlyInvalid) return products;
        // what holds today is known to the tables in memory, not to the database
        var codes = await Of(enterpriseId).Select(p => p.HsCode).Distinct().ToListAsync(cancellation);
        List<string> invalid = [.. codes.Where(c => snapshot.StandingOf(c, time.Today) == TariffStanding.Invalid)];
        return products.Where(p => invalid.Contains(p.HsCode));
    }

    private static IQueryable<BookProduct> Sort(IQueryable<BookProduct> products, ProductFilter filter) => (filter.Sort, filter.Descending) switch
    {
        (ProductSort.Name, false) => products.OrderBy(p => p.Name).ThenBy(p => p.Id),
        (ProductSort.Name, true) => products.OrderByDescending(p => p.Name).ThenBy(p => p.Id),
        (ProductSort.HsCode, false) => products.OrderBy(p => p.HsCode).ThenBy(p => p.Id),
        (ProductSort.HsCode, true) => products.OrderByDescending(p => p.HsCode).ThenBy(p => p.Id),
        (ProductSort.Updated, false) => products.OrderBy(p => p.UpdatedAt).ThenBy(p => p.Id),
        (ProductSort.Updated, true) => products.OrderByDescending(p => p.UpdatedAt).ThenBy(p => p.Id),
        (_, true) => products.OrderByDescending(p => p.ItemNo).ThenBy(p => p.Id),
        _ => products.OrderBy(p => p.ItemNo).ThenBy(p => p.Id),
    };

    private static string Key(int id) => id.ToString(CultureInfo.InvariantCulture);
}
