using System.Collections.Immutable;
using HuaihuaPilotZone.Customs.Codes.Kept;

namespace HuaihuaPilotZone.Customs.Codes;

/// <summary>Tables that staff imported as a whole take the place of the shipped ones; their rows hold for a time.</summary>
public sealed partial class CustomsTables
{
    private readonly Lock _gate = new();

    private ImmutableDictionary<CodeTableId, IReadOnlyList<KeptRow>> _kept = ImmutableDictionary<CodeTableId, IReadOnlyList<KeptRow>>.Empty;

    // days on which some row begins or has just ended; between two of them every day has the same tables
    private DateOnly[]? _turns;

    private CustomsTables?[] _periods = [];

    /// <summary>Puts an imported table in the place of the shipped one. Without a day, its latest rows are found; see <see cref="On"/>.</summary>
    /// <param name="rows">Rows of all times.</param>
    public CustomsTables WithKept(CodeTableId table, IReadOnlyList<KeptRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var latest = rows.GroupBy(r => r.Code, StringComparer.Ordinal).Select(g => g.MaxBy(r => r.From ?? DateOnly.MinValue)!);
        var next = TableBuilding.IsDated(table) ? TableBuilding.Put(this, table, rows) : TableBuilding.Put(this, table, [.. latest]);
        next._kept = _kept.SetItem(table, rows);
        return new CustomsTables(next) { TablesVersion = Next(table.ToString(), rows.Select(r => $"{r.Content}|{r.Source}|{r.SourceDate:yyyyMMdd}|{(r.Verified ? '1' : '0')}")) };
    }

    /// <summary>The tables in force on a day: of every imported table only the rows that hold then. The version stays.</summary>
    public CustomsTables On(DateOnly date)
    {
        lock (_gate)
        {
            if (_turns is null)
            {
                _turns = Turns();
                _periods = new CustomsTables?[_turns.Length + 1];
            }

            if (_turns.Length == 0) return this;
            var found = Array.BinarySearch(_turns, date);
            var period = found >= 0 ? found + 1 : ~found;
            return _periods[period] ??= InForce(date);
        }
    }

    /// <summary>Rows of a table of all times; shipped rows where nothing was imported.</summary>
    public IReadOnlyList<CodeRow> AllRows(CodeTableId table)
    {
        if (TableBuilding.IsDated(table) || !_kept.TryGetValue(table, out var rows)) return TableBuilding.RowsOf(this, table);
        // ports "as a whole" come from the countries
        return table == CodeTableId.Ports ? [.. TableBuilding.Rows(table, rows), .. Ports.Rows.Where(TableBuilding.IsWholeCountry)] : TableBuilding.Rows(table, rows);
    }

    /// <summary>Whether staff have imported the table.</summary>
    public bool IsKept(CodeTableId table) => _kept.ContainsKey(table);

    /// <summary>The undated table of a name; null for those whose rows are dated.</summary>
    internal ICodeTable? TableOf(CodeTableId table) => TableBuilding.UndatedOf(this, table);

    private DateOnly[] Turns() =>
        [.. _kept.Where(k => !TableBuilding.IsDated(k.Key)).SelectMany(k => k.Value)
            .SelectMany(r => new[] { r.From, r.To == DateOnly.MaxValue ? null : r.To?.AddDays(1) }).OfType<DateOnly>().Distinct().Order()];

    private CustomsTables InForce(DateOnly date)
    {
        var tables = this;
        foreach (var (table, rows) in _kept.Where(k => !TableBuilding.IsDated(k.Key)).OrderBy(k => k.Key))
            tables = TableBuilding.Put(tables, table, InForce(table, rows, date));
        // what holds on one day has no other days to go to
        return new CustomsTables(tables) { _turns = [] };
    }

    // a mode that begins later is known, so that the check can say when
    private static KeptRow[] InForce(CodeTableId table, IReadOnlyList<KeptRow> rows, DateOnly date) => table == CodeTableId.SupervisionModes
        ? [.. rows.Where(r => r.To is null || r.To >= date).GroupBy(r => r.Code, StringComparer.Ordinal).Select(g => g.MinBy(r => r.From ?? DateOnly.MinValue)!)]
        : [.. rows.Where(r => r.HoldsOn(date))];
}
