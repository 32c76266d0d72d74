using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Declarations.Orders;
using HuaihuaPilotZone.Tests.Api;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Declarations;

/// <summary>A book of many orders, beside those of another enterprise. The plans of SQLite are the same however many there are.</summary>
public sealed class KeepingManyOrdersTests
{
    private const int Count = 1_200;

    private static readonly OrderFilter _all = new(OrderView.All, null, null);

    private static readonly int[] _pages = [1, 20];

    private static readonly OrderFilter[] _filters =
    [
        .. from view in Enum.GetValues<OrderView>() from sort in Enum.GetValues<OrderSort>() from isUp in new[] { false, true } select new OrderFilter(view, null, null, sort, isUp),
        new(OrderView.All, null, "9710"), new(OrderView.Open, "示例绿茶", null), new(OrderView.Open, "demo-1", "9810", OrderSort.OrderNo),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_view_order_and_page_of_many_orders_is_found_without_going_through_the_table()
    {
        var asked = new AskedStatements();
        await using var portal = Portal.Own([asked]);
        var (own, other) = (await FillAsync(portal, "luggage", Count), await FillAsync(portal, "tea", 300));

        await portal.InScopeAsync(async s =>
        {
            var orders = s.GetRequiredService<OrderBook>();
            asked.IsListening.Value = true;
            foreach (var filter in _filters)
            {
                foreach (var page in _pages) await orders.ListAsync(own, filter, new PageRequest(page), Cancellation);
                await foreach (var _ in orders.StreamAsync(own, filter, Cancellation)) break;
            }

            return asked.IsListening.Value = false;
        });

        await asked.AssertWalksNoTableAsync(portal, ["Orders", "Declarations"], atLeast: 12);
        await portal.InScopeAsync(async s =>
        {
            var orders = s.GetRequiredService<OrderBook>();
            var exported = 0;
            await foreach (var _ in orders.StreamAsync(own, _all, Cancellation)) exported++;
            Assert.Equal(Count, exported);
            var last = await orders.ListAsync(own, _all with { Sort = OrderSort.Value }, new PageRequest(Count / PageRequest.DefaultSize), Cancellation);
            Assert.Equal((Count, PageRequest.DefaultSize), (last.Total, last.Rows.Count));
            var first = await orders.ListAsync(own, _all with { Sort = OrderSort.Value }, new PageRequest(1), Cancellation);
            Assert.Equal(first.Rows.Select(r => r.GoodsValue).OrderDescending(), first.Rows.Select(r => r.GoodsValue));
            Assert.True(first.Rows[^1].GoodsValue >= last.Rows[0].GoodsValue);
            Assert.Equal(300, (await orders.ListAsync(other, _all, new PageRequest(1), Cancellation)).Total);
            return true;
        });
    }

    private static async Task<int> FillAsync(Portal portal, string userName, int count)
    {
        var enterprise = await ApiSystem.EnterpriseAsync(portal, userName);
        Assert.Equal(count, await portal.InScopeAsync(s => s.GetRequiredService<SampleOrders>().MakeAsync(enterprise, count, Cancellation)));
        return enterprise;
    }
}
