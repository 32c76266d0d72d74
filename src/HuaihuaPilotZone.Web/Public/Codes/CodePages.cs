using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Codes;
using HuaihuaPilotZone.Customs.Codes.Kept;
using HuaihuaPilotZone.Declarations.Tables;

namespace HuaihuaPilotZone.Web.Public.Codes;

/// <summary>How hits are sorted.</summary>
public enum CodeSort
{
    /// <summary>The best first.</summary>
    Fit,
    Code,
    Name,
}

/// <summary>What the address of the search says; what cannot be read in it is left out.</summary>
public sealed class CodeQuery
{
    public string? Q { get; set; }

    public string? Table { get; set; }

    public string? On { get; set; }

    public string? Sort { get; set; }

    public int? Page { get; set; }

    public int? Size { get; set; }

    /// <summary>The typed words, cut where no code or name is that long.</summary>
    public string? Text => SearchWord.Of(Q);

    public TableSchema? Schema => TableSchemas.Find(Table);

    /// <summary>The named day, or null.</summary>
    public DateOnly? Day => DateOnly.TryParseExact(On, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public CodeSort Order => Enum.TryParse<CodeSort>(Sort, ignoreCase: true, out var sort) && Enum.IsDefined(sort) ? sort : CodeSort.Fit;
}

/// <summary>Codes that were found, and the way down the nomenclature.</summary>
/// <param name="Path">The levels above and at the typed digits.</param>
/// <param name="Below">One level further down.</param>
/// <param name="Nearest">Where nothing begins with the typed digits: the longest prefix that exists; otherwise null.</param>
public sealed record CodeListPage(CodeQuery Query, DateOnly Date, Page<CodeHit> Hits, IReadOnlyList<TariffStep> Path, IReadOnlyList<TariffStep> Below, TariffStep? Nearest)
{
    /// <summary>Whether ten-digit codes can be found at all; none are shipped, since no source of them may be quoted.</summary>
    public bool HasTariff { get; private init; }

    public static CodeListPage Of(TablesEdition edition, CodeQuery query, DateOnly date)
    {
        var search = edition.Search;
        var table = query.Schema?.Id;
        var hits = query.Text is { } text ? search.Find(text, table, date) : table is { } all ? search.All(all, date) : [];
        IEnumerable<CodeHit> sorted = query.Order switch
        {
            CodeSort.Code => hits.OrderBy(h => h.Row.Code, StringComparer.Ordinal),
            CodeSort.Name => hits.OrderBy(h => h.Row.Name, StringComparer.Ordinal),
            _ => hits,
        };
        var request = new PageRequest(query.Page, query.Size);
        var digits = CodeSearch.Fold(query.Text);
        var isTariff = query.Schema?.IsTariff ?? true;
        var path = isTariff ? search.Path(digits, date) : [];
        var end = path is [.., var last] ? last.Prefix : "";
        var below = isTariff && (digits.Length == 0 || end.Length > 0) && end == digits[..Math.Min(digits.Length / 2 * 2, 10)] ? search.Narrow(end, date) : [];
        return new CodeListPage(
            query, date, new Page<CodeHit>([.. sorted.Skip(request.Skip).Take(request.Size)], request.Number, request.Size, hits.Count), path, below,
            hits.Count == 0 && path.Count > 0 ? path[^1] : null)
        {
            HasTariff = edition.Tables.TariffLines.Rows.Count > 0,
        };
    }
}

/// <summary>Everything of one code.</summary>
/// <param name="Rows">Its rows of all times in the present tables, the latest first.</param>
/// <param name="Versions">What was kept of it in earlier versions.</param>
public sealed record CodePage(
    TableSchema Schema, string Code, DateOnly Date, IReadOnlyList<CodeRow> Rows, IReadOnlyList<string> Words, IReadOnlyList<CodeVersion> Versions,
    IReadOnlyList<TariffStep> Path, CodeTable<MeasureUnit> Units)
{
    /// <summary>The row that holds on the day, or null.</summary>
    public CodeRow? Current => Rows.FirstOrDefault(r => r.HoldsOn(Date));

    /// <summary>Whether what is shown was invented.</summary>
    public bool IsDemonstration => Versions.Any(v => v.Came?.IsDemonstration == true && v.Row.Until is null);

    /// <summary>Further values by column, units with their names.</summary>
    public IEnumerable<(TableColumn Column, string Value)> Details(CodeRow row)
    {
        if (row is not TariffLine line) yield break;
        foreach (var column in Schema.Columns)
        {
            var value = column.Name switch { TariffColumns.Unit1 => line.Unit1, TariffColumns.Unit2 => line.Unit2, _ => line.More.GetValueOrDefault(column.Name) };
            if (value is { Length: > 0 }) yield return (column, column.Kind == TableColumnKind.Unit && Units.Find(value) is { } unit ? $"{unit.Code} {unit.Name}" : value);
        }
    }
}

/// <summary>A suggestion while typing.</summary>
/// <param name="Word">The kept word by which it was found, or null.</param>
public sealed record CodeSuggestion(string Code, string Name, string Table, string? Word);
