using HuaihuaPilotZone.Corridors.Bookings.Quotes;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Enterprises.Merging;

/// <summary>Two records of which one asked and ordered of the other: merged, none is customer and provider of itself.</summary>
public sealed class MergingPartnersTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_stands_between_the_two_stays_with_the_merged_record_and_everything_else_follows()
    {
        await using var portal = Portal.Own(("Jobs:Parallel", "0"));
        var (kept, other, third) = (await ForwarderAsync(portal, "并存货代公司"), await ForwarderAsync(portal, "并入货代公司"), await ForwarderAsync(portal, "旁人货代公司"));
        var between = await OrderAsync(portal, customer: kept, provider: other);
        var back = await OrderAsync(portal, customer: other, provider: kept);
        var outside = await OrderAsync(portal, customer: third, provider: other);
        var asked = await OrderAsync(portal, customer: other, provider: third);

        var merged = await portal.MergeAsync(kept, other);

        Assert.True(merged.IsDone, string.Join(' ', merged.Refusals.Select(r => r.Message)));
        var orders = await portal.WithDatabaseAsync(db => db.TransportOrders.AsNoTracking().IgnoreQueryFilters().Select(o => new { o.Number, o.CustomerId, o.ProviderId }).ToDictionaryAsync(o => o.Number, o => (o.CustomerId, o.ProviderId), Cancellation));
        Assert.Equal([(kept, other), (other, kept), (third, kept), (kept, third)], new[] { between, back, outside, asked }.Select(n => orders[n]));
        Assert.DoesNotContain(orders.Values, o => o.CustomerId == o.ProviderId);
        var requests = await portal.WithDatabaseAsync(db => db.QuoteInvitations.AsNoTracking().IgnoreQueryFilters().Select(i => new { i.Request!.EnterpriseId, i.ProviderId }).ToListAsync(Cancellation));
        Assert.DoesNotContain(requests, r => r.EnterpriseId == r.ProviderId);
    }

    private static async Task<int> ForwarderAsync(Portal portal, string name) => (await portal.InScopeAsync(s => s.GetRequiredService<EnterpriseService>().CreateAsync(
        new EnterpriseData { Name = name, CreditCode = CreditCode.Next(), Type = EnterpriseType.Logistics, IsPublic = true }, EnterpriseStage.Operating, new DateOnly(2026, 6, 1), Cancellation))).Value;

    private static async Task<string> OrderAsync(Portal portal, int customer, int provider)
    {
        var data = new RequestData("怀化", "万象", "货", 2, 0, 20_000, 50m, null, null, false, new DateOnly(2026, 12, 5), new DateOnly(2026, 11, 30), null, [provider]);
        var request = (await portal.InScopeAsync(s => s.GetRequiredService<QuoteDesk>().AskAsync(customer, data, Cancellation))).Value;
        await portal.InScopeAsync(s => s.GetRequiredService<QuoteDesk>().QuoteAsync(request, provider, 1, new QuoteData(QuoteBasis.Total, 100m, 6, new DateOnly(2026, 12, 31), "含装卸"), Cancellation));
        var quote = await portal.WithDatabaseAsync(db => db.QuoteInvitations.AsNoTracking().Include(i => i.Request).SingleAsync(i => i.Request!.Number == request, Cancellation));
        var made = await portal.InScopeAsync(s => s.GetRequiredService<QuoteDesk>().ChooseAsync(request, customer, quote.Request!.Version, quote.Id, quote.Version, Cancellation));
        Assert.True(made.IsDone, string.Join(' ', made.Refusals.Select(r => r.Message)));
        return made.Value;
    }
}
