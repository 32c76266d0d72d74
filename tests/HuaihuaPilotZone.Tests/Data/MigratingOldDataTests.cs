using HuaihuaPilotZone.Benchmarks.Crash;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.FilingReceipts;
using HuaihuaPilotZone.Journal.Seals;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace HuaihuaPilotZone.Tests.Data;

/// <summary>
/// Data of every earlier version goes through the migrations to the present one. What those versions held is kept in Data/Versions, a file for
/// each migration that has landed; for a new one the test writes it and asks for a look.
/// </summary>
public sealed class MigratingOldDataTests
{
    /// <summary>Reckoned anew from other tables by a migration.</summary>
    private static readonly string[] _reckoned = ["RosterTallies"];

    /// <summary>Tables, and those of what their rows were from day to day.</summary>
    private static readonly (string Own, string States)[] _states =
    [
        ("Nodes", "NodeStates"), ("Legs", "LegStates"), ("Corridors", "CorridorStates"), ("CorridorLegs", "CorridorStateLegs"), ("ScheduledServices", "ServiceStates"), ("ServiceStops", "ServiceStateStops"),
    ];

    public static TheoryData<string> Earlier
    {
        get
        {
            using var db = new SqlitePortalDbContext(Options("Data Source=:memory:"));
            return [.. db.Database.GetMigrations().SkipLast(1)];
        }
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Earlier))]
    public async Task Rows_references_and_journal_of_an_earlier_version_are_there_after_migrating(string version)
    {
        await using var file = new DatabaseFile();
        await using var connection = await file.OpenAsync();
        var old = new OldVersion(connection);
        await MigrateAsync(file, version);
        var kept = await KeptAsync(version, old);
        Assert.True(kept.StartsWith($"-- schema {await old.SchemaHashAsync()}\n", StringComparison.Ordinal), "A migration that has landed was changed: databases of that version look different.");
        await old.RunAsync($"BEGIN; {kept} COMMIT;");
        var (before, journal) = (await old.CountAsync(), await old.JournalAsync());
        Assert.NotEmpty(before);

        await MigrateAsync(file, to: null);

        var after = await old.CountAsync();
        foreach (var (table, rows) in before.Where(t => !_reckoned.Contains(t.Key) && after.ContainsKey(t.Key))) Assert.True(after[table] >= rows, $"{table}: {rows} rows before, {after[table]} after");
        // what was there before it had days of its own has been so always
        foreach (var (own, states) in _states) Assert.Equal(after.GetValueOrDefault(own), after.GetValueOrDefault(states));
        Assert.Equal("ok", (await old.AskAsync("PRAGMA integrity_check"))[0][0]);
        Assert.Empty(await old.AskAsync("PRAGMA foreign_key_check"));
        Assert.Equal(journal, await old.JournalAsync());
        await SealAsync(file);
    }

    [Fact]
    public async Task A_sensor_belongs_to_whoever_the_journal_says_spoke_for_it_and_to_nobody_where_it_says_nothing()
    {
        const string version = "20261130020359_TrustAndScale";
        await using var file = new DatabaseFile();
        await using var connection = await file.OpenAsync();
        var old = new OldVersion(connection);
        await MigrateAsync(file, version);
        await old.RunAsync($"BEGIN; {await KeptAsync(version, old)} COMMIT;");
        await old.RunAsync(
            """
            INSERT INTO "Enterprises" ("Id", "MergedIntoId", "CreditCode", "Name", "NameKey", "NameText", "Completeness", "CreatedAt", "IsDemonstration", "IsPublic", "SearchText", "Stage", "StageSince", "Type", "UpdatedAt", "Version", "Visibility")
            SELECT 9003, 9001, 'CreditCode-3', 'Name-3', 'NameKey-3', 'NameText-3', "Completeness", "CreatedAt", "IsDemonstration", "IsPublic", "SearchText", "Stage", "StageSince", "Type", "UpdatedAt", "Version", "Visibility" FROM "Enterprises" WHERE "Id" = 9001;
            INSERT INTO "Sensors" ("Id", "ConsignmentId", "Device") VALUES (9101, 9001, 'Former'), (9102, 9001, 'Merged'), (9103, 9001, 'Announced'), (9104, 9001, 'Elsewhere'), (9105, 9001, 'Unknown');
            INSERT INTO "JournalLines" ("Id", "At", "UserName", "Subject", "SubjectKey", "Act", "Note") VALUES
                (9101, '2026-03-01 08:00:00', '', 'consignment', 'Number-1', 'consignment.sensor-heard', 'Device-1'), (9102, '2026-03-01 08:00:00', '', 'consignment', 'Number-1', 'consignment.sensor-heard', 'Former'),
                (9103, '2026-03-01 08:00:00', '', 'consignment', 'Number-1', 'consignment.sensor-heard', 'Merged'), (9104, '2026-03-01 08:00:00', '', 'consignment', 'Number-1', 'consignment.sensor-added', 'Announced'),
                (9105, '2026-03-01 08:00:00', '', 'consignment', 'Number-2', 'consignment.sensor-heard', 'Elsewhere'), (9106, '2026-03-01 08:00:00', '', 'consignment', 'Number-1', 'consignment.sensor-heard', 'Unknown');
            INSERT INTO "JournalChanges" ("Id", "JournalLineId", "Field", "NewValue") VALUES
                (9101, 9101, '物流服务商', 'CreditCode-2'), (9102, 9102, '物流服务商', 'Code-2'), (9103, 9103, '物流服务商', 'CreditCode-3'),
                (9104, 9104, '物流服务商', 'CreditCode-2'), (9105, 9105, '物流服务商', 'CreditCode-2'), (9106, 9106, '物流服务商', 'CreditCode-9');
            """);

        await MigrateAsync(file, to: null);

        // by its code, a former one, and the one that it was merged into; a line of another act, of another consignment or of a code that nobody has says nothing
        Assert.Equal(
            [("Announced", 0L), ("Device-1", 9002L), ("Device-2", 0L), ("Elsewhere", 0L), ("Former", 9002L), ("Merged", 9001L), ("Unknown", 0L)],
            (await old.AskAsync("SELECT \"Device\", COALESCE(\"ProviderId\", 0) FROM \"Sensors\" ORDER BY \"Device\"")).Select(r => ((string)r[0], (long)r[1])));
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_left_alone_with_a_sentence()
    {
        await using var portal = new CrashPortal();
        Assert.Equal(0, (await portal.CommandAsync("migrate")).Code);
        await using var connection = new SqliteConnection(portal.ConnectionString + ";Pooling=False");
        await connection.OpenAsync(Cancellation);
        var database = new OldVersion(connection);
        await database.RunAsync("INSERT INTO __EFMigrationsHistory (MigrationId, ProductVersion) VALUES ('20991231235959_Newer', '99.0')");
        var before = await database.CountAsync();

        string[][] starts = [[], ["migrate"], ["create-admin", "张三"], ["backup", Path.Combine(portal.Folder, "copy")], ["verify-journal"]];
        foreach (var arguments in starts)
        {
            var (code, said) = await portal.CommandAsync(arguments);
            Assert.Equal(1, code);
            Assert.Contains("数据库由更新的版本写过（20991231235959_Newer）", said, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
        }
        Assert.Equal(before, await database.CountAsync());
    }

    private static async Task SealAsync(DatabaseFile file)
    {
        await using var db = new SqlitePortalDbContext(Options(file.ConnectionString));
        var (options, time) = (Microsoft.Extensions.Options.Options.Create(new JournalOptions()), new ChinaTime(new TestClock()));
        Assert.Equal(1, await new JournalSealer(db, options, time).SealDueAsync(Cancellation));
        Assert.Null((await new JournalVerifier(db, new ReceiptContents(db), options, time).VerifyAsync(static _ => Task.CompletedTask, Cancellation)).Fault);
    }

    /// <param name="to">Null for the present version.</param>
    private static async Task MigrateAsync(DatabaseFile file, string? to)
    {
        await using var db = new SqlitePortalDbContext(Options(file.ConnectionString));
        await db.GetService<IMigrator>().MigrateAsync(to, Cancellation);
    }

    private static async Task<string> KeptAsync(string version, OldVersion old)
    {
        var path = Path.Combine(HouseCode.Root, "tests", "HuaihuaPilotZone.Tests", "Data", "Versions", $"{version}.sql");
        if (File.Exists(path)) return await File.ReadAllTextAsync(path, Cancellation);
        await File.WriteAllTextAsync(path, await old.WriteAsync(), Cancellation);
        Assert.Fail($"{path} was missing and has been written: look at it and keep it.");
        return "";
    }

    private static DbContextOptions<SqlitePortalDbContext> Options(string connectionString) =>
        (DbContextOptions<SqlitePortalDbContext>)PortalDatabase.UseSqlite(new DbContextOptionsBuilder<SqlitePortalDbContext>(), connectionString, new DatabaseOptions { SqliteSynchronous = "NORMAL" }).Options;

    /// <summary>A database file of its own.</summary>
    private sealed class DatabaseFile : IAsyncDisposable
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("pilotzone-old-").FullName;

        public string ConnectionString => $"Data Source={Path.Combine(_folder, "old.db")};Pooling=False";

        public async Task<SqliteConnection> OpenAsync()
        {
            var connection = new SqliteConnection(ConnectionString);
            await connection.OpenAsync(Cancellation);
            return connection;
        }

        public ValueTask DisposeAsync()
        {
            Directory.Delete(_folder, recursive: true);
            return ValueTask.CompletedTask;
        }
    }
}
