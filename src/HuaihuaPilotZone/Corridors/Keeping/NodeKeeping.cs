using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Corridors.Timetable;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Figures;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Corridors.Keeping;

/// <summary>What staff write about a node.</summary>
/// <param name="Slug">Only heard when the node is new.</param>
/// <param name="ClosedFrom">The first day on which it is closed, also one to come; null for today where it was not closed before.</param>
/// <param name="Since">The day from which on it is so, for who writes a change down later; null for today. A new node without one has always been so.</param>
public sealed record NodeData(
    string Slug, string Name, string EnglishName, NodeKind Kind, string CountryCode, string TimeZone, decimal? Latitude, decimal? Longitude, string? CoordinatesSource,
    bool HasCustoms, bool HasColdStore, bool TakesDangerousGoods, int? HandlingMinutes, FigureStatus? HandlingStatus, string? HandlingSource,
    int MapX, int MapY, int TallX, int TallY, LabelSide LabelSide, LabelSide TallLabelSide, bool IsClosed, DateOnly? ClosedFrom = null, DateOnly? Since = null);

public enum NodeSort
{
    /// <summary>By kind, then by name.</summary>
    Kind,
    Name,

    /// <summary>By the minutes of a change.</summary>
    Handling,
}

/// <summary>What a list of nodes asks for.</summary>
/// <param name="On">The day as of which they are shown; null for now.</param>
public sealed record NodeFilter(string? Words = null, NodeKind? Kind = null, NodeSort Sort = NodeSort.Kind, bool Descending = false, DateOnly? On = null);

/// <summary>Keeps the nodes of the network, and what they were from day to day.</summary>
public sealed class NodeKeeping(PortalDbContext db, DepartureMaker maker, PortalJournal journal, ChinaTime time)
{
    private const int MostNodes = 2_000;

    public Task<Page<Node>> ListAsync(NodeFilter filter, PageRequest page, CancellationToken cancellation) => Rows(filter).ToPageAsync(page, cancellation);

    /// <summary>All rows of a list, for a file.</summary>
    public IAsyncEnumerable<Node> StreamAsync(NodeFilter filter) => Rows(filter).AsAsyncEnumerable();

    public Task<Node?> FindAsync(int id, CancellationToken cancellation) => db.Nodes.AsNoTracking().SingleOrDefaultAsync(n => n.Id == id, cancellation);

    /// <summary>A node as it was on a day; null where it was not registered then.</summary>
    public Task<Node?> FindOnAsync(int id, DateOnly day, CancellationToken cancellation) => NodePast.On(db, day).SingleOrDefaultAsync(n => n.Id == id, cancellation);

    /// <summary>What a node was from time to time, the latest first.</summary>
    public Task<Page<Turn>> TurnsAsync(int id, PageRequest page, CancellationToken cancellation) => NodePast.TurnsAsync(db, id, page, cancellation);

    /// <summary>Nodes to choose from, by name.</summary>
    /// <param name="chosen">Nodes that stand in the form already, also where they are closed by now.</param>
    public async Task<IReadOnlyList<Node>> ChoicesAsync(IReadOnlyList<int> chosen, CancellationToken cancellation)
    {
        var today = time.Today;
        return await db.Nodes.AsNoTracking().Where(n => !n.IsClosed || n.ClosedFrom > today || chosen.Contains(n.Id)).OrderBy(n => n.Name).ThenBy(n => n.Id).Take(MostNodes).ToListAsync(cancellation);
    }

    public Task<Page<JournalLine>> HistoryAsync(int id, PageRequest page, CancellationToken cancellation) => journal.HistoryAsync(JournalSubjects.Network, Key(id), page, cancellation);

    /// <returns>The id of the new node.</returns>
    public async Task<Outcome<int>> AddAsync(NodeData data, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(data.Slug)) return Outcome.Refused(nameof(data.Slug), "请填写短名。");
        if (Refuse(data) is { Count: > 0 } refusals) return Outcome.Refused(refusals);
        if (data.Since > time.Today) return Outcome.Refused(nameof(data.Since), "起始日不能晚于今天。");
        var node = NodeOf(data, time.Today);
        try
        {
            return await db.InTransactionAsync<int>(
                async token =>
                {
                    db.Nodes.Add(node);
                    await db.SaveChangesAsync(token);
                    await NodePast.NoteAsync(db, node, null, data.Since ?? DateOnly.MinValue, token);
                    journal.Write(JournalSubjects.Network, Key(node.Id), NetworkActs.NodeAdded, changes: Fields(node).Select(f => new FieldChange(f.Label, null, f.Value)));
                    await db.SaveChangesAsync(token);
                    return node.Id;
                },
                cancellation);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (await TakenAsync(data, null, cancellation) is { } taken) return taken;
            throw;
        }
    }

    /// <summary>Saves an edited node. The second of two people is told what the first one wrote. Departures follow the node's clocks.</summary>
    public async Task<Outcome> UpdateAsync(int id, int version, NodeData data, CancellationToken cancellation)
    {
        List<EditedField> typed = [];
        try
        {
            return await db.InTransactionAsync(
                async token =>
                {
                    if (await db.Nodes.SingleOrDefaultAsync(n => n.Id == id, token) is not { } node) return Outcome.Refused("没有这个节点。");
                    if (Refuse(data) is { Count: > 0 } refusals) return Outcome.Refused(refusals);
                    if (data.IsClosed && node.Slug == CorridorService.HubSlug) return Outcome.Refused(nameof(data.IsClosed), "陆港是全部通道的起点，不能停用。");
                    if (await NodePast.RefuseAsync(db, id, data.Since ?? time.Today, time.Today, token) is { IsDone: false } tooLate) return tooLate;
                    var (before, zone, was) = (Fields(node), node.TimeZone, NodeState.Of(node, DateOnly.MinValue));
                    db.Expect(node, version);
                    Write(node, data, time.Today);
                    typed = Fields(node);
                    journal.Write(JournalSubjects.Network, Key(id), NetworkActs.NodeChanged, changes: Edits.Changes(before, typed));
                    await db.SaveChangesAsync(token);
                    await NodePast.NoteAsync(db, node, was, data.Since ?? time.Today, token);
                    if (node.TimeZone != zone) await maker.FollowNodeAsync(id, token);
                    await db.SaveChangesAsync(token);
                    return Outcome.Done;
                },
                cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Edits.Conflict(Fields(await db.Nodes.AsNoTracking().SingleAsync(n => n.Id == id, cancellation)), typed);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (await TakenAsync(data with { Slug = "" }, id, cancellation) is { } taken) return taken;
            throw;
        }
    }

    internal static string Key(int id) => string.Create(CultureInfo.InvariantCulture, $"node-{id}");

    private IQueryable<Node> Rows(NodeFilter filter)
    {
        var rows = filter.On is { } day ? NodePast.On(db, day) : db.Nodes.AsNoTracking();
        if (SearchWord.Of(filter.Words) is { } word) rows = rows.Where(n => n.Name.Contains(word) || n.EnglishName.Contains(word) || n.Slug.Contains(word));
        if (filter.Kind is { } kind) rows = rows.Where(n => n.Kind == kind);
        return (filter.Sort, filter.Descending) switch
        {
            (NodeSort.Name, false) => rows.OrderBy(n => n.Name).ThenBy(n => n.Id),
            (NodeSort.Name, true) => rows.OrderByDescending(n => n.Name).ThenByDescending(n => n.Id),
            (NodeSort.Handling, false) => rows.OrderBy(n => n.HandlingMinutes).ThenBy(n => n.Name).ThenBy(n => n.Id),
            (NodeSort.Handling, true) => rows.OrderByDescending(n => n.HandlingMinutes).ThenBy(n => n.Name).ThenBy(n => n.Id),
            (_, true) => rows.OrderByDescending(n => n.Kind).ThenBy(n => n.Name).ThenBy(n => n.Id),
            _ => rows.OrderBy(n => n.Kind).ThenBy(n => n.Name).ThenBy(n => n.Id),
        };
    }

    internal static List<Refusal> Refuse(NodeData data)
    {
        var refusals = new List<Refusal>();
        void Add(string field, string message) => refusals.Add(new Refusal(field, message));
        if (!LocalTime.Knows(data.TimeZone)) Add(nameof(data.TimeZone), "没有这个时区，应写成 Asia/Shanghai 这样的名称。");
        if (data.Latitude is null != data.Longitude is null) Add(nameof(data.Longitude), "经度、纬度应一并填写。");
        if (data.Latitude is < -90 or > 90) Add(nameof(data.Latitude), "纬度应在 -90 至 90 之间。");
        if (data.Longitude is < -180 or > 180) Add(nameof(data.Longitude), "经度应在 -180 至 180 之间。");
        if (data.Latitude is not null && string.IsNullOrWhiteSpace(data.CoordinatesSource)) Add(nameof(data.CoordinatesSource), "没有来源的坐标不能保存。");
        if (data.HandlingMinutes is not null && (data.HandlingStatus is null || string.IsNullOrWhiteSpace(data.HandlingSource))) Add(nameof(data.HandlingSource), "没有来源的换装时间不能保存。");
        if (data.HandlingMinutes is < 0 or > 30 * 24 * 60) Add(nameof(data.HandlingMinutes), "换装时间应为 0 至 30 天。");
        if (data.MapX is < 20 or > 1180 || data.MapY is < 20 or > 600) Add(nameof(data.MapX), "宽图位置应在 20—1180、20—600 之间。");
        if (data.TallX is < 12 or > 378 || data.TallY is < 20 or > 515) Add(nameof(data.TallX), "竖图位置应在 12—378、20—515 之间。");
        return refusals;
    }

    private async Task<Outcome?> TakenAsync(NodeData data, int? exceptId, CancellationToken cancellation)
    {
        if (await db.Nodes.AnyAsync(n => n.Slug == data.Slug && n.Id != exceptId, cancellation)) return Outcome.Refused(nameof(data.Slug), "已有节点使用这个短名。");
        return await db.Nodes.AnyAsync(n => n.Name == data.Name && n.Id != exceptId, cancellation) ? Outcome.Refused(nameof(data.Name), "已有同名节点。") : null;
    }

    internal static Node NodeOf(NodeData data, DateOnly today)
    {
        var node = new Node
        {
            Slug = data.Slug,
            Name = data.Name,
            EnglishName = data.EnglishName,
            Kind = data.Kind,
            CountryCode = data.CountryCode,
            TimeZone = data.TimeZone,
            MapX = data.MapX,
            MapY = data.MapY,
            TallX = data.TallX,
            TallY = data.TallY,
        };
        Write(node, data, today);
        return node;
    }

    internal static void Write(Node node, NodeData data, DateOnly today)
    {
        (node.Name, node.EnglishName, node.Kind, node.CountryCode, node.TimeZone) = (data.Name, data.EnglishName, data.Kind, data.CountryCode, data.TimeZone);
        (node.Latitude, node.Longitude, node.CoordinatesSource) = (data.Latitude, data.Longitude, data.Latitude is null ? null : data.CoordinatesSource);
        (node.HasCustoms, node.HasColdStore, node.TakesDangerousGoods) = (data.HasCustoms, data.HasColdStore, data.TakesDangerousGoods);
        (node.IsClosed, node.ClosedFrom) = (data.IsClosed, !data.IsClosed ? null : data.ClosedFrom ?? (node.IsClosed ? node.ClosedFrom : today));
        var isKnown = data.HandlingMinutes is not null;
        (node.HandlingMinutes, node.HandlingStatus, node.HandlingSource) = (data.HandlingMinutes, isKnown ? data.HandlingStatus : null, isKnown ? data.HandlingSource : null);
        (node.MapX, node.MapY, node.TallX, node.TallY, node.LabelSide, node.TallLabelSide) = (data.MapX, data.MapY, data.TallX, data.TallY, data.LabelSide, data.TallLabelSide);
    }

    internal static List<EditedField> Fields(Node node) =>
    [
        .. NodePast.Facts(NodeState.Of(node, DateOnly.MinValue)),
        new(nameof(NodeData.MapX), "宽图位置", string.Create(CultureInfo.InvariantCulture, $"{node.MapX}，{node.MapY}，{node.LabelSide.Word()}")),
        new(nameof(NodeData.TallX), "竖图位置", string.Create(CultureInfo.InvariantCulture, $"{node.TallX}，{node.TallY}，{node.TallLabelSide.Word()}")),
    ];

    internal static string YesNo(bool value) => value ? "是" : "否";
}
