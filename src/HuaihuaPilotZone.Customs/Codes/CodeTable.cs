using System.Collections.Frozen;

namespace HuaihuaPilotZone.Customs.Codes;

/// <summary>An immutable code table of any sort of row.</summary>
internal interface ICodeTable
{
    IReadOnlyList<CodeRow> Rows { get; }

    CodeRow? Find(string? code);

    CodeRow? FindByName(string? name);

    string? NewCodeOf(string? oldCode);
}

/// <summary>An immutable code table: rows for pickers, and lookups by new and by old code.</summary>
public sealed class CodeTable<TRow> : ICodeTable
    where TRow : CodeRow
{
    private readonly FrozenDictionary<string, TRow> _byCode;
    private readonly FrozenDictionary<string, TRow[]> _byOldCode;
    private readonly FrozenDictionary<string, TRow> _byName;

    internal CodeTable(IReadOnlyList<TRow> rows)
    {
        Rows = rows;
        _byCode = rows.ToFrozenDictionary(r => r.Code, StringComparer.Ordinal);
        _byOldCode = rows.Where(r => r.OldCode is not null)
            .GroupBy(r => r.OldCode!, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
        _byName = rows.DistinctBy(r => r.Name, StringComparer.OrdinalIgnoreCase).ToFrozenDictionary(r => r.Name, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>All rows in the order of the source.</summary>
    public IReadOnlyList<TRow> Rows { get; }

    /// <summary>The row of a code, or null.</summary>
    public TRow? Find(string? code) => code is null ? null : _byCode.GetValueOrDefault(code);

    /// <summary>The rows that share an old customs number; several for numbers that stand for "others".</summary>
    public IReadOnlyList<TRow> FindByOldCode(string? oldCode) => oldCode is null ? [] : _byOldCode.GetValueOrDefault(oldCode) ?? [];

    /// <summary>The new code of an old number when there is exactly one, else null.</summary>
    public string? NewCodeOf(string? oldCode) => FindByOldCode(oldCode) is [var only] ? only.Code : null;

    /// <summary>The row of a Chinese name, or null; the first where a name stands for two codes.</summary>
    public TRow? FindByName(string? name) => name is null ? null : _byName.GetValueOrDefault(name);

    IReadOnlyList<CodeRow> ICodeTable.Rows => Rows;

    CodeRow? ICodeTable.Find(string? code) => Find(code);

    CodeRow? ICodeTable.FindByName(string? name) => FindByName(name);

    /// <summary>The same table with further rows; a row of the same code is replaced.</summary>
    internal CodeTable<TRow> With(IEnumerable<TRow> rows)
    {
        var added = rows.ToDictionary(r => r.Code, StringComparer.Ordinal);
        return new CodeTable<TRow>([.. Rows.Where(r => !added.ContainsKey(r.Code)), .. added.Values]);
    }
}

/// <summary>An immutable table whose rows hold for a time; one code may have several.</summary>
public sealed class DatedTable<TRow>
    where TRow : class, IDatedRow
{
    private readonly FrozenDictionary<string, TRow[]> _byCode;

    internal DatedTable(IReadOnlyList<TRow> rows)
    {
        Rows = rows;

        // the latest start first; among equals the one added last, so that staff can correct a shipped row
        _byCode = rows.Reverse()
            .GroupBy(r => r.Code, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(r => r.From ?? DateOnly.MinValue).ToArray(), StringComparer.Ordinal);
    }

    /// <summary>All rows of all times.</summary>
    public IReadOnlyList<TRow> Rows { get; }

    /// <summary>The row that holds on a day, or null.</summary>
    public TRow? Find(string? code, DateOnly date)
    {
        if (code is null || !_byCode.TryGetValue(code, out var rows)) return null;
        foreach (var row in rows)
        {
            if ((row.From is null || row.From <= date) && (row.To is null || row.To >= date)) return row;
        }

        return null;
    }

    /// <summary>The rows of a code of all times, the latest first.</summary>
    public IReadOnlyList<TRow> FindAll(string? code) => code is null ? [] : _byCode.GetValueOrDefault(code) ?? [];

    /// <summary>Whether the code has a row of any time.</summary>
    public bool Knows(string code) => _byCode.ContainsKey(code);

    /// <summary>The rows that hold on a day, by code; for pickers.</summary>
    public IReadOnlyList<TRow> On(DateOnly date) =>
        [.. _byCode.Keys.Order(StringComparer.Ordinal).Select(code => Find(code, date)).OfType<TRow>()];

    internal DatedTable<TRow> With(IEnumerable<TRow> rows) => new([.. Rows, .. rows]);
}
