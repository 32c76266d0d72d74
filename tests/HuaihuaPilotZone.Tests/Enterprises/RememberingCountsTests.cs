using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Enterprises.Finding;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Enterprises;

/// <summary>The counts of the roster are remembered between two looks, and never longer than they hold.</summary>
public sealed class RememberingCountsTests
{
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

    private static Task<(int Asked, int? Total)> ListAsync(Portal portal, AskedStatements asked) => portal.InScopeAsync(async s =>
    {
        var before = asked.Count;
        asked.IsListening.Value = true;
        var list = await s.GetRequiredService<RosterFinder>().ListAsync(new RosterQuery(), new RosterPlace(), 5, Cancellation);
        asked.IsListening.Value = false;
        return (asked.Count - before, list.Total);
    });
}
