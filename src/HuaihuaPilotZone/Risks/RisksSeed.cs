using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Data.Seed;
using HuaihuaPilotZone.Figures;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Risks;

/// <summary>An invented notice, visibly so: no risk stands in a source that could be seeded as a fact. Nobody is told of it.</summary>
internal sealed class RisksSeed(PortalDbContext db, ChinaTime time) : RoomSeed
{
    public override int Order => 60;

    public override async Task EnsureDemonstrationAsync(CancellationToken cancellation)
    {
        if (await db.RiskNotices.AnyAsync(cancellation)) return;
        var notice = new RiskNotice
        {
            Number = "FX-2026-9001",
            Severity = RiskSeverity.Warning,
            Title = "示例：发往缅甸的冷链食品查验时间延长",
            EnglishTitle = "Demonstration: longer inspections of chilled food for Myanmar",
            Summary = "演示内容，不是真实的风险。发往缅甸的肉类和水产，到港查验比平时多用 2 至 3 天。",
            EnglishSummary = "Demonstration only, not a real risk. Inspections of meat and fish for Myanmar take two to three days longer than usual.",
            Body = "## 影响\n\n- 冷链集装箱在口岸等待的时间延长，注意插电和温度记录。\n- 合同里的交货日期请留出余量。\n\n## 可以怎么做\n\n1. 发运前与收货方核对进口许可和卫生证书。\n2. 订舱时选有制冷电源的班次。",
            EnglishBody = "## Effect\n\n- Chilled containers wait longer at the border; see to power and temperature records.\n- Leave some days in the delivery dates of your contracts.\n\n## What helps\n\n1. Before shipping, check import licence and health certificate with the buyer.\n2. Book a departure that has power for cooling.",
            From = time.Today.AddDays(-7),
            Until = time.Today.AddDays(180),
            Source = Publications.Invented.Text,
            SourceOn = time.Today.AddDays(-7),
            State = PublicationState.Published,
            PublishedAt = time.UtcNow,
            IsDemonstration = true,
            CreatedAt = time.UtcNow,
            UpdatedAt = time.UtcNow,
        };
        notice.Countries.Add(new RiskCountry { Code = "MMR" });
        notice.Goods.AddRange([RiskGoods.Of("02"), RiskGoods.Of("03")]);
        db.RiskNotices.Add(notice);
        await db.SaveChangesAsync(cancellation);
    }
}
