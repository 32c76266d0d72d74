using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using HuaihuaPilotZone.ApiKeys;
using HuaihuaPilotZone.Consignments;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HuaihuaPilotZone.Benchmarks;

/// <summary>
/// Events over HTTP into SQLite, in a process of their own as published: <code>events load SECONDS PERSECOND</code> keeps a pace and looks for
/// losses; 0 a second is as fast as they are taken. <code>events kill SECONDS PERSECOND</code> kills the portal halfway (kill -9: this shows
/// the death of the process only, not of the machine), starts it again and counts what was acknowledged. Both set the same number of bare
/// batched inserts into the same table beside it.
/// </summary>
internal static class EventsMeasurement
{
    private const string Root = "http://127.0.0.1:5992";
    private const int Consignments = 1000;
    private const int PerCall = 100;
    private const int Senders = 8;
    private const int RowsPerCommit = 1000;

    public static async Task RunAsync(string[] args)
    {
        if (args is not [("load" or "kill") and var what, var seconds, var perSecond]) throw new ArgumentException("events load|kill SECONDS PERSECOND", nameof(args));
        var (length, pace) = (TimeSpan.FromSeconds(int.Parse(seconds, CultureInfo.InvariantCulture)), int.Parse(perSecond, CultureInfo.InvariantCulture));
        var folder = Directory.CreateTempSubdirectory("pilotzone-events-").FullName;
        var database = $"Data Source={Path.Combine(folder, "portal.db")}";
        var portal = await StartAsync(folder, database);
        try
        {
            var (key, numbers) = await PrepareAsync(folder, database);
            using var load = new Load(key, numbers, pace);
            if (what == "load")
            {
                await load.RunAsync(length);
            }
            else
            {
                var running = load.RunAsync(length);
                await Task.Delay(length / 2);
                portal.Kill();
                await portal.WaitForExitAsync();
                load.Stop();
                await running;
                portal.Dispose();
                portal = await StartAsync(folder, database);
            }
            Console.WriteLine(load.Summary());
            await CountAsync(database, load.Acknowledged);
            portal.Kill(entireProcessTree: true);
            await portal.WaitForExitAsync();
            await BareAsync(database, load);
        }
        finally
        {
            if (!portal.HasExited) portal.Kill(entireProcessTree: true);
            portal.Dispose();
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<Process> StartAsync(string folder, string database)
    {
        var portal = MeasuredPortal.Run(
            "HuaihuaPilotZone.Web.dll",
            ["--environment", "Measuring", "--urls", Root, "--Https:Redirect", "false", "--Database:SeedDemonstration", "true", "--ReloadStaticAssetsAtRuntime", "false",
            "--RateLimits:Events", "1000000", "--ConnectionStrings:Sqlite", database, "--Logs:Folder", Path.Combine(folder, "logs"), "--Files:Folder", Path.Combine(folder, "files"), "--Mail:Folder", Path.Combine(folder, "mail"), .. MeasuredPortal.KeySettings]);
        await MeasuredPortal.WaitAsync(new Uri(Root + "/health/ready"));
        return portal;
    }

    /// <summary>Consignments that name the demonstration carrier, and its key.</summary>
    private static async Task<(string Key, IReadOnlyList<string> Numbers)> PrepareAsync(string folder, string database)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = folder });
        builder.Configuration["ConnectionStrings:Sqlite"] = database;
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(MeasuredPortal.Keys);
        builder.AddPortalRooms();
        await using var host = builder.Build();
        await using var scope = host.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<PortalDbContext>();
        var owner = await db.Enterprises.Where(e => e.CreditCode == "91431299MA0000015J").Select(e => e.Id).SingleAsync();
        var carrier = await db.Enterprises.Where(e => e.Type == EnterpriseType.Logistics && e.Stage == EnterpriseStage.Operating).OrderBy(e => e.Id).Select(e => new { e.Id, e.CreditCode }).FirstAsync();
        // without planned times nothing is late: alerts are not what is measured
        var data = new ConsignmentData("量测", null, [], [], false, [carrier.CreditCode], null, null, null, null, true, null, [.. Load.Places.Select(p => new StopData(p, null, null))]);
        var numbers = new List<string>();
        for (var i = 0; i < Consignments; i++) numbers.Add((await services.GetRequiredService<ConsignmentDesk>().AddAsync(owner, data, CancellationToken.None)).Value);
        var key = await services.GetRequiredService<ApiKeyService>().IssueAsync(carrier.Id, "量测", ApiScopes.ReportEvents, null, CancellationToken.None);
        return (key.Value.Token, numbers);
    }

    private static async Task CountAsync(string database, IReadOnlyCollection<string> acknowledged)
    {
        await using var connection = new SqliteConnection(database);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT \"EventId\" FROM \"TrackingEvents\" WHERE \"EventId\" LIKE 'M-%'";
        var kept = new HashSet<string>(StringComparer.Ordinal);
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync()) kept.Add(reader.GetString(0));
        }
        command.CommandText = "PRAGMA integrity_check";
        var integrity = await command.ExecuteScalarAsync();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"acknowledged {acknowledged.Count}, kept {kept.Count}, acknowledged and lost {acknowledged.Count(a => !kept.Contains(a))}; integrity {integrity}"));
    }

    /// <summary>The same number of rows by prepared inserts, so many in a transaction, into the same table with its indexes and the same care for the disk.</summary>
    private static async Task BareAsync(string database, Load load)
    {
        await using var connection = new SqliteConnection(database);
        await connection.OpenAsync();
        var columns = new List<string>();
        await using (var describe = connection.CreateCommand())
        {
            describe.CommandText = "PRAGMA synchronous=FULL; SELECT name FROM pragma_table_info('TrackingEvents') WHERE name NOT IN ('Id', 'EventId')";
            await using var reader = await describe.ExecuteReaderAsync();
            while (await reader.ReadAsync()) columns.Add($"\"{reader.GetString(0)}\"");
        }
        var rows = Math.Max(RowsPerCommit, load.Acknowledged.Count);
        var list = string.Join(", ", columns);
        var watch = Stopwatch.StartNew();
        for (var written = 0; written < rows; written += RowsPerCommit)
        {
            await using var transaction = await connection.BeginTransactionAsync();
            await using var insert = connection.CreateCommand();
            insert.CommandText = $"INSERT INTO \"TrackingEvents\" (\"EventId\", {list}) SELECT $id, {list} FROM \"TrackingEvents\" WHERE \"Id\" = (SELECT MIN(\"Id\") FROM \"TrackingEvents\")";
            var id = insert.Parameters.Add("$id", SqliteType.Text);
            await insert.PrepareAsync();
            for (var i = 0; i < Math.Min(RowsPerCommit, rows - written); i++)
            {
                id.Value = string.Create(CultureInfo.InvariantCulture, $"B-{written + i}");
                await insert.ExecuteNonQueryAsync();
            }
            await transaction.CommitAsync();
        }
        var bare = rows / watch.Elapsed.TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"bare batched inserts: {rows} rows, {bare:0} a second; the portal kept {load.PerSecond:0} a second, ratio {bare / load.PerSecond:0.0}"));
    }

    /// <summary>Providers that send batches at a pace, and send again what was not acknowledged.</summary>
    private sealed class Load(string key, IReadOnlyList<string> numbers, int perSecond) : IDisposable
    {
        public static readonly string[] Places = ["怀化", "凭祥", "河内"];

        private readonly ConcurrentDictionary<string, bool> _acknowledged = new(StringComparer.Ordinal);
        private readonly ConcurrentBag<double> _milliseconds = [];
        private readonly CancellationTokenSource _stop = new();

        private int _next;
        private int _busy;
        private int _refused;
        private TimeSpan _took;

        public IReadOnlyCollection<string> Acknowledged => (IReadOnlyCollection<string>)_acknowledged.Keys;

        public double PerSecond => _acknowledged.Count / Math.Max(0.001, _took.TotalSeconds);

        public void Stop() => _stop.Cancel();

        public void Dispose() => _stop.Dispose();

        public async Task RunAsync(TimeSpan length)
        {
            var watch = Stopwatch.StartNew();
            await Task.WhenAll(Enumerable.Range(0, Senders).Select(s => SendAsync(s, watch, length)));
            _took = watch.Elapsed;
        }

        public string Summary()
        {
            var sorted = _milliseconds.Order().ToList();
            double At(double share) => sorted.Count == 0 ? 0 : sorted[(int)((sorted.Count - 1) * share)];
            return string.Create(CultureInfo.InvariantCulture, $"{_acknowledged.Count} events acknowledged in {_took.TotalSeconds:0.0} s ({PerSecond:0} a second), {_busy} times busy, {_refused} refused; calls of {PerCall}: median {At(0.5):0} ms, p99 {At(0.99):0} ms, longest {At(1):0} ms");
        }

        private async Task SendAsync(int sender, Stopwatch watch, TimeSpan length)
        {
            using var client = new HttpClient { BaseAddress = new Uri(Root) };
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
            for (var round = 0; watch.Elapsed < length && !_stop.IsCancellationRequested; round++)
            {
                if (perSecond > 0)
                {
                    // each sender has its own moments, so that calls come evenly
                    var due = TimeSpan.FromSeconds((double)((round * Senders) + sender) * PerCall / perSecond);
                    if (due > watch.Elapsed) await Task.Delay(due - watch.Elapsed);
                    if (watch.Elapsed >= length) return;
                }
                await CallAsync(client);
            }
        }

        private async Task CallAsync(HttpClient client)
        {
            var first = Interlocked.Add(ref _next, PerCall) - PerCall;
            var body = Body(first);
            while (!_stop.IsCancellationRequested)
            {
                try
                {
                    var watch = Stopwatch.StartNew();
                    using var content = new StringContent(body, Encoding.UTF8, "application/json");
                    using var answer = await client.PostAsync(new Uri("/api/v1/events", UriKind.Relative), content, _stop.Token);
                    if (answer.StatusCode == HttpStatusCode.TooManyRequests)
                    {
                        Interlocked.Increment(ref _busy);
                        await Task.Delay(answer.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(1), _stop.Token);
                        continue;
                    }
                    answer.EnsureSuccessStatusCode();
                    _milliseconds.Add(watch.Elapsed.TotalMilliseconds);
                    Take(await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync(_stop.Token), default, _stop.Token));
                    return;
                }
                catch (Exception e) when (e is HttpRequestException or OperationCanceledException or IOException)
                {
                    // the portal was killed: what was not acknowledged is not counted
                    if (_stop.IsCancellationRequested) return;
                    await Task.Delay(200);
                }
            }
        }

        private void Take(JsonDocument answer)
        {
            using (answer)
            {
                foreach (var item in answer.RootElement.GetProperty("items").EnumerateArray())
                {
                    if (item.GetProperty("answer").GetString() == "refused") Interlocked.Increment(ref _refused);
                    else _acknowledged.TryAdd(item.GetProperty("eventID").GetString()!, true);
                }
            }
        }

        private string Body(int first)
        {
            var now = DateTimeOffset.UtcNow;
            var body = new StringBuilder("{\"events\":[");
            for (var i = first; i < first + PerCall; i++)
            {
                body.Append(i == first ? "" : ",").Append(CultureInfo.InvariantCulture, $$"""
                    {"eventID":"M-{{i}}","eventType":"TRANSPORT","eventClassifierCode":"{{(i % 4 == 0 ? "EST" : "ACT")}}","transportEventTypeCode":"{{(i % 2 == 0 ? "ARRI" : "DEPA")}}","eventDateTime":"{{now:yyyy-MM-dd'T'HH:mm:ss'Z'}}","consignment":"{{numbers[i % numbers.Count]}}","location":"{{Places[i % 3]}}","modeOfTransport":"RAIL"}
                    """);
            }
            return body.Append("]}").ToString();
        }
    }
}
