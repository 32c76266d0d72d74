using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using ExcelDataReader;
using HuaihuaPilotZone.Customs.Identifiers;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Files;
using HuaihuaPilotZone.Imports.Batches;
using HuaihuaPilotZone.Imports.Sheets;
using HuaihuaPilotZone.Jobs;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HuaihuaPilotZone.Benchmarks;

/// <summary>
/// A file of enterprises into an empty roster, from the upload to the last commit, against the least that this takes: a bare parse of the same file, and
/// bare inserts of the very rows that the import has made, with prepared statements in transactions of 1,000 enterprises, into the same tables with the same indexes.
/// </summary>
internal static class RosterImportMeasurement
{
    private const int PerTransaction = 1_000;

    /// <summary>What an import of an enterprise fills, with the column that says which one; parents first.</summary>
    private static readonly (string Table, string Key)[] _tables =
    [
        ("Enterprises", "Id"), ("EnterpriseTags", "EnterpriseId"), ("EnterpriseMarkets", "EnterpriseId"), ("Contacts", "EnterpriseId"), ("StageChanges", "EnterpriseId"),
        ("EnterpriseGrams", "EnterpriseId"), ("EnterpriseSounds", "EnterpriseId"), ("RecordSpans", "EnterpriseId"),
    ];

    public static async Task RunAsync(int count)
    {
        var folder = Directory.CreateTempSubdirectory("pilotzone-roster-").FullName;
        try
        {
            var (sheet, imported, bare) = (Path.Combine(folder, "roster.xlsx"), Path.Combine(folder, "import.db"), Path.Combine(folder, "bare.db"));
            await using (var file = File.Create(sheet)) await SheetWriter.WriteAsync(file, "企业", Rows(count), CancellationToken.None);
            foreach (var database in new[] { imported, bare }) await MeasuredPortal.MigrateAsync(database);
            var import = await ImportAsync(folder, imported, sheet);
            using var self = Process.GetCurrentProcess();
            Console.WriteLine($"peak working set up to the last commit {self.PeakWorkingSet64 / 1024 / 1024} MB");
            SqliteConnection.ClearAllPools();
            var (parse, insert) = (Parse(sheet), Insert(imported, bare));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"bare parse {parse}, bare inserts {insert}, import {import}"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ratio of times {import.Seconds / (parse.Seconds + insert.Seconds):0.0}, of processor times {import.Processor / (parse.Processor + insert.Processor):0.0}"));
            self.Refresh();
            Console.WriteLine($"peak working set with the bare work {self.PeakWorkingSet64 / 1024 / 1024} MB");
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async IAsyncEnumerable<IReadOnlyList<string>> Rows(int count, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await Task.CompletedTask;
        yield return ["企业名称", "统一社会信用代码", "企业类型", "阶段", "阶段日期", "片区", "联系人", "联系电话", "地址", "行业标签", "目标市场"];
        for (var i = 0; i < count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return
            [
                NameOf(i), UnifiedSocialCreditCode.Complete(string.Create(CultureInfo.InvariantCulture, $"91431299T{i:D7}")), "生产制造", "运营", "2026-03-05", "主港区", "示例联系人", "000-00000000",
                string.Create(CultureInfo.InvariantCulture, $"怀化国际陆港示例路 {i} 号"), "箱包皮具", "东盟、非洲",
            ];
        }
    }

    /// <summary>Three characters out of some thousand, so that no two names are alike, and nothing waits for a decision.</summary>
    private static string NameOf(int number)
    {
        var brand = new StringBuilder();
        for (var (left, i) = ((number * 7919L) % 1_000_003, 0); i < 3; left /= 101, i++)
        {
            var sign = (char)(0x4E00 + (int)(left % 101 * 37) + i);
            brand.Append(sign).Append((char)(sign + 11));
        }

        return $"怀化示例{brand}箱包有限公司";
    }

    private static async Task<Cost> ImportAsync(string folder, string database, string sheet)
    {
        await using var host = Host(folder, database);
        await using var scope = host.Services.CreateAsyncScope();
        var (imports, runner) = (scope.ServiceProvider.GetRequiredService<ImportService>(), host.Services.GetRequiredService<JobRunner>());
        var watch = Meter.Start();
        await using var file = File.OpenRead(sheet);
        var kept = await scope.ServiceProvider.GetRequiredService<FileCabinet>().KeepAsync("roster.xlsx", file, CancellationToken.None);
        var id = (await imports.AddAsync(null, "enterprises", "enterprises", kept.Value, CancellationToken.None)).Value;
        var batch = await imports.FindAsync(null, id, CancellationToken.None);
        await imports.MatchAsync(null, id, await imports.ProposeAsync(null, batch!, CancellationToken.None), CancellationToken.None);
        foreach (var stage in new[] { "read", "check" })
        {
            await runner.RunNextAsync(CancellationToken.None);
            Console.WriteLine($"{stage}: after {watch.Read()}");
        }

        await imports.CommitAsync(null, id, CancellationToken.None);
        await runner.RunNextAsync(CancellationToken.None);
        var cost = watch.Read();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        foreach (var group in await db.ImportGroups.GroupBy(g => g.State).Select(g => new { g.Key, Count = g.Count() }).ToListAsync()) Console.WriteLine($"{group.Key}: {group.Count}");
        return cost;
    }

    private static Cost Parse(string sheet)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var watch = Meter.Start();
        using var file = File.OpenRead(sheet);
        using var reader = ExcelReaderFactory.CreateReader(file);
        while (reader.Read())
        {
            for (var i = 0; i < reader.FieldCount; i++) _ = reader.GetValue(i);
        }

        return watch.Read();
    }

    /// <summary>Only the writing is timed: the rows of the import are read beforehand, a transaction's worth at a time.</summary>
    private static Cost Insert(string from, string to)
    {
        using var source = Open(from);
        using var target = Open(to);
        Execute(target, string.Create(CultureInfo.InvariantCulture, $"PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON; PRAGMA cache_size=-{new DatabaseOptions().SqliteCacheMegabytes * 1024};"));
        var (last, cost) = (Scalar(source, "SELECT MAX(Id) FROM Enterprises"), new Cost(0, 0));
        for (var first = 1L; first <= last; first += PerTransaction)
        {
            var rows = _tables.Select(t => Read(source, $"SELECT * FROM {t.Table} WHERE {t.Key} BETWEEN {first} AND {first + PerTransaction - 1}")).ToList();
            var watch = Meter.Start();
            using var transaction = target.BeginTransaction();
            foreach (var ((table, _), values) in _tables.Zip(rows).Where(t => t.Second.Count > 0)) Write(target, transaction, table, values);
            transaction.Commit();
            cost += watch.Read();
        }

        return cost;
    }

    private static void Write(SqliteConnection connection, SqliteTransaction transaction, string table, List<object[]> rows)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"INSERT INTO {table} VALUES ({string.Join(',', rows[0].Select((_, i) => $"$p{i}"))})";
        var parameters = rows[0].Select((_, i) => command.Parameters.AddWithValue($"$p{i}", DBNull.Value)).ToArray();
        command.Prepare();
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++) parameters[i].Value = row[i];
            command.ExecuteNonQuery();
        }
    }

    private static List<object[]> Read(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<object[]>();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }

    private static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection($"Data Source={path}");
        connection.Open();
        return connection;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static long Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>The rooms as the portal registers them; no worker is started.</summary>
    private static WebApplication Host(string folder, string database)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = folder });
        builder.Configuration["Files:Folder"] = Path.Combine(folder, "files");
        builder.Configuration["ConnectionStrings:Sqlite"] = $"Data Source={database}";
        builder.Configuration["Database:SqliteSynchronous"] = "NORMAL";
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(MeasuredPortal.Keys);
        builder.AddPortalRooms();
        return builder.Build();
    }

    /// <summary>What something took: seconds, and seconds of the processor, which say more on a busy machine.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Cost(double Seconds, double Processor)
    {
        public static Cost operator +(Cost one, Cost other) => new(one.Seconds + other.Seconds, one.Processor + other.Processor);

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Seconds:0.0} s (processor {Processor:0.0} s)");
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Meter(long Began, TimeSpan Processor)
    {
        public static Meter Start() => new(Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);

        public Cost Read() => new(Stopwatch.GetElapsedTime(Began).TotalSeconds, (Environment.CpuUsage.TotalTime - Processor).TotalSeconds);
    }
}
