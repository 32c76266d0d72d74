using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.FilingReceipts;
using HuaihuaPilotZone.Journal.Seals;
using HuaihuaPilotZone.Personal.Keys;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Backups;

/// <summary>A copy of the database that nobody works on: counted, hashed and looked through.</summary>
internal sealed class SqliteCopy(string path)
{
    // what the full-text index keeps of its own is counted with the table it belongs to
    private const string Tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND sql NOT LIKE 'CREATE VIRTUAL%' AND name NOT LIKE '%\\_data' ESCAPE '\\' "
        + "AND name NOT LIKE '%\\_idx' ESCAPE '\\' AND name NOT LIKE '%\\_docsize' ESCAPE '\\' AND name NOT LIKE '%\\_config' ESCAPE '\\' AND name NOT LIKE '%\\_content' ESCAPE '\\' ORDER BY name";

    public string ConnectionString { get; } = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString();

    /// <summary>Makes the copy one file that needs no other beside it.</summary>
    public Task CloseAsync(CancellationToken cancellation) => AskAsync("PRAGMA journal_mode=DELETE", cancellation);

    /// <summary>Lets readers and a writer work side by side again, as the portal expects.</summary>
    public Task OpenForWorkAsync(CancellationToken cancellation) => AskAsync("PRAGMA journal_mode=WAL", cancellation);

    public async Task<SortedDictionary<string, long>> CountAsync(CancellationToken cancellation)
    {
        var rows = new SortedDictionary<string, long>(StringComparer.Ordinal);
        await using var connection = await ConnectAsync(cancellation);
        foreach (var table in await ColumnAsync(connection, Tables, cancellation))
            rows[table] = long.Parse((await ColumnAsync(connection, $"SELECT COUNT(*) FROM \"{table}\"", cancellation))[0], CultureInfo.InvariantCulture);
        return rows;
    }

    /// <summary>Hashes of all uploaded files that the database knows, in order.</summary>
    public async Task<IReadOnlyList<string>> FileHashesAsync(CancellationToken cancellation)
    {
        await using var connection = await ConnectAsync(cancellation);
        return await ColumnAsync(connection, "SELECT DISTINCT Hash FROM StoredFiles ORDER BY Hash", cancellation);
    }

    /// <summary>What is wrong with the database itself: pages, indexes, references; null when nothing is.</summary>
    public async Task<string?> DamageAsync(CancellationToken cancellation)
    {
        await using var connection = await ConnectAsync(cancellation);
        var integrity = await ColumnAsync(connection, "PRAGMA integrity_check(1)", cancellation);
        if (integrity is not ["ok"]) return $"数据库完整性检查不通过：{integrity.FirstOrDefault()}";
        var keys = await ColumnAsync(connection, "PRAGMA foreign_key_check", cancellation);
        return keys.Count == 0 ? null : $"数据库外键检查不通过：{keys[0]}";
    }

    /// <param name="keys">Of encrypted columns; null looks at the chain alone.</param>
    public async Task<JournalVerdict> VerifyJournalAsync(IOptions<JournalOptions> options, ChinaTime time, PersonalKeyRing? keys, CancellationToken cancellation)
    {
        var builder = new DbContextOptionsBuilder<SqlitePortalDbContext>();
        PortalDatabase.UseSqlite(builder, ConnectionString, new DatabaseOptions(), keys);
        await using var db = new SqlitePortalDbContext(builder.Options);
        return await new JournalVerifier(db, new ReceiptContents(db), options, time).VerifyAsync(static _ => Task.CompletedTask, cancellation, chainOnly: keys is null);
    }

    public async Task<string> HashAsync(CancellationToken cancellation)
    {
        await using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellation));
    }

    /// <summary>One hash for a set of files that are named by the hash of their content.</summary>
    public static string HashOf(IEnumerable<string> names) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(string.Join('\n', names))));

    private async Task<string> AskAsync(string sql, CancellationToken cancellation)
    {
        await using var connection = await ConnectAsync(cancellation);
        return (await ColumnAsync(connection, sql, cancellation)).FirstOrDefault() ?? "";
    }

    private async Task<SqliteConnection> ConnectAsync(CancellationToken cancellation)
    {
        var connection = new SqliteConnection(ConnectionString);
        await connection.OpenAsync(cancellation);
        return connection;
    }

    private static async Task<List<string>> ColumnAsync(SqliteConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        var values = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation)) values.Add(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture) ?? "");
        return values;
    }
}
