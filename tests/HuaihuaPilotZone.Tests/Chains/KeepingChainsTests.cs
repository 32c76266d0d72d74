using System.Net;
using HuaihuaPilotZone.Chains;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Messages;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Chains;

public sealed class KeepingChainsTests(Portal portal)
{
    private const string Home = "/park/chains";

    private static int _chains;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_chain_is_kept_with_its_source_and_stands_in_public_at_the_next_request()
    {
        var (admin, visitor) = (await portal.VisitAsAsync("admin"), portal.Visit());
        await visitor.OpenAsync("/chains");
        await (await admin.SubmitAsync($"{Home}/new", new() { ["Slug"] = "A B", ["Name"] = "无来源产业" }, $"{Home}/new")).RefusedWithAsync("网址短名只用小写字母", "请写明来源");
        var (page, slug) = await HasChainAsync(admin, "公开产业");

        Assert.NotNull((await visitor.OpenAsync("/chains")).QuerySelector($"[data-chain='{slug}']"));
        Assert.Contains("还没有登记环节", (await visitor.OpenAsync($"/chains/{slug}")).Content(), StringComparison.Ordinal);
        Assert.Contains("公开产业", (await visitor.OpenAsync("/search?q=公开产业")).Content(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/chains/none")).StatusCode);
        await (await admin.SubmitAsync($"{Home}/new", Chain(slug, "另一个产业"), $"{Home}/new")).RefusedWithAsync("已有产业链使用这个网址短名");
        (await admin.SubmitAsync(page, new() { ["Summary"] = "先写的简介" }, page)).LedTo();
        await (await admin.SubmitAsync(page, new() { ["Version"] = "1", ["Summary"] = "后写的简介" }, page)).RefusedWithAsync("他人已改为：先写的简介");
    }

    [Fact]
    public async Task A_node_is_a_gap_until_an_enterprise_operates_in_it_and_again_when_that_leaves()
    {
        var (admin, visitor) = (await portal.VisitAsAsync("admin"), portal.Visit());
        var (page, slug) = await HasChainAsync(admin, "缺口产业");
        var node = await HasNodeAsync(admin, page, "测试拉链");
        await (await admin.SubmitAsync(page, Node("测试拉链"), $"{page}/nodes")).RefusedWithAsync("已有环节“测试拉链”");
        Assert.NotNull((await visitor.OpenAsync("/search?q=测试拉链")).QuerySelector($"a[href='/chains/{slug}']"));
        await (await admin.SubmitAsync(page, new() { ["Tier"] = "Upstream" }, $"{page}/nodes")).RefusedWithAsync("请填写环节", "请选择来源性质");
        var firm = await HasEnterpriseAsync("缺口测试企业", EnterpriseStage.Signed, isPublic: true);
        await (await admin.SubmitAsync(page, new() { ["NodeId"] = node, ["Enterprise"] = "没有这家企业" }, $"{page}/members")).RefusedWithAsync("名录里没有这个代码或全称的企业");
        (await admin.SubmitAsync(page, new() { ["NodeId"] = node, ["Enterprise"] = "缺口测试企业" }, $"{page}/members")).LedTo();
        await (await admin.SubmitAsync(page, new() { ["NodeId"] = node, ["Enterprise"] = "缺口测试企业" }, $"{page}/members")).RefusedWithAsync("已在这个环节");

        Assert.NotNull((await admin.OpenAsync(Home)).QuerySelector($"tr[data-gap='{node}']"));
        Assert.Contains("缺口", (await visitor.OpenAsync($"/chains/{slug}")).QuerySelector($"tr[data-node='{node}']")!.TextContent, StringComparison.Ordinal);
        await MoveAsync(firm, EnterpriseStage.Operating);
        Assert.Null((await admin.OpenAsync(Home)).QuerySelector($"tr[data-gap='{node}']"));
        var shown = (await visitor.OpenAsync($"/chains/{slug}")).QuerySelector($"tr[data-node='{node}']")!.TextContent;
        Assert.Contains("有运营企业", shown, StringComparison.Ordinal);
        Assert.Contains("缺口测试企业", shown, StringComparison.Ordinal);
        await MoveAsync(firm, EnterpriseStage.Left);
        Assert.NotNull((await admin.OpenAsync(Home)).QuerySelector($"tr[data-gap='{node}']"));
        Assert.DoesNotContain("缺口测试企业", (await visitor.OpenAsync($"/chains/{slug}")).Content(), StringComparison.Ordinal);
        Assert.Contains("还有企业、线索或招商项目", await admin.NoticeAfterAsync(await admin.SubmitAsync($"{Home}/nodes/{node}", [], $"{Home}/nodes/{node}/remove")), StringComparison.Ordinal);
        var member = (await admin.OpenAsync(page)).QuerySelector("[data-member]")!.GetAttribute("data-member");
        (await admin.SubmitAsync(page, [], $"{page}/members/{member}/remove")).LedTo();
        (await admin.SubmitAsync($"{Home}/nodes/{node}", new() { ["NodeName"] = "改名的环节" }, $"{Home}/nodes/{node}")).LedTo();
        (await admin.SubmitAsync($"{Home}/nodes/{node}", [], $"{Home}/nodes/{node}/remove")).LedTo();
        Assert.Null((await admin.OpenAsync(page)).QuerySelector("[data-node]"));
    }

    [Fact]
    public async Task Enterprises_that_are_not_public_are_counted_only_and_few_of_them_not_even_that()
    {
        var (admin, visitor) = (await portal.VisitAsAsync("admin"), portal.Visit());
        var (page, slug) = await HasChainAsync(admin, "不公开产业");
        var node = await HasNodeAsync(admin, page, "不公开环节");
        async Task<string> OthersAsync() => (await visitor.OpenAsync($"/chains/{slug}")).QuerySelector($"tr[data-node='{node}'] [data-others]")!.TextContent;
        for (var i = 1; i <= 2; i++) await JoinAsync(node, await HasEnterpriseAsync($"不公开测试企业{i}", EnterpriseStage.Operating, isPublic: false));

        Assert.Equal("另有未公开的企业少于 3 家", await OthersAsync());
        await JoinAsync(node, await HasEnterpriseAsync("不公开测试企业3", EnterpriseStage.Operating, isPublic: false));
        Assert.Equal("另有未公开的企业 3 家", await OthersAsync());
        Assert.DoesNotContain("不公开测试企业", (await visitor.OpenAsync($"/chains/{slug}")).Content(), StringComparison.Ordinal);
        Assert.Contains("不公开测试企业3", (await admin.OpenAsync(page)).Content(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gap_leads_to_leads_and_opportunities_that_could_fill_it()
    {
        var (admin, visitor) = (await portal.VisitAsAsync("admin"), portal.Visit());
        var (page, slug) = await HasChainAsync(admin, "招商产业");
        var node = await HasNodeAsync(admin, page, "招商环节");
        var links = (await admin.OpenAsync(Home)).QuerySelector($"tr[data-gap='{node}']")!.QuerySelectorAll("a.btn").Select(a => a.GetAttribute("href")!).ToList();

        (await admin.SubmitAsync(links[0], new() { ["Company"] = "补缺口的公司", ["Source"] = "Fair" }, "/park/investment/new")).LedTo();
        var offer = (await admin.SubmitAsync(links[1], new()
        {
            ["Slug"] = $"gap-offer-{node}",
            ["Title"] = "补缺口的项目",
            ["Wanted"] = "方向",
            ["Conditions"] = "条件",
            ["Office"] = "测试招商局",
            ["Source"] = "测试来源",
            ["SourceStatus"] = "Demonstration",
            ["AsOf"] = "2026",
        }, "/park/opportunities/new")).LedTo();
        Assert.DoesNotContain("补缺口的项目", (await visitor.OpenAsync($"/chains/{slug}")).Content(), StringComparison.Ordinal);
        (await admin.SubmitAsync(offer, [], $"{offer}/publish")).LedTo();

        Assert.Contains("补缺口的项目", (await visitor.OpenAsync($"/chains/{slug}")).QuerySelector($"tr[data-node='{node}']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("招商产业", (await visitor.OpenAsync($"/opportunities/gap-offer-{node}")).Content(), StringComparison.Ordinal);
        var gap = (await portal.InScopeAsync(s => s.GetRequiredService<ChainMap>().GapsAsync(Cancellation))).Single(g => $"{g.NodeId}" == node);
        Assert.Equal((1, 1), (gap.Leads, gap.Opportunities));
        Assert.Single((await admin.OpenAsync($"/park/investment?node={node}")).QuerySelectorAll("tr[data-lead]"));
    }

    [Fact]
    public async Task An_enterprise_proposes_itself_and_staff_take_it_or_say_why_not()
    {
        await using var own = Portal.Own();
        var (admin, firm, filer) = (await own.VisitAsAsync("admin"), await own.VisitAsAsync("luggage"), await own.VisitAsAsync("filer"));
        var (page, _) = await HasChainAsync(admin, "申请产业");
        var node = await HasNodeAsync(admin, page, "申请环节");
        const string desk = "/enterprise/chains";
        await (await firm.SubmitAsync(desk, new() { ["NodeId"] = node }, $"{desk}/memberships")).RefusedWithAsync("请写明在这个环节做什么");
        (await firm.SubmitAsync(desk, new() { ["NodeId"] = node, ["Note"] = "我们做申请环节" }, $"{desk}/memberships")).LedTo();
        await (await firm.SubmitAsync(desk, new() { ["NodeId"] = node, ["Note"] = "再来一次" }, $"{desk}/memberships")).RefusedWithAsync("还在等待确认");
        Assert.NotNull((await admin.OpenAsync(Home)).QuerySelector($"tr[data-gap='{node}']"));
        var proposal = (await admin.OpenAsync(page)).QuerySelector("[data-proposal]")!.GetAttribute("data-proposal");

        Assert.Contains("请写明不列入的原因", await admin.NoticeAfterAsync(await admin.ForgeAsync(page, $"{page}/members/{proposal}/answer", new() { ["Version"] = "1" })), StringComparison.Ordinal);
        (await admin.ForgeAsync(page, $"{page}/members/{proposal}/answer", new() { ["Version"] = "1", ["Note"] = "没有生产线" })).LedTo();
        Assert.Contains("没有生产线", (await firm.OpenAsync(desk)).Content(), StringComparison.Ordinal);
        Assert.True(await own.WithDatabaseAsync(db => db.Notices.AnyAsync(n => n.Kind == MessageKind.ChainMoved && n.Link == desk, Cancellation)));
        Assert.Contains("他人已处理", await admin.NoticeAfterAsync(await admin.ForgeAsync(page, $"{page}/members/{proposal}/answer", new() { ["Version"] = "2", ["Takes"] = "true" })), StringComparison.Ordinal);
        (await firm.SubmitAsync(desk, new() { ["NodeId"] = node, ["Note"] = "现在有了" }, $"{desk}/memberships")).LedTo();
        (await admin.SubmitAsync(page, new() { ["Takes"] = "true" }, $"{page}/members/{proposal}/answer")).LedTo();
        Assert.Null((await admin.OpenAsync(Home)).QuerySelector($"tr[data-gap='{node}']"));
        Assert.Equal(HttpStatusCode.Forbidden, (await filer.ForgeAsync(desk, $"{desk}/memberships", new() { ["NodeId"] = node, ["Note"] = "x" })).StatusCode);
        var row = (await firm.OpenAsync(desk)).QuerySelectorAll("tr[data-membership]").Single(r => r.TextContent.Contains("申请环节", StringComparison.Ordinal)).GetAttribute("data-membership");
        (await firm.SubmitAsync(desk, [], $"{desk}/memberships/{row}/withdraw")).LedTo();
        Assert.NotNull((await admin.OpenAsync(Home)).QuerySelector($"tr[data-gap='{node}']"));
    }

    [Fact]
    public async Task Only_what_sources_name_is_seeded_as_a_fact_and_the_rest_says_that_it_is_invented()
    {
        var page = await portal.Visit().OpenAsync("/chains/luggage");

        foreach (var node in new[] { "拉杆", "滚轮", "拉链" }) Assert.DoesNotContain("演示", page.QuerySelectorAll("tr[data-node]").Single(r => r.QuerySelector("b")!.TextContent == node).QuerySelector(".ttl")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("演示", page.QuerySelectorAll("tr[data-node]").Single(r => r.TextContent.Contains("面料和皮料", StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);
        Assert.Contains("怀化市政府英文网", page.QuerySelector("main aside")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Zippers", (await portal.Visit().OpenAsync("/en/chains/luggage")).Content(), StringComparison.Ordinal);
    }

    private static async Task<(string Page, string Slug)> HasChainAsync(Visitor admin, string name)
    {
        var slug = $"test-chain-{Interlocked.Increment(ref _chains)}";
        return ((await admin.SubmitAsync($"{Home}/new", Chain(slug, name), $"{Home}/new")).LedTo(), slug);
    }

    private static async Task<string> HasNodeAsync(Visitor admin, string page, string name)
    {
        (await admin.SubmitAsync(page, Node(name), $"{page}/nodes")).LedTo();
        return (await admin.OpenAsync(page)).QuerySelectorAll("tr[data-node]").Single(r => r.TextContent.Contains(name, StringComparison.Ordinal)).GetAttribute("data-node")!;
    }

    private async Task<int> HasEnterpriseAsync(string name, EnterpriseStage stage, bool isPublic) => await portal.InScopeAsync(async s => (await s.GetRequiredService<EnterpriseService>().CreateAsync(
        new EnterpriseData { Name = name, CreditCode = CreditCode.Next(), Type = EnterpriseType.Manufacturing, IsPublic = isPublic }, stage, new DateOnly(2026, 6, 1), Cancellation)).Value);

    private async Task MoveAsync(int enterprise, EnterpriseStage to)
    {
        var version = await portal.WithDatabaseAsync(db => db.Enterprises.Where(e => e.Id == enterprise).Select(e => e.Version).SingleAsync(Cancellation));
        Assert.True((await portal.InScopeAsync(s => s.GetRequiredService<EnterpriseService>().ChangeStageAsync(enterprise, version, to, new DateOnly(2026, 11, 1), "测试", Cancellation))).IsDone);
    }

    private async Task JoinAsync(string node, int enterprise) =>
        Assert.True((await portal.InScopeAsync(s => s.GetRequiredService<ChainMembership>().ConfirmAsync(int.Parse(node, System.Globalization.CultureInfo.InvariantCulture), enterprise, null, Cancellation))).IsDone);

    private static Dictionary<string, string?> Chain(string slug, string name) => new()
    {
        ["Slug"] = slug,
        ["Name"] = name,
        ["Summary"] = "测试简介",
        ["Source"] = "测试来源",
        ["SourceStatus"] = "Demonstration",
        ["AsOf"] = "2026-03",
    };

    private static Dictionary<string, string?> Node(string name) => new()
    {
        ["NodeName"] = name,
        ["Tier"] = "Upstream",
        ["Order"] = "1",
        ["NodeStatus"] = "Demonstration",
    };
}
