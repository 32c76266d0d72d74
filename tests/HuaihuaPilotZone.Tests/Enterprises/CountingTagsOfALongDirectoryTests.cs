using System.Globalization;
using AngleSharp.Html.Dom;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Enterprises.Finding;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Enterprises;

/// <summary>In a directory of more than ten thousand every tag has a number: exact as far as ten thousand, then 以上.</summary>
public sealed class CountingTagsOfALongDirectoryTests
{
    private const int Made = 10_800;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_tag_of_more_than_ten_thousand_says_so_and_the_others_are_exact()
    {
        await using var portal = Portal.Own(("Jobs:Parallel", "0"));
        var (frequent, rare) = await HasLongDirectoryAsync(portal);
        var counts = await portal.WithDatabaseAsync(db => db.Set<EnterpriseTag>().Where(t => db.Enterprises.Any(e => e.Id == t.EnterpriseId && e.Visibility == EnterpriseVisibility.Shown))
            .GroupBy(t => t.IndustryTagId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, Cancellation));
        Assert.True(counts[frequent] > RosterFinder.Exact);
        Assert.InRange(counts[rare], 1, RosterFinder.Exact);

        var page = await portal.Visit().OpenAsync("/enterprises");

        Assert.Equal("10,000 以上", NumberOf(page, frequent));
        Assert.Equal(counts[rare].ToString("N0", CultureInfo.InvariantCulture), NumberOf(page, rare));
        Assert.All(page.QuerySelectorAll("input[name=tag]").Skip(1), i => Assert.NotEqual("", i.ParentElement!.QuerySelector(".n")!.TextContent));
        Assert.Equal("10,000+", NumberOf(await portal.Visit().OpenAsync("/en/enterprises"), frequent));
        // what is narrowed to fewer is counted exactly
        var manufacturing = await portal.WithDatabaseAsync(db => db.Enterprises.CountAsync(e => e.Visibility == EnterpriseVisibility.Shown && e.Type == EnterpriseType.Manufacturing && e.Tags.Any(t => t.IndustryTagId == frequent), Cancellation));
        Assert.Equal(manufacturing.ToString("N0", CultureInfo.InvariantCulture), NumberOf(await portal.Visit().OpenAsync("/enterprises?type=Manufacturing"), frequent));
    }

    [Fact]
    public async Task Beside_a_word_that_more_than_ten_thousand_fit_stages_types_and_areas_have_their_numbers()
    {
        await using var portal = Portal.Own(("Jobs:Parallel", "0"));
        await HasLongDirectoryAsync(portal);
        var real = await portal.WithDatabaseAsync(db => db.Enterprises.Where(e => e.Visibility == EnterpriseVisibility.Shown && e.NameText.Contains("示例")).Select(e => new { e.Stage, e.Type, e.ParkAreaId }).ToListAsync(Cancellation));
        Assert.True(real.Count > RosterFinder.Exact);

        var page = await portal.Visit().OpenAsync("/enterprises?q=示例");

        Assert.Contains("超过 10,000 家", page.Body!.TextContent, StringComparison.Ordinal);
        AssertNumbers(page, "stage", real.GroupBy(r => r.Stage.ToString()).ToDictionary(g => g.Key, g => g.Count()));
        AssertNumbers(page, "type", real.GroupBy(r => r.Type.ToString()).ToDictionary(g => g.Key, g => g.Count()));
        Assert.All(page.QuerySelectorAll("input[name=district]").Skip(1), i => Assert.NotEqual("", i.ParentElement!.QuerySelector(".n")!.TextContent));
        // staff see the same, and the whole of it above the list
        var desk = await (await portal.VisitAsAsync("admin")).OpenAsync("/park/enterprises?q=示例");
        Assert.Equal("1万+", desk.QuerySelector(".hh-tabs .n")!.TextContent);
        Assert.True(desk.QuerySelectorAll(".hh-tabs .n").Length > Enum.GetValues<EnterpriseStage>().Length);
        await PastDaysAreCountedTooAsync(portal);
    }

    [Fact]
    public async Task A_list_that_its_index_alone_tells_to_be_long_is_so_without_the_records_that_were_merged()
    {
        await using var portal = Portal.Own(("Jobs:Parallel", "0"));
        var (frequent, _) = await HasLongDirectoryAsync(portal);
        RosterQuery[] queries = [new(TagId: frequent), new() { Completeness = RosterCompleteness.Partial }];
        foreach (var merged in new[] { 0, 100, 950 })
        {
            await MergeAsync(portal, merged);
            foreach (var query in queries)
            {
                var real = await portal.WithDatabaseAsync(db => db.Enterprises.Where(e => query.TagId == null ? e.Completeness < 100 : e.Tags.Any(t => t.IndustryTagId == frequent)).GroupBy(e => e.Type)
                    .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, Cancellation));
                var there = real.Values.Sum();
                Assert.Equal(merged < 900, there > RosterFinder.Exact);

                var list = await portal.InScopeAsync(s => s.GetRequiredService<RosterFinder>().ListAsync(query, new RosterPlace(), 5, Cancellation));

                Assert.Equal(there > RosterFinder.Exact ? null : there, list.Total);
                Assert.All(real, r => Assert.Equal(r.Value, list.OfType(r.Key)!.Count));
            }
        }
    }

    /// <summary>So many of the last ones are records that were merged into the first one.</summary>
    private static Task<int> MergeAsync(Portal portal, int count) => portal.WithDatabaseAsync(async db =>
    {
        var first = await db.Enterprises.MinAsync(e => e.Id, Cancellation);
        var gone = await db.Enterprises.IgnoreQueryFilters().OrderByDescending(e => e.Id).Take(count).ToListAsync(Cancellation);
        foreach (var record in gone) db.Entry(record).Property(e => e.MergedIntoId).CurrentValue = first;
        return await db.SaveChangesAsync(Cancellation);
    });

    private static async Task PastDaysAreCountedTooAsync(Portal portal)
    {
        var real = await portal.WithDatabaseAsync(db => db.Enterprises.GroupBy(e => e.Stage).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, Cancellation));
        var admin = await portal.VisitAsAsync("admin");

        var day = await admin.OpenAsync("/park/enterprises?asOf=2026-11-22");
        Assert.Equal(real.OrderBy(r => r.Key).Select(r => r.Value.ToString("N0", CultureInfo.InvariantCulture)).Prepend("1万+"), day.QuerySelectorAll(".hh-tabs .n").Select(n => n.TextContent));
        var comparison = await admin.OpenAsync("/park/enterprises/compare?from=2016-01-02&to=2026-11-22");
        var stages = comparison.QuerySelectorAll(".hh-2col table")[0].QuerySelectorAll("tbody tr").Select(r => r.QuerySelectorAll("td")[2].TextContent.Trim()).ToList();
        Assert.Equal(real.OrderBy(r => r.Key).Select(r => r.Value.ToString("N0", CultureInfo.InvariantCulture)).Append("1 万以上"), stages);
    }

    private static void AssertNumbers(IHtmlDocument page, string name, Dictionary<string, int> real)
    {
        var told = page.QuerySelectorAll($"input[name={name}]").Skip(1).ToDictionary(i => i.GetAttribute("value")!, i => i.ParentElement!.QuerySelector(".n")!.TextContent);
        Assert.Equal(real.ToDictionary(r => r.Key, r => r.Value.ToString("N0", CultureInfo.InvariantCulture)), told);
    }

    private static string NumberOf(IHtmlDocument page, int tag) => page.QuerySelector(string.Create(CultureInfo.InvariantCulture, $"input[name=tag][value='{tag}']"))!.ParentElement!.QuerySelector(".n")!.TextContent;

    /// <summary>More than ten thousand that are shown, of which all have one tag, and some another.</summary>
    private static async Task<(int Frequent, int Rare)> HasLongDirectoryAsync(Portal portal)
    {
        await portal.InScopeAsync(async s =>
        {
            await s.GetRequiredService<SampleRoster>().MakeAsync(Made, null, Cancellation);
            return 0;
        });
        return await portal.WithDatabaseAsync(async db =>
        {
            var tags = await db.Set<IndustryTag>().OrderBy(t => t.SortOrder).Select(t => t.Id).Take(2).ToListAsync(Cancellation);
            var (frequent, rare) = (tags[1], tags[0]);
            await db.Enterprises.Where(e => e.Stage != EnterpriseStage.Left).ExecuteUpdateAsync(set => set.SetProperty(e => e.IsPublic, true).SetProperty(e => e.Visibility, EnterpriseVisibility.Shown), Cancellation);
            await db.RosterTallies.Where(t => t.Stage != EnterpriseStage.Left).ExecuteUpdateAsync(set => set.SetProperty(t => t.Visibility, EnterpriseVisibility.Shown), Cancellation);
            // a tally that changes nothing: whoever remembers the sums looks anew
            db.RosterTallies.Add(new RosterTally
            {
                Stage = EnterpriseStage.Signed,
                Type = EnterpriseType.Other,
                Visibility = EnterpriseVisibility.Shown,
                Change = 0,
            });
            await db.SaveChangesAsync(Cancellation);
            await db.Database.ExecuteSqlAsync(
                $"INSERT INTO EnterpriseTags (EnterpriseId, IndustryTagId) SELECT e.Id, {frequent} FROM Enterprises e WHERE NOT EXISTS (SELECT 1 FROM EnterpriseTags t WHERE t.EnterpriseId = e.Id AND t.IndustryTagId = {frequent})", Cancellation);
            return (frequent, rare);
        });
    }
}
