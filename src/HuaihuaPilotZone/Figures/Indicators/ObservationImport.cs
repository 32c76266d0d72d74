using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Imports.Sheets;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Figures.Indicators;

/// <summary>Takes values out of a file: all rows or none. They come in unchecked, so that nothing is published by an import.</summary>
public sealed class ObservationImport(PortalDbContext db, ObservationDesk desk, PortalJournal journal, ChinaTime time)
{
    public const int MostRows = 2_000;

    private const int MostProblems = 100;
    private const int MostColumns = 40;

    /// <summary>The columns of a file, the headings of the example first.</summary>
    public static IReadOnlyList<TargetColumn> Columns { get; } =
    [
        new("indicator", "指标代码", ["指标"], IsRequired: true),
        new("series", "系列代码", ["系列"], IsRequired: true),
        new("period", "期间", ["时间", "年月", "年份"], IsRequired: true),
        new("value", "数值", ["值"], IsRequired: true),
        new("unit", "单位", ["计量单位"], IsRequired: true),
        new("bound", "限定", ["超约"], IsRequired: false),
        new("status", "数据状态", ["状态"], IsRequired: true),
        new("source", "来源", ["来源名称"], IsRequired: false),
        new("sourceDate", "来源日期", ["发布日期"], IsRequired: false),
        new("sourceAddress", "来源网址", ["网址", "链接"], IsRequired: false),
        new("note", "说明", ["备注"], IsRequired: false),
        new("englishNote", "英文说明", ["英文备注"], IsRequired: false),
    ];

    /// <summary>Rows of an example file; its numbers are invented.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Example { get; } =
    [
        ["throughput", "demo-monthly", "2024-12", "35.2", "万吨", "", "演示", "示例来源，填公布机构和文件名", "2025-01-10", "https://www.example.com/", "示例行，导入前删去", ""],
        ["trains", "demo-monthly", "2024-12", "60", "列", "约", "演示", "示例来源，填公布机构和文件名", "2025-01", "", "", ""],
    ];

    /// <summary>Reads the file and keeps its rows as values that wait for a second person.</summary>
    /// <param name="file">Readable and seekable.</param>
    /// <param name="name">Its name, which says what it is.</param>
    /// <returns>How many were added, or every problem with its row.</returns>
    public async Task<Outcome<int>> ImportAsync(Stream file, string name, CancellationToken cancellation)
    {
        if (FormatOf(name) is not { } format) return Outcome.Refused("File", "请上传 CSV 或 Excel（xlsx、xls）文件。");
        var series = await db.IndicatorSeries.AsNoTracking().Include(s => s.Indicator).ToListAsync(cancellation);
        List<(int Row, ObservationData Data)> read;
        try
        {
            var problems = new List<Refusal>();
            read = Read(SheetReader.Read(file, format, new SheetLimits(Rows: MostRows + ColumnMatcher.MostRowsAbove, Columns: MostColumns)), series, problems);
            if (problems.Count > 0) return Outcome.Refused(problems);
        }
        catch (UnreadableSheetException e)
        {
            return Outcome.Refused("File", e.Message);
        }
        if (read.Count == 0) return Outcome.Refused("File", "文件里没有数据行。");
        if (await KnownAsync(read, cancellation) is { Count: > 0 } known) return Outcome.Refused(known);
        return await KeepAsync(read, cancellation);
    }

    private static SheetFormat? FormatOf(string name) => Path.GetExtension(name).ToUpperInvariant() switch
    {
        ".CSV" or ".TXT" => SheetFormat.Csv,
        ".XLSX" => SheetFormat.Xlsx,
        ".XLS" => SheetFormat.Xls,
        _ => null,
    };

    private async Task<Outcome<int>> KeepAsync(List<(int Row, ObservationData Data)> read, CancellationToken cancellation)
    {
        try
        {
            return await db.InTransactionAsync<int>(
                async token =>
                {
                    var rows = read.ConvertAll(r => desk.Make(r.Data));
                    db.Observations.AddRange(rows);
                    await db.SaveChangesAsync(token);
                    foreach (var (row, (_, data)) in rows.Zip(read))
                        journal.Write(JournalSubjects.Observation, row.Id.ToString(CultureInfo.InvariantCulture), IndicatorActs.Imported, changes: data.AsNew());
                    await db.SaveChangesAsync(token);
                    return rows.Count;
                },
                cancellation);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (await KnownAsync(read, cancellation) is { Count: > 0 } known) return Outcome.Refused(known);
            throw;
        }
    }

    private List<(int Row, ObservationData Data)> Read(IEnumerable<SheetRow> rows, List<IndicatorSeries> series, List<Refusal> problems)
    {
        var read = new List<(int, ObservationData)>();
        var all = rows.ToList();
        if (ColumnMatcher.Match(all, Columns, new Dictionary<string, string>()) is not { } match || Columns.Any(c => c.IsRequired && !match.Targets.Contains(c.Name)))
        {
            problems.Add(new Refusal("File", $"文件的表头应有：{string.Join('、', Columns.Where(c => c.IsRequired).Select(c => c.Label))}。可先下载示例。"));
            return read;
        }
        var seen = new HashSet<(int, string)>();
        foreach (var row in all.Where(r => r.Number > match.HeadingRow && !r.IsBlank))
        {
            string Cell(string name) => row[match.Targets.ToList().IndexOf(name)];
            var before = problems.Count;
            void Say(string message) => problems.Add(new Refusal("", $"第 {row.Number} 行：{message}"));
            if (RowReader.Of(Cell, series, Say) is { } data)
            {
                foreach (var refusal in data.Refuse(series.Find(s => s.Id == data.SeriesId)!, time.Today)) Say(refusal.Message);
                if (!seen.Add((data.SeriesId, data.Period))) Say("与前面的行是同一系列的同一期间。");
                if (problems.Count == before) read.Add((row.Number, data));
            }
            if (problems.Count >= MostProblems) break;
        }
        return read;
    }

    private async Task<List<Refusal>> KnownAsync(List<(int Row, ObservationData Data)> read, CancellationToken cancellation)
    {
        var ids = read.Select(r => r.Data.SeriesId).Distinct().ToList();
        var known = (await db.Observations.Where(o => ids.Contains(o.SeriesId)).Select(o => new { o.SeriesId, o.Period }).ToListAsync(cancellation)).Select(o => (o.SeriesId, o.Period)).ToHashSet();
        return [.. read.Where(r => known.Contains((r.Data.SeriesId, r.Data.Period))).Take(MostProblems).Select(r => new Refusal("", $"第 {r.Row} 行：这个系列在 {r.Data.Period} 已有数据，请在列表里修改。"))];
    }

    /// <summary>One row as a value.</summary>
    private static class RowReader
    {
        public static ObservationData? Of(Func<string, string> cell, List<IndicatorSeries> series, Action<string> say)
        {
            var wanted = series.Find(s => s.Indicator!.Code == cell("indicator") && s.Code == cell("series"));
            if (wanted is null)
            {
                say($"没有指标“{Texts.Cut(cell("indicator"), 40)}”的系列“{Texts.Cut(cell("series"), 40)}”。");
                return null;
            }
            var faults = 0;
            void Fault(string message)
            {
                faults++;
                say(message);
            }
            if (cell("unit") != wanted.Indicator!.Unit) Fault($"单位应是“{wanted.Indicator.Unit}”。");
            if (!decimal.TryParse(cell("value"), NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var value)) Fault("数值应是数字。");
            if (Named<FigureStatus>(cell("status"), s => s.Word()) is not { } status) Fault("数据状态应是：论文、媒体、政府、推算、估算或演示。");
            else if (Named<FigureBound>(cell("bound"), b => b.Word()) is not { } bound) Fault("限定应为空，或写“超”“约”。");
            else if (TooLong(cell) is { } tooLong) Fault(tooLong);
            else if (faults == 0)
            {
                return new ObservationData(
                    wanted.Id, cell("period"), value, bound, status, Texts.Tidy(cell("source")), Texts.Tidy(cell("sourceAddress")), Texts.Tidy(cell("sourceDate")),
                    Texts.Tidy(cell("note")), Texts.Tidy(cell("englishNote")));
            }
            return null;
        }

        private static string? TooLong(Func<string, string> cell)
        {
            (string Name, int Most)[] limits =
            [
                ("source", Observation.SourceMaxLength), ("sourceAddress", Observation.SourceAddressMaxLength),
                ("note", Observation.NoteMaxLength), ("englishNote", Observation.EnglishNoteMaxLength),
            ];
            return limits.Where(l => cell(l.Name).Length > l.Most).Select(l => $"{Columns.First(c => c.Name == l.Name).Label}最多 {l.Most} 个字。").FirstOrDefault();
        }

        private static T? Named<T>(string word, Func<T, string> name)
            where T : struct, Enum => Enum.GetValues<T>().Where(v => name(v) == word).Select(v => (T?)v).FirstOrDefault();
    }
}
