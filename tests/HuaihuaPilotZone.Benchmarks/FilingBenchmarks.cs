using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using BenchmarkDotNet.Attributes;
using HuaihuaPilotZone.ApiKeys;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Web.Public.Developers;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Benchmarks;

/// <summary>
/// Filing declarations of one line through the interface (key, rate limit, reading, all rules, journal, answer), one or a hundred in a call, against
/// bare inserts of the rows that they leave: for each a declaration, its first revision and one line of the journal, in one transaction, by commands
/// with parameters, into the same database. Both wait for the disk in the same way.
/// </summary>
[MemoryDiagnoser]
public class FilingBenchmarks : IAsyncDisposable
{
    private readonly Portal _portal = new();
    private HttpClient _client = null!;
    private SqliteConnection _connection = null!;
    private (string Table, IReadOnlyList<(string Column, object Value)> Values)[] _rows = [];
    private int _number;

    /// <summary>FULL waits for the disk at each commit, as the portal does; NORMAL leaves that to the checkpoints and shows the work itself.</summary>
    [Params("FULL", "NORMAL")]
    public string Synchronous { get; set; } = "FULL";

    /// <summary>Documents of one call, and of one transaction of the bare inserts.</summary>
    [Params(1, 100)]
    public int Documents { get; set; } = 1;

    // in the same process, the runner does not wait for tasks
    [GlobalSetup]
    public void SetUp() => SetUpAsync().GetAwaiter().GetResult();

    [GlobalCleanup]
    public void CleanUp() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    [Benchmark(Baseline = true)]
    public void BareInserts() => InsertAsync().GetAwaiter().GetResult();

    [Benchmark]
    public void ThroughTheInterface() => FileAsync().GetAwaiter().GetResult();

    private async Task SetUpAsync()
    {
        _portal.Synchronous = Synchronous;
        _client = _portal.CreateClient();
        using (var scope = _portal.Services.CreateScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
            var enterprise = await db.Enterprises.OrderBy(e => e.Id).Select(e => e.Id).FirstAsync();
            var issued = await scope.ServiceProvider.GetRequiredService<ApiKeyService>().IssueAsync(enterprise, "benchmark", ApiScopes.All, null, CancellationToken.None);
            _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", issued.Value.Token);
        }
        await FileAsync();
        _connection = new SqliteConnection(_portal.ConnectionString);
        await _connection.OpenAsync();
        await using var pragma = _connection.CreateCommand();
        pragma.CommandText = $"PRAGMA busy_timeout=5000; PRAGMA synchronous={Synchronous};";
        await pragma.ExecuteNonQueryAsync();
        _rows = [("Declarations", await ReadLastAsync("Declarations")), ("DraftRevisions", await ReadLastAsync("DraftRevisions")), ("JournalLines", await ReadLastAsync("JournalLines"))];
    }

    public async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync();
        await _portal.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private async Task InsertAsync()
    {
        await using var transaction = (SqliteTransaction)await _connection.BeginTransactionAsync();
        foreach (var (table, values) in Enumerable.Repeat(_rows, Documents).SelectMany(r => r))
        {
            await using var command = _connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = $"INSERT INTO {table} ({string.Join(", ", values.Select(v => $"\"{v.Column}\""))}) VALUES ({string.Join(", ", values.Select((_, i) => "$" + i.ToString(CultureInfo.InvariantCulture)))})";
            for (var i = 0; i < values.Count; i++)
                command.Parameters.AddWithValue("$" + i.ToString(CultureInfo.InvariantCulture), values[i].Column == "Number" ? $"HH-20991231-{++_number:D6}" : values[i].Value);
            await command.ExecuteNonQueryAsync();
        }
        await transaction.CommitAsync();
    }

    private async Task FileAsync()
    {
        var (day, number) = (new DateOnly(2026, 11, 22), $"B-{++_number}");
        using var content = new StringContent(Documents == 1 ? ApiSamples.ListOf(day, number) : ApiSamples.ListsOf(day, number, Documents), Encoding.UTF8, "application/json");
        using var answer = await _client.PostAsync(new Uri(Documents == 1 ? "/api/v1/declarations" : "/api/v1/declarations/batch", UriKind.Relative), content);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>The values of the last row, without its id.</summary>
    private async Task<IReadOnlyList<(string Column, object Value)>> ReadLastAsync(string table)
    {
        await using var command = _connection.CreateCommand();
        command.CommandText = $"SELECT * FROM {table} ORDER BY Id DESC LIMIT 1";
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return [.. Enumerable.Range(0, reader.FieldCount).Select(i => (reader.GetName(i), reader.GetValue(i))).Where(v => v.Item1 != "Id")];
    }

    /// <summary>The portal in memory on a SQLite file of its own.</summary>
    private sealed class Portal : WebApplicationFactory<ApiSamples>
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("pilotzone-benchmark-").FullName;

        public string Synchronous { get; set; } = "FULL";

        public string ConnectionString => $"Data Source={Path.Combine(_folder, "portal.db")}";

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseContentRoot(AppContext.BaseDirectory);
            builder.UseEnvironment("Development");
            builder.UseSetting("Https:Redirect", "false");
            builder.UseSetting("Database:SeedDemonstration", "true");
            builder.UseSetting("Database:SqliteSynchronous", Synchronous);
            builder.UseSetting("ConnectionStrings:Sqlite", ConnectionString);
            builder.UseSetting("Logs:Folder", Path.Combine(_folder, "logs"));
            // as on a server: only developers read every request on the console
            builder.UseSetting("Logs:RequestsOnConsole", "false");
            builder.UseSetting("Mail:Folder", Path.Combine(_folder, "outbox"));
            builder.UseSetting("Files:Folder", Path.Combine(_folder, "files"));
            builder.UseSetting("RateLimits:Api", "100000000");
        }

        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            SqliteConnection.ClearAllPools();
            Directory.Delete(_folder, recursive: true);
        }
    }
}
