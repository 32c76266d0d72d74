using System.Globalization;
using System.Text;
using HuaihuaPilotZone.Common;

namespace HuaihuaPilotZone.Imports.Sheets;

/// <summary>A column that an import understands.</summary>
/// <param name="Name">The name the import knows it by.</param>
/// <param name="Label">Chinese heading of the template.</param>
/// <param name="Synonyms">Other headings that mean the same.</param>
/// <param name="IsRequired">Whether nothing can be imported without it.</param>
public sealed record TargetColumn(string Name, string Label, IReadOnlyList<string> Synonyms, bool IsRequired)
{
    /// <summary>Whether a longer heading that has the label in it may mean this column too; not where the label is a word for anything, such as 备注.</summary>
    public bool IsMatchedWithin { get; init; } = true;
}

/// <summary>Where the headings are and what they mean.</summary>
/// <param name="HeadingRow">Row number of the headings.</param>
/// <param name="Headings">As they stand in the file.</param>
/// <param name="Targets">For each column of the file the name of the target, or null where it is not used.</param>
public sealed record ColumnMatch(int HeadingRow, IReadOnlyList<string> Headings, IReadOnlyList<string?> Targets);

/// <summary>Finds the headings of a file and what each of them means.</summary>
public static class ColumnMatcher
{
    /// <summary>How many rows at the top may stand above the headings.</summary>
    public const int MostRowsAbove = 20;

    /// <summary>Matches by the choices a person made earlier, then by name, label and synonym, then by a heading that contains exactly one label.</summary>
    /// <param name="top">The first rows of the file, in order.</param>
    /// <param name="remembered">Heading (as <see cref="Fold"/> gives it) to target name; an empty name means "not used".</param>
    /// <returns>Null when no row names any column.</returns>
    public static ColumnMatch? Match(IEnumerable<SheetRow> top, IReadOnlyList<TargetColumn> columns, IReadOnlyDictionary<string, string> remembered)
    {
        ArgumentNullException.ThrowIfNull(top);
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(remembered);
        var known = Known(columns);
        ColumnMatch? best = null;
        var most = 0;
        foreach (var row in top.Take(MostRowsAbove))
        {
            var targets = Targets(row, columns, known, remembered);
            var count = targets.Count(t => t is not null);
            if (count <= most) continue;
            (best, most) = (new ColumnMatch(row.Number, row.Cells, targets), count);
        }

        return best;
    }

    /// <summary>A heading without what does not distinguish it: width, case, blanks, marks and what stands in brackets (units, remarks).</summary>
    public static string Fold(string heading)
    {
        ArgumentNullException.ThrowIfNull(heading);
        var folded = new StringBuilder(heading.Length);
        var depth = 0;
        foreach (var c in UnicodeText.Normalize(heading, NormalizationForm.FormKC))
        {
            if (c is '(' or '[' or '【') depth++;
            else if (c is ')' or ']' or '】') depth = Math.Max(0, depth - 1);
            else if (depth == 0 && char.IsLetterOrDigit(c)) folded.Append(char.ToLower(c, CultureInfo.InvariantCulture));
        }

        return folded.ToString();
    }

    private static Dictionary<string, string> Known(IReadOnlyList<TargetColumn> columns)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var column in columns)
        {
            foreach (var word in column.Synonyms.Prepend(column.Name).Prepend(column.Label)) known.TryAdd(Fold(word), column.Name);
        }

        return known;
    }

    private static string?[] Targets(SheetRow row, IReadOnlyList<TargetColumn> columns, Dictionary<string, string> known, IReadOnlyDictionary<string, string> remembered)
    {
        var folded = row.Cells.Select(Fold).ToArray();
        var targets = new string?[folded.Length];
        var taken = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < folded.Length; i++)
        {
            if (folded[i].Length == 0) continue;
            if (remembered.TryGetValue(folded[i], out var chosen)) targets[i] = chosen.Length > 0 && columns.Any(c => c.Name == chosen) && taken.Add(chosen) ? chosen : null;
            else if (known.TryGetValue(folded[i], out var name) && taken.Add(name)) targets[i] = name;
        }

        for (var i = 0; i < folded.Length; i++)
        {
            if (targets[i] is null && folded[i].Length > 1 && !remembered.ContainsKey(folded[i])) targets[i] = Contained(folded[i], columns, taken);
        }

        return targets;
    }

    // 商品毛重 names 毛重 when nothing else in the table has 毛重 in it
    private static string? Contained(string heading, IReadOnlyList<TargetColumn> columns, HashSet<string> taken)
    {
        var fitting = columns.Where(c => c.IsMatchedWithin && !taken.Contains(c.Name) && Fold(c.Label) is { Length: > 1 } label && heading.Contains(label, StringComparison.Ordinal)).ToList();
        return fitting is [var only] && taken.Add(only.Name) ? only.Name : null;
    }
}
