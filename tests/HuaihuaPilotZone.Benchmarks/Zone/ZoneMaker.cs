using System.Diagnostics;
using System.Globalization;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Enterprises.Finding;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using static System.FormattableString;

namespace HuaihuaPilotZone.Benchmarks.Zone;

/// <summary>
/// Makes a zone to measure with: what the portal itself seeds, an invented roster, and copies of seeded declarations, articles and consignments with
/// everything that belongs to them, spread over two years. Rows are copied inside the database, so that they have exactly the columns of the model.
/// </summary>
internal static class ZoneMaker
{
    /// <summary>Rows of the main table in one transaction.</summary>
    private const int Batch = 20_000;

    /// <summary>The enterprise whose people sign in; it has every thousandth declaration.</summary>
    private const int Filing = 1;

    /// <summary>One that files a lot: every twentieth declaration.</summary>
    private const int Busy = 2;

    private const int Seconds = 2 * 365 * 24 * 3600;

    /// <summary>States in a thousand: nearly everything was handed over long ago.</summary>
    private static readonly (string State, int Below)[] _states = [("Submitted", 1), ("Draft", 20), ("Returned", 40), ("Accepted", 100), ("HandedOver", 1000)];

    public static async Task RunAsync(string folder, ZoneSize size)
    {
        Directory.CreateDirectory(folder);
        await using (var seeding = await MeasuredPortal.StartAsync(folder)) await seeding.StopAsync();
        var watch = Stopwatch.StartNew();
        await AddEnterprisesAsync(folder, size);
        Tell(watch, "enterprises", size.Enterprises);
        await using var connection = new SqliteConnection(MeasuredPortal.DatabaseIn(folder));
        await connection.OpenAsync();
        await RunAsync(connection, "PRAGMA synchronous=OFF; PRAGMA cache_size=-400000; PRAGMA wal_autocheckpoint=20000;");
        await AddDeclarationsAsync(connection, size);
        Tell(watch, "declarations", size.Declarations);
        await AddArticlesAsync(connection, size);
        Tell(watch, "articles", size.Articles);
        await AddConsignmentsAsync(connection, size);
        Tell(watch, "events", size.Events);
        await RunAsync(connection, "PRAGMA wal_checkpoint(TRUNCATE);");
        Console.WriteLine(Invariant($"{new FileInfo(connection.DataSource).Length / 1024 / 1024} MB"));
    }

    private static void Tell(Stopwatch watch, string what, int count) => Console.WriteLine(Invariant($"{watch.Elapsed.TotalSeconds:0} s: {count} {what}"));

    private static async Task AddEnterprisesAsync(string folder, ZoneSize size)
    {
        await using var host = Host(folder);
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SampleRoster>().MakeAsync(size.Enterprises, report: null, CancellationToken.None);
        // the writer of many makes hidden ones only
        await scope.ServiceProvider.GetRequiredService<PortalDbContext>().Database.ExecuteSqlRawAsync("UPDATE Enterprises SET IsPublic = 1, Visibility = 'Shown' WHERE Stage <> 'Left' AND Id % 3 <> 0");
        await scope.ServiceProvider.GetRequiredService<RosterUpkeep>().RecountAsync(CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<RosterUpkeep>().SumUpAsync(CancellationToken.None);
    }

    private static async Task AddDeclarationsAsync(SqliteConnection connection, ZoneSize size)
    {
        var first = await NextAsync(connection, "Declarations");
        var templates = new List<string>();
        foreach (var (state, below) in _states)
        {
            var id = await LongAsync(connection, $"SELECT MAX(Id) FROM Declarations WHERE State = '{state}' AND Kind = 'List'");
            templates.Add(Invariant($"WHEN i * 7 % 1000 < {below} THEN {id}"));
        }
        var template = $"CASE {string.Join(' ', templates)} END";
        var owners = await LongAsync(connection, "SELECT MIN(Id) FROM Enterprises WHERE Id > 12");
        var id0 = Invariant($"{first} + i");
        var at = At(size.Declarations);
        var number = $"'HH-' || strftime('%Y%m%d', {at}) || '-' || printf('%06d', 1 + i % 999999)";
        var owner = Invariant($"CASE WHEN i % 1000 = 0 THEN {Filing} WHEN i % 20 = 1 THEN {Busy} ELSE {owners} + i * 7919 % {size.Enterprises} END");
        await InBatchesAsync(connection, size.Declarations,
        [
            await CopyAsync(connection, "Declarations", $"t.Id = {template}", new()
            {
                ["Id"] = id0, ["Number"] = number, ["EnterpriseId"] = owner, ["OrderNo"] = "'Z-ORDER-' || i", ["WaybillNo"] = "'Z-WB-' || i", ["PreNo"] = "NULL",
                ["Document"] = "replace(t.Document, t.OrderNo, 'Z-ORDER-' || i)", ["SearchText"] = "t.SearchText || ' z-order-' || i",
                ["CreatedAt"] = at, ["UpdatedAt"] = at, ["SubmittedAt"] = $"CASE WHEN t.SubmittedAt IS NULL THEN NULL ELSE {at} END", ["AcceptedAt"] = $"CASE WHEN t.AcceptedAt IS NULL THEN NULL ELSE {at} END", ["StateSince"] = at,
            }),
            await CopyAsync(connection, "Submissions", $"t.DeclarationId = {template}", new() { ["DeclarationId"] = id0, ["SubmittedAt"] = at }),
            await CopyAsync(connection, "StateChanges", $"t.DeclarationId = {template}", new() { ["DeclarationId"] = id0, ["At"] = at }),
            await CopyAsync(connection, "NumberClaims", $"t.DeclarationId = {template}", new() { ["DeclarationId"] = id0, ["Number"] = "'Z-' || t.Kind || i", ["ClaimedAt"] = at }),
            await CopyAsync(connection, "JournalLines", $"t.Subject = 'declaration' AND t.SubjectKey = (SELECT Number FROM Declarations WHERE Id = {template})", new() { ["SubjectKey"] = number, ["At"] = at }),
        ]);
    }

    private static async Task AddArticlesAsync(SqliteConnection connection, ZoneSize size)
    {
        var (low, high) = (await LongAsync(connection, "SELECT MIN(Id) FROM News"), await LongAsync(connection, "SELECT MAX(Id) FROM News"));
        var template = Invariant($"t.Id = {low} + i % {high - low + 1}");
        var at = At(size.Articles);
        await InBatchesAsync(connection, size.Articles,
        [
            await CopyAsync(connection, "News", template, new() { ["Slug"] = "'z-' || i", ["Title"] = "t.Title || ' ' || i", ["PublishedAt"] = at, ["CreatedAt"] = at, ["UpdatedAt"] = at }),
            await CopyAsync(connection, "SearchEntries", $"t.Address = (SELECT '/news/' || t.Slug FROM News t WHERE {template})", new() { ["Address"] = "'/news/z-' || i", ["Title"] = "t.Title || ' ' || i", ["On"] = $"date({at})" }),
        ]);
    }

    private static async Task AddConsignmentsAsync(SqliteConnection connection, ZoneSize size)
    {
        var first = await NextAsync(connection, "Consignments");
        const string template = "t.ConsignmentId = (SELECT MIN(Id) FROM Consignments)";
        var id = Invariant($"{first} + i");
        var at = At(size.Consignments);
        await InBatchesAsync(connection, size.Consignments,
        [
            await CopyAsync(connection, "Consignments", "t.Id = (SELECT MIN(Id) FROM Consignments)", new()
            {
                ["Id"] = id, ["Number"] = $"'HY-' || strftime('%Y%m%d', {at}) || '-' || printf('%04d', 1 + i % 9999)", ["State"] = "CASE WHEN i % 50 = 0 THEN 'Open' ELSE 'Delivered' END",
                ["WaybillNo"] = "'Z-CWB-' || i", ["BookingNo"] = "NULL", ["OrderId"] = "NULL", ["LookAt"] = "NULL", ["CreatedAt"] = at, ["TouchedAt"] = at,
            }),
            await CopyAsync(connection, "ConsignmentStops", template, new() { ["ConsignmentId"] = id }),
            await CopyAsync(connection, "ConsignmentContainers", template, new() { ["ConsignmentId"] = id, ["Number"] = "'ZONU' || printf('%07d', i)" }),
            await CopyAsync(connection, "ConsignmentProviders", template, new() { ["ConsignmentId"] = id }),
        ]);
        var perConsignment = size.Events / size.Consignments;
        var owner = Invariant($"{first} + i / {perConsignment}");
        var when = At(size.Events);
        await InBatchesAsync(connection, size.Events, [await CopyAsync(connection, "TrackingEvents", "t.Id = (SELECT MIN(Id) FROM TrackingEvents) + i % 2 * 2", new() { ["ConsignmentId"] = owner, ["EventId"] = "'Z-' || i", ["OccursAt"] = when, ["SaidAt"] = when, ["ReceivedAt"] = when })]);
    }

    /// <summary>Moment of the row i of so many, the last one an hour ago.</summary>
    private static string At(int count) => Invariant($"strftime('%Y-%m-%d %H:%M:%f', 'now', '-1 hours', '-' || (CAST({count} - i AS INTEGER) * {Seconds} / {count}) || ' seconds')");

    /// <summary>An insert that copies what the condition finds for every i, with some columns made anew.</summary>
    private static async Task<string> CopyAsync(SqliteConnection connection, string table, string condition, Dictionary<string, string> changes)
    {
        var columns = new List<string>();
        await using var describe = connection.CreateCommand();
        describe.CommandText = $"SELECT name FROM pragma_table_info('{table}')";
        await using var reader = await describe.ExecuteReaderAsync();
        while (await reader.ReadAsync()) columns.Add(reader.GetString(0));
        columns.RemoveAll(c => c == "Id" && !changes.ContainsKey(c));
        if (changes.Keys.Except(columns, StringComparer.Ordinal).FirstOrDefault() is { } unknown) throw new InvalidOperationException($"{table} has no {unknown}.");
        return $"""
            WITH RECURSIVE n(i) AS (SELECT $from UNION ALL SELECT i + 1 FROM n WHERE i + 1 < $until)
            INSERT INTO "{table}" ({string.Join(", ", columns.Select(c => $"\"{c}\""))})
            SELECT {string.Join(", ", columns.Select(c => changes.GetValueOrDefault(c) ?? $"t.\"{c}\""))} FROM n CROSS JOIN "{table}" t ON {condition}
            """;
    }

    private static async Task InBatchesAsync(SqliteConnection connection, int count, IReadOnlyList<string> inserts)
    {
        for (var from = 0; from < count; from += Batch)
        {
            await using var transaction = await connection.BeginTransactionAsync();
            foreach (var insert in inserts)
            {
                await using var command = connection.CreateCommand();
                command.CommandTimeout = 0;
                command.CommandText = insert;
                command.Parameters.AddWithValue("$from", from);
                command.Parameters.AddWithValue("$until", Math.Min(from + Batch, count));
                await command.ExecuteNonQueryAsync();
            }
            await transaction.CommitAsync();
        }
    }

    private static Task<long> NextAsync(SqliteConnection connection, string table) => LongAsync(connection, $"SELECT MAX(Id) + 1 FROM \"{table}\"");

    private static async Task<long> LongAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    private static async Task RunAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The rooms as the portal registers them; no worker is started.</summary>
    public static WebApplication Host(string folder)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = folder });
        builder.Configuration["ConnectionStrings:Sqlite"] = MeasuredPortal.DatabaseIn(folder);
        builder.Configuration["Database:SqliteSynchronous"] = "NORMAL";
        builder.Configuration.AddInMemoryCollection(MeasuredPortal.Keys);
        builder.Logging.ClearProviders();
        builder.AddPortalRooms();
        builder.AddPortalSignIn();
        return builder.Build();
    }
}
