using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Enterprises.Finding;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Enterprises;

/// <summary>How SQLite answers the roster's questions. It knows nothing of the size of the tables, so the plans of a small roster are those of a large one.</summary>
public sealed class WalkingIndexesTests
{
    /// <summary>Tables with a row or more for each enterprise.</summary>
    private static readonly string[] _large =
        ["Enterprises", "EnterpriseGrams", "EnterpriseSounds", "EnterpriseTags", "EnterpriseMarkets", "FormerNames", "Contacts", "FilingProfiles", "VaultDocuments"];

    private static readonly string?[] _words = [null, "箱", "箱包", "箱包有限", "hhxb", "9143", "示例 箱包"];

    private static readonly RosterPlace[] _places = [new(2), new(AfterId: 3), new(BeforeId: 3)];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_list_search_or_filter_goes_through_a_table()
    {
        var asked = new AskedStatements();
        await using var portal = Portal.Own([asked]);
        await portal.InScopeAsync(async s =>
        {
            var finder = s.GetRequiredService<RosterFinder>();
            asked.IsListening.Value = true;
            foreach (var query in Queries().Concat(Shown()))
            {
                foreach (var place in _places) await finder.ListAsync(query, place, 5, Cancellation);
                // the few of a small roster are gathered; what is frequent is walked, which is asked for here all the same
                await finder.WalkAsync(query, 5, Cancellation);
            }

            await finder.CountChangedTodayAsync(Cancellation);
            return asked.IsListening.Value = false;
        });

        await asked.AssertWalksNoTableAsync(portal, _large, atLeast: 100);
    }

    [Fact]
    public async Task No_number_beside_a_filter_of_a_long_list_goes_through_a_table()
    {
        var asked = new AskedStatements();
        await using var portal = Portal.Own([asked]);
        await portal.InScopeAsync(async s =>
        {
            var counts = s.GetRequiredService<LongListCounts>();
            // as if the little that is there were too much
            counts.Reach = 3;
            var all = await s.GetRequiredService<RosterCounts>().LookAsync(Cancellation);
            asked.IsListening.Value = true;
            foreach (var query in Queries().Where(q => q is { HasFacetsOnly: false, Sort: RosterSort.Name }).Concat(Shown().Where(q => !q.HasFacetsOnly))) await counts.FacetsAsync(query, all, null, null, Cancellation);
            foreach (var query in Shown().Where(q => q.TagId is null))
            {
                await counts.TagsAsync(all.Mark, query, query, query.HasFacetsOnly ? int.MaxValue : null, [1, 2, 3], Cancellation);
                await counts.RareTagsAsync(query, [1, 2, 3], Cancellation);
            }

            return asked.IsListening.Value = false;
        });

        await asked.AssertWalksNoTableAsync(portal, _large, atLeast: 40);
    }

    private static IEnumerable<RosterQuery> Queries() =>
        from sort in Enum.GetValues<RosterSort>()
        from word in _words
        from facets in Enumerable.Range(0, 8)
        from more in Enumerable.Range(0, 6)
        where word is null || facets is 0 or 3 or 7
        select new RosterQuery(word, (facets & 1) > 0 ? EnterpriseType.Logistics : null, (facets & 2) > 0 ? EnterpriseStage.Operating : null, (facets & 4) > 0 ? 1 : null, more == 1 ? 1 : null, sort)
        {
            Market = more == 2 ? TargetMarket.Asean : null,
            Completeness = more == 3 ? RosterCompleteness.Partial : null,
            Papers = more == 4 ? RosterPapers.Expiring : null,
            IsSuspended = more == 5,
        };

    /// <summary>What the public directory asks.</summary>
    private static IEnumerable<RosterQuery> Shown() =>
        from word in _words
        from facets in Enumerable.Range(0, 8)
        from tag in new int?[] { null, 1 }
        select new RosterQuery(word, (facets & 1) > 0 ? EnterpriseType.Logistics : null, (facets & 2) > 0 ? EnterpriseStage.Operating : null, (facets & 4) > 0 ? 1 : null, tag, RosterSort.Name)
        {
            IsShown = true,
        };
}
