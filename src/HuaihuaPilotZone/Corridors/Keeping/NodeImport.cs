using System.Text.RegularExpressions;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Corridors.Timetable;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Figures;
using HuaihuaPilotZone.Imports.Sheets;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Corridors.Keeping;

/// <summary>Takes nodes out of a file: all rows or none. A node is known by its short name; one that is not there yet is registered.</summary>
public sealed partial class NodeImport(PortalDbContext db, DepartureMaker maker, PortalJournal journal, ChinaTime time)
{
    public const int MostRows = 2_000;

    private const int MostPlaces = 5;

    /// <summary>The columns of a file.</summary>
    public static IReadOnlyList<TargetColumn> Columns { get; } = NetworkSheet.Exactly(
    [
        new("slug", "短名", [], IsRequired: true),
        new("name", "名称", [], IsRequired: true),
        new("english", "英文名称", [], IsRequired: true),
        new("kind", "类型", [], IsRequired: true),
        new("country", "国家（地区）", [], IsRequired: true),
        new("zone", "时区", [], IsRequired: true),
        new("latitude", "纬度", [], IsRequired: false),
        new("longitude", "经度", [], IsRequired: false),
        new("coordinates", "坐标来源", [], IsRequired: false),
        new("customs", "可办理海关手续", [], IsRequired: false),
        new("cold", "冷藏设施", [], IsRequired: false),
        new("dangerous", "接收危险品", [], IsRequired: false),
        new("handling", "换装时间（分钟）", [], IsRequired: false),
        new("handlingStatus", "换装时间性质", [], IsRequired: false),
        new("handlingSource", "换装时间来源", [], IsRequired: false),
        new("mapX", "宽图横向", [], IsRequired: false),
        new("mapY", "宽图纵向", [], IsRequired: false),
        new("side", "宽图名称位置", [], IsRequired: false),
        new("tallX", "竖图横向", [], IsRequired: false),
        new("tallY", "竖图纵向", [], IsRequired: false),
        new("tallSide", "竖图名称位置", [], IsRequired: false),
        new("closed", "停用", [], IsRequired: false),
        new("closedFrom", "停用日", [], IsRequired: false),
    ]);

    /// <param name="file">Readable and seekable.</param>
    /// <param name="name">Its name, which says what it is.</param>
    /// <returns>How many nodes are new or different, or every problem with its row.</returns>
    public Task<Outcome<int>> ImportAsync(Stream file, string name, CancellationToken cancellation) =>
        NetworkSheet.TakeInAsync(db, NetworkSheet.Read(file, name, Columns, MostRows), KeepAsync, "修改同一节点", cancellation);

    private async Task<Outcome<int>> KeepAsync(List<SheetLine> lines, CancellationToken cancellation)
    {
        var (slugs, names) = (lines.Select(l => l["slug"]).ToList(), lines.Select(l => l["name"]).ToList());
        var known = await db.Nodes.Where(n => slugs.Contains(n.Slug)).OrderBy(n => n.Id).ToDictionaryAsync(n => n.Slug, StringComparer.Ordinal, cancellation);
        var named = await db.Nodes.AsNoTracking().Where(n => names.Contains(n.Name)).OrderBy(n => n.Id).ToDictionaryAsync(n => n.Name, n => n.Slug, StringComparer.Ordinal, cancellation);
        var problems = new List<Refusal>();
        var read = Rows(lines, known, named, problems);
        if (problems.Count > 0) return Outcome.Refused(problems);
        var changed = 0;
        foreach (var data in read)
        {
            if (await KeepAsync(known.GetValueOrDefault(data.Slug), data, cancellation)) changed++;
        }
        return changed;
    }

    private static List<NodeData> Rows(List<SheetLine> lines, Dictionary<string, Node> known, Dictionary<string, string> named, List<Refusal> problems)
    {
        var read = new List<NodeData>();
        var (slugs, names) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var line in lines)
        {
            var values = new SheetValues(line, Columns, problems);
            var node = known.GetValueOrDefault(line["slug"]);
            var data = DataOf(values, node);
            if (values.AreGood) Judge(data, node, values);
            if (!slugs.Add(data.Slug)) values.Fault("与前面的行是同一节点。");
            else if (!names.Add(data.Name) || (named.TryGetValue(data.Name, out var other) && other != data.Slug)) values.Fault("已有同名节点。");
            if (problems.Count >= NetworkSheet.MostProblems) break;
            read.Add(data);
        }
        return read;
    }

    private static NodeData DataOf(SheetValues values, Node? node) => new(
        values.Needed("slug", Node.SlugMaxLength), values.Needed("name", Node.NameMaxLength), values.Needed("english", Node.EnglishNameMaxLength), values.Named<NodeKind>("kind", k => k.Word()),
        values.Needed("country", 3), values.Needed("zone", Node.TimeZoneMaxLength), values.Number("latitude", node?.Latitude), values.Number("longitude", node?.Longitude),
        values.Text("coordinates", Node.SourceMaxLength, node?.CoordinatesSource),
        values.YesNo("customs", node?.HasCustoms ?? false), values.YesNo("cold", node?.HasColdStore ?? false), values.YesNo("dangerous", node?.TakesDangerousGoods ?? false),
        values.Whole("handling", node?.HandlingMinutes), values.Optional("handlingStatus", s => s.Word(), node?.HandlingStatus), values.Text("handlingSource", Node.SourceMaxLength, node?.HandlingSource),
        values.NeededWhole("mapX", node?.MapX), values.NeededWhole("mapY", node?.MapY), values.NeededWhole("tallX", node?.TallX), values.NeededWhole("tallY", node?.TallY),
        values.Optional("side", s => s.Word(), node?.LabelSide) ?? LabelSide.Right, values.Optional("tallSide", s => s.Word(), node?.TallLabelSide) ?? LabelSide.Right,
        values.YesNo("closed", node?.IsClosed ?? false), values.Day("closedFrom", node?.ClosedFrom));

    private static void Judge(NodeData data, Node? node, SheetValues values)
    {
        if (node is null && !ShortName().IsMatch(data.Slug)) values.Fault("短名只用小写字母、数字和连字符。");
        if (data.CountryCode.Length != 3 || !data.CountryCode.All(char.IsAsciiLetterUpper)) values.Fault("国家（地区）代码是三个大写字母。");
        if (new[] { data.Latitude, data.Longitude }.Any(n => n is { } number && decimal.Round(number, MostPlaces) != number)) values.Fault("经度、纬度最多写五位小数。");
        if (data.IsClosed && data.Slug == CorridorService.HubSlug) values.Fault("陆港是全部通道的起点，不能停用。");
        foreach (var refusal in NodeKeeping.Refuse(data)) values.Fault(refusal.Message);
    }

    private async Task<bool> KeepAsync(Node? node, NodeData data, CancellationToken cancellation)
    {
        if (node is null)
        {
            node = NodeKeeping.NodeOf(data, time.Today);
            db.Nodes.Add(node);
            await db.SaveChangesAsync(cancellation);
            await NodePast.NoteAsync(db, node, null, DateOnly.MinValue, cancellation);
            journal.Write(JournalSubjects.Network, NodeKeeping.Key(node.Id), NetworkActs.NodeAdded, NetworkSheet.Note, NodeKeeping.Fields(node).Select(f => new FieldChange(f.Label, null, f.Value)));
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        var (before, zone, was) = (NodeKeeping.Fields(node), node.TimeZone, NodeState.Of(node, DateOnly.MinValue));
        NodeKeeping.Write(node, data, time.Today);
        var changes = Edits.Changes(before, NodeKeeping.Fields(node)).Where(c => c.IsChange).ToList();
        if (changes.Count == 0) return false;
        journal.Write(JournalSubjects.Network, NodeKeeping.Key(node.Id), NetworkActs.NodeChanged, NetworkSheet.Note, changes);
        await db.SaveChangesAsync(cancellation);
        await NodePast.NoteAsync(db, node, was, time.Today, cancellation);
        if (node.TimeZone != zone) await maker.FollowNodeAsync(node.Id, cancellation);
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*\\z", RegexOptions.ExplicitCapture, 1000)]
    internal static partial Regex ShortName();
}
