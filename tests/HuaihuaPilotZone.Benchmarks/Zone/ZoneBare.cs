using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace HuaihuaPilotZone.Benchmarks.Zone;

/// <summary>
/// The baseline of the mixed traffic: Kestrel and ADO.NET that read and write the same rows of the same file and send the values as plain text, without
/// sign-in, checks, journal, layout or words. Pages that the portal keeps are sent as the same bytes.
/// </summary>
internal static class ZoneBare
{
    private static readonly Dictionary<string, string[]> _reads = new(StringComparer.Ordinal)
    {
        ["/article"] = ["SELECT * FROM News WHERE Slug = $p"],
        ["/search"] =
        [
            """
            SELECT e.Title, e.Address, e."On", substr(e.Text, 1, 200) FROM (SELECT rowid, bm25(SearchFts, 8.0, 1.0) AS Score FROM SearchFts WHERE SearchFts MATCH $match ORDER BY Score LIMIT 20) f
            JOIN SearchEntries e ON e.Id = f.rowid
            """,
            "SELECT e.Kind, COUNT(*) FROM SearchFts f JOIN SearchEntries e ON e.Id = f.rowid WHERE SearchFts MATCH $match GROUP BY e.Kind",
        ],
        ["/directory"] = ["SELECT * FROM Enterprises WHERE Visibility = 'Shown' ORDER BY NameKey, Id LIMIT 20 OFFSET $p", "SELECT COUNT(*) FROM (SELECT 1 FROM Enterprises WHERE Visibility = 'Shown' LIMIT 10001)"],
        ["/consignment"] =
        [
            "SELECT * FROM Consignments WHERE Number = $p",
            "SELECT * FROM ConsignmentStops WHERE ConsignmentId = (SELECT Id FROM Consignments WHERE Number = $p)",
            "SELECT * FROM TrackingEvents WHERE ConsignmentId = (SELECT Id FROM Consignments WHERE Number = $p) ORDER BY OccursAt",
        ],
        ["/declarations"] =
        [
            "SELECT Number, Kind, State, CustomsState, TradeMode, GoodsSummary, GoodsCount, GoodsValue, MustFixCount, UpdatedAt FROM Declarations WHERE EnterpriseId = $p ORDER BY UpdatedAt DESC, Id DESC LIMIT 20",
            "SELECT State, COUNT(*) FROM Declarations WHERE EnterpriseId = $p GROUP BY State",
        ],
        ["/declaration"] =
        [
            "SELECT * FROM Declarations WHERE Number = $p",
            "SELECT * FROM Submissions WHERE DeclarationId = (SELECT Id FROM Declarations WHERE Number = $p)",
            "SELECT * FROM JournalLines WHERE Subject = 'declaration' AND SubjectKey = $p ORDER BY Id",
        ],
        ["/roster"] = ["SELECT * FROM Enterprises WHERE Stage = 'Operating' ORDER BY StageSince DESC, Id DESC LIMIT 20 OFFSET $p", "SELECT COUNT(*) FROM (SELECT 1 FROM Enterprises WHERE Stage = 'Operating' LIMIT 10001)"],
        ["/queue"] = ["SELECT d.*, e.Name FROM Declarations d JOIN Enterprises e ON e.Id = d.EnterpriseId WHERE d.State = 'Submitted' ORDER BY d.SubmittedAt LIMIT 20 OFFSET $p", "SELECT COUNT(*) FROM Declarations WHERE State = 'Submitted'"],
    };

    private static readonly ConcurrentDictionary<string, byte[]> _pages = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, string> _inserts = new(StringComparer.Ordinal);
    private static readonly SemaphoreSlim _writer = new(1);
    private static int _next;

    /// <param name="pages">Where pages that are sent as they are can be had once.</param>
    public static async Task RunAsync(string port, string folder, Uri pages)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}").ConfigureKestrel(o => o.AddServerHeader = false);
        var app = builder.Build();
        var database = MeasuredPortal.DatabaseIn(folder);
        using (var client = new HttpClient { BaseAddress = pages })
        {
            client.DefaultRequestHeaders.Add("Accept-Encoding", "br");
            foreach (var path in new[] { "/", "/news", "/policies", "/corridors", "/about" }) _pages[path] = await client.GetByteArrayAsync(new Uri(path, UriKind.Relative));
        }
        app.Run(context => AnswerAsync(context, database));
        await app.RunAsync();
    }

    private static async Task AnswerAsync(HttpContext context, string database)
    {
        var path = context.Request.Path.Value!;
        if (path == "/same")
        {
            var page = _pages[context.Request.Query["path"].ToString()];
            context.Response.Headers.ContentEncoding = "br";
            await context.Response.Body.WriteAsync(page);
            return;
        }
        await using var connection = new SqliteConnection(database);
        await connection.OpenAsync();
        if (_reads.TryGetValue(path, out var statements)) await ReadAsync(context, connection, statements);
        else if (path is "/file" or "/events") await WriteAsync(context, connection, path);
    }

    private static async Task ReadAsync(HttpContext context, SqliteConnection connection, string[] statements)
    {
        var parameter = context.Request.Query["p"].ToString();
        var text = new StringBuilder();
        foreach (var statement in statements)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = statement;
            if (statement.Contains("$match", StringComparison.Ordinal)) command.Parameters.AddWithValue("$match", $"\"{string.Join(' ', Pairs(parameter))}\"");
            else command.Parameters.AddWithValue("$p", int.TryParse(parameter, CultureInfo.InvariantCulture, out var number) ? number : parameter);
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                for (var i = 0; i < reader.FieldCount; i++) text.Append(reader.GetValue(i)).Append('\t');
                text.Append('\n');
            }
        }
        await context.Response.WriteAsync(text.ToString());
    }

    private static async Task WriteAsync(HttpContext context, SqliteConnection connection, string path)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        // as the portal does at each commit: wait for the disk
        await using (var pragma = connection.CreateCommand())
        {
            pragma.CommandText = "PRAGMA busy_timeout=5000; PRAGMA synchronous=FULL";
            await pragma.ExecuteNonQueryAsync();
        }
        await _writer.WaitAsync();
        try
        {
            await using var transaction = (SqliteTransaction)await connection.BeginTransactionAsync();
            if (path == "/file")
            {
                await CopyAsync(connection, transaction, "Declarations", "Number");
                await CopyAsync(connection, transaction, "JournalLines", "SubjectKey");
            }
            else
            {
                foreach (var _ in body.RootElement.GetProperty("events").EnumerateArray()) await CopyAsync(connection, transaction, "TrackingEvents", "EventId");
            }
            await transaction.CommitAsync();
        }
        finally
        {
            _writer.Release();
        }
        await context.Response.WriteAsync("{}");
    }

    /// <summary>One more row like the first of a table, under a number of its own that the portal can read.</summary>
    private static async Task CopyAsync(SqliteConnection connection, SqliteTransaction transaction, string table, string key)
    {
        if (!_inserts.TryGetValue(table, out var sql)) _inserts[table] = sql = await InsertAsync(connection, transaction, table, key);
        await using var insert = connection.CreateCommand();
        (insert.Transaction, insert.CommandText) = (transaction, sql);
        insert.Parameters.AddWithValue("$key", string.Create(CultureInfo.InvariantCulture, $"HH-{2100 + (Environment.ProcessId % 7800)}1231-{Interlocked.Increment(ref _next):D6}"));
        await insert.ExecuteNonQueryAsync();
    }

    private static async Task<string> InsertAsync(SqliteConnection connection, SqliteTransaction transaction, string table, string key)
    {
        var columns = new List<string>();
        await using var describe = connection.CreateCommand();
        (describe.Transaction, describe.CommandText) = (transaction, $"SELECT name FROM pragma_table_info('{table}') WHERE name <> 'Id'");
        await using var reader = await describe.ExecuteReaderAsync();
        while (await reader.ReadAsync()) columns.Add($"\"{reader.GetString(0)}\"");
        return $"INSERT INTO \"{table}\" ({string.Join(", ", columns)}) SELECT {string.Join(", ", columns.Select(c => c == $"\"{key}\"" ? "$key" : c))} FROM \"{table}\" WHERE Id = (SELECT MIN(Id) FROM \"{table}\")";
    }

    private static IEnumerable<string> Pairs(string word) => word.Length < 2 ? [word] : Enumerable.Range(0, word.Length - 1).Select(i => word.Substring(i, 2));
}
