using System.Text.RegularExpressions;

namespace HuaihuaPilotZone.Tests.Data.Translation;

/// <summary>One set of rows that a command gives back.</summary>
/// <param name="Columns">Names as far as the text says them; "" where it does not.</param>
/// <param name="IsInsert">The rows hold new keys.</param>
internal sealed record PretendResult(IReadOnlyList<string> Columns, int Rows, bool IsInsert)
{
    /// <summary>In which row of a MERGE this stands; EF puts the new keys in place by it.</summary>
    public const string Position = "_Position";
}

/// <summary>Reads from EF's SQL which sets of rows come back.</summary>
internal static partial class PretendResults
{
    /// <param name="finds">Whether queries find a row. What counts or asks for existence always gives one.</param>
    public static IReadOnlyList<PretendResult> Of(string sql, bool finds)
    {
        if (!IsSave().IsMatch(sql)) return [new PretendResult(Selected(sql), finds || AlwaysAnswers().IsMatch(sql) ? 1 : 0, IsInsert: false)];
        return [.. Output().Matches(sql).Select(m => new PretendResult(
            [.. m.Groups["columns"].Value.Split(',').Select(Name)],
            !finds ? 0 : m.Value.Contains(PretendResult.Position, StringComparison.Ordinal) ? MergedRow().Count(sql) : 1,
            m.Groups["columns"].Value.Contains("INSERTED", StringComparison.Ordinal)))];
    }

    /// <summary>Whether the text counts rows or asks whether there are any: never NULL.</summary>
    public static bool Counts(string sql) => NeverNull().IsMatch(sql);

    /// <summary>Column names between the outermost SELECT and its FROM.</summary>
    private static List<string> Selected(string sql)
    {
        var start = sql.IndexOf("SELECT ", StringComparison.Ordinal);
        if (start < 0) return [];
        var (names, depth, from) = (new List<string>(), 0, start + "SELECT ".Length);
        for (var i = from; i < sql.Length; i++)
        {
            if (sql[i] == '(') depth++;
            else if (sql[i] == ')') depth--;
            else if (depth == 0 && sql[i] == ',')
            {
                names.Add(Name(sql[from..i]));
                from = i + 1;
            }
            else if (depth == 0 && sql[i] == '\n' && string.CompareOrdinal(sql, i + 1, "FROM ", 0, 5) == 0)
            {
                names.Add(Name(sql[from..i]));
                break;
            }
        }
        return names;
    }

    private static string Name(string piece) => LastName().Match(piece) is { Success: true } name ? name.Groups["name"].Value : "";

    [GeneratedRegex(@"^(?:INSERT INTO|UPDATE|DELETE FROM|MERGE) ", RegexOptions.Multiline, matchTimeoutMilliseconds: 2000)]
    private static partial Regex IsSave();

    [GeneratedRegex(@"^SELECT (?:COUNT|COUNT_BIG|MIN|MAX|SUM|AVG|COALESCE\(SUM|CAST\(COUNT|CASE\s+WHEN (?:NOT )?\(?EXISTS)(?![\s\S]*GROUP BY)", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex AlwaysAnswers();

    [GeneratedRegex(@"^SELECT (?:COUNT|COUNT_BIG|COALESCE\(|CAST\(COUNT|CASE\s+WHEN (?:NOT )?\(?EXISTS)", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex NeverNull();

    [GeneratedRegex(@"OUTPUT (?<columns>[^\n;]+)", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Output();

    [GeneratedRegex(@"\(@p\d+(?:, @p\d+)*, \d+\)", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex MergedRow();

    [GeneratedRegex(@"\[?(?<name>\w+)\]?\s*$", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex LastName();
}
