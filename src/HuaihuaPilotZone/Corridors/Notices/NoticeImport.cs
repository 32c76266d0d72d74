using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors.Keeping;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Imports.Sheets;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Corridors.Notices;

/// <summary>Takes notices out of a file: all rows or none. A row with the number of a notice changes that one, a row without one is a new notice. One is taken back on its page only, with a reason.</summary>
public sealed class NoticeImport(PortalDbContext db, NoticeDesk notices)
{
    public const int MostRows = 500;

    private const int MostPlaces = 5_000;

    /// <summary>The columns of a file.</summary>
    public static IReadOnlyList<TargetColumn> Columns { get; } = NetworkSheet.Exactly(
    [
        new("id", "编号", [], IsRequired: false),
        new("title", "标题", [], IsRequired: true),
        new("englishTitle", "英文标题", [], IsRequired: false),
        new("node", "节点", [], IsRequired: false),
        new("leg", "区段", [], IsRequired: false),
        new("kind", "类型", [], IsRequired: true),
        new("from", "开始时间", [], IsRequired: true),
        new("until", "结束时间", [], IsRequired: false),
        new("text", "内容", [], IsRequired: true),
        new("englishText", "英文内容", [], IsRequired: false),
        new("source", "来源", [], IsRequired: true),
        new("sourceAddress", "来源网址", [], IsRequired: false),
        new("withdrawn", "撤回", [], IsRequired: false),
    ]);

    /// <param name="file">Readable and seekable.</param>
    /// <param name="name">Its name, which says what it is.</param>
    /// <returns>How many notices are new or different, or every problem with its row.</returns>
    public Task<Outcome<int>> ImportAsync(Stream file, string name, CancellationToken cancellation) =>
        NetworkSheet.TakeInAsync(db, NetworkSheet.Read(file, name, Columns, MostRows), KeepAsync, "修改同一条提示", cancellation);

    private async Task<Outcome<int>> KeepAsync(List<SheetLine> lines, CancellationToken cancellation)
    {
        List<int> ids = [.. lines.Select(l => IdOf(l["id"])).OfType<int>().Distinct()];
        var known = await db.NetworkNotices.Where(n => ids.Contains(n.Id)).OrderBy(n => n.Id).ToDictionaryAsync(n => n.Id, cancellation);
        var places = await PlacesAsync(cancellation);
        var (problems, seen, changed) = (new List<Refusal>(), new HashSet<int>(), 0);
        foreach (var line in lines)
        {
            var values = new SheetValues(line, Columns, problems);
            var notice = IdOf(line["id"]) is { } id ? known.GetValueOrDefault(id) : null;
            if (line["id"].Length > 0 && notice is null) values.Fault($"没有编号为“{Texts.Cut(line["id"], 20)}”的提示；新的提示不写编号。");
            else if (notice is not null && !seen.Add(notice.Id)) values.Fault("与前面的行是同一条提示。");
            var data = DataOf(values, line, notice, places);
            if (values.YesNo("withdrawn", notice?.IsWithdrawn ?? false) != (notice?.IsWithdrawn ?? false)) values.Fault("撤回要在提示的页面上写明原因，撤回了的不能恢复。");
            if (values.AreGood)
            {
                var kept = await notices.KeepAsync(notice, data, cancellation);
                foreach (var refusal in kept.Refusals) values.Fault(refusal.Message);
                if (kept.IsDone && kept.Value) changed++;
            }
            if (problems.Count >= NetworkSheet.MostProblems) break;
        }
        return problems.Count > 0 ? Outcome.Refused(problems) : changed;
    }

    private static int? IdOf(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    private async Task<Places> PlacesAsync(CancellationToken cancellation)
    {
        var nodes = await db.Nodes.AsNoTracking().OrderBy(n => n.Id).Select(n => new { n.Name, n.Id }).Take(MostPlaces).ToDictionaryAsync(n => n.Name, n => n.Id, StringComparer.Ordinal, cancellation);
        var legs = await db.Legs.AsNoTracking().Include(l => l.From).Include(l => l.To).OrderBy(l => l.Id).Take(MostPlaces).ToListAsync(cancellation);
        return new Places(nodes, legs.ToDictionary(CorridorImport.Named, l => l.Id, StringComparer.Ordinal));
    }

    private static NoticeData DataOf(SheetValues values, SheetLine line, NetworkNotice? notice, Places places)
    {
        int? Place(string column, Dictionary<string, int> known, int? present, string hint)
        {
            if (!line.Has(column)) return present;
            if (line[column].Length == 0) return null;
            if (known.TryGetValue(line[column], out var id)) return id;
            values.Fault($"没有{hint}“{Texts.Cut(line[column], 60)}”。");
            return null;
        }

        var from = values.Moment("from", null);
        if (from is null && line["from"].Length == 0) values.Fault("请填写开始时间。");
        return new NoticeData(
            Place("node", places.Nodes, notice?.NodeId, "节点"), Place("leg", places.Legs, notice?.LegId, "区段"), values.Named<NoticeKind>("kind", k => k.Word()),
            values.Needed("title", NetworkNotice.TitleMaxLength), values.Text("englishTitle", NetworkNotice.EnglishTitleMaxLength, notice?.EnglishTitle),
            values.Needed("text", NetworkNotice.TextMaxLength), values.Text("englishText", NetworkNotice.EnglishTextMaxLength, notice?.EnglishText), from ?? default,
            values.Moment("until", notice?.Until is { } until ? ChinaTime.FromUtc(until) : null), values.Needed("source", NetworkNotice.SourceMaxLength),
            values.Text("sourceAddress", NetworkNotice.SourceAddressMaxLength, notice?.SourceAddress));
    }

    /// <summary>Ids by what a cell says.</summary>
    private sealed record Places(Dictionary<string, int> Nodes, Dictionary<string, int> Legs);
}
