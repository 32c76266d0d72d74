using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Declarations.Orders;

/// <summary>Makes an invented order book of any size for trials: numbers with DEMO, goods with 示例, marked as demonstration.</summary>
public sealed class SampleOrders(PortalDbContext db, Actor actor, ChinaTime time)
{
    private const int Batch = 1_000;
    private const string Series = "DEMO-";

    private static readonly string[] _modes = ["9610", "9710", "9810"];

    private static readonly string[] _goods = ["拉杆箱", "双肩包", "绿茶", "红茶", "竹编收纳盒", "电动车刹车片", "陶瓷茶具", "棉质围裙"];

    /// <summary>The enterprise of a credit code; null when there is none.</summary>
    public Task<int?> FindEnterpriseAsync(string creditCode, CancellationToken cancellation) =>
        db.Enterprises.Where(e => e.CreditCode == creditCode).Select(e => (int?)e.Id).SingleOrDefaultAsync(cancellation);

    /// <summary>Adds so many orders to the book of an enterprise, behind those that were made before.</summary>
    /// <returns>How many there are in its book now.</returns>
    public async Task<int> MakeAsync(int enterpriseId, int count, CancellationToken cancellation)
    {
        var known = await db.KeptOrders.CountAsync(o => o.EnterpriseId == enterpriseId, cancellation);
        for (var done = 0; done < count; done += Batch)
        {
            List<KeptOrder> made = [.. Enumerable.Range(known + done + 1, Math.Min(Batch, count - done)).Select(n => Make(enterpriseId, n))];
            await db.InTransactionAsync(
                async token =>
                {
                    await db.InsertManyAsync(made, token);
                    return Outcome.Done;
                },
                cancellation);
        }

        return known + count;
    }

    private KeptOrder Make(int enterpriseId, int number)
    {
        // the same number always gives the same order
        var random = new Random(number);
        var kept = new KeptOrder
        {
            EnterpriseId = enterpriseId,
            RecordNo = string.Create(CultureInfo.InvariantCulture, $"D{enterpriseId:D8}-{number:D6}"),
            TradeMode = "",
            PlatformCode = "",
            OrderNo = "",
            GoodsSummary = "",
            GoodsCount = 0,
            Document = "",
            Origin = "示例数据",
            SearchText = "",
            IsDemonstration = true,
            CreatedAt = time.UtcNow,
            CreatedBy = actor.Name,
            Version = 1,
        };
        kept.Write(OrderOf(random, number));
        return kept;
    }

    private static CustomsDocument OrderOf(Random random, int number)
    {
        var order = new CustomsDocument(DocumentSchemas.ExportList)
            .With(HeaderFields.TradeMode, _modes[random.Next(_modes.Length)])
            .With(HeaderFields.OrderNo, string.Create(CultureInfo.InvariantCulture, $"{Series}{random.Next(100_000, 999_999)}-{number:D7}"))
            .With(HeaderFields.EbpCode, "无").With(HeaderFields.EbpName, "示例境外平台").With(HeaderFields.OrderCurrency, "USD").With(HeaderFields.OrderFreight, "0");
        var lines = Enumerable.Range(0, random.Next(1, 4)).Select(i => LineOf(random, order.Schema.Goods, i)).ToList();
        return order.With(order.Schema.Goods.Collection, lines).With(HeaderFields.OrderGoodsValue, TypedValue.Number(lines.Sum(l => TypedValue.Decimal(l[GoodsFields.TotalPrice]) ?? 0)));
    }

    private static DocumentLine LineOf(Random random, LineSchema schema, int line)
    {
        var (quantity, price) = (random.Next(1, 50), random.Next(100, 9_000) / 100m);
        var name = "示例" + _goods[random.Next(_goods.Length)];
        return new DocumentLine(schema).With(GoodsFields.ItemNo, string.Create(CultureInfo.InvariantCulture, $"DEMO-{line + 1:D3}")).With(GoodsFields.ItemName, name)
            .With(GoodsFields.Qty, TypedValue.Number(quantity)).With(GoodsFields.Unit, "007").With(GoodsFields.Price, TypedValue.Number(price))
            .With(GoodsFields.TotalPrice, TypedValue.Number(quantity * price)).With(GoodsFields.Currency, "USD");
    }
}
