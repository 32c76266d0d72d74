using System.Globalization;
using System.Runtime.CompilerServices;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Numbers;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Declarations.Orders;

/// <summary>The orders that an enterprise keeps. Every act names the enterprise, which comes from the sign-in.</summary>
public sealed class OrderBook(PortalDbContext db, NumberGiver numbers, DraftMaker drafts, DeclarationCheck check, Prefill prefill, PortalJournal journal, Actor actor, ChinaTime time)
{
    /// <summary>The act of adding an order.</summary>
    public const string AddedAct = "order.added";

    /// <summary>Most lists that are made by one press of a button; more are chosen page by page.</summary>
    public const int MostAtOnce = 100;

    internal const string Gone = "没有找到这份订单。";
    private const string HasList = "这份订单已经建了清单，不能删除。";

    public Task<Page<OrderRow>> ListAsync(int enterpriseId, OrderFilter filter, PageRequest page, CancellationToken cancellation) =>
        Sort(Narrow(Of(enterpriseId), filter), filter).Select(OrderRow.Projection).ToPageAsync(page, cancellation);

    /// <summary>Everything that a filter lets through, batch by batch, the newest first; for exports.</summary>
    public async IAsyncEnumerable<OrderRow> StreamAsync(int enterpriseId, OrderFilter filter, [EnumeratorCancellation] CancellationToken cancellation)
    {
        const int Batch = 500;
        var before = int.MaxValue;
        while (true)
        {
            var last = before;
            var narrowed = Narrow(Of(enterpriseId), filter).Where(o => o.Id < last).OrderByDescending(o => o.Id).Take(Batch);
            var ids = await narrowed.Select(o => o.Id).ToListAsync(cancellation);
            if (ids.Count == 0) yield break;
            var (newest, oldest) = (ids[0], ids[^1]);
            foreach (var row in await Narrow(Of(enterpriseId), filter).Where(o => o.Id <= newest && o.Id >= oldest).OrderByDescending(o => o.Id).Select(OrderRow.Projection).ToListAsync(cancellation)) yield return row;
            before = oldest;
        }
    }

    /// <summary>Null when there is none or it is somebody else's.</summary>
    public Task<KeptOrder?> FindAsync(int enterpriseId, string recordNo, CancellationToken cancellation) =>
        Of(enterpriseId).Include(o => o.Declaration).SingleOrDefaultAsync(o => o.RecordNo == recordNo, cancellation);

    /// <summary>The order that a list belongs to; null where none is kept.</summary>
    public async Task<KeptOrder?> FindForAsync(int enterpriseId, CustomsDocument list, CancellationToken cancellation)
    {
        var keys = DeclarationProjection.Of(list);
        return keys.OrderNo is { } order ? await Of(enterpriseId).SingleOrDefaultAsync(o => o.PlatformCode == (keys.PlatformCode ?? "") && o.OrderNo == order, cancellation) : null;
    }

    /// <summary>Which of these order numbers are kept already, with their platform.</summary>
    public async Task<IReadOnlySet<(string Platform, string OrderNo)>> KnownAsync(int enterpriseId, IReadOnlyList<string> orderNos, CancellationToken cancellation)
    {
        string[] wanted = [.. orderNos.Distinct(StringComparer.Ordinal)];
        var known = await Of(enterpriseId).Where(o => wanted.Contains(o.OrderNo)).Select(o => new { o.PlatformCode, o.OrderNo }).ToListAsync(cancellation);
        return known.Select(o => (o.PlatformCode, o.OrderNo)).ToHashSet();
    }

    /// <summary>Makes sure that today's record numbers can be given; before the transaction of <see cref="AddAsync"/>.</summary>
    public Task EnsureNumbersAsync(CancellationToken cancellation) => numbers.EnsureAsync(SeriesOf(time.Today), cancellation);

    /// <summary>Adds an order inside the caller's transaction; the caller saves.</summary>
    /// <param name="order">An export list that has nothing but its order, with a number.</param>
    /// <param name="origin">File and row.</param>
    /// <returns>The record number.</returns>
    public async Task<string> AddAsync(int enterpriseId, CustomsDocument order, string origin, CancellationToken cancellation)
    {
        var today = time.Today;
        var isDemonstration = await db.Enterprises.Where(e => e.Id == enterpriseId).Select(e => e.IsDemonstration).SingleAsync(cancellation);
        var number = await numbers.NextAsync(SeriesOf(today), cancellation);
        var recordNo = string.Create(CultureInfo.InvariantCulture, $"D{today:yyyyMMdd}-{number:D6}");
        var kept = new KeptOrder
        {
            EnterpriseId = enterpriseId,
            RecordNo = recordNo,
            TradeMode = "",
            PlatformCode = "",
            OrderNo = "",
            GoodsSummary = "",
            GoodsCount = 0,
            Document = "",
            Origin = Texts.Cut(origin, KeptOrder.OriginMaxLength),
            SearchText = "",
            IsDemonstration = isDemonstration,
            CreatedAt = time.UtcNow,
            CreatedBy = actor.Name,
        };
        kept.Write(order);
        db.KeptOrders.Add(kept);
        journal.Write(JournalSubjects.Order, recordNo, AddedAct, origin);
        return recordNo;
    }

    /// <summary>Removes an order that no list was made of. Asked again, it says the same.</summary>
    /// <returns>Refused where a list stands.</returns>
    public Task<Outcome> RemoveAsync(int enterpriseId, string recordNo, CancellationToken cancellation) => db.InTransactionAsync(
        async token =>
        {
            if (await FindAsync(enterpriseId, recordNo, token) is not { } order) return Outcome.Refused(Gone);
            // one statement looks and removes, so that nobody makes a list in between
            var removed = await Open(db.KeptOrders.Where(o => o.Id == order.Id)).ExecuteDeleteAsync(token);
            if (removed == 0) return Outcome.Refused(HasList);
            journal.Write(JournalSubjects.Order, recordNo, "order.removed", order.OrderNo);
            await db.SaveChangesAsync(token);
            return Outcome.Done;
        },
        cancellation);

    /// <summary>Makes a list draft of each order that has none; each is an act of its own, so that one that two people want at a time is made by one of them.</summary>
    public async Task<Outcome<DraftedOrders>> DraftAsync(int enterpriseId, IReadOnlyList<string> recordNos, CancellationToken cancellation)
    {
        var wanted = recordNos.Distinct(StringComparer.Ordinal).ToList();
        if (wanted.Count == 0) return Outcome.Refused("请先选择订单。");
        if (wanted.Count > MostAtOnce) return Outcome.Refused($"一次最多为 {MostAtOnce} 份订单建清单。");
        await drafts.EnsureNumbersAsync(cancellation);
        var made = new List<DeclarationNumber>();
        foreach (var recordNo in wanted)
        {
            var outcome = await DraftAsync(enterpriseId, recordNo, cancellation);
            if (outcome.IsDone) made.Add(outcome.Value);
        }

        return new DraftedOrders(made, wanted.Count - made.Count);
    }

    private Task<Outcome<DeclarationNumber>> DraftAsync(int enterpriseId, string recordNo, CancellationToken cancellation) => db.InTransactionAsync<DeclarationNumber>(
        async token =>
        {
            if (await FindAsync(enterpriseId, recordNo, token) is not { } order) return Outcome.Refused(Gone);
            var known = await prefill.NewAsync(enterpriseId, DocumentKind.List, order.TradeMode, token);
            var made = new MadeDraft(DocumentKind.List, Fill(known, order), new DraftOrigin("订单所属的监管方式", null, $"取自订单 {order.OrderNo}（{recordNo}）"));
            var draft = (await drafts.AddAsync(enterpriseId, [made], await check.EditionAsync(token), token))[0].Declaration;
            await db.SaveChangesAsync(token);
            var id = draft.Id;
            // whoever corrects the order meanwhile finds its version gone, and nobody drafts what was corrected meanwhile
            var taken = await Open(db.KeptOrders.Where(o => o.Id == order.Id && o.Version == order.Version))
                .ExecuteUpdateAsync(set => set.SetProperty(o => o.DeclarationId, id).SetProperty(o => o.Version, o => o.Version + 1), token);
            return taken == 1 ? draft.Number : Outcome.Refused(HasList);
        },
        cancellation);

    /// <summary>What is known of the enterprise, with what the order says written over it.</summary>
    private static PrefilledDocument Fill(PrefilledDocument known, KeptOrder order)
    {
        var kept = order.Read();
        var goods = new DocumentLine[kept.Goods.Count];
        Array.Fill(goods, new DocumentLine(known.Document.Schema.Goods));
        var filling = new LineFilling(known.Document.With(known.Document.Schema.Goods.Collection, goods), $"取自订单 {order.OrderNo}");
        foreach (var field in OrderPart.Header) Put(field, 0);
        for (var line = 0; line < goods.Length; line++)
        {
            foreach (var field in OrderPart.Goods) Put(field, line);
        }

        var origins = new Dictionary<string, PrefilledValue>(known.Origins, StringComparer.Ordinal);
        foreach (var (path, origin) in filling.Origins) origins[path] = origin;
        return new PrefilledDocument(filling.Document, origins);

        void Put(Field field, int line)
        {
            if (kept.At(field, line) is { Length: > 0 } value) filling.Put(field, line, value);
        }
    }

    private static string SeriesOf(DateOnly day) => $"order-{day:yyyyMMdd}";

    private IQueryable<KeptOrder> Of(int enterpriseId) => db.KeptOrders.AsNoTracking().Where(o => o.EnterpriseId == enterpriseId);

    private IQueryable<KeptOrder> Open(IQueryable<KeptOrder> orders) =>
        orders.Where(o => !db.Declarations.Any(d => d.Id == o.DeclarationId && d.State != DeclarationState.Withdrawn));

    private IQueryable<KeptOrder> Narrow(IQueryable<KeptOrder> orders, OrderFilter filter)
    {
        orders = filter.View switch
        {
            OrderView.Open => Open(orders),
            OrderView.Drafted => orders.Where(o => db.Declarations.Any(d => d.Id == o.DeclarationId && d.State != DeclarationState.Withdrawn)),
            _ => orders,
        };
        if (filter.TradeMode is { Length: > 0 } mode) orders = orders.Where(o => o.TradeMode == mode);
        return SearchWord.Upper(filter.Word) is { } word ? orders.Where(o => o.SearchText.Contains(word)) : orders;
    }

    private static IQueryable<KeptOrder> Sort(IQueryable<KeptOrder> orders, OrderFilter filter) => (filter.Sort, filter.Ascending) switch
    {
        (OrderSort.OrderNo, true) => orders.OrderBy(o => o.OrderNo).ThenBy(o => o.Id),
        (OrderSort.OrderNo, false) => orders.OrderByDescending(o => o.OrderNo).ThenByDescending(o => o.Id),
        (OrderSort.Value, true) => orders.OrderBy(o => (double?)o.GoodsValue).ThenBy(o => o.Id),
        (OrderSort.Value, false) => orders.OrderByDescending(o => (double?)o.GoodsValue).ThenByDescending(o => o.Id),
        (_, true) => orders.OrderBy(o => o.Id),
        _ => orders.OrderByDescending(o => o.Id),
    };
}
