using System.Diagnostics.CodeAnalysis;

namespace HuaihuaPilotZone.Tests.Data.Translation;

/// <summary>What the pretended server holds.</summary>
internal sealed record Answers
{
    /// <summary>No row anywhere; counts are 0.</summary>
    public static readonly Answers Empty = new();

    /// <summary>One row for every query; counts are 1 and everything asked for exists.</summary>
    public static readonly Answers OneRow = new() { HasRows = true };

    public bool HasRows { get; init; }

    /// <summary>Values by column name, or by table and column where two tables name a column alike. Other columns hold 1, false, a declaration number or the like; nullable ones NULL.</summary>
    public IReadOnlyDictionary<string, object> Values { get; init; } = new Dictionary<string, object>(StringComparer.Ordinal);

    /// <summary>Queries whose text has one of these find nothing.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Rows of queries whose text has one of these, instead of the one row; each with values by column name.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyDictionary<string, object>>> Several { get; init; } = new Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, object>>>(StringComparer.Ordinal);

    /// <summary>How many rows a command changes whose text has one of these; any other changes one.</summary>
    public IReadOnlyDictionary<string, int> Changed { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>What the act has to ask for in the end; the row of arguments is there for its sake.</summary>
    public string? Reached { get; init; }

    public Answers Reaching(string sql) => this with { Reached = sql };

    public Answers ButNothingFor(string sql) => this with { Missing = [.. Missing, sql] };

    /// <summary>Several rows for queries whose text has this.</summary>
    public Answers WithRows(string sql, params (string Column, object Value)[][] rows) => this with
    {
        Several = new Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, object>>>(Several, StringComparer.Ordinal)
        {
            [sql] = [.. rows.Select(r => r.ToDictionary(v => v.Column, v => v.Value, StringComparer.Ordinal))],
        },
    };

    /// <summary>So many rows are changed by commands whose text has this.</summary>
    public Answers Changing(string sql, int rows) => this with { Changed = new Dictionary<string, int>(Changed, StringComparer.Ordinal) { [sql] = rows } };

    public int ChangedBy(string sql) => !Finds(sql) ? 0 : Changed.FirstOrDefault(c => sql.Contains(c.Key, StringComparison.Ordinal)) is { Key: not null } told ? told.Value : 1;

    /// <summary>The rows of a query that has several; null for any other.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, object>>? RowsOf(string sql) => Several.FirstOrDefault(s => sql.Contains(s.Key, StringComparison.Ordinal)).Value;

    public bool Finds(string sql) => HasRows && !Missing.Any(m => sql.Contains(m, StringComparison.Ordinal));

    /// <summary>What a column of a query holds in a row, where that was said.</summary>
    public bool Tells(string sql, string column, int row, [NotNullWhen(true)] out object? value) =>
        (value = RowsOf(sql)?.ElementAtOrDefault(row)?.GetValueOrDefault(column) ?? Values.FirstOrDefault(v => v.Key.EndsWith($".{column}", StringComparison.Ordinal) && sql.Contains($"[{v.Key.Split('.')[0]}]", StringComparison.Ordinal)).Value
            ?? Values.GetValueOrDefault(column)) is not null;

    public override string ToString() => !HasRows ? "empty" : Values.Count == 0 ? "one row" : $"one row with {string.Join(", ", Values.Keys)}";
}
