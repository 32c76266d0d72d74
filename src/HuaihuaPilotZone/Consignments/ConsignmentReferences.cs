using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Identifiers;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Enterprises;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Consignments;

/// <summary>What a consignment refers to, found by what its owner typed.</summary>
internal sealed record ConsignmentReferences(
    int? OrderId, IReadOnlyList<int> DeclarationIds, IReadOnlyList<string> Containers, IReadOnlyList<int> ProviderIds, IReadOnlyDictionary<string, int> Nodes)
{
    /// <summary>Finds everything, or says everything that stands against it.</summary>
    public static async Task<Outcome<ConsignmentReferences>> FindAsync(PortalDbContext db, int enterpriseId, ConsignmentData data, CancellationToken cancellation)
    {
        var refusals = new List<Refusal>();
        var order = await OrderAsync(db, enterpriseId, data.Order, refusals, cancellation);
        var declarations = await DeclarationsAsync(db, enterpriseId, data.Declarations, refusals, cancellation);
        var providers = await ProvidersAsync(db, data.Providers, refusals, cancellation);
        var containers = Boxes(data, refusals);
        Judge(data, refusals);
        if (refusals.Count > 0) return Outcome.Refused(refusals);
        List<string> places = [.. data.Stops.Select(s => s.Place)];
        var nodes = await db.Nodes.Where(n => places.Contains(n.Name)).Select(n => new { n.Name, n.Id }).ToListAsync(cancellation);
        return new ConsignmentReferences(order, declarations, containers, providers, nodes.GroupBy(n => n.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Min(n => n.Id), StringComparer.Ordinal));
    }

    private static async Task<int?> OrderAsync(PortalDbContext db, int enterpriseId, string? typed, List<Refusal> refusals, CancellationToken cancellation)
    {
        if (typed is null) return null;
        var found = await db.KeptOrders.Where(o => o.EnterpriseId == enterpriseId && (o.RecordNo == typed || o.OrderNo == typed)).OrderBy(o => o.Id).Select(o => (int?)o.Id).Take(2).ToListAsync(cancellation);
        if (found.Count == 1) return found[0];
        refusals.Add(new Refusal("Order", found.Count == 0 ? $"订单里没有 {typed}，请填订单编号或登记号。" : $"有多份订单的编号是 {typed}，请填登记号。"));
        return null;
    }

    private static async Task<IReadOnlyList<int>> DeclarationsAsync(PortalDbContext db, int enterpriseId, IReadOnlyList<string> typed, List<Refusal> refusals, CancellationToken cancellation)
    {
        var numbers = new List<DeclarationNumber>();
        foreach (var text in typed)
        {
            if (DeclarationNumber.TryParse(text, null, out var number)) numbers.Add(number);
            else refusals.Add(new Refusal("Declarations", $"{text} 不是预申报的单号，应像 HH-20261122-000001。"));
        }
        if (typed.Count > Consignment.MostDeclarations) refusals.Add(new Refusal("Declarations", $"一份货运单最多关联 {Consignment.MostDeclarations} 份预申报。"));
        var found = await db.Declarations.Where(d => d.EnterpriseId == enterpriseId && numbers.Contains(d.Number)).Select(d => new { d.Id, d.Number }).ToListAsync(cancellation);
        refusals.AddRange(numbers.Where(n => found.TrueForAll(f => f.Number != n)).Select(n => new Refusal("Declarations", $"贵企业没有预申报 {n}。")));
        return [.. found.Select(f => f.Id)];
    }

    private static async Task<IReadOnlyList<int>> ProvidersAsync(PortalDbContext db, IReadOnlyList<string> typed, List<Refusal> refusals, CancellationToken cancellation)
    {
        if (typed.Count > Consignment.MostProviders) refusals.Add(new Refusal("Providers", $"最多填 {Consignment.MostProviders} 家物流服务商。"));
        List<string> codes = [.. typed.Select(t => CreditCodes.Normalize(t))];
        List<string> names = [.. typed];
        var found = await db.Enterprises.Where(e => names.Contains(e.Name) || codes.Contains(e.CreditCode)).Select(e => new { e.Id, e.Name, e.CreditCode, e.Type, e.Stage }).ToListAsync(cancellation);
        var ids = new List<int>();
        for (var i = 0; i < typed.Count; i++)
        {
            var (name, code) = (names[i], codes[i]);
            var one = found.Find(e => e.CreditCode == code) ?? found.Find(e => e.Name == name);
            if (one is null) refusals.Add(new Refusal("Providers", $"名录里没有 {name}，请填统一社会信用代码或企业全称。"));
            else if (one.Type != EnterpriseType.Logistics) refusals.Add(new Refusal("Providers", $"{one.Name}的类型不是物流货代，不能报告物流事件。"));
            else if (one.Stage == EnterpriseStage.Left) refusals.Add(new Refusal("Providers", $"{one.Name}已退出园区。"));
            else ids.Add(one.Id);
        }
        return [.. ids.Distinct()];
    }

    private static IReadOnlyList<string> Boxes(ConsignmentData data, List<Refusal> refusals)
    {
        if (data.Containers.Count > Consignment.MostContainers) refusals.Add(new Refusal("Containers", $"一份货运单最多 {Consignment.MostContainers} 个集装箱。"));
        foreach (var typed in data.Containers)
        {
            if (ContainerNumber.Check(typed) is not { } problem) continue;
            // boxes with a wrong check digit exist: whoever has looked at the box may say so
            if (problem.Fault == IdentifierFault.CheckCharacter && data.AreContainersChecked) continue;
            refusals.Add(new Refusal("Containers", $"{typed}：{problem.Message}{(problem.Repair is { } repair ? $"可能是 {repair}。" : null)}"));
        }
        return [.. data.Containers.Select(c => ContainerNumber.Normalize(c)).Distinct(StringComparer.Ordinal)];
    }

    private static void Judge(ConsignmentData data, List<Refusal> refusals)
    {
        if (data.TemperatureLow > data.TemperatureHigh) refusals.Add(new Refusal("TemperatureHigh", "最高温度不能低于最低温度。"));
        if (data.Stops.Count < 2) refusals.Add(new Refusal("Stops", "请至少填写起点和终点。"));
        if (data.Stops.Count > Consignment.MostStops) refusals.Add(new Refusal("Stops", $"最多填 {Consignment.MostStops} 个地点。"));
        if (data.Stops.GroupBy(s => s.Place, StringComparer.Ordinal).FirstOrDefault(g => g.Skip(1).Any()) is { } twice) refusals.Add(new Refusal("Stops", $"“{twice.Key}”填了两次，每个地点只填一次。"));
        DateTime? last = null;
        foreach (var (place, moment) in data.Stops.SelectMany(s => new[] { (s.Place, s.ArrivalPlanned), (s.Place, s.DeparturePlanned) }))
        {
            if (moment < last) refusals.Add(new Refusal("Stops", $"“{place}”的计划时间早于前面的地点，请核对。"));
            last = moment ?? last;
        }
    }
}
