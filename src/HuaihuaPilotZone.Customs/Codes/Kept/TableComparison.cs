using static System.FormattableString;

namespace HuaihuaPilotZone.Customs.Codes.Kept;

/// <summary>What an import does to a row.</summary>
public enum TableChangeKind
{
    /// <summary>A code the table did not have.</summary>
    New,

    /// <summary>Another name, another value, or a further time of a code.</summary>
    Changed,

    /// <summary>The row holds no longer, or not after a day.</summary>
    Ended,

    Untouched,
}

/// <summary>One step from the present table to the imported one.</summary>
/// <param name="Row">The row as it will be; null where a row goes without a last day.</param>
/// <param name="Old">Index of the present row it stands for, or null.</param>
/// <param name="Line">Line of the file, or null where the file says nothing of it.</param>
public sealed record TableChange(TableChangeKind Kind, KeptRow? Row, int? Old, int? Line);

/// <summary>How a file is to be taken.</summary>
/// <param name="IsComplete">The file is the whole table: what it does not name ends. Otherwise it adds and changes only.</param>
/// <param name="Effective">Changes hold from this day on and the days before keep the old row; null corrects rows as if they had always been so.</param>
public sealed record ImportTerms(bool IsComplete, DateOnly? Effective);

/// <summary>Compares an imported file with the present table: every difference, every contradiction. Pure.</summary>
public sealed class TableComparison
{
    private readonly IReadOnlyList<KeptRow> _present;
    private readonly ImportTerms _terms;
    private readonly List<TableChange> _changes = [];
    private readonly List<TableProblem> _problems = [];

    private TableComparison(IReadOnlyList<KeptRow> present, ImportTerms terms) => (_present, _terms) = (present, terms);

    /// <summary>Every present and every imported row, by code and time.</summary>
    public IReadOnlyList<TableChange> Changes => _changes;

    /// <summary>Duplicates, contradictions and overlaps, by line.</summary>
    public IReadOnlyList<TableProblem> Problems => _problems;

    /// <param name="present">Rows of the table now, of all times.</param>
    /// <param name="imported">Lines that could be read.</param>
    /// <param name="seen">Codes that the file names at all; what is refused does not end for that.</param>
    public static TableComparison Of(IReadOnlyList<KeptRow> present, IEnumerable<ReadRow> imported, IReadOnlySet<string> seen, ImportTerms terms)
    {
        ArgumentNullException.ThrowIfNull(present);
        ArgumentNullException.ThrowIfNull(imported);
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentNullException.ThrowIfNull(terms);
        var comparison = new TableComparison(present, terms);
        var now = present.Select((row, index) => new Working(row, index, null)).ToLookup(w => w.Row.Code, StringComparer.Ordinal);
        var file = imported.ToLookup(r => r.Row.Code, StringComparer.Ordinal);
        foreach (var code in now.Select(g => g.Key).Union(file.Select(g => g.Key), StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            if (file.Contains(code)) comparison.Merge([.. now[code]], comparison.WithoutRepetitions(file[code]));
            else comparison.LeaveOrEnd([.. now[code]], seen.Contains(code));
        }

        comparison._problems.Sort((a, b) => a.Line.CompareTo(b.Line));
        return comparison;
    }

    /// <summary>Lines of one code, each time once. The same again is a duplicate, something else for the same time a contradiction.</summary>
    private List<ReadRow> WithoutRepetitions(IEnumerable<ReadRow> lines)
    {
        var kept = new List<ReadRow>();
        foreach (var line in lines)
        {
            if (kept.Find(k => k.Row.From == line.Row.From) is not { } first) kept.Add(line);
            else if (first.Row.Content == line.Row.Content) Add(line, TableFault.Duplicate, Invariant($"与第 {first.Line} 行重复，只取第 {first.Line} 行。"));
            else Add(line, TableFault.Contradiction, Invariant($"与第 {first.Line} 行是同一个代码、同一生效日期，内容却不同。"));
        }

        return [.. kept.OrderBy(k => k.Row.From ?? DateOnly.MinValue)];
    }

    private void Merge(List<Working> rows, List<ReadRow> lines)
    {
        var wasThere = rows.Count > 0;
        var before = rows.ToArray();
        foreach (var line in lines) Take(rows, line);
        rows.Sort((a, b) => (a.Row.From ?? DateOnly.MinValue).CompareTo(b.Row.From ?? DateOnly.MinValue));
        for (var i = 1; i < rows.Count; i++)
        {
            if (rows[i - 1].Row.To is { } to && to < (rows[i].Row.From ?? DateOnly.MinValue)) continue;
            var at = lines.Find(l => l.Line == (rows[i].Line ?? rows[i - 1].Line)) ?? lines[0];
            Add(at, TableFault.Overlap, $"与同一代码 {Span(rows[i - 1].Row)} 的一行有效期重叠（{Span(rows[i].Row)}）。");
            rows = [.. before];
            break;
        }

        foreach (var row in rows) _changes.Add(Change(row, wasThere));
        foreach (var gone in before.Where(b => b.Old is not null && rows.TrueForAll(r => r.Old != b.Old))) _changes.Add(new TableChange(TableChangeKind.Ended, null, gone.Old, null));
    }

    private void Take(List<Working> rows, ReadRow line)
    {
        var row = line.Row;
        var at = row.From is null ? PresentFor(rows) : rows.FindIndex(w => w.Row.From == row.From);
        if (at >= 0)
        {
            var present = rows[at].Row;
            var merged = row with { From = present.From, To = row.To ?? (row.From is null ? present.To : null) };
            if (merged.Content == present.Content) return;
            if (row.From is not null || _terms.Effective is not { } day || present.From >= day) rows[at] = rows[at] with { Row = merged, Line = line.Line };
            else
            {
                rows[at] = rows[at] with { Row = present with { To = day.AddDays(-1) } };
                rows.Add(new Working(row with { From = day, To = row.To ?? present.To }, null, line.Line));
            }

            return;
        }

        var from = row.From ?? _terms.Effective;
        // a line that says itself when it ends contradicts a later one; anything else ends when the later one begins
        if (from is { } start && rows.FindIndex(w => w.Row.HoldsOn(start) && w.Row.From != start && (w.Line is null || w.Row.To is null)) is >= 0 and var running)
            rows[running] = rows[running] with { Row = rows[running].Row with { To = start.AddDays(-1) } };
        rows.Add(new Working(row with { From = from }, null, line.Line));
    }

    /// <summary>Where a line without a date belongs: to the row in force on the effective day, or to the latest one.</summary>
    private int PresentFor(List<Working> rows)
    {
        if (_terms.Effective is { } day) return rows.FindLastIndex(w => w.Row.HoldsOn(day));
        var latest = -1;
        for (var i = 0; i < rows.Count; i++)
        {
            if (latest < 0 || (rows[i].Row.From ?? DateOnly.MinValue) > (rows[latest].Row.From ?? DateOnly.MinValue)) latest = i;
        }

        return latest;
    }

    private void LeaveOrEnd(List<Working> rows, bool isNamed)
    {
        foreach (var row in rows)
        {
            if (!_terms.IsComplete || isNamed) _changes.Add(Change(row, wasThere: true));
            else if (_terms.Effective is not { } day) _changes.Add(new TableChange(TableChangeKind.Ended, null, row.Old, null));
            else if (row.Row.To < day) _changes.Add(Change(row, wasThere: true));
            else _changes.Add(new TableChange(TableChangeKind.Ended, row.Row.From >= day ? null : row.Row with { To = day.AddDays(-1) }, row.Old, null));
        }
    }

    private TableChange Change(Working row, bool wasThere)
    {
        if (row.Old is not { } old) return new TableChange(wasThere ? TableChangeKind.Changed : TableChangeKind.New, row.Row, null, row.Line);
        var present = _present[old];
        if (present.Content == row.Row.Content) return new TableChange(TableChangeKind.Untouched, present, old, row.Line);
        var isEnd = row.Line is null && row.Row.To is not null && (present with { To = row.Row.To }).Content == row.Row.Content;
        return new TableChange(isEnd ? TableChangeKind.Ended : TableChangeKind.Changed, row.Row, old, row.Line);
    }

    private void Add(ReadRow line, TableFault fault, string message) => _problems.Add(new TableProblem(line.Line, line.Row.Code, fault, null, message));

    private static string Span(KeptRow row) => Invariant($"{row.From?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "不限"} 至 {row.To?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "今后"}");

    /// <param name="Old">Index of the present row; null for a row of the file.</param>
    private sealed record Working(KeptRow Row, int? Old, int? Line);
}
