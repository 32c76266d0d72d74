using HuaihuaPilotZone.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace HuaihuaPilotZone.Tests.Support;

/// <summary>A SQLite file of its own, on the real migrations, with the portal's real options. Empty at first.</summary>
internal sealed class TemporaryDatabase : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pilotzone-db-").FullName;

    private TemporaryDatabase()
    {
    }

    public string ConnectionString => $"Data Source={Path.Combine(_folder, "test.db")}";

    public static async Task<TemporaryDatabase> MakeAsync()
    {
        var database = new TemporaryDatabase();
        await using var db = database.Open();
        await db.Database.MigrateAsync();
        return database;
    }

    /// <summary>A new connection with nothing tracked, as another request or another instance has.</summary>
    /// <param name="strategy">Replaces how the provider tries again.</param>
    public SqlitePortalDbContext Open(Func<ExecutionStrategyDependencies, IExecutionStrategy>? strategy = null)
    {
        var builder = new DbContextOptionsBuilder<SqlitePortalDbContext>();
        PortalDatabase.UseSqlite(builder, ConnectionString, new DatabaseOptions { SqliteSynchronous = "NORMAL" });
        if (strategy is not null) builder.UseSqlite(o => o.ExecutionStrategy(strategy));
        return new SqlitePortalDbContext(builder.Options);
    }

    public ValueTask DisposeAsync()
    {
        using (var connection = new SqliteConnection(ConnectionString)) SqliteConnection.ClearPool(connection);
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
