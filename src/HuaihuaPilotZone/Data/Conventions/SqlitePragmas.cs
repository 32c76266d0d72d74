using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HuaihuaPilotZone.Data.Conventions;

/// <summary>Sets how long a SQLite connection waits for a lock and how surely it writes.</summary>
internal sealed class SqlitePragmas(string synchronous) : DbConnectionInterceptor
{
    private readonly string _sql = $"PRAGMA busy_timeout=5000; PRAGMA synchronous={(synchronous == "NORMAL" ? "NORMAL" : "FULL")};";

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
