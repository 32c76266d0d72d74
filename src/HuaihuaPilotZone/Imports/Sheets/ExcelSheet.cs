using System.Globalization;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace HuaihuaPilotZone.Imports.Sheets;

/// <summary>Excel files as text: what a person would read in the cell, not what the file stores.</summary>
internal static class ExcelSheet
{
    /// <summary>A spreadsheet keeps 15 digits of a number; longer ones (an 18-digit code, say) have lost their end.</summary>
    private const double LargestExact = 999_999_999_999_999;

    static ExcelSheet() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static IEnumerable<SheetRow> Rows(Stream file, Action<int>? sized)
    {
        using var reader = Open(file);
        do
        {
            sized?.Invoke(reader.RowCount);
            var hasAny = false;
            while (Next(reader))
            {
                var cells = Cells(reader);
                hasAny |= cells.Count > 0;
                yield return new SheetRow(reader.Depth + 1, cells);
            }

            if (hasAny) yield break;
        }
        while (reader.NextResult());
    }

    private static IExcelDataReader Open(Stream file)
    {
        try
        {
            return ExcelReaderFactory.CreateReader(file, new ExcelReaderConfiguration { LeaveOpen = true });
        }
        catch (InvalidPasswordException e)
        {
            throw new UnreadableSheetException("表格加了密码，不能读取。请去掉密码后再导入。", e);
        }
        catch (Exception e) when (IsDamage(e))
        {
            throw new UnreadableSheetException("表格打不开，可能已损坏，或不是 Excel 文件。请另存为 .xlsx 后再导入。", e);
        }
    }

    private static bool Next(IExcelDataReader reader)
    {
        try
        {
            return reader.Read();
        }
        catch (Exception e) when (IsDamage(e))
        {
            throw new UnreadableSheetException(string.Create(CultureInfo.InvariantCulture, $"表格在第 {reader.Depth + 2} 行附近损坏，读不下去。请另存为 .xlsx 后再导入。"), e);
        }
    }

    // what the reader throws for files that are not what they claim to be
    private static bool IsDamage(Exception e) =>
        e is ExcelReaderException or InvalidDataException or System.Xml.XmlException or IOException or FormatException or NullReferenceException or IndexOutOfRangeException or ArgumentException or InvalidOperationException or OverflowException;

    private static List<string> Cells(IExcelDataReader reader)
    {
        var cells = new List<string>(reader.FieldCount);
        for (var i = 0; i < reader.FieldCount; i++) cells.Add(Text(reader, i));
        var last = cells.Count;
        while (last > 0 && cells[last - 1].Length == 0) last--;
        cells.RemoveRange(last, cells.Count - last);
        return cells;
    }

    private static string Text(IExcelDataReader reader, int column) => reader.GetValue(column) switch
    {
        null => "",
        string text => text.Trim(),
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        double number => Number(number, reader.GetNumberFormatString(column)),
        bool yes => yes ? "是" : "否",
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        var other => other.ToString() ?? "",
    };

    private static string Number(double value, string? format)
    {
        if (Math.Abs(value) > LargestExact) return value.ToString("E14", CultureInfo.InvariantCulture);
        // 15 digits, as the program shows them: 0.1 + 0.2 is 0.3
        var text = ((decimal)value).ToString("0.###############", CultureInfo.InvariantCulture);
        // a format of zeros only is how leading zeros of codes are kept
        return value >= 0 && format is { Length: > 1 } && format.All(c => c == '0') && !text.Contains('.', StringComparison.Ordinal) ? text.PadLeft(format.Length, '0') : text;
    }
}
