using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HuaihuaPilotZone.Data.Conventions;

/// <summary>
/// Sets how long a SQLite connection waits for a lock, how surely it writes and how much it keeps in memory. A context keeps the connection that its first query opened
/// until it ends: to open one anew costs as much as a short query, since all functions and these settings are told to it again.
/// </summary>
internal sealed class SqlitePragmas(DatabaseOptions options) : DbConnectionInterceptor
{
    private readonly string _sql = string.Create(
        CultureInfo.InvariantCulture,
        $"PRAGMA busy_timeout=5000; PRAGMA synchronous={(options.SqliteSynchronous == "NORMAL" ? "NORMAL" : "FULL")}; PRAGMA cache_size=-{options.SqliteCacheMegabytes * 1024}; PRAGMA soft_heap_limit={Limit(options) * 1024 * 1024};");

    // one connection that may keep more than all together would never reach it
    private static long Limit(DatabaseOptions options) => options.SqliteMemoryMegabytes == 0 ? 0 : Math.Max(options.SqliteMemoryMegabytes, 2L * options.SqliteCacheMegabytes);

    public override InterceptionResult ConnectionClosing(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => InterceptionResult.Suppress();

    public override ValueTask<InterceptionResult> ConnectionClosingAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
        new(InterceptionResult.Suppress());

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = _sql;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = _sql;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
