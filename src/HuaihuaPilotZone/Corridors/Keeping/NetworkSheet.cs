using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Imports.Sheets;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Corridors.Keeping;

/// <summary>A row of a file by the names of its columns.</summary>
internal sealed record SheetLine(SheetRow Row, IReadOnlyList<string?> Targets)
{
    public int Number => Row.Number;

    /// <summary>The text of a column, empty where the file does not have it. What an export puts before a text that a spreadsheet would calculate is taken off.</summary>
    public string this[string column] => Row[Targets.ToList().IndexOf(column)] is var text && text is ['\'', '=' or '+' or '-' or '@', ..] ? text[1..] : text;

    /// <summary>Whether the file has the column at all.</summary>
    public bool Has(string column) => Targets.Contains(column);
}

/// <summary>Reads files of the network: what stands against a row is said with its number.</summary>
internal static class NetworkSheet
{
    public const string FileField = "File";

    /// <summary>What the journal says beside an act that a file did.</summary>
    public const string Note = "由文件导入";

    /// <summary>Problems of one file that are told; who has so many starts with these.</summary>
    public const int MostProblems = 100;

    private const int MostColumns = 40;

    private static readonly string[] _days = ["yyyy-MM-dd", "yyyy/M/d"];

    private static readonly string[] _moments = ["yyyy-MM-dd HH:mm", "yyyy-MM-dd H:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy/M/d H:mm", "yyyy/M/d H:mm:ss"];

    public static Refusal At(int row, string message) => new("", string.Create(CultureInfo.InvariantCulture, $"第 {row} 行：{message}"));

    /// <summary>Columns that are meant by their own names only: names of records have many columns that differ by a word.</summary>
    public static IReadOnlyList<TargetColumn> Exactly(IEnumerable<TargetColumn> columns) => [.. columns.Select(c => c with { IsMatchedWithin = false })];

    /// <summary>Takes a file in: all rows or none.</summary>
    /// <param name="keep">Keeps the rows inside the transaction, and says how many made a difference.</param>
    /// <param name="others">What somebody else may be doing at the same moment, as in 修改同一节点.</param>
    public static async Task<Outcome<int>> TakeInAsync(
        PortalDbContext db, Outcome<List<SheetLine>> read, Func<List<SheetLine>, CancellationToken, Task<Outcome<int>>> keep, string others, CancellationToken cancellation)
    {
        if (!read.IsDone) return Outcome.Refused(read.Refusals);
        try
        {
            return await db.InTransactionAsync<int>(token => keep(read.Value, token), cancellation);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return Outcome.Refused($"导入时他人正在{others}，没有保存任何一行。请再导入一次。");
        }
    }

    /// <returns>The rows below the headings, or why the file is none.</returns>
    public static Outcome<List<SheetLine>> Read(Stream file, string name, IReadOnlyList<TargetColumn> columns, int mostRows)
    {
        if (FormatOf(name) is not { } format) return Outcome.Refused(FileField, "请上传 CSV 或 Excel（xlsx、xls）文件。");
        try
        {
            var rows = SheetReader.Read(file, format, new SheetLimits(Rows: mostRows + ColumnMatcher.MostRowsAbove, Columns: MostColumns)).ToList();
            var match = ColumnMatcher.Match(rows, columns, new Dictionary<string, string>());
            if (match is null || columns.Any(c => c.IsRequired && !match.Targets.Contains(c.Name)))
                return Outcome.Refused(FileField, $"文件的表头应有：{string.Join('、', columns.Where(c => c.IsRequired).Select(c => c.Label))}。可先导出现有数据，改后再导入。");
            var lines = rows.Where(r => r.Number > match.HeadingRow && !r.IsBlank).Select(r => new SheetLine(r, match.Targets)).ToList();
            return lines.Count switch
            {
                0 => Outcome.Refused(FileField, "文件里没有数据行。"),
                var count when count > mostRows => Outcome.Refused(FileField, $"一份文件最多 {mostRows} 行。"),
                _ => lines,
            };
        }
        catch (UnreadableSheetException e)
        {
            return Outcome.Refused(FileField, e.Message);
        }
    }

    public static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static DateOnly? Day(string text) => DateOnly.TryParseExact(text, _days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <returns>Kind unspecified, whole minutes.</returns>
    public static DateTime? Moment(string text) =>
        DateTime.TryParseExact(text, _moments, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? moment.AddTicks(-(moment.Ticks % TimeSpan.TicksPerMinute)) : null;

    public static T? Named<T>(string word, Func<T, string> name)
        where T : struct, Enum => Enum.GetValues<T>().Where(v => name(v) == word).Select(v => (T?)v).FirstOrDefault();

    private static SheetFormat? FormatOf(string name) => Path.GetExtension(name).ToUpperInvariant() switch
    {
        ".CSV" or ".TXT" => SheetFormat.Csv,
        ".XLSX" => SheetFormat.Xlsx,
        ".XLS" => SheetFormat.Xls,
        _ => null,
    };
}
