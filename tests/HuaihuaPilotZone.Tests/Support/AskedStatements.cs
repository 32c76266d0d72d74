using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HuaihuaPilotZone.Tests.Support;

/// <summary>Notes the queries that one test or its requests ask, and nobody else, and looks at how SQLite answers them.</summary>
internal sealed partial class AskedStatements : DbCommandInterceptor
{
    private readonly List<(string Sql, IReadOnlyList<(string Name, object? Value)> Values)> _statements = [];

    // knows the request in whose flow it is asked, whoever made it
    private static readonly HttpContextAccessor _request = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public AsyncLocal<bool> IsListening { get; } = new();

    /// <summary>Whether every request is listened to, and no worker.</summary>
    public bool IsListeningToRequests { get; set; }

    /// <summary>How many queries were noted so far.</summary>
    public int Count => _statements.Count;

    /// <param name="large">Tables that are never to be gone through.</param>
    /// <param name="atLeast">How many different statements must have been seen.</param>
    /// <param name="allowed">What a statement holds that may walk one all the same.</param>
    public async Task AssertWalksNoTableAsync(Portal portal, IReadOnlyCollection<string> large, int atLeast, params IReadOnlyCollection<string> allowed)
    {
        var statements = _statements.DistinctBy(a => a.Sql).Where(a => !allowed.Any(w => a.Sql.Contains(w, StringComparison.Ordinal))).ToList();
        Assert.True(statements.Count >= atLeast, $"Only {statements.Count} statements were seen.");
        var offences = new List<string>();
        foreach (var (sql, values) in statements) offences.AddRange(await portal.WithDatabaseAsync(db => OffencesAsync(db.Database.GetDbConnection(), large, sql, values)));
        Rule.HoldsEverywhere(offences);
    }

    /// <summary>An index that begins with what many rows have in common is walked for a list alone: neither for each row of another table nor for one record.</summary>
    /// <param name="index">How its name begins.</param>
    /// <param name="one">How a statement asks for one record.</param>
    public async Task AssertWalksForListsAloneAsync(Portal portal, string index, string one)
    {
        var offences = new List<string>();
        foreach (var (sql, values) in _statements.DistinctBy(a => a.Sql).ToList())
        {
            var plan = await portal.WithDatabaseAsync(db => PlanAsync(db.Database.GetDbConnection(), sql, values));
            var loops = plan.Where(l => l.Text.StartsWith("SEARCH ", StringComparison.Ordinal) || l.Text.StartsWith("SCAN ", StringComparison.Ordinal)).GroupBy(l => l.Parent);
            var isOfOne = sql.Contains(one, StringComparison.Ordinal);
            if (loops.Any(l => l.Skip(isOfOne ? 0 : 1).Any(i => i.Text.Contains(index, StringComparison.Ordinal)))) offences.Add($"{string.Join(" | ", plan.Select(l => l.Text))}\n    in {sql}");
        }

        Rule.HoldsEverywhere(offences);
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (IsListening.Value || (IsListeningToRequests && _request.HttpContext is not null)) lock (_statements) _statements.Add((command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(p => (p.ParameterName, p.Value))]));
        return new(result);
    }

    private static async Task<List<string>> OffencesAsync(DbConnection connection, IReadOnlyCollection<string> large, string sql, IReadOnlyList<(string Name, object? Value)> values)
    {
        var plan = (await PlanAsync(connection, sql, values)).ConvertAll(l => l.Text);
        var tables = Aliases().Matches(sql).ToDictionary(m => m.Groups["alias"].Value, m => m.Groups["table"].Value, StringComparer.Ordinal);
        // an index may be walked where its order is the order of the list and a limit ends it
        var isSorted = plan.Exists(l => l.Contains("TEMP B-TREE FOR ORDER BY", StringComparison.Ordinal)) || !sql.Contains("LIMIT", StringComparison.Ordinal);
        return
        [
            .. plan.Select(l => Scans().Match(l)).Where(m => m.Success && !IsWalkOfAll(sql, m.Groups["alias"].Value) && tables.TryGetValue(m.Groups["alias"].Value, out var table) && large.Contains(table)
                && (isSorted || !m.Value.Contains("INDEX", StringComparison.Ordinal))).Select(m => string.Create(CultureInfo.InvariantCulture, $"{string.Join(" | ", plan)}\n    in {sql}")),
        ];
    }

    private static async Task<List<(int Parent, string Text)>> PlanAsync(DbConnection connection, string sql, IReadOnlyList<(string Name, object? Value)> values)
    {
        if (connection.State != System.Data.ConnectionState.Open) await connection.OpenAsync(Cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + sql;
        foreach (var (name, value) in values) command.Parameters.Add(new SqliteParameter(name, value ?? DBNull.Value));
        var plan = new List<(int Parent, string Text)>();
        await using (var reader = await command.ExecuteReaderAsync(Cancellation))
        {
            while (await reader.ReadAsync(Cancellation)) plan.Add((reader.GetInt32(1), reader.GetString(3)));
        }

        return plan;
    }

    /// <summary>Whether nothing is sought: the first of all rows in the order of their keys, and a limit ends the walk.</summary>
    private static bool IsWalkOfAll(string sql, string alias) =>
        Regex.IsMatch(sql, $"""AS "{alias}"\s+ORDER BY "{alias}"\."Id"( DESC)?\s+LIMIT""", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    [GeneratedRegex("""(FROM|JOIN) "(?<table>\w+)" AS "(?<alias>\w+)["]""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Aliases();

    [GeneratedRegex(@"^SCAN (?<alias>\w+).*$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Scans();
}
