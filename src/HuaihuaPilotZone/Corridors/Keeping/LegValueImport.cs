using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Figures;
using HuaihuaPilotZone.Imports.Sheets;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Corridors.Keeping;

/// <summary>Takes values of legs out of a file: all rows or none. A file that was exported can be changed and taken in again.</summary>
public sealed class LegValueImport(PortalDbContext db, LegKeeping keeping)
{
    public const int MostRows = 2_000;

    /// <summary>The columns of a file.</summary>
    public static IReadOnlyList<TargetColumn> Columns { get; } =
    [
        new("from", "起点", ["出发"], IsRequired: true),
        new("to", "终点", ["到达"], IsRequired: true),
        new("mode", "运输方式", ["方式"], IsRequired: true),
        new("quantity", "数值项", ["项目"], IsRequired: true),
        new("day", "起始日", ["生效日"], IsRequired: false),
        new("value", "数值", ["值"], IsRequired: true),
        new("unit", "单位", ["计量单位"], IsRequired: false),
        new("status", "性质", ["数据状态", "状态"], IsRequired: true),
        new("source", "来源", ["来源名称"], IsRequired: true),
    ];

    /// <param name="file">Readable and seekable.</param>
    /// <param name="name">Its name, which says what it is.</param>
    /// <returns>How many values are new or different, or every problem with its row.</returns>
    public Task<Outcome<int>> ImportAsync(Stream file, string name, CancellationToken cancellation) =>
        NetworkSheet.TakeInAsync(db, NetworkSheet.Read(file, name, Columns, MostRows), KeepAsync, "修改同一区段的数值", cancellation);

    private async Task<Outcome<int>> KeepAsync(List<SheetLine> lines, CancellationToken cancellation)
    {
        var names = lines.SelectMany(l => new[] { l["from"], l["to"] }).Distinct(StringComparer.Ordinal).ToList();
        var legs = await db.Legs.Include(l => l.From).Include(l => l.To).Include(l => l.Values).Where(l => names.Contains(l.From!.Name) && names.Contains(l.To!.Name))
            .OrderBy(l => l.Id).AsSplitQuery().ToListAsync(cancellation);
        var problems = new List<Refusal>();
        var values = Values(lines, legs, problems);
        if (problems.Count > 0) return Outcome.Refused(problems);
        var changed = values.Where(v => !IsKnown(v.Leg, v.Data)).ToList();
        foreach (var (line, leg, data) in changed)
        {
            if (keeping.Record(leg, data, NetworkActs.Imported) is { IsDone: false } refused) problems.AddRange(refused.Refusals.Select(r => NetworkSheet.At(line.Number, r.Message)));
            // values are rows of their own: the leg has to change for its version to count
            db.Entry(leg).Property(l => l.Version).IsModified = true;
        }
        if (problems.Count > 0)
        {
            db.ChangeTracker.Clear();
            return Outcome.Refused(problems);
        }
        await db.SaveChangesAsync(cancellation);
        return changed.Count;
    }

    private static List<(SheetLine Line, Leg Leg, LegValueData Data)> Values(List<SheetLine> lines, List<Leg> legs, List<Refusal> problems)
    {
        var values = new List<(SheetLine, Leg, LegValueData)>();
        var seen = new HashSet<(int, LegQuantity, DateOnly?)>();
        foreach (var line in lines)
        {
            var before = problems.Count;
            void Say(string message) => problems.Add(NetworkSheet.At(line.Number, message));
            if (ValueOf(line, Say) is { } data && LegOf(line, legs, Say) is { } leg)
            {
                foreach (var refusal in LegKeeping.Refuse(data)) Say(refusal.Message);
                if (!seen.Add((leg.Id, data.Quantity, data.From))) Say("与前面的行是同一区段、同一数值项、同一起始日。");
                if (problems.Count == before) values.Add((line, leg, data));
            }
            if (problems.Count >= NetworkSheet.MostProblems) break;
        }
        return values;
    }

    private static Leg? LegOf(SheetLine line, List<Leg> legs, Action<string> say)
    {
        var mode = NetworkSheet.Named<LegMode>(line["mode"], m => m.Word());
        var (from, to) = (line["from"], line["to"]);
        if (legs.Find(l => l.Mode == mode && ((l.From!.Name == from && l.To!.Name == to) || (l.From.Name == to && l.To!.Name == from))) is { } leg) return leg;
        say($"没有登记“{Texts.Cut(from, 40)}”至“{Texts.Cut(to, 40)}”的“{Texts.Cut(line["mode"], 20)}”区段。");
        return null;
    }

    private static LegValueData? ValueOf(SheetLine line, Action<string> say)
    {
        var faults = 0;
        void Fault(string message)
        {
            faults++;
            say(message);
        }
        var quantity = NetworkSheet.Named<LegQuantity>(line["quantity"], q => q.Word());
        var (value, status, day) = (NetworkSheet.Number(line["value"]), NetworkSheet.Named<FigureStatus>(line["status"], s => s.Word()), NetworkSheet.Day(line["day"]));
        if (quantity is null) Fault($"数值项应是：{string.Join('、', Enum.GetValues<LegQuantity>().Select(q => q.Word()))}。");
        else if (line["unit"] is { Length: > 0 } unit && unit != quantity.Value.Unit()) Fault($"单位应是“{quantity.Value.Unit()}”。");
        if (value is null) Fault("数值应是数字。");
        if (status is null) Fault("性质应是：论文、媒体、政府、推算、估算或演示。");
        if (line["day"].Length > 0 && day is null) Fault("起始日应写成 2026-12-01；一直有效的留空。");
        if (line["source"].Length > LegValue.SourceMaxLength) Fault($"来源最多 {LegValue.SourceMaxLength} 个字。");
        return faults > 0 ? null : new LegValueData(quantity!.Value, day, value!.Value, status!.Value, line["source"]);
    }

    private static bool IsKnown(Leg leg, LegValueData data) =>
        leg.Values.Exists(v => v.Quantity == data.Quantity && v.From == (data.From ?? DateOnly.MinValue) && v.Value == data.Value && v.Status == data.Status && v.Source == data.Source);
}
