using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Enterprises.Finding;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Enterprises;

public sealed class FindingInTheRosterTests(Portal portal)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("茗岚", null)]
    [InlineData("茗", null)]
    [InlineData("岚茶业", null)]
    [InlineData("怀化 茗岚", null)]
    [InlineData("minglan", "拼音：")]
    [InlineData("MLCY", "拼音：")]
    [InlineData("huaihuaminglan", "拼音：")]
    [InlineData("orchid", "英文名称：")]
    public async Task An_enterprise_is_found_by_its_name_its_sound_and_its_English_name(string word, string? why)
    {
        Assert.SkipUnless(Pinyin.IsAvailable, "This build has no table of pinyin.");
        await FoundTeaAsync();

        var page = await (await portal.VisitAsAsync("admin")).OpenAsync($"/park/enterprises?q={Uri.EscapeDataString(word)}&size=100");

        var row = page.QuerySelectorAll("tbody tr").Single(r => r.QuerySelector("td.ttl b")!.TextContent == "怀化茗岚茶业有限公司");
        var said = row.QuerySelector(".hh-match-why")?.TextContent;
        if (why is null) Assert.Null(said);
        else Assert.StartsWith(why, said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_of_before_finds_the_enterprise_and_says_so_unless_it_was_only_mistyped()
    {
        var admin = await portal.VisitAsAsync("admin");
        var id = await portal.HasEnterpriseAsync("溆浦旧称蒲葵商行");
        var form = $"/park/enterprises/{id}/edit";
        (await admin.SubmitAsync(form, new() { ["Name"] = "溆浦新称蒲葵商行" })).LedTo();
        (await admin.SubmitAsync(form, new() { ["Name"] = "溆浦新称蒲桃商行", ["IsNameCorrection"] = "true" })).LedTo();

        var byOld = await admin.OpenAsync($"/park/enterprises?q={Uri.EscapeDataString("旧称蒲葵")}");
        Assert.Equal(["溆浦新称蒲桃商行"], Names(byOld));
        Assert.Equal("曾用名：溆浦旧称蒲葵商行", byOld.QuerySelector(".hh-match-why")!.TextContent);
        Assert.Empty(Names(await admin.OpenAsync($"/park/enterprises?q={Uri.EscapeDataString("新称蒲葵")}")));
        Assert.Contains("溆浦旧称蒲葵商行（至 2026-", (await admin.OpenAsync($"/park/enterprises/{id}")).Content(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_beginning_of_a_code_finds_it()
    {
        var code = CreditCode.Next();
        await portal.HasEnterpriseAsync("信用代码查找公司", creditCode: code);

        var page = await (await portal.VisitAsAsync("admin")).OpenAsync($"/park/enterprises?q={code[..16].ToLowerInvariant()}");

        Assert.Equal(["信用代码查找公司"], Names(page));
        Assert.Equal($"信用代码：{code}", page.QuerySelector(".hh-match-why")!.TextContent);
    }

    [Fact]
    public async Task Market_tag_completeness_and_suspension_narrow_the_list()
    {
        var admin = await portal.VisitAsAsync("admin");
        var (one, two) = (await portal.HasEnterpriseAsync("筛选甲蓝莓公司"), await portal.HasEnterpriseAsync("筛选乙蓝莓公司"));
        var tag = await portal.WithDatabaseAsync(db => db.Set<IndustryTag>().OrderBy(t => t.Id).Select(t => t.Id).FirstAsync(Cancellation));
        (await admin.SubmitAsync($"/park/enterprises/{one}/edit", new() { ["Markets"] = "Asean", ["TagIds"] = tag.ToString(CultureInfo.InvariantCulture) })).LedTo();
        await portal.WithDatabaseAsync(async db =>
        {
            (await db.Enterprises.SingleAsync(e => e.Id == two, Cancellation)).SuspendedAt = DateTime.UtcNow;
            return await db.SaveChangesAsync(Cancellation);
        });

        async Task<IEnumerable<string>> FoundAsync(string more) => Names(await admin.OpenAsync($"/park/enterprises?q={Uri.EscapeDataString("蓝莓")}&{more}"));
        Assert.Equal(["筛选甲蓝莓公司"], await FoundAsync("market=Asean"));
        Assert.Equal(["筛选甲蓝莓公司"], await FoundAsync($"tag={tag}"));
        Assert.Equal(["筛选乙蓝莓公司"], await FoundAsync("suspended=true"));
        Assert.Equal(2, (await FoundAsync("completeness=Poor")).Count());
        Assert.Empty(await FoundAsync("completeness=Whole"));
        Assert.Empty(await FoundAsync("papers=Expired"));
    }

    [Fact]
    public async Task Completeness_counts_every_part_and_follows_each_change()
    {
        var admin = await portal.VisitAsAsync("admin");
        var id = await portal.HasEnterpriseAsync("完整度测试公司");
        var area = await portal.WithDatabaseAsync(db => db.Set<ParkArea>().Select(a => a.Id).FirstAsync(Cancellation));
        Assert.Equal(0, await CompletenessAsync(id));

        (await admin.SubmitAsync($"/park/enterprises/{id}/edit", new()
        {
            ["EnglishName"] = "Whole Co.",
            ["CustomsCode"] = "4313961077",
            ["ParkAreaId"] = area.ToString(CultureInfo.InvariantCulture),
            ["TagIds"] = "1",
            ["Markets"] = "Africa",
            ["Address"] = "示例路 1 号",
            ["Summary"] = "示例",
        })).LedTo();
        Assert.Equal(77, await CompletenessAsync(id));
        (await admin.SubmitAsync($"/park/enterprises/{id}/contacts", new() { ["Contacts[0].Name"] = "示例联系人" })).LedTo();
        await portal.HasFilingProfileAsync(id);
        Assert.Equal(100, await CompletenessAsync(id));
        (await admin.SubmitAsync($"/park/enterprises/{id}/contacts", new() { ["Contacts[0].Name"] = "" })).LedTo();

        Assert.Equal(88, await CompletenessAsync(id));
        Assert.Contains("联系人：待补", (await admin.OpenAsync($"/park/enterprises/{id}")).Content(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_list_is_walked_by_numbers_and_then_step_by_step_without_losing_anybody()
    {
        await using var own = Portal.Own();
        await own.InScopeAsync(async s =>
        {
            await s.GetRequiredService<SampleRoster>().MakeAsync(150, null, Cancellation);
            return 0;
        });

        foreach (var query in new[] { new RosterQuery(), new RosterQuery(Type: EnterpriseType.Manufacturing, Stage: EnterpriseStage.Operating), new RosterQuery("示例", Sort: RosterSort.Name), new RosterQuery(TagId: 1, Sort: RosterSort.Updated) })
        {
            var expected = await own.InScopeAsync(s => AllAsync(s, query));
            var seen = new List<int>();
            var back = new List<int>();
            await own.InScopeAsync(async s =>
            {
                var finder = s.GetRequiredService<RosterFinder>();
                RosterList list;
                for (var place = new RosterPlace(); ; place = new RosterPlace(AfterId: list.AfterId))
                {
                    list = await finder.ListAsync(query, place, 2, Cancellation);
                    seen.AddRange(list.Rows.Select(r => r.Id));
                    if (list.AfterId is null) break;
                }

                Assert.Equal(expected.Count, list.Total);
                for (var place = new RosterPlace(BeforeId: list.BeforeId); place.BeforeId is not null; place = new RosterPlace(BeforeId: list.BeforeId))
                {
                    list = await finder.ListAsync(query, place, 2, Cancellation);
                    back.InsertRange(0, list.Rows.Select(r => r.Id));
                }

                var walked = await finder.WalkAsync(query, 1000, Cancellation);
                Assert.Equal(expected, walked);
                Assert.Equal(expected.Skip(4).Take(2), (await finder.ListAsync(query, new RosterPlace(3), 2, Cancellation)).Rows.Select(r => r.Id));
                return 0;
            });
            Assert.Equal(expected, seen);
            Assert.Equal(expected.Take(back.Count), back);
        }
    }

    [Fact]
    public async Task Names_are_ordered_by_their_sound()
    {
        Assert.SkipUnless(Pinyin.IsAvailable, "This build has no table of pinyin.");
        foreach (var name in new[] { "排序榛子公司", "排序安石榴公司", "排序麻栗公司" }) await portal.HasEnterpriseAsync(name);

        var page = await (await portal.VisitAsAsync("admin")).OpenAsync($"/park/enterprises?q={Uri.EscapeDataString("排序")}&sort=Name");

        Assert.Equal(["排序安石榴公司", "排序麻栗公司", "排序榛子公司"], Names(page));
    }

    [Fact]
    public async Task Counts_stay_right_while_many_change_at_once_and_are_summed_up()
    {
        await using var own = Portal.Own();
        await own.InScopeAsync(async s =>
        {
            await s.GetRequiredService<SampleRoster>().MakeAsync(40, null, Cancellation);
            return 0;
        });
        var ids = await own.WithDatabaseAsync(db => db.Enterprises.OrderBy(e => e.Id).Select(e => e.Id).Take(24).ToListAsync(Cancellation));
        await Task.WhenAll(ids.Select((id, i) => own.WithDatabaseAsync(async db =>
        {
            var enterprise = await db.Enterprises.SingleAsync(e => e.Id == id, Cancellation);
            (enterprise.Stage, enterprise.Type) = ((EnterpriseStage)(i % 5), (EnterpriseType)(i % 6));
            return await db.SaveChangesAsync(Cancellation);
        })));

        await own.InScopeAsync(async s =>
        {
            var upkeep = s.GetRequiredService<RosterUpkeep>();
            Assert.Equal(0, await upkeep.RecountAsync(Cancellation));
            var (db, finder) = (s.GetRequiredService<PortalDbContext>(), s.GetRequiredService<RosterFinder>());
            foreach (var stage in Enum.GetValues<EnterpriseStage>())
                Assert.Equal(await db.Enterprises.CountAsync(e => e.Stage == stage, Cancellation), (await finder.ListAsync(new RosterQuery(), new RosterPlace(), 1, Cancellation)).Stages!.Of(stage));
            await db.Database.ExecuteSqlAsync($"UPDATE RosterTallies SET Change = Change + 3 WHERE Id = (SELECT MIN(Id) FROM RosterTallies)", Cancellation);
            Assert.Equal(1, await upkeep.RecountAsync(Cancellation));
            Assert.Equal(0, await upkeep.RecountAsync(Cancellation));
            return 0;
        });
    }

    [Fact]
    public async Task Records_of_an_earlier_build_get_their_keys_without_a_new_version()
    {
        await using var own = Portal.Own();
        await own.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<PortalDbContext>();
            var before = await db.Enterprises.AsNoTracking().OrderBy(e => e.Id).Select(e => new { e.Id, e.NameKey, e.Version, e.Completeness }).ToListAsync(Cancellation);
            await db.EnterpriseGrams.ExecuteDeleteAsync(Cancellation);
            await db.EnterpriseSounds.ExecuteDeleteAsync(Cancellation);
            await db.Enterprises.ExecuteUpdateAsync(set => set.SetProperty(e => e.NameKey, "").SetProperty(e => e.NameText, "").SetProperty(e => e.Completeness, 0), Cancellation);

            Assert.Equal(before.Count, await s.GetRequiredService<RosterUpkeep>().MakeKeysAsync(Cancellation));

            Assert.Equal(0, await s.GetRequiredService<RosterUpkeep>().MakeKeysAsync(Cancellation));
            Assert.Equal(before, await db.Enterprises.AsNoTracking().OrderBy(e => e.Id).Select(e => new { e.Id, e.NameKey, e.Version, e.Completeness }).ToListAsync(Cancellation));
            Assert.NotEmpty((await s.GetRequiredService<RosterFinder>().ListAsync(new RosterQuery("箱包"), new RosterPlace(), 20, Cancellation)).Rows);
            return 0;
        });
    }

    private static async Task<List<int>> AllAsync(IServiceProvider services, RosterQuery query)
    {
        var all = new List<int>();
        await foreach (var row in services.GetRequiredService<RosterFinder>().StreamAsync(query, Cancellation)) all.Add(row.Id);
        Assert.Equal(all.Distinct(), all);
        return all;
    }

    private async Task FoundTeaAsync()
    {
        if (await portal.WithDatabaseAsync(db => db.Enterprises.AnyAsync(e => e.Name == "怀化茗岚茶业有限公司", Cancellation))) return;
        await portal.InScopeAsync(s => s.GetRequiredService<EnterpriseService>().CreateAsync(
            new EnterpriseData { Name = "怀化茗岚茶业有限公司", EnglishName = "Demo Orchid Tea", CreditCode = CreditCode.Next(), Type = EnterpriseType.Manufacturing },
            EnterpriseStage.Signed, new DateOnly(2026, 6, 1), Cancellation));
    }

    private static IEnumerable<string> Names(AngleSharp.Html.Dom.IHtmlDocument page) => page.QuerySelectorAll("tbody td.ttl b").Select(b => b.TextContent);

    private Task<int> CompletenessAsync(int id) => portal.WithDatabaseAsync(db => db.Enterprises.Where(e => e.Id == id).Select(e => e.Completeness).SingleAsync(Cancellation));
}
