namespace HuaihuaPilotZone.Imports.Sheets;

/// <summary>One row of a file as text.</summary>
/// <param name="Number">Number of the row in the file as a spreadsheet shows it, from 1; blank rows count.</param>
/// <param name="Cells">Trimmed texts from the first column on; trailing empty cells are left out.</param>
public sealed record SheetRow(int Number, IReadOnlyList<string> Cells)
{
    /// <summary>The text of a column from 0, empty beyond the last one.</summary>
    public string this[int column] => column >= 0 && column < Cells.Count ? Cells[column] : "";

    public bool IsBlank => Cells.Count == 0;
}

/// <summary>How a file is read.</summary>
public enum SheetFormat
{
    /// <summary>Text with separators: comma, tab, semicolon or bar; UTF-8, UTF-16 or GB18030.</summary>
    Csv,

    /// <summary>Text with tabs, as spreadsheets put a block on the clipboard.</summary>
    Tsv,

    /// <summary>Excel 2007 and later.</summary>
    Xlsx,

    /// <summary>Excel 97 to 2003.</summary>
    Xls,
}

/// <summary>What a file may hold at most. A file beyond it is refused, never cut.</summary>
/// <param name="Rows">Rows, blank ones included.</param>
/// <param name="Columns">Columns in use.</param>
/// <param name="CellLength">UTF-16 units of one cell.</param>
public sealed record SheetLimits(int Rows = 200_000, int Columns = 200, int CellLength = 4_000);

/// <summary>The file cannot be read. The message is a plain Chinese sentence for the person who sent it.</summary>
public sealed class UnreadableSheetException : Exception
{
    public UnreadableSheetException(string message)
        : base(message)
    {
    }

    public UnreadableSheetException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
