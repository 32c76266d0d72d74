using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Figures;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Corridors.Keeping;

/// <summary>Keeps what nodes were from day to day, and tells it.</summary>
internal static class NodePast
{
    /// <summary>Nodes as they were on a day. One that was registered later is not among them.</summary>
    public static IQueryable<Node> On(PortalDbContext db, DateOnly day) => db.NodeStates.AsNoTracking()
        .Where(s => s.From <= day && !db.NodeStates.Any(later => later.NodeId == s.NodeId && later.From > s.From && later.From <= day))
        .Select(NodeState.AsNode);

    /// <summary>Why what a node says now cannot be said from that day on.</summary>
    public static async Task<Outcome> RefuseAsync(PortalDbContext db, int nodeId, DateOnly since, DateOnly today, CancellationToken cancellation) =>
        Turns.Refuse(since, await db.NodeStates.Where(s => s.NodeId == nodeId).MaxAsync(s => (DateOnly?)s.From, cancellation), today, "以后才停用的，请填停用日。");

    /// <summary>Writes down what a node is from a day on: saved by the caller. What it was before its first change is written down with it.</summary>
    /// <param name="before">What it was until now; null for a new node.</param>
    public static async Task NoteAsync(PortalDbContext db, Node node, NodeState? before, DateOnly since, CancellationToken cancellation)
    {
        var last = await db.NodeStates.Where(s => s.NodeId == node.Id).OrderByDescending(s => s.From).FirstOrDefaultAsync(cancellation);
        if (last is null && before is not null) db.NodeStates.Add(last = before);
        var now = NodeState.Of(node, since);
        if (last is null || Edits.Changes(Facts(last), Facts(now)).Any(c => c.IsChange))
        {
            if (last?.From == since) last.Take(node);
            else db.NodeStates.Add(now);
        }
    }

    /// <summary>What a node was from time to time, the latest first.</summary>
    public static Task<Page<Turn>> TurnsAsync(PortalDbContext db, int nodeId, PageRequest page, CancellationToken cancellation) =>
        db.NodeStates.AsNoTracking().Where(s => s.NodeId == nodeId).OrderByDescending(s => s.From).ToTurnsAsync(page, s => (s.From, Facts(s)), cancellation);

    /// <summary>What is said of a node but its place on the map.</summary>
    public static List<EditedField> Facts(NodeState state) =>
    [
        new(nameof(NodeData.Name), "名称", state.Name),
        new(nameof(NodeData.EnglishName), "英文名称", state.EnglishName),
        new(nameof(NodeData.Kind), "类型", state.Kind.Word()),
        new(nameof(NodeData.CountryCode), "国家（地区）", state.CountryCode),
        new(nameof(NodeData.TimeZone), "时区", state.TimeZone),
        new(nameof(NodeData.Latitude), "纬度", Number(state.Latitude)),
        new(nameof(NodeData.Longitude), "经度", Number(state.Longitude)),
        new(nameof(NodeData.CoordinatesSource), "坐标来源", state.CoordinatesSource),
        new(nameof(NodeData.HasCustoms), "可办理海关手续", NodeKeeping.YesNo(state.HasCustoms)),
        new(nameof(NodeData.HasColdStore), "冷藏设施", NodeKeeping.YesNo(state.HasColdStore)),
        new(nameof(NodeData.TakesDangerousGoods), "接收危险品", NodeKeeping.YesNo(state.TakesDangerousGoods)),
        new(nameof(NodeData.HandlingMinutes), "换装时间（分钟）", Number(state.HandlingMinutes)),
        new(nameof(NodeData.HandlingStatus), "换装时间性质", state.HandlingStatus?.Word()),
        new(nameof(NodeData.HandlingSource), "换装时间来源", state.HandlingSource),
        new(nameof(NodeData.IsClosed), "停用", NodeKeeping.YesNo(state.IsClosed)),
        new(nameof(NodeData.ClosedFrom), "停用日", state.ClosedFrom is { } day ? Day(day) : null),
    ];

    private static string? Number(decimal? number) => number?.ToString("0.#####", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
