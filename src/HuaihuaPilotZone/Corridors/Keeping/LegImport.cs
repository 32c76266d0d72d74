using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Imports.Sheets;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Corridors.Keeping;

/// <summary>Takes legs out of a file: all rows or none. A leg is known by its ends, in whichever order, and its mode; one that is not there yet is registered. Values come in by a file of their own.</summary>
public sealed class LegImport(PortalDbContext db, PortalJournal journal, ChinaTime time)
{
    public const int MostRows = 2_000;

    /// <summary>The columns of a file.</summary>
    public static IReadOnlyList<TargetColumn> Columns { get; } = NetworkSheet.Exactly(
    [
        new("from", "起点", [], IsRequired: true),
        new("to", "终点", [], IsRequired: true),
        new("mode", "运输方式", [], IsRequired: true),
        new("via", "经过", [], IsRequired: false),
        new("englishVia", "英文经过", [], IsRequired: false),
        new("cooling", "冷藏", [], IsRequired: false),
        new("closed", "停用", [], IsRequired: false),
    ]);

    /// <param name="file">Readable and seekable.</param>
    /// <param name="name">Its name, which says what it is.</param>
    /// <returns>How many legs are new or different, or every problem with its row.</returns>
    public Task<Outcome<int>> ImportAsync(Stream file, string name, CancellationToken cancellation) =>
        NetworkSheet.TakeInAsync(db, NetworkSheet.Read(file, name, Columns, MostRows), KeepAsync, "修改同一区段", cancellation);

    private async Task<Outcome<int>> KeepAsync(List<SheetLine> lines, CancellationToken cancellation)
    {
        var names = lines.SelectMany(l => new[] { l["from"], l["to"] }).Distinct(StringComparer.Ordinal).ToList();
        // a turn on all ends, as for the form: the same way backwards is the same leg, and the unique index knows no direction
        await db.Nodes.Where(n => names.Contains(n.Name)).ExecuteUpdateAsync(set => set.SetProperty(n => n.Version, n => n.Version), cancellation);
        var nodes = await db.Nodes.AsNoTracking().Where(n => names.Contains(n.Name)).OrderBy(n => n.Id).ToDictionaryAsync(n => n.Name, StringComparer.Ordinal, cancellation);
        var legs = await db.Legs.Include(l => l.Values.Where(v => v.Quantity == LegQuantity.Cooling)).Where(l => names.Contains(l.From!.Name) && names.Contains(l.To!.Name)).OrderBy(l => l.Id).ToListAsync(cancellation);
        var known = legs.GroupBy(l => Way(l.FromId, l.ToId, l.Mode)).ToDictionary(g => g.Key, g => g.First());
        var problems = new List<Refusal>();
        var read = Rows(lines, nodes, known, problems);
        if (problems.Count > 0) return Outcome.Refused(problems);
        var changed = 0;
        foreach (var data in read)
        {
            if (await KeepAsync(known.GetValueOrDefault(Way(data.FromId, data.ToId, data.Mode)), data, cancellation)) changed++;
        }
        await db.SaveChangesAsync(cancellation);
        return changed;
    }

    private List<LegData> Rows(List<SheetLine> lines, Dictionary<string, Node> nodes, Dictionary<(int, int, LegMode), Leg> known, List<Refusal> problems)
    {
        var read = new List<LegData>();
        var seen = new HashSet<(int, int, LegMode)>();
        foreach (var line in lines)
        {
            var values = new SheetValues(line, Columns, problems);
            var (from, to, mode) = (NodeOf(line["from"], nodes, values), NodeOf(line["to"], nodes, values), values.Named<LegMode>("mode", m => m.Word()));
            var leg = from is null || to is null ? null : known.GetValueOrDefault(Way(from.Id, to.Id, mode));
            var data = new LegData(
                from?.Id ?? 0, to?.Id ?? 0, mode, values.Text("via", Leg.ViaMaxLength, leg?.Via), values.Text("englishVia", Leg.ViaMaxLength, leg?.EnglishVia),
                values.YesNo("closed", leg?.IsClosed ?? false));
            var isCooled = leg?.IsCooledOn(time.Today) ?? false;
            if (values.YesNo("cooling", isCooled) != isCooled) values.Fault("冷藏能力要写来源，请用“导入数值”录入。");
            if (values.AreGood)
            {
                if (from == to) values.Fault("起点和终点不能是同一个节点。");
                else if (leg is null && (from!.IsClosedOn(time.Today) || to!.IsClosedOn(time.Today))) values.Fault("节点已停用，不能登记新区段。");
                if (!seen.Add(Way(data.FromId, data.ToId, mode))) values.Fault("与前面的行是同一区段（不分方向）。");
            }
            if (problems.Count >= NetworkSheet.MostProblems) break;
            read.Add(data);
        }
        return read;
    }

    private static Node? NodeOf(string name, Dictionary<string, Node> nodes, SheetValues values)
    {
        if (nodes.TryGetValue(name, out var node)) return node;
        values.Fault($"没有节点“{Texts.Cut(name, 40)}”，请先登记或导入节点。");
        return null;
    }

    private async Task<bool> KeepAsync(Leg? leg, LegData data, CancellationToken cancellation)
    {
        if (leg is null)
        {
            leg = new Leg
            {
                FromId = data.FromId,
                ToId = data.ToId,
                Mode = data.Mode,
            };
            LegKeeping.Write(leg, data);
            db.Legs.Add(leg);
            await db.SaveChangesAsync(cancellation);
            await LegPast.NoteAsync(db, leg, null, DateOnly.MinValue, cancellation);
            journal.Write(JournalSubjects.Network, LegKeeping.Key(leg.Id), NetworkActs.LegAdded, NetworkSheet.Note, LegKeeping.Fields(leg).Select(f => new FieldChange(f.Label, null, f.Value)));
            return true;
        }
        var (before, was) = (LegKeeping.Fields(leg), LegState.Of(leg, DateOnly.MinValue));
        LegKeeping.Write(leg, data);
        var changes = Edits.Changes(before, LegKeeping.Fields(leg)).Where(c => c.IsChange).ToList();
        if (changes.Count == 0) return false;
        journal.Write(JournalSubjects.Network, LegKeeping.Key(leg.Id), NetworkActs.LegChanged, NetworkSheet.Note, changes);
        await db.SaveChangesAsync(cancellation);
        await LegPast.NoteAsync(db, leg, was, time.Today, cancellation);
        return true;
    }

    private static (int, int, LegMode) Way(int from, int to, LegMode mode) => (Math.Min(from, to), Math.Max(from, to), mode);
}
