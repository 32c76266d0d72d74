using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Data.Seed;
using HuaihuaPilotZone.Enterprises.Showcase;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Enterprises;

/// <summary>Park areas and industries always; demonstration enterprises (visibly 示例, division 431299) where asked for.</summary>
internal sealed class EnterprisesSeed(PortalDbContext db, ChinaTime time) : RoomSeed
{
    private const string Paper = "唐洁《新质生产力培育下——以国际陆港优势高质量建设怀化跨境电商综试区策略研究》";

    private static readonly string[] _areas = ["主港区", "城东片区", "辰溪片区", "中方物流小镇"];

    private static readonly string[] _tags = ["箱包皮具", "绿色食品", "茶叶", "竹木制品", "电动车及零部件", "农产品", "冷链物流", "电商服务"];

    public override int Order => 10;

    public override async Task EnsureReferenceAsync(CancellationToken cancellation)
    {
        var areas = await db.Set<ParkArea>().Select(a => a.Name).ToListAsync(cancellation);
        foreach (var (name, i) in _areas.Select((n, i) => (n, i)).Where(a => !areas.Contains(a.n)))
            db.Add(new ParkArea { Name = name, Source = Paper, SortOrder = i });
        var tags = await db.Set<IndustryTag>().Select(t => t.Name).ToListAsync(cancellation);
        foreach (var (name, i) in _tags.Select((n, i) => (n, i)).Where(t => !tags.Contains(t.n)))
            db.Add(new IndustryTag { Name = name, SortOrder = i });
        await db.SaveChangesAsync(cancellation);
    }

    public override async Task EnsureDemonstrationAsync(CancellationToken cancellation)
    {
        if (await db.Enterprises.AnyAsync(cancellation)) return;
        var areas = await db.Set<ParkArea>().ToDictionaryAsync(a => a.Name, a => a.Id, cancellation);
        var tags = await db.Set<IndustryTag>().ToDictionaryAsync(t => t.Name, t => t.Id, cancellation);
        foreach (var sample in DemonstrationEnterprises.All) db.Enterprises.Add(sample.Make(areas, tags, time.UtcNow));
        await db.SaveChangesAsync(cancellation);
        var luggage = await db.Enterprises.Where(e => e.Name == "示例箱包有限公司").Select(e => e.Id).SingleAsync(cancellation);
        db.ShowcaseItems.AddRange(
            Shown(luggage, ShowcaseKind.Product, "示例 20 英寸拉杆箱", "Demo 20-inch trolley case", "虚构产品，仅用于演示。", null, null),
            Shown(luggage, ShowcaseKind.Brand, "示例牌", "Demo Brand", "虚构品牌，仅用于演示。", null, null),
            Shown(luggage, ShowcaseKind.Certificate, "示例质量管理体系证书", null, "虚构证书，仅用于演示。", "DEMO-0001", new DateOnly(2099, 12, 31)));
        await db.SaveChangesAsync(cancellation);
    }

    private ShowcaseItem Shown(int enterpriseId, ShowcaseKind kind, string name, string? english, string text, string? number, DateOnly? validTo) => new()
    {
        EnterpriseId = enterpriseId,
        Kind = kind,
        Name = name,
        EnglishName = english,
        Text = text,
        Number = number,
        ValidTo = validTo,
        State = ShowcaseState.Public,
        IsDemonstration = true,
        MovedAt = time.UtcNow,
    };
}
