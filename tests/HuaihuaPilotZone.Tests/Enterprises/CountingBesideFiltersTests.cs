using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Enterprises.Finding;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Enterprises;

/// <summary>What stands beside the filters of a long list is true: exact where all of it was looked at, and never more than there are where only its beginning was.</summary>
public sealed class CountingBesideFiltersTests
{
    private const int Made = 400;
    private const int Little = 60;

    private static readonly RosterQuery[] _queries =
    [
        new("示例"), new("司"), new("h"), new("9143"), new("示例 公司"), new("示例", EnterpriseType.Logistics), new(TagId: 1), new() { Market = TargetMarket.Asean },
        new() { Completeness = RosterCompleteness.Partial }, new("有限", Stage: EnterpriseStage.Operating),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Numbers_are_exact_where_all_was_looked_at_and_at_least_so_many_where_only_the_beginning_was()
    {
        await using var portal = await HasRosterAsync();
        foreach (var query in _queries)
        {
            var real = await CellsAsync(portal, query);
            Assert.NotEmpty(real);
            var whole = await FacetsAsync(portal, query, int.MaxValue - 1);
            var little = await FacetsAsync(portal, query, Little);

            foreach (var stage in Enum.GetValues<EnterpriseStage>())
            {
                var there = real.Count(r => r.Stage == stage && (query.Type is null || r.Type == query.Type));
                AssertTold(there, whole.Stages.Told(stage), whole.Stages.Reach);
                AssertTold(there, little.Stages.Told(stage), little.Stages.Reach);
            }

            foreach (var type in Enum.GetValues<EnterpriseType>())
            {
                var there = real.Count(r => r.Type == type && (query.Stage is null || r.Stage == query.Stage));
                Assert.True(little.Types!.GetValueOrDefault(type) <= there, $"{query}: {type}");
                Assert.Equal(there, whole.Types!.GetValueOrDefault(type));
            }

            // what lacks something is all but the few that lack nothing
            Assert.Equal(query.Completeness is null ? FacetReach.Least : FacetReach.TenThousand, little.Reach);
        }
    }

    [Fact]
    public async Task What_is_chosen_has_as_many_as_the_list()
    {
        await using var portal = await HasRosterAsync();
        var query = new RosterQuery("示例", EnterpriseType.Logistics);
        var total = (await CellsAsync(portal, query)).Count(r => r.Type == EnterpriseType.Logistics);

        var facets = await portal.InScopeAsync(async s =>
        {
            var counts = s.GetRequiredService<LongListCounts>();
            counts.Reach = Little;
            return await counts.FacetsAsync(query, await s.GetRequiredService<RosterCounts>().LookAsync(Cancellation), null, total, Cancellation);
        });

        Assert.Equal(total, facets.Types![EnterpriseType.Logistics]);
    }

    [Fact]
    public async Task The_rarest_tags_are_exact_and_no_number_of_a_tag_is_more_than_there_are()
    {
        await using var portal = await HasRosterAsync();
        var real = await portal.WithDatabaseAsync(db => db.Set<EnterpriseTag>().Where(t => db.Enterprises.Any(e => e.Id == t.EnterpriseId && e.Visibility == EnterpriseVisibility.Shown))
            .GroupBy(t => t.IndustryTagId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, Cancellation));
        var query = new RosterQuery(Sort: RosterSort.Name) { IsShown = true };

        var (counts, rare) = await portal.InScopeAsync(async s =>
        {
            var beyond = s.GetRequiredService<LongListCounts>();
            beyond.Reach = Little;
            List<int> tags = [.. real.OrderBy(r => r.Value).Select(r => r.Key)];
            return (await beyond.TagsAsync(null, query, query, int.MaxValue, tags, Cancellation), await beyond.RareTagsAsync(query, tags, Cancellation));
        });

        Assert.NotEmpty(rare);
        Assert.All(rare, r => Assert.Equal(real[r.Key], r.Value));
        Assert.Contains(counts.Values, c => c is { IsMore: false });
        Assert.Contains(counts.Values, c => c is { IsMore: true });
        Assert.All(counts.Where(c => c.Value is not null), c => Assert.True(c.Value!.IsMore ? c.Value.Count <= real[c.Key] : c.Value.Count == real[c.Key], $"{c.Key}: {c.Value} of {real[c.Key]}"));
    }

    private static void AssertTold(int there, FacetCount? told, FacetReach reach)
    {
        if (reach == FacetReach.TenThousand) Assert.Equal(new FacetCount(there, false), told);
        else Assert.True((told?.Count ?? 0) <= there && told is null or { IsMore: true });
    }

    private static Task<RosterFacets> FacetsAsync(Portal portal, RosterQuery query, int reach) => portal.InScopeAsync(async s =>
    {
        var counts = s.GetRequiredService<LongListCounts>();
        counts.Reach = reach;
        return await counts.FacetsAsync(query, await s.GetRequiredService<RosterCounts>().LookAsync(Cancellation), null, null, Cancellation);
    });

    /// <summary>What the list itself has, without its stage and type.</summary>
    private static Task<IReadOnlyList<(EnterpriseStage Stage, EnterpriseType Type)>> CellsAsync(Portal portal, RosterQuery query) => portal.InScopeAsync(async s =>
    {
        var rows = new List<(EnterpriseStage, EnterpriseType)>();
        await foreach (var row in s.GetRequiredService<RosterFinder>().StreamAsync(query with { Stage = null, Type = null }, Cancellation)) rows.Add((row.Stage, row.Type));
        return (IReadOnlyList<(EnterpriseStage, EnterpriseType)>)rows;
    });

    private static async Task<Portal> HasRosterAsync()
    {
        var portal = Portal.Own(("Jobs:Parallel", "0"));
        await portal.InScopeAsync(async s =>
        {
            await s.GetRequiredService<SampleRoster>().MakeAsync(Made, null, Cancellation);
            return 0;
        });
        await portal.WithDatabaseAsync(db => db.Enterprises.Where(e => e.Stage != EnterpriseStage.Left).ExecuteUpdateAsync(set => set.SetProperty(e => e.IsPublic, true).SetProperty(e => e.Visibility, EnterpriseVisibility.Shown), Cancellation));
        return portal;
    }
}
