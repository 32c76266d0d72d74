using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Enterprises.Finding;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Enterprises;

/// <summary>How SQLite answers the roster's questions. It knows nothing of the size of the tables, so the plans of a small roster are those of a large one.</summary>
public sealed partial class WalkingIndexesTests
{
    /// <summary>Tables with a row or more for each enterprise.</summary>
    private static readonly string[] _large =
        ["Enterprises", "EnterpriseGrams", "EnterpriseSounds", "EnterpriseTags", "EnterpriseMarkets", "FormerNames", "Contacts", "FilingProfiles", "VaultDocuments"];

    private static readonly string?[] _words = [null, "箱", "箱包", "箱包有限", "hhxb", "9143", "示例 箱包"];

    private static readonly RosterPlace[] _places = [new(2), new(AfterId: 3), new(BeforeId: 3)];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_list_search_or_filter_goes_through_a_table()
    {
        var asked = new Asked();
        await using var portal = Portal.Own([asked]);
        await portal.InScopeAsync(async s =>
        {
            var finder = s.GetRequiredService<RosterFinder>();
            asked.IsListening.Value = true;
            foreach (var query in Queries().Concat(Shown()))
            {
                foreach (var place in _places) await finder.ListAsync(query, place, 5, Cancellation);
                // the few of a small roster are gathered; what is frequent is walked, which is asked for here all the same
                await finder.WalkAsync(query, 5, Cancellation);
            }

            await finder.CountChangedTodayAsync(Cancellation);
            return asked.IsListening.Value = false;
        });

        var statements = asked.Statements.DistinctBy(a => a.Sql).ToList();
        Assert.True(statements.Count > 100, $"Only {statements.Count} statements were seen.");
        var offences = new List<string>();
        foreach (var (sql, values) in statements) offences.AddRange(await portal.WithDatabaseAsync(db => OffencesAsync(db.Database.GetDbConnection(), sql, values)));
        Rule.HoldsEverywhere(offences);
    }

    private static IEnumerable<RosterQuery> Queries() =>
        from sort in Enum.GetValues<RosterSort>()
        from word in _words
        from facets in Enumerable.Range(0, 8)
        from more in Enumerable.Range(0, 6)
        where word is null || facets is 0 or 3 or 7
        select new RosterQuery(word, (facets & 1) > 0 ? EnterpriseType.Logistics : null, (facets & 2) > 0 ? EnterpriseStage.Operating : null, (facets & 4) > 0 ? 1 : null, more == 1 ? 1 : null, sort)
        {
            Market = more == 2 ? TargetMarket.Asean : null,
            Completeness = more == 3 ? RosterCompleteness.Partial : null,
            Papers = more == 4 ? RosterPapers.Expiring : null,
            IsSuspended = more == 5,
        };

    /// <summary>What the public directory asks.</summary>
    private static IEnumerable<RosterQuery> Shown() =>
        from word in _words
        from facets in Enumerable.Range(0, 8)
        from tag in new int?[] { null, 1 }
        select new RosterQuery(word, (facets & 1) > 0 ? EnterpriseType.Logistics : null, (facets & 2) > 0 ? EnterpriseStage.Operating : null, (facets & 4) > 0 ? 1 : null, tag, RosterSort.Name)
        {
            IsShown = true,
        };

    private static async Task<List<string>> OffencesAsync(DbConnection connection, string sql, IReadOnlyList<(string Name, object? Value)> values)
    {
        if (connection.State != System.Data.ConnectionState.Open) await connection.OpenAsync(Cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + sql;
        foreach (var (name, value) in values) command.Parameters.Add(new SqliteParameter(name, value ?? DBNull.Value));
        var plan = new List<string>();
        await using (var reader = await command.ExecuteReaderAsync(Cancellation))
        {
            while (await reader.ReadAsync(Cancellation)) plan.Add(reader.GetString(3));
        }

        var tables = Aliases().Matches(sql).ToDictionary(m => m.Groups["alias"].Value, m => m.Groups["table"].Value, StringComparer.Ordinal);
        // an index may be walked where its order is the order of the list and a limit ends it
        var isSorted = plan.Exists(l => l.Contains("TEMP B-TREE FOR ORDER BY", StringComparison.Ordinal)) || !sql.Contains("LIMIT", StringComparison.Ordinal);
        return
        [
            .. plan.Select(l => Scans().Match(l)).Where(m => m.Success && tables.TryGetValue(m.Groups["alias"].Value, out var table) && _large.Contains(table)
                && (isSorted || !m.Value.Contains("INDEX", StringComparison.Ordinal))).Select(m => string.Create(CultureInfo.InvariantCulture, $"{string.Join(" | ", plan)}\n    in {sql}")),
        ];
    }

    [GeneratedRegex("""(FROM|JOIN) "(?<table>\w+)" AS "(?<alias>\w+)["]""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Aliases();

    [GeneratedRegex(@"^SCAN (?<alias>\w+).*$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Scans();

    /// <summary>Notes what this test asks, and nobody else.</summary>
    private sealed class Asked : DbCommandInterceptor
    {
        public AsyncLocal<bool> IsListening { get; } = new();

        public List<(string Sql, IReadOnlyList<(string Name, object? Value)> Values)> Statements { get; } = [];

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            if (IsListening.Value) Statements.Add((command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(p => (p.ParameterName, p.Value))]));
            return new(result);
        }
    }
}
