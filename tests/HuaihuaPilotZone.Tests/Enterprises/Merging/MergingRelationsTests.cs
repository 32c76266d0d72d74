using HuaihuaPilotZone.Chains.Relations;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Enterprises.Merging;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Enterprises.Merging;

/// <summary>Who supplies whom follows a merge and a split, and nobody states the same twice before or after.</summary>
public sealed class MergingRelationsTests
{
    private const string Kept = "关系保留公司";
    private const string Other = "关系并入公司";
    private const string Partner = "关系往来公司";
    private const string Again = "这条上下游关系已经登记过。";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_a_merge_each_relation_is_there_once_and_known_again_and_an_undo_gives_all_back()
    {
        await using var portal = Portal.Own(("Jobs:Parallel", "0"));
        var (kept, other, partner) = (await FirmAsync(portal, Kept), await FirmAsync(portal, Other), await FirmAsync(portal, Partner));
        await StatedAsync(portal, other, Partner, "甲");
        await StatedAsync(portal, kept, Partner, "乙");
        await StatedAsync(portal, other, Partner, "乙");
        await StatedAsync(portal, other, "名录外的公司", "丙");
        await StatedAsync(portal, partner, Other, "丁");
        await StatedAsync(portal, partner, Kept, "戊");
        await StatedAsync(portal, partner, Other, "戊");
        await StatedAsync(portal, kept, Other, "己");
        var before = await RowsAsync(portal);

        var preview = (await portal.InScopeAsync(s => s.GetRequiredService<MergeService>().PreviewAsync(kept, other, Cancellation))).Value;
        Assert.Equal([("登记的上下游关系", 2, 1), ("对方登记的上下游关系", 1, 2)], preview.Following.Where(f => f.Label.EndsWith("上下游关系", StringComparison.Ordinal)).Select(f => (f.Label, f.Count, f.Staying)));
        var merged = await portal.MergeAsync(kept, other);
        Assert.True(merged.IsDone, string.Join(' ', merged.Refusals.Select(r => r.Message)));

        var after = await RowsAsync(portal);
        Assert.Equal(["丙", "乙", "己", "甲"], after.Where(r => r.StatedById == kept).Select(r => r.Goods).Order(StringComparer.Ordinal));
        Assert.Equal(["丁", "戊"], after.Where(r => r.OtherId == kept).Select(r => r.Goods).Order(StringComparer.Ordinal));
        Assert.Equal(after.Count, after.Select(r => (r.StatedById, r.Key)).Distinct().Count());
        foreach (var (name, goods) in new[] { (Partner, "甲"), (Partner, "乙"), ("名录外的公司", "丙") }) Assert.Equal(Again, await RefusedAsync(portal, kept, name, goods));
        foreach (var goods in new[] { "丁", "戊" }) Assert.Equal(Again, await RefusedAsync(portal, partner, Kept, goods));

        Assert.True((await portal.UndoAsync(merged.Value)).IsDone);
        Assert.Equal(before, await RowsAsync(portal));
        Assert.Equal(Again, await RefusedAsync(portal, other, Partner, "甲"));
        await StatedAsync(portal, kept, Partner, "甲");
    }

    [Fact]
    public async Task After_a_split_the_new_record_knows_what_went_to_it_and_the_old_one_may_state_it_itself()
    {
        await using var portal = Portal.Own(("Jobs:Parallel", "0"));
        var old = await FirmAsync(portal, Kept);
        await FirmAsync(portal, Partner);
        await StatedAsync(portal, old, Partner, "甲");
        var data = new EnterpriseData { Name = Other, CreditCode = CreditCode.Next(), Type = EnterpriseType.Manufacturing, IsPublic = true };
        var version = (await portal.FindAsync(old))!.Version;

        var split = await portal.InScopeAsync(s => s.GetRequiredService<SplitService>().SplitAsync(
            old, new SplitChoice(version, new DateOnly(2026, 11, 10), data, EnterpriseStage.Operating, new DateOnly(2026, 11, 10), [new SplitPart("SupplyRelation.StatedById", SplitTake.All, [], null)], "新的营业执照"), Cancellation));

        Assert.True(split.IsDone, string.Join(' ', split.Refusals.Select(r => r.Message)));
        var made = await portal.WithDatabaseAsync(db => db.Enterprises.Where(e => e.Name == Other).Select(e => e.Id).SingleAsync(Cancellation));
        Assert.Equal(Again, await RefusedAsync(portal, made, Partner, "甲"));
        await StatedAsync(portal, old, Partner, "甲");
    }

    [Fact]
    public async Task What_was_merged_before_keys_followed_is_known_again_after_the_nightly_repair()
    {
        await using var portal = Portal.Own(("Jobs:Parallel", "0"));
        var (kept, other, partner) = (await FirmAsync(portal, Kept), await FirmAsync(portal, Other), await FirmAsync(portal, Partner));
        await StatedAsync(portal, other, Partner, "甲");
        await StatedAsync(portal, other, Partner, "乙");
        await StatedAsync(portal, partner, Other, "丁");
        var old = (await RowsAsync(portal)).ToDictionary(r => r.Id, r => r.Key);
        Assert.True((await portal.MergeAsync(kept, other)).IsDone);
        var right = await RowsAsync(portal);
        // as a build left them that moved the rows alone; since then one was stated once more
        foreach (var (id, key) in old) await portal.WithDatabaseAsync(db => db.SupplyRelations.Where(r => r.Id == id).ExecuteUpdateAsync(set => set.SetProperty(r => r.Key, key), Cancellation));
        await StatedAsync(portal, kept, Partner, "乙");

        Assert.Equal(2, await portal.InScopeAsync(s => s.GetRequiredService<MergeSweep>().RenewRelationsAsync(Cancellation)));

        var now = (await RowsAsync(portal)).ToDictionary(r => r.Id);
        Assert.All(right.Where(r => r.Goods != "乙"), r => Assert.Equal(r, now[r.Id]));
        Assert.Equal(old[right.Single(r => r.Goods == "乙").Id], now[right.Single(r => r.Goods == "乙").Id].Key);
        foreach (var goods in new[] { "甲", "乙" }) Assert.Equal(Again, await RefusedAsync(portal, kept, Partner, goods));
        Assert.Equal(Again, await RefusedAsync(portal, partner, Kept, "丁"));
        Assert.Equal(0, await portal.InScopeAsync(s => s.GetRequiredService<MergeSweep>().RenewRelationsAsync(Cancellation)));
    }

    private static async Task<int> FirmAsync(Portal portal, string name) => (await portal.InScopeAsync(s => s.GetRequiredService<EnterpriseService>().CreateAsync(
        new EnterpriseData { Name = name, CreditCode = CreditCode.Next(), Type = EnterpriseType.Manufacturing, IsPublic = true }, EnterpriseStage.Operating, new DateOnly(2026, 6, 1), Cancellation))).Value;

    private static Task<Outcome<bool>> StateAsync(Portal portal, int by, string other, string goods) =>
        portal.InScopeAsync(s => s.GetRequiredService<RelationBook>().StateAsync(by, new RelationData(true, other, goods, RelationSight.Both), Cancellation));

    private static async Task StatedAsync(Portal portal, int by, string other, string goods)
    {
        var stated = await StateAsync(portal, by, other, goods);
        Assert.True(stated.IsDone, string.Join(' ', stated.Refusals.Select(r => r.Message)));
    }

    private static async Task<string> RefusedAsync(Portal portal, int by, string other, string goods) => Assert.Single((await StateAsync(portal, by, other, goods)).Refusals).Message;

    private static Task<List<(int Id, int StatedById, int? OtherId, string Goods, string Key)>> RowsAsync(Portal portal) => portal.WithDatabaseAsync(async db =>
        (await db.SupplyRelations.AsNoTracking().OrderBy(r => r.Id).ToListAsync(Cancellation)).ConvertAll(r => (r.Id, r.StatedById, r.OtherId, r.Goods, r.Key)));
}
