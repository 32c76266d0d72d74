using HuaihuaPilotZone.Customs.Documents;

namespace HuaihuaPilotZone.Imports.Lists;

/// <summary>Two rows of one order differ in a value that belongs to the order.</summary>
/// <param name="RowNumber">The later row.</param>
/// <param name="Column">The column.</param>
/// <param name="First">What the first row of the order says.</param>
public sealed record HeaderDifference(int RowNumber, string Column, string? Value, string First);

/// <summary>The rows of one order as a document.</summary>
/// <param name="RowNumbers">Line n of the goods stands in this row.</param>
/// <param name="Differences">Values of the order on which its rows differ; the first row was taken.</param>
public sealed record AssembledList(ExportList Document, IReadOnlyList<int> RowNumbers, IReadOnlyList<HeaderDifference> Differences)
{
    /// <summary>Row and column of a finding. What concerns the order stands in its first row; a column that the file does not have is null.</summary>
    public (int Row, string? Column) PlaceOf(string path)
    {
        var row = DocumentPath.TryParse(path, out var place) && place.Line is { } line && line < RowNumbers.Count ? RowNumbers[line] : RowNumbers[0];
        return (row, ListColumns.ColumnOf(path));
    }
}

/// <summary>Makes one document out of the rows of an order.</summary>
public static class ListAssembler
{
    // the names of all columns, once for thousands of rows
    private static readonly (HeaderField Field, string Column)[] _header = [.. FieldMap.Header.Select(f => (f, DocumentPath.Of(f)))];
    private static readonly (GoodsField Field, string Column)[] _goods = [.. FieldMap.Goods.Select(f => (f, "/goods/" + f.Name))];

    /// <param name="known">What is known of the enterprise; used where the file has no such column.</param>
    /// <param name="rows">The rows of one order, in the order of the file; at least one.</param>
    public static AssembledList Assemble(ExportList known, IReadOnlyList<ImportedRow> rows)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Count == 0) throw new ArgumentException("An order has at least one row.", nameof(rows));
        var document = known;
        var differences = new List<HeaderDifference>();
        foreach (var (field, column) in _header)
        {
            var first = rows.Select(r => r.Cells.GetValueOrDefault(column)).FirstOrDefault(v => v is not null);
            if (first is null) continue;
            document = field.Write(document, first);
            differences.AddRange(rows.Where(r => r.Cells.TryGetValue(column, out var value) && value != first).Select(r => new HeaderDifference(r.Number, column, r.Cells[column], first)));
        }

        document = document with { Goods = [.. rows.Select(Line)] };
        return new AssembledList(WithSum(document, rows), [.. rows.Select(r => r.Number)], differences);
    }

    private static GoodsLine Line(ImportedRow row)
    {
        var line = new GoodsLine();
        foreach (var (field, column) in _goods)
        {
            if (row.Cells.TryGetValue(column, out var value)) line = field.Write(line, value);
        }

        return line;
    }

    // the order's value is the sum of its lines; a file seldom has a column for it
    private static ExportList WithSum(ExportList document, IReadOnlyList<ImportedRow> rows)
    {
        var column = DocumentPath.Of(HeaderFields.OrderGoodsValue);
        if (rows.Any(r => r.Cells.ContainsKey(column))) return document;
        var totals = document.Goods.Select(g => TypedValue.Decimal(g.TotalPrice)).ToList();
        return totals.Exists(t => t is null) ? document : document with { OrderGoodsValue = TypedValue.Number(totals.Sum(t => t!.Value)) };
    }
}
