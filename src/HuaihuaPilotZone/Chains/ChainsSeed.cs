using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Data.Seed;
using HuaihuaPilotZone.Figures;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Chains;

/// <summary>The industries that sources name, with the nodes that they name; everything else is invented for the demonstration and says so.</summary>
internal sealed class ChainsSeed(PortalDbContext db, Actor actor, ChinaTime time) : RoomSeed
{
    private const string Luggage = "luggage";
    private const string Food = "green-food";

    public override int Order => 45;

    public override async Task EnsureReferenceAsync(CancellationToken cancellation)
    {
        var present = await db.Chains.Select(c => c.Slug).ToListAsync(cancellation);
        foreach (var chain in Facts().Where(c => !present.Contains(c.Slug))) db.Chains.Add(chain);
        await db.SaveChangesAsync(cancellation);
    }

    public override async Task EnsureDemonstrationAsync(CancellationToken cancellation)
    {
        if (await db.ChainMembers.AnyAsync(cancellation)) return;
        var chains = await db.Chains.Include(c => c.Nodes).Where(c => c.Slug == Luggage || c.Slug == Food).ToDictionaryAsync(c => c.Slug, cancellation);
        if (chains.Count < 2) return;
        var (luggage, food) = (chains[Luggage], chains[Food]);
        luggage.Nodes.AddRange(Invented(ChainTier.Upstream, "面料和皮料", "Fabrics and leather", 9), Invented(ChainTier.Downstream, "跨境电商销售", "Cross-border online sales", 1));
        food.Nodes.AddRange(Invented(ChainTier.Upstream, "农产品供应", "Farm produce", 1), Invented(ChainTier.Downstream, "冷链配送", "Refrigerated delivery", 1));
        var firms = await db.Enterprises.Where(e => e.IsDemonstration).OrderBy(e => e.Id).ToDictionaryAsync(e => e.Name, e => e.Id, cancellation);
        void Join(Chain chain, string node, string firm)
        {
            if (firms.TryGetValue(firm, out var id)) chain.Nodes.Single(n => n.Name == node).Members.Add(Member(id));
        }
        Join(luggage, "箱包皮具制造", "示例箱包有限公司");
        Join(luggage, "跨境电商销售", "示例电商服务有限公司");
        Join(food, "预制菜加工", "示例食品有限公司");
        Join(food, "农产品供应", "示例农产品贸易有限公司");
        Join(food, "冷链配送", "示例冷链物流有限公司");
        var offers = await db.Opportunities.Where(o => o.Slug == "demo-luggage-parts" || o.Slug == "demo-cold-chain").OrderBy(o => o.Id).ToListAsync(cancellation);
        await db.SaveChangesAsync(cancellation);
        foreach (var offer in offers) offer.ChainNodeId = offer.Slug == "demo-cold-chain" ? IdOf(food, "冷链配送") : IdOf(luggage, "拉杆");
        await db.SaveChangesAsync(cancellation);
    }

    private static int IdOf(Chain chain, string node) => chain.Nodes.Single(n => n.Name == node).Id;

    private static IReadOnlyList<Chain> Facts() =>
    [
        new Chain
        {
            Slug = Luggage,
            Name = "箱包皮具",
            EnglishName = "Luggage and leather goods",
            IsCore = true,
            Summary = "“1+N”产业体系的核心产业。",
            EnglishSummary = "The core of the \"1+N\" system of industries.",
            Source = Publications.Paper.Text,
            SourceStatus = Publications.Paper.Status,
            AsOf = "2024",
            SortOrder = 1,
            Nodes =
            [
                Named(ChainTier.Upstream, "拉杆", "Pull rods", 1), Named(ChainTier.Upstream, "滚轮", "Wheels", 2), Named(ChainTier.Upstream, "拉链", "Zippers", 3),
                Node(ChainTier.Midstream, "箱包皮具制造", "Luggage and leather goods", 1, null, Publications.Paper.Status),
            ],
        },
        new Chain
        {
            Slug = Food,
            Name = "绿色食品",
            EnglishName = "Green food",
            IsCore = false,
            Summary = "以预制菜为主的食品加工产业。",
            EnglishSummary = "Food processing, mainly prepared dishes.",
            Source = Publications.Paper.Text,
            SourceStatus = Publications.Paper.Status,
            AsOf = "2024",
            SortOrder = 2,
            Nodes = [Node(ChainTier.Midstream, "预制菜加工", "Prepared dishes", 1, null, Publications.Paper.Status)],
        },
    ];

    /// <summary>A node that the city's own page names.</summary>
    private static ChainNode Named(ChainTier tier, string name, string englishName, int order) =>
        Node(tier, name, englishName, order, Publications.LuggageIndustry2026.Text, Publications.LuggageIndustry2026.Status);

    private static ChainNode Invented(ChainTier tier, string name, string englishName, int order) => Node(tier, name, englishName, order, Publications.Invented.Text, FigureStatus.Demonstration);

    private static ChainNode Node(ChainTier tier, string name, string englishName, int order, string? source, FigureStatus status) => new()
    {
        ChainId = 0,
        Tier = tier,
        Name = name,
        EnglishName = englishName,
        SortOrder = order,
        Source = source,
        SourceStatus = status,
    };

    private ChainMember Member(int enterpriseId) => new()
    {
        NodeId = 0,
        EnterpriseId = enterpriseId,
        State = MemberState.Confirmed,
        Note = "演示数据",
        MovedAt = time.UtcNow,
        MovedBy = actor.Name,
    };
}
