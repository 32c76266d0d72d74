using System.Globalization;
using System.Text;

namespace HuaihuaPilotZone.Customs.Codes;

/// <summary>Reads the embedded tables: RFC 4180, a heading row, values by column name.</summary>
internal sealed class CsvRows
{
    private readonly Dictionary<string, int> _columns;
    private readonly List<string[]> _rows;

    private CsvRows(Dictionary<string, int> columns, List<string[]> rows)
    {
        _columns = columns;
        _rows = rows;
    }

    public IEnumerable<CsvRow> Rows => _rows.Select(cells => new CsvRow(_columns, cells));

    /// <summary>A table embedded in this assembly.</summary>
    /// <param name="resource">Full name of the resource.</param>
    public static CsvRows Embedded(string resource)
    {
        using var stream = typeof(CsvRows).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The table {resource} is not embedded in the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return Parse(reader.ReadToEnd());
    }

    public static CsvRows Parse(string text)
    {
        var rows = Split(text);
        var columns = rows[0].Select((name, index) => (name, index)).ToDictionary(c => c.name, c => c.index, StringComparer.Ordinal);
        rows.RemoveAt(0);
        return new CsvRows(columns, rows);
    }

    private static List<string[]> Split(string text)
    {
        var rows = new List<string[]>();
        var cells = new List<string>();
        var cell = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '"':
                    i = ReadQuoted(text, i + 1, cell);
                    break;
                case ',' or '\n':
                    cells.Add(cell.ToString());
                    cell.Clear();
                    if (text[i] == '\n') Finish(rows, cells);
                    break;
                case not '\r':
                    cell.Append(text[i]);
                    break;
                default:
                    break;
            }
        }

        cells.Add(cell.ToString());
        Finish(rows, cells);
        return rows;
    }

    /// <returns>Where the closing quotation mark stands; a doubled mark is part of the text.</returns>
    private static int ReadQuoted(string text, int start, StringBuilder cell)
    {
        for (var i = start; i < text.Length; i++)
        {
            if (text[i] == '"' && (i + 1 == text.Length || text[i + 1] != '"')) return i;
            if (text[i] == '"') i++;
            cell.Append(text[i]);
        }

        return text.Length;
    }

    // An empty last line is no row.
    private static void Finish(List<string[]> rows, List<string> cells)
    {
        if (cells is not [""]) rows.Add([.. cells]);
        cells.Clear();
    }
}

/// <summary>One row of an embedded table.</summary>
internal readonly struct CsvRow(Dictionary<string, int> columns, string[] cells)
{
    public string this[string column] => cells[columns[column]];

    public bool Has(string column) => columns.ContainsKey(column);

    public string? OrNull(string column) => this[column] is { Length: > 0 } text ? text : null;

    public bool IsYes(string column) => this[column] == "yes";

    public DateOnly? Day(string column) =>
        OrNull(column) is { } text ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
}
