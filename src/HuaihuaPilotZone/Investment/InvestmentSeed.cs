using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Data.Seed;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Figures;
using HuaihuaPilotZone.Investment.Opportunities;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Investment;

/// <summary>Invented opportunities and leads, visibly so. Nothing of investment promotion stands in a source that could be seeded as a fact.</summary>
internal sealed class InvestmentSeed(PortalDbContext db, Actor actor, ChinaTime time) : RoomSeed
{
    private const string Office = "示例：园区招商窗口（电话 000-00000000）";
    private const string EnglishOffice = "Demonstration: investment desk of the park (telephone 000-00000000)";

    public override int Order => 40;

    public override async Task EnsureDemonstrationAsync(CancellationToken cancellation)
    {
        if (await db.Opportunities.AnyAsync(cancellation)) return;
        var tags = await db.Set<IndustryTag>().ToDictionaryAsync(t => t.Name, t => t.Id, cancellation);
        var parks = await db.Parks.ToDictionaryAsync(p => p.Slug, p => p.Id, cancellation);
        var parts = Make(
            "demo-luggage-parts", "示例：箱包拉杆、滚轮和拉链配套项目", "Demonstration: pull rods, wheels and zippers for luggage",
            "面向箱包整箱企业的配套生产：拉杆、滚轮、拉链和五金件。", "Parts for luggage makers: pull rods, wheels, zippers and metal fittings.",
            "标准厂房可租；入驻条件和优惠以公布的政策为准。", "Standard workshops to let; terms and incentives as published in the policies.", tags["箱包皮具"], null, 100_000, 500_000);
        db.Opportunities.AddRange(
            parts,
            Make(
                "demo-cold-chain", "示例：预制菜冷链仓配项目", "Demonstration: cold storage and delivery for prepared dishes",
                "冷库运营、分拣和冷链运输，服务预制菜和果蔬企业。", "Running cold stores, sorting and refrigerated transport for makers of prepared dishes and for fruit and vegetables.",
                "需要食品经营和冷链运输的资质。", "Licences for food business and refrigerated transport are required.", tags["冷链物流"], parks.GetValueOrDefault("green-food-park") is > 0 and var food ? food : null, 200_000, null));
        var owner = await db.LeadOwners().OrderBy(u => u.Id).Select(u => (int?)u.Id).FirstOrDefaultAsync(cancellation);
        db.Leads.AddRange(
            Lead(1, "示例拉杆配件有限公司", tags["箱包皮具"], 300_000, LeadSource.Fair, LeadStage.Surveying, owner, "陪同看厂房", -3, parts),
            Lead(2, "示例滚轮科技有限公司", tags["箱包皮具"], 120_000, LeadSource.Visit, LeadStage.Talking, owner, "寄送租金方案", 5, parts),
            Lead(3, "示例竹制品有限公司", tags["竹木制品"], null, LeadSource.Association, LeadStage.Found, null, null, null, null));
        await db.SaveChangesAsync(cancellation);
    }

    private Opportunity Make(
        string slug, string title, string englishTitle, string wanted, string englishWanted, string conditions, string englishConditions, int tag, int? park, long least, long? most) => new()
        {
            Slug = slug,
            Title = title,
            EnglishTitle = englishTitle,
            Wanted = wanted,
            EnglishWanted = englishWanted,
            Conditions = conditions,
            EnglishConditions = englishConditions,
            IndustryTagId = tag,
            ParkId = park,
            LeastHundredths = least,
            MostHundredths = most,
            Office = Office,
            EnglishOffice = EnglishOffice,
            Source = Publications.Invented.Text,
            SourceStatus = FigureStatus.Demonstration,
            AsOf = "2026-11",
            State = OpportunityState.Published,
            PublishedOn = time.Today,
            IsDemonstration = true,
        };

    private Lead Lead(int sequence, string company, int tag, long? wanted, LeadSource source, LeadStage stage, int? owner, string? next, int? inDays, Opportunity? opportunity)
    {
        var visited = next is null ? (DateOnly?)null : time.Today.AddDays(-10);
        return new Lead
        {
            Number = string.Create(CultureInfo.InvariantCulture, $"ZS-20260101-{sequence:D4}"),
            Company = company,
            ContactName = "示例联系人",
            ContactPosition = "负责人",
            ContactPhone = "000-00000000",
            ContactEmail = "contact@example.invalid",
            IndustryTagId = tag,
            WantedHundredths = wanted,
            Source = source,
            Opportunity = opportunity,
            OwnerId = owner,
            Stage = stage,
            StageSince = time.Today.AddDays(-10),
            NextStep = next,
            NextStepOn = inDays is { } days ? time.Today.AddDays(days) : null,
            LastVisitOn = visited,
            Remark = "演示数据",
            IsDemonstration = true,
            CreatedAt = time.UtcNow,
            Steps = [new LeadStep { To = stage, On = time.Today.AddDays(-10), Reason = "演示数据", RecordedAt = time.UtcNow, RecordedBy = actor.Name }],
            Visits = visited is { } on ? [new LeadVisit { On = on, Participants = "示例联系人、园区招商人员", Text = "演示数据：介绍园区和标准厂房，对方需要先看场地。", NextStep = next, RecordedAt = time.UtcNow, RecordedBy = actor.Name }] : [],
        };
    }
}
