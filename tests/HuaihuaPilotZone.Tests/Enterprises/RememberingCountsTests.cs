using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Enterprises.Finding;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Enterprises;

/// <summary>The counts of the roster are remembered between two looks, and never longer than they hold.</summary>
public sealed class RememberingCountsTests
{
    private const int Made = 5;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_list_asks_little_and_its_counts_follow_every_change()
    {
        var asked = new AskedStatements();
        await using var portal = Portal.Own([asked], ("Jobs:Parallel", "0"));
        var first = await ListAsync(portal, asked);
        var again = await ListAsync(portal, asked);

        // the mark of the counts, the places, the rows, their tags, markets and former names
        Assert.Equal(6, again.Asked);
        Assert.Equal(7, first.Asked);
        Assert.Equal(first.Total, again.Total);

        await portal.HasEnterpriseAsync("记数变动公司");
        Assert.Equal(first.Total + 1, (await ListAsync(portal, asked)).Total);

        // what was written and taken back was never there, also when the next change gets its number
        await portal.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<PortalDbContext>();
            return (await db.InTransactionAsync(
                async token =>
                {
                    db.RosterTallies.Add(new RosterTally { Stage = EnterpriseStage.Left, Type = EnterpriseType.Other, Change = 1000 });
                    await db.SaveChangesAsync(token);
                    await s.GetRequiredService<RosterFinder>().ListAsync(new RosterQuery(), new RosterPlace(), 5, token);
                    return Outcome.Refused("撤回");
                },
                Cancellation)).IsDone;
        });
        await portal.HasEnterpriseAsync("记数又变动公司");
        Assert.Equal(first.Total + 2, (await ListAsync(portal, asked)).Total);

        Assert.Equal(0, await portal.InScopeAsync(s => s.GetRequiredService<RosterUpkeep>().RecountAsync(Cancellation)));
    }

    [Fact]
    public async Task Numbers_beside_the_filters_of_a_long_list_are_remembered_and_follow_every_change()
    {
        var asked = new AskedStatements();
        await using var portal = Portal.Own([asked], ("Jobs:Parallel", "0"));
        var id = await portal.HasEnterpriseAsync("筛选记数公司");
        foreach (var query in new[] { new RosterQuery(TagId: 1), new RosterQuery { Completeness = RosterCompleteness.Partial } })
        {
            var first = await BesideAsync(portal, asked, query);
            var again = await BesideAsync(portal, asked, query);
            Assert.Equal((true, 0, first.All), (first.Asked > 0, again.Asked, again.All));
        }

        // one more through the change tracker, as staff do it; many at once past it, as imports do it
        var (tagged, partial) = ((await BesideAsync(portal, asked, new RosterQuery(TagId: 1))).All, (await BesideAsync(portal, asked, new RosterQuery { Completeness = RosterCompleteness.Partial })).All);
        await portal.WithDatabaseAsync(async db =>
        {
            (await db.Enterprises.Include(e => e.Tags).SingleAsync(e => e.Id == id, Cancellation)).Tags.Add(new EnterpriseTag { IndustryTagId = 1 });
            return await db.SaveChangesAsync(Cancellation);
        });
        Assert.Equal(tagged + 1, (await BesideAsync(portal, asked, new RosterQuery(TagId: 1))).All);
        await portal.InScopeAsync(async s =>
        {
            await s.GetRequiredService<SampleRoster>().MakeAsync(Made, null, Cancellation);
            return 0;
        });
        Assert.Equal(partial + Made, (await BesideAsync(portal, asked, new RosterQuery { Completeness = RosterCompleteness.Partial })).All);
    }

    [Fact]
    public async Task Nothing_that_a_transaction_has_not_committed_is_remembered_beside_a_filter()
    {
        var asked = new AskedStatements();
        await using var portal = Portal.Own([asked], ("Jobs:Parallel", "0"));
        var id = await portal.HasEnterpriseAsync("撤回标签公司");
        var query = new RosterQuery(TagId: 1);
        var before = (await BesideAsync(portal, asked, query)).All;
        await portal.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<PortalDbContext>();
            return (await db.InTransactionAsync(
                async token =>
                {
                    (await db.Enterprises.Include(e => e.Tags).SingleAsync(e => e.Id == id, token)).Tags.Add(new EnterpriseTag { IndustryTagId = 1 });
                    await db.SaveChangesAsync(token);
                    Assert.Equal(before + 1, (await CountAsync(s, query)).Stages.All);
                    return Outcome.Refused("撤回");
                },
                Cancellation)).IsDone;
        });

        Assert.Equal(before, (await BesideAsync(portal, asked, query)).All);
    }

    /// <summary>How many the list has beside its filters, and how many statements that took.</summary>
    private static Task<(int Asked, int All)> BesideAsync(Portal portal, AskedStatements asked, RosterQuery query) => portal.InScopeAsync(async s =>
    {
        var all = await s.GetRequiredService<RosterCounts>().LookAsync(Cancellation);
        var before = asked.Count;
        asked.IsListening.Value = true;
        var facets = await s.GetRequiredService<LongListCounts>().FacetsAsync(query, all, null, null, Cancellation);
        asked.IsListening.Value = false;
        return (asked.Count - before, facets.Stages.All);
    });

    private static async Task<RosterFacets> CountAsync(IServiceProvider services, RosterQuery query) =>
        await services.GetRequiredService<LongListCounts>().FacetsAsync(query, await services.GetRequiredService<RosterCounts>().LookAsync(Cancellation), null, null, Cancellation);

    private static Task<(int Asked, int? Total)> ListAsync(Portal portal, AskedStatements asked) => portal.InScopeAsync(async s =>
    {
        var before = asked.Count;
        asked.IsListening.Value = true;
        var list = await s.GetRequiredService<RosterFinder>().ListAsync(new RosterQuery(), new RosterPlace(), 5, Cancellation);
        asked.IsListening.Value = false;
        return (asked.Count - before, list.Total);
    });
}
