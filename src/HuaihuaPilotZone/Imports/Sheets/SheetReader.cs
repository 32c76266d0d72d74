using static System.FormattableString;

namespace HuaihuaPilotZone.Imports.Sheets;

/// <summary>Reads spreadsheets and separated text row by row, without holding the file in memory.</summary>
public static class SheetReader
{
    /// <summary>The rows of the first sheet that has any. Read them once, while the stream is open.</summary>
    /// <param name="file">Readable and seekable.</param>
    /// <param name="sized">Is told, before the first row, how many rows there seem to be.</param>
    /// <exception cref="UnreadableSheetException">While enumerating: damaged, protected by a password, or beyond the limits.</exception>
    public static IEnumerable<SheetRow> Read(Stream file, SheetFormat format, SheetLimits? limits = null, Action<int>? sized = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        var rows = format switch
        {
            SheetFormat.Csv => CsvSheet.Rows(file, null, sized),
            SheetFormat.Tsv => CsvSheet.Rows(file, '\t', sized),
            _ => ExcelSheet.Rows(file, sized),
        };
        return Guarded(rows, limits ?? new SheetLimits());
    }

    private static IEnumerable<SheetRow> Guarded(IEnumerable<SheetRow> rows, SheetLimits limits)
    {
        foreach (var row in rows)
        {
            if (row.Number > limits.Rows) throw new UnreadableSheetException(Invariant($"文件超过 {limits.Rows} 行。请分成几个文件导入。"));
            if (row.Cells.Count > limits.Columns) throw new UnreadableSheetException(Invariant($"第 {row.Number} 行有 {row.Cells.Count} 列，超过 {limits.Columns} 列。请删除用不到的列。"));
            for (var i = 0; i < row.Cells.Count; i++)
            {
                if (row.Cells[i].Length > limits.CellLength) throw new UnreadableSheetException(Invariant($"第 {row.Number} 行第 {i + 1} 列超过 {limits.CellLength} 个字。请检查分隔符和引号。"));
            }

            yield return row;
        }
    }
}
