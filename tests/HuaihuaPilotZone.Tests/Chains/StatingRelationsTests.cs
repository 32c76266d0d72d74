using System.Net;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Chains;
using HuaihuaPilotZone.Chains.Relations;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Figures;
using HuaihuaPilotZone.Messages;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Chains;

public sealed class StatingRelationsTests(Portal portal)
{
    private const string Desk = "/enterprise/chains";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(RelationState.Stated, true, RelationSight.Public, null, RelationSight.Both)]
    [InlineData(RelationState.Stated, true, RelationSight.Own, null, RelationSight.Own)]
    [InlineData(RelationState.Stated, false, RelationSight.Public, null, RelationSight.Park)]
    [InlineData(RelationState.Confirmed, true, RelationSight.Public, RelationSight.Park, RelationSight.Park)]
    [InlineData(RelationState.Confirmed, true, RelationSight.Both, RelationSight.Public, RelationSight.Both)]
    [InlineData(RelationState.Confirmed, true, RelationSight.Public, RelationSight.Public, RelationSight.Public)]
    [InlineData(RelationState.Declined, true, RelationSight.Public, null, RelationSight.Both)]
    public void The_stricter_choice_holds_and_nothing_goes_further_than_the_two_before_both_agree(RelationState state, bool isKnown, RelationSight sight, RelationSight? other, RelationSight holds) =>
        Assert.Equal(holds, RelationSights.Holding(state, isKnown, sight, other));

    [Fact]
    public async Task A_relation_is_seen_by_the_park_and_the_public_as_far_as_both_sides_let_it()
    {
        var (supplier, buyer, outsider) = (await HasFirmAsync("供货测试企业", isPublic: true), await HasFirmAsync("采购测试企业", isPublic: true), await HasFirmAsync("旁观测试企业", isPublic: true));
        var (chain, slug) = await HasChainAsync("relations-a", supplier.Id);
        (await supplier.Visitor.SubmitAsync(Desk, Relation("采购测试企业", "测试拉杆", "Public"), $"{Desk}/relations")).LedTo();
        await (await supplier.Visitor.SubmitAsync(Desk, Relation("采购测试企业", "测试拉杆", "Public"), $"{Desk}/relations")).RefusedWithAsync("已经登记过");
        var id = await IdAsync("测试拉杆");
        var admin = await portal.VisitAsAsync("admin");
        Assert.Equal((false, false), await SeenAsync());
        Assert.True(await portal.WithDatabaseAsync(db => db.Notices.AnyAsync(n => n.Kind == MessageKind.ChainMoved && n.EnterpriseId == buyer.Id, Cancellation)));
        await (await buyer.Visitor.SubmitAsync(Desk, Relation("供货测试企业", "测试拉杆", "Both", supplies: false), $"{Desk}/relations")).RefusedWithAsync("对方已登记这条上下游关系");

        (await buyer.Visitor.SubmitAsync(Desk, new() { ["Sight"] = "Park" }, $"{Desk}/relations/{id}/answer")).LedTo();
        Assert.Equal((true, false), await SeenAsync());
        (await buyer.Visitor.SubmitAsync(Desk, new() { ["Sight"] = "Public" }, $"{Desk}/relations/{id}/sight")).LedTo();
        Assert.Equal((true, true), await SeenAsync());
        (await supplier.Visitor.SubmitAsync(Desk, new() { ["Sight"] = "Both" }, $"{Desk}/relations/{id}/sight")).LedTo();

        Assert.Equal((false, false), await SeenAsync());
        Assert.Contains("不能再改为仅本企业可见", await supplier.Visitor.NoticeAfterAsync(await supplier.Visitor.SubmitAsync(Desk, new() { ["Sight"] = "Own" }, $"{Desk}/relations/{id}/sight")), StringComparison.Ordinal);
        Assert.DoesNotContain("测试拉杆", (await outsider.Visitor.OpenAsync(Desk)).Content(), StringComparison.Ordinal);
        foreach (var act in new[] { "answer", "sight", "remove" })
            Assert.Equal(HttpStatusCode.NotFound, (await outsider.Visitor.ForgeAsync(Desk, $"{Desk}/relations/{id}/{act}", new() { ["Version"] = "4", ["Sight"] = "Park" })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await buyer.Visitor.ForgeAsync(Desk, $"{Desk}/relations/{id}/remove", new() { ["Version"] = "4" })).StatusCode);
        Assert.Contains("由对方答复", await supplier.Visitor.NoticeAfterAsync(await supplier.Visitor.ForgeAsync(Desk, $"{Desk}/relations/{id}/answer", new() { ["Version"] = "4", ["Sight"] = "Park" })), StringComparison.Ordinal);

        async Task<(bool Park, bool Public)> SeenAsync() => (
            (await admin.OpenAsync($"/park/chains/{chain}")).QuerySelector("#relations")!.TextContent.Contains("测试拉杆", StringComparison.Ordinal),
            (await portal.Visit().OpenAsync($"/chains/{slug}")).Content().Contains("测试拉杆", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_kept_to_oneself_is_told_to_nobody_until_it_is_opened()
    {
        var (one, other) = (await HasFirmAsync("独知测试企业", isPublic: true), await HasFirmAsync("不知测试企业", isPublic: true));
        (await one.Visitor.SubmitAsync(Desk, Relation("不知测试企业", "独知货物", "Own"), $"{Desk}/relations")).LedTo();
        var id = await IdAsync("独知货物");

        Assert.DoesNotContain("独知货物", (await other.Visitor.OpenAsync(Desk)).Content(), StringComparison.Ordinal);
        Assert.False(await portal.WithDatabaseAsync(db => db.Notices.AnyAsync(n => n.EnterpriseId == other.Id, Cancellation)));
        Assert.Equal(HttpStatusCode.NotFound, (await other.Visitor.ForgeAsync(Desk, $"{Desk}/relations/{id}/answer", new() { ["Version"] = "1", ["Sight"] = "Both" })).StatusCode);
        // the other side may state the same: a refusal would tell
        (await other.Visitor.SubmitAsync(Desk, Relation("独知测试企业", "独知货物", "Own", supplies: false), $"{Desk}/relations")).LedTo();

        (await one.Visitor.SubmitAsync(Desk, new() { ["Sight"] = "Both" }, $"{Desk}/relations/{id}/sight")).LedTo();
        Assert.NotNull((await other.Visitor.OpenAsync(Desk)).QuerySelector($"tr[data-relation='{id}']"));
        Assert.Contains("请写明不认可的原因", await other.Visitor.NoticeAfterAsync(await other.Visitor.ForgeAsync(Desk, $"{Desk}/relations/{id}/answer", new() { ["Version"] = "2" })), StringComparison.Ordinal);
        Assert.Contains("对方已知道", await other.Visitor.NoticeAfterAsync(await other.Visitor.ForgeAsync(Desk, $"{Desk}/relations/{id}/answer", new() { ["Version"] = "2", ["Sight"] = "Own" })), StringComparison.Ordinal);
        Assert.Contains("已有变化", await other.Visitor.NoticeAfterAsync(await other.Visitor.ForgeAsync(Desk, $"{Desk}/relations/{id}/answer", new() { ["Version"] = "1", ["Sight"] = "Both" })), StringComparison.Ordinal);
        (await other.Visitor.ForgeAsync(Desk, $"{Desk}/relations/{id}/answer", new() { ["Version"] = "2", ["Reason"] = "从未供货" })).LedTo();
        Assert.Contains("从未供货", (await one.Visitor.OpenAsync(Desk)).QuerySelector($"tr[data-relation='{id}']")!.TextContent, StringComparison.Ordinal);
        (await one.Visitor.SubmitAsync(Desk, [], $"{Desk}/relations/{id}/remove")).LedTo();
        Assert.Null((await other.Visitor.OpenAsync(Desk)).QuerySelector($"tr[data-relation='{id}']"));
    }

    [Fact]
    public async Task An_enterprise_that_is_not_public_is_never_betrayed_by_a_relation()
    {
        var (one, hidden) = (await HasFirmAsync("打听测试企业", isPublic: true), await HasFirmAsync("隐藏测试企业", isPublic: false));
        var (chain, slug) = await HasChainAsync("relations-b", one.Id);

        Assert.Contains("不在公开名录", await one.Visitor.NoticeAfterAsync(await one.Visitor.SubmitAsync(Desk, Relation("隐藏测试企业", "打听货物", "Public"), $"{Desk}/relations")), StringComparison.Ordinal);
        await (await one.Visitor.SubmitAsync(Desk, Relation(hidden.Code, "打听货物", "Public"), $"{Desk}/relations")).RefusedWithAsync("公开名录里没有这个代码的企业");
        await (await one.Visitor.SubmitAsync(Desk, Relation("打听测试企业", "自己", "Own"), $"{Desk}/relations")).RefusedWithAsync("对方不能是本企业");
        await (await one.Visitor.SubmitAsync(Desk, [], $"{Desk}/relations")).RefusedWithAsync("请选择关系", "请填写货物或服务", "请选择谁可以看到");

        Assert.DoesNotContain("打听货物", (await hidden.Visitor.OpenAsync(Desk)).Content(), StringComparison.Ordinal);
        Assert.DoesNotContain("打听货物", (await portal.Visit().OpenAsync($"/chains/{slug}")).Content(), StringComparison.Ordinal);
        Assert.Contains("打听货物", (await (await portal.VisitAsAsync("admin")).OpenAsync($"/park/chains/{chain}")).QuerySelector("#relations")!.TextContent, StringComparison.Ordinal);
    }

    private async Task<(int Id, string Code, Visitor Visitor)> HasFirmAsync(string name, bool isPublic)
    {
        var (code, person) = (CreditCode.Next(), await portal.HasPersonAsync());
        var id = await portal.InScopeAsync(async s => (await s.GetRequiredService<EnterpriseService>().CreateAsync(
            new EnterpriseData { Name = name, CreditCode = code, Type = EnterpriseType.Manufacturing, IsPublic = isPublic }, EnterpriseStage.Operating, new DateOnly(2026, 6, 1), Cancellation)).Value);
        await portal.HasMembershipAsync(person, id, MembershipRole.EnterpriseAdministrator);
        return (id, code, await portal.VisitAsAsync(person.UserName!));
    }

    /// <summary>A chain in which an enterprise has a node.</summary>
    private async Task<(int Id, string Slug)> HasChainAsync(string slug, int enterprise) => await portal.InScopeAsync(async s =>
    {
        var chains = s.GetRequiredService<ChainKeeping>();
        var id = (await chains.AddAsync(new ChainData(slug, slug, null, false, "测试", null, "测试", null, FigureStatus.Demonstration, "2026"), Cancellation)).Value;
        Assert.True((await chains.AddNodeAsync(id, new NodeData(ChainTier.Midstream, "测试环节", null, 1, null, FigureStatus.Demonstration), Cancellation)).IsDone);
        var node = (await s.GetRequiredService<ChainMap>().FindAsync(id, Cancellation))!.Nodes[0].Id;
        Assert.True((await s.GetRequiredService<ChainMembership>().ConfirmAsync(node, enterprise, null, Cancellation)).IsDone);
        return (id, slug);
    });

    private Task<int> IdAsync(string goods) => portal.WithDatabaseAsync(db => db.SupplyRelations.Where(r => r.Goods == goods).Select(r => r.Id).SingleAsync(Cancellation));

    private static Dictionary<string, string?> Relation(string other, string goods, string sight, bool supplies = true) => new()
    {
        ["IsSupplier"] = supplies ? "true" : "false",
        ["Other"] = other,
        ["Goods"] = goods,
        ["Sight"] = sight,
    };
}
