using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Identifiers;
using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Enterprises.Finding;

/// <summary>
/// Makes an invented roster of any size for trials: names with 示例, marked as demonstration, codes of the unallocated division 431299.
/// Stages, types and areas are spread unevenly, as they are in life.
/// </summary>
public sealed class SampleRoster(PortalDbContext db, RosterWriter writer, RosterUpkeep upkeep, ChinaTime time)
{
    private const int Batch = 1_000;

    /// <summary>Registering department, kind and division of the codes; the organisation code of nine characters follows.</summary>
    private const string CodeHead = "91431299";

    private static readonly string[] _towns = ["怀化", "鹤城", "中方", "沅陵", "辰溪", "溆浦", "会同", "麻阳", "新晃", "芷江", "靖州", "通道", "洪江"];
    private static readonly string[] _first = ["金", "鑫", "华", "恒", "盛", "宏", "瑞", "泰", "润", "和", "信", "诚", "嘉", "源", "德", "益", "佳", "景", "星", "海", "锦", "天", "远", "龙", "凤", "云", "山", "川", "湘", "沅"];
    private static readonly string[] _second = ["达", "隆", "丰", "通", "顺", "旺", "兴", "利", "康", "祥", "福", "源", "茂", "阳", "辉", "峰", "林", "涛", "航", "宇", "晟", "禾", "泉", "柏", "麟"];
    private static readonly string[] _trades = ["箱包", "皮具", "食品", "茶业", "竹木制品", "电动车配件", "农产品贸易", "冷链物流", "国际货运代理", "供应链管理", "电商服务", "报关服务", "仓储", "服饰", "家居用品", "五金工具", "电子科技", "生物科技"];
    private static readonly string[] _forms = ["有限公司", "有限责任公司", "股份有限公司"];

    private static readonly (EnterpriseStage Stage, int Share)[] _stages =
        [(EnterpriseStage.Operating, 52), (EnterpriseStage.Signed, 18), (EnterpriseStage.Interested, 17), (EnterpriseStage.Building, 8), (EnterpriseStage.Left, 5)];

    private static readonly (EnterpriseType Type, int Share)[] _types =
        [(EnterpriseType.Manufacturing, 34), (EnterpriseType.CrossBorderCommerce, 22), (EnterpriseType.Logistics, 16), (EnterpriseType.Services, 14), (EnterpriseType.DomesticCommerce, 11), (EnterpriseType.Other, 3)];

    /// <summary>Adds so many enterprises behind those that were made before.</summary>
    /// <param name="report">Told now and then how many there are.</param>
    public async Task MakeAsync(int count, Action<int>? report, CancellationToken cancellation)
    {
        var areas = await db.Set<ParkArea>().OrderBy(a => a.SortOrder).Select(a => a.Id).ToListAsync(cancellation);
        var tags = await db.Set<IndustryTag>().OrderBy(t => t.SortOrder).Select(t => t.Id).ToListAsync(cancellation);
        var first = await FirstNumberAsync(cancellation);
        for (var done = 0; done < count; done += Batch)
        {
            var from = first + done;
            List<Enterprise> made = [.. Enumerable.Range(from, Math.Min(Batch, count - done)).Select(n => Make(n, areas, tags))];
            await db.InTransactionAsync(
                async token =>
                {
                    await writer.AddAsync(made, token);
                    return Outcome.Done;
                },
                cancellation);
            report?.Invoke(done + made.Count);
            await upkeep.SumUpAsync(cancellation);
        }
    }

    private async Task<int> FirstNumberAsync(CancellationToken cancellation) => (await db.Enterprises.MaxAsync(e => (int?)e.Id, cancellation) ?? 0) + 1;

    private Enterprise Make(int number, List<int> areas, List<int> tags)
    {
        // the same number always gives the same enterprise
        var random = new Random(number);
        var since = new DateOnly(2016, 1, 1).AddDays(random.Next(time.Today.DayNumber - new DateOnly(2016, 1, 1).DayNumber));
        var stage = Pick(random, _stages);
        var at = ChinaTime.StartOf(since).AddSeconds(random.Next(86_400));
        var enterprise = new Enterprise
        {
            Name = NameOf(random),
            EnglishName = random.Next(3) > 0 ? string.Create(CultureInfo.InvariantCulture, $"Demo Enterprise {number} Co., Ltd.") : null,
            CreditCode = UnifiedSocialCreditCode.Complete(string.Create(CultureInfo.InvariantCulture, $"{CodeHead}T{number % 10_000_000:D7}")),
            CustomsCode = random.Next(2) == 0 ? string.Create(CultureInfo.InvariantCulture, $"4313{number % 1_000_000:D6}") : null,
            Type = Pick(random, _types),
            Stage = stage,
            StageSince = since,
            ParkAreaId = areas.Count == 0 || random.Next(10) == 0 ? null : areas[(int)(areas.Count * Math.Pow(random.NextDouble(), 2))],
            Address = random.Next(4) > 0 ? string.Create(CultureInfo.InvariantCulture, $"怀化国际陆港示例路 {random.Next(1, 999)} 号") : null,
            Summary = random.Next(3) > 0 ? "示例数据：虚构企业，仅用于演示和性能测试。" : null,
            IsDemonstration = true,
            CreatedAt = at,
            UpdatedAt = at,
            Contacts = random.Next(5) == 0 ? [] : [new Contact { Name = "示例联系人", Phone = string.Create(CultureInfo.InvariantCulture, $"000-{random.Next(10_000_000, 99_999_999)}") }],
            Tags = [.. Some(random, tags, 3).Select(t => new EnterpriseTag { IndustryTagId = t })],
            Markets = [.. Some(random, Enum.GetValues<TargetMarket>(), 3).Select(m => new EnterpriseMarket { Market = m })],
            StageChanges = [new StageChange { To = stage, On = since, Reason = "演示数据", RecordedAt = at, RecordedBy = "系统" }],
        };
        if (random.Next(20) == 0) AddFormerName(enterprise, NameOf(random), since);
        return enterprise;
    }

    private static void AddFormerName(Enterprise enterprise, string name, DateOnly until) => enterprise.FormerNames.Add(new FormerName
    {
        Name = name,
        Text = RosterKeys.Text(name),
        Until = until,
    });

    private static string NameOf(Random random) =>
        $"{_towns[random.Next(_towns.Length)]}示例{_first[random.Next(_first.Length)]}{_second[random.Next(_second.Length)]}{_first[random.Next(_first.Length)]}{_trades[random.Next(_trades.Length)]}{_forms[random.Next(10) switch { < 8 => 0, 8 => 1, _ => 2 }]}";

    private static T Pick<T>(Random random, (T Value, int Share)[] shares)
    {
        var at = random.Next(shares.Sum(s => s.Share));
        foreach (var (value, share) in shares)
        {
            if (at < share) return value;
            at -= share;
        }

        return shares[^1].Value;
    }

    /// <summary>None to some of the values, those in front more often.</summary>
    private static List<T> Some<T>(Random random, IReadOnlyList<T> values, int most) =>
        values.Count == 0 ? [] : [.. Enumerable.Range(0, random.Next(most)).Select(_ => values[(int)(values.Count * Math.Pow(random.NextDouble(), 2))]).Distinct()];
}
